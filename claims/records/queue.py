"""The work that waits for moderators."""

from typing import NamedTuple

from claims.models import Article
from claims.records.claims import TrackedClaim


class Ask(NamedTuple):
    """A text, where it stood, and how many people want it checked."""

    id: int
    article: Article
    people: int


class Asked(NamedTuple):
    """A claim and how many people want it checked."""

    claim: TrackedClaim
    people: int


class Queue(NamedTuple):
    """
    One page of the work. All but `open` stands on the first page only.

    `own` are being checked by the person, `proposed` wait for a second moderator, `asks` are
    texts that are no claims yet; `open` goes on at the claim `following`. `objections` counts
    those of members that wait for an answer.
    """

    own: tuple[TrackedClaim, ...]
    proposed: tuple[TrackedClaim, ...]
    asks: tuple[Ask, ...]
    more_asks: int
    open: tuple[Asked, ...]
    following: int | None
    objections: int = 0
