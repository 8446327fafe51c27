"""/setup: what managers decide for their server."""

import discord
from discord import app_commands

from bot.interaction import Interaction, guild_of, require_manager
from bot.permissions import missing_to_post
from claims.ledger import articles, digests, servers
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
    chosen = await interaction.client.ledger.write(
        servers.set_rules,
        guild_of(interaction),
        two_person=two_person,
        strict_evidence=strict_evidence,
    )
    people = "two moderators must agree" if chosen.two_person else "one moderator is enough"
    grounds = (
        "verified and false need two independent origins or a primary source"
        if chosen.strict_evidence
        else "one link is enough, and a card says where the strict rule would have asked for more"
    )
    await interaction.response.send_message(
        f"To publish a rating, {people}; {grounds}.", ephemeral=True
    )


@group.command()
async def check(interaction: Interaction) -> None:
    """Look whether everything is set up here, and say what is missing."""
    require_manager(interaction)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    server = await ledger.read(servers.get, guild_id)
    scheduled = await ledger.read(digests.get_schedule, guild_id)
    lines = [_role_line(interaction, server.moderator_role_id)]
    if scheduled is None:
        lines.append("▫️ No digest is set: `/digest set`.")
    else:
        lines.append(_channel_line(interaction, scheduled[0].channel_id))
    rule = "two moderators" if server.two_person else "one moderator"
    lines.append(f"✅ Ratings take {rule}: `/setup rules`.")
    await interaction.response.send_message("\n".join(lines), ephemeral=True)


def _role_line(interaction: Interaction, role_id: int | None) -> str:
    if role_id is None:
        return "▫️ Only managers rate claims: `/setup moderators` names a role."
    if interaction.guild is None or interaction.guild.get_role(role_id) is None:
        return "❌ The moderators' role is gone: `/setup moderators` names another."
    return f"✅ <@&{role_id}> rate claims."


def _channel_line(interaction: Interaction, channel_id: int) -> str:
    channel = interaction.guild.get_channel(channel_id) if interaction.guild else None
    if channel is None:
        return "❌ The digest's channel is gone: `/digest set` names another."
    missing = missing_to_post(channel)
    if missing:
        return f"❌ The bot lacks {' and '.join(missing)} in {channel.mention}."
    return f"✅ The digest can be posted in {channel.mention}."
