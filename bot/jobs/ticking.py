"""
APScheduler that a wall clock cannot put to sleep.

APScheduler keeps the wall-clock time of each next run, but waits for it by the event loop's clock,
which nobody sets. After a jump ahead the next run is put far ahead as well, and once the clock is
set right, nothing runs until then (`BaseScheduler._process_jobs`, 3.11). So before each look for
what is due, a run that lies further ahead than its interval is brought back.
"""

from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.base import BaseTrigger


class Every(BaseTrigger):  # type: ignore[misc]  # APScheduler has no types
    """
    An interval after the last look, however many would have passed meanwhile.

    `IntervalTrigger` counts them all, which takes seconds after a clock jumped by years.
    """

    def __init__(self, interval: timedelta) -> None:
        self.interval = interval

    def get_next_fire_time(self, _previous: datetime | None, now: datetime) -> datetime:
        """Return when to run next."""
        return now + self.interval


class Ticking(AsyncIOScheduler):  # type: ignore[misc]  # APScheduler has no types
    """Runs jobs with the trigger `Every` by the time that passes, whatever the clock shows."""

    def wakeup(self) -> None:
        """Look for what is due."""
        now = datetime.now(self.timezone)
        for job in self.get_jobs():
            if job.next_run_time > now + job.trigger.interval:
                job.modify(next_run_time=now)
        super().wakeup()
