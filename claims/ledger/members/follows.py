"""Who follows which claim."""

import sqlite3
from datetime import datetime

from claims.ledger.lookup import claims
from claims.ledger.members import notice_queue
from claims.ledger.rows import to_epoch_seconds


def follow(
    db: sqlite3.Connection,
    guild_id: int,
    number: int,
    *,
    user_id: int,
    now: datetime,
    channel_id: int | None = None,
) -> bool:
    """
    Follow a claim from now on; return whether that is new. Raises ClaimNotFoundError.

    `channel_id` is where to tell a person whose direct messages are closed.
    """
    claims.get(db, guild_id, number)
    done = db.execute(
        "INSERT INTO follow (guild_id, number, user_id, since, channel_id, told)"
        " SELECT ?, ?, ?, ?, ?, max(id) FROM event WHERE guild_id = ? AND number = ?"
        " ON CONFLICT DO NOTHING",
        (guild_id, number, user_id, to_epoch_seconds(now), channel_id, guild_id, number),
    )
    return done.rowcount == 1


def unfollow(db: sqlite3.Connection, guild_id: int, number: int, *, user_id: int) -> bool:
    """
    Stop following a claim; return whether it was followed. Raises ClaimNotFoundError.

    What waited to be told of it is not told any more.
    """
    claims.get(db, guild_id, number)
    notice_queue.drop(db, guild_id, number, user_id=user_id)
    done = db.execute(
        "DELETE FROM follow WHERE guild_id = ? AND number = ? AND user_id = ?",
        (guild_id, number, user_id),
    )
    return done.rowcount == 1


def is_following(db: sqlite3.Connection, guild_id: int, number: int, *, user_id: int) -> bool:
    """Whether the person follows the claim."""
    found = db.execute(
        "SELECT 1 FROM follow WHERE guild_id = ? AND number = ? AND user_id = ?",
        (guild_id, number, user_id),
    ).fetchone()
    return found is not None
