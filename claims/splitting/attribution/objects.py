"""
What is praised, denied or announced, as far as that is a statement, and where it ends: before
when, where and how that was done.

`praised Dal | on Monday`, `… | after the vote`, `… | at a rally in Lund`, `… | , crediting him`.
Behind an object without a verb nearly all of these belong to the praising.
"""

from claims.splitting.attribution.boundaries import content_end
from claims.splitting.lexicon.cues import OCCASIONS, STAGES, Cue
from claims.splitting.lexicon.titles import DOCUMENT
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import INFINITIVE, LONGEST, noun_phrase_end, time_end
from claims.splitting.syntax.units import Range, Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    ASIDE_DOING,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DETERMINER,
    GERUND,
    LEADS_IN,
    NOUNS,
    NUMBER,
    PARTICIPLE,
    PREPOSITION,
    PREPOSITIONS,
    QUESTION_WORD,
    QUOTATION,
    RELATIVES,
    THAT,
    TIME,
    TO,
    VERBS,
    pattern,
)

_WHEN = words("after before during following")
_ARTICLES = words("a an the his her its their")
_AT = words("in at on during through")
# What is only named or asked for as often has a time and a place of its own: "cited a fire in May".
_NAMING = words("cite say note argue ask find show tell") | {"ask about", "point to", "warn of"}

# `a group opposing the dam and`, before another participle
_DOING = pattern(
    """
    [NOUN NAME] GERUND
    [^
        COMMA SEMICOLON COLON STOP QUOTATION
        FINITE AUXILIARY BASE SUBJECT_PRONOUN CONTRACTED QUESTION_WORD THAT SUBORDINATOR
    ]{1,12}
    COORDINATOR $
    """
)
# What is no part of an object without a verb: it may go on with that.
_NO_OBJECT = VERBS | {GERUND, PARTICIPLE, CONTRACTED, QUOTATION, TO}
_LEADS_IN = LEADS_IN + COMMA
_COMMA_WHO = COMMA + QUESTION_WORD
_DATE_STARTS = frozenset({ADVERB, DETERMINER, NUMBER, TIME})  # "early on", "the", "12", "Monday"
_ADVERBIAL_STARTS = PREPOSITIONS | _DATE_STARTS
_BEFORE_NOUN = frozenset({DETERMINER, PREPOSITION, COORDINATOR})  # "a | week", "in | May"
_OF_DATE = frozenset({TIME, DETERMINER})


def is_description(unit: Unit, at: int, cue: Cue, source: Range) -> bool:
    """
    Whether it only says who its subject is: `a group opposing the dam`, `Dal, who praised it`.

    That is no news. A document says what it calls for, and so does who promised or called for it.
    """
    first = source.start
    if unit.tags[first] in RELATIVES:
        stated = cue.takes.clause or cue.lemma.endswith(" for")
        return not stated and unit.lows[first - 1] not in DOCUMENT
    if cue.form != "participle" or not DOCUMENT.isdisjoint(unit.lows[first : source.end]):
        return False
    joined = unit.tags[at - 1] == COORDINATOR and _DOING.search(unit.tags, max(0, at - LONGEST), at)
    beside = source.end == at and unit.tags[at - 1] in NOUNS and at - 1 not in unit.quotes
    return bool(joined) or beside


def is_planned(unit: Unit, at: int) -> bool:
    """Whether `she will set out her plans`, `she'll also praise it` has yet to be done."""
    return any(low == "will" or low.endswith("'ll") for low in unit.lows[max(0, at - 2) : at])


def object_end(unit: Unit, start: int, limit: int, cue: Cue) -> int:
    """Return where the object of `cue` that starts at `start` ends."""
    tags = unit.tags
    if tags[start] == THAT:  # "rejected that plan in a letter"
        return noun_phrase_end(tags, start + 1)
    end = content_end(unit, start, limit, subordinate=True)
    doing = tags.find(ASIDE_DOING, start + 1, end)  # "praised the plan, crediting her with it"
    end = doing if doing > 0 else end
    apposed = tags.find(COMMA, start + 1, end)
    if _is_apposed(unit, apposed, end):
        end = apposed
    named = cue.lemma in _NAMING or cue.lemma.endswith(" for")
    for at in range(start + 1, min(end, start + LONGEST)):
        if tags[at] in _NO_OBJECT:
            return end
        if _tells_of_saying(unit, at, end, named=named):
            return start + len(tags[start:at].rstrip(_LEADS_IN))  # "…, but only after"
    return end


def object_parts(unit: Unit, start: int, end: int) -> tuple[Range, ...]:
    """
    Return `urged Dal, whose dam leaks, on Friday to go` as its two parts, `Dal` and `to go`.

    What stands between them tells who Dal is and when he was urged.
    """
    tags = unit.tags
    named = behind = noun_phrase_end(tags, start)
    if tags[named : named + 2] == _COMMA_WHO or unit.lows[named + 1 : named + 2] == ["whose"]:
        behind = tags.find(COMMA, named + 1, min(end, named + LONGEST)) + 1 or end
    behind = time_end(tags, behind)
    if start < named < behind < end and INFINITIVE.match(tags, behind):
        return Range(start, named), Range(behind, end)
    return (Range(start, end),)


def _is_apposed(unit: Unit, comma: int, end: int) -> bool:
    """Whether the only comma parts `praised Dal | , the clerk who built it`."""
    tags = unit.tags
    if comma < 0 or tags[comma + 1] != DETERMINER or unit.lows[comma + 1] not in _ARTICLES:
        return False
    return COMMA not in tags[comma + 1 : end] and COORDINATOR not in tags[comma:end]


def _tells_of_saying(unit: Unit, at: int, end: int, *, named: bool) -> bool:
    """Whether `on Monday`, `last week` ends it, or `after the vote`, `at a rally` stands there."""
    tags, low = unit.tags, unit.lows[at]
    if tags[at] not in _ADVERBIAL_STARTS:
        return False
    dated = low in {"on", "in", "at"} or (
        tags[at] in _DATE_STARTS and tags[at - 1] not in _BEFORE_NOUN
    )
    if dated and time_end(tags, at) >= end:
        return True
    return not named and ((low in _WHEN and tags[at - 1] not in _OF_DATE) or _is_occasion(unit, at))


def _is_occasion(unit: Unit, at: int) -> bool:
    """Whether `at a rally`, `in an interview`, `on Facebook` stands there: where it was said."""
    if unit.lows[at] not in _AT:
        return False
    last = noun_phrase_end(unit.tags, at + 1) - 1
    while last > at and (unit.tags[last] == TIME or unit.lows[last] == "last"):
        last -= 1  # "on the radio last week"
    if last == at or unit.tags[last + 1 : last + 2] == THAT:  # "in interviews that"
        return False
    return unit.lows[last] in OCCASIONS or unit.lows[last] in STAGES
