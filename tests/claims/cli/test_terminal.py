"""How refusals of the ledger read on the command line."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone

import pytest
import typer
from typer.core import TyperGroup

from claims.__main__ import app
from claims.cli.terminal import TERMINAL, WHERE, complain
from claims.errors import RefusedError
from claims.wording.phrases import When, Where, Who

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def test_people_and_times_are_in_plain_words() -> None:
    error = RefusedError(
        "{who} did it {when}.",
        who=Who(7),
        when=When(NOON.astimezone(timezone(timedelta(hours=5)))),
    )
    assert error.told(TERMINAL) == "Member 7 did it on 2026-03-02 at 12:00 UTC."
    assert RefusedError("{who}", who=Who(-7)).told(TERMINAL) == "An erased member"


def test_each_place_to_look_is_a_command_that_there_is() -> None:
    assert set(WHERE) == set(Where)
    found = [re.search(r"`claims ([a-z -]+)`", words) for words in WHERE.values()]
    assert all(found)
    assert {match[1] for match in found if match} <= set(_paths(typer.main.get_command(app)))


def _paths(command: object, before: str = "") -> Iterator[str]:
    """Every command below this one, as it is typed."""
    if isinstance(command, TyperGroup):
        context = typer.Context(command)
        for name in command.list_commands(context):
            yield before + name
            yield from _paths(command.get_command(context, name), f"{before}{name} ")


def test_words_of_a_log_or_of_somebody_are_left_as_they_are(
    capsys: pytest.CaptureFixture[str],
) -> None:
    complain(RefusedError("No {name}.", name="<@7> [red]<t:1700000000:R>[/red]\x1b[31m"))
    assert capsys.readouterr().err == "error: No <@7> [red]<t:1700000000:R>[/red]\ufffd[31m.\n"
