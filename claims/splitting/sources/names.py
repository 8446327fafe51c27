"""
Names in a text: where each stands, whose it is, and what the text says its bearer is.

A name is a run of capitalised words. Sex is known only from evidence in the text: a title, a
role word, or a pronoun that can mean nobody else.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.splitting.lexicon.places import PLACE_WORDS, PLACES
from claims.splitting.lexicon.titles import (
    DOCUMENT,
    HONORIFICS,
    ORGANISATION,
    PARTICLES,
    PARTY_AND_PLACE,
    PEOPLE,
    ROLES,
)
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import noun_phrase_end, prepositional_end
from claims.splitting.syntax.tokens import Token
from claims.splitting.syntax.units import Unit

_PLACING = words("in at near into throughout across outside")


_CAPITAL = re.compile("[UK]")


class Name(NamedTuple):
    """One occurrence of a name: its own words, and the role words right before them."""

    start: int
    end: int
    words: tuple[str, ...]
    role: str
    owner: str  # "Ukraine's" before the role
    organisation: bool
    unit: int
    subject: bool
    apposition: str  # "…, the Labour leader,"
    placed: bool  # behind "in" or "near", as places are

    @property
    def text(self) -> str:
        """The name as people write it."""
        return " ".join(self.words)


def bare(token: Token) -> str:
    """Return the word without a possessive ending."""
    text = token.text
    if token.low.endswith("'s"):
        return text[:-2]
    return text[:-1] if token.low.endswith("s'") else text


def _runs(unit: Unit) -> Iterable[tuple[int, int]]:
    """Yield the ranges of capitalised words that may be one name."""
    tags, stream, size = unit.tags, unit.stream, len(unit.tags)
    done = 0
    for match in _CAPITAL.finditer(tags):
        at = match.start()
        if at < done or (tags[at] == "K" and not stream[at].text[0].isupper()):
            continue
        end = at + 1
        while end < size and tags[end - 1] != "K":
            if tags[end] == "U" or (tags[end] == "K" and stream[end].text[0].isupper()):
                end += 1
            elif (
                end + 1 < size
                and tags[end + 1] in "UK"
                and stream[end + 1].text[0].isupper()
                and (
                    stream[end].low in PARTICLES
                    or (
                        stream[end].low in {"of", "for", "&", "and"}
                        and stream[end - 1].low in ORGANISATION
                    )
                )
            ):
                end += 2
            else:
                break
        yield at, end
        done = end


def split_role(words: Sequence[Token]) -> int:
    """Return how many of a run's first words are title and role rather than name."""
    last = 0
    for at, token in enumerate(words[:-1]):
        if token.low in ROLES or token.low in HONORIFICS:
            last = at + 1
    while last < len(words) - 1 and words[last].low in PARTY_AND_PLACE and len(words) - last > 2:
        last += 1
    return last


@lru_cache(maxsize=1 << 14)
def is_organisation(words: tuple[str, ...]) -> bool:
    """Whether a name is an organisation's or a place's, by its words: `… Council`, `CNN`."""
    lows = [word.lower() for word in words]
    if any(low in ORGANISATION or low in PLACE_WORDS for low in lows):
        return True
    if lows[-1] in PLACES or all(low in PARTY_AND_PLACE for low in lows):
        return True
    return len(words) == 1 and words[0].isupper() and len(words[0]) > 1


def _is_role(words: Sequence[str]) -> bool:
    """Whether the capitals are a title alone: `the US President`, `Berkshire CEO`."""
    lows = [word.lower() for word in words]
    return lows[-1] in ROLES


def names(units: Sequence[Unit]) -> list[Name]:
    """Return every name outside quotations, in order."""
    return [
        name
        for number, unit in enumerate(units)
        for first, end in _runs(unit)
        if (name := _name(unit, number, first, end))
    ]


def _is_common(unit: Unit, end: int) -> bool:
    """Whether a single capital at the start of a sentence is an ordinary word: `Officials`."""
    if end != 1:
        return False
    low = unit.stream[0].low
    return (
        low in PEOPLE
        or low in DOCUMENT
        or (unit.tags[1:2] in {"I", "W", "N"} and low.endswith(("s", "men")))
    )


def _apposition(unit: Unit, at: int) -> str:
    tags, stream = unit.tags, unit.stream
    if tags[at : at + 2] != ",D":
        return ""
    end = noun_phrase_end(tags, at + 1)
    if tags[end : end + 1] == "I":
        end = prepositional_end(tags, end)
    words = [token.text for token in stream[at + 2 : end]]
    return " ".join(words) if {word.lower() for word in words} & ROLES else ""


def _name(unit: Unit, number: int, first: int, end: int) -> Name | None:
    tags, stream = unit.tags, unit.stream
    run = stream[first:end]
    own = [bare(token) for token in run]
    if _is_role(own) or (first == 0 and _is_common(unit, end)):
        return None
    skip = split_role(run)
    if is_organisation(tuple(own[skip:])) or (
        is_organisation(tuple(own)) and own[skip - 1].lower() in PARTY_AND_PLACE
    ):
        skip = 0
    organisation = is_organisation(tuple(own[skip:]))
    before = first
    while before > 0 and stream[before - 1].low in ROLES and tags[before - 1] in "NUG":
        before -= 1
    return Name(
        run[skip].start,
        run[-1].start + len(own[-1]),
        tuple(own[skip:]),
        " ".join(token.text for token in [*stream[before:first], *run[:skip]]),
        bare(stream[before - 1]) if before and tags[before - 1] == "K" else "",
        organisation,
        number,
        subject=(before == 0 or tags[before - 1] in ",SCWTJ-:;Q")
        and (tags[end : end + 1] or ".") in "VXvEAp,(",
        apposition=_apposition(unit, end),
        placed=first > 0 and stream[first - 1].low in _PLACING,
    )
