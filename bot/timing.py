"""How long interactions take, for who counts it; nobody does unless an operator asks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import perf_counter
from typing import Any

import discord

from bot.interaction import Interaction
from bot.presses.old import find_button, find_form


@contextmanager
def timed(
    interaction: Interaction, kind: str, name: Callable[[Interaction], str]
) -> Iterator[None]:
    """Count what is done within, with how long it took, where anybody counts."""
    metrics = interaction.client.metrics
    if metrics is None:
        yield
        return
    began = perf_counter()
    try:
        yield
    finally:
        usual = "answered" if interaction.response.is_done() else "unanswered"
        outcome = interaction.extras.get(OUTCOME, usual)
        metrics.answered(kind, name(interaction), outcome, perf_counter() - began)


OUTCOME = "outcome"
"""Under which name `bot.errors` leaves what went wrong with an interaction."""


def command_name(interaction: Interaction) -> str:
    """Return the name of the command that is asked for, as people type it."""
    data: Any = interaction.data  # discord.py types it as what any interaction may hold
    names, options = [data["name"]], data.get("options") or []
    while options and options[0]["type"] in (1, 2):  # a subcommand, or a group of them
        names.append(options[0]["name"])
        options = options[0].get("options") or []
    return " ".join(names)


def pressed(interaction: Interaction) -> str:
    """Return which sort of button or form this is, without the numbers in its id."""
    data: Any = interaction.data
    custom_id = str(data.get("custom_id", ""))
    sent = interaction.type is discord.InteractionType.modal_submit
    found = find_form(custom_id) if sent else find_button(custom_id)
    return found.kind.name.replace(":", " ") if found else "unknown"
