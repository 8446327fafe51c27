"""
Quotation marks: which ones open, which close, and what to do when one is missing.

A paragraph is judged by itself, so a missing mark never reaches the next one. A quotation that
is not closed where its paragraph ends is kept, as unclosed, only where it starts the paragraph
or is introduced by a colon or comma; any other lone mark is ignored.
"""

from collections.abc import Sequence
from typing import NamedTuple

from claims.splitting.lexicon.words import words
from claims.splitting.syntax.tokens import Token

_PAIRS = {"“": "”", "«": "»", "„": "“", "``": "''"}
_CLOSING = {"”", "»"}
_EITHER = {'"', "''"}
_SINGLE_OPEN = {"‘", "'", "`"}
_SINGLE_CLOSE = {"’", "'"}
_MARKS = _PAIRS.keys() | _CLOSING | _EITHER | _SINGLE_OPEN | _SINGLE_CLOSE
_ELISIONS = words("em til tis twas cause n s bout cos round")
_INTRODUCES = {":", ",", "(", "—", "–"}


class Quotation(NamedTuple):
    """
    Tokens `first` to `last`, marks included; without its closing mark if not `closed`.

    `comma` tells whether the comma of the sentence around it stands inside: `"no way," adding`.
    """

    first: int
    last: int
    closed: bool
    comma: bool = False


def _loose_before(tokens: Sequence[Token], at: int, start: int) -> bool:
    return (
        at == start
        or tokens[at - 1].end < tokens[at].start
        or tokens[at - 1].text in {"(", "[", "—", "–", "--", "-", "/", ":"}
    )


def _loose_after(tokens: Sequence[Token], at: int, end: int) -> bool:
    return at + 1 >= end or tokens[at].end < tokens[at + 1].start


def _opens_single(tokens: Sequence[Token], at: int, start: int, end: int) -> bool:
    return (
        tokens[at].text in _SINGLE_OPEN
        and _loose_before(tokens, at, start)
        and not _loose_after(tokens, at, end)
        and tokens[at + 1].low not in _ELISIONS
        and not tokens[at + 1].text[0].isdigit()
    )


def _closes_single(tokens: Sequence[Token], at: int, end: int) -> bool:
    """A mark against the word before it, unless it is a possessive: `the workers’ rights`."""
    if tokens[at].text not in _SINGLE_CLOSE or tokens[at - 1].end < tokens[at].start:
        return False
    if not _loose_after(tokens, at, end) and tokens[at + 1].text[0].isalnum():
        return False
    possessive = (
        tokens[at - 1].low.endswith("s") and at + 1 < end and tokens[at + 1].text[0].isalpha()
    )
    return not possessive


def _is_reversed(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Whether a closing mark stands where only an opening one can: `”It rained,” she said`."""
    return tokens[at].text == "”" and at == start


def quotations(tokens: Sequence[Token]) -> list[Quotation]:
    """Return the outermost quotations of one paragraph."""
    start, end = 0, len(tokens)
    found: list[Quotation] = []
    opened, closer = -1, ""
    single = -1
    for at in range(start, end):
        mark = tokens[at].text
        if mark not in _MARKS:
            continue
        if mark in _PAIRS or mark in _CLOSING or mark in _EITHER:
            if opened >= 0 and (mark == closer or (mark in _EITHER and closer in _EITHER)):
                fresh = _loose_before(tokens, at, start) and not _loose_after(tokens, at, end)
                if not (fresh and mark in _EITHER and at > opened + 1):
                    if at > opened + 1:
                        found.append(
                            Quotation(opened, at, closed=True, comma=tokens[at - 1].text == ",")
                        )
                    opened, single = -1, -1
                    continue
            if mark in _PAIRS or (
                (mark in _EITHER or _is_reversed(tokens, at, start))
                and not _loose_after(tokens, at, end)
            ):
                opened, closer, single = at, _PAIRS.get(mark, mark), -1
        elif opened < 0:
            if _opens_single(tokens, at, start, end):
                single = at
            elif single >= 0 and at > single + 1 and _closes_single(tokens, at, end):
                found.append(Quotation(single, at, closed=True, comma=tokens[at - 1].text == ","))
                single = -1
    if opened < 0 and single >= 0 and tokens[single + 1].text[0].isupper():
        opened = single
    if opened >= 0 and end - opened > 2:
        before = tokens[opened - 1].text if opened > start else ":"
        if before in _INTRODUCES:
            found.append(Quotation(opened, end - 1, closed=False))
    return found
