"""
Sends digests: each exactly once, or with the reason why not.

What was taken on, tried and sent stands in the ledger before and after every step, so that
this process may end at any moment. The same nonce goes with every try of one digest; where
Discord may have forgotten it, the channel is looked at first.
"""

import asyncio
import logging
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

import aiohttp
import discord

from bot.jobs.digest_composing import compose
from bot.messages.digest import bears_mark
from bot.messages.digest_status import stop_words
from bot.messages.stats import files
from bot.translation import spoken_in
from claims import run_details
from claims.digest_records import Outcome, Run, Stop
from claims.errors import LedgerError
from claims.ledger import digests, due_runs, runs
from claims.wording import speaking

if TYPE_CHECKING:
    from bot.client import ClaimBot

log = logging.getLogger(__name__)

AT_ONCE = 20
"""Digests under way at once. At Discord's usual quarter of a second for a message, more would
only wait for their turn; a server whose answer hangs holds one place."""

A_SECOND = 40
"""Digests begun in a second. Discord allows 50 requests a second for all a bot does, and bans
it for 10,000 refusals in ten minutes: a fifth is left for everything else."""

LOOK_BACK = 300
"""Messages of a channel that are looked at for a digest whose answer was lost: three requests."""

CLOCKS_DIFFER = timedelta(days=1)
"""How far our clock may be from Discord's, when looking for a message by its time."""

LOST = (aiohttp.ClientError, TimeoutError, OSError)
"""Errors after which nobody knows whether Discord has the message; so it is with HTTP 5xx."""

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


