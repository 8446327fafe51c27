"""
Quotation marks: which ones open, which close, and what to do when one is missing.

A paragraph is judged by itself, so a missing mark never reaches the next one. A quotation that
is not closed where its paragraph ends is kept, as unclosed, only where it starts the paragraph
or is introduced by a colon or comma; any other lone mark is ignored.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from typing import NamedTuple

from claims.splitting.lexicon.cues import FINITE_CUES, PAST_CUES
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.sentences import ENDERS
from claims.splitting.syntax.tokens import Token

_PAIRS = {"“": "”", "«": "»", "„": "“"}
_CLOSING = {"”", "»"}
_EITHER = {'"', "''", "``"}
_SINGLE_OPEN = {"‘", "'", "`"}
_SINGLE_CLOSE = {"’", "'"}
_SINGLE = _SINGLE_OPEN | _SINGLE_CLOSE
_MARKS = _PAIRS.keys() | _CLOSING | _EITHER | _SINGLE
_ELISIONS = words("em til tis twas cause n s bout cos round")
_INTRODUCES = {":", ",", "(", "—", "–"}
_SAID = FINITE_CUES | PAST_CUES
MARKS = 2  # tokens of a quotation without any words
TAIL = 40  # tokens in which the same is looked for where a whole paragraph is not closed
LAST_WORDS = 6  # tokens in which `, the mayor of Lund said.` ends a sentence


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


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Whether a double mark stands apart from what is before it, and against what follows."""
    return _loose_before(tokens, at, 0) and not _loose_after(tokens, at, len(tokens))


def _shuts(tokens: Sequence[Token], at: int) -> bool:
    """Whether a double mark stands against what is before it, and apart from what follows."""
    apart = _loose_after(tokens, at, len(tokens)) or not tokens[at + 1].text[0].isalnum()
    return at > 0 and tokens[at - 1].end == tokens[at].start and apart


def _may_open(tokens: Sequence[Token], at: int) -> bool:
    """Whether a double mark may open; `”It rained,” she said` has the wrong one at its start."""
    mark = tokens[at].text
    either = mark in _EITHER or (mark == "”" and at == 0)
    return mark in _PAIRS or (either and not _loose_after(tokens, at, len(tokens)))


def _introduced(tokens: Sequence[Token], opened: int) -> bool:
    """Whether words may start there: a sentence does, or a mark announces them."""
    before = tokens[opened - 1].text if opened else ":"
    return before in _INTRODUCES or before in ENDERS or before in _SAID


def _goes_on(tokens: Sequence[Token], opened: int, at: int) -> bool:
    """
    Whether a quotation goes on with a mark at its next paragraph: `… the dam. "We will …`.

    It may have lost its closing mark instead: `"We lost it, Brun said. "We will …`.
    """
    last = tokens[max(opened, at - LAST_WORDS) : at]
    ended = tokens[at - 1].text in ENDERS and not any(token.low in _SAID for token in last)
    return ended and _introduced(tokens, opened)


