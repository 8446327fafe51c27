"""How one sentence of an article goes through the stages: paragraph, tags, attributions, claims."""

from typing import NamedTuple

from claims.errors import ArticleError
from claims.models import Article, Claim, Span
from claims.splitting.article import split, units_of
from claims.splitting.attribution.attributions import attributions
from claims.splitting.attribution.patterns import Attribution
from claims.splitting.attribution.utterances import span_of
from claims.splitting.body.furniture import paragraphs
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import named
from claims.wording import say


class Word(NamedTuple):
    """A token of a sentence, in which a quotation is one, and its class by name."""

    span: Span
    tag: str


class Step(NamedTuple):
    """An attribution that the sentence itself shows, as ranges of the text."""

    rule: str
    source: Span | None
    cue: Span
    content: tuple[Span, ...]


class Trace(NamedTuple):
    """
    What each stage makes of the sentence at one place.

    `paragraph` is a `body.furniture.Role`. Outside the body there are no words, and nothing after
    them. `claims` has what rules of passages found in the sentence as well.
    """

    paragraph: str
    words: tuple[Word, ...]
    attributions: tuple[Step, ...]
    claims: tuple[Claim, ...]


def trace(article: Article, place: str) -> Trace:
    """
    Return how the sentence at `place` is read: a position in the text, or words that stand there.

    Words are looked for from the start; a number is a position. Raises ArticleError where nothing
    stands there, and as `split` does.
    """
    found = split(article)
    parts = paragraphs(article.text)
    at = _position(article, place)
    part = next((one for one in parts if one.span.start <= at < one.span.end), None)
    if part is None:
        raise _nothing(article, place)
    unit = next((one for one in units_of(article.text, parts) if _holds(one, at)), None)
    if unit is None:
        return Trace(part.role, (), (), ())
    words = zip(unit.stream, named(unit.tags), strict=True)
    return Trace(
        part.role,
        tuple(Word(Span(token.start, token.end), tag) for token, tag in words),
        tuple(_step(unit, one) for one in attributions(unit)),
        tuple(claim for claim in found if _holds(unit, claim.content[0].start)),
    )


def _position(article: Article, place: str) -> int:
    if place.isascii() and place.isdigit():
        return min(int(place[:18]), len(article.text))
    at = article.text.find(place) if place else -1
    if at < 0:
        raise _nothing(article, place)
    return at


def _nothing(article: Article, place: str) -> ArticleError:
    name = article.id or article.title or say("The text")
    return ArticleError(name, say("has nothing to trace at {place}", place=place[:80]))


def _holds(unit: Unit, at: int) -> bool:
    return unit.stream[0].start <= at < unit.stream[-1].end


def _step(unit: Unit, found: Attribution) -> Step:
    return Step(
        found.rule,
        span_of(unit, found.source) if found.source else None,
        span_of(unit, found.cue),
        tuple(span_of(unit, part) for part in found.content),
    )
