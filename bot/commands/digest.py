"""/digest: when and where the server is told what changed (managers)."""

import discord
from discord import app_commands

from bot.commands.schedule_options import (
    days_typed,
    suggest_days,
    suggest_zones,
    time_typed,
    zone_typed,
)
from bot.interaction import Interaction, guild_of, require_manager
from bot.jobs.digest_composing import compose
from bot.messages import digest_status
from bot.messages.days import EVERY_DAY
from bot.messages.digest_lines import WORDS
from bot.messages.stats import files
from bot.permissions import missing_to_post
from bot.translation import spoken_in
from claims.digests.records import Schedule, Section
from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.digests import digests, due_runs, runs
from claims.records.notices import Outcome
from claims.wording import WEEKDAYS, phrase, say, speaking

group = app_commands.Group(
    name="digest",
    description="Set up the digest of what changed (managers).",
    default_permissions=discord.Permissions(manage_guild=True),
)

SECTIONS = [
    app_commands.Choice(name=words.heading, value=section.value) for section, words in WORDS.items()
]
NEVER = phrase("never")


@group.command(name="set")
@app_commands.describe(
    channel="Where the digest is posted",
    at="Local time, as 08:00",
    zone="Time zone, found by a city",
    days="On which days, as Monday, Thursday; every day if left out",
)
@app_commands.autocomplete(zone=suggest_zones, days=suggest_days)
async def set_(
    interaction: Interaction,
    channel: discord.TextChannel,
    at: app_commands.Range[str, 4, 5],
    zone: app_commands.Range[str, 1, 60],
    days: app_commands.Range[str, 1, 100] | None = None,
) -> None:
    """Post a digest every day, or on chosen weekdays, at a local time."""
    require_manager(interaction)
    schedule = Schedule(
        channel_id=channel.id,
        local_time=time_typed(at),
        zone=zone_typed(zone),
        weekdays=days_typed(days) if days else EVERY_DAY,
    )
    _check_permissions(channel)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    due = await ledger.write(
        digests.set_schedule,
        guild_id,
        schedule,
        now=interaction.client.now(),
        actor=interaction.user.id,
    )
    moment = int(due.timestamp())
    words = say(
        "The digest goes to {channel}, next {when}. Nothing is posted when nothing happened.",
        channel=channel.mention,
        when=f"<t:{moment}:F> (<t:{moment}:R>)",
    )
    quiet = (await ledger.read(servers.get, guild_id)).quiet
    if quiet and quiet.begins != quiet.ends:
        # Where none were chosen, the digest's zone is what makes the default hours hold.
        words += "\n" + say(
            "From {begins} to {ends} in {zone} nobody here is written to directly: /setup quiet"
            " chooses other hours.",
            begins=f"{quiet.begins:%H:%M}",
            ends=f"{quiet.ends:%H:%M}",
            zone=quiet.zone,
        )
    await interaction.response.send_message(words, ephemeral=True)


@group.command()
async def now(interaction: Interaction) -> None:
    """Post the digest now; the next one covers what comes after."""
    require_manager(interaction)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    scheduled = await ledger.read(digests.get_schedule, guild_id)
    channel_id = scheduled[0].channel_id if scheduled else interaction.channel_id
    assert channel_id is not None
    run = await ledger.write(
        due_runs.claim_now,
        guild_id,
        request=interaction.id,
        channel_id=channel_id,
        now=interaction.client.now(),
    )
    outcome = await interaction.client.digests.send(run)
    await interaction.followup.send(_told(outcome, channel_id), ephemeral=True)


@group.command()
async def preview(interaction: Interaction) -> None:
    """Show only you what the digest would say if it were posted now."""
    require_manager(interaction)
    ledger, guild_id, now = (
        interaction.client.ledger,
        guild_of(interaction),
        interaction.client.now(),
    )
    await interaction.response.defer(ephemeral=True, thinking=True)
    channel_id = interaction.channel_id or 0
    run = await ledger.read(due_runs.preview, guild_id, channel_id=channel_id, now=now)
    with speaking(spoken_in(interaction.guild)):  # as it would be posted
        composed = await compose(ledger, interaction.client.worker, run, now=now, may_attach=True)
    if composed is None:
        words = say("Nothing happened since the last digest, so nothing would be posted.")
        await interaction.followup.send(words, ephemeral=True)
        return
    await interaction.followup.send(
        view=composed.view, files=files(composed.pictures), ephemeral=True
    )


