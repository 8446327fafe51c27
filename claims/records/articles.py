"""Articles, passages and sources as they are looked up."""

from datetime import date
from typing import NamedTuple

from claims.models import SourceType, Span
from claims.records.claims import Rating, TrackedClaim


class Added(NamedTuple):
    """
    What storing an article came to: numbers of new claims, and of those that were known.

    `is_repeat`: the ledger had this very text already, so that nothing was stored.
    """

    article_id: int
    new: tuple[int, ...] = ()
    known: tuple[int, ...] = ()
    is_repeat: bool = False


class Listed(NamedTuple):
    """An article without its text, and how many claims are made in it."""

    id: int
    title: str
    publisher: str
    published_on: date | None
    url: str
    claims: int


class Shelf(NamedTuple):
    """Some articles, newest first, and the id from which the next page goes on."""

    articles: tuple[Listed, ...]
    older: int | None


class Contents(NamedTuple):
    """Some claims of an article in the order of their appearance there, from place `start`."""

    article: Listed
    claims: tuple[TrackedClaim, ...]
    start: int


class Passage(NamedTuple):
    """
    Where a claim is made: the article's text and the claim's exact words in it.

    It is the `place`-th of `places` appearances, from 0, oldest article first. `rule` names the
    splitter's rule that found it there; empty where it was found before rules had names.
    """

    number: int
    article: Listed
    text: str
    content: tuple[Span, ...]
    place: int
    places: int
    rule: str = ""


class SourceRecord(NamedTuple):
    """
    A source with its record here: it counts only what this server checked, so that it says
    nothing of what else the source claims.
    """

    id: int
    name: str
    type: SourceType
    role: str
    aliases: tuple[str, ...]
    claims: int
    ratings: dict[Rating, int]