class _Doubles:
    """The double marks of a paragraph, and what each does to the quotation that is open."""

    def __init__(self, tokens: Sequence[Token], marks: Sequence[int]) -> None:
        self.tokens = tokens
        self.marks = marks
        # For each mark: the one behind it, whether the next curly and straight one closes, and how
        # many straight ones behind it close what was opened before.
        self.ahead: dict[int, tuple[int, bool, bool]] = {}
        self.owed: dict[int, int] = {}
        after, curly, straight, owed = -1, False, False, 0
        for at in reversed(marks):
            self.ahead[at] = (after, curly, straight)
            self.owed[at] = owed
            after = at
            if tokens[at].text in _EITHER:
                straight = not _opens(tokens, at)
                owed = owed + 1 if straight else max(0, owed - 1)
            else:
                curly = tokens[at].text in _CLOSING or _shuts(tokens, at)

    def _straight(self, at: int) -> bool:
        return self.tokens[at].text in _EITHER

    def _own_closes_next(self, opened: int, at: int) -> bool:
        """Whether the next mark like the one that opened closes."""
        _, curly, straight = self.ahead[at]
        return straight if self._straight(opened) else curly

    def closes(self, opened: int, at: int) -> bool:
        """
        Whether the mark at `at` closes what is open.

        One of the other kind does too where no right one is to come: `“It rained," she said`.
        """
        if self._straight(opened) and self._straight(at):
            return not (_opens(self.tokens, at) and at > opened + 1)
        opener, mark = self.tokens[opened].text, self.tokens[at].text
        if mark == _PAIRS.get(opener, opener):
            return True
        after = self.ahead[at][0]
        alone = after < 0 or _may_open(self.tokens, after)
        return _shuts(self.tokens, at) and (alone or not self._own_closes_next(opened, at))

    def _nests(self, opened: int, at: int) -> bool:
        """Whether `a "ring" that` stands inside of what is open: both are closed later."""
        return (
            self._straight(opened)
            and self._straight(at)
            and self.owed[at] > 1
            and at > opened + 1
            and self.tokens[at - 1].text not in ENDERS
        )

    def quotations(self) -> Iterator[Quotation]:
        """Yield the outermost quotations."""
        tokens, opened, nested, inner = self.tokens, -1, False, 0
        for at in self.marks:
            other = opened >= 0 and self._straight(at) != self._straight(opened)
            if nested and other:
                nested = _opens(tokens, at)
            elif inner and not other:
                inner += 1 if _opens(tokens, at) else -1
            elif opened >= 0 and self.closes(opened, at):
                yield _closed(tokens, opened, at)
                opened, nested = -1, False
            elif _may_open(tokens, at):
                nested = other and at > opened + 1 and self._own_closes_next(opened, at)
                inner = int(opened >= 0 and not nested and self._nests(opened, at))
                if nested or inner:
                    continue
                if opened >= 0 and _goes_on(tokens, opened, at):
                    yield Quotation(opened, at - 1, closed=False)
                opened = at
        if opened >= 0 and len(tokens) - opened > MARKS and _introduced(tokens, opened):
            yield _unclosed(tokens, opened)


def _unclosed(tokens: Sequence[Token], first: int) -> Quotation:
    """Return a quotation to its paragraph's end, or to `, said Per Dal.` or `, Per Dal said.`."""
    for at in range(len(tokens) - 3, max(first + MARKS, len(tokens) - TAIL), -1):
        if tokens[at].text == "," and _tells(tokens, at + 1):
            return Quotation(first, at, closed=False, comma=True)
    return Quotation(first, len(tokens) - 1, closed=False)


def _tells(tokens: Sequence[Token], at: int) -> bool:
    """Whether `said Per`, `said the mayor`, or a last `Per Dal said.` stands there."""
    if tokens[at].low in PAST_CUES:
        return tokens[at + 1].low == "the" or tokens[at + 1].text[0].isupper()
    named = tokens[at].text[0].isupper()
    return named and len(tokens) - at < LAST_WORDS and tokens[-2].low in PAST_CUES


def _closed(tokens: Sequence[Token], first: int, last: int) -> Quotation:
    return Quotation(first, last, closed=True, comma=tokens[last - 1].text == ",")


def _singles(
    tokens: Sequence[Token], marks: Sequence[int], taken: Sequence[Quotation]
) -> Iterator[Quotation]:
    """Yield the quotations in single marks that stand outside of those `taken`."""
    end, single = len(tokens), -1
    behind = iter([*taken, Quotation(end, end, closed=False)])
    following = next(behind)
    for at in marks:
        while at > following.last:
            following, single = next(behind), -1
        if at > following.first:
            continue
        if _opens_single(tokens, at, 0, end):
            single = at
        elif single >= 0 and at > single + 1 and _closes_single(tokens, at, end):
            yield _closed(tokens, single, at)
            single = -1
    last = taken[-1].last if taken else -1
    opened = last < single < end - MARKS and tokens[single + 1].text[0].isupper()
    if opened and _introduced(tokens, single):
        yield Quotation(single, end - 1, closed=False)


def quotations(tokens: Sequence[Token], texts: Iterable[str]) -> list[Quotation]:
    """Return the outermost quotations of one paragraph; `texts` are those of its tokens."""
    marks = list(compress(count(), map(_MARKS.__contains__, texts)))
    if not marks:
        return []
    doubles = [at for at in marks if tokens[at].text not in _SINGLE]
    found = list(_Doubles(tokens, doubles).quotations())
    singles = [at for at in marks if tokens[at].text in _SINGLE]
    return sorted([*found, *_singles(tokens, singles, found)])
