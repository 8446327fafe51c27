"""The README tells the truth about what there is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from discord import app_commands

from bot import commands
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


def test_every_link_to_a_file_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (ROOT / target).exists(), target
