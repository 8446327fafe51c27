"""A claim's own words, changed by a moderator."""

import sqlite3

from claims.ledger.decisions import matches
from claims.ledger.lookup import search
from claims.ledger.rows import encodable, fingerprint
from claims.records import TrackedClaim


def said_by(db: sqlite3.Connection, guild_id: int, claim: TrackedClaim, text: str) -> int | None:
    """Return the number of another claim of the same source with these words, if there is one."""
    row = db.execute(
        "SELECT number FROM claim WHERE guild_id = ? AND fingerprint = ? AND number <> ?",
        (guild_id, fingerprint(claim.source.name, encodable(text)), claim.number),
    ).fetchone()
    return row["number"] if row else None


def change(db: sqlite3.Connection, guild_id: int, claim: TrackedClaim, text: str) -> None:
    """
    Give the claim other words, by which it is searched and matched from then on.

    Its version and event are the caller's.
    """
    (claim_id,) = db.execute(
        "SELECT id FROM claim WHERE guild_id = ? AND number = ?", (guild_id, claim.number)
    ).fetchone()
    search.remove(db, claim_id)
    matches.forget(db, guild_id, claim.number, claim.text)
    db.execute(
        "UPDATE claim SET text = ?, fingerprint = ? WHERE id = ?",
        (text, fingerprint(claim.source.name, text), claim_id),
    )
    search.add(db, claim_id)
    matches.remember(db, guild_id, claim.number, text)
