"""Brings a ledger's file to the schema that this code knows, one all-or-nothing step at a time."""

import sqlite3
from collections.abc import Callable
from importlib import resources
from importlib.resources.abc import Traversable

from claims.errors import LedgerError
from claims.ledger.history import history, seals, tallies
from claims.ledger.lookup import search
from claims.ledger.store import upgrades

APPLICATION_ID = 0x436C6D73
"""Stands in the header of every ledger ("Clms"): other programs number their schemas too."""

AFTER: dict[str, Callable[[sqlite3.Connection], None]] = {
    "0002_desk.sql": history.chain,
    "0007_keeping.sql": upgrades.recognise,
    "0009_tallies.sql": tallies.count_anew,
    "0015_seals.sql": seals.begin,
    "0018_folding.sql": search.fold,
    "0019_guards.sql": history.guard,
}
"""What a step needs beyond SQL, in the same transaction."""


def migrations() -> list[Traversable]:
    """Return the numbered SQL files in order; the first is version 1."""
    files = resources.files("claims.ledger").joinpath("schema").iterdir()
    return sorted((f for f in files if f.name.endswith(".sql")), key=lambda f: f.name)


def migrate(db: sqlite3.Connection) -> None:
    """
    Apply what is missing. A step that fails leaves the file at the version before it.

    Raises LedgerError as `version` does.
    """
    steps = migrations()
    for number in range(version(db), len(steps)):
        script = steps[number].read_text(encoding="utf-8")
        try:
            # The BEGIN stands inside the script because executescript commits an open transaction.
            db.executescript(f"BEGIN IMMEDIATE; {script}")
            if steps[number].name in AFTER:
                AFTER[steps[number].name](db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.execute(f"PRAGMA user_version = {number + 1}")
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.rollback()
            raise


def version(db: sqlite3.Connection) -> int:
    """
    Return how many steps the file has seen.

    Raises LedgerError for a file from newer code, which this code could read wrongly or spoil,
    and for a database that is somebody else's.
    """
    found: int = db.execute("PRAGMA user_version").fetchone()[0]
    owner: int = db.execute("PRAGMA application_id").fetchone()[0]
    tables = db.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    if owner != APPLICATION_ID and (owner or found or tables):
        raise LedgerError("it is another program's database. Name another file.")
    known = len(migrations())
    if found > known:
        raise LedgerError(
            "a newer version of this program wrote it (schema {found}; this version knows"
            " {known}). Update the program; nothing was changed.",
            found=found,
            known=known,
        )
    return found
