"""
What makes two texts different claims, however alike they sound? Pure.

What differs in a number, a date, a name or a "not" is never taken for the same by a machine,
whatever `claims.matching.similarity` says.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from claims.folding import plain
from claims.matching import bounds, month_or_modal, quantities, swapped_roles
from claims.matching.similarity import TOKEN, normal
from claims.matching.words import (
    COMMON,
    DAYS,
    NEGATIONS,
    POLES,
    REVERSING,
    STOP_WORDS,
    UNITS,
)

_plain = lru_cache(maxsize=4_096)(plain)  # each word is compared some ten times in a pair of texts
_MINUS = re.compile(r"(?<![\w.,])[-−–](?=\d)")


def differences(here: str, there: str) -> tuple[str, ...]:
    """
    Return what makes these different claims, however alike they sound: "numbers: 12 / 21".

    Each names what only the first text has and what only the second; `differences` puts it
    into words.
    Empty does not mean that they say the same: it means that this guard sees no difference in
    negation, numbers and what bounds them, dates, names, words of opposite meaning, hedges, who
    did it to whom, nor in their order.
    """
    one, other = _facts(here, there), _facts(there, here)
    surely = _surely_names(here, there) | _surely_names(there, here)
    found = []
    for what, mine, yours in zip(_COMPARED, one, other, strict=True):
        if mine != yours:
            own = [_only(mine, yours), _only(yours, mine)]
            if what == "names" and surely.intersection(own[0] + own[1]):
                own = [[word for word in side if word in surely] for side in own]
            if not any(own):
                own = [list(mine), list(yours)]  # their order differs
            written = [_as_written(here, there), _as_written(there, here)]
            found.append(f"{what}: {' / '.join(map(_told, own, written))}")
    bounded = bounds.differing(_bounds(here, there), _bounds(there, here))
    if any(bounded):
        found.append(f"bounds: {' / '.join(_told(side, {}) for side in bounded)}")
    roles = swapped_roles.turned(here, there)
    if roles and not any(each.startswith("names: ") for each in found):
        found.append(f"roles: {' / '.join(map(_cut, roles))}")
    return tuple(found)


def _bounds(text: str, beside: str) -> list[bounds.Bound]:
    return list(bounds.bounds(_words(text, beside)))


class _Facts(NamedTuple):
    """What of a text must be the same, each in the text's order."""

    negation: tuple[str, ...]
    numbers: tuple[str, ...]
    units: tuple[str, ...]
    dates: tuple[str, ...]
    names: tuple[str, ...]
    wording: tuple[str, ...]
    labels: tuple[str, ...]
    hedges: tuple[str, ...]


def _facts(text: str, beside: str) -> _Facts:
    words = _words(text, beside)
    amounts = list(quantities.amounts(words))
    bounding = bounds.bounding(words)
    unbound = [word for place, word in enumerate(words) if place not in bounding]
    return _Facts(
        negation=_negated(unbound),
        numbers=tuple(amount for amount in amounts if not month_or_modal.is_year(amount)),
        units=tuple(sorted({UNITS[word] for word in quantities.joined(words) if word in UNITS})),
        dates=tuple(a for a in amounts if month_or_modal.is_year(a)) + tuple(_days(words)),
        names=_names(words, _proper(text, beside)),
        wording=_once(_poles(unbound, set(_words(beside, text)))),
        labels=bounds.labels(text),
        hedges=bounds.hedges(words),
    )


def _words(text: str, beside: str) -> list[str]:
    """Return the words that are compared; "May" the month is the only one with a capital."""
    tokens = _tokens(_MINUS.sub(" minus ", text))
    months = month_or_modal.months(tokens, _tokens(beside))
    return [
        month_or_modal.MONTH if place in months else _plain(token)
        for place, token in enumerate(tokens)
    ]


def _tokens(text: str) -> list[str]:
    return TOKEN.findall(text.replace("’", "'"))


