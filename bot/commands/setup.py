"""/setup: what managers decide for their server."""

import discord
from discord import app_commands

from bot.interaction import Interaction, guild_of, require_manager
from bot.permissions import missing_to_post
from claims.ledger import articles, digests, servers
from claims.seeds import load_seeds
from claims.wording import phrase, say, say_count

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
    await interaction.response.send_message(words, ephemeral=True)


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
    chosen = await interaction.client.ledger.write(
        servers.set_rules,
        guild_of(interaction),
        two_person=two_person,
        strict_evidence=strict_evidence,
    )
    two = phrase("To publish a rating, two moderators must agree.")
    one = phrase("To publish a rating, one moderator is enough.")
    strict = phrase("Verified and false need two independent origins or a primary source.")
    relaxed = phrase(
        "One link is enough, and a card says where the strict rule would have asked for more."
    )
    people = say(two if chosen.two_person else one)
    grounds = say(strict if chosen.strict_evidence else relaxed)
    await interaction.response.send_message(f"{people} {grounds}", ephemeral=True)


@group.command()
async def check(interaction: Interaction) -> None:
    """Look whether everything is set up here, and say what is missing."""
    require_manager(interaction)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    server = await ledger.read(servers.get, guild_id)
    scheduled = await ledger.read(digests.get_schedule, guild_id)
    lines = [_role_line(interaction, server.moderator_role_id)]
    if scheduled is None:
        lines.append("▫️ " + say("No digest is set: `/digest set`."))
    else:
        lines.append(_channel_line(interaction, scheduled[0].channel_id))
    one = phrase("Ratings take one moderator: `/setup rules`.")
    two = phrase("Ratings take two moderators: `/setup rules`.")
    lines.append("✅ " + say(two if server.two_person else one))
    await interaction.response.send_message("\n".join(lines), ephemeral=True)


def _role_line(interaction: Interaction, role_id: int | None) -> str:
    if role_id is None:
        return "▫️ " + say("Only managers rate claims: `/setup moderators` names a role.")
    if interaction.guild is None or interaction.guild.get_role(role_id) is None:
        return "❌ " + say("The moderators' role is gone: `/setup moderators` names another.")
    return "✅ " + say("Members with {role} rate claims.", role=f"<@&{role_id}>")


def _channel_line(interaction: Interaction, channel_id: int) -> str:
    channel = interaction.guild.get_channel(channel_id) if interaction.guild else None
    if channel is None:
        return "❌ " + say("The digest's channel is gone: `/digest set` names another.")
    missing = missing_to_post(channel)
    if missing:
        return "❌ " + say(
            "The bot lacks {permissions} in {channel}.",
            permissions=", ".join(missing),
            channel=channel.mention,
        )
    return "✅ " + say("The digest can be posted in {channel}.", channel=channel.mention)
