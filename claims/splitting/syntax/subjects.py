"""Who a reporting verb belongs to: the noun phrase left of it, and what stands between them."""

from dataclasses import replace

from claims.splitting.lexicon.cues import CATENATIVE, PARTICIPLE_CUES
from claims.splitting.lexicon.words import ADVERBS, BE, DAYS, SELVES, words
from claims.splitting.syntax.mentions import mention_before
from claims.splitting.syntax.phrases import noun_phrase_start
from claims.splitting.syntax.tokens import Token
from claims.splitting.syntax.units import Range, Subject, Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    ENDS_ASIDE,
    GERUND,
    NOUNS,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PREPOSITION,
    TO,
)

__all__ = ["Range", "Subject", "subject"]

_NEGATIVE = words(
    """
    not never n't isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't
    wouldn't can't cannot couldn't shouldn't nobody hardly barely scarcely
    """
)
_UNREAL = words("would could might should if")
_NOBODY = words("neither nobody none no")  # "Neither Brun nor Dal said that"

ASIDE = 5  # tokens of an aside between an auxiliary and its verb
_HELPS = frozenset({ADVERB, AUXILIARY, TO})  # between a subject and its verb: "would never want to"
_HAVE_IN = AUXILIARY + PREPOSITION  # "have in the past said"


def subject(unit: Unit, verb: int) -> Subject | None:
    """Return the subject of the verb at `verb`, or None if none can be seen there."""
    if verb not in unit.subjects:
        unit.subjects[verb] = _subject(unit, verb)
    return unit.subjects[verb]


def _subject(unit: Unit, verb: int, *, helped: bool = False) -> Subject | None:
    """Return the subject; not that of a verb before it where this one is `helped` already."""
    tags, stream, lows = unit.tags, unit.stream, unit.lows
    left = verb - 1
    while left >= 0 and tags[left] in _HELPS:
        left -= 1
    if left > 1 and lows[left] in DAYS:  # "Brun, of the port, on Friday said"
        day = left - (tags[left - 1] == PREPOSITION)
        if tags[day - 1] == COORDINATOR:
            return None
        left = day - 1 if tags[day - 1] in ENDS_ASIDE else left
    within = tags.rfind(_HAVE_IN, max(0, left - ASIDE), left)
    if within > 0 and noun_phrase_start(tags, left) == within + 2:
        left = within - 1
    aside = tags.rfind(COMMA, max(0, left - ASIDE), left) if tags[left] == COMMA else -1
    if aside > 0 and tags[aside - 1] == AUXILIARY:  # "has, in fact, said"
        left = aside - 2
    if (
        left > 0
        and tags[left] == OBJECT_PRONOUN
        and lows[left] in SELVES
        and tags[left - 1] in NOUNS
    ):
        left -= 1  # "Brun herself said"
    if left >= 0 and tags[left] == CONTRACTED:  # "she's saying"
        left += 1
    between = set(unit.lows[left + 1 : verb])
    infinitive = "to" in between
    if (
        not helped
        and left > 0
        and lows[left] in CATENATIVE
        and (infinitive or tags[verb] == GERUND)
    ):
        return _through(unit, left)
    if (
        not helped
        and left > 1
        and lows[left] == "on"
        and lows[left - 1] in CATENATIVE
        and infinitive
    ):
        return _through(unit, left - 1)
    mention = (
        Range(left - 1, left) if tags[left - 1 : left] == CONTRACTED else mention_before(unit, left)
    )
    if left < 0 and verb and _is_name(stream[0]):
        mention = Range(0, 1)
    if mention is None or lows[mention.start] in PARTICIPLE_CUES:  # "citing police reports"
        return None
    return Subject(
        mention,
        negated=bool(between & _NEGATIVE) or _is_nobody(unit, mention.start),
        passive=(tags[verb] == PARTICIPLE and lows[verb - 1] in BE)
        or (bool(between & BE) and tags[verb] != GERUND),
        infinitive=infinitive,
        modal=bool(between & _UNREAL),
    )


def _is_nobody(unit: Unit, first: int) -> bool:
    """Whether it is nobody's verb: `neither Brun nor Dal`, `no official`, `none of them`."""
    lows = unit.lows
    before = first - 2 if first > 1 and lows[first - 1] == "of" else first - 1
    return lows[first] in _NOBODY or (before >= 0 and lows[before] in {"neither", "none"})


def _is_name(first: Token) -> bool:
    """Whether the first word of a sentence, an adverb by its ending, is a name: `Jolly said`."""
    return first.text[0].isupper() and first.low.endswith("ly") and first.low not in ADVERBS


def _through(unit: Unit, verb: int) -> Subject | None:
    """Return the subject of the helping verb at `verb`: `went on to say`, `began urging`."""
    found = _subject(unit, verb, helped=True)
    return replace(found, infinitive=False) if found and not found.infinitive else None
