"""/setup: what managers decide for their server."""

import discord
from discord import app_commands

from bot.answers import seeds as shipped
from bot.answers import setup
from bot.commands.schedule_options import suggest_zones, time_typed, zone_typed
from bot.interaction import Interaction, guild_of, require_manager
from claims.errors import RefusedError
from claims.ledger import servers
from claims.records.servers import Quiet
from claims.wording import say

group = app_commands.Group(
    name="setup",
    description="Set the claim tracker up for this server (managers).",
    default_permissions=discord.Permissions(manage_guild=True),
)


@group.command()
@app_commands.describe(
    role="Members with this role rate claims",
    managers_only="Take the role's right away: nobody but managers rates claims",
)
async def moderators(
    interaction: Interaction, role: discord.Role | None = None, managers_only: bool = False
) -> None:
    """Show whose decisions about claims count, and change it by an option."""
    require_manager(interaction)
    if role and managers_only:
        raise RefusedError(say("Choose one of the two: a role, or managers only."))
    words = ""
    if role or managers_only:
        await interaction.client.ledger.write(
            servers.set_moderators, guild_of(interaction), role.id if role else None
        )
        words = say("Only people who may manage this server decide about claims now.") + "\n\n"
    if role:
        words = say("Members with {role} decide about claims now.", role=role.mention) + "\n\n"
    state = await setup.state(interaction)
    await interaction.response.send_message(f"{words}{state}", ephemeral=True)


@group.command()
async def seeds(interaction: Interaction) -> None:
    """Load the articles that come with the bot; what is there already is not added again."""
    require_manager(interaction)
    await shipped.load(interaction)


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
@app_commands.describe(
    begins="When it begins, as 22:00; the same as the end for no quiet hours",
    ends="When it ends, as 07:00",
    zone="Type a city; left out, the zone of the digest",
)
@app_commands.autocomplete(zone=suggest_zones)
async def quiet(
    interaction: Interaction,
    begins: app_commands.Range[str, 4, 5],
    ends: app_commands.Range[str, 4, 5],
    zone: app_commands.Range[str, 1, 60] | None = None,
) -> None:
    """Choose the hours in which people here are not written to directly."""
    require_manager(interaction)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    chosen = (await ledger.read(servers.get, guild_id)).quiet
    if zone is None and chosen is None:
        raise RefusedError(say("Name the zone too: no digest is set that would tell it."))
    name = zone_typed(zone) if zone else chosen.zone if chosen else ""
    quiet_ = Quiet(zone=name, begins=time_typed(begins), ends=time_typed(ends))
    await ledger.write(servers.set_quiet, guild_id, quiet_)
    await interaction.response.send_message(await setup.state(interaction), ephemeral=True)


@group.command()
async def check(interaction: Interaction) -> None:
    """Look whether everything is set up here, and say what is missing."""
    require_manager(interaction)
    await interaction.response.send_message(await setup.state(interaction), ephemeral=True)
