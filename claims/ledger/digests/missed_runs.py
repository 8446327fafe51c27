"""Dates whose digest was not sent, with the reason; one row for dates in a row."""

import sqlite3
from datetime import date, datetime, timedelta

from claims.digests import run_details
from claims.digests.compose import Due
from claims.ledger import rows
from claims.ledger.digests.run_rows import SINCE
from claims.ledger.history import seals
from claims.ledger.history.seals import Rows
from claims.ledger.rows import to_epoch_seconds
from claims.records.notices import Outcome


def miss(db: sqlite3.Connection, row: sqlite3.Row, first: Due, last: Due) -> None:
    """Record that the digests from `first` to `last` were not sent while the bot was away."""
    why = run_details.NOT_RUNNING
    _set_missed(db, row["guild_id"], row["channel_id"], first.on, last.on, last.at, why)


def _set_missed(
    db: sqlite3.Connection,
    guild_id: int,
    channel_id: int,
    first: date,
    last: date,
    due_at: datetime,
    why: str,
) -> None:
    """
    Record the dates from `first` to `last` as missed, but those that had their digest.

    One row has them all: that of the last date without a digest. Some can have had theirs when
    the clock was wrong.
    """
    had = _outcomes(db, guild_id, first, last)
    while had.get(last, Outcome.MISSED) is not Outcome.MISSED:
        last -= timedelta(days=1)
    if last < first:
        return
    with seals.watch(db, guild_id, _dated(last.isoformat())):
        db.execute(
            f"""
            INSERT INTO digest_run (guild_id, key, first_on, channel_id, since, through, due_at,
                                    until, claimed_at, attempted_at, outcome, detail)
            SELECT :guild, :key, nullif(:first, :key), :channel, {SINCE}, {SINCE}, :due, :due, :due,
                   :due, 'missed', :why
            WHERE true
            ON CONFLICT DO UPDATE
              SET first_on = nullif(min(coalesce(first_on, key), :first), key)
            """,
            {
                "guild": guild_id,
                "key": last.isoformat(),
                "first": first.isoformat(),
                "channel": channel_id,
                "due": to_epoch_seconds(due_at),
                "why": why,
            },
        )


def _dated(key: str) -> Rows:
    return Rows("digest_run", "key = ?", (key,))


def _outcomes(
    db: sqlite3.Connection, guild_id: int, first: date, last: date
) -> dict[date, Outcome]:
    """Return what became of the server's digests of these dates, so far as there were any."""
    found = db.execute(
        "SELECT key, outcome FROM digest_run WHERE guild_id = ? AND key BETWEEN ? AND ?",
        (guild_id, first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(row["key"]): Outcome(row["outcome"]) for row in found}


def free_from(db: sqlite3.Connection, guild_id: int, due: Due) -> bool:
    """Take a date and those after it out of the missed ones; return whether it was one itself."""
    found = db.execute(
        "SELECT * FROM digest_run WHERE guild_id = ? AND outcome = 'missed' AND key >= ?"
        " AND key GLOB '[0-9]*'",
        (guild_id, due.on.isoformat()),
    ).fetchall()
    for row in found:
        with seals.watch(db, guild_id, _dated(row["key"])):
            db.execute("DELETE FROM digest_run WHERE id = ?", (row["id"],))
        at = min(rows.from_epoch_seconds(row["due_at"]), due.at)
        day_before = due.on - timedelta(days=1)
        _set_missed(db, guild_id, row["channel_id"], _first(row), day_before, at, row["detail"])
    return any(_first(row) <= due.on for row in found)


def _first(row: sqlite3.Row) -> date:
    return date.fromisoformat(row["first_on"] or row["key"])


def free(db: sqlite3.Connection, guild_id: int, key: str) -> None:
    """Take a date out of the missed ones, as it gets its digest after all; the rest stay missed."""
    # A clock that was wrong and is set right lets dates come again.
    with seals.watch(db, guild_id, _dated(key)):
        row = db.execute(
            "DELETE FROM digest_run WHERE guild_id = ? AND key = ? AND outcome = 'missed'"
            " RETURNING *",
            (guild_id, key),
        ).fetchone()
    if row and row["first_on"]:
        first, day_before = date.fromisoformat(row["first_on"]), date.fromisoformat(key)
        day_before -= timedelta(days=1)
        due_at = rows.from_epoch_seconds(row["due_at"])
        _set_missed(db, guild_id, row["channel_id"], first, day_before, due_at, row["detail"])
