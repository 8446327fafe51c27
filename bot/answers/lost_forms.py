"""
Forms that were open while the bot was restarted.

discord.py keeps open forms in memory and drops what is sent from any other; what somebody typed
would be lost. A form's id says what it is for and which start of the bot opened it.
"""

import re
from collections.abc import Iterator
from typing import Any

import discord

from bot.answers import drafts
from bot.errors import answered
from bot.interaction import Interaction

FORM_ID = re.compile(
    r"(?P<verb>paste|edit):(?P<number>\d{1,18}):(?P<detail>\d{1,18}):(?P<boot>[0-9a-f]{8})"
)


async def take_up(interaction: Interaction) -> None:
    """Do what a form was for that an earlier start of the bot opened; leave others alone."""
    if interaction.type is not discord.InteractionType.modal_submit:
        return
    data: Any = interaction.data  # discord.py types it as what any interaction may hold
    found = FORM_ID.fullmatch(data["custom_id"])
    if found is None or found["boot"] == interaction.client.boot:
        return
    typed = dict(_typed(data["components"]))
    number, detail = int(found["number"]), int(found["detail"])
    await answered(
        interaction, drafts.submit_lost(interaction, found["verb"], number, detail, typed)
    )


def _typed(components: list[Any]) -> Iterator[tuple[str, str]]:
    for row in components:
        field = row.get("component") or {}
        if isinstance(field.get("value"), str):
            yield field["custom_id"], field["value"]
