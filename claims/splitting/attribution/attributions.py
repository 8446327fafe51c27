"""
Attribution: who is said to have said what, as places in a unit.

The sentence is gone over up to four times. First for the frames that stand beside their content;
what they frame is theirs, whatever cues it holds. Then, in what is left, for the cues that govern
what follows them. Then for the quotations that have a name and a mark beside them instead of a cue.
Where there is nothing of all that, for a word such as "reportedly", which may say that others said
so. Each time, the rules are tried at each cue in the order of `RULES`; the first that finds
something has it.
"""

from collections.abc import Iterator

from claims.splitting.attribution.asides import according_to
from claims.splitting.attribution.hedges import hedges
from claims.splitting.attribution.labels import labels
from claims.splitting.attribution.non_assertions import is_question
from claims.splitting.attribution.nouns import by_noun
from claims.splitting.attribution.patterns import (
    NEEDS_CUE,
    Attribution,
    RuleName,
    possible_cues,
)
from claims.splitting.attribution.rules import Reading, tries
from claims.splitting.attribution.verb_cues import verb_cue
from claims.splitting.lexicon.titles import DOCUMENT
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    GERUND,
    NOUN,
    PRONOUN_SUBJECTS,
    QUESTION_WORD,
    TO,
    pattern,
)

_BESIDE = tries(Reading.VERB_BESIDE)
_GOVERNS = tries(Reading.VERB_BEFORE)
# Found by a noun, or said of its subject: `…, adding that` behind it goes on with who spoke before.
_KEEPS_SPEAKER = frozenset({RuleName.NOUN_THAT, RuleName.NOUN_TO, RuleName.PASSIVE})
_NOUN_FORMS = frozenset({NOUN, GERUND})
_PRONOUNS = PRONOUN_SUBJECTS | {QUESTION_WORD}
_SHOWS = words("show shows showed proves proved demonstrates demonstrated means meant")
# What may stand before the source that a content consists of: "In a call on Monday, Dal said"
_OPENING = pattern(
    """
    [PREPOSITION LOOSE_PREPOSITION]
    [^
        COMMA SEMICOLON COLON DASH QUOTATION
        THAT QUESTION_WORD SUBORDINATOR CONTRACTED FINITE BASE AUXILIARY
    ]*
    COMMA
    """
)


def attributions(unit: Unit) -> list[Attribution]:
    """Return the attributions of one unit, in the order of their content."""
    found = _by_cues(unit) if unit.cues else []
    ends = [part.end for one in found for part in (one.cue, *one.content)]
    found += labels(unit, max(ends, default=0))
    return found or list(hedges(unit, 0, len(unit.tags)))


def _by_cues(unit: Unit) -> list[Attribution]:
    found: list[Attribution] = []
    free = 0
    for frame in _frames(unit):
        until = min(part.start for part in (frame.cue, *frame.content))
        found += _governed(unit, free, until, found[-1] if found else None)
        found.append(frame)
        free = _end(frame)
    found += _governed(unit, free, len(unit.tags), found[-1] if found else None)
    return found


def _end(found: Attribution) -> int:
    return max(part.end for part in (found.source or found.cue, found.cue, *found.content))


def _frames(unit: Unit) -> Iterator[Attribution]:
    """Yield the attributions whose cue stands beside its content."""
    floor = 0
    for at in possible_cues(unit, 0, 0 if is_question(unit) else len(unit.tags)):
        if at >= floor and (found := _frame(unit, at, floor)):
            yield found
            floor = _end(found)


def _frame(unit: Unit, at: int, floor: int) -> Attribution | None:
    if unit.lows[at] == "according":
        return according_to(unit, at, floor) if unit.tags[at + 1 : at + 2] == TO else None
    if cue := verb_cue(unit, at):
        for find in _BESIDE:
            if found := find(unit, at, *cue, floor):
                return found
    return None


def _governed(
    unit: Unit, floor: int, limit: int, last: Attribution | None = None
) -> Iterator[Attribution]:
    """
    Yield the attributions in `floor..limit` whose cue governs what follows it.

    `last` is the one before them, whose source goes on: `"…," she said, adding that …`.
    """
    for at in possible_cues(unit, floor, 0 if is_question(unit) else limit):
        if at >= floor and (found := _governing(unit, at, floor, limit, last)):
            yield found
            floor = max(found.cue.end, found.content[-1].end)
            last = last if found.rule in _KEEPS_SPEAKER else found


def _governing(
    unit: Unit, at: int, floor: int, limit: int, last: Attribution | None
) -> Attribution | None:
    if unit.tags[at] in _NOUN_FORMS and (found := by_noun(unit, at, limit)):
        return found
    if cue := verb_cue(unit, at):
        for find in _GOVERNS:
            if found := find(unit, at, *cue, floor, limit, last):
                return found
    return None


def nested(unit: Unit, found: Attribution) -> Attribution | None:
    """
    Return the attribution that a content consists of: `The Post reported that aides believe …`.

    Only where a source other than a pronoun starts the content and the rest of it is theirs.
    What a relative clause seemed to say may hold the main verb: `those who back it say …`; whose
    that is stands before the content then.
    """
    if found.rule in NEEDS_CUE or len(found.content) != 1:
        return None
    start, end = found.content[0]
    inner = next(_governed(unit, start, end), None)
    if inner is None or inner.rule is not RuleName.SAID_THAT or inner.source is None:
        return None
    first, after = inner.source.start, inner.content[0].end
    if unit.lows[inner.cue.start] in _SHOWS and unit.lows[inner.source.end - 1] not in DOCUMENT:
        return None  # "Brun said the case showed that …" has one source
    if after < end or unit.tags[first] in _PRONOUNS:
        return None
    if first <= start + 1:
        return inner
    passed_on = found.source is not None and unit.tags[found.source.start] not in PRONOUN_SUBJECTS
    return inner if passed_on and _OPENING.fullmatch(unit.tags, start, first) else None
