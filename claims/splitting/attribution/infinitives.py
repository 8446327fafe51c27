"""
Who says what stands behind "to": `Brun used the debate to accuse …`, `it led Dal to admit …`.

Only where the verb before it tells that it was said; whoever "wants to say" it has not.
"""

from claims.splitting.attribution.patterns import asserts
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import noun_phrase_start
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    DIVIDERS,
    INFLECTED,
    OBJECT_PRONOUN,
    OPENING,
    QUOTATION,
    RELATIVES,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
)

# "took to the radio to", "went out of her way to": what was done to say it.
_MEANS = words("used uses using use took takes taken taking went goes gone came comes")
# "prompted Dal to", "leaving some to": somebody else said it then.
_CAUSES = words(
    """
    led leads leading prompted prompts prompting caused causes causing leaving forced forces
    forcing
    """
)
# "called to say", "stood to announce": nothing else is done by it than saying so.
_SAYING_SO = words(
    """
    tweeted wrote called phoned telephoned emailed rang interjected intervened interrupted stood
    rose
    """
)
_EAGER = words("quick")  # "was quick to point out"
_ENDS_CLAUSE = DIVIDERS | RELATIVES | {SUBORDINATOR, OPENING, QUOTATION}
_ONE_WORD = frozenset({DETERMINER, SUBJECT_PRONOUN, OBJECT_PRONOUN})  # "leaving | some | to"
REACH = 12  # tokens from the verb to its "to": "took to the pages of the Lund Courier"


def by_infinitive(unit: Unit, at: int) -> Range | None:
    """Return who says what the cue at `at` holds, where "to" stands before it."""
    tags, stream, to = unit.tags, unit.stream, at - 1
    while to > 0 and tags[to] == ADVERB:  # "to openly accuse"
        to -= 1
    if to < 2 or stream[to].low != "to":
        return None
    if stream[to - 1].low in _EAGER and tags[to - 2] == AUXILIARY:
        return _actor(unit, to - 2)
    for verb in range(to - 1, max(0, to - REACH), -1):
        if tags[verb] in _ENDS_CLAUSE:
            return None
        low = stream[verb].low
        if low in _SAYING_SO and tags[verb] in INFLECTED:
            return _actor(unit, verb)
        if low in _MEANS and verb < to - 1:
            return _actor(unit, verb)
        if low in _CAUSES:
            whole = noun_phrase_start(tags, to - 1, verb + 1) == verb + 1
            alone = tags[verb + 1 : to] in _ONE_WORD
            return Range(verb + 1, to) if verb + 1 < to and (whole or alone) else None
    return None


def _actor(unit: Unit, verb: int) -> Range | None:
    whose = subject(unit, verb)
    return whose.mention if whose and asserts(whose) else None
