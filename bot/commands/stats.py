"""/stats: the server's claims in numbers, with a chart."""

from discord import app_commands

from bot.answers import stats
from bot.interaction import Interaction


@app_commands.command(name="stats")
async def stats_(interaction: Interaction) -> None:
    """Show how many claims here stand where, and what was found of whom, with a chart."""
    await stats.show(interaction)
