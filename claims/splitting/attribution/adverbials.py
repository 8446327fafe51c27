"""When, where and how something was said, between a cue and what it governs."""

from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.lexicon.cues import PARTICIPLE_CUES
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import (
    INFINITIVE,
    noun_phrase_end,
    prepositional_end,
    time_end,
)
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    DETERMINER,
    FINITE,
    GERUND,
    LOOSE_PREPOSITION,
    NOUN,
    NOUNS,
    NUMBER,
    PREPOSITION,
    PREPOSITIONS,
    SOME_OF,
    TENSED,
    THAT,
    TIME,
    TO,
    VERBS,
    pattern,
)

# "said | several times | that"
_REPEATED = pattern("[DETERMINER NUMBER] [NOUN NUMBER ADVERB]{0,2} NOUN (?= THAT)")
_TIMES = words("times time quarter term season")
_TWO_NAMES = pattern("[NOUN TIME POSSESSOR] NAME")  # "said after the vote Dal was late"
_WHILE_DOING = words("in after before during while")
_IN_A = PREPOSITION + DETERMINER
_THAT_NOUN = THAT + NOUN
_VERB_THAT = FINITE + THAT
_OF_NAME = NOUNS | {TIME}


def skip_adverbials(unit: Unit, at: int) -> int:
    """Return where the complement may start: past time, place, and `in a statement`."""
    end = _adverbials_end(unit, at)
    if at < end < len(unit.tags) and unit.tags[end] in VERBS:
        return _before_subject(unit, at, end)
    return end


def _adverbials_end(unit: Unit, at: int) -> int:
    """Return the end of all that looks like an adverbial from `at` on."""
    tags, size = unit.tags, len(unit.tags)
    while at < size and not is_quantity(unit, at):
        if tags[at] == ADVERB:
            at += 1
        elif (end := time_end(tags, at)) > at:
            in_a_june = tags[at : at + 2] == _IN_A  # "in a June report"
            at = max(end, prepositional_end(tags, at)) if in_a_june else end
        elif (again := _REPEATED.match(tags, at)) and unit.lows[again.end() - 1] in _TIMES:
            at = again.end()
        elif (tags[at] in PREPOSITIONS or (tags[at] == TO and not INFINITIVE.match(tags, at))) and (
            end := _phrase_end(unit, at)
        ) > at:
            at = end
        else:
            break
    return at


def _before_subject(unit: Unit, start: int, verb: int) -> int:
    """Return where adverbials end of which the last swallowed the subject of the verb behind."""
    tags = unit.tags
    that = tags[verb : verb + 2] == _VERB_THAT
    if that and starts_clause(unit, verb + 2, len(tags)) is not None:
        return verb + 1  # "said before her Lund remarks that"
    loose = tags.rfind(LOOSE_PREPOSITION, start, verb) if tags[verb] in TENSED else -1
    if loose >= 0 and not _TWO_NAMES.search(tags, loose, verb):
        return loose  # "apologised in May after it had left"
    back = verb - 1  # "said in Iowa Trump would"
    while back > start and tags[back] in _OF_NAME and tags[back - 1] in _OF_NAME:
        back -= 1
    return back


def _phrase_end(unit: Unit, at: int) -> int:
    """Return the end of `in Iowa`, `in that speech`, `in announcing the plan`, or `at`."""
    tags = unit.tags
    if tags[at + 1 : at + 3] == _THAT_NOUN and unit.lows[at] in {"in", "on", "at"}:
        return at + 3
    end = prepositional_end(tags, at)
    if tags[at + 1 : at + 3] == SOME_OF:  # "in one of several letters"
        end = prepositional_end(tags, at + 2)
    if end > at or tags[at + 1 : at + 2] != GERUND or unit.lows[at] not in _WHILE_DOING:
        return end
    if unit.lows[at + 1] in PARTICIPLE_CUES or (end := noun_phrase_end(tags, at + 2)) == at + 2:
        return at
    return prepositional_end(tags, end)


def is_quantity(unit: Unit, at: int) -> bool:
    """`about half of …`, `at least 20 people`: no adverbial, but the subject of the content."""
    if at + 1 >= len(unit.stream):
        return False
    low, after = unit.lows[at], unit.lows[at + 1]
    return low in {"about", "at", "over", "under", "between", "around", "up"} and (
        after in {"half", "least", "most", "all"}
        or (unit.tags[at + 1 : at + 2] == NUMBER and low not in {"at", "under"})
    )
