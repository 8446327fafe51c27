"""
The README's table of commands, made from the commands: `python -m tests.commands_table --write`.

Without `--write` it is printed.
"""

import inspect
import sys
from collections.abc import Iterator
from pathlib import Path

from discord import app_commands

from bot import commands
from bot.answers.help import MANAGERS_ONLY, MODERATORS_ONLY

README = Path(__file__).parents[1] / "README.md"
BEGIN = "<!-- The commands; python -m tests.commands_table --write writes them anew. -->"
END = "<!-- End of the commands. -->"


def table() -> str:
    """Return the table of all commands and menus, in the order in which the help has them."""
    rows = [f"| {name} | {who} | {what} |" for name, who, what in _rows()]
    return "\n".join(["| command | who | what it does |", "|---|---|---|", *rows])


def _rows() -> Iterator[tuple[str, str, str]]:
    for command in commands.ALL:
        match command:
            case app_commands.ContextMenu():
                what = inspect.getdoc(command.callback) or ""
                yield f"menu *{command.name}*", _who(command.name), what.removesuffix(".")
            case app_commands.Group():
                for inner in command.commands:
                    what = inner.description.removesuffix(".")
                    yield f"`/{inner.qualified_name}`", _who(command.name), what
            case _:
                what = command.description.removesuffix(".")
                yield f"`/{command.name}`", _who(command.name), what


def _who(name: str) -> str:
    if name in MANAGERS_ONLY:
        return "managers"
    return "moderators" if name in MODERATORS_ONLY else "everyone"


def parts(readme: str) -> tuple[str, str, str]:
    """Return the README's text before, within and after the marks."""
    before, rest = readme.split(BEGIN)
    within, after = rest.split(END)
    return before + BEGIN, within.strip(), END + after


if __name__ == "__main__":
    if "--write" in sys.argv:
        before, _, after = parts(README.read_text(encoding="utf-8"))
        README.write_text(f"{before}\n{table()}\n{after}", encoding="utf-8")
    else:
        sys.stdout.write(table() + "\n")
