"""Days at an invented desk, which have gone by when a rehearsal begins."""

from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

from bot.rehearsal.desk import Desk

Week = tuple[Callable[[Desk], Awaitable[None]], ...]
"""What happens on each day; the last but one is the busiest."""


async def live(week: Week, day: int, desk: Desk) -> None:
    """Let happen what happens on this day of the week, counted from 0; weeks repeat."""
    await week[day % len(week)](desk)


def weekly_on(first_digest: datetime, week: Week) -> int:
    """
    Return the weekday (Monday is 0) on which a digest shall have the week in numbers.

    It is that of the busiest day, so that a rehearsed week shows the same whenever it is looked at.
    """
    return (first_digest + timedelta(days=len(week) - 2)).weekday()
