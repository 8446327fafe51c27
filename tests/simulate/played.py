"""What every played life has: a ledger in memory, a process that dies, what Discord remembers."""

import sqlite3
from datetime import timedelta
from functools import cache

from claims.ledger.store import migrate

REMEMBERED = timedelta(minutes=5)
"""How long this Discord knows a nonce: longer than the bot trusts, as "a few minutes" is."""


@cache
def empty_ledger() -> bytes:
    """Return the file of a ledger in which nothing is, made once."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate.migrate(db)
    return db.serialize()


def written(db, operation, *args, **kwargs):
    """Run an operation as one transaction, as the ledger does."""
    db.execute("BEGIN")
    try:
        result = operation(db, *args, **kwargs)
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
    return result


class KilledError(Exception):
    """The bot's process ended here."""
