"""The list of commands that `claims --help` prints, beside the commands themselves."""

import subprocess
import sys
from importlib import import_module
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from claims.__main__ import app
from claims.cli.commands import COMMANDS, HEADINGS

MODULES = sorted({command.module for command in COMMANDS.values()})


def group_of(module: str) -> Any:
    return typer.main.get_group(getattr(import_module(f"claims.cli.{module}"), module))


@pytest.mark.parametrize("module", MODULES)
def test_every_command_of_a_module_is_listed(module: str) -> None:
    listed = {name for name, command in COMMANDS.items() if command.module == module}
    assert set(group_of(module).commands) == listed


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_is_listed_with_the_first_sentence_of_its_help(name: str) -> None:
    listed = COMMANDS[name]
    command = group_of(listed.module).commands[name]
    assert command.get_short_help_str(limit=500) == listed.does


def test_help_has_every_command_under_its_heading() -> None:
    lines = CliRunner().invoke(app, ["--help"], terminal_width=200).stdout.splitlines()
    for heading, listed in HEADINGS.items():
        first = lines.index(f"{heading}:") + 1
        shown = [line.split() for line in lines[first : first + len(listed)]]
        assert [words[0] for words in shown] == [command.name for command in listed]
        assert [" ".join(words[1:]) for words in shown] == [command.does for command in listed]


def test_help_loads_none_of_the_commands() -> None:
    """Each would be waited for."""
    code = (
        "import sys\n"
        "from typer.testing import CliRunner\n"
        "from claims.__main__ import app\n"
        "assert CliRunner().invoke(app, ['--help']).exit_code == 0\n"
        "loaded = {'pydantic', 'rich.console', 'claims.ledger', 'claims.splitting.article'}\n"
        "assert not loaded & set(sys.modules), loaded & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
