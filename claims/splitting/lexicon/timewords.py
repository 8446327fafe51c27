"""The words that times are made of, and a text as a row of words to look around in."""

import re
from collections.abc import Container, Mapping

from claims.models import Span
from claims.splitting.lexicon.words import words
from claims.splitting.times.readings import Part, Reading, Rolling, Shifted, Unit, Vague
from claims.splitting.word_cache import WordCache

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = {name: at for at, name in enumerate(_WEEKDAYS)}
SHORT_DAYS = {name[:3]: at for at, name in enumerate(_WEEKDAYS)} | {"tues": 1, "thurs": 3}
_MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
_SHORT_MONTHS = {name[:3]: at for at, name in enumerate(_MONTHS, start=1)} | {"sept": 9}
MONTHS = _SHORT_MONTHS | {name: at for at, name in enumerate(_MONTHS, start=1)}
SEASONS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}
UNITS = {unit.value: unit for unit in Unit}
PLURALS = {f"{unit.value}s": unit for unit in Unit}
HOURS = words("morning afternoon evening night")
SINGLE: Mapping[str, Reading] = {
    "yesterday": Shifted(Unit.DAY, -1, -1),
    "today": Shifted(Unit.DAY, 0, 0),
    "tonight": Shifted(Unit.DAY, 0, 0),
    "tomorrow": Shifted(Unit.DAY, 1, 1),
    "overnight": Rolling(Unit.DAY, 1),
    "recently": Vague(),
    "lately": Vague(),
}
BY = {"last": -1, "past": -1, "this": 0, "next": 1, "coming": 1}
PARTS = {
    "early": Part.EARLY,
    "mid": Part.MID,
    "late": Part.LATE,
    "earlier": Part.EARLIER,
    "later": Part.LATER,
}
PART_NOUNS = {
    "start": Part.EARLY,
    "beginning": Part.EARLY,
    "middle": Part.MID,
    "end": Part.LATE,
}
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
COUNTS = {name: (at, at) for at, name in enumerate(_NUMBERS, start=1)} | {
    "a": (1, 1),
    "an": (1, 1),
    "couple": (2, 2),
    "few": (2, 5),
    "several": (3, 9),
}
# "Recent weeks" are more than one and make no half year; the counts are a choice.
RECENT = {
    Unit.HOUR: 24,
    Unit.DAY: 7,
    Unit.WEEK: 6,
    Unit.WEEKEND: 6,
    Unit.MONTH: 6,
    Unit.QUARTER: 4,
    Unit.YEAR: 5,
    Unit.DECADE: 3,
}
LEADS = words("in on at during over around within")
# What follows these is where a time ends or begins, or what is planned: not when it was said.
BOUNDS = words("since until till before after by from to than between through for")
# Between these and a time there would be no noun; the noun comes after it.
OWNERS = words("the a an his her its their our my your")
NAMED_DAYS = words("black super good ash cyber palm giving bloody easter fat shrove maundy ruby")
PAPERS = words("times mail telegraph express mirror herald post star sun world people")

# A head is in every expression; most sentences have none and are done with after one look.
HEADS = frozenset().union(DAYS, SHORT_DAYS, MONTHS, SEASONS, UNITS, PLURALS, HOURS, SINGLE)

_WORD = re.compile(r"[^\W\d_]+|\d+(?:st|nd|rd|th|s)?(?![^\W\d_])|\d+")
_TWO_DIGITS = re.compile(r"\d\d")
_SPACES = frozenset({" ", "\n", "\r\n", "\xa0", "  ", "-"})
_COMMAS = frozenset({", ", ",\n", ",\xa0"})
_STOPS = frozenset({". ", ".", ".\n", ".\xa0"})


def _hints(written: str) -> bool:
    """Whether what stands between two spaces holds a head, or a number that may be a year."""
    return not HEADS.isdisjoint(_WORD.findall(written.lower())) or bool(_TWO_DIGITS.search(written))


_HINTS = WordCache(_hints)


def may_hold_time(text: str) -> bool:
    """Whether there is a head in `text`, or a number that may be a year: a quick first look."""
    return any(map(_HINTS.__getitem__, text.split()))


class Row:
    """The words of one stretch of a text; each method asks about a word or its neighbours."""

    def __init__(self, text: str, span: Span) -> None:
        self.text = text
        self._matches = list(_WORD.finditer(text, span.start, span.end))
        self.lows = [match.group().lower() for match in self._matches]

    def low(self, at: int) -> str:
        """Return the word at `at` in lower case, nothing outside the row."""
        return self.lows[at] if 0 <= at < len(self.lows) else ""

    def span(self, first: int, last: int) -> Span:
        """Return the place of the words from `first` to `last`, both included."""
        return Span(self._matches[first].start(), self._matches[last].end())

    def joined(self, at: int, comma: bool = False) -> bool:
        """Whether the next word may go on the expression: only space, or a full stop's, between."""
        if not 0 <= at < len(self.lows) - 1:
            return False
        gap = self.text[self._matches[at].end() : self._matches[at + 1].start()]
        if gap in _SPACES or (comma and gap in _COMMAS):
            return True
        return gap in _STOPS and (self.lows[at] in _SHORT_MONTHS or self.lows[at] in SHORT_DAYS)

    def before(self, at: int, options: Container[str]) -> bool:
        """Whether one of `options` stands right before the word at `at`."""
        return at > 0 and self.lows[at - 1] in options and self.joined(at - 1)

    def after(self, at: int, options: Container[str], comma: bool = False) -> bool:
        """Whether one of `options` stands right after the word at `at`."""
        return self.low(at + 1) in options and self.joined(at, comma)

    def is_capital(self, at: int) -> bool:
        """Whether the word begins with a capital."""
        return self.text[self._matches[at].start()].isupper()

    def day(self, at: int) -> int | None:
        """Return the day of the month that the word at `at` is: "3", "3rd"."""
        digits = self.low(at).rstrip("stndrh")
        if not (digits.isdecimal() and digits.isascii() and len(digits) < 3):
            return None
        return int(digits) if 1 <= int(digits) <= 31 else None

    def year(self, at: int) -> int | None:
        """Return the year that the word at `at` is; older ones are as likely other numbers."""
        low = self.low(at)
        if not (len(low) == 4 and low.isdecimal() and low.isascii()):
            return None
        return int(low) if 1600 <= int(low) <= 2099 else None

    def count(self, at: int) -> tuple[int, int] | None:
        """Return the least and the most that a number or a word for one means."""
        low = self.low(at)
        if low.isdecimal() and low.isascii() and len(low) < 4:
            return int(low), int(low)
        return COUNTS.get(low)

    def is_possessive(self, at: int) -> bool:
        """Whether "'s" follows: then the time belongs to a noun."""
        end = self._matches[at].end()
        return self.text[end : end + 2] in ("'s", "’s")
