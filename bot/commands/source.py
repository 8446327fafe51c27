"""/source: who claims what, and what was found of it."""

from discord import app_commands

from bot.answers import sources
from bot.answers.reading import clean
from bot.interaction import Interaction, guild_of
from bot.messages.harmless import plain
from claims.ledger import sources as ledger_sources

group = app_commands.Group(name="source", description="Look sources and their claims up.")


async def suggest_sources(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Suggest sources by the beginning of their name."""
    found = await interaction.client.ledger.read(
        ledger_sources.suggest, guild_of(interaction), clean(typed)
    )
    return [app_commands.Choice(name=plain(name, 100), value=name[:100]) for name in found]


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
