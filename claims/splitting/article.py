"""
Split an article into sourced claims.

The body's paragraphs are cut into units (sentences in which a quotation is one token), the units
are read for attributions and for what the publisher states itself, each mention is resolved to a
source, and each content is divided into claims of one point. Nothing here knows files, networks
or clocks; the same article always gives the same claims.
"""

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from claims.errors import ArticleError
from claims.models import UNKNOWN, Article, Claim
from claims.splitting.assemble import claims_of
from claims.splitting.attribution.utterances import utterances
from claims.splitting.body.furniture import Paragraph, Role, paragraphs, publisher
from claims.splitting.body.language import is_english
from claims.splitting.left_out import left_out
from claims.splitting.sources.resolver import Resolver
from claims.splitting.syntax.tokens import tokenise
from claims.splitting.syntax.units import Unit, units
from claims.splitting.times.stated import Stated, stated
from claims.wording import say


class Split(NamedTuple):
    """An article's claims in their order, and how often what was left out for which reason."""

    claims: list[Claim]
    left_out: dict[str, int]


def split(article: Article) -> list[Claim]:
    """
    Return the claims of `article` in the order of their appearance.

    A text that is not in English is an ArticleError. The garbage collector rests meanwhile.
    """
    return split_fully(article).claims


def split_fully(article: Article) -> Split:
    """Return the claims as `split` does, and how much of the text was left out for which reason."""
    with _uncollected():
        return _split(article)


@contextmanager
def _uncollected() -> Iterator[None]:
    """
    Keep the garbage collector from looking through all that is known of a text, again and again.

    Nothing here refers to itself in a circle, so there is nothing that it could find.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _split(article: Article) -> Split:
    text = article.text
    if not is_english(text):
        name = article.title or article.id or say("The text")
        raise ArticleError(name, say("is not in English; no other language can be split yet"))
    parts = paragraphs(text)
    read = units_of(text, parts)
    resolver = Resolver(text, read, article.publisher or publisher(text, parts) or UNKNOWN)
    found: list[Claim] = []
    times: dict[int, Stated] = {}  # what is said in one go is said at one time
    told: set[int] = set()
    for utterance in utterances(read):
        unit = read[utterance.unit]
        if utterance.group not in times:
            times[utterance.group] = stated(text, unit, utterance, article.published_on)
        source, via = resolver.resolve(utterance), resolver.passed_on(utterance)
        said = list(claims_of(text, unit, utterance, source, via, times[utterance.group]))
        if said:
            told.add(utterance.unit)
            found += said
    return Split(found, left_out(parts, read, told))


def units_of(text: str, parts: Iterable[Paragraph]) -> list[Unit]:
    """Return the sentences of the body among a text's paragraphs."""
    body = [one.span for one in parts if one.role is Role.BODY]
    return [
        unit for number, span in enumerate(body) for unit in units(number, tokenise(text, *span))
    ]
