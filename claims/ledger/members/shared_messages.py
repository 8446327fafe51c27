"""Which public messages show which claims, so that they can be corrected."""

import sqlite3
from enum import StrEnum
from typing import NamedTuple

from claims.records.claims import Rating, TrackedClaim

MOST = 50
"""Messages corrected in one go; Discord allows about five edits in five seconds a channel."""


class What(StrEnum):
    """What somebody can share. Nothing to be corrected stands in a shelf or a passage."""

    CARD = "card"
    HISTORY = "history"
    ARTICLE = "article"
    SOURCE = "source"
    SOURCES = "sources"
    LIST = "list"
    CHECK = "check"
    SHELF = "shelf"
    PASSAGE = "passage"


class SharedView(NamedTuple):
    """
    What a message is about, so that it can be drawn anew; each sort has what it needs of this.

    `number` is a claim's, `place` where in its history, its appearances or its article it begins;
    `wanted` and `assignee` are a list's filter as `listings` writes it, `start` its cursor. `text`
    is what `shared_by` looked up, and may ask for a check of by `ask_id`.
    """

    what: What
    number: int | None = None
    article_id: int | None = None
    place: int = 0
    source_id: int | None = None
    wanted: str | None = None
    assignee: int = 0
    start: str = ""
    text: str = ""
    ask_id: int | None = None
    shared_by: int = 0


class Shows(NamedTuple):
    """The claims that a message shows as they were, and the sources that it gives counts of."""

    claims: tuple[TrackedClaim, ...] = ()
    sources: tuple[int, ...] = ()


class Shown(NamedTuple):
    """One message that shows something outdated."""

    guild_id: int
    message_id: int
    channel_id: int
    subject: SharedView


_COLUMNS = ", ".join(SharedView._fields)
_PLACES = ", ".join("?" for _ in SharedView._fields)


def remember(
    db: sqlite3.Connection,
    guild_id: int,
    subject: SharedView,
    shows: Shows,
    *,
    channel_id: int,
    message_id: int,
) -> None:
    """Note that the message is about this, and what it shows."""
    forget(db, guild_id, message_id)
    db.execute(
        f"INSERT INTO shown_message (guild_id, message_id, channel_id, {_COLUMNS})"
        f" VALUES (?, ?, ?, {_PLACES})",
        (guild_id, message_id, channel_id, *subject),
    )
    db.executemany(
        "INSERT INTO shown_claim (guild_id, message_id, number, version, rating)"
        " VALUES (?, ?, ?, ?, ?)",
        [
            (guild_id, message_id, claim.number, claim.version, claim.standing.published)
            for claim in shows.claims
        ],
    )
    db.executemany(
        "INSERT INTO shown_source VALUES (?, ?, ?)",
        [(guild_id, message_id, source_id) for source_id in shows.sources],
    )


def subject_of(db: sqlite3.Connection, guild_id: int, message_id: int) -> SharedView | None:
    """Return what a message is about that was shared and can be corrected; None for any other."""
    row = db.execute(
        f"SELECT {_COLUMNS} FROM shown_message WHERE guild_id = ? AND message_id = ?",
        (guild_id, message_id),
    ).fetchone()
    return _subject(row) if row else None


def _subject(row: sqlite3.Row) -> SharedView:
    values = {name: row[name] for name in SharedView._fields}
    return SharedView(**values | {"what": What(row["what"])})


def forget(db: sqlite3.Connection, guild_id: int, message_id: int) -> None:
    """Forget a message that is gone or out of reach."""
    for table in ("shown_claim", "shown_source", "shown_message"):
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
    # or, as its card or history, the one that absorbed it, which may have come to an end,
    """
    number = :number AND NOT EXISTS (
      SELECT 1 FROM shown_claim AS shows
      WHERE shows.guild_id = :guild AND shows.message_id = shown_message.message_id
      AND shows.number = :number)
    """,
    # or counts the claims of its source.
    """
    message_id IN (
      SELECT message_id FROM shown_source JOIN claim USING (guild_id, source_id)
      WHERE guild_id = :guild AND number = :number)
    """,
)


def mark(db: sqlite3.Connection, guild_id: int, number: int) -> None:
    """Mark the messages that a change of this claim has made outdated."""
    for outdated_by in OUTDATED:
        db.execute(
            f"UPDATE shown_message SET stale = 1 WHERE guild_id = :guild AND {outdated_by}",
            {"guild": guild_id, "number": number},
        )


def mark_counts(db: sqlite3.Connection, guild_id: int, source_id: int) -> None:
    """Mark the messages that count claims of a source which are another's from now on."""
    db.execute(
        "UPDATE shown_message SET stale = 1 WHERE guild_id = :guild AND message_id IN"
        " (SELECT message_id FROM shown_source WHERE guild_id = :guild AND source_id = :source)",
        {"guild": guild_id, "source": source_id},
    )


def outdated(db: sqlite3.Connection) -> list[Shown]:
    """Return messages that were marked and not shown anew since, newest first."""
    found = db.execute(
        f"SELECT guild_id, message_id, channel_id, {_COLUMNS}"
        " FROM shown_message WHERE stale = 1 ORDER BY message_id DESC LIMIT ?",
        (MOST,),
    )
    return [Shown(row[0], row[1], row[2], _subject(row)) for row in found]


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


def rating_of(row: sqlite3.Row) -> Rating | None:
    """Return the rating that a row of shown_claim has."""
    return Rating(row["rating"]) if row["rating"] is not None else None
