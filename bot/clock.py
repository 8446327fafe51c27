"""
Which clock is asked for what.

What is due is decided by the wall clock, which people go by and anybody may set; how long
something takes, lasts or has to wait by one that only ever goes on; what has to be erased by
Discord's, as erasing cannot be taken back.
"""

import logging
import time
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import aiohttp
from discord.http import Route

from claims.rules.ahead import TOLERANCE

log = logging.getLogger(__name__)

PATIENCE = 60.0
"""Seconds for which a clock that was set is not acted by. One set by mistake, or by a time service
that is about to set it right, is right again by then; and nothing is due to the minute."""


def lasting() -> float:
    """Return seconds on a clock that nobody sets; on Linux they go on while it is suspended."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Steadiness:
    """Whether the wall clock goes as evenly as the one that nobody sets."""

    def __init__(self, now: datetime, lasting: float) -> None:
        self._trusted = self._seen = now - timedelta(seconds=lasting)
        self._since = lasting

    def holds(self, now: datetime, lasting: float) -> bool:
        """Whether to act by the wall clock: not for PATIENCE after it was set."""
        seen = now - timedelta(seconds=lasting)
        if abs(seen - self._seen) > TOLERANCE:
            log.warning("the clock was set by %s; jobs wait for a minute", seen - self._seen)
            self._since = lasting
        self._seen = seen
        if abs(seen - self._trusted) > TOLERANCE and lasting - self._since < PATIENCE:
            return False
        self._trusted = seen
        return True


class DiscordsClock:
    """What Discord's clock shows, by the answers to our requests."""

    def __init__(self) -> None:
        self._began: datetime | None = None

    def trace(self) -> aiohttp.TraceConfig:
        """Return what listens to a session's answers."""
        trace = aiohttp.TraceConfig()
        trace.on_request_end.append(self._hear)
        return trace

    def now(self) -> datetime | None:
        """Return the time to a few seconds; None before the first answer."""
        return self._began + timedelta(seconds=lasting()) if self._began else None

    async def _hear(
        self, _session: object, _context: object, ended: aiohttp.TraceRequestEndParams
    ) -> None:
        date = ended.response.headers.get("Date")
        if date is None or not str(ended.url).startswith(Route.BASE):
            return
        try:
            there = parsedate_to_datetime(date)
        except ValueError:
            return
        self._began = there.replace(tzinfo=UTC) - timedelta(seconds=lasting())
