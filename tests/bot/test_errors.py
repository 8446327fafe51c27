"""What is told to people who may not do something, and what is a fault of ours."""

import pytest
from discord import app_commands

from bot.commands.claim import show
from bot.errors import refusal
from claims.errors import RefusedError


@pytest.mark.parametrize(
    ("error", "why"),
    [
        (RefusedError("No."), "No."),
        (app_commands.CommandInvokeError(show, RefusedError("No.")), "No."),
        (app_commands.CheckFailure(), "You may not use this command here."),
        (app_commands.CommandInvokeError(show, KeyError()), None),
        (KeyError(), None),
    ],
)
def test_a_refusal_is_told_from_a_fault(error: Exception, why: str | None) -> None:
    assert refusal(error) == why
