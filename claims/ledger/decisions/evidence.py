"""Evidence: brought with an event, withdrawn by one, never deleted."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from claims.ledger import rows
from claims.ledger.rows import to_epoch_seconds
from claims.records.claims import Evidence
from claims.rules.viewing import Viewer

STANDING = f"{rows.EVIDENCE} WHERE guild_id = ? AND number = ? AND withdrawn_by IS NULL ORDER BY id"


# Members see it once a rating was published, here or for the claim that it was brought for, after
# the opinion that it came with; where it was lent, only what was published since counts.
_WITHHELD = """EXISTS (
  SELECT 1 FROM event AS opinion WHERE opinion.id = {event}
  AND opinion.action = 'rate' AND opinion.after ->> '$.stage' <> 'rated'
  AND NOT EXISTS (
    SELECT 1 FROM event AS published
    WHERE published.guild_id = opinion.guild_id
    AND published.number IN (opinion.number, evidence.number)
    AND published.id > opinion.id
    AND published.action = 'rate' AND published.after ->> '$.stage' = 'rated'
    AND NOT EXISTS (SELECT 1 FROM event AS back WHERE back.undone = published.id)
    AND (published.number = opinion.number OR published.id > (
      SELECT max(lent.id) FROM event AS lent
      WHERE lent.guild_id = opinion.guild_id AND lent.number = evidence.number
      AND lent.detail ->> '$.absorbed' = opinion.number))))"""

WITHHELD = _WITHHELD.format(event="evidence.brought_with")
"""Condition on a piece of evidence: it came with an opinion, and no rating rests on it yet."""

_STANDS = f"""(withdrawn_by IS NULL OR {_WITHHELD.format(event="evidence.withdrawn_by")})"""

SEEN = f"({_STANDS} AND NOT {WITHHELD})"
"""Condition on a piece of evidence: for members it stands, also where an opinion named it anew."""

OPEN = f"""
{rows.EVIDENCE} WHERE guild_id = ? AND number = ? AND {SEEN} ORDER BY id
"""


def seen(
    db: sqlite3.Connection, guild_id: int, number: int, viewer: Viewer
) -> tuple[Evidence, ...]:
    """Return the evidence that this viewer may see under this very number, oldest first."""
    if viewer is Viewer.MODERATOR:
        return of(db, guild_id, number)
    return tuple(map(rows.evidence, db.execute(OPEN, (guild_id, number))))


def withdrew_withheld(db: sqlite3.Connection, event_id: int) -> bool:
    """Whether an event withdrew evidence that members were never shown."""
    found = db.execute(
        f"SELECT 1 FROM evidence WHERE withdrawn_by = ? AND {WITHHELD}", (event_id,)
    ).fetchone()
    return found is not None


def of(db: sqlite3.Connection, guild_id: int, number: int) -> tuple[Evidence, ...]:
    """Return the evidence that stands under this very number, oldest first."""
    return tuple(map(rows.evidence, db.execute(STANDING, (guild_id, number))))


def add(
    db: sqlite3.Connection,
    guild_id: int,
    number: int,
    brought: Iterable[Evidence],
    *,
    actor: int,
    event_id: int,
    now: datetime,
) -> None:
    """Store what was brought with this event."""
    db.executemany(
        "INSERT INTO evidence (guild_id, number, url, stance, note, quotation, is_primary,"
        " added_by, added_at, brought_with) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                guild_id,
                number,
                item.url,
                str(item.stance),
                item.note,
                item.quotation,
                int(item.is_primary),
                actor,
                to_epoch_seconds(now),
                event_id,
            )
            for item in brought
        ],
    )


def withdraw(db: sqlite3.Connection, guild_id: int, piece: int, *, event_id: int) -> None:
    """Let a piece of evidence no longer stand."""
    db.execute(
        "UPDATE evidence SET withdrawn_by = ? WHERE guild_id = ? AND id = ?",
        (event_id, guild_id, piece),
    )


def take_back(db: sqlite3.Connection, guild_id: int, undone: int, *, event_id: int) -> None:
    """Undo what an event did: what came with it goes, what it withdrew stands again."""
    db.execute(
        "UPDATE evidence SET withdrawn_by = NULL WHERE guild_id = ? AND withdrawn_by = ?",
        (guild_id, undone),
    )
    db.execute(
        "UPDATE evidence SET withdrawn_by = ? WHERE guild_id = ? AND brought_with = ?",
        (event_id, guild_id, undone),
    )


def lend(db: sqlite3.Connection, guild_id: int, pieces: Iterable[Evidence], *, to: int) -> None:
    """Let pieces stand under the number of the claim that absorbed theirs."""
    db.executemany(
        "UPDATE evidence SET number = ? WHERE guild_id = ? AND id = ?",
        [(to, guild_id, piece.id) for piece in pieces],
    )


# An event never changes its claim, so that it tells under which number a piece was brought.
_LENT = """
FROM evidence WHERE guild_id = :guild AND number = :holder AND (
  SELECT number FROM event WHERE event.id = evidence.brought_with) = :owner
"""


def lent(db: sqlite3.Connection, guild_id: int, *, owner: int, holder: int) -> frozenset[int]:
    """Return the ids of the pieces that were brought for one claim and stand under another."""
    found = db.execute(f"SELECT id {_LENT}", {"guild": guild_id, "owner": owner, "holder": holder})
    return frozenset(row["id"] for row in found)


def give_back(db: sqlite3.Connection, guild_id: int, *, owner: int, holder: int) -> None:
    """Let what was lent stand under its own number again, withdrawn meanwhile or not."""
    db.execute(
        f"UPDATE evidence SET number = :owner WHERE id IN (SELECT id {_LENT})",
        {"guild": guild_id, "owner": owner, "holder": holder},
    )
