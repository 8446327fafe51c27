"""
Units: a paragraph cut into sentences in which each quotation, however long, is one token.

What is inside quotation marks never takes part in the syntax around it, so the patterns of
attribution read a unit's stream, and only its pieces know what the quotation holds.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress, count, pairwise
from operator import attrgetter
from typing import NamedTuple

from claims.splitting.lexicon.cues import ANY_CUES, ATTRIBUTING
from claims.splitting.syntax.quotes import Quotation, quotations
from claims.splitting.syntax.sentences import boundaries
from claims.splitting.syntax.tags import PHRASE, PREDICATE, QUOTED, is_predicate, tags_of
from claims.splitting.syntax.tokens import Token, lows_of, texts_of
from claims.splitting.syntax.word_classes import MAYBE_VERBS

_FIRST = attrgetter("first")
LONGEST_PHRASE = 6  # a nickname or a title of five words, and the mark that opens it
# Tokens of a sentence, each quotation counted as one; what is longer is cut there. The patterns
# look for much in a whole sentence, so this bounds the cost of each of its words. The longest of
# the 26,000 sentences of the 969 annotated articles is a list of 220.
LONGEST_SENTENCE = 400


class Range(NamedTuple):
    """Half-open range of a unit's stream."""

    start: int
    end: int


@dataclass(slots=True, eq=False)
class Subject:
    """A verb's subject, and how the verb stands to it."""

    mention: Range
    negated: bool = False
    passive: bool = False
    infinitive: bool = False
    modal: bool = False


@dataclass(slots=True, eq=False)  # a slot is read in a fraction of a named tuple's time
class Unit:
    """
    A sentence outside quotations: its stream, one tag a token, and its quotations by their place.

    `tokens` are those of its whole paragraph, with what the quotations hold. `texts` are its words
    as they stand there, `lows` in lower case, `cues` the places of those that may attribute,
    `subjects` those of verbs that were asked for already, as each is asked for by several patterns.
    """

    paragraph: int
    stream: list[Token]
    tags: str
    quotes: dict[int, Quotation]
    tokens: Sequence[Token]
    texts: Sequence[str]
    lows: Sequence[str]
    cues: Sequence[int]
    subjects: dict[int, Subject | None]


def _belongs_to_quote(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether `Trump said.` after `"…?"` or `"… ."` goes on with the sentence before it."""
    mark = tokens[start - 2].text if start > 1 else ""
    if mark not in {"?", "!", "…", "...", "."}:
        return False
    for at in range(start, min(start + 6, end)):
        if tokens[at].low in ANY_CUES:
            return mark != "." or (at + 1 < end and tokens[at + 1].text == ".")
        if not tokens[at].text[0].isalnum():
            return False
    return False


def _is_spoken(tokens: Sequence[Token], quotation: Quotation) -> bool:
    """Whether the quotation is long, or ends with a mark as speech does: not a mere phrase."""
    length = quotation.last - quotation.first
    if not quotation.closed:
        return True
    if length <= 2 * LONGEST_PHRASE and _is_title(tokens, quotation):
        return False
    if length > LONGEST_PHRASE:
        return True
    return tokens[quotation.last - 1].text in {",", ".", "?", "!", "…", "...", "—", "--"}


def _is_title(tokens: Sequence[Token], quotation: Quotation) -> bool:
    """Whether it is a title in the sentence, or a heading: `on "Face the Nation," Oru said`."""
    heading = quotation.first == 0 and quotation.last == len(tokens) - 1
    before = tokens[quotation.first - 1].text if quotation.first else ""
    if not heading and not before[-1:].isalnum():
        return False
    long = [
        token.text for token in tokens[quotation.first + 1 : quotation.last] if len(token.text) > 3
    ]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


def _mark(tokens: Sequence[Token], quotation: Quotation) -> str:
    """Return the text of the token that stands for a whole quotation."""
    if _is_spoken(tokens, quotation):
        return QUOTED
    inside = tokens[quotation.first + 1 : quotation.last]
    return PREDICATE if inside and is_predicate(inside) else PHRASE


def _unit(
    paragraph: int, tokens: Sequence[Token], start: int, end: int, within: Sequence[Quotation]
) -> Unit:
    stream: list[Token] = []
    quotes: dict[int, Quotation] = {}
    for quotation in within:
        stream += tokens[start : quotation.first]
        quotes[len(stream)] = quotation
        mark = _mark(tokens, quotation)
        first, last = tokens[quotation.first], tokens[quotation.last]
        stream.append(Token(first.start, last.end, mark, mark))
        start = quotation.last + 1
    stream += tokens[start:end]
    texts, lows = texts_of(stream), lows_of(stream)
    tags = tags_of(stream, texts, lows)
    known = compress(count(), map(ATTRIBUTING.__contains__, lows))
    cues = [at for at in known if tags[at] in MAYBE_VERBS]
    return Unit(paragraph, stream, tags, quotes, tokens, texts, lows, cues, {})


def _cuts(tokens: Sequence[Token], starts: Iterable[int], found: Sequence[Quotation]) -> list[int]:
    """Return where the units start: at those starts of sentences that are outside quotations."""
    opened = [quotation.first for quotation in found]
    cuts = []
    for at in starts:
        before = bisect_left(opened, at)
        last = found[before - 1].last if before else -2  # of the quotation before it
        inside = at <= last
        if not inside and not (at == last + 1 and _belongs_to_quote(tokens, at, len(tokens))):
            cuts.append(at)
    if len(tokens) > LONGEST_SENTENCE:
        cuts += [at for pair in pairwise([*cuts, len(tokens)]) for at in _overlong(*pair, found)]
        cuts.sort()
    return cuts


def _overlong(start: int, end: int, found: Sequence[Quotation]) -> list[int]:
    """Return where a sentence is cut because it is longer than `LONGEST_SENTENCE`."""
    if end - start <= LONGEST_SENTENCE:
        return []
    outside, free = list[int](), start
    first = bisect_left(found, start, key=_FIRST)
    for quotation in found[first : bisect_left(found, end, first, key=_FIRST)]:
        outside += range(free, quotation.first + 1)
        free = quotation.last + 1
    outside += range(free, end)
    return outside[LONGEST_SENTENCE::LONGEST_SENTENCE]


def units(paragraph: int, tokens: Sequence[Token]) -> list[Unit]:
    """Return the units of a paragraph."""
    texts = texts_of(tokens)
    found = quotations(tokens, texts)
    cuts = _cuts(tokens, boundaries(tokens, texts), found)
    read: list[Unit] = []
    taken = 0
    for start, end in pairwise([*cuts, len(tokens)]):
        first = taken
        while taken < len(found) and found[taken].first < end:
            taken += 1
        read.append(_unit(paragraph, tokens, start, end, found[first:taken]))
    return read
