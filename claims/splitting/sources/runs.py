"""Runs of capitalised words: where one starts and ends, and which words of it are title."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.splitting.lexicon.titles import (
    HONORIFICS,
    NAMES_TOO,
    ORGANISATION,
    PARTICLES,
    PARTY_AND_PLACE,
    ROLES,
    SUFFIXES,
)
from claims.splitting.lexicon.words import words
from claims.splitting.sources.organisations import is_organisation
from claims.splitting.syntax.tokens import Token, lowered
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import NAME, POSSESSOR, pattern

# Before a name one of these is a title: "House Republican Ada Brun".
PARTISANS = words("republican democrat republicans democrats celebrities")
_GIVEN = words("dean")  # a first name far more often than a title before a lone surname
_COURTS = words("district circuit federal magistrate county supreme court high appeals chief")
_MODIFIERS = ("-area", "-based", "-born", "-backed", "-trained", "-native")  # "Lund-based Brun"
_HEADS = ROLES - NAMES_TOO  # "Chief of", but not "Dean of"
_CAPITAL = pattern("[NAME POSSESSOR]")
_IN_NAMES = frozenset({NAME, POSSESSOR})
_OWNER_IN_NAME = NAME + POSSESSOR + NAME  # the apostrophe of "National Farmers' Union"
LONGEST_NAME_IN_IST = 6  # characters: "Christ", "Qvist"
LONGEST_RUN = 20  # words of a name, titles included; a headline set in capitals has 13
NICKNAME = 3  # tokens from mark to mark: "the Rock"


class Run(NamedTuple):
    """
    What capitalised words say by themselves: how many are titles, and the name behind these.

    `key` is what the name is looked up by: its words in lower case ("De Brun" at the start of a
    sentence is "de Brun"), without "Jr." or "III".
    """

    titles: int
    words: tuple[str, ...]
    text: str
    key: tuple[str, ...]
    organisation: bool


def bare(token: Token) -> str:
    """Return the word without a possessive ending."""
    return _bare(token.text, token.low)


def _bare(text: str, low: str) -> str:
    if "'" not in low:
        return text
    if low.endswith("'s"):
        return text[:-2]
    return text[:-1] if low.endswith("s'") else text


def _joins(unit: Unit, at: int, before: int) -> bool:
    """Whether the small word at `at` stands inside a name or title: `de`, `Bank of`, `Chief of`."""
    low, left = unit.lows[at], unit.lows[before]
    return low in PARTICLES or (
        (low in {"of", "for", "&", "and"} and left in ORGANISATION)
        or (low == "of" and left in _HEADS)
    )


def _is_plural_owner(unit: Unit, at: int) -> bool:
    """Whether the apostrophe at `at` stands inside a name: `National Farmers' Union`."""
    inside = unit.stream[at].text in {"'", "’"} and unit.tags[at - 1 : at + 2] == _OWNER_IN_NAME
    return inside and unit.lows[at + 1] in ORGANISATION


def is_nickname(unit: Unit, at: int) -> bool:
    """Whether a word or two in quotation marks stand there: `Ole “Skipper” Dahl`."""
    quoted = unit.quotes.get(at)
    return quoted is not None and quoted.last - quoted.first <= NICKNAME


def runs(unit: Unit) -> Iterable[tuple[int, int]]:
    """Yield the ranges of capitalised words that may be one name."""
    tags, stream, size = unit.tags, unit.stream, len(unit.tags)
    done = 0
    for match in _CAPITAL.finditer(tags):
        at = match.start()
        if at < done or (tags[at] == POSSESSOR and not stream[at].text[0].isupper()):
            continue
        end = at + 1
        longest = min(size, at + LONGEST_RUN)
        while end < longest and tags[end - 1] != POSSESSOR:
            if tags[end] == NAME or (tags[end] == POSSESSOR and stream[end].text[0].isupper()):
                end += 1
            elif (
                end + 1 < size
                and tags[end + 1] in _IN_NAMES
                and stream[end + 1].text[0].isupper()
                and (is_nickname(unit, end) or _joins(unit, end, end - 1))
            ):
                end += 2
            elif _is_plural_owner(unit, end):
                end += 2  # "the Nurses' Association"
            else:
                break
        yield at, end
        done = end


# News repeats its names: whose words were read before is not read again.
@lru_cache(maxsize=1 << 13)
def read_run(texts: tuple[str, ...]) -> Run | None:
    """Return what a run's words say, or None if they are a title alone."""
    lows = [lowered(text) for text in texts]
    own = tuple(map(_bare, texts, lows))
    if _is_role(own):
        return None
    skip = _split_role(lows)
    named = own[skip:]
    if skip and lows[skip] == "of":  # "Secretary of State" alone
        return None
    titled = any(low in ROLES or low in PARTISANS for low in lows[:skip])
    person = titled and len(named) > 1 and not _has_kind(named)
    if skip and not person and (is_organisation(named) or _is_placed_body(own, skip)):
        skip, named = 0, own
    key = tuple(map(str.lower, named))
    if len(key) > 1 and key[-1] in SUFFIXES:
        key = key[:-1]
    text = " ".join(named).replace(" ' ", "' ").replace(" ’ ", "’ ")
    return Run(skip, named, text, key, not person and is_organisation(named))


