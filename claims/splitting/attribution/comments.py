"""
What the writer says of somebody's words behind them: `…, a claim that Dal denies`, `… – further
angering Dal`, `… only days after Dal had left`. Each of these ends the words in most cases.
"""

from claims.splitting.attribution.patterns import is_cue
from claims.splitting.lexicon.cues import COMMENTS
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import time_end
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    COMMA,
    DASH,
    DETERMINER,
    GERUND,
    LOOSE_PREPOSITION,
    RELATIVES,
    SUBJECT_PRONOUN,
    pattern,
)

# "a figure | that has risen", "a step | they hail", "a plan | the mayor denounced"
_RELATIVE = RELATIVES | {SUBJECT_PRONOUN, DETERMINER}
_DID = words("has have had did does do")
# "a sharp reversal"
_NAMED_ANEW = pattern("DETERMINER [ADVERB PARTICIPLE NOUN GERUND]{0,3} NOUN (?! NOUN)")
# What saying something does, or stands to: "…, drawing laughs", "…, echoing a report".
_EFFECTS = words(
    """
    drawing sparking prompting provoking reigniting deepening escalating fueling fuelling echoing
    mirroring reflecting contradicting contrasting
    """
)
# "only days after", "two weeks before"
_SINCE_THEN = pattern("ADVERB? [DETERMINER NUMBER NOUN]{0,2} TIME LOOSE_PREPOSITION")
_AS_HAS = LOOSE_PREPOSITION + AUXILIARY
_FURTHER_DOING = ADVERB + GERUND


def comments(unit: Unit, at: int) -> bool:
    """
    Whether what stands behind the mark at `at` speaks of what was said instead of going on.

    `a claim that Dal denies`, `saying so twice`, `further angering Dal`, `only days after …`.
    """
    tags, stream, first = unit.tags, unit.stream, at + 1
    if tags[first] == DETERMINER and (named := _NAMED_ANEW.match(tags, first)):
        if stream[first].low in {"a", "an"} and tags[named.end() : named.end() + 1] in _RELATIVE:
            return True
        the = stream[first].low in ({"a", "an"} if tags[at] != DASH else {"a", "an", "the"})
        return the and stream[named.end() - 1].low in COMMENTS
    if tags[at] == DASH:  # "– this week calling it a ruin"
        first = time_end(tags, first)
    if tags[first : first + 1] == GERUND:
        return stream[first].low in _EFFECTS or (tags[at] == DASH and is_cue(unit, first))
    if tags[first : first + 2] == _AS_HAS:  # "…, as has Dal"
        return stream[first].low == "as" and stream[first + 1].low in _DID
    if tags[first : first + 2] == _FURTHER_DOING:
        return tags[at] == DASH or is_cue(unit, first + 1)
    return False


def sets_beside(unit: Unit, first: int) -> bool:
    """`only days after Dal had left`, `, an hour before …`: when it was said."""
    since = _SINCE_THEN.match(unit.tags, first)
    if since is None or unit.lows[since.end() - 1] not in {"after", "before"}:
        return False
    return unit.tags[first - 1] == COMMA or unit.lows[first] in {"only", "just", "barely"}
