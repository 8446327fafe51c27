"""
Sources set beside spoken words by a mark alone: `Ada Brun: "…"`, `"…" — Ada Brun`, and the
turns of a printed conversation, `BRUN: We lost it.`
"""

from collections.abc import Sequence

from claims.splitting.attribution.patterns import Attribution, RuleName, asserts
from claims.splitting.lexicon.titles import DOCUMENT
from claims.splitting.lexicon.words import ALONE, words
from claims.splitting.syntax.phrases import (
    LONGEST,
    noun_phrase_end,
    noun_phrase_start,
    prepositional_end,
)
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    LINKS,
    MAYBE_TENSED,
    NAME,
    OPENING,
    PHRASE_ENDS,
    PRONOUN_SUBJECTS,
    QUOTATION,
    TENSED,
    pattern,
)

_INTRODUCED = pattern("COLON QUOTATION")
_MEANT = words("to for with on in")  # whoever stands behind them is spoken to or about
_NOBODY = words("there it this that")
_NO_TELLERS = _NOBODY | words("you we one who which it's that's there's you're we're")
_SIGNED = pattern("QUOTATION STOP? DASH (?= NAME)")  # "…" – Ada Brun
_SIGNATURE_ENDS = PHRASE_ENDS | {OPENING}
# "This is Ada Brun in December 1992:", no longer way from the name to its colon.
_TIME_AND_PLACE = 6
# A dot is any class, as in every regular expression.
_TURN = pattern("NAME{1,4} COLON (?= .)")  # ADA BRUN: We lost it.
_SIGNATURE = pattern("DASH NAME{1,4} (?= $ | [STOP COMMA OPENING])")  # – Ada Brun, Lund


def turns(units: Sequence[Unit]) -> dict[int, int]:
    """
    Return the units that open a turn of a printed conversation, each with its colon's place.

    A conversation has two speakers; the same name before one colon, or at the head of an
    article, is a heading.
    """
    found = {
        number: match.end() - 1
        for number, unit in enumerate(units)
        if number and units[number - 1].paragraph != unit.paragraph
        if (match := _TURN.match(unit.tags)) and not unit.tags.startswith(QUOTATION, match.end())
    }
    names = {units[number].stream[colon - 1].low for number, colon in found.items()}
    return found if len(names) > 1 and len(found) > len(names) else {}


def signature(unit: Unit) -> Range | None:
    """Return the name in a unit that is nothing but one: `― Ada G. Brun`."""
    match = _SIGNATURE.match(unit.tags)
    return Range(1, match.end()) if match else None


def labels(unit: Unit, floor: int) -> list[Attribution]:
    """
    Return the attributions of quotations from `floor` on that no cue has taken.

    Only a name or a title with a name counts: whatever else stands before a colon announces
    words without saying whose they are.
    """
    found = []
    for match in _INTRODUCED.finditer(unit.tags, floor):
        colon = match.start()
        if source := _label(unit, colon, floor) or teller(unit, colon, floor):
            cue = Range(colon, colon + 1)
            found.append(Attribution(RuleName.LABEL, source, cue, (Range(cue.end, cue.end + 1),)))
    for match in _SIGNED.finditer(unit.tags, floor):
        end = noun_phrase_end(unit.tags, match.end())
        if unit.tags[end : end + 1] in _SIGNATURE_ENDS:
            cue, source = Range(match.end() - 1, match.end()), Range(match.end(), end)
            content = (Range(match.start(), match.start() + 1),)
            found.append(Attribution(RuleName.SIGNED, source, cue, content))
    return found


def _label(unit: Unit, colon: int, floor: int) -> Range | None:
    """Return the name before the colon at `colon`, past a time or a place."""
    tags = unit.tags
    for end in range(colon, max(floor, colon - _TIME_AND_PLACE), -1):
        if end < colon and prepositional_end(tags, end) != colon:
            continue
        start = max(floor, noun_phrase_start(tags, end - 1, floor))
        if start < end and tags[end - 1] == NAME and tags[max(0, start - 1)] not in LINKS:
            if _MEANT.isdisjoint(unit.lows[start:end]):
                return Range(start, end)
            if giver := _giver(unit, start, floor):  # "Brun had a blunt message for Dal:"
                return giver
    return None


def _giver(unit: Unit, given: int, floor: int) -> Range | None:
    """Return who `had a message` or `sent a letter` to somebody."""
    if given <= floor or unit.tags[given - 1] not in MAYBE_TENSED:
        return None
    whose = subject(unit, given - 1)
    told = whose and asserts(whose) and unit.lows[whose.mention.start] not in _NOBODY
    return whose.mention if whose and told else None


def teller(unit: Unit, colon: int, floor: int = 0) -> Range | None:
    """
    Return who did what a colon ends: `Brun fired back: "…"`, `the report makes it plain: "…"`.

    That of the verb nearest to the colon, or of the one it is joined to; only somebody named, a
    person that a pronoun means, or a document.
    """
    for verb in range(colon - 1, max(floor, colon - LONGEST), -1):
        if unit.tags[verb] not in TENSED:
            continue
        whose = subject(unit, verb)
        if whose is None:
            continue
        first, last = whose.mention.start, whose.mention.end - 1
        words_of = unit.tags[first : last + 1]
        low = unit.lows[last]
        speaks = (
            NAME in words_of[-1:] or words_of in PRONOUN_SUBJECTS or low in DOCUMENT or low in ALONE
        )
        told = asserts(whose) and speaks and unit.lows[first] not in _NO_TELLERS
        return whose.mention if told and first >= floor else None
    return None
