"""Who a reporting verb belongs to: the noun phrase left of it, and what stands between them."""

from typing import NamedTuple

from claims.splitting.phrases import LONGEST, noun_phrase_start, time_end
from claims.splitting.units import Unit
from claims.splitting.words import BE, words

_NEGATIVE = words(
    """
    not never n't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't
    wouldn't can't cannot couldn't shouldn't nobody
    """
)
_UNREAL = words("would could might should if")


class Range(NamedTuple):
    """Half-open range of a unit's stream."""

    start: int
    end: int


class Subject(NamedTuple):
    """A verb's subject, and how the verb stands to it."""

    mention: Range
    negated: bool = False
    passive: bool = False
    infinitive: bool = False
    modal: bool = False


def subject(unit: Unit, verb: int) -> Subject | None:
    """Return the subject of the verb at `verb`, or None if none can be seen there."""
    tags, stream = unit.tags, unit.stream
    left = verb - 1
    while left >= 0 and tags[left] in "AXt":
        left -= 1
    between = {token.low for token in stream[left + 1 : verb]}
    if left >= 0 and tags[left] == "," and verb - left > 1 and between <= {"also", "then", "later"}:
        return None
    mention = _mention(unit, left)
    if mention is None:
        return None
    return Subject(
        mention,
        negated=bool(between & _NEGATIVE),
        passive=(tags[verb] == "E"
        and stream[verb - 1].low in BE)
        or (bool(between & BE)
        and tags[verb] != "G"),
        infinitive="to" in between,
        modal=bool(between & _UNREAL),
    )


def _mention(unit: Unit, left: int) -> Range | None:
    """Return the noun phrase that ends with `left`, appositions and relative clauses included."""
    tags, stream = unit.tags, unit.stream
    if left < 0:
        return None
    if tags[left] == ",":  # "Trump, however, said" and "Trump, a Republican, said"
        opening = tags.rfind(",", max(0, left - LONGEST), left)
    elif tags[left] == ")":
        opening = tags.rfind("(", max(0, left - LONGEST), left)
    elif tags[left] == "-":
        opening = tags.rfind("-", max(0, left - LONGEST), left)
    else:
        return _plain(unit, left)
    if opening <= 0:
        return None
    core = _plain(unit, opening - 1)
    if core is None:
        return None
    if tags[left] == ")":
        return Range(core.start, left + 1)
    only_adverb = all(
        letter in "AId" or stream[opening + 1].low in {"in", "for"}
        for letter in tags[opening + 1 : left]
    )
    return core if only_adverb else Range(core.start, left)


def _plain(unit: Unit, left: int) -> Range | None:
    tags, stream = unit.tags, unit.stream
    if stream[left].low in {"who", "which", "that"}:
        return Range(left, left + 1)
    end = left + 1
    if tags[left] == "d":  # "US officials last week said"
        for first in range(max(1, left - 3), left + 1):
            if time_end(tags, first) == left + 1 and tags[first - 1] in "NUP":
                end = first
                break
    if tags[end - 1] == ")":
        opening = tags.rfind("(", max(0, end - LONGEST), end)
        if opening <= 0:
            return None
        start = noun_phrase_start(tags, opening - 1)
        return Range(start, end) if start < opening else None
    start = noun_phrase_start(tags, end - 1)
    return Range(start, end) if start < end else None
