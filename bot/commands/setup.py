"""/setup: what managers decide for their server."""

import discord
from discord import app_commands

from bot.interaction import Interaction, guild_of, require_manager
from claims.ledger import articles, servers
from claims.seeds import load_seeds

group = app_commands.Group(
    name="setup",
    description="Set the claim tracker up for this server (managers).",
    default_permissions=discord.Permissions(manage_guild=True),
)


@group.command()
@app_commands.describe(role="Members with this role rate claims; leave it out for managers only")
async def moderators(interaction: Interaction, role: discord.Role | None = None) -> None:
    """Say whose decisions about claims count."""
    require_manager(interaction)
    await interaction.client.ledger.write(
        servers.set_moderators, guild_of(interaction), role.id if role else None
    )
    who = f"Members with {role.mention}" if role else "Only people who may manage this server"
    await interaction.response.send_message(f"{who} decide about claims now.", ephemeral=True)


@group.command()
async def seeds(interaction: Interaction) -> None:
    """Load the articles that come with the bot; what is there already is not added again."""
    require_manager(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    added = 0
    for article, found in load_seeds():
        stored = await interaction.client.ledger.write(
            articles.add,
            guild_of(interaction),
            article,
            found,
            actor=interaction.user.id,
            now=interaction.client.now(),
        )
        added += len(stored.new)
    words = f"{added} claims were added." if added else "Everything was there already."
    await interaction.followup.send(f"{words} /claim list shows them.", ephemeral=True)
