"""`according to X, …` and `as X said`, before, behind or within what they frame."""

from claims.splitting.attribution.adverbials import skip_adverbials
from claims.splitting.attribution.boundaries import MOST
from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.attribution.comma_frames import before_frame, goes_on_as_clause, sentence_end
from claims.splitting.attribution.patterns import Attribution, RuleName, asserts
from claims.splitting.lexicon.cues import Cue
from claims.splitting.lexicon.inflections import PAST_PARTICIPLES
from claims.splitting.syntax.phrases import LONGEST, has_verb, noun_phrase_end, prepositional_end
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    COMMA,
    COORDINATOR,
    DIVIDERS,
    FINITE,
    LEADS_IN,
    NAME,
    OPENING,
    PHRASE_STARTS,
    POSSESSOR,
    PREPOSITION,
    QUOTATION,
    SETS_OFF,
    VERBS,
)

_LEADS_IN = LEADS_IN + COMMA
_COMMA_AND = COMMA + COORDINATOR
_LIKE_A_VERB = FINITE + COMMA  # "court documents,": a plural
_NOT_FIRST = DIVIDERS | {OPENING}  # what a content does not start with
_APPOSITION_STARTS = PHRASE_STARTS | {POSSESSOR}


def as_said(unit: Unit, at: int, cue: Cue, cue_end: int, floor: int) -> Attribution | None:
    """`As X reported, …`, `As reported by X, …`, and either behind or within what it frames."""
    tags, stream, lows = unit.tags, unit.stream, unit.lows
    if lows[at - 1] == "as" and at and stream[cue_end : cue_end + 1]:
        end = noun_phrase_end(tags, cue_end + 1)
        if lows[cue_end] != "by" or end == cue_end + 1 or cue.lemma == "tell":
            return None  # "her life as told by Brun" is what she wrote
        source, first = Range(cue_end + 1, max(end, prepositional_end(tags, end))), at - 1
        end = source.end
    else:
        whose = subject(unit, at)
        if whose is None or not whose.mention.start or not asserts(whose):
            return None
        first, source = whose.mention.start - 1, whose.mention
        if lows[first] != "as" or not cue.takes.clause:  # "As the strike goes on, …"
            return None
        end = skip_adverbials(unit, cue_end)
    content = _framed_by_as(unit, first, end, floor)
    return Attribution(RuleName.AS_SAID, source, Range(at, cue_end), content) if content else None


def _framed_by_as(unit: Unit, first: int, end: int, floor: int) -> tuple[Range, ...]:
    """Return what `as X said`, from `first` to `end`, stands before, behind or in the middle of."""
    tags, stop = unit.tags, sentence_end(unit)
    rest = Range(end + 1, stop) if tags[end : end + 1] == COMMA and end + 1 < stop else None
    opens = first - floor < 4 and not tags[floor:first].strip(_LEADS_IN)
    if rest and (opens or tags[max(0, first - 2) : first] == _COMMA_AND):
        return (rest,)
    before = before_frame(unit, first, floor)
    if before and end >= stop and has_verb(tags, *before):
        return (before,)
    if before and rest and not has_verb(tags, *before) and goes_on_as_clause(tags, rest.start):
        return (before, rest)
    return ()


def according_to(unit: Unit, at: int, floor: int) -> Attribution | None:
    tags = unit.tags
    end = noun_phrase_end(tags, at + 2)
    if end == at + 2:
        return None
    if tags[end : end + 2] == _LIKE_A_VERB and unit.lows[end].endswith("s"):
        end += 1  # "court documents,"
    end = max(end, prepositional_end(tags, end))
    source, cue, stop = Range(at + 2, end), Range(at, at + 2), sentence_end(unit)
    if at - floor <= 2:
        comma = tags.find(COMMA, end, end + MOST)
        if comma == end and (closing := _apposed_until(unit, comma)):
            comma = closing
            if tags[source.start] == NAME:
                source = Range(source.start, closing)
        told = comma + 1 < stop and (comma + 2 < stop or tags[comma + 1] == QUOTATION)
        if comma > 0 and told:  # but "According to the radio, yes."
            return Attribution(RuleName.ACCORDING_TO, source, cue, (Range(comma + 1, stop),))
        return None
    start = max(floor, at - MOST)
    while start < at and tags[start] in _NOT_FIRST:
        start += 1
    last = at - 2 if unit.lows[at - 2 : at] == ["at", "least"] else at
    last = last - 1 if tags[last - 1] in SETS_OFF else last
    if last <= start or (
        floor and not has_verb(tags, start, last) and QUOTATION not in tags[start:last]
    ):
        return None  # "“…,” she said on Monday, according to a recording"
    rest = Range(end + 1, stop) if tags[end : end + 1] == COMMA and end + 1 < stop else None
    if (
        rest
        and tags[at - 1] == COMMA
        and (tags[rest.start] in VERBS or not has_verb(tags, start, last))
    ):
        return Attribution(RuleName.ACCORDING_TO, source, cue, (Range(start, last), rest))
    return Attribution(RuleName.ACCORDING_TO, source, cue, (Range(start, last),))


def _apposed_until(unit: Unit, comma: int) -> int:
    """Return the comma that closes `Ada Brun, an engineer based in Lund, the dam …`, or 0."""
    tags, first = unit.tags, comma + 1
    closing = tags.find(COMMA, first, comma + LONGEST)
    if closing < 0 or tags[first] not in _APPOSITION_STARTS or not _verb(unit, closing + 1):
        return 0
    verb = _verb(unit, first)
    based = verb and unit.lows[verb] in PAST_PARTICIPLES and tags[verb + 1] == PREPOSITION
    return closing if not verb or (based and unit.lows[first] in {"a", "an"}) else 0


def _verb(unit: Unit, at: int) -> int | None:
    return starts_clause(unit, at, len(unit.tags))
