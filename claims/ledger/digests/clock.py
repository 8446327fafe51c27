"""The latest time that the bot saw, to notice a clock that was set back."""

import sqlite3
from datetime import datetime, timedelta

from claims.ledger import rows
from claims.ledger.digests import digests
from claims.ledger.rows import seconds

TOLERANCE = timedelta(minutes=2)
"""Clocks that are set back by less change nothing: it is below the life of a nonce."""


def mind(db: sqlite3.Connection, now: datetime) -> None:
    """
    Notice that the clock was set back: then no age is known, and all that waits may wait too long.

    What may have been sent has to be looked for, and what waits is asked anew for its time.
    """
    row = db.execute("SELECT seen_at FROM digest_clock").fetchone()
    seen = rows.moment(row["seen_at"]) if row else now
    set_back = now < seen - TOLERANCE
    if set_back:
        db.execute(
            "UPDATE digest_run SET attempted_at = 0, retry_at = min(retry_at, ?)"
            " WHERE retry_at IS NOT NULL",
            (seconds(now),),
        )
        db.execute(
            "UPDATE notice SET waits_until = 0, claimed_at = min(claimed_at, ?),"
            " attempted_at = CASE WHEN attempted_at IS NULL THEN NULL ELSE 0 END"
            " WHERE waits_until IS NOT NULL",
            (seconds(now),),
        )
        digests.set_clocks(db, now)
    # Once a minute is enough, and spares the disk.
    if row is None or set_back or now > seen + timedelta(minutes=1):
        db.execute("INSERT OR REPLACE INTO digest_clock VALUES (1, ?)", (seconds(now),))
