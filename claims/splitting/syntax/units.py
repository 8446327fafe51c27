"""
Units: a paragraph cut into sentences in which each quotation, however long, is one token.

What is inside quotation marks never takes part in the syntax around it, so the patterns of
attribution read a unit's stream, and only its pieces know what the quotation holds.
"""

from collections.abc import Sequence
from typing import NamedTuple

from claims.splitting.lexicon.cues import CUES
from claims.splitting.syntax.quotes import Quotation, quotations
from claims.splitting.syntax.sentences import boundaries
from claims.splitting.syntax.tags import PHRASE, QUOTED, tags
from claims.splitting.syntax.tokens import Token

LONGEST_PHRASE = 6  # tokens within the marks of a quotation that may be a title or a nickname


class Unit(NamedTuple):
    """A sentence outside quotations: its stream, one tag a token, and what its Qs stand for."""

    paragraph: int
    stream: list[Token]
    tags: str
    quotes: dict[int, Quotation]


def _belongs_to_quote(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether `Trump said.` after `"…?"` goes on with the sentence before it."""
    if start < 2 or tokens[start - 2].text not in {"?", "!", "…", "..."}:
        return False
    for at in range(start, min(start + 6, end)):
        if tokens[at].low in CUES:
            return True
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
    """Whether it is a title in the sentence: `on "Face the Nation," Oru said`."""
    if quotation.first == 0 or not tokens[quotation.first - 1].text[-1].isalnum():
        return False
    long = [
        token.text for token in tokens[quotation.first + 1 : quotation.last] if len(token.text) > 3
    ]
    return bool(long) and all(word[0].isupper() or word[0].isdigit() for word in long)


def _unit(
    paragraph: int, tokens: Sequence[Token], start: int, end: int, marked: dict[int, Quotation]
) -> Unit:
    if not marked:
        plain = list(tokens[start:end])
        return Unit(paragraph, plain, tags(plain), {})
    stream: list[Token] = []
    quotes: dict[int, Quotation] = {}
    at = start
    while at < end:
        quotation = marked.get(at)
        if quotation is None:
            stream.append(tokens[at])
            at += 1
        else:
            quotes[len(stream)] = quotation
            mark = QUOTED if _is_spoken(tokens, quotation) else PHRASE
            stream.append(Token(tokens[at].start, tokens[quotation.last].end, mark, mark))
            at = quotation.last + 1
    return Unit(paragraph, stream, tags(stream), quotes)


def units(paragraph: int, tokens: Sequence[Token]) -> list[Unit]:
    """Return the units of a paragraph."""
    end = len(tokens)
    marked = {quotation.first: quotation for quotation in quotations(tokens)}
    inside: set[int] = set()
    for quotation in marked.values():
        inside.update(range(quotation.first + 1, quotation.last + 1))
    closing = {quotation.last + 1 for quotation in marked.values()}
    cuts = [
        at
        for at in boundaries(tokens)
        if at not in inside and not (at in closing and _belongs_to_quote(tokens, at, end))
    ]
    return [
        _unit(paragraph, tokens, first, last, marked)
        for first, last in zip(cuts, [*cuts[1:], end], strict=True)
    ]
