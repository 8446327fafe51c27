"""What all sending of the bot's own accord has in common: its pace, its trouble, and looking."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar

import aiohttp
import discord

from bot.messages import ui
from bot.messages.mark import bears
from claims.digests import run_details
from claims.records.notices import Outcome

log = logging.getLogger(__name__)

A_SECOND = 40
"""Requests begun in a second. Discord allows 50 for all a bot does, and bans it for 10,000 refusals
in ten minutes: a fifth is left for everything else."""

LOOK_BACK = 300
"""Messages of a channel that are looked at for one whose answer was lost: three requests."""

CLOCKS_DIFFER = timedelta(days=1)
"""How far our clock may be from Discord's, when looking for a message by its time."""

LOST = (aiohttp.ClientError, TimeoutError, OSError)
"""Errors after which nobody knows whether Discord has the message; so it is with HTTP 5xx."""

TOO_FAST = 40003
"""Discord's code for direct messages that are begun too fast one after the other."""

REASONS = {
    10003: run_details.CHANNEL_GONE,
    50001: run_details.UNSEEN,
    50013: run_details.MUTE,
    50083: run_details.ARCHIVED,
}
"""What Discord's codes mean to a manager."""


class Sent(NamedTuple):
    """How a try ended; `claimed` means that nobody knows yet."""

    outcome: Outcome
    message_id: int | None = None
    detail: str = ""


class Turns:
    """One for all that the bot sends of its own accord, so that together they keep the pace."""

    def __init__(self) -> None:
        self._next = 0.0

    async def take(self, requests: int = 1) -> None:
        """Wait until so many requests may be begun."""
        now = asyncio.get_running_loop().time()
        mine = max(now, self._next)
        self._next = mine + requests / A_SECOND
        await asyncio.sleep(mine - now)


T = TypeVar("T")


async def send_all(
    claim: Callable[[int], Awaitable[Sequence[T]]],
    send: Callable[[T], Awaitable[Outcome]],
    *,
    at_once: int,
) -> None:
    """
    Send what `claim` takes on, never more than `at_once` at a time, until nothing is due.

    So memory does not grow with what is due, and nothing waits in a queue for longer than Discord
    knows its nonce. When as many in a row come to nothing, Discord is down, and the rest waits
    for the next look.
    """
    under_way: set[asyncio.Task[Outcome]] = set()
    unanswered = 0
    async with asyncio.TaskGroup() as group:
        while unanswered < at_once:
            taken = await claim(at_once - len(under_way))
            under_way |= {group.create_task(_sent(send, one)) for one in taken}
            if not under_way:
                return
            done, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                unanswered = unanswered + 1 if task.result() is Outcome.CLAIMED else 0


async def _sent(send: Callable[[T], Awaitable[Outcome]], one: T) -> Outcome:
    return await send(one)


def refused(error: discord.HTTPException) -> Sent:
    """Tell trouble that passes, after which the message may be there, from a refusal."""
    if error.status >= 500 or error.status == 429 or error.code == TOO_FAST:
        return Sent(Outcome.CLAIMED, detail=run_details.TROUBLE.format(status=error.status))
    usual = run_details.REFUSED.format(status=error.status, code=error.code)
    return Sent(Outcome.FAILED, detail=REASONS.get(error.code, usual))


def unanswered(error: Exception) -> Sent:
    """Say that no answer came."""
    detail = run_details.NO_ANSWER.format(error=type(error).__name__)
    return Sent(Outcome.CLAIMED, detail=detail)


def not_looked_for(why: str) -> Sent:
    """Say why nobody can know whether a message came."""
    return Sent(Outcome.UNCERTAIN, detail=run_details.NOT_LOOKED_FOR.format(why=why))


async def channel_of(bot: discord.Client, channel_id: int) -> discord.abc.Messageable:
    """Return a channel, also one that Discord did not tell of, as a thread that rests."""
    channel = bot.get_channel(channel_id) or await bot.fetch_channel(channel_id)
    assert isinstance(channel, discord.abc.Messageable)
    return channel


async def look(
    channel: discord.abc.Messageable,
    me: discord.abc.Snowflake | None,
    line: ui.TextDisplay,
    since: datetime,
) -> Sent | None:
    """
    Return what the channel shows of a message with this mark; None if it is surely not there.

    Raises what Discord's answers and silences raise.
    """
    member = channel.guild.me if isinstance(channel, discord.abc.GuildChannel) else None
    if (
        member
        and isinstance(channel, discord.abc.GuildChannel)
        and not channel.permissions_for(member).read_message_history
    ):
        # Discord would show an empty channel.
        return not_looked_for(run_details.NO_HISTORY)
    begin = discord.utils.time_snowflake(since - CLOCKS_DIFFER)
    seen = 0
    async for message in channel.history(
        limit=LOOK_BACK, after=discord.Object(begin), oldest_first=False
    ):
        seen += 1
        if message.author == me and bears(message, line):
            return Sent(Outcome.SENT, message.id, run_details.FOUND)
    return not_looked_for(run_details.TOO_MUCH) if seen == LOOK_BACK else None


async def looked_for(
    bot: discord.Client, channel_id: int, line: ui.TextDisplay, since: datetime
) -> Sent | None:
    """Look for a message whose answer was lost, as `look` does; where nobody can know, say why."""
    try:
        return await look(await channel_of(bot, channel_id), bot.user, line, since)
    except LOST as error:
        return unanswered(error)
    except discord.NotFound:
        return Sent(Outcome.FAILED, detail=REASONS[10003])
    except discord.HTTPException as error:
        failed = refused(error)
        unknown = failed.outcome is Outcome.CLAIMED
        return failed if unknown else not_looked_for(failed.detail)
