"""What all patterns of attribution share: the record, rules' names, the words that may be a cue."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from claims.splitting.lexicon.cues import ANY_CUES
from claims.splitting.lexicon.phrasal import PHRASAL
from claims.splitting.syntax.subjects import Range, Subject
from claims.splitting.syntax.units import Unit


class RuleName(StrEnum):
    """The names of the rules by which claims are found; `rules.RULES` says what each finds."""

    ACCORDING_TO = "according_to"
    AS_SAID = "as_said"
    SAID_INVERTED = "said_inverted"
    SAID_AFTER = "said_after"
    NOUN_THAT = "noun_that"
    NOUN_TO = "noun_to"
    PARTICIPLE = "participle"
    INFINITIVE = "infinitive"
    SAID_THAT = "said_that"
    SHARED_SUBJECT = "shared_subject"
    OBJECT = "object"
    PASSIVE = "passive"
    LABEL = "label"
    SIGNED = "signed"
    HEDGE = "hedge"
    TURN = "turn"
    ANNOUNCED = "announced"
    QUOTATION_AFTER_ACT = "quotation_after_act"
    CARRIED_QUOTATION = "carried_quotation"
    LONE_QUOTATION = "lone_quotation"
    NARRATION = "narration"


NEEDS_CUE = frozenset({RuleName.OBJECT, RuleName.NOUN_TO})
"""The rules of contents that are understood with their cue only: `promised a new dam`."""


@dataclass(slots=True, eq=False)
class Attribution:
    """Source, cue and content as ranges of one unit's stream; `rule` found them."""

    rule: RuleName
    source: Range | None
    cue: Range
    content: tuple[Range, ...]


def possible_cues(unit: Unit, start: int, end: int) -> Sequence[int]:
    """Return the places of the words that may be a cue."""
    return unit.cues[bisect_left(unit.cues, start) : bisect_left(unit.cues, end)]


def asserts(whose: Subject) -> bool:
    """Whether the verb says that something was said: not denied, passive, wished or imagined."""
    return not (whose.negated or whose.passive or whose.infinitive or whose.modal)


def is_cue(unit: Unit, at: int) -> bool:
    """Whether the word at `at` attributes, with the word behind it where it needs that."""
    cue = ANY_CUES.get(unit.lows[at])
    if cue is None:
        return False
    after = unit.lows[at + 1] if at + 1 < len(unit.stream) else ""
    return bool(PHRASAL.get((cue.lemma, after), cue.takes))
