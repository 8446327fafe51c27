"""Is "May" the month, or "may" the verb? Pure; a part of the guard."""

from collections.abc import Sequence

MONTH = "May"
"""How the month stands among words that are compared, all others of which have no capitals."""

_DATED = """
    after before between by during early every from in last late mid next of since this through
    throughout till to until
"""
_BEFORE = frozenset(_DATED.split())
_YEAR = "january february march april june july august september october november december"
_OTHERS = frozenset(_YEAR.split())
_JOINING = frozenset({"and", "or", "to", "through", "until"})
_VERBS = "be also become even have never no not only soon still then well yet"
_AFTER_VERB = frozenset(_VERBS.split())
"""What follows the verb, of which "the last may be first" has the looks of a date."""

_SUBJECTS = "a an anybody he i it she that the they this we you"
_WISHING = frozenset(_SUBJECTS.split())
"""What follows a "May" that opens a question or a wish."""

_ORDINALS = frozenset({"st", "nd", "rd", "th"})


def months(words: Sequence[str], beside: Sequence[str]) -> frozenset[int]:
    """
    Return at which places of a text "may", in whatever case, means the month.

    Where the text beside it has as many, each means the same in both: one of them may be written
    all in capitals, or none.
    """
    here, there = _places(words), _places(beside)
    pairs = zip(here, there, strict=True) if len(here) == len(there) else ((p, None) for p in here)
    return frozenset(
        place
        for place, other in pairs
        if _is_month(words, place) or (other is not None and _is_month(beside, other))
    )


def _places(words: Sequence[str]) -> list[int]:
    return [place for place, word in enumerate(words) if word.casefold() == "may"]


def _is_month(words: Sequence[str], place: int) -> bool:
    """
    Whether this very text makes it the month.

    Without a day, a year or a word that goes before dates, a capital tells it from the verb; after
    another word with a capital it is a surname, or stands in a headline that has capitals anyway.
    """
    before = words[place - 1] if place else ""
    after = words[place + 1].casefold() if place + 1 < len(words) else ""
    if after in _AFTER_VERB:
        return False
    if _is_day(after) or is_year(after) or _ends_a_date(words[max(0, place - 2) : place]):
        return True
    if before.casefold() in _BEFORE or (after in _JOINING and _follows_month(words, place)):
        return True
    if not words[place][0].isupper():
        return False
    return not before[:1].isupper() if before else after not in _WISHING


def _ends_a_date(words: Sequence[str]) -> bool:
    """Whether "5", "5th" or "April and" stands at the end of what goes before."""
    first, last = ["", "", *(word.casefold() for word in words)][-2:]
    if last in _JOINING:
        return first in _OTHERS
    return _is_day(first if last in _ORDINALS else last)


def _follows_month(words: Sequence[str], place: int) -> bool:
    return place + 2 < len(words) and words[place + 2].casefold() in _OTHERS


def _is_day(word: str) -> bool:
    return word.isdecimal() and 1 <= int(word[:4]) <= 31


def is_year(word: str) -> bool:
    """Whether a number is rather a year than an amount."""
    return len(word) == 4 and word.isdecimal() and "1000" <= word <= "2100"
