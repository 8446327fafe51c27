"""/help: what this person can do here, made from the commands themselves."""

from discord import app_commands

from bot.answers import help as answers
from bot.interaction import Interaction


@app_commands.command(name="help")
async def help_(interaction: Interaction) -> None:
    """Show what you can do here, and how to begin."""
    await answers.show(interaction)
