"""Whom a reporting verb makes a source: its subject, or whoever goes on speaking."""

from dataclasses import replace
from typing import NamedTuple

from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.attribution.evidence import document
from claims.splitting.attribution.implied_subjects import agent, goes_on, issuer
from claims.splitting.attribution.infinitives import by_infinitive
from claims.splitting.attribution.noun_or_verb import is_noun
from claims.splitting.attribution.patterns import Attribution, RuleName, asserts
from claims.splitting.lexicon.cues import ALSO_NOUNS, CATENATIVE, Cue
from claims.splitting.lexicon.words import ALONE, BE, NO_CLAUSE, words
from claims.splitting.syntax.phrases import LONGEST, noun_phrase_start
from claims.splitting.syntax.subjects import Range, Subject, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    ADVERBIAL_STARTS,
    AUXILIARY,
    CLAUSE_STARTS,
    CLOSING,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DASH,
    DIVIDERS,
    FINITE,
    GERUND,
    LEADS_IN,
    LOOSE_PREPOSITION,
    NOUNS,
    PHRASE_STARTS,
    PREPOSITION,
    QUESTION_WORD,
    QUOTATION,
    SETS_OFF,
    SUBORDINATOR,
    TENSED,
    TIME,
    TO_DO,
    pattern,
)

_NOT_SPEAKERS = words("you we there nobody none no neither everyone")
# "will not let the papers tell": what somebody is made to say, or may, was not said.
_MAKES = words("let lets letting make makes made making help helps helped helping have had having")
# "…, by saying that …", "while denouncing …": whoever does what stands before says it.
_BEFORE_PARTICIPLES = words("by after while before in when")
_BESIDE_MAIN = words("while when after before")
# Tokens before a participle that opens its sentence: "But, even after repeatedly".
BEFORE_OPENING = 5


# "on Brun's blunders – this week calling Dal a fool": the dash tells of the blunders, not of who
# spoke of them.
_DATED_ASIDE = pattern(
    """
    DASH [DETERMINER ADVERB NOUN]? TIME+
    (?: GERUND [^COMMA SEMICOLON COLON STOP DASH]* COORDINATOR )?
    """
)
_MAY_LEAD_IN = LEADS_IN + COMMA + PREPOSITION + LOOSE_PREPOSITION + SUBORDINATOR
# What a participle goes on from that tells what a source did: "Brun left, | saying".
_GOES_ON_FROM = SETS_OFF | NOUNS | {QUOTATION, COORDINATOR, TIME, ADVERB, CLOSING}
_BESIDE_VERB = frozenset({ADVERB, AUXILIARY, TIME})  # "and | has also | vowed"
_SAID_THAT = frozenset(FINITE + start for start in CLAUSE_STARTS)


class Claimant(NamedTuple):
    """Who says it, by which rule; `ends` is where what they say ends at the latest, if before."""

    rule: RuleName
    source: Range
    ends: int = 0


def claimant(
    unit: Unit, at: int, cue: Cue, whose: Subject | None, floor: int, last: Attribution | None
) -> Claimant | None:
    """Return whom the verb at `at` makes a source; None if nobody. `last` is who spoke before."""
    helped = at > 0 and (unit.lows[at - 1] in CATENATIVE or _progressive(unit, at))
    if cue.form == "participle" and not helped:
        return _by_participle(unit, at, last)
    if cue.form == "base" and (source := by_infinitive(unit, at)):
        return Claimant(RuleName.INFINITIVE, source) if source.start >= floor else None
    if whose and is_noun(unit, at, cue, whose.mention):
        return None
    if whose and (whose := _unread(unit, whose, floor)):
        said = asserts(whose) and not _is_unsaid(unit, cue, whose.mention.start)
        source = document(unit, whose, cue) or whose.mention
        return Claimant(RuleName.SAID_THAT, source) if said else None
    if cue.form == "base" and _is_aim(unit, at):
        return None
    if subject(unit, at) is None and (_coordinated(unit, at) or _is_listed(unit, at, cue)):
        source = goes_on(unit, at, last)
        return Claimant(RuleName.SHARED_SUBJECT, source) if source else None
    return None


def _by_participle(unit: Unit, at: int, last: Attribution | None) -> Claimant | None:
    tags, first = unit.tags, at
    while first and tags[first - 1] == ADVERB:  # "after repeatedly saying"
        first -= 1
    low = unit.lows[first - 1] if first else ""
    if low == "worth":  # "it is worth noting that": the writer's own words
        return None
    if _DATED_ASIDE.fullmatch(tags, tags.rfind(DASH, max(0, first - LONGEST), first), first):
        return None
    opens = first < BEFORE_OPENING and not tags[:first].strip(_MAY_LEAD_IN)
    if opens and (first < 2 or low in _BEFORE_PARTICIPLES or tags[:first].strip(LEADS_IN) == ""):
        return _opening(unit, at)
    if low == "as" and unit.lows[first - 2] in {"quoted", "cited"}:
        whose = subject(unit, first - 2)  # "was quoted as saying"
        source = whose.mention if whose and not whose.negated else None
    elif tags[first - 1] in ADVERBIAL_STARTS:
        if low not in _BEFORE_PARTICIPLES:
            return None
        if inserted := _inserted(unit, first - 1, at):
            return inserted
        source = agent(unit, first)
        if source is None and low in _BESIDE_MAIN:
            source = goes_on(unit, first, last)
    elif tags[at - 1] in _GOES_ON_FROM or low in ALONE:
        ended = at - 1 in unit.quotes and unit.quotes[at - 1].comma
        nearest = first if unit.lows[at - 1].endswith("ly") else at
        beside = tags[nearest - 1] in PHRASE_STARTS and not ended
        whose = subject(unit, at) if beside else None
        whose = issuer(unit, whose) if whose else None
        if whose and whose.modal:
            return None
        source = whose.mention if whose else goes_on(unit, at, last)
    else:
        return None
    return Claimant(RuleName.PARTICIPLE, source, _next_means(unit, low, at)) if source else None


