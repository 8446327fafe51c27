"""The publishers of a server's articles."""

import sqlite3
from itertools import islice

from claims.folding import plain
from claims.ledger import rows
from claims.ledger.store.quick import quick

MOST_READ = 5_000
"""Publishers looked through for what a person types: some milliseconds; few desks read so many."""


def is_known(db: sqlite3.Connection, guild_id: int, name: str) -> bool:
    """Whether an article here is by this publisher, whatever the name's case."""
    found = db.execute(
        "SELECT 1 FROM article WHERE guild_id = ? AND publisher = ? COLLATE NOCASE LIMIT 1",
        (guild_id, rows.encodable(name.strip())),
    )
    return found.fetchone() is not None


@quick
def suggest(
    db: sqlite3.Connection, guild_id: int, typed: str, *, size: int = 25
) -> tuple[str, ...]:
    """Return publishers whose name has what a person has typed in it, by name."""
    found = db.execute(
        # One step down the index for each publisher, however many articles each has.
        """
        WITH RECURSIVE known (name) AS (
          SELECT min(publisher COLLATE NOCASE) FROM article
          WHERE guild_id = :guild AND publisher > '' COLLATE NOCASE
          UNION ALL
          SELECT (SELECT min(publisher COLLATE NOCASE) FROM article
                  WHERE guild_id = :guild AND publisher > known.name COLLATE NOCASE)
          FROM known WHERE name IS NOT NULL LIMIT :most
        )
        SELECT name FROM known WHERE name IS NOT NULL
        """,
        {"guild": guild_id, "most": MOST_READ},
    )
    wanted = plain(typed.strip())
    return tuple(islice((name for (name,) in found if wanted in plain(name)), size))
