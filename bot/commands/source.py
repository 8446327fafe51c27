"""/source: who claims what, and what was found of it."""

from discord import app_commands

from bot.answers import sources
from bot.commands.options import suggest_sources
from bot.interaction import Interaction

group = app_commands.Group(name="source", description="Look sources and their claims up.")


@group.command(name="list")
async def list_(interaction: Interaction) -> None:
    """List this server's sources by name, with what was found of their claims."""
    await sources.show_list(interaction)


@group.command()
@app_commands.describe(name="The source's name, or another name that it is known by")
@app_commands.autocomplete(name=suggest_sources)
async def show(interaction: Interaction, name: app_commands.Range[str, 1, 300]) -> None:
    """Show a source's claims, newest first, with counts by rating."""
    await sources.show(interaction, name)