@group.command()
async def status(interaction: Interaction) -> None:
    """Show when the next digest comes, and what became of the last ten."""
    require_manager(interaction)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    words = digest_status.status(
        await ledger.read(digests.get_schedule, guild_id),
        await ledger.read(digests.stopped, guild_id),
        await ledger.read(runs.past, guild_id),
        guild_id,
    )
    await interaction.response.send_message(words, ephemeral=True)


@group.command()
@app_commands.describe(
    show="A section to show again",
    hide="A section to leave out",
    least_worth="Leave out new and most-asked claims below this check-worthiness, 0 to 1",
    tag="Only claims with this tag; “any” for all claims",
    ping="A role to ping with each digest",
    no_ping="Ping nobody any more",
    skip_empty="Post nothing when nothing happened",
    weekly="The day of the chart and the report of who was rated how; “never” for none",
)
@app_commands.rename(least_worth="least_check_worthiness")
@app_commands.choices(
    show=SECTIONS,
    hide=SECTIONS,
    weekly=[app_commands.Choice(name=day, value=day) for day in (*WEEKDAYS, NEVER)],
)
async def settings(
    interaction: Interaction,
    show: app_commands.Choice[str] | None = None,
    hide: app_commands.Choice[str] | None = None,
    least_worth: app_commands.Range[float, 0, 1] | None = None,
    tag: app_commands.Range[str, 1, 40] | None = None,
    ping: discord.Role | None = None,
    no_ping: bool = False,
    skip_empty: bool | None = None,
    weekly: app_commands.Choice[str] | None = None,
) -> None:
    """Choose what the digest holds and whom it pings; without options, show it."""
    require_manager(interaction)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    choice = await ledger.read(digests.choice, guild_id)
    hidden = set(choice.hidden)
    if hide:
        hidden.add(Section(hide.value))
    if show:
        hidden.discard(Section(show.value))
    if tag is not None:
        folded = " ".join(tag.casefold().split())
        choice = choice.model_copy(update={"tag": "" if folded == "any" else folded})
    if ping or no_ping:
        role_id = None if no_ping or not ping else ping.id
        choice = choice.model_copy(update={"ping_role_id": role_id})
    if least_worth is not None:
        choice = choice.model_copy(update={"least_worth": least_worth})
    if skip_empty is not None:
        choice = choice.model_copy(update={"skip_empty": skip_empty})
    if weekly is not None:
        day = None if weekly.value == NEVER else WEEKDAYS.index(weekly.value)
        choice = choice.model_copy(update={"weekly_on": day})
    choice = choice.model_copy(update={"hidden": frozenset(hidden)})
    await ledger.write(digests.set_choice, guild_id, choice)
    await interaction.response.send_message(digest_status.choices(choice), ephemeral=True)


@group.command()
async def off(interaction: Interaction) -> None:
    """Stop the scheduled digest."""
    require_manager(interaction)
    stopped = await interaction.client.ledger.write(digests.clear_schedule, guild_of(interaction))
    words = say("The digest is off.") if stopped else say("There was no scheduled digest.")
    words += " " + say("/digest set starts one.")
    await interaction.response.send_message(words, ephemeral=True)


def _told(outcome: Outcome, channel_id: int) -> str:
    match outcome:
        case Outcome.SENT:
            return say("The digest is in {channel}.", channel=f"<#{channel_id}>")
        case Outcome.EMPTY:
            return say("Nothing happened since the last digest, so nothing was posted.")
        case Outcome.FAILED:
            return say(
                "Discord refused the digest in {channel}. Let the bot view that channel and send"
                " messages there, or choose another one with /digest set; then try again.",
                channel=f"<#{channel_id}>",
            )
        case _:
            return say("Discord does not answer. The digest is tried again in a few seconds.")


def _check_permissions(channel: discord.TextChannel) -> None:
    """Raise RefusedError naming what the bot may not do in the channel."""
    missing = missing_to_post(channel)
    if missing:
        raise RefusedError(
            say(
                "The bot cannot post in {channel}: it lacks {permissions} there.",
                channel=channel.mention,
                permissions=", ".join(missing),
            )
        )
