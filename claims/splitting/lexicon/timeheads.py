"""What the head of a time expression makes of the words next to it."""

from typing import NamedTuple

from claims.splitting.lexicon.timewords import (
    BY,
    COUNTS,
    DAYS,
    HOURS,
    LEADS,
    MONTHS,
    NAMED_DAYS,
    PAPERS,
    PART_NOUNS,
    PARTS,
    PLURALS,
    RECENT,
    SEASONS,
    SHORT_DAYS,
    SINGLE,
    UNITS,
    Row,
)
from claims.splitting.times.readings import (
    Dated,
    Decade,
    Reading,
    Rolling,
    Season,
    Shifted,
    Unit,
    Vague,
    Weekday,
)


class Core(NamedTuple):
    """The words from `first` to `last`, both included, and what they say."""

    first: int
    last: int
    reading: Reading
    needs_lead: bool = False  # "in the past week", but not "the past week was cold"


def _weekday(row: Row, at: int) -> Core | None:
    if not row.is_capital(at) or row.before(at, NAMED_DAYS):
        return None
    low = row.low(at)
    if low not in DAYS and not row.before(at, ("on",)):  # "Sun", "Sat", "Wed" are words as well
        return None
    if row.after(at, PAPERS) and row.is_capital(at + 1):
        return None
    month = at + 1 if row.after(at, MONTHS, comma=True) else at + 2
    if row.low(month) in MONTHS and row.joined(at, comma=True):
        dated = _month(row, month)
        if dated and dated.first in (at + 1, month) and isinstance(dated.reading, Dated):
            return Core(at, dated.last, dated.reading)
    by = BY[row.low(at - 1)] if row.before(at, BY) else 0
    first = at - row.before(at, BY)
    last = at + row.after(at, HOURS)
    return Core(first, last, Weekday(DAYS.get(low, SHORT_DAYS.get(low, 0)), by))


def _year_after(row: Row, at: int, comma: bool = False) -> tuple[int, int | None]:
    """The index of the last word and the year, if one follows, with or without "of"."""
    of = at + 1 if row.after(at, ("of",)) else at
    if row.joined(of, comma) and (year := row.year(of + 1)):
        return of + 1, year
    return at, None


def _month(row: Row, at: int) -> Core | None:
    if not row.is_capital(at):
        return None
    month = MONTHS[row.low(at)]
    if row.joined(at) and (day := row.day(at + 1)):
        last, year = _year_after(row, at + 1, comma=True)
        return Core(at, last, Dated(year, month, day))
    last, year = _year_after(row, at, comma=False)
    left = at - 2 if row.before(at, ("of",)) else at - 1
    if row.joined(left) and (day := row.day(left)):
        return Core(
            left - (left < at - 1 and row.before(left, ("the",))), last, Dated(year, month, day)
        )
    if year:
        return Core(at, last, Dated(year, month))
    if row.before(at, BY):
        return Core(at - 1, at, Dated(None, month, None, BY[row.low(at - 1)]))
    # Alone, a month's name may be a person's or a verb.
    of_part = row.before(at, ("of",)) and row.before(at - 1, PART_NOUNS)
    if of_part or row.before(at, PARTS) or row.before(at, ("in", "during")):
        return Core(at, at, Dated(None, month))
    return None


def _in_part(row: Row, at: int) -> bool:
    """Whether "early in" or "the end of" stands right before the word at `at`."""
    return (row.before(at, ("of",)) and row.before(at - 1, PART_NOUNS)) or (
        row.before(at, ("in",)) and row.before(at - 1, PARTS)
    )


def _unit(row: Row, at: int) -> Core | None:
    unit = UNITS[row.low(at)]
    if row.before(at, ("the",)) and (_in_part(row, at - 1) or _is_weekend(row, unit, at)):
        return Core(at - 1, at, Shifted(unit, 0, 0))
    if row.after(at, ("ago",)) and row.before(at, COUNTS):
        return Core(at - 1, at + 1, Shifted(unit, -1, -1))
    if row.after(at, ("earlier", "before")) and row.before(at, ("a", "an", "one", "the")):
        return Core(at - 1, at + 1, Vague())
    # "This day" and "the last hour of the strike" are no dates.
    if unit in (Unit.DAY, Unit.HOUR) or not row.before(at, BY):
        return None
    by = BY[row.low(at - 1)]
    if by < 0 and (row.before(at - 1, ("the",)) or row.low(at - 1) == "past"):
        first = at - 1 - row.before(at - 1, ("the",))
        return Core(first, at, Rolling(unit, 1), needs_lead=True)
    return Core(at - 1, at, Shifted(unit, by, by))


