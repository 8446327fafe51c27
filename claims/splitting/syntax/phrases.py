"""
Phrases by shape: where a noun phrase starts, where an adverbial ends, what a clause looks like.

All functions read a unit's tags (see word_classes.py) and answer with positions in them.
"""

from claims.splitting.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    BASE,
    COORDINATOR,
    DEFINITE,
    DETERMINER,
    DIVIDERS,
    FINITE,
    GERUND,
    LINKS,
    LOOSE_PREPOSITION,
    NOUN,
    NOUNS,
    NUMBER,
    OBJECT_PRONOUN,
    PARTICIPLE,
    POSSESSOR,
    PREPOSITION,
    RELATIVES,
    SOME_OF,
    SUBJECT_PRONOUN,
    SUBORDINATOR,
    TIME,
    TO,
    pattern,
)

NOMINAL = NOUNS | {NUMBER, PARTICIPLE, OBJECT_PRONOUN, POSSESSOR, GERUND, TIME}
"""What may stand in a noun phrase behind its determiner."""
NOMINAL_OR_SOME = NOMINAL | {DETERMINER}  # "one of Dal's aides"
INFINITIVE = pattern("TO ADVERB? BASE")  # "to go", "to effectively lend"
CLAUSE_STARTS_BEHIND = DIVIDERS | RELATIVES | {SUBORDINATOR}
"""What stands before the subject of a clause that is not the first of its sentence."""

# Bounded, as is every walk below: no text can make one of them long.
LONGEST = 40
_CLAUSE = pattern("[FINITE AUXILIARY BASE PARTICIPLE CONTRACTED]")
# "Tuesday", "last week", "early on Monday night", "in July"
_TIME = pattern("PREPOSITION? ADVERB? [DETERMINER ADVERB NOUN]? NUMBER? TIME [NUMBER TIME]{0,4}")
_NOUN_PHRASE = pattern(
    """
    (?:
        DETERMINER{0,3} ADVERB{0,2}
        [NOUN NAME NUMBER PARTICIPLE GERUND TIME POSSESSOR]{0,12}
        [NOUN NAME NUMBER TIME QUOTATION]
    |   OBJECT_PRONOUN | SUBJECT_PRONOUN
    )
    (?: COORDINATOR [NOUN NAME NUMBER]{1,6} )?
    """  # "all the newly elected Lund officials", "them", and "… and three aides"
)
_CLOSE_TO = DEFINITE | {NOUN, OBJECT_PRONOUN}  # whom or what: "the mayor", "Brun", "farmers"
_ONE_WORD = frozenset({OBJECT_PRONOUN, DETERMINER})  # a phrase where they stand last: "him", "her"
_MODIFIED = frozenset({NOUN, PARTICIPLE})  # behind "the newly": "elected"
_TAKES_OBJECT = frozenset({FINITE, BASE, GERUND, PARTICIPLE, PREPOSITION, TO})
_PASSIVE = AUXILIARY + PARTICIPLE  # "was heard"
_AHEAD_OF = LOOSE_PREPOSITION + PREPOSITION  # "because of" too
_OPENS_ADVERBIAL = LINKS | {LOOSE_PREPOSITION}


def has_verb(tags: str, start: int, end: int) -> bool:
    """Whether there is a finite verb, or what looks like one, in the range."""
    return _CLAUSE.search(tags, start, end) is not None


def noun_phrase_start(tags: str, last: int, floor: int = 0) -> int:
    """Return where the noun phrase that ends with `last` starts; `last + 1` if there is none."""
    at = last
    floor = max(floor, last - LONGEST)
    while at >= floor:
        tag = tags[at]
        if tag == SUBJECT_PRONOUN:
            return at if at == last else at + 1
        if tag in _ONE_WORD and at == last:  # "a source close to him", "… to her"
            if at > floor and tags[at - 1] in LINKS:
                at -= 1
                continue
            return at + 1
        if tag == TIME and at < last and tags[at + 1] in DEFINITE:  # "on Friday the mayor"
            return at + 1
        if tag == PARTICIPLE and at > floor and tags[at - 1] == AUXILIARY:  # "was heard"
            return at + 1
        if tag in NOMINAL or (
            tag == ADVERB
            and at < last
            and tags[at + 1] in _MODIFIED
            and at > floor
            and tags[at - 1] == DETERMINER
        ):
            at -= 1
        elif tag == DETERMINER:
            if at - 1 >= floor and tags[at - 1] == DETERMINER:
                at -= 1
                continue
            if at - 2 >= floor and tags[at - 1] in LINKS and tags[at - 2] in NOMINAL:
                if tags[at - 3 : at - 1] == _PASSIVE:  # "was heard on the radio"
                    return at
                at -= 2
                continue
            if at - 2 >= floor and tags[at - 2 : at] == SOME_OF:  # "some of the"
                at -= 2
                continue
            return at
        elif tag == PREPOSITION and at < last and at > floor and tags[at - 1] in NOMINAL_OR_SOME:
            if tags[at - 2 : at] == _PASSIVE:
                return at + 1
            at -= 1
        elif tag == TO and tags[at - 1 : at] in NOUNS and tags[at + 1] in _CLOSE_TO:
            at -= 1  # "an adviser to the mayor", "people close to Ada Brun"
        elif tag == COORDINATOR and at < last and at > floor and tags[at - 1] == SUBJECT_PRONOUN:
            # "he and Dal", but "told him of it and Dal"
            return at + 1 if at > 1 and tags[at - 2] in _TAKES_OBJECT else at - 1
        elif tag == COORDINATOR and at < last and at > floor and tags[at - 1] in NOMINAL:
            left = noun_phrase_start(tags, at - 1, floor)
            return left if left == floor or tags[left - 1] in CLAUSE_STARTS_BEHIND else at + 1
        else:
            return at + 1
    return at + 1


def noun_phrase_end(tags: str, start: int) -> int:
    """Return the end (exclusive) of the simple noun phrase that starts at `start`, or `start`."""
    match = _NOUN_PHRASE.match(tags, start)
    return match.end() if match else start


def time_end(tags: str, start: int) -> int:
    """Return the end of the time expression at `start`, or `start` if there is none."""
    match = _TIME.match(tags, start)
    return match.end() if match else start


def prepositional_end(tags: str, start: int) -> int:
    """Return the end of the chain of prepositional phrases at `start`: `at a rally in Ohio`."""
    at = start
    while at < len(tags) and tags[at] in _OPENS_ADVERBIAL:
        first = at + 1 + (tags[at : at + 2] == _AHEAD_OF)
        end = noun_phrase_end(tags, first)
        if end == first:
            return max(start, at)
        at = end
    return at
