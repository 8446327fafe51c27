"""Weekdays in words. Pure."""

from collections.abc import Collection

from claims.wording import WEEKDAYS, say

EVERY_DAY = frozenset(range(7))
WORKDAYS = frozenset(range(5))


def days_said(weekdays: Collection[int]) -> str:
    """Return weekdays in words that are read as the same ones where people type them."""
    chosen = frozenset(weekdays)
    if chosen == EVERY_DAY:
        return say("every day")
    if chosen == WORKDAYS:
        return say("Monday to Friday")
    return ", ".join(say(WEEKDAYS[day]) for day in sorted(chosen))
