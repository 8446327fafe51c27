"""
Phrases by shape: where a noun phrase starts, where an adverbial ends, what a clause looks like.

All functions read a unit's string of tags (see tags.py) and answer with positions in it.
"""

import re

NOMINAL = frozenset("NUMEOKGd")
NOMINAL_OR_SOME = NOMINAL | {"D"}  # "one of Dal's aides"
INFINITIVE = re.compile("tA?v")  # "to go", "to effectively lend"
_CLAUSE = re.compile("[VXvEp]")
# "Tuesday", "last week", "early on Monday night", "in July"
_TIME = re.compile("I?A?[DAN]?M?d[Md]{0,4}")
# Bounded, as is every walk below: no text can make one of them long.
LONGEST = 40
_NOUN_PHRASE = re.compile("(?:D{0,3}A{0,2}[NUMEGdK]{0,12}[NUMdQ]|O|P)(?:C[NUM]{1,6})?")


def has_verb(tags: str, start: int, end: int) -> bool:
    """Whether there is a finite verb, or what looks like one, in the range."""
    return _CLAUSE.search(tags, start, end) is not None


def noun_phrase_start(tags: str, last: int, floor: int = 0) -> int:
    """Return where the noun phrase that ends with `last` starts; `last + 1` if there is none."""
    at = last
    floor = max(floor, last - LONGEST)
    while at >= floor:
        letter = tags[at]
        if letter == "P":
            return at if at == last else at + 1
        if letter in "OD" and at == last:  # "a source close to him", "… to her"
            if at > floor and tags[at - 1] in "It":
                at -= 1
                continue
            return at + 1
        if letter == "d" and at < last and tags[at + 1] in "UDK":
            return at + 1
        if letter == "E" and at > floor and tags[at - 1] == "X":  # "was heard"
            return at + 1
        if letter in NOMINAL or (
            letter == "A"
            and at < last
            and tags[at + 1] in "NE"
            and at > floor
            and tags[at - 1] == "D"
        ):
            at -= 1
        elif letter == "D":
            if at - 1 >= floor and tags[at - 1] == "D":
                at -= 1
                continue
            if at - 2 >= floor and tags[at - 1] in "It" and tags[at - 2] in NOMINAL:
                if tags[at - 3 : at - 1] == "XE":  # "was heard on the radio"
                    return at
                at -= 2
                continue
            if at - 2 >= floor and tags[at - 2 : at] == "DI":  # "some of the"
                at -= 2
                continue
            return at
        elif letter == "I" and at < last and at > floor and tags[at - 1] in NOMINAL_OR_SOME:
            if tags[at - 2 : at] == "XE":
                return at + 1
            at -= 1
        elif letter == "t" and tags[at - 1 : at] in ("N", "U") and tags[at + 1] in "DUNKO":
            at -= 1  # "an adviser to the mayor", "people close to Ada Brun"
        elif letter == "C" and at < last and at > floor and tags[at - 1] == "P":
            # "he and Dal", but "told him of it and Dal"
            return at + 1 if at > 1 and tags[at - 2] in "IVvEGt" else at - 1
        elif letter == "C" and at < last and at > floor and tags[at - 1] in NOMINAL:
            left = noun_phrase_start(tags, at - 1, floor)
            return left if left == floor or tags[left - 1] in "SC,;:WT-" else at + 1
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
    while at < len(tags) and tags[at] in "ItJ":
        first = at + 1 + (tags[at : at + 2] == "JI")  # "ahead of", "because of"
        end = noun_phrase_end(tags, first)
        if end == first:
            return max(start, at)
        at = end
    return at
