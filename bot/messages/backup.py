"""What the bot's operator is told of backups that fail. Pure."""

from datetime import UTC, datetime

import discord

from bot.messages import ui
from bot.messages.harmless import harmless
from bot.messages.mark import mark
from bot.messages.parts import layout
from claims.rules.ratings import UNRATED_COLOUR
from claims.wording import say

MOST_WHY = 1_000
"""Characters of the reason, which holds paths; a message has 4,000."""


def failed_message(why: str, newest: datetime | None, *, now: datetime) -> ui.LayoutView:
    """Return that today's backup failed and why, which is the newest, and what happens next."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(
        ui.TextDisplay(
            f"### ⚠️ {say('No backup today')}\n"
            + say("The ledger could not be backed up: {why}", why=harmless(why, MOST_WHY))
        )
    )
    container.add_item(ui.TextDisplay(_which(newest)))
    container.add_item(
        ui.TextDisplay(
            say(
                "It is tried again every hour, and told here once a day, to whoever the bot's"
                " application belongs to. `claimbot doctor` looks at the folder."
            )
        )
    )
    container.add_item(mark_of(now))
    return layout(container)


def mark_of(now: datetime) -> ui.TextDisplay:
    """Return the line by which what was told on a day is known again."""
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return mark(0, today)


def _which(newest: datetime | None) -> str:
    if newest is None:
        return say("There is no backup yet.")
    when = discord.utils.format_dt(newest, "f")
    return say(
        "The newest backup is of {when}; none is removed before there is a new one.", when=when
    )
