"""The SQL of an operation, recorded, so that it can be run bare: what the ledger is compared to."""

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

WRITES = ("INSERT", "UPDATE", "DELETE", "REPLACE")


class Statement(NamedTuple):
    """One statement with its values; `many` is a batch of them."""

    sql: str
    values: Any
    many: bool = False

    @property
    def writes(self) -> bool:
        """Whether it changes rows."""
        return self.sql.lstrip().upper().startswith(WRITES)


class Recorder:
    """Stands in for a connection, runs what it is given, and remembers it."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db
        self.statements: list[Statement] = []

    def execute(
        self, sql: str, values: Sequence[object] | Mapping[str, object] = ()
    ) -> sqlite3.Cursor:
        """Run and remember one statement."""
        self.statements.append(Statement(sql, values))
        return self.db.execute(sql, values)

    def executemany(self, sql: str, values: Iterable[Sequence[object]]) -> sqlite3.Cursor:
        """Run and remember a batch."""
        batch = list(values)
        self.statements.append(Statement(sql, batch, many=True))
        return self.db.executemany(sql, batch)


def record(
    db: sqlite3.Connection, operation: Callable[..., object], *args: object, **kwargs: object
) -> list[Statement]:
    """Run the operation and return what it ran. A transaction is the caller's."""
    recorder = Recorder(db)
    operation(recorder, *args, **kwargs)
    return recorder.statements


def run(db: sqlite3.Connection, statements: Sequence[Statement]) -> None:
    """Run statements bare, fetching what they find."""
    for sql, values, many in statements:
        if many:
            db.executemany(sql, values)
        else:
            db.execute(sql, values).fetchall()


def transaction(db: sqlite3.Connection, statements: Sequence[Statement]) -> float:
    """Run statements as one durable transaction; return the seconds that it took."""
    began = perf_counter()
    db.execute("BEGIN IMMEDIATE")
    run(db, statements)
    db.execute("COMMIT")
    return perf_counter() - began


def bare(path: Path, *, writes: bool = False) -> sqlite3.Connection:
    """Connect as a program would that has nothing but the standard library."""
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=not writes)
    if writes:
        db.execute("PRAGMA synchronous = FULL")
        db.execute("PRAGMA wal_autocheckpoint = 10000")
        db.execute("PRAGMA foreign_keys = ON")
    return db
