"""What a server leaves behind that removed the bot: kept for a while, then erased whole."""

import sqlite3
from collections.abc import Collection
from datetime import datetime, timedelta

from claims.ledger.keeping import erasures, layout
from claims.ledger.lookup import search
from claims.ledger.rows import to_epoch_seconds

PASSING = (
    ("draft", "made_at"),
    ("ask", "made_at"),
    ("kept_list", "made_at"),
    ("notice", "claimed_at"),
)
"""What is forgotten a while after the time in this column."""


def bot_left(db: sqlite3.Connection, guild_id: int, *, now: datetime) -> None:
    """Note that the bot was removed from a server; noted already, the first time counts."""
    db.execute(
        "UPDATE server SET left_at = ? WHERE guild_id = ? AND left_at IS NULL",
        (to_epoch_seconds(now), guild_id),
    )


def bot_returned(db: sqlite3.Connection, guild_id: int) -> None:
    """Note that the bot is in a server; what it left behind there is kept from now on."""
    db.execute("UPDATE server SET left_at = NULL WHERE guild_id = ?", (guild_id,))


def mark_present(db: sqlite3.Connection, guild_ids: Collection[int], *, now: datetime) -> None:
    """
    Note in which servers the bot is, for those that it joined or left while it was away.

    A desk without Discord (server 0) is never departed from.
    """
    known = db.execute("SELECT guild_id, left_at FROM server WHERE guild_id <> 0").fetchall()
    there = frozenset(guild_ids)
    for row in known:
        if row["guild_id"] not in there:
            bot_left(db, row["guild_id"], now=now)
        elif row["left_at"] is not None:
            bot_returned(db, row["guild_id"])


def date_back(db: sqlite3.Connection, *, latest: datetime) -> None:
    """
    Let what is kept for a while, and was made by a clock that was ahead, count as made now.

    `latest` is the latest that any clock shows; otherwise it would be kept for as much longer.
    """
    for table, column in PASSING:
        db.execute(
            f"UPDATE {table} SET {column} = :latest WHERE {column} > :latest",
            {"latest": to_epoch_seconds(latest)},
        )


def erase_departed(db: sqlite3.Connection, *, now: datetime, after: timedelta) -> list[int]:
    """
    Erase the servers that the bot was removed from `after` ago or earlier; return which.

    That they were is noted first. Raises LedgerError where it cannot be.
    """
    found = db.execute(
        "SELECT guild_id FROM server WHERE left_at <= ? ORDER BY guild_id",
        (to_epoch_seconds(now - after),),
    ).fetchall()
    for row in found:
        erasures.note_server(db, row["guild_id"], now=now)
        erase_server(db, row["guild_id"])
    return [row["guild_id"] for row in found]


def erase_server(db: sqlite3.Connection, guild_id: int) -> int:
    """
    Erase everything of one server, its history included; return how many claims it had.

    Backups that were made before keep it, until one is restored: `erasing.again`. The file itself
    does not: SQLite writes zeros over what is freed (`secure_delete`).
    """
    db.execute("UPDATE server SET erasing = 1 WHERE guild_id = ?", (guild_id,))
    claims = db.execute("SELECT id FROM claim WHERE guild_id = ?", (guild_id,)).fetchall()
    for row in claims:
        search.remove(db, row["id"])
    for table in reversed(layout.tables(db)):
        db.execute(f"DELETE FROM {table.name} WHERE guild_id = ?", (guild_id,))
    return len(claims)
