"""The claims of an article that a moderator looks over before they are stored."""

from typing import NamedTuple

from claims.models import Article, Claim
from claims.records.articles import Added
from claims.records.lists import Known


class AddedDraft(NamedTuple):
    """What adding a draft came to; of `merged`, each pair is a new number and what absorbed it."""

    added: Added
    merged: tuple[tuple[int, int], ...] = ()


class DraftClaim(NamedTuple):
    """
    One found claim.

    `known` is the number of the claim that it repeats word for word, `same_as` of the one that
    shall absorb it, and `like` the one whose words are nearest, where that may say the same.
    """

    place: int
    claim: Claim
    kept: bool
    known: int | None = None
    same_as: int | None = None
    like: Known | None = None


class Draft(NamedTuple):
    """One page of a draft: its claims from place `start`, of `total`, of which `kept` are kept."""

    id: int
    article: Article
    claims: tuple[DraftClaim, ...]
    start: int
    total: int
    kept: int
    ask_id: int | None
