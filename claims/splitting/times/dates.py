"""
Time expressions: "last week", "late last year", "on 3 March", "Tuesday night".

Each is built around one word that only times have, the head: a weekday, a month, a unit, a year.
From there the words to the left and to the right are read as long as they belong to it.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from claims.models import Span
from claims.splitting.lexicon.timeheads import Core, core_at
from claims.splitting.lexicon.timewords import (
    BOUNDS,
    HEADS,
    LEADS,
    OWNERS,
    PART_NOUNS,
    PARTS,
    Row,
    may_hold_time,
)
from claims.splitting.times.readings import Days, Decade, Part, Reading, days_of


class TimeExpression(NamedTuple):
    """A time as written, with its "in" or "on", and what it says."""

    span: Span
    reading: Reading
    part: Part | None = None


def _part(row: Row, first: int) -> tuple[int, Part | None]:
    """Read "late", "early in", "at the end of" to the left; return the new first word as well."""
    if row.before(first, PARTS):
        return first - 1, PARTS[row.low(first - 1)]
    if row.before(first, ("in", "on")) and row.before(first - 1, PARTS):
        return first - 2, PARTS[row.low(first - 2)]
    if row.before(first, ("of",)) and row.before(first - 1, PART_NOUNS):
        noun = first - 2
        return noun - row.before(noun, ("the",)), PART_NOUNS[row.low(noun)]
    return first, None


def _expression(row: Row, core: Core) -> TimeExpression | None:
    """Add what belongs to the left; None where the words are no time of what is told."""
    first, part = _part(row, core.first)
    if part and isinstance(core.reading, Decade):
        first -= row.before(first, ("the",))
    lead = row.before(first, LEADS)
    first -= lead
    # "The events of last week", "the 3 March vote", "his Tuesday wins", "since Monday".
    whole = row.before(first, ("of",)) and not row.before(first - 1, ("as",))
    outside = whole or row.before(first, BOUNDS) or row.before(first, OWNERS)
    if outside or row.is_possessive(core.last) or (core.needs_lead and not lead):
        return None
    return TimeExpression(row.span(first, core.last), core.reading, part)


def _expressions(row: Row) -> Iterator[TimeExpression]:
    done = -1
    for at, low in enumerate(row.lows):
        if at <= done or not (low in HEADS or low[0].isdecimal()):
            continue
        if core := core_at(row, at):
            taken, done = done, core.last
            if core.first <= taken:  # "March 3 March": the day is the first month's
                continue
            if found := _expression(row, core):
                yield found


def find_times(text: str, span: Span) -> list[TimeExpression]:
    """
    Return the time expressions in `span` that can say when something was done or said, in order.

    Left alone: times that end or begin something ("since Monday", "by July"), that belong to a
    noun ("last year's vote", "the 3 March vote"), and clock times.

    >>> text = "Two people were hurt late last year, she said on Monday."
    >>> [one.span.of(text) for one in find_times(text, Span(0, len(text)))]
    ['late last year', 'on Monday']
    """
    if not may_hold_time(span.of(text)):
        return []
    return list(_expressions(Row(text, span)))


def resolve(expression: TimeExpression, published_on: date) -> Days | None:
    """
    Return the first and the last day that `expression` means in an article of `published_on`.

    A weekday, a date without its year and a month are the latest up to publication: news tells
    what has been. "Last Monday" is never the day of publication itself. None for what
    publication does not tell ("recently", "a week earlier") and for dates that do not exist.
    """
    return days_of(expression.reading, expression.part, published_on)
