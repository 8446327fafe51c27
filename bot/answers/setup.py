"""How a server is set up, line by line, and what is missing."""

from collections.abc import Iterator

import discord

from bot.interaction import Interaction, guild_of
from bot.permissions import missing_to_post
from claims.digests.records import Choice, Schedule
from claims.ledger import servers
from claims.ledger.digests import digests
from claims.ledger.lookup import claims
from claims.records.servers import Quiet, Server
from claims.wording import phrase, say

DONE, OPEN, WRONG = "✅", "▫️", "❌"


async def state(interaction: Interaction) -> str:
    """Return everything that a manager chooses here, as it stands, and what is wrong with it."""
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    server = await ledger.read(servers.get, guild_id)
    scheduled = await ledger.read(digests.get_schedule, guild_id)
    choice = await ledger.read(digests.choice, guild_id)
    some = await ledger.read(claims.page, guild_id, size=1)
    lines = [_role_line(interaction.guild, server.moderator_role_id), *_rule_lines(server)]
    if scheduled is None:
        lines.append(f"{OPEN} " + say("No digest is set: `/digest set` chooses channel and zone."))
    else:
        schedule, due = scheduled
        lines.append(_time_line(schedule, int(due.timestamp())))
        lines += _channel_lines(interaction.guild, schedule.channel_id, choice)
    lines.append(_quiet_line(server.quiet))
    if not some.claims:
        lines.append(
            f"{OPEN} " + say("No claims are here yet: `/setup seeds` or `/intake paste` adds some.")
        )
    return "\n".join(lines)


def _role_line(guild: discord.Guild | None, role_id: int | None) -> str:
    if role_id is None:
        return f"{OPEN} " + say("Only managers rate claims: `/setup moderators` names a role.")
    if guild is None or guild.get_role(role_id) is None:
        return f"{WRONG} " + say("The moderators' role is gone: `/setup moderators` names another.")
    return f"{DONE} " + say("Members with {role} rate claims.", role=f"<@&{role_id}>")


def _rule_lines(server: Server) -> Iterator[str]:
    one = phrase("Ratings take one moderator: `/setup rules`.")
    two = phrase("Ratings take two moderators: `/setup rules`.")
    yield f"{DONE} " + say(two if server.two_person else one)
    strict = phrase("Verified and false need two independent origins or a primary source.")
    relaxed = phrase(
        "One link is enough, and a card says where the strict rule would have asked for more."
    )
    yield f"{DONE} " + say(strict if server.strict_evidence else relaxed)


def _time_line(schedule: Schedule, due: int) -> str:
    return f"{DONE} " + say(
        "The digest comes at {time} in {zone}, next {when}.",
        time=f"{schedule.local_time:%H:%M}",
        zone=schedule.zone,
        when=f"<t:{due}:F>",
    )


def _quiet_line(quiet: Quiet | None) -> str:
    if quiet is None:
        return f"{OPEN} " + say("People are written to at any hour: `/setup quiet` spares nights.")
    if quiet.begins == quiet.ends:
        return f"{DONE} " + say("People are written to at any hour: `/setup quiet`.")
    return f"{DONE} " + say(
        "Nobody is written to from {begins} to {ends} in {zone}: `/setup quiet`.",
        begins=f"{quiet.begins:%H:%M}",
        ends=f"{quiet.ends:%H:%M}",
        zone=quiet.zone,
    )


def _channel_lines(guild: discord.Guild | None, channel_id: int, choice: Choice) -> Iterator[str]:
    channel = guild.get_channel(channel_id) if guild else None
    if channel is None:
        yield f"{WRONG} " + say("The digest's channel is gone: `/digest set` names another.")
        return
    missing = missing_to_post(channel)
    if missing:
        yield f"{WRONG} " + say(
            "The bot lacks {permissions} in {channel}.",
            permissions=", ".join(missing),
            channel=channel.mention,
        )
    else:
        yield f"{DONE} " + say("The digest can be posted in {channel}.", channel=channel.mention)
    allowed = channel.permissions_for(channel.guild.me)
    if not allowed.read_message_history:
        yield f"{OPEN} " + say(
            "Without Read Message History in {channel} a digest whose answer was lost is not"
            " found again, and may be missing.",
            channel=channel.mention,
        )
    role = channel.guild.get_role(choice.ping_role_id) if choice.ping_role_id else None
    if role is not None and not (role.mentionable or allowed.mention_everyone):
        yield f"{WRONG} " + say(
            "{role} is not pinged: let anyone mention it, or the bot Mention All Roles.",
            role=role.mention,
        )
