"""The README tells the truth about what there is."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from discord import app_commands

from bot import commands
from claims.rules.ratings import RATINGS
from tests import commands_table

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def slash_commands() -> Iterator[app_commands.Command[app_commands.Group, ..., None]]:
    """Yield every slash command; menus are no commands that one types."""
    for command in commands.ALL:
        inner = command.walk_commands() if isinstance(command, app_commands.Group) else [command]
        yield from (c for c in inner if isinstance(c, app_commands.Command))


def test_the_table_of_commands_is_what_the_commands_say() -> None:
    """Written by `python -m tests.commands_table --write`."""
    _, written, _ = commands_table.parts(README)
    assert written == commands_table.table()


@pytest.mark.parametrize("command", list(slash_commands()), ids=lambda c: c.qualified_name)
def test_every_command_and_option_is_described(
    command: app_commands.Command[app_commands.Group, ..., None],
) -> None:
    assert 10 <= len(command.description) <= 100
    for parameter in command.parameters:
        assert parameter.description not in ("", "…"), parameter.name


def test_the_readme_names_no_command_that_is_not_there() -> None:
    named = set(re.findall(r"`/([a-z]+(?: [a-z]+)?)", README))
    assert named == {command.qualified_name for command in slash_commands()}


def test_the_readme_names_every_rating() -> None:
    told = re.search(r"A rating is one of \*([^*]+)\*", README)
    assert told
    assert re.split(r",\s+", told[1]) == [row.words.lower() for row in RATINGS.values()]


def first_commands() -> tuple[str, str]:
    """Return what "Try it" says to type: for the rehearsal, and for the tests."""
    found = re.search(r"```sh\n(python3 .*?) +# .*\n(python3 .*?) +# .*\n```", README)
    assert found
    return found[1], found[2]


def test_the_first_command_is_the_one_that_is_tried_with_each_kind_of_python() -> None:
    script = (ROOT / ".ci" / "try-readme").read_text(encoding="utf-8")
    asked = re.findall(r"^(?:command|parts)=\$\((sed .* README\.md)\)$", script, re.MULTILINE)
    read = [subprocess.check_output(each, shell=True, cwd=ROOT, text=True) for each in asked]
    assert read == [first_commands()[0] + "\n", "python3-venv\n"]
    everything = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "/usr/bin/python3" in everything
    assert ".ci/try-readme" in everything


def test_the_second_command_is_what_all_checks_begin_with() -> None:
    everything = (ROOT / ".ci" / "run").read_text(encoding="utf-8").replace("$uv", ".venv/bin/uv")
    for step in first_commands()[1].split(" && "):
        assert step in everything.splitlines()


def test_nothing_is_installed_into_a_python_that_a_distribution_manages() -> None:
    for page in (README, (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")):
        assert "python3 -m pip" not in page
        assert "python3 -m uv" not in page