def _days(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word == month_or_modal.MONTH or word in DAYS:
            yield word


def _poles(words: Iterable[str], beside: set[str]) -> Iterator[str]:
    """Yield the sides that words are on, and those that stand reversed in the other text."""
    for word in words:
        if word in POLES:
            yield POLES[word]
        elif any(
            before + word in beside or (word.startswith(before) and word[len(before) :] in beside)
            for before in REVERSING
        ):
            yield word


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


def _only(mine: Sequence[str], yours: Sequence[str]) -> list[str]:
    """Return what only the first side has."""
    others = set(yours)
    return [word for word in mine if word not in others]


def _told(own: Sequence[str], written: Mapping[str, str]) -> str:
    """Return what a side has as it is written there."""
    words = [_cut(written.get(word) or _readable(word)) for word in own[:TOLD]]
    return ", ".join(words) + (" …" if len(own) > TOLD else "") or NOTHING


def _cut(words: str) -> str:
    return words[:40]


def _readable(word: str) -> str:
    """Return a reckoned number with its thousands parted, and any other word as it is."""
    return f"{float(word):,.15g}" if word.isdecimal() and word.isascii() else word


def _as_written(text: str, beside: str) -> dict[str, str]:
    """Return the words that stand in a text for those that are compared: "lost" for "fall"."""
    written: dict[str, str] = {}
    tokens = _tokens(_MINUS.sub(" minus ", text))
    for token, word in zip(tokens, _words(text, beside), strict=True):
        written.setdefault(word.removesuffix("'s"), token.removesuffix("'s"))
        written.setdefault(POLES.get(word, word), token)
        written.setdefault(bounds.HEDGES.get(word, word), token)
    return written


NOTHING = "none"
"""Stands for a side that has nothing of its own."""

NEGATION = "negation"
_COMPARED = (NEGATION, "numbers", "units", "dates", "names", "wording", "labels", "hedges")
"""What is compared, in the order of `_Facts`."""

TOLD = 8
"""Words of one difference; more of them no person compares."""


def _is_negation(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't")


def _negated(words: Sequence[str]) -> tuple[str, ...]:
    """Return what is negated: after each negation, the next word that says something."""
    found = []
    said = ""
    for word in reversed(words):
        if _is_negation(word):
            found.append(f"not {said}".strip())
        elif word not in STOP_WORDS:
            said = word
    return tuple(reversed(found))


def _names(words: Sequence[str], proper: frozenset[str]) -> tuple[str, ...]:
    """Return the names in order, in whatever case they stand here."""
    return _once(word.removesuffix("'s") for word in words if word.removesuffix("'s") in proper)


def _proper(text: str, beside: str) -> frozenset[str]:
    """
    Return the words of two texts that are names.

    The first word may have its capital for its place alone. It counts only where the other text
    does not have it at all, for then something else is spoken of. What either of them writes
    small, although it has names with a capital, is none: the bridge of Harlow Bridge.
    """
    texts = (text, beside), (beside, text)
    capitals = {word for one, other in texts for word in (*_capitals(one), *_first(one, other))}
    small = {
        _plain(word)
        for one, _ in texts
        if _capitals(one)
        for word in _tokens(one)
        if word.islower()
    }
    return frozenset(capitals - {word.removesuffix("'s") for word in small})


def _surely_names(text: str, beside: str) -> frozenset[str]:
    """Return the names that have their capital not for their place alone."""
    return _proper(text, beside) & {*_capitals(text), *_capitals(beside)}


def _capitals(text: str) -> frozenset[str]:
    """Return the words that stand with a capital, but for the first, and are no common words."""
    return _named(_tokens(text)[1:])


def _first(text: str, beside: str) -> frozenset[str]:
    """Return the first word, if it may be a name that the other text does not have."""
    return _named(t for t in _tokens(text)[:1] if _plain(t) not in normal(plain(beside)).split())


def _named(tokens: Iterable[str]) -> frozenset[str]:
    words = {_plain(token).removesuffix("'s") for token in tokens if token[0].isupper()}
    return frozenset(word for word in words - COMMON - bounds.WORDS if not _is_negation(word))
