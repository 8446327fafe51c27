"""Connections to the ledger's file. Contains no business logic."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import aiosqlite
from filelock import FileLock, Timeout

from claims.errors import LedgerError
from claims.ledger.migrate import migrate, migrations, version

P = ParamSpec("P")
T = TypeVar("T")

Operation = Callable[Concatenate[sqlite3.Connection, P], T]
"""A function that reads or changes the ledger as one transaction."""

BUSY_SECONDS = 5.0
"""How long to wait for another program's write; Discord asks for an answer within 3 to 15 s."""


class _Connection(aiosqlite.Connection):
    """An aiosqlite connection that runs a whole operation in one step on its thread."""

    async def run(self, operation: Callable[[sqlite3.Connection], T]) -> T:
        # One hop for a whole operation instead of one a statement: more than twice as fast for
        # small reads, and tasks cannot get between the statements of each other's transactions.
        # aiosqlite has no public call for it, so its version range is bounded. What its thread
        # has in its queue is run to the end, whether or not the caller still waits.
        result: T = await self._execute(operation, self._conn)  # type: ignore[no-untyped-call]
        return result

    async def start(self) -> None:
        """Connect, or raise what the connector raised once the thread has ended."""
        try:
            await self
        except (sqlite3.Error, LedgerError):
            # aiosqlite tells its thread to end and does not wait for it; in a program that
            # ends here too, the thread would find the event loop closed and print a traceback.
            self._thread.join()
            raise


class Ledger:
    """
    One SQLite file that holds the claims of many servers.

    Operations are the functions of this package's modules; `read` and `write` run one as one
    transaction: `await ledger.write(articles.add, guild_id, article, found, …)`. A write that
    returns is on the disk (`synchronous=FULL`); one that raises changed nothing.
    """

    def __init__(self, path: Path, writer: _Connection | None, reader: _Connection) -> None:
        self.path = path
        self._writer = writer
        self._reader = reader

    async def read(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """Run an operation on one unchanging view of the ledger. It cannot write."""
        return await self._run(self._reader, "BEGIN", operation, *args, **kwargs)

    async def write(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """
        Run an operation and commit it, or, if it raises, leave the ledger as it was.

        The operation is finished even if the caller is cancelled meanwhile. Raises LedgerError
        where the file cannot be written (full disk, another program's lock, damage).
        """
        if self._writer is None:
            raise LedgerError(f"{self.path} was opened for reading only.")
        return await self._run(self._writer, "BEGIN IMMEDIATE", operation, *args, **kwargs)

    async def _run(
        self,
        connection: _Connection,
        begin: str,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        def whole(db: sqlite3.Connection) -> T:
            try:
                db.execute(begin)
                result = operation(db, *args, **kwargs)
                db.execute("COMMIT")
            except BaseException:
                if db.in_transaction:
                    db.execute("ROLLBACK")
                raise
            return result

        try:
            return await connection.run(whole)
        except sqlite3.Error as error:
            explained = _explained(error, self.path)
            if explained is None:
                raise
            raise explained from error


def _explained(error: sqlite3.Error, path: Path) -> LedgerError | None:
    """Return what a person can mend as a LedgerError; None for a programming error."""
    code = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").split("_")[0]
    reasons = {
        "BUSY": "another program is writing to it. Close that program and try again.",
        "LOCKED": "another program is writing to it. Close that program and try again.",
        "READONLY": "it may only be read. Allow this user to write the file and its folder.",
        "FULL": "the disk is full. Make room and try again; nothing was lost.",
        "IOERR": "the disk reports an error. Check the disk; a backup is the safest way on.",
        "CORRUPT": "it is damaged. Restore a backup.",
        "NOTADB": "it is not a ledger (not an SQLite file). Name another file.",
        "CANTOPEN": "it cannot be opened. Check that its folder exists and may be written.",
    }
    if code not in reasons:
        return None
    return LedgerError(f"The ledger {path} cannot be used: {reasons[code]}")


@asynccontextmanager
async def open_ledger(path: Path, *, writes: bool = True) -> AsyncIterator[Ledger]:
    """
    Open the ledger at `path`, creating or migrating it where `writes` is allowed.

    One process at a time may write, enforced by a lock file beside the ledger: SQLite before
    3.51.3 can damage a file in which two connections write and checkpoint at the same instant.
    Raises LedgerError, complete with the file's name, where the file cannot be used.
    """
    _check_place(path, writes=writes)
    if not writes:
        async with _connected(path, _open_reader) as reader:
            yield Ledger(path, None, reader)
        return
    lock = _lock_of(path)
    try:
        lock.acquire()
    except Timeout as error:
        raise LedgerError(
            f"The ledger {path} is in use by another process (a running bot, or the claims"
            " command). Stop that one first."
        ) from error
    except OSError as error:
        raise LedgerError(f"The ledger {path} cannot be used: {error.strerror}.") from error
    try:
        async with (
            _connected(path, _open_writer) as writer,
            _connected(path, _open_reader) as reader,
        ):
            yield Ledger(path, writer, reader)
    finally:
        lock.release()


def _lock_of(path: Path) -> FileLock:
    """Return the file's one lock, whatever links lead to it."""
    return FileLock(f"{path.resolve()}.lock", blocking=False)


def _check_place(path: Path, *, writes: bool) -> None:
    if not path.parent.is_dir():
        raise LedgerError(f"The ledger {path} cannot be used: the folder {path.parent} is missing.")
    if not writes and not path.is_file():
        raise LedgerError(f"There is no ledger at {path}.")


@asynccontextmanager
async def _connected(
    path: Path, connector: Callable[[Path], sqlite3.Connection]
) -> AsyncIterator[_Connection]:
    connection = _Connection(lambda: connector(path), iter_chunk_size=64)
    try:
        await connection.start()
    except sqlite3.Error as error:
        explained = _explained(error, path)
        if explained is None:
            raise
        raise explained from error
    except LedgerError as error:
        raise LedgerError(f"The ledger {path} cannot be used: {error}") from error
    try:
        yield connection
    finally:
        await connection.close()


def _open_writer(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None, timeout=BUSY_SECONDS)
    try:
        db.row_factory = sqlite3.Row
        version(db)  # before anything is written: the journal mode stands in the file's header
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("PRAGMA synchronous = FULL")
        migrate(db)
        db.execute("PRAGMA foreign_keys = ON")  # a step may make a table anew, which this forbids
    except BaseException:
        db.close()
        raise
    return db


def _open_reader(path: Path) -> sqlite3.Connection:
    # `query_only` would still write: the last connection to leave a file folds its WAL into it.
    address = f"{path.resolve().as_uri()}?mode=ro"
    db = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_SECONDS)
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
