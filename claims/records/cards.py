"""Everything that a claim's card shows."""

from datetime import date
from typing import NamedTuple

from claims.records.claims import Evidence, TrackedClaim
from claims.records.decisions import Event


class Appearance(NamedTuple):
    """
    One place where a claim is made; `quoted` are the exact words there.

    `rule` names the splitter's rule that found it; empty where it was found before rules had names.
    """

    article_id: int
    title: str
    publisher: str
    published_on: date | None
    url: str
    quoted: tuple[str, ...]
    rule: str = ""


class Card(NamedTuple):
    """
    Everything that a claim's card shows.

    `origins` counts the appearances that are independent: the same words of the same source
    are one origin, however many articles have them.
    """

    claim: TrackedClaim
    appearances: tuple[Appearance, ...]
    origins: int
    evidence: tuple[Evidence, ...]
    last: Event
    tags: tuple[str, ...] = ()
