"""The line by which the bot knows a message of its own again. Pure."""

from datetime import datetime

import discord

from bot.messages import ui

FIRST = 10**9
"""Ids from here on, as many, are marks: far above those that Discord gives, which count from 1, and
below the greatest, 2**31 - 1."""


def mark(number: int, at: datetime) -> ui.TextDisplay:
    """
    Return the line: people see the time, and Discord keeps the number as the component's id.

    It is the same in every language, as a server may change its own meanwhile.
    """
    return ui.TextDisplay(f"-# <t:{int(at.timestamp())}:f>", FIRST + number % FIRST)


def bears(message: discord.Message, line: ui.TextDisplay) -> bool:
    """Whether the message has this line. Only the bot's own messages are to be asked."""
    return any(
        isinstance(child, discord.TextDisplay) and (child.content, child.id) == line
        for part in message.components
        for child in (part.children if isinstance(part, discord.Container) else ())
    )
