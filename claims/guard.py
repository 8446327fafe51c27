"""
What makes two texts different claims, however alike they sound? Pure.

The guard of `claims.matching`: what differs in a number, a date, a name or a "not" is never taken
for the same by a machine.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims import guard_may
from claims.guard_words import (
    COMMON,
    DAYS,
    MAGNITUDES,
    NEGATIONS,
    NUMBERS,
    PARTS,
    POLES,
    REVERSING,
    STOP_WORDS,
    TENS,
    UNITS,
)
from claims.matching import TOKEN, normal
from claims.wording import phrase, say

_MINUS = re.compile(r"(?<![\w.,])[-−–](?=\d)")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def differences(here: str, there: str) -> tuple[str, ...]:
    """
    Return in words for people what makes these different claims, however alike they sound.

    Empty does not mean that they say the same: it means that this guard sees no difference in
    negation, numbers, dates, names and words of opposite meaning, nor in their order.
    """
    one, other = _facts(here, there), _facts(there, here)
    found = []
    for what, mine, yours in zip(_COMPARED, one, other, strict=True):
        if mine != yours:
            sides = (
                _told(mine, yours, _as_written(here, there)),
                _told(yours, mine, _as_written(there, here)),
            )
            found.append(f"{what}: {' / '.join(sides)}")
    return tuple(found)


class _Facts(NamedTuple):
    """What of a text must be the same, each in the text's order."""

    negation: tuple[str, ...]
    numbers: tuple[str, ...]
    units: tuple[str, ...]
    dates: tuple[str, ...]
    names: tuple[str, ...]
    wording: tuple[str, ...]


def _facts(text: str, beside: str) -> _Facts:
    words = _words(text, beside)
    amounts = list(_amounts(words))
    return _Facts(
        negation=_negated(words),
        numbers=tuple(amount for amount in amounts if not guard_may.is_year(amount)),
        units=tuple(sorted({UNITS[word] for word in _joined(words) if word in UNITS})),
        dates=tuple(a for a in amounts if guard_may.is_year(a)) + tuple(_days(words)),
        names=_names(words, _proper(text, beside) | _proper(beside, text)),
        wording=_once(_poles(words, set(_words(beside, text)))),
    )


def _words(text: str, beside: str) -> list[str]:
    """Return the words that are compared; "May" the month is the only one with a capital."""
    tokens = _tokens(_MINUS.sub(" minus ", text))
    months = guard_may.months(tokens, _tokens(beside))
    return [
        guard_may.MONTH if place in months else token.casefold()
        for place, token in enumerate(tokens)
    ]


def _tokens(text: str) -> list[str]:
    return TOKEN.findall(text.replace("’", "'"))


def _days(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word == guard_may.MONTH or word in DAYS:
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


def _told(mine: Sequence[str], yours: Sequence[str], written: Mapping[str, str]) -> str:
    """Return what only this side has, as it has it; all that it has where that is nothing."""
    others = set(yours)
    own = [word for word in mine if word not in others] or list(mine)
    words = [written.get(word, word)[:40] for word in own[:TOLD]]
    return ", ".join(words) + (" …" if len(own) > TOLD else "") or _NOTHING


def _as_written(text: str, beside: str) -> dict[str, str]:
    """Return the words that stand in a text for those that are compared: "lost" for "fall"."""
    written: dict[str, str] = {}
    tokens = _tokens(_MINUS.sub(" minus ", text))
    for token, word in zip(tokens, _words(text, beside), strict=True):
        written.setdefault(word.removesuffix("'s"), token.removesuffix("'s"))
        written.setdefault(POLES.get(word, word), token)
    return written


def told(difference: str) -> str:
    """Return what `differences` found in the language spoken now; the words compared stay."""
    what, _, sides = difference.partition(": ")
    here, _, there = (
        say(_NOTHING) if side == _NOTHING else side for side in sides.partition(" / ")
    )
    return f"{say(what)}: {here} / {there}"


_NOTHING = phrase("none")
_COMPARED = (
    phrase("negation"),
    phrase("numbers"),
    phrase("units"),
    phrase("dates"),
    phrase("names"),
    phrase("wording"),
)
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


def _amounts(words: Sequence[str]) -> Iterable[str]:
    """Yield the numbers, with magnitudes reckoned in: "two million" is 2000000."""
    value: float | None = None
    before = ""
    for word in [*words, ""]:
        number = _number(word)
        if number is not None and before == "minus":
            number = -number
        if value is not None and word in MAGNITUDES:
            value *= MAGNITUDES[word]
        elif value is not None and number is not None and before in TENS and word in NUMBERS:
            value += number  # twenty-one
        else:
            if value is not None:
                yield f"{value:.15g}"
            value = float(MAGNITUDES[word]) if word in MAGNITUDES else number
            if word in PARTS:
                yield PARTS[word]
        before = word


def _number(word: str) -> float | None:
    if word in NUMBERS:
        return float(NUMBERS[word])
    if not word or not word[0].isdigit():
        return None
    digits = word.replace(",", "") if _THOUSANDS.fullmatch(word) else word.replace(",", ".")
    try:
        return float(digits)
    except ValueError:  # 1.2.3, or digits that Python knows and float does not
        return None


_TWO_WORDS = {("per", "cent"): "%", ("p", "m"): "pm"}


def _joined(words: Sequence[str]) -> list[str]:
    """Return the words with "per cent" as one, and "p.m."."""
    return [_TWO_WORDS.get(pair, pair[0]) for pair in pairwise([*words, ""])]


def _names(words: Sequence[str], proper: set[str]) -> tuple[str, ...]:
    """Return the names in order, in whatever case they stand here."""
    return _once(word.removesuffix("'s") for word in words if word.removesuffix("'s") in proper)


def _proper(text: str, beside: str) -> set[str]:
    """
    Return the words that stand with a capital and are no common words.

    The first word may have its capital for its place alone. It counts only where the other
    text does not have it at all, for then something else is spoken of.
    """
    tokens = _tokens(text)
    if tokens and tokens[0].casefold() in normal(beside).split():
        del tokens[0]
    words = {t.casefold().removesuffix("'s") for t in tokens if t[0].isupper()}
    return {word for word in words if word not in COMMON and not _is_negation(word)}
