"""What stands before and behind a cue that is set beside its content by commas."""

from claims.splitting.attribution.boundaries import MOST
from claims.splitting.lexicon.cues import CUES
from claims.splitting.syntax.phrases import has_verb
from claims.splitting.syntax.subjects import Range
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    CLOSING,
    COLON,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DASH,
    DIVIDERS,
    OPENING,
    PREPOSITION,
    QUOTATION,
    SETS_OFF,
    STOP,
    SUBORDINATOR,
    VERBS,
)

_NOT_FIRST = DIVIDERS | {STOP}  # what a content does not start with
_NO_STATEMENT = frozenset({ADVERB, COMMA})  # "Still, …"
_MARKED = frozenset(mark + QUOTATION for mark in (COLON, DASH, OPENING))
_PREDICATES = VERBS | {CONTRACTED}
_COMMA_QUOTATION = COMMA + QUOTATION
_JOINERS = frozenset({COORDINATOR, SUBORDINATOR})  # "…," X said, "and …"


def sentence_end(unit: Unit) -> int:
    """Return the end of the unit without its last full stop."""
    end = len(unit.tags)
    while end and unit.tags[end - 1] == STOP:
        end -= 1
    return end


def before_frame(unit: Unit, end: int, floor: int) -> Range | None:
    """Return what stands before a frame that starts at `end`, where a comma or quote divides."""
    tags, floor = unit.tags, max(floor, end - MOST)
    if end <= floor:
        return None
    if tags[end - 1] in SETS_OFF:
        end -= 1
    elif tags[end - 1] != QUOTATION and not (
        tags[end - 1] == STOP and QUOTATION in tags[floor:end]
    ):
        return None
    start = floor
    if _is_announced(unit, end):
        start = end - 1
    while start < end and (tags[start] in _NOT_FIRST or _opens_only(tags, start, end)):
        start += 1
    said = start
    while said < end and tags[said] in _NO_STATEMENT:
        said += 1
    # "Still, …, he said" but "Even then, he said, …" and "Earlier in the day, …, he said"
    start = said if said < end and tags[said] != PREPOSITION else start
    return Range(start, end) if start < end else None


def _opens_only(tags: str, at: int, end: int) -> bool:
    """Whether a bracket at `at` closes behind the frame: `(The dam was dry, Dal said.)`."""
    return tags[at] == OPENING and CLOSING not in tags[at:end]


def _is_announced(unit: Unit, end: int) -> bool:
    """Whether only the quotation is framed: `Brun was angry: “It leaks,” she said`."""
    tags = unit.tags
    announced = end > 2 and tags[end - 2 : end] in _MARKED
    if announced and tags[end - 2] != COLON:
        # "“The dam” – the old one – “leaks,” she said", "It was late – “and dark,” she said"
        opens = unit.tokens[unit.quotes[end - 1].first + 1].text[:1].isupper()
        return opens and QUOTATION not in tags[max(0, end - MOST) : end - 2]
    return announced and unit.lows[end - 3] not in CUES  # "Brun said: “…,” the Post wrote"


def goes_on_as_clause(tags: str, at: int) -> bool:
    while tags[at : at + 1] == ADVERB:
        at += 1
    return tags[at : at + 1] in _PREDICATES


def behind_frame(unit: Unit, at: int, *, quoted: bool) -> Range | None:
    """Return the rest of `"A," X said, "B."`, and of `A, X said, B.` where `quoted` is false."""
    tags = unit.tags
    if tags[at : at + 1] != COMMA:
        comma = tags.find(_COMMA_QUOTATION, at, at + 30)
        if comma < 0:
            return None
        at = comma
    stop = sentence_end(unit)
    if at + 1 >= stop:
        return None
    joined = tags[at + 1] in _JOINERS and tags[at + 2 : at + 3] == QUOTATION
    if tags[at + 1] == QUOTATION or joined or not quoted:
        return Range(at + 1, stop)
    return None


def content_of(unit: Unit, before: Range | None, rest: Range | None) -> tuple[Range, ...]:
    """Return the parts that hold words, if any of them says something."""
    parts = tuple(part for part in (before, rest) if part and part.start < part.end)
    said = any(
        QUOTATION in unit.tags[part.start : part.end]
        or part.start in unit.quotes
        or has_verb(unit.tags, *part)
        for part in parts
    )
    return parts if said else ()