def _is_placed_body(own: tuple[str, ...], skip: int) -> bool:
    """Whether the words are an organisation's, and the last of the titles only its place."""
    return is_organisation(own) and own[skip - 1].lower() in PARTY_AND_PLACE


def is_role(low: str) -> bool:
    """Whether a word says what somebody does: `mayor`, `co-organiser`."""
    return low in ROLES or (low.startswith("co-") and low[3:] in ROLES)


def _is_title(lows: Sequence[str], at: int) -> bool:
    """Whether the word before the last of a run is a title or role: not the Dean of `Dean Brun`."""
    low = lows[at]
    if low.endswith("ist") and len(low) > LONGEST_NAME_IN_IST:
        return True  # "Hydrologist Ada Brun"
    if not is_role(low) and low not in HONORIFICS and low not in PARTISANS:
        return False
    return low not in _GIVEN or len(lows) - at > 2


def _split_role(lows: Sequence[str]) -> int:
    """Return how many of a run's first words are title and role rather than name."""
    last, foreign, size = 0, 0, len(lows)
    for at, low in enumerate(lows[:-1]):
        if at < last:
            continue
        if _is_title(lows, at) and (low not in NAMES_TOO or at == last + foreign):
            last, foreign = at + 1, 0
            if lows[last] == "of" and size - last > 2:  # "Secretary of State Ada Brun"
                last = max(last + 2, size - 2 - (len(lows[-2]) == 2 and lows[-2][1] == "."))
        elif low.endswith(_MODIFIERS):
            last, foreign = at + 1, 0
        elif (low in PARTY_AND_PLACE or low in _COURTS) and at == last + foreign:
            foreign += 1  # "Saudi Prince", "District Judge"
    while last and last < size - 1 and lows[last] in PARTY_AND_PLACE and size - last > 2:
        last += 1
    return last


def _has_kind(words: Sequence[str]) -> bool:
    """Whether a word says what kind of organisation is named: `… Council`, not `… Israel`."""
    return any(word.lower() in ORGANISATION for word in words)


def _is_role(words: Sequence[str]) -> bool:
    """Whether the capitals are a title alone: `the US President`, `Berkshire CEO`."""
    last = words[-1].lower()
    if last not in ROLES:
        return False
    # "Peter King" and "Mr. King" are names, "the King" and "Saudi King" are not.
    before = words[-2].lower() if len(words) > 1 else "the"
    return last not in NAMES_TOO or (
        before not in HONORIFICS
        and (before == "the" or before in ROLES or before in PARTY_AND_PLACE)
    )
