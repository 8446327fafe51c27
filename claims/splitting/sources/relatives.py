"""Whom `who`, `which` or `that` stands for: where the noun phrase before it starts and ends."""

from claims.splitting.lexicon.titles import GROUPS, ORGANISATION, PEOPLE, ROLES
from claims.splitting.lexicon.words import words
from claims.splitting.lexicon.worthwords import QUANTITIES
from claims.splitting.syntax.phrases import noun_phrase_start, time_end
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    MODIFIERS,
    NOUN,
    OPENING,
    PREPOSITION,
    SETS_OFF,
    pattern,
)

_TELLERS = PEOPLE | GROUPS | ROLES | ORGANISATION | QUANTITIES | words("majority number handful")
_RECENT = words("last recent past next previous coming")
LONGEST_TIME = 4  # tokens at most of a time expression: "in the past week"
_FEW_WORDS = pattern(  # "of its own plans, which"
    """
    (?: DETERMINER [ADVERB NUMBER]? [NOUN GERUND]{1,2} | NOUN ) [QUESTION_WORD COMMA]
    """
)
_BEFORE_RELATIVE = SETS_OFF | {OPENING}  # "Brun, who", "Brun (who"


def phrase_end(unit: Unit, relative: int) -> int:
    """Return where the phrase ends that a relative pronoun follows, a comma or a time later."""
    end = relative
    while end and unit.tags[end - 1] in _BEFORE_RELATIVE:
        end -= 1
    return _before_time(unit, end)


def phrase_start(unit: Unit, end: int) -> int:
    """
    Return where the phrase that ends there starts; `end` if there is none.

    The nearest head counts, but "members of the council", and no participle before it.
    """
    start = noun_phrase_start(unit.tags, end - 1) if end else end
    if "according" in unit.lows[start:end]:
        start = min(end, unit.lows.index("according", start) + 2)
    for near in range(end - 1, start, -1):
        if unit.tags[near] == PREPOSITION and not _belongs(unit, near):
            start = near + 1
            break
    while start < end and unit.tags[start] in MODIFIERS:
        start += 1
    return start


def _before_time(unit: Unit, end: int) -> int:
    """`She spoke to clerks last week, who said`: not the week."""
    for first in range(max(1, end - LONGEST_TIME), end):
        known = unit.tags[first] != NOUN or unit.lows[first] in _RECENT
        if known and time_end(unit.tags, first) == end:
            return first
    return end


def _belongs(unit: Unit, of: int) -> bool:
    """Whether "of" joins who says it: `members of the board who`, not `fears of farmers who`."""
    if unit.lows[of] != "of":
        return False
    thing = unit.tags[of - 1] == NOUN and unit.lows[of - 1] not in _TELLERS
    return not (thing and _FEW_WORDS.match(unit.tags, of + 1))
