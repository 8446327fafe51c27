"""What all patterns of attribution share: the record, and the words that may be a cue."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from claims.splitting.lexicon.cues import ANY_CUES
from claims.splitting.lexicon.phrasal import PHRASAL
from claims.splitting.syntax.subjects import Range, Subject
from claims.splitting.syntax.units import Unit

OBJECT = "object"  # the rule of contents that need their cue to be understood
HEDGE = "hedge"  # the rule of what is said "reportedly"


@dataclass(slots=True, eq=False)
class Attribution:
    """Source, cue and content as ranges of one unit's stream; `rule` names the pattern."""

    rule: str
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
