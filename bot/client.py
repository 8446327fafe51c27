"""The connection to Discord, and what answers and jobs need beside it. `app` puts it together."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Protocol

import discord
from discord import app_commands

from bot import clock
from bot.clock import DiscordsClock
from bot.rate_limit import Limit, RateLimiter
from bot.refused_forms import RefusedForms
from bot.worker.worker import Worker
from claims.digests.records import Run
from claims.ledger import Ledger
from claims.ledger.keeping.daily import Plan
from claims.records.notices import Outcome

if TYPE_CHECKING:  # an extra, loaded only where an operator asks for figures
    from bot.metrics import Metrics

RETENTION = timedelta(days=30)
"""For a server that removed the bot: time to notice a mistake and invite it again."""


class SendsDigests(Protocol):
    """What commands need of the job that sends digests."""

    async def send(self, run: Run) -> Outcome:
        """Send a claimed run, record what became of it, and return it."""


class ClaimBot(discord.AutoShardedClient):
    """
    One connection in front of one ledger. Keeps nothing but the ledger's connection.

    The ledger is opened and closed by the caller. `app.App` is the whole bot.
    """

    tree: "app_commands.CommandTree[ClaimBot]"
    digests: SendsDigests

    def __init__(
        self,
        ledger: Ledger,
        *,
        keep: timedelta = RETENTION,
        shard_count: int | None = None,
        metrics: "Metrics | None" = None,
        plan: Plan | None = None,
    ) -> None:
        self._discords_clock = DiscordsClock()
        super().__init__(
            http_trace=self._discords_clock.trace(),
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            shard_count=shard_count,
            # Of servers only what Discord tells by itself: no members, no messages.
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
        )
        self.ledger = ledger
        self.keep = keep
        self.plan = plan
        self.rate_limiter = RateLimiter()
        self.worker = Worker(ledger.path)
        self.refused_forms = RefusedForms()
        self.metrics = metrics
        if metrics is not None:
            metrics.watch(lambda: self.latencies)

    def now(self) -> datetime:
        """Return the current time; the only wall clock that the bot reads."""
        return discord.utils.utcnow()

    def discords_now(self) -> datetime:
        """Return the time by Discord's clock, or by ours as long as Discord has not answered."""
        return self._discords_clock.now() or self.now()

    def lasting(self) -> float:
        """Return seconds on a clock that nobody sets, to measure how long something lasts."""
        return clock.lasting()

    def count(self, limit: Limit, guild_id: int, user_id: int) -> None:
        """Count what a member does once more. Raises RefusedError if that is too often."""
        self.rate_limiter.hit(limit, guild_id, user_id, now=self.now(), lasting=self.lasting())

    async def close(self) -> None:
        await self.worker.close()
        await super().close()
