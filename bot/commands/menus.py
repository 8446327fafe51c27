"""What people may choose on a message: look it up, ask for a check, or track it."""

import discord
from discord import app_commands

from bot.answers import checks, drafts
from bot.interaction import Interaction


@app_commands.context_menu(name="Check this")
async def check_this(interaction: Interaction, message: discord.Message) -> None:
    """Say privately what is known about a message."""
    await checks.check_message_(interaction, message)


@app_commands.context_menu(name="Ask for a check")
async def ask_for_a_check(interaction: Interaction, message: discord.Message) -> None:
    """Put a message into the moderators' queue."""
    await checks.ask_about(interaction, message)


@app_commands.context_menu(name="Track as claim")
async def track_as_claim(interaction: Interaction, message: discord.Message) -> None:
    """Preview the claims of a message, as a moderator."""
    await drafts.track(interaction, message)


MENUS = (check_this, ask_for_a_check, track_as_claim)
