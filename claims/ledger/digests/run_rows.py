"""Runs as the ledger keeps them, and what of the history a new one covers."""

import sqlite3

from claims.digests.records import Run
from claims.ledger import rows

SINCE = """(SELECT coalesce(max(through), 0) FROM digest_run
             WHERE guild_id = :guild AND outcome = 'sent')"""


THROUGH = "(SELECT coalesce(max(id), 0) FROM event WHERE guild_id = :guild)"


def run_of(row: sqlite3.Row) -> Run:
    """Read a run from its row."""
    return Run(
        id=row["id"],
        guild_id=row["guild_id"],
        key=row["key"],
        channel_id=row["channel_id"],
        since=row["since"],
        through=row["through"],
        due_at=rows.from_epoch_seconds(row["due_at"]),
        claimed_at=rows.from_epoch_seconds(row["claimed_at"]),
        attempted_at=rows.from_epoch_seconds(row["attempted_at"]),
        outcome=row["outcome"],
        weekly=row["weekly"],
    )
