"""
Split an article into sourced claims.

The body's paragraphs are cut into units (sentences in which a quotation is one token), the units
are read for attributions and for what the publisher states itself, each mention is resolved to a
source, and each content is divided into claims of one point. Nothing here knows files, networks
or clocks; the same article always gives the same claims.
"""

from claims.models import Article, Claim
from claims.splitting.furniture import Role, paragraphs
from claims.splitting.pieces import claims_of
from claims.splitting.sources import Resolver
from claims.splitting.tokens import tokenise
from claims.splitting.units import Unit, units
from claims.splitting.utterances import utterances

__all__ = ["split"]


def split(article: Article) -> list[Claim]:
    """Return the claims of `article` in the order of their appearance."""
    read = _units(article.text)
    resolver = Resolver(article, read)
    return [
        claim
        for utterance in utterances(read)
        for claim in claims_of(article, utterance, resolver.resolve(utterance))
    ]


def _units(text: str) -> list[Unit]:
    body = [one.span for one in paragraphs(text) if one.role is Role.BODY]
    return [
        unit for number, span in enumerate(body) for unit in units(number, tokenise(text, *span))
    ]
