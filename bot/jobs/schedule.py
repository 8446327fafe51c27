"""
Jobs that run by themselves.

APScheduler only says "look again"; what is due and what was sent is the ledger's to know, so
a restart, a second bot or a repeated job changes nothing.
"""

import logging
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta

from apscheduler.job import Job

from bot.client import ClaimBot
from bot.clock import Steadiness
from bot.jobs import heartbeat
from bot.jobs.backups import Backups
from bot.jobs.digest_sending import DigestSender
from bot.jobs.greetings import Greeter
from bot.jobs.notices import Notices
from bot.jobs.sending import Turns
from bot.jobs.ticking import Every, Ticking
from claims.errors import LedgerError
from claims.ledger.decisions import reviews
from claims.ledger.intake import asks, drafts
from claims.ledger.keeping import retention
from claims.ledger.lookup import listings, search
from claims.ledger.members import notices

log = logging.getLogger(__name__)

TICK_SECONDS = 20
"""How late a digest may be; asking the ledger costs well under a millisecond."""

BACKUP_SECONDS = 60
"""Between looks for whether today's backup is there, and whether somebody was erased."""

HOUR_SECONDS = 3600
"""Between looks for what has to be erased by now, which is a matter of days, and tidying up."""

EXPIRERS = (
    drafts.forget_expired,
    asks.forget_expired,
    listings.forget_expired,
    notices.forget_settled,
)
"""What forgets the things that are kept for a while only."""


class Schedule:
    """The bot's jobs. Started once Discord has accepted the token, stopped before it is left."""

    def __init__(self, bot: ClaimBot) -> None:
        self._bot = bot
        self._jobs = Ticking(timezone=UTC)  # the name would need time zone data
        self._steadiness = Steadiness(bot.now(), bot.lasting())
        turns = Turns()
        self.digests = DigestSender(bot, turns)
        self.notices = Notices(bot, turns)
        self.greetings = Greeter(bot, turns)
        self.backups = Backups(bot, turns)
        for job, seconds in (
            (self.digests.tick, TICK_SECONDS),
            (self.free_expired, TICK_SECONDS),
            (self.notices.tick, TICK_SECONDS),
            (self.greetings.tick, TICK_SECONDS),
            (self.beat, TICK_SECONDS),
            (self.erase_departed, HOUR_SECONDS),
            (self.forget_passing, HOUR_SECONDS),
            (self.merge_indexes, HOUR_SECONDS),
        ):
            self._add(job, seconds)
        self._backing_up = self._add(self.backups.tick, BACKUP_SECONDS)

    def _add(self, job: Callable[[], Awaitable[None]], seconds: float) -> Job:
        return self._jobs.add_job(
            self._run,
            Every(timedelta(seconds=seconds)),
            args=[job],
            name=job.__name__,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    def start(self) -> None:
        """Start the jobs in the running event loop."""
        self._jobs.start()

    def back_up_soon(self) -> None:
        """Look at once whether a backup is due; nobody waits for it."""
        if self._jobs.running:
            self._backing_up.modify(next_run_time=datetime.now(UTC))

    def stop(self) -> None:
        """Stop the jobs; one that is running is cut off, which the ledger is made for."""
        if self._jobs.running:
            self._jobs.shutdown(wait=False)

    async def _run(self, job: Callable[[], Awaitable[None]]) -> None:
        """Run a job, unless the clock was set just now."""
        if self._steadiness.holds(self._bot.now(), self._bot.lasting()):
            await job()

    def _latest(self) -> datetime:
        """Return the later of what our clock and Discord's show."""
        return max(self._bot.now(), self._bot.discords_now())

    async def beat(self) -> None:
        """Give a sign of life, or take it back."""
        await heartbeat.beat(self._bot)

    async def free_expired(self) -> None:
        """Open the claims again that somebody took and did not decide in time."""
        try:
            freed = await self._bot.ledger.write(
                reviews.free_expired, now=self._bot.now(), latest=self._latest()
            )
        except LedgerError:
            log.exception("taken claims wait until the ledger can be used again")
        else:
            if freed:
                log.info("%d taken claims are open again", freed)

    async def forget_passing(self) -> None:
        """Forget previews, texts and lists that nobody came back to, and notices long sent."""
        try:
            await self._bot.ledger.write(retention.date_back, latest=self._latest())
            for forget in EXPIRERS:
                await self._bot.ledger.write(forget, now=self._bot.discords_now())
        except LedgerError:
            log.exception("what is kept for a while waits to be forgotten")

    async def merge_indexes(self) -> None:
        """Keep searching quick, in steps between which decisions take their turns."""
        try:
            while await self._bot.ledger.write(search.merge):
                pass
        except LedgerError:
            log.exception("the search indexes wait to be merged")

    async def erase_departed(self) -> None:
        """Erase the ledgers of servers that removed the bot long enough ago."""
        try:
            erased = await self._bot.ledger.write(
                retention.erase_departed, now=self._bot.discords_now(), after=self._bot.keep
            )
        except LedgerError:
            log.exception("departed servers' ledgers wait to be erased")
        else:
            for guild_id in erased:
                log.info("erased the ledger of server %d, which removed the bot", guild_id)