class DigestSender:
    """Takes digests on and sends them. One of these a process, as one process has the ledger."""

    def __init__(self, bot: "ClaimBot") -> None:
        self._bot = bot
        self._busy: set[int] = set()
        self._next_turn = 0.0

    async def tick(self) -> None:
        """
        Send every digest that is due now, in the order in which they are due.

        Safe to call at any time, any number of times. Takes on no more than it sends at once,
        so that the memory needed does not grow with what is due, and no digest waits in a
        queue for longer than Discord knows its nonce. When as many in a row come to nothing,
        Discord is down, and the rest waits for the next tick.
        """
        try:
            async with asyncio.TaskGroup() as group:
                await self._send_all(group)
            for stop in await self._bot.ledger.read(digests.untold_stops):
                await self._tell(stop)
        except* LedgerError:
            log.exception("digests wait until the ledger can be used again")

    async def _send_all(self, group: asyncio.TaskGroup) -> None:
        under_way: set[asyncio.Task[Outcome]] = set()
        unanswered = 0
        while unanswered < AT_ONCE:
            taken = await self._bot.ledger.write(
                due_runs.claim_due,
                self._bot.now(),
                most=AT_ONCE - len(under_way),
                busy=frozenset(self._busy),
            )
            under_way |= {group.create_task(self.send(run)) for run in taken}
            if not under_way:
                return
            done, under_way = await asyncio.wait(under_way, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                unanswered = unanswered + 1 if task.result() is Outcome.CLAIMED else 0

    async def send(self, run: Run) -> Outcome:
        """
        Send a claimed run and record what became of it.

        Returns `claimed` where that is not known yet; a later tick sees to it.
        """
        if run.id in self._busy:
            return Outcome.CLAIMED
        self._busy.add(run.id)
        try:
            with speaking(spoken_in(self._bot.get_guild(run.guild_id))):
                lost = run.outcome is Outcome.UNCERTAIN
                sent = await (self._look(run) if lost else self._post(run))
            await self._record(run, sent)
        finally:
            self._busy.discard(run.id)
        if self._bot.metrics is not None:
            self._bot.metrics.sent("digest", sent.outcome)
        log.info("digest %d of server %d: %s %s", run.id, run.guild_id, sent.outcome, sent.detail)
        return sent.outcome

    async def _record(self, run: Run, sent: Sent) -> None:
        ledger, now = self._bot.ledger, self._bot.now()
        if sent.outcome is Outcome.CLAIMED:
            await ledger.write(runs.put_off, run, now=now, detail=sent.detail)
        elif sent.outcome is not Outcome.MISSED:  # which is recorded where it is decided
            await ledger.write(
                runs.settle,
                run,
                sent.outcome,
                now=now,
                message_id=sent.message_id,
                detail=sent.detail,
            )

    async def _post(self, run: Run) -> Sent:
        composed = await compose(
            self._bot.ledger, run, now=self._bot.now(), may_attach=self._may_attach(run)
        )
        if composed is None:
            return Sent(Outcome.EMPTY)
        channel = self._bot.get_partial_messageable(run.channel_id, guild_id=run.guild_id)
        await self._turn()
        try:
            message = await channel.send(
                view=composed.view,
                files=files(composed.pictures),
                nonce=run.nonce,
                allowed_mentions=pinged(composed.choice.ping_role_id),
            )
        except LOST as error:
            return _unanswered(error)
        except discord.HTTPException as refused:
            return _refused(refused)
        return Sent(Outcome.SENT, message.id)

    def _may_attach(self, run: Run) -> bool:
        """Whether the bot may send pictures; true where only Discord knows, as of a thread."""
        channel = self._bot.get_channel(run.channel_id)
        if not isinstance(channel, discord.abc.GuildChannel):
            return True
        return channel.permissions_for(channel.guild.me).attach_files

    async def _look(self, run: Run) -> Sent:
        """Look for a digest whose answer was lost; send it anew only if it is not there."""
        try:
            found = await self._found(run)
        except LOST as error:
            return _unanswered(error)
        except discord.NotFound:
            return Sent(Outcome.FAILED, detail=REASONS[10003])
        except discord.HTTPException as refused:
            failed = _refused(refused)
            if failed.outcome is Outcome.CLAIMED:
                return failed
            return _not_looked_for(failed.detail)
        if isinstance(found, Sent):
            return found
        anew = await self._bot.ledger.write(runs.not_found, run, now=self._bot.now())
        return await self._post(anew) if anew else Sent(Outcome.MISSED)

    async def _found(self, run: Run) -> Sent | None:
        """Return what the channel shows of the digest; None if it is surely not there."""
        channel = self._bot.get_channel(run.channel_id) or await self._bot.fetch_channel(
            run.channel_id
        )
        assert isinstance(channel, discord.abc.Messageable)
        me = channel.guild.me if isinstance(channel, discord.abc.GuildChannel) else None
        if me and not channel.permissions_for(me).read_message_history:
            # Discord would show an empty channel.
            return _not_looked_for(run_details.NO_HISTORY)
        since = discord.utils.time_snowflake(run.claimed_at - CLOCKS_DIFFER)
        seen = 0
        async for message in channel.history(
            limit=LOOK_BACK, after=discord.Object(since), oldest_first=False
        ):
            seen += 1
            if message.author == self._bot.user and bears_mark(message, run):
                return Sent(Outcome.SENT, message.id, run_details.FOUND)
        if seen == LOOK_BACK:
            return _not_looked_for(run_details.TOO_MUCH)
        return None

    async def _turn(self) -> None:
        """Wait so that no more than `A_SECOND` digests are begun in a second."""
        now = asyncio.get_running_loop().time()
        mine = max(now, self._next_turn)
        self._next_turn = mine + 1 / A_SECOND
        if mine > now:
            await asyncio.sleep(mine - now)

    async def _tell(self, stop: Stop) -> None:
        """Tell whoever set the schedule, or else the server's owner, why it was stopped."""
        guild = self._bot.get_guild(stop.guild_id)
        people = [stop.set_by, guild.owner_id if guild else None]
        with speaking(spoken_in(guild)):
            words = stop_words(stop, guild.name if guild else "")
        nonce = f"s{stop.guild_id % 10**9}-{int(stop.at.timestamp())}"
        for user_id in dict.fromkeys(person for person in people if person):
            try:
                user = await self._bot.fetch_user(user_id)
                await user.send(words, nonce=nonce)
            except LOST:
                return  # the next tick tries again
            except discord.HTTPException as refused:
                if refused.status >= 500:
                    return
                continue  # takes no direct messages, or is gone
            break
        await self._bot.ledger.write(digests.set_told, stop, now=self._bot.now())
        log.warning("the digest of server %d is stopped: %s", stop.guild_id, stop.why)


def _refused(refused: discord.HTTPException) -> Sent:
    """Tell trouble that passes, after which the message may be there, from a refusal."""
    if refused.status >= 500 or refused.status == 429:
        return Sent(Outcome.CLAIMED, detail=run_details.TROUBLE.format(status=refused.status))
    usual = run_details.REFUSED.format(status=refused.status, code=refused.code)
    return Sent(Outcome.FAILED, detail=REASONS.get(refused.code, usual))


def _unanswered(error: Exception) -> Sent:
    detail = run_details.NO_ANSWER.format(error=type(error).__name__)
    return Sent(Outcome.CLAIMED, detail=detail)


def _not_looked_for(why: str) -> Sent:
    return Sent(Outcome.UNCERTAIN, detail=run_details.NOT_LOOKED_FOR.format(why=why))


def pinged(role_id: int | None) -> discord.AllowedMentions:
    """Allow a message to ping this role and nobody else, whatever stands in its words."""
    roles = [discord.Object(role_id)] if role_id else False
    return discord.AllowedMentions(everyone=False, users=False, replied_user=False, roles=roles)
