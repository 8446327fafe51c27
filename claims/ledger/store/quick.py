"""
Reads that are over sooner than another thread would have begun them, and how they run here.

Contains no business logic.
"""

import sqlite3
from collections.abc import Callable
from time import perf_counter
from typing import Concatenate, ParamSpec, TypeVar

from claims.ledger.store.files import Files

P = ParamSpec("P")
T = TypeVar("T")
F = TypeVar("F", bound=Callable[..., object])

STEPS = 500
"""Of SQLite's machine, after which it asks whether it may go on."""

MOST_STEPS = 50_000
"""A read that takes more of them, about 2 ms, is begun anew on its thread. That is ten times what
the way there costs, and nothing else waits longer; a page of 25 claims takes some 2,000."""

TOO_LONG = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_INTERRUPT})
"""Why a read is better off in another thread: there it may wait, and take its time."""

Watch = Callable[[str, float, float], None]
"""Is told of each operation, on any thread: whether it was quick, a read or a write, how many
seconds it waited and how many it took."""

_QUICK: set[object] = set()


def quick(operation: F) -> F:
    """
    Mark a read that usually takes less than a millisecond, so that it runs in its caller's thread.

    It has to spend its time in statements that can be broken off. A full-text question cannot:
    a read says `may_take_long` before it asks one that is not of one indexed word.
    """
    _QUICK.add(operation)
    return operation


def is_quick(operation: object) -> bool:
    """Whether the read is marked."""
    return operation in _QUICK


class OwnConnection(sqlite3.Connection):
    """One that belongs to the event loop's thread."""


class NotHereError(Exception):
    """A quick read has to be begun anew in another thread; it has done nothing here."""


def may_take_long(db: sqlite3.Connection) -> None:
    """Raise NotHereError where the event loop would have to wait for what is asked next."""
    if isinstance(db, OwnConnection):
        raise NotHereError


class Here:
    """Runs quick reads in the event loop's thread, where nothing may wait or take long."""

    def __init__(self, db: sqlite3.Connection, files: Files) -> None:
        self._db = db
        self._bounds = db.cursor()  # of transactions: one that is kept saves making two a read
        self._files = files
        self._asks_left = 0
        self.watch: Watch | None = None
        db.execute("PRAGMA busy_timeout = 0")
        db.set_progress_handler(self._is_long, STEPS)

    def read(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run a read on one unchanging view. Raises NotHereError if it takes too long."""
        db, watch = self._db, self.watch
        began = perf_counter() if watch else 0.0
        self._asks_left = MOST_STEPS // STEPS
        self._files.check(for_writing=False)
        try:
            self._bounds.execute("BEGIN")
            result = operation(db, *args, **kwargs)
            self._bounds.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in TOO_LONG:
                raise
            raise NotHereError from error
        finally:
            if db.in_transaction:
                self._asks_left = MOST_STEPS // STEPS  # its end may have been broken off too
                db.execute("ROLLBACK")
            if watch:
                watch("quick", 0.0, perf_counter() - began)
        return result

    def _is_long(self) -> bool:
        """Whether to break off what is under way. SQLite asks every few steps."""
        self._asks_left -= 1
        return self._asks_left < 0
