"""Who did it to whom: are the two sides of a verb turned round? Pure; a part of the guard."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from claims.matching.similarity import TOKEN
from claims.matching.words import DAYS, NUMBERS, PARTS, STOP_WORDS

NEAR = 3
"""Words of each side that are looked at: an article, an adjective and a noun, or a full name."""

_BEING_WORDS = "was were is are be been being gets got"
_BEING = frozenset(_BEING_WORDS.split())
_PLACING_WORDS = "of in at for from with into than as against and or but"
_PLACING = frozenset(_PLACING_WORDS.split())
"""Beside a word these make it no verb between its doer and whom it was done to, or join equals."""

_MUTUAL = """
    met meet meets married marry marries resemble resembles resembled equal equals equalled border
    borders bordered adjoin adjoins adjoined divorced divorces and or say says said
"""
MUTUAL = frozenset(_MUTUAL.split())
"""Verbs whose two sides may be exchanged, and those of speaking, which stand on either side."""

_ENDING = re.compile(r"(?<=\w\w)(?:ing|ed|es|s|e)\Z")
_PIECE = re.compile(rf"{TOKEN.pattern}|[^\w\s]")


class _Word(NamedTuple):
    stem: str
    word: str
    place: int


def turned(here: str, there: str) -> tuple[str, str] | None:
    """
    Return the words of two texts in which doer and done to have changed places; None if none have.

    A word that both texts have once is looked at with the words beside it. That they stand on its
    other sides, in just one of the texts after "by", is the passive and says the same.
    """
    one, other = _Text(here), _Text(there)
    for stem in one.once:
        if stem not in other.once:
            continue
        mine, yours = one.sides(stem), other.sides(stem)
        if not mine or not yours:
            continue
        crossed = bool(mine.left & yours.right and mine.right & yours.left)
        straight = bool(mine.left & yours.left), bool(mine.right & yours.right)
        passive = mine.by != yours.by
        if (crossed and not any(straight) and not passive) or (
            all(straight) and not crossed and passive and (mine.was if mine.by else yours.was)
        ):
            return mine.told, yours.told
    return None


class _Sides(NamedTuple):
    left: frozenset[str]
    right: frozenset[str]
    by: bool
    was: bool
    told: str


class _Text:
    """A text's words that say something, and what stands between them."""

    def __init__(self, text: str) -> None:
        self.pieces = _PIECE.findall(text.replace("’", "'"))
        self.words = list(_telling(self.pieces))
        often = Counter(word.stem for word in self.words)
        self.once = {
            word.stem: at
            for at, word in enumerate(self.words)
            if often[word.stem] == 1 and _may_be_verb(word)
        }

    def sides(self, stem: str) -> _Sides | None:
        """Return what stands beside a word; None where it cannot be a verb between two sides."""
        at = self.once[stem]
        left, right = self._beside(at, -1), self._beside(at, 1)
        if not left or not right or not _is_thing(right[0]):
            return None
        before = self._between(left[0], self.words[at])
        after = self._between(self.words[at], right[0])
        if not {"by", "to", "on"}.isdisjoint(before):
            return None
        told = " ".join(self.pieces[left[0].place : right[-1].place + 1])
        return _Sides(
            frozenset(word.stem for word in left),
            frozenset(word.stem for word in right),
            by="by" in after,
            was=not _BEING.isdisjoint(before),
            told=told,
        )

    def _beside(self, at: int, step: int) -> list[_Word]:
        """Return the words on one side that are joined to a word and each other, nearest first."""
        found: list[_Word] = []
        for _ in range(NEAR):
            at += step
            if not 0 <= at < len(self.words):
                break
            one, other = sorted((self.words[at - step], self.words[at]), key=lambda w: w.place)
            if not all(map(_joins, self._between(one, other))):
                break
            found.append(self.words[at])
        return found

    def _between(self, one: _Word, other: _Word) -> list[str]:
        return [piece.casefold() for piece in self.pieces[one.place + 1 : other.place]]


def _telling(pieces: Sequence[str]) -> Iterator[_Word]:
    for place, piece in enumerate(pieces):
        word = piece.casefold().removesuffix("'s")
        if piece[0].isalnum() and word not in STOP_WORDS:
            yield _Word(_ENDING.sub("", word), word, place)


def _may_be_verb(word: _Word) -> bool:
    return word.word not in MUTUAL and not word.word[0].isdigit()


def _is_thing(word: _Word) -> bool:
    """Whether a word can be a doer: no number, day or "-ing" that says by what means."""
    return not (
        word.word[0].isdigit()
        or word.word in DAYS
        or word.word in NUMBERS
        or word.word in PARTS
        or word.word.endswith("ing")
    )


def _joins(piece: str) -> bool:
    """Whether what stands between two words keeps them in one clause."""
    return piece[0].isalnum() and piece not in _PLACING
