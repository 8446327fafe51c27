"""Which public messages show which claims, so that they can be corrected."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from claims.records import Rating, TrackedClaim

MOST = 50
"""Messages corrected in one go; Discord allows about five edits in five seconds a channel."""


class Subject(NamedTuple):
    """
    What a message is about: a claim's card, or a list of an article's or a source's claims.

    Just one of the first three is given; `place` is the first of the article's claims shown.
    """

    number: int | None = None
    article_id: int | None = None
    source_id: int | None = None
    place: int = 0


class Shown(NamedTuple):
    """One message that shows something outdated."""

    guild_id: int
    message_id: int
    channel_id: int
    subject: Subject


def remember(
    db: sqlite3.Connection,
    guild_id: int,
    subject: Subject,
    claims: Iterable[TrackedClaim],
    *,
    channel_id: int,
    message_id: int,
) -> None:
    """Note that the message is about this, and shows the claims as they are in `claims`."""
    forget(db, guild_id, message_id)
    db.execute(
        "INSERT INTO shown_message (guild_id, message_id, channel_id, number, article_id,"
        " source_id, place) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (guild_id, message_id, channel_id, *subject),
    )
    db.executemany(
        "INSERT INTO shown_claim (guild_id, message_id, number, version, rating)"
        " VALUES (?, ?, ?, ?, ?)",
        [
            (guild_id, message_id, claim.number, claim.version, claim.standing.published)
            for claim in claims
        ],
    )


def forget(db: sqlite3.Connection, guild_id: int, message_id: int) -> None:
    """Forget a message that is gone or out of reach."""
    for table in ("shown_claim", "shown_message"):
        db.execute(
            f"DELETE FROM {table} WHERE guild_id = ? AND message_id = ?", (guild_id, message_id)
        )


OUTDATED = (
    # It shows the claim as it was,
    """
    message_id IN (
      SELECT message_id FROM shown_claim JOIN claim USING (guild_id, number)
      WHERE guild_id = :guild AND number = :number AND shown_claim.version <> claim.version)
    """,
    # or, as its card, the one that absorbed it, which may have come to an end,
    """
    number = :number AND NOT EXISTS (
      SELECT 1 FROM shown_claim AS shows
      WHERE shows.guild_id = :guild AND shows.message_id = shown_message.message_id
      AND shows.number = :number)
    """,
    # or counts the claims of its source.
    "source_id = (SELECT source_id FROM claim WHERE guild_id = :guild AND number = :number)",
)


def mark(db: sqlite3.Connection, guild_id: int, number: int) -> None:
    """Mark the messages that a change of this claim has made outdated."""
    for outdated_by in OUTDATED:
        db.execute(
            f"UPDATE shown_message SET stale = 1 WHERE guild_id = :guild AND {outdated_by}",
            {"guild": guild_id, "number": number},
        )


def outdated(db: sqlite3.Connection) -> list[Shown]:
    """Return messages that were marked and not shown anew since, newest first."""
    found = db.execute(
        "SELECT guild_id, message_id, channel_id, number, article_id, source_id, place"
        " FROM shown_message WHERE stale = 1 ORDER BY message_id DESC LIMIT ?",
        (MOST,),
    )
    return [Shown(row[0], row[1], row[2], Subject(*row[3:])) for row in found]


def tell(
    db: sqlite3.Connection, guild_id: int, number: int, rating: Rating | None
) -> dict[int, Rating]:
    """
    Note that every channel knows a claim's rating from now on, by its messages or a correction.

    Returns the channels that knew another one, each with that one: where several messages told
    several, the newest counts.
    """
    found = db.execute(
        "SELECT channel_id, rating FROM shown_claim JOIN shown_message USING (guild_id, message_id)"
        " WHERE guild_id = ? AND shown_claim.number = ? AND rating IS NOT NULL"
        " ORDER BY message_id",
        (guild_id, number),
    )
    known = {row["channel_id"]: Rating(row["rating"]) for row in found}
    db.execute(
        "UPDATE shown_claim SET rating = ? WHERE guild_id = ? AND number = ?"
        " AND rating IS NOT NULL",
        (rating, guild_id, number),
    )
    return {channel: was for channel, was in known.items() if was is not rating}


def shown_of(row: sqlite3.Row) -> Rating | None:
    """Return the rating that a row of shown_claim has."""
    return Rating(row["rating"]) if row["rating"] is not None else None
