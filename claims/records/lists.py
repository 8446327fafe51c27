"""Lists of claims: which, in what order, and the page that is shown."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from claims.models import Kind
from claims.records.claims import Rating, Stage, TrackedClaim


class Order(StrEnum):
    """In which order claims are listed. `match` is for filters with words."""

    NEWEST = "newest"
    CHECK_WORTHINESS = "check_worthiness"
    ASKED = "asked"
    OLDEST_OPEN = "oldest_open"
    MATCH = "match"

    @classmethod
    def _missing_(cls, value: object) -> "Order | None":
        """Lists that an earlier version kept call this order by another word."""
        return cls.CHECK_WORTHINESS if value == "worth" else None


class Filter(NamedTuple):
    """
    Which claims of a server; every field that is set narrows.

    `words`: "in quotation marks" a phrase, the last word and any word* may be begun only.
    Dates are both included, in UTC; a claim was stated within them where its dates overlap.
    """

    stage: Stage | None = None
    rating: Rating | None = None
    words: str = ""
    followed_by: int | None = None
    source: str | None = None
    publisher: str | None = None
    article: int | None = None
    kind: Kind | None = None
    tag: str | None = None
    assignee: int | None = None
    worth: float | None = None
    added_from: date | None = None
    added_to: date | None = None
    stated_from: date | None = None
    stated_to: date | None = None
    has_evidence: bool | None = None
    recheck_by: date | None = None
    order: Order = Order.NEWEST


class Known(NamedTuple):
    """
    A claim that may be what a text is about.

    `score` ranks (more is better, not comparable between texts), `likeness` is 0 to 100 for
    the words alone, `shared` how many of the text's telling words the claim or its source has,
    `differs` what makes the text another claim however like it sounds.
    """

    claim: TrackedClaim
    score: float
    likeness: float
    shared: int
    differs: tuple[str, ...]


EVERYTHING = Filter()


class Page(NamedTuple):
    """
    Claims in the order asked for, and the cursors from which to turn the page either way.

    `here` is the cursor of the page itself; None at the top, whatever comes to stand there.
    """

    claims: tuple[TrackedClaim, ...]
    older: str | None
    newer: str | None
    here: str | None = None


class Listing(NamedTuple):
    """A page of a list, and the title of the article whose claims it shows, if it is one's."""

    page: Page
    article: str
