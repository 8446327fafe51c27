"""Nouns that hold what somebody said: `Brun's claim that …`, `made the case that …`."""

from claims.splitting.attribution.boundaries import content_end
from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.attribution.patterns import Attribution, RuleName, asserts
from claims.splitting.lexicon.cues import CUES, HEARSAY, LIGHT, NOUNS
from claims.splitting.syntax.phrases import (
    LONGEST,
    has_verb,
    noun_phrase_end,
    noun_phrase_start,
    prepositional_end,
)
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    COORDINATOR,
    DETERMINES,
    FINITE,
    GERUND,
    NOUN,
    PARTICIPLE,
    PHRASE_STARTS,
    POSSESSOR,
    THAT,
    TO,
    TO_DO,
    pattern,
)

_CLAIM_NOUNS = frozenset().union(*NOUNS.values())
# From the verb of a claim, "Brun's claim that it is | dry has been disputed", to the main verb.
_NEXT_VERB = pattern(
    """
    [^
        COMMA SEMICOLON COLON DASH QUOTATION
        THAT QUESTION_WORD SUBORDINATOR COORDINATOR SUBJECT_PRONOUN CONTRACTED FINITE AUXILIARY
    ]{1,12}
    AUXILIARY
    """
)
# The same for "Brun's promise to sell | the dam and go has": "and" joins what was promised.
_MAIN_VERB = pattern(
    """
    [^
        COMMA SEMICOLON COLON DASH QUOTATION
        THAT QUESTION_WORD SUBORDINATOR SUBJECT_PRONOUN CONTRACTED FINITE AUXILIARY
    ]{1,24}
    AUXILIARY
    """
)
_INSERTED = pattern("COMMA | DASH")
_BEFORE_GERUND = DETERMINES | {NOUN, PARTICIPLE}  # "the warning", "a renewed warning": a noun
# "Dal's | old jokes and | claims"
_BEFORE_CLAIM = frozenset({NOUN, ADVERB, PARTICIPLE, GERUND, COORDINATOR})
APART = 5  # tokens from whose claim it is to the claim: "Dal's old jokes and claims that"


def by_noun(unit: Unit, at: int, limit: int) -> Attribution | None:
    """`Trump's claim that …`, `she made the case that …`, `a warning by the union that …`."""
    tags, lows = unit.tags, unit.lows
    if lows[at] not in _CLAIM_NOUNS or (tags[at] == GERUND and tags[at - 1] not in _BEFORE_GERUND):
        return None
    whose, link = _author(unit, at), at + 1
    agent = _by(unit, at + 1, limit)
    if whose is None and agent < limit and lows[agent] in {"by", "from"}:
        link = noun_phrase_end(tags, agent + 1)
        whose = Range(agent + 1, link) if link > agent + 1 else None
    while link < limit and tags[link] == ADVERB:
        link += 1
    if tags[link : link + 1] == TO and tags[prepositional_end(tags, link) :].startswith(THAT):
        link = prepositional_end(tags, link)  # "made the case to the council that"
    if link + 1 >= limit or (whose is None and not _is_hearsay(unit, at, link)):
        return None
    if lows[at] not in NOUNS.get(lows[link], ()):
        return None
    start = link if lows[link] == "to" else link + 1
    end = content_end(unit, start, limit, subordinate=True)
    end = _before_main_verb(unit, at, start, end)
    inside = _INSERTED.search(tags, start, end)
    end = inside.start() if inside else end
    rule = RuleName.NOUN_TO if lows[link] == "to" else RuleName.NOUN_THAT
    if end <= start + 1:
        return None
    return Attribution(rule, whose, Range(at, at + 1), (Range(start, end),))


def _by(unit: Unit, at: int, limit: int) -> int:
    """Return where `by` may stand in `a claim made in the council by Brun that`."""
    if at + 1 < limit and unit.lows[at] in LIGHT:
        placed = prepositional_end(unit.tags, at + 1)
        return unit.lows.index("by", at, placed) if "by" in unit.lows[at:placed] else at
    return at


def _author(unit: Unit, noun: int) -> Range | None:
    """Return whose claim or promise the noun is: its possessor's, or who makes it."""
    tags, lows = unit.tags, unit.lows
    owner = noun - 1
    while owner > 0 and noun - owner < APART and _belongs(unit, owner):
        owner -= 1
    if owner >= 0 and tags[owner] == POSSESSOR:
        first = owner
        while first and tags[first - 1] in PHRASE_STARTS and owner - first < LONGEST:
            first -= 1
        return Range(first, owner + 1)
    verb = noun_phrase_start(tags, noun) - 1
    while verb > 0 and tags[verb] == ADVERB:  # "made equally bold claims"
        verb -= 1
    light = verb > 0 and lows[verb] in LIGHT
    whose = subject(unit, verb) if light and tags[verb] != GERUND else None
    if whose:
        return whose.mention if asserts(whose) else None
    if owner >= 0 and lows[owner] in {"his", "her", "their", "its"}:
        return Range(owner, owner + 1)
    return None


def _belongs(unit: Unit, at: int) -> bool:
    """Whether the word may stand between an owner and a claim: `Dal's old attacks and claims`."""
    joined = (
        unit.tags[at] == FINITE and unit.tags[at + 1] == COORDINATOR and unit.lows[at].endswith("s")
    )
    return unit.tags[at] in _BEFORE_CLAIM or joined


def _before_main_verb(unit: Unit, noun: int, start: int, end: int) -> int:
    """Return where `Brun's claim that the dam is dry | was disputed` leaves the claim."""
    tags = unit.tags
    to = tags[start : start + 2] == TO_DO  # "Brun's promise to sell the dam and go | has"
    verb = start + 1 if to else starts_clause(unit, start, end)
    if verb is None or has_verb(tags, max(0, noun - LONGEST), noun):
        return end
    main = (_MAIN_VERB if to else _NEXT_VERB).match(tags, verb + 1, end)
    return main.end() - 1 if main else end


def _is_hearsay(unit: Unit, noun: int, link: int) -> bool:
    """Whether it is `rumours that`, `accusations that` of nobody in particular."""
    tags, stream, lows = unit.tags, unit.stream, unit.lows
    if tags[link] != THAT or starts_clause(unit, link + 1, len(tags)) is None:
        return False
    if lows[link + 1] in CUES:  # "reports that say"
        return False
    before = noun_phrase_start(tags, noun)
    denied = any(token.low in {"no", "any", "what"} for token in stream[before:noun])
    return lows[noun] in HEARSAY and not denied and lows[before - 1] not in LIGHT
