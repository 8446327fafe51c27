"""What goes into a digest, and when the next one is due. Pure: `now` is an argument."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from claims.digests.records import Change, Schedule, Section
from claims.errors import ZoneError
from claims.models import Record
from claims.records.claims import Stage

NEWS = (Section.CORRECTION, Section.RATING, Section.DISPUTE, Section.ADDITION, Section.RECHECK)
"""What makes a digest worth a message; most-asked and assigned claims are there every day."""


class Digest(Record):
    """What changed in a ledger, by section; people read the sections in the order of `Section`."""

    correction: tuple[Change, ...] = ()
    rating: tuple[Change, ...] = ()
    dispute: tuple[Change, ...] = ()
    addition: tuple[Change, ...] = ()
    asked: tuple[Change, ...] = ()
    checking: tuple[Change, ...] = ()
    recheck: tuple[Change, ...] = ()
    unlisted: int = 0  # new claims beyond those in `addition`

    def of(self, section: Section) -> tuple[Change, ...]:
        """Return the section's claims, as far as they were read."""
        found: tuple[Change, ...] = getattr(self, section)
        return found

    def count(self, section: Section) -> int:
        """Return how many claims the section has."""
        return len(self.of(section)) + (self.unlisted if section is Section.ADDITION else 0)

    @property
    def is_empty(self) -> bool:
        """Whether nothing happened that is worth a message."""
        return not any(self.count(section) for section in NEWS)


def compose(changes: Iterable[Change]) -> Digest:
    """
    Sort each claim's net change into the section where it belongs.

    What was done and undone within the digest's time leaves no trace, and a claim that was merged
    is neither new nor newly rated: the one that absorbed it may be. A published rating that
    changed, was taken back or given another reason is a correction. New claims come most
    check-worthy first, those of one article together; everything else in the order given.
    """
    sections: dict[Section, list[Change]] = {}
    for change in changes:
        section = _section(change)
        if section:
            sections.setdefault(section, []).append(change)
    additions = sections.get(Section.ADDITION, [])
    additions.sort(key=lambda c: (-c.claim.check_worthiness, c.claim.number))
    place = {title: n for n, title in reversed([*enumerate(c.article for c in additions)])}
    additions.sort(key=lambda c: place[c.article])
    return Digest().model_copy(update={s.value: tuple(c) for s, c in sections.items()})


def _section(change: Change) -> Section | None:
    before, after = change.before, change.claim.standing
    was = before.published if before else None
    if was is None:
        if after.merged_into is not None:
            return None
        if after.published:
            return Section.RATING
        waits = after.stage is not Stage.DROPPED
        return Section.ADDITION if before is None and waits else None
    assert before is not None
    if after.published is not was or after.reason != before.reason:
        return Section.CORRECTION
    if after.stage is Stage.DISPUTED and before.stage is not Stage.DISPUTED:
        return Section.DISPUTE
    return None


def weekly_day(weekday: int, on: date) -> date:
    """Return the last day with this weekday up to `on`."""
    return on - timedelta(days=(on.weekday() - weekday) % 7)


class Due(NamedTuple):
    """A moment at which a digest is due, and the local date that it is meant for."""

    at: datetime
    on: date


def next_due(schedule: Schedule, after: datetime) -> Due:
    """
    Return the first run strictly after `after`; `at` is in UTC.

    There is one for each local date that has a chosen weekday, through every change of the
    clocks: a local time that does not exist runs at the first moment that does, one that
    exists twice at its first. A date that a zone left out (Samoa, 30 December 2011) has none.
    Raises ValueError for a schedule without weekdays.
    """
    if not schedule.weekdays & frozenset(range(7)):
        raise ValueError("a schedule needs at least one weekday")
    zone = zone_of(schedule.zone)
    day = after.astimezone(zone).date() - timedelta(days=1)
    while True:
        if day.weekday() in schedule.weekdays and _exists(day, zone):
            at = local_moment(day, schedule.local_time, zone)
            if at > after:
                return Due(at, day)
        day += timedelta(days=1)


def last_due(schedule: Schedule, now: datetime) -> Due | None:
    """Return the latest run at or before `now`; None where no chosen weekday existed lately."""
    zone = zone_of(schedule.zone)
    day = now.astimezone(zone).date() + timedelta(days=1)
    for _ in range(16):  # two weeks: one date of a weekday may be left out by its zone
        if day.weekday() in schedule.weekdays and _exists(day, zone):
            at = local_moment(day, schedule.local_time, zone)
            if at <= now:
                return Due(at, day)
        day -= timedelta(days=1)
    return None


def sent_until(due: Due, following: Due) -> datetime:
    """
    Return how late a digest may still be sent: until half-way to the next.

    Later than that it would come nearer to the next one than to its own time, and the next one
    tells the same news anyway. A daily digest may so be twelve hours late, a weekly one three
    and a half days.
    """
    return due.at + (following.at - due.at) / 2


@cache
def zone_of(name: str) -> ZoneInfo:
    """
    Return the IANA zone of this name. Raises ZoneError for one of which there is no data.

    `ZoneInfo` itself remembers eight; servers live in all six hundred.
    """
    try:
        return ZoneInfo(name)
    except ZoneInfoNotFoundError as error:
        raise ZoneError(name) from error


def local_moment(day: date, local_time: time, zone: ZoneInfo) -> datetime:
    """Return, in UTC, when clocks in `zone` first show this time, or the next that they show."""
    wall = datetime.combine(day, local_time, zone)
    found = wall.replace(fold=0).astimezone(UTC)
    if found.astimezone(zone).replace(tzinfo=None) == wall.replace(tzinfo=None):
        return found
    # The clocks jump over this time. `fold` gives both readings of it, with the offset before
    # the jump and with the one after; the jump lies between them.
    low, high = wall.replace(fold=1).astimezone(UTC), found
    after = high.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        if middle.astimezone(zone).utcoffset() == after:
            high = middle
        else:
            low = middle
    return high.replace(microsecond=0)


@lru_cache(1024)  # asked again and again for the few dates and zones of now
def _exists(day: date, zone: ZoneInfo) -> bool:
    return local_moment(day, time(), zone).astimezone(zone).date() == day
