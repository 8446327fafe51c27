"""Who asked for a check of which claim: each person once."""

import sqlite3
from datetime import datetime
from typing import NamedTuple

from claims.ledger.decisions import merges
from claims.ledger.lookup import claims
from claims.ledger.rows import to_epoch_seconds


class Asked(NamedTuple):
    """The claim that was asked for, how many people did so far, and whether this one is new."""

    number: int
    people: int
    is_new: bool


def ask(
    db: sqlite3.Connection, guild_id: int, number: int, *, user_id: int, now: datetime
) -> Asked:
    """
    Note that a person wants this claim checked; a merged one counts for what it leads to.

    No decision, so neither an event nor a new version. Raises ClaimNotFoundError.
    """
    claims.get(db, guild_id, number)  # which raises for a number that is none
    into = merges.leads_to(db, guild_id, number)
    before = people(db, guild_id, into)
    db.execute(
        "INSERT INTO demand (guild_id, number, user_id, at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING",
        (guild_id, number, user_id, to_epoch_seconds(now)),
    )
    after = merges.count_demand(db, guild_id, into)
    return Asked(into, after, is_new=after > before)


def people(db: sqlite3.Connection, guild_id: int, number: int) -> int:
    """Return how many people asked for this claim, or for one that was merged into it."""
    row = db.execute(
        "SELECT asked FROM claim WHERE guild_id = ? AND number = ?", (guild_id, number)
    ).fetchone()
    return int(row["asked"]) if row else 0
