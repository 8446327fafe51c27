"""
Jobs that run by themselves.

APScheduler only says "look again"; what is due and what was sent is the ledger's to know, so
a restart, a second bot or a repeated job changes nothing.
"""

import logging
from typing import TYPE_CHECKING

import aiohttp
import discord
from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.digest_message import digest_message
from bot.notices import Notices
from claims.digest import compose
from claims.errors import LedgerError
from claims.ledger import digests, reviews
from claims.records import Outcome, Run

if TYPE_CHECKING:
    from bot.client import ClaimBot

log = logging.getLogger(__name__)

TICK_SECONDS = 20
"""How late a digest may be; asking the ledger costs well under a millisecond."""

LOST = (aiohttp.ClientError, TimeoutError, OSError)
"""Errors after which nobody knows whether Discord has the message; so it is with HTTP 5xx."""


class Schedule:
    """The bot's jobs. Started once Discord has accepted the token, stopped before it is left."""

    def __init__(self, bot: "ClaimBot") -> None:
        self._bot = bot
        self._sending: set[int] = set()
        self._jobs = AsyncIOScheduler(timezone="UTC")
        self.notices = Notices(bot)
        for job in (self.send_due, self.free_expired, self.notices.tick):
            self._jobs.add_job(
                job,
                IntervalTrigger(seconds=TICK_SECONDS, timezone="UTC"),
                coalesce=True,
                max_instances=1,
                misfire_grace_time=None,
            )

    def start(self) -> None:
        """Start the jobs in the running event loop."""
        self._jobs.start()

    def stop(self) -> None:
        """Stop the jobs; one that is running is cut off, which the ledger is made for."""
        if self._jobs.running:
            self._jobs.shutdown(wait=False)

    async def send_due(self) -> None:
        """Send every digest that is due now. Safe to call at any time, any number of times."""
        try:
            runs = await self._bot.ledger.write(digests.claim_due, self._bot.now())
            for run in runs:
                await self.send(run)
        except LedgerError:
            log.exception("digests wait until the ledger can be used again")

    async def free_expired(self) -> None:
        """Open the claims again that somebody took and did not decide in time."""
        try:
            freed = await self._bot.ledger.write(reviews.free_expired, now=self._bot.now())
        except LedgerError:
            log.exception("taken claims wait until the ledger can be used again")
        else:
            if freed:
                log.info("%d taken claims are open again", freed)

    async def send(self, run: Run) -> Outcome:
        """
        Send a claimed run and record what became of it.

        Where the answer was lost the run stays claimed; the next tick sends it again with the
        same nonce, of which Discord keeps one message.
        """
        if run.id in self._sending:
            return Outcome.CLAIMED
        self._sending.add(run.id)
        try:
            outcome, message_id, detail = await self._post(run)
        finally:
            self._sending.discard(run.id)
        if outcome is not Outcome.CLAIMED:
            await self._bot.ledger.write(
                digests.settle, run, outcome, message_id=message_id, detail=detail
            )
        log.info("digest %d of server %d: %s %s", run.id, run.guild_id, outcome, detail)
        return outcome

    async def _post(self, run: Run) -> tuple[Outcome, int | None, str]:
        digest = compose(await self._bot.ledger.read(digests.changes, run))
        if digest.is_empty:
            return Outcome.EMPTY, None, ""
        channel = self._bot.get_partial_messageable(run.channel_id, guild_id=run.guild_id)
        try:
            message = await channel.send(view=digest_message(digest), nonce=str(run.id))
        except LOST as error:
            return Outcome.CLAIMED, None, type(error).__name__
        except discord.HTTPException as refused:
            if refused.status >= 500:
                return Outcome.CLAIMED, None, f"HTTP {refused.status}"
            return Outcome.FAILED, None, f"HTTP {refused.status}, code {refused.code}"
        return Outcome.SENT, message.id, ""
