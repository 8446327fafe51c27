"""Papers and studies that `show` or `found` something, and who makes some."""

from claims.splitting.lexicon.cues import EVIDENCE, Cue
from claims.splitting.lexicon.inflections import PAST_PARTICIPLES
from claims.splitting.lexicon.titles import DOCUMENT, FINDERS
from claims.splitting.syntax.phrases import LONGEST, noun_phrase_end, time_end
from claims.splitting.syntax.subjects import Range, Subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERBIAL_STARTS,
    COLON,
    COMMA,
    COORDINATOR,
    DASH,
    INFLECTED,
    SEMICOLON,
    SUBJECTS,
    TIME,
    pattern,
)

_PAPERS = DOCUMENT | FINDERS
_MARKS = COMMA + SEMICOLON + COLON + DASH
_VERB = pattern("FINITE | AUXILIARY | CONTRACTED")
_SUBORDINATE = pattern("SUBORDINATOR | LOOSE_PREPOSITION | QUESTION_WORD | THAT")


def shows(unit: Unit, at: int) -> bool:
    """Whether a study or who makes some stands before `found` or `shows`, as others do too."""
    before = unit.stream[max(0, at - LONGEST) : at]
    return any(token.low in _PAPERS for token in before)


def _is_taken(unit: Unit, at: int) -> bool:
    """Whether a participle follows a noun: `a poll taken last week`, unlike `a poll says that`."""
    tags = unit.tags
    when = tags[at + 1 : at + 2] in ADVERBIAL_STARTS or time_end(tags, at + 1) > at + 1
    return tags[at] in INFLECTED and unit.lows[at] in PAST_PARTICIPLES and when


def document(unit: Unit, whose: Subject, cue: Cue) -> Range | None:
    """`A poll taken in Lund last week found`, `data collected since it rained show`: the paper."""
    tags, (first, last) = unit.tags, whose.mention
    if cue.lemma not in EVIDENCE or not _PAPERS.isdisjoint(unit.lows[first:last]):
        return None
    if tags[first] in SUBJECTS:
        return None
    floor = max(0, first - 2 * LONGEST)
    start = max(floor, *(tags.rfind(mark, floor, first) + 1 for mark in _MARKS))
    start += tags[start] == COORDINATOR
    end = noun_phrase_end(tags, start)
    if not start < end < first or DOCUMENT.isdisjoint(unit.lows[start:end]) or tags[end] == COMMA:
        return None
    end += _is_taken(unit, end)
    verbs = (match.start() for match in _VERB.finditer(tags, end, first))
    verb = next((at for at in verbs if not _is_taken(unit, at)), None)
    if verb and _SUBORDINATE.search(tags, end, verb) is None:
        return None  # "a report released on Friday says that the mayor found"
    while tags[last] == TIME:
        last += 1
    return Range(start, last)
