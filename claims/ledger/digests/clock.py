"""The latest time that the bot saw, to notice a clock that was set back."""

import json
import sqlite3
from datetime import datetime, timedelta

from claims.ledger import rows
from claims.ledger.digests import digests
from claims.ledger.history import seals
from claims.ledger.history.seals import Rows
from claims.ledger.members import reminders
from claims.ledger.rows import to_epoch_seconds
from claims.rules.ahead import EARLY, is_ahead


def mind(db: sqlite3.Connection, now: datetime) -> None:
    """
    Notice that the clock was set back: then no age is known, and all that waits may wait too long.

    What may have been sent has to be looked for, and what waits is asked anew for its time.
    """
    row = db.execute("SELECT seen_at FROM digest_clock").fetchone()
    seen = rows.from_epoch_seconds(row["seen_at"]) if row else now
    set_back = is_ahead(seen, now)
    if set_back:
        db.execute(
            "UPDATE digest_run SET attempted_at = 0, retry_at = min(retry_at, ?)"
            " WHERE retry_at IS NOT NULL",
            (to_epoch_seconds(now),),
        )
        db.execute(
            "UPDATE notice SET waits_until = 0, claimed_at = min(claimed_at, ?),"
            " attempted_at = CASE WHEN attempted_at IS NULL THEN NULL ELSE 0 END"
            " WHERE waits_until IS NOT NULL",
            (to_epoch_seconds(now),),
        )
        db.execute(
            "UPDATE greeting SET attempted_at = 0, retry_at = min(retry_at, ?)"
            " WHERE retry_at IS NOT NULL",
            (to_epoch_seconds(now),),
        )
        if seen - now >= EARLY:
            _free_dates(db, now)
            reminders.come_again(db, now)
        digests.set_clocks(db, now)
    # Once a minute is enough, and spares the disk.
    if row is None or set_back or now > seen + timedelta(minutes=1):
        db.execute("INSERT OR REPLACE INTO digest_clock VALUES (1, ?)", (to_epoch_seconds(now),))


def _free_dates(db: sqlite3.Connection, now: datetime) -> None:
    """
    Let the dates that lie ahead again have their digests, and weekly parts, after all.

    What was sent for them stays, as a run of no date; nothing that it told is told again.
    """
    ahead: dict[int, list[int]] = {}
    for row in db.execute(
        "SELECT guild_id, id FROM digest_run WHERE due_at > ? AND key NOT LIKE 'now%'"
        # In every zone: what was missed from a date on that has come stays missed.
        " AND (outcome <> 'missed' OR coalesce(first_on, key) > ?)",
        (to_epoch_seconds(now), (now + timedelta(days=1)).date().isoformat()),
    ).fetchall():
        ahead.setdefault(row["guild_id"], []).append(row["id"])
    for guild_id, ids in ahead.items():
        these = Rows(
            "digest_run", "digest_run.id IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
        )
        with seals.watch(db, guild_id, these):
            db.execute(
                f"DELETE FROM digest_run WHERE {these.where} AND outcome = 'missed'", these.values
            )
            db.execute(
                "UPDATE digest_run SET key = 'early ' || key || ' ' || id, weekly = NULL,"
                f" due_at = ?, until = min(until, ?) WHERE {these.where}",
                (to_epoch_seconds(now), to_epoch_seconds(now), *these.values),
            )
