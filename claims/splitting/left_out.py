"""What of an article no claim rests on, and why: counted, so that nothing is lost unseen."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from enum import StrEnum

from claims.splitting.attribution.labels import signature
from claims.splitting.body.furniture import Paragraph, Role
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import COLON


class Reason(StrEnum):
    """Why a paragraph (the first four) or a sentence of the body was left out."""

    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    FURNITURE = "furniture"  # captions, notices, links, names of sections
    QUESTION = "question"
    ANNOUNCEMENT = "announcement"  # "Ada Brun added:", which only says whose the next words are
    SIGNATURE = "signature"  # a name under a quotation
    NO_STATEMENT = "no statement"


_OF_ROLE = {
    Role.HEADLINE: Reason.HEADLINE,
    Role.BYLINE: Reason.BYLINE,
    Role.DATELINE: Reason.DATELINE,
    Role.FURNITURE: Reason.FURNITURE,
}


def left_out(
    parts: Iterable[Paragraph], units: Sequence[Unit], told: Collection[int]
) -> dict[str, int]:
    """
    Return how often each reason holds; one that never does is not there.

    `parts` are the text's paragraphs and cut-off datelines and credits, `units` the sentences of
    the body, and `told` the places of those that a claim rests on.
    """
    found = Counter(_OF_ROLE[part.role] for part in parts if part.role is not Role.BODY)
    found.update(_reason(unit) for place, unit in enumerate(units) if place not in told)
    return {str(reason): found[reason] for reason in Reason if found[reason]}


def _reason(unit: Unit) -> Reason:
    if unit.stream[-1].text == "?":
        return Reason.QUESTION
    if unit.tags[-1] == COLON:
        return Reason.ANNOUNCEMENT
    return Reason.SIGNATURE if signature(unit) else Reason.NO_STATEMENT
