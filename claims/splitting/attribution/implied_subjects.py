"""Whose clause it is that a verb without a subject of its own goes on with: `…, saying that`."""

from dataclasses import replace

from claims.splitting.attribution.patterns import Attribution, asserts
from claims.splitting.lexicon.cues import ISSUES
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import LONGEST
from claims.splitting.syntax.subjects import Range, Subject, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    BASE,
    CLOSING,
    COMMA,
    DETERMINER,
    DIVIDERS,
    GERUND,
    INFLECTED,
    MAYBE_TENSED,
    NOUN,
    NOUNS,
    PARTICIPLE,
    PREPOSITION,
    QUESTION_WORD,
    QUOTATION,
    RELATIVES,
    STOP,
    SUBJECTS,
    SUBORDINATING,
    TENSED,
    THAT,
    TO,
    pattern,
)

# "replied to a letter saying": whoever did so says it.
_ADDRESSES = words("respond responds responded reply replies replied")
ISSUED = 4  # tokens between a verb and what is issued: "put out", "spent much of"
# What may stand before the subject of a clause.
_OPENINGS = DIVIDERS | SUBORDINATING | {STOP, QUOTATION, CLOSING}
_ASKED = words("whether if who whom what which how why")  # "asked whether he left and said"
# "Brun's | aide | Ada Dal | shrugged"
_NAMED = pattern(
    """
    (?: [NOUN NAME]{0,4} POSSESSOR )? NOUN{0,3} NAME{1,4} [ADVERB FINITE AUXILIARY COMMA]
    """
)
# "put | out a joint | statement"
_ABOUT_ISSUED = frozenset({PREPOSITION, ADVERB, DETERMINER, NOUN})
_ISSUING = INFLECTED | {BASE, NOUN}  # what "issue" or "release" may be taken for


def goes_on(unit: Unit, at: int, last: Attribution | None) -> Range | None:
    """Return who does what stands at `at` too: whoever spoke, if nobody has done anything since."""
    if last and last.source:
        return _doer(unit, at, last.content[-1].end) or last.source
    return _doer(unit, at) or _main_subject(unit, at)


def _doer(unit: Unit, before: int, floor: int = 0) -> Range | None:
    """Return the subject of the clause that a verb at `before` goes on with: of the nearest one."""
    tags, lows = unit.tags, unit.lows
    for at in range(before - 1, max(floor, before - 2 * LONGEST, 0), -1):
        whose = subject(unit, at) if tags[at] in TENSED else None
        if whose is None or whose.infinitive or whose.passive:
            continue
        first = whose.mention.start
        opens = tags[first - 1] if first > floor else COMMA
        if tags[first] in RELATIVES or not _opens(unit, first, floor):
            continue
        aside = (
            opens in SUBORDINATING
            and tags[first - 2 : first - 1] != COMMA
            and COMMA in tags[at:before]
        )
        if not aside and not (opens == QUESTION_WORD and lows[first - 1] in _ASKED):
            return whose.mention  # "He left when Dal came, saying …": not Dal
    return None


def agent(unit: Unit, before: int) -> Range | None:
    """Return the subject of the nearest verb before a phrase such as `by saying that …`."""
    for at in range(before - 2, max(0, before - LONGEST), -1):
        whose = subject(unit, at) if unit.tags[at] in MAYBE_TENSED else None
        first = whose.mention.start if whose else 0
        if whose and (
            whose.passive or unit.tags[first] in SUBJECTS or _opens(unit, first, extra=THAT)
        ):
            return None if whose.passive else whose.mention
    return None


def issuer(unit: Unit, whose: Subject) -> Subject:
    """
    `Brun sent out a statement saying …`, `spent the day attacking …`: Brun says it.

    Who `will give interviews explaining …` has not said it yet: that is no more than a modal.
    """
    tags, verb = unit.tags, whose.mention.start - 1
    while verb > max(0, whose.mention.start - ISSUED) and tags[verb] in _ABOUT_ISSUED:
        if unit.lows[verb] == "by":
            return whose  # "a statement made by Dal saying"
        verb -= 1
    addressed = tags[verb] == TO and verb > 1 and unit.lows[verb - 1] in _ADDRESSES
    verb -= addressed
    issued = addressed or (tags[verb] in _ISSUING and unit.lows[verb] in ISSUES)
    if verb <= 0 or not issued:
        return whose
    who = subject(unit, verb)
    if who and unit.lows[verb - 1] == "will":
        return replace(who, modal=True)
    return who if who and asserts(who) else whose


def actor(unit: Unit) -> Range | None:
    """Return the name that a sentence starts with, if it does something: `Brun shrugged`."""
    if not _NAMED.match(unit.tags):
        return None
    for verb in range(1, min(len(unit.tags), LONGEST)):
        if unit.tags[verb] in MAYBE_TENSED and (whose := subject(unit, verb)):
            return whose.mention if not whose.mention.start and not whose.passive else None
    return None


def _opens(unit: Unit, first: int, floor: int = 0, extra: str = "") -> bool:
    """Whether a clause may start with the noun phrase that starts at `first`."""
    opens = unit.tags[first - 1] if first > floor else COMMA
    return unit.tags[first] != GERUND and (opens in _OPENINGS or opens == extra)


def _main_subject(unit: Unit, before: int) -> Range | None:
    """Return the subject of the unit's first finite verb, one that a clause can start with."""
    unlikely = None
    for at in range(1, min(before, 2 * LONGEST)):
        plain = (
            unit.tags[at] == BASE and unit.tags[at - 1] in NOUNS
        )  # "All of the clerks oppose it"
        if (plain or unit.tags[at] in MAYBE_TENSED) and (whose := subject(unit, at)):
            if unit.tags[at] == PARTICIPLE and whose.mention.end < at - 1:
                continue  # "aides, asked …": a participle
            if _opens(unit, whose.mention.start):
                return whose.mention
            unlikely = unlikely or whose.mention
    return unlikely
