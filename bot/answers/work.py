"""What the worker is told of whose work it does."""

from contextlib import suppress

import discord

from bot.interaction import Interaction
from bot.messages.harmless import harmless
from bot.worker.turns import Waits
from bot.worker.worker import Order
from claims.wording import say

PATIENCE = 3.0
"""Seconds of waiting after which somebody is told so: what takes less needs no explaining."""

NAME = 80
"""Characters of what a text is called in a refusal."""


def order(interaction: Interaction, name: str = "", size: int = 0) -> Order:
    """
    Return the order of whoever asks; `name` is what the text is called, `size` its bytes.

    Where the work waits long, they are told so, privately: the answer must be deferred then.
    """

    async def tell() -> None:
        if interaction.response.is_done():
            words = say(
                "Other texts are being read. Yours is in the queue, and its answer comes here."
            )
            with suppress(discord.HTTPException):  # the answer itself is what matters
                await interaction.followup.send(words, ephemeral=True)

    called = harmless(name, NAME) or say("The text")
    return Order(interaction.user.id, called, size, Waits(PATIENCE, tell))
