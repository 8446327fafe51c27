"""Reading the ledger from a process that does nothing else. Contains no business logic."""

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from claims.ledger.store.files import Files, telling
from claims.ledger.store.opening import open_reader

T = TypeVar("T")
Database = sqlite3.Connection


class Alone:
    """A ledger that another process writes; it is opened at the first read."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._opened: tuple[sqlite3.Connection, Files] | None = None

    def read(self, operation: Callable[..., T], *args: Any, **kwargs: Any) -> T:
        """Run an operation on one unchanging view of the ledger. Raises LedgerError."""
        with telling(self._path):
            if self._opened is None:
                self._opened = open_reader(self._path), Files(self._path, with_wal=False)
            db, files = self._opened
            files.check(for_writing=False)
            db.execute("BEGIN")
            try:
                return operation(db, *args, **kwargs)
            finally:
                db.execute("ROLLBACK")
