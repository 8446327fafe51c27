"""
What a time expression says, apart from how it is written, and which days that makes.

All is counted from the day of publication. Weeks run from Monday to Sunday; seasons are the
northern ones in whole months (summer: June to August), as most articles in English mean them.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

Days = tuple[date, date]  # both ends included


class Unit(StrEnum):
    """What an expression counts in."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    WEEKEND = "weekend"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"


class Part(StrEnum):
    """Which piece of a period: a third, or the time before or after publication."""

    EARLY = "early"
    MID = "mid"
    LATE = "late"
    EARLIER = "earlier"
    LATER = "later"


class Shifted(NamedTuple):
    """Whole periods: last week is (-1, -1), a few years ago (-5, -2), this month (0, 0)."""

    unit: Unit
    first: int
    last: int


class Rolling(NamedTuple):
    """The time up to publication: the past three weeks."""

    unit: Unit
    number: int


class Weekday(NamedTuple):
    """Monday is 0. `by` is -1 for "last", 1 for "next", 0 for neither."""

    day: int
    by: int = 0


class Dated(NamedTuple):
    """A date of which parts may be missing; the latest that fits is meant."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    by: int = 0


class Season(NamedTuple):
    """Spring is 0; `by` as for a weekday."""

    nth: int
    year: int | None = None
    by: int = 0


class Decade(NamedTuple):
    """The ten years from `first`."""

    first: int


class Vague(NamedTuple):
    """A time that the day of publication does not tell: recently, a week earlier."""


Reading = Shifted | Rolling | Weekday | Dated | Season | Decade | Vague

_SEASON_STARTS = (3, 6, 9, 12)
_DAY = timedelta(days=1)
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}


def _months(start: date, count: int) -> date:
    """The first of the month that is `count` months from that of `start`."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, 1)


def _period(unit: Unit, day: date, by: int) -> Days:
    """The calendar period of `unit` that is `by` periods from the one that `day` lies in."""
    if length := _MONTHS.get(unit):
        into = (day.year * 12 + day.month - 1) % length
        start = _months(day, by * length - into)
        return start, _months(start, length) - _DAY
    if unit is Unit.DAY:
        return day + by * _DAY, day + by * _DAY
    if unit is Unit.HOUR:  # an hour may lie before midnight
        return day + (by // 24) * _DAY, day
    monday = day - day.weekday() * _DAY + 7 * by * _DAY
    if unit is Unit.WEEK:
        return monday, monday + 6 * _DAY
    # The latest weekend that has begun; from Monday to Friday that is the last one as well.
    saturday = monday + (5 if day.weekday() > 4 or by < 0 else -2) * _DAY
    return saturday, saturday + _DAY


def _back(unit: Unit, day: date, count: int) -> date:
    if length := _MONTHS.get(unit):
        first = _months(day, -length * count)
        return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))
    if unit is Unit.HOUR:
        return day - -(-count // 24) * _DAY
    return day - count * (_DAY if unit is Unit.DAY else 7 * _DAY)


def _weekday(reading: Weekday, published_on: date) -> date:
    """The latest such day up to publication; "last" is before it, "next" after it."""
    if reading.by > 0:
        return published_on + ((reading.day - published_on.weekday() - 1) % 7 + 1) * _DAY
    until = published_on + min(reading.by, 0) * _DAY
    return until - (until.weekday() - reading.day) % 7 * _DAY


def _dated(reading: Dated, published_on: date) -> Days | None:
    year, month, day, by = reading
    if month is None:
        return (date(year, 1, 1), date(year, 12, 31)) if year else None
    if year is not None:
        return _day_or_month(year, month, day)
    # Nine years hold a 29 February wherever one starts.
    first = published_on.year + (1 if by > 0 else 0)
    for near in range(first, first - 9, -1):
        found = _day_or_month(near, month, day)
        begun = found and found[0] <= published_on
        over = found and found[1] < published_on
        if found and (by > 0 or (over if by < 0 else begun)):
            earlier = _day_or_month(near - 1, month, day)
            return earlier if by > 0 and earlier and earlier[0] > published_on else found
    return None


def _day_or_month(year: int, month: int, day: int | None) -> Days | None:
    length = monthrange(year, month)[1]
    if day is None:
        return date(year, month, 1), date(year, month, length)
    return (date(year, month, day), date(year, month, day)) if 1 <= day <= length else None


def _season(reading: Season, published_on: date) -> Days:
    """The latest that has begun; "last": the latest that is over; "next": the first to come."""

    def of(year: int) -> Days:
        start = date(year, _SEASON_STARTS[reading.nth], 1)
        return start, _months(start, 3) - _DAY

    if reading.year is not None:
        return of(reading.year)
    near = [of(published_on.year + shift) for shift in (-2, -1, 0, 1)]
    if reading.by > 0:
        return next(days for days in near if days[0] > published_on)
    return [days for days in near if days[-1 if reading.by < 0 else 0] <= published_on][-1]


def _days(reading: Reading, published_on: date) -> Days | None:
    match reading:
        case Shifted(unit, first, last):
            return _period(unit, published_on, first)[0], _period(unit, published_on, last)[1]
        case Rolling(unit, number):
            return _back(unit, published_on, number), published_on
        case Weekday():
            day = _weekday(reading, published_on)
            return day, day
        case Dated():
            return _dated(reading, published_on)
        case Season():
            return _season(reading, published_on)
        case Decade(first):
            return date(first, 1, 1), date(first + 9, 12, 31)
        case Vague():
            return None


def _cut(days: Days, part: Part, published_on: date) -> Days:
    start, end = days
    third = (end - start + _DAY) // 3 if end - start >= 2 * _DAY else end - start + _DAY
    match part:
        case Part.EARLY:
            return start, start + third - _DAY
        case Part.MID:
            return (start + third, end - third) if end - third > start + third else days
        case Part.LATE:
            return end - third + _DAY, end
        case Part.EARLIER:
            return start, max(start, min(end, published_on))
        case Part.LATER:
            return min(end, max(start, published_on)), end


def days_of(reading: Reading, part: Part | None, published_on: date) -> Days | None:
    """
    Return the first and the last day that are meant, None where publication does not tell.

    What has begun is taken to end with publication, unless the words speak of the future:
    nothing that an article tells as said was said later.
    """
    try:
        days = _days(reading, published_on)
        if days and part:
            days = _cut(days, part, published_on)
    except (ValueError, OverflowError):  # before year 1 or after 9999
        return None
    ahead = part is Part.LATER or (isinstance(reading, Shifted) and reading.last > 0)
    if days and days[0] <= published_on < days[1] and not ahead:
        return days[0], published_on
    return days
