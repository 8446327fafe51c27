"""The numbers of a text, as they are compared. Pure; a part of the guard."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from claims.matching.words import MAGNITUDES, NUMBERS, PARTS, TENS

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")


def amounts(words: Sequence[str]) -> Iterator[str]:
    """Yield the numbers, with magnitudes reckoned in: "two million" is 2000000."""
    value: float | None = None
    before = ""
    for word in [*words, ""]:
        number = number_of(word)
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


def number_of(word: str) -> float | None:
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


def joined(words: Sequence[str]) -> list[str]:
    """Return the words with "per cent" as one, and "p.m."."""
    return [_TWO_WORDS.get(pair, pair[0]) for pair in pairwise([*words, ""])]