def _is_weekend(row: Row, unit: Unit, at: int) -> bool:
    return unit is Unit.WEEKEND and row.before(at - 1, LEADS)


def _units(row: Row, at: int) -> Core | None:
    """Several of a unit: "two weeks ago", "the past three months", "recent days"."""
    unit = PLURALS[row.low(at)]
    if row.before(at, ("recent", "past")):
        first = at - 1 - row.before(at - 1, ("the",))
        return Core(first, at, Rolling(unit, RECENT[unit]), needs_lead=True)
    counted = at - 2 if row.before(at, ("of",)) else at - 1
    counts = row.count(counted) if row.joined(counted) else None
    if not counts:
        return None
    # "A couple of", "a few" begin with one more word.
    first = counted - row.before(counted, ("a",))
    if row.after(at, ("ago",)):
        return Core(first, at + 1, Shifted(unit, -counts[1], -counts[0]))
    if row.after(at, ("earlier", "before")):
        return Core(first, at + 1, Vague())
    if row.before(first, ("last", "past")):
        before = first - 1 - row.before(first - 1, ("the",))
        return Core(before, at, Rolling(unit, counts[1]), needs_lead=True)
    return None


def _hours(row: Row, at: int) -> Core | None:
    if row.before(at, ("this", "last")):  # "last night", "this morning"
        by = BY[row.low(at - 1)]
        return Core(at - 1, at, Shifted(Unit.DAY, by, by))
    return None


def _single(row: Row, at: int) -> Core | None:
    # USA Today is a newspaper.
    if row.is_capital(at) and row.joined(at - 1) and row.is_capital(at - 1):
        return None
    return Core(at, at + row.after(at, HOURS), SINGLE[row.low(at)])


def _season(row: Row, at: int) -> Core | None:
    index = SEASONS[row.low(at)]
    last, year = _year_after(row, at)
    first = at - row.before(at, ("the",))
    if row.before(at, BY):
        return Core(at - 1, last, Season(index, year, BY[row.low(at - 1)]))
    if year or (row.before(first, ("in", "during")) and (first < at or row.low(at) != "fall")):
        return Core(first, last, Season(index, year))
    return None


def _number(row: Row, at: int) -> Core | None:
    low = row.low(at)
    if year := row.year(at):
        if row.before(at, ("in", "during", "early", "late", "mid")) or _in_part(row, at):
            return Core(at, at, Dated(year))
        return None
    if low[-1] != "s" or low[-2:-1] != "0":
        return None
    start = row.span(at, at).start
    if len(low) == 5 and low[:2] in ("18", "19", "20"):  # the 1990s
        return Core(at - row.before(at, ("the",)), at, Decade(int(low[:4])))
    # The '90s; the '20s are of either century.
    if len(low) == 3 and low >= "30s" and row.text[max(start - 1, 0)] in "'’‘":
        the = row.low(at - 1) == "the" and row.span(at - 1, at - 1).end == start - 2
        return Core(at - the, at, Decade(1900 + int(low[:2])))
    return None


def core_at(row: Row, at: int) -> Core | None:
    """Return what the head at `at` and its neighbours say, None where it is no time here."""
    low = row.low(at)
    if low[0].isdecimal():
        return _number(row, at)
    for heads, read in _READERS:
        if low in heads:
            return read(row, at)
    return None


_READERS = (
    (DAYS.keys() | SHORT_DAYS.keys(), _weekday),
    (MONTHS, _month),
    (UNITS, _unit),
    (PLURALS, _units),
    (HOURS, _hours),
    (SINGLE, _single),
    (SEASONS, _season),
)
