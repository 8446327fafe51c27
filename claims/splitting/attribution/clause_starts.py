"""Where a clause starts, and which of its words is its verb."""

from claims.splitting.attribution.patterns import is_cue
from claims.splitting.lexicon.words import NOT_FINITE
from claims.splitting.syntax.phrases import (
    LONGEST,
    has_verb,
    noun_phrase_end,
    prepositional_end,
    time_end,
)
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    GERUND,
    INFLECTED,
    NAME,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PHRASE_STARTS,
    PREPOSITION,
    PREPOSITIONS,
    PRONOUN_SUBJECTS,
    QUOTATION,
    SOME_OF,
    SUBJECT_PRONOUN,
    SUBJECTS,
    TENSED,
    THAT,
    VERBS,
    pattern,
)

WITHOUT_SUBJECT = INFLECTED | {GERUND}
"""What a verb that goes without a subject is taken for: `kept by Dal`, `adding that`."""
_HE_AND_SOME = frozenset(SUBJECT_PRONOUN + COORDINATOR + start for start in PHRASE_STARTS)
_SOME_SAID = frozenset(DETERMINER + verb for verb in TENSED)
# What follows the comma behind a subject where that begins no aside: "Dal, Brun", "Dal, and".
_NO_ASIDE = PRONOUN_SUBJECTS | {NAME, COORDINATOR}
# "– even Dal's – | are": no clause between the dashes, a verb behind them
_DASHED = pattern(
    """
    DASH
    [^ SEMICOLON COLON STOP DASH SUBJECT_PRONOUN CONTRACTED FINITE BASE AUXILIARY]{1,12}
    DASH (?= FINITE | AUXILIARY)
    """
)
# "surrounding the town | is": a participle with its words, and the verb behind them
_REDUCED = pattern(
    """
    [GERUND PARTICIPLE]
    [^
        COMMA SEMICOLON COLON STOP DASH OPENING CLOSING QUOTATION
        THAT QUESTION_WORD SUBORDINATOR COORDINATOR SUBJECT_PRONOUN CONTRACTED
        FINITE BASE AUXILIARY
    ]{1,12}
    AUXILIARY
    """
)
_PARTICIPLES = frozenset({GERUND, PARTICIPLE})
_DOERS = frozenset({SUBJECT_PRONOUN, NAME})  # before a form in -ed: "he asked", "Dal asked"
# What shows such a form to be a verb: "Dal asked | her", "… | that", "… | whether".
_BEHIND_VERB = SUBJECTS | {DETERMINER, ADVERB, OBJECT_PRONOUN, THAT, NAME, QUOTATION}


def starts_clause(unit: Unit, at: int, end: int) -> int | None:
    """Return the verb of the clause that starts at `at`, after at most a time expression."""
    tags = unit.tags
    if tags[at : at + 1] in PREPOSITIONS:  # "but for the others, it is"
        comma = prepositional_end(tags, at)
        if comma > at and tags[comma : comma + 1] == COMMA:
            at = comma + 1
    first = time_end(tags, at)
    if tags[first : first + 1] == CONTRACTED:
        return first
    after = _subject_end(tags, first)
    if after == first:
        return None
    if tags[after : after + 1] == COMMA and not (after := _aside_end(unit, after, end)):
        return None
    if dashed := _DASHED.match(tags, after, end):
        after = dashed.end()
    while after < end and tags[after] == ADVERB:
        after += 1
    return _verb(unit, after, end)


def _subject_end(tags: str, first: int) -> int:
    """Return the end of the subject that starts at `first`, or `first` if there is none."""
    after = noun_phrase_end(tags, first)
    if tags[first : first + 3] in _HE_AND_SOME:  # "he and some others said"
        after = noun_phrase_end(tags, first + 2)
    if after == first:
        start = tags[first : first + 2]
        if start in _SOME_SAID:  # "some said it was late", "these were late"
            after += 1
        elif start == SOME_OF:  # "one of the clerks said"
            after = prepositional_end(tags, first + 1)
        if after == first:
            return first
    if tags[after : after + 1] == PREPOSITION:
        return max(after, prepositional_end(tags, after))
    return after


def _aside_end(unit: Unit, comma: int, end: int) -> int:
    """Return the end of `, despite its cost,` or `, kept by Dal,` behind a subject, or 0."""
    tags = unit.tags
    closing = tags.find(COMMA, comma + 1, min(end, comma + LONGEST // 2))
    if closing < 0 or tags[comma + 1] in _NO_ASIDE:
        return 0
    kept = tags[comma + 1] in WITHOUT_SUBJECT and not is_cue(unit, comma + 1)
    return 0 if has_verb(tags, comma + 1 + kept, closing) else closing + 1


def _verb(unit: Unit, at: int, end: int) -> int | None:
    """Return the verb of the clause whose subject ends before `at`, if it stands there."""
    tags = unit.tags
    tag = tags[at : at + 1]
    if tag in _PARTICIPLES and (main := _REDUCED.match(tags, at, end)):
        at = main.end() - 1
    elif tag == PARTICIPLE and tags[at - 1] in _DOERS and at + 1 < end:
        return at if tags[at - 1] == SUBJECT_PRONOUN or tags[at + 1] in _BEHIND_VERB else None
    if at >= end or tags[at] not in VERBS or unit.lows[at] in NOT_FINITE:
        return None
    return at