def _next_means(unit: Unit, low: str, at: int) -> int:
    """Return where `by saying that …` ends before `and by`, or 0."""
    means = low in _BEFORE_PARTICIPLES
    for joint in range(at + 1, min(len(unit.tags) - 1, at + LONGEST) if means else 0):
        if unit.tags[joint] == COORDINATOR and unit.lows[joint + 1] == low:
            return joint
    return 0


def _inserted(unit: Unit, opens: int, at: int) -> Claimant | None:
    """`Ada Brun, after saying that …, left`: hers, up to the comma before the main verb."""
    tags = unit.tags
    start = noun_phrase_start(tags, opens - 2) if opens > 1 and tags[opens - 1] == COMMA else opens
    closing = tags.find(COMMA, at, at + LONGEST)
    if start >= opens - 1 or closing < 0 or tags[closing + 1 : closing + 2] not in TENSED:
        return None
    return Claimant(RuleName.PARTICIPLE, Range(start, opens - 1), closing)


def _opening(unit: Unit, at: int) -> Claimant | None:
    """`Calling the plan a waste, Ada Brun left`: hers, whom the main clause is about."""
    tags = unit.tags
    for comma in range(at + 1, min(len(tags), LONGEST)):
        inside = comma in unit.quotes and unit.quotes[comma].comma  # "Blaming “the rich,” she"
        divides = tags[comma] == COMMA or inside
        verb = starts_clause(unit, comma + 1, len(tags)) if divides else None
        whose = subject(unit, verb) if verb and tags[comma + 1] != GERUND else None
        if whose and unit.lows[whose.mention.start] not in _NOT_SPEAKERS:
            return Claimant(RuleName.PARTICIPLE, whose.mention, comma + inside)
    return None


def _is_unsaid(unit: Unit, cue: Cue, first: int) -> bool:
    """Whether nobody said it: `nobody said`, `if she said`, `let the papers tell`."""
    lows = unit.lows
    before = lows[first - 1] if first else ""
    made_to = cue.form == "base" and before in _MAKES
    made_to = made_to or (cue.form == "base" and lows[first] in _MAKES)
    imagined = before == "if" or made_to or _is_demand(unit, cue, first)
    return imagined or lows[first] in _NOT_SPEAKERS


def _is_demand(unit: Unit, cue: Cue, first: int) -> bool:
    """`despite union demands that`, `to hear of fresh claims that`: nouns that look like verbs."""
    if cue.form != "finite" or cue.lemma not in ALSO_NOUNS or first < 2:
        return False
    before, opens = unit.tags[first - 1], unit.tags[first - 2] in DIVIDERS
    return not opens and (before == PREPOSITION or unit.lows[first - 1] in NO_CLAUSE)


def _unread(unit: Unit, whose: Subject, floor: int) -> Subject | None:
    """Return the subject, or what of it stands before a relative clause that was read already."""
    first = whose.mention.start
    if first >= floor:
        return whose
    end = unit.tags.find(COMMA, first, floor)  # "Oru, who said …, said …"
    end = (
        end if end > 0 else unit.tags.find(QUESTION_WORD, first, floor)
    )  # "those who praised it say"
    return replace(whose, mention=Range(first, end)) if end > first else None


def _coordinated(unit: Unit, at: int) -> bool:
    """Whether the verb at `at` shares a subject said before: `… and has also vowed`."""
    at -= 1
    while at > 0 and unit.tags[at] in _BESIDE_VERB:
        at -= 1
    at -= unit.tags[at] == PREPOSITION and unit.tags[at + 1] == TIME  # "and on Monday vowed"
    return at > 0 and unit.tags[at] == COORDINATOR and unit.lows[at] in {"and", "but"}


def _is_aim(unit: Unit, at: int) -> bool:
    """Whether a plain form goes on with what somebody is to do: `needs to leave and tell jokes`."""
    tags, first = unit.tags, max(0, at - LONGEST)
    infinitive = tags.rfind(TO_DO, first, at)
    return infinitive > max(tags.rfind(FINITE, first, at), tags.rfind(AUXILIARY, first, at))


def _is_listed(unit: Unit, at: int, cue: Cue | None) -> bool:
    """Whether the verb at `at` stands in a list: `He left, admitted that …, and swam`."""
    clause = unit.tags[at : at + 2] in _SAID_THAT
    return cue is not None and cue.takes.clause and clause and unit.tags[at - 1] == COMMA


def _progressive(unit: Unit, at: int) -> bool:
    """Whether the participle at `at` belongs to "is" or "was": `is also warning`."""
    at -= 1
    while at > 0 and unit.tags[at] == ADVERB:
        at -= 1
    return unit.tags[at] == CONTRACTED or unit.lows[at] in BE
