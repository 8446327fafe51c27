"""What all patterns of attribution share: the record, and the words that may be a cue."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.splitting.lexicon.cues import CUES, EVIDENCE_CUES, NOUNS
from claims.splitting.syntax.subjects import Range, Subject
from claims.splitting.syntax.units import Unit

OBJECT = "object"  # the rule of contents that need their cue to be understood
HEDGE = "hedge"  # the rule of what is said "reportedly"
_VERBAL = re.compile("[VvEGN]")
_CUES = CUES.keys() | EVIDENCE_CUES.keys() | {"according"}.union(*NOUNS.values())


class Attribution(NamedTuple):
    """Source, cue and content as ranges of one unit's stream; `rule` names the pattern."""

    rule: str
    source: Range | None
    cue: Range
    content: tuple[Range, ...]


def possible_cues(unit: Unit, start: int, end: int) -> Iterator[int]:
    """Yield the places of the words that may be a cue."""
    stream = unit.stream
    places = (match.start() for match in _VERBAL.finditer(unit.tags, start, end))
    return (at for at in places if stream[at].low in _CUES)


def asserts(whose: Subject) -> bool:
    """Whether the verb says that something was said: not denied, passive, wished or imagined."""
    return not (whose.negated or whose.passive or whose.infinitive or whose.modal)
