"""A claim as one person sees it, gathered in one reading."""

import sqlite3
from typing import NamedTuple

from claims.ledger.history import history
from claims.ledger.lookup import claims
from claims.ledger.members import follows
from claims.ledger.store.quick import quick
from claims.records.cards import Card
from claims.rules.identity import Person
from claims.rules.viewing import Viewer


class Viewed(NamedTuple):
    """A claim's card, who sees it, and whether they follow the claim."""

    card: Card
    person: Person
    follows: bool


@quick
def claim(
    db: sqlite3.Connection, guild_id: int, number: int, viewer: Viewer, *, user_id: int
) -> Viewed:
    """Return what this person's view of the claim needs. Raises ClaimNotFoundError."""
    card = claims.card(db, guild_id, number, viewer)
    return Viewed(
        card,
        history.person(db, guild_id, user_id),
        follows.is_following(db, guild_id, card.claim.number, user_id=user_id),
    )
