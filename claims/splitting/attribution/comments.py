"""
What the writer says of somebody's words behind them: `…, a claim that Dal denies`, `… – further
angering Dal`, `… only days after Dal had left`. Each of these ends the words in most cases.
"""

import re

from claims.splitting.attribution.patterns import is_cue
from claims.splitting.lexicon.cues import COMMENTS
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import time_end
from claims.splitting.syntax.units import Unit

_RELATIVE = frozenset("TWPD")  # "a figure that has risen", "a step they hail"
_DID = words("has have had did does do")
_NAMED_ANEW = re.compile("D[AENG]{0,3}N(?!N)")  # "a sharp reversal"
# What saying something does, or stands to: "…, drawing laughs", "…, echoing a report".
_EFFECTS = words(
    """
    drawing sparking prompting provoking reigniting deepening escalating fueling fuelling echoing
    mirroring reflecting contradicting contrasting
    """
)
_SINCE_THEN = re.compile("A?[DMN]{0,2}dJ")  # "only days after", "two weeks before"


def comments(unit: Unit, at: int) -> bool:
    """
    Whether what stands behind the mark at `at` speaks of what was said instead of going on.

    `a claim that Dal denies`, `saying so twice`, `further angering Dal`, `only days after …`.
    """
    tags, stream, first = unit.tags, unit.stream, at + 1
    if tags[first] == "D" and (named := _NAMED_ANEW.match(tags, first)):
        if stream[first].low in {"a", "an"} and tags[named.end() : named.end() + 1] in _RELATIVE:
            return True
        the = stream[first].low in ({"a", "an"} if tags[at] != "-" else {"a", "an", "the"})
        return the and stream[named.end() - 1].low in COMMENTS
    if tags[at] == "-":  # "– this week calling it a ruin"
        first = time_end(tags, first)
    if tags[first : first + 1] == "G":
        return stream[first].low in _EFFECTS or (tags[at] == "-" and is_cue(unit, first))
    if tags[first : first + 2] == "JX":  # "…, as has Dal"
        return stream[first].low == "as" and stream[first + 1].low in _DID
    if tags[first : first + 2] == "AG":
        return tags[at] == "-" or is_cue(unit, first + 1)
    return False


def sets_beside(unit: Unit, first: int) -> bool:
    """`only days after Dal had left`, `, an hour before …`: when it was said."""
    since = _SINCE_THEN.match(unit.tags, first)
    if since is None or unit.lows[since.end() - 1] not in {"after", "before"}:
        return False
    return unit.tags[first - 1] == "," or unit.lows[first] in {"only", "just", "barely"}
