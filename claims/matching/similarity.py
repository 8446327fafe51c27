"""
Which texts may claim the same? Pure; `ledger.decisions.matches` asks this of a ledger's claims.

Two ways to find candidates: `signature` for texts that differ in a few letters or words, and
`keywords` for whatever is said of the same subject in other words. `likeness` says how near
the words are. What makes two claims different however near they are, `claims.matching.guard` sees.
"""

import hashlib
import re
import struct
from collections.abc import Iterable
from functools import lru_cache

from claims.matching.words import STOP_WORDS
from claims.reading.markup import unescaped

NEAR = 80.0
"""The likeness from which on a claim may repeat another: precision .958, recall .988 measured on
claims altered a little, among 100,000."""

BANDS = 16
ROWS = 4
"""16 bands of 4 rows find a pair that shares half of its shingles two times in three, and one
that shares four fifths always; measured with the threshold above."""

SHINGLE = 4

TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|[%$€£]")
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S+", re.IGNORECASE)
_TAG = re.compile(r"[#@](\w+)")
_HUMP = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z])|_")


def cleaned(text: str) -> str:
    """Return the text without web addresses, and with #SuchTags taken apart into words."""
    plain = _ADDRESS.sub(" ", unescaped(text))
    return _TAG.sub(lambda tag: " " + _HUMP.sub(" ", tag[1]) + " ", plain)


def keywords(words: Iterable[str]) -> list[str]:
    """Return the words that say something of the subject, each once; all if none does."""
    every = list(dict.fromkeys(word.casefold() for word in words))
    return [word for word in every if word not in STOP_WORDS] or every


def normal(text: str) -> str:
    """Return the text's words and numbers, case folded, with one space between them."""
    return " ".join(TOKEN.findall(text.casefold().replace("’", "'")))


def likeness(one: str, other: str) -> float:
    """Return 0 to 100 for how near two texts, both `normal`, are, whatever their words' order."""
    from rapidfuzz import fuzz  # loading it takes as long as printing a short list

    return fuzz.token_sort_ratio(one, other)


def signature(text: str) -> tuple[int, ...]:
    """
    Return the text's BANDS numbers; texts that share one are candidates for saying the same.

    MinHash over 4-character shingles: each of four hashes deals the shingles out to the bands
    and keeps the least in each. A band without any takes over its neighbour's, as short texts
    have fewer shingles than would fill them.
    """
    words = normal(text)
    shingles = {words[i : i + SHINGLE] for i in range(max(1, len(words) - SHINGLE + 1))}
    rows = zip(*map(_hashes, shingles), strict=True)
    # Of the values that are dealt to a band, the last one stays, which is the least.
    least = [{value % BANDS: value for value in sorted(row, reverse=True)} for row in rows]
    filled = zip(*map(_filled, least), strict=True)
    return tuple(
        _BAND.unpack(hashlib.blake2b(_ROWS.pack(*rows), digest_size=8, key=bytes([band])).digest())[
            0
        ]
        for band, rows in enumerate(filled)
    )


_ROWS = struct.Struct(f"<{ROWS}I")
_BAND = struct.Struct("<q")


@lru_cache(maxsize=16_384)  # 19 in 20 of the shingles of news are found there: 3 MB
def _hashes(shingle: str) -> tuple[int, ...]:
    return _ROWS.unpack(hashlib.blake2b(shingle.encode(), digest_size=4 * ROWS).digest())


def _filled(row: dict[int, int]) -> list[int]:
    """Return each band's value; an empty one has what the next full one after it has."""
    value = row[min(row)]
    values = [value := row.get(band, value) for band in reversed(range(BANDS))]
    return values[::-1]
