"""Which public messages show which claim, so that they can be corrected."""

import sqlite3
from typing import NamedTuple

from claims.records import TrackedClaim

MOST = 50
"""Messages corrected in one go; Discord allows about five edits in five seconds a channel."""


class Shown(NamedTuple):
    """One message that shows an outdated card."""

    guild_id: int
    message_id: int
    channel_id: int
    number: int


def remember(
    db: sqlite3.Connection,
    guild_id: int,
    claim: TrackedClaim,
    *,
    channel_id: int,
    message_id: int,
) -> None:
    """Note that the message shows the claim as it is in `claim`."""
    db.execute(
        "INSERT INTO shown (guild_id, message_id, channel_id, number, version, rating)"
        " VALUES (:guild, :message, :channel, :number, :version, :rating)"
        " ON CONFLICT DO UPDATE SET version = :version, rating = :rating, stale = 0",
        {
            "guild": guild_id,
            "message": message_id,
            "channel": channel_id,
            "number": claim.number,
            "version": claim.version,
            "rating": claim.standing.published,
        },
    )


def forget(db: sqlite3.Connection, guild_id: int, message_id: int) -> None:
    """Forget a message that is gone or out of reach."""
    db.execute("DELETE FROM shown WHERE guild_id = ? AND message_id = ?", (guild_id, message_id))


def mark(db: sqlite3.Connection, guild_id: int, number: int) -> None:
    """Mark the messages that show an older version of the claim as outdated."""
    db.execute(
        "UPDATE shown SET stale = 1 WHERE guild_id = :guild AND number = :number AND version <"
        " (SELECT version FROM claim WHERE guild_id = :guild AND number = :number)",
        {"guild": guild_id, "number": number},
    )


def outdated(db: sqlite3.Connection) -> list[Shown]:
    """Return messages that were marked and not shown anew since, newest first."""
    found = db.execute(
        "SELECT guild_id, message_id, channel_id, number FROM shown WHERE stale = 1"
        " ORDER BY message_id DESC LIMIT ?",
        (MOST,),
    ).fetchall()
    return [Shown(*row) for row in found]
