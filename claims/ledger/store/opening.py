"""Plain connections to the ledger's file. Contains no business logic."""

import sqlite3
from pathlib import Path

from claims.errors import LedgerError
from claims.ledger.store.migrate import migrate, migrations, version

BUSY_SECONDS = 5.0
"""How long to wait for another program's write; Discord asks for an answer within 3 to 15 s."""

MOST_WAL_PAGES = 10_000
"""40 MB, after which a write folds them in without waiting for a pause, so that there is an end."""


def open_writer(path: Path) -> sqlite3.Connection:
    """Connect to the file, making or migrating it. Only the sole writer may."""
    db = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
    try:
        db.row_factory = sqlite3.Row
        version(db)  # before anything is written: the journal mode stands in the file's header
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA secure_delete = ON")  # what is erased goes; builds differ in it
        db.execute(f"PRAGMA wal_autocheckpoint = {MOST_WAL_PAGES}")
        migrate(db)
        _try_to_write(db)
        db.execute("PRAGMA foreign_keys = ON")  # a step may make a table anew, which this forbids
    except BaseException:
        db.close()
        raise
    return db


def _try_to_write(db: sqlite3.Connection) -> None:
    """Change nothing, or raise: SQLite opens what may only be read, and tells it at a write."""
    db.executescript(f"BEGIN IMMEDIATE; PRAGMA user_version = {len(migrations())}; ROLLBACK;")


def open_reader(
    path: Path, kind: type[sqlite3.Connection] = sqlite3.Connection
) -> sqlite3.Connection:
    """Connect to a file that is there and up to date, without ever writing to it."""
    # `query_only` would still write: the last connection to leave a file folds its WAL into it.
    address = f"{path.resolve().as_uri()}?mode=ro"
    db = sqlite3.connect(
        address, uri=True, isolation_level=None, timeout=BUSY_SECONDS, factory=kind
    )
    try:
        db.row_factory = sqlite3.Row
        if version(db) < len(migrations()):
            raise LedgerError(
                "an older version wrote it. Start the bot once to bring it up to date."
            )
    except BaseException:
        db.close()
        raise
    return db
