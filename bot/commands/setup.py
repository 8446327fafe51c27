"""/setup: what managers decide for their server."""

import discord
from discord import app_commands

from bot.answers import setup
from bot.interaction import Interaction, guild_of, require_manager
from claims.ledger import articles, servers
from claims.seeds import load_seeds
from claims.wording import say, say_count

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
    words = say("Only people who may manage this server decide about claims now.")
    if role:
        words = say("Members with {role} decide about claims now.", role=role.mention)
    state = await setup.state(interaction)
    await interaction.response.send_message(f"{words}\n\n{state}", ephemeral=True)


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
    words = say("Everything was there already.")
    if added:
        words = say_count("{count} claim was added.", "{count} claims were added.", added)
    await interaction.followup.send(f"{words} {say('/claim list shows them.')}", ephemeral=True)


@group.command()
@app_commands.describe(
    two_person="A rating is published once a second moderator gives the same one",
    strict_evidence="Verified and false need two independent origins or a primary source",
)
async def rules(
    interaction: Interaction,
    two_person: bool | None = None,
    strict_evidence: bool | None = None,
) -> None:
    """Show the rules for decisions here, and change those that you name."""
    require_manager(interaction)
    await interaction.client.ledger.write(
        servers.set_rules,
        guild_of(interaction),
        two_person=two_person,
        strict_evidence=strict_evidence,
    )
    await interaction.response.send_message(await setup.state(interaction), ephemeral=True)


@group.command()
async def check(interaction: Interaction) -> None:
    """Look whether everything is set up here, and say what is missing."""
    require_manager(interaction)
    await interaction.response.send_message(await setup.state(interaction), ephemeral=True)
