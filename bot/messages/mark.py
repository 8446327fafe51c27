"""The line by which the bot knows a message of its own again. Pure."""

from datetime import datetime

import discord


def mark(number: int | str, at: datetime) -> str:
    """Return the line; the same in every language, as a server may change its own meanwhile."""
    return f"-# № {number} · <t:{int(at.timestamp())}:f>"


def bears(message: discord.Message, line: str) -> bool:
    """Whether the message has this line. Only the bot's own messages are to be asked."""
    texts = [
        child.content
        for part in message.components
        for child in (part.children if isinstance(part, discord.Container) else ())
        if isinstance(child, discord.TextDisplay)
    ]
    # The whole text of a component, which no claim can be: before each stands its number.
    return line in texts
