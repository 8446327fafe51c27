"""Connections to the ledger's file. Contains no business logic."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, closing, suppress
from contextvars import copy_context
from pathlib import Path
from time import perf_counter
from typing import Concatenate, ParamSpec, TypeVar

import aiosqlite

from claims.errors import LedgerError
from claims.ledger.store.files import UNUSABLE, Files, check_place, telling
from claims.ledger.store.opening import open_reader, open_writer
from claims.ledger.store.quick import Here, NotHereError, OwnConnection, Watch, is_quick
from claims.ledger.store.sole import opened, sole_writer

P = ParamSpec("P")
T = TypeVar("T")

Operation = Callable[Concatenate[sqlite3.Connection, P], T]
"""A function that reads or changes the ledger as one transaction."""

PAUSE_SECONDS = 0.1
"""Without a write for so long, what is in the WAL is folded into the file: nobody waits for it."""


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

    `waiting` counts the operations that wait for a thread or run there.
    """

    def __init__(
        self,
        path: Path,
        writer: _Connection | None,
        reader: _Connection,
        here: Here,
        files: Files,
    ) -> None:
        self.path = path
        self._telling = telling(path)
        self._writer = writer
        self._reader = reader
        self._here = here
        self._files = files
        self._written = asyncio.Event()
        self._watch: Watch | None = None
        self.waiting = 0

    def watch(self, watch: Watch) -> None:
        """Tell this of each operation from now on."""
        self._watch = self._here.watch = watch

    async def read(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> T:
        """
        Run an operation on one unchanging view of the ledger. It cannot write.

        One that is marked as quick is not sent to another thread, unless it turns out slow.
        """
        with self._telling:
            if is_quick(operation):
                try:
                    return self._here.read(operation, *args, **kwargs)
                except NotHereError:
                    pass

            def whole(db: sqlite3.Connection) -> T:
                return self._whole(db, lambda: operation(db, *args, **kwargs), for_writing=False)

            return await self._queued(self._reader, "read", whole)

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
            raise LedgerError("{path} was opened for reading only.", path=self.path)

        def whole(db: sqlite3.Connection) -> T:
            return self._whole(db, lambda: operation(db, *args, **kwargs), for_writing=True)

        with self._telling:
            result = await self._queued(self._writer, "write", whole)
        self._written.set()
        return result

    async def _queued(
        self, connection: _Connection, access: str, whole: Callable[[sqlite3.Connection], T]
    ) -> T:
        """Run it on the connection's thread, after what was asked for before."""
        # A refusal is worded on that thread, in the language of who asked.
        asked = copy_context()
        watched = self._watched(access, whole)
        self.waiting += 1
        try:
            return await connection.run(lambda db: asked.run(watched, db))
        finally:
            self.waiting -= 1

    def _watched(
        self, access: str, whole: Callable[[sqlite3.Connection], T]
    ) -> Callable[[sqlite3.Connection], T]:
        """Return what tells how long it waited and took, where somebody watches."""
        watch, came = self._watch, perf_counter()
        if watch is None:
            return whole

        def watched(db: sqlite3.Connection) -> T:
            began = perf_counter()
            try:
                return whole(db)
            finally:
                watch(access, began - came, perf_counter() - began)

        return watched

    def _whole(self, db: sqlite3.Connection, operation: Callable[[], T], *, for_writing: bool) -> T:
        try:
            self._files.check(for_writing=for_writing)
            db.execute("BEGIN IMMEDIATE" if for_writing else "BEGIN")
            result = operation()
            db.execute("COMMIT")
            if for_writing:  # what went into a file that is gone is not stored
                self._files.check(for_writing=True)
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise
        return result

    @asynccontextmanager
    async def folding(self) -> AsyncIterator[None]:
        """Fold the WAL into the file whenever writing pauses, by the connection that writes."""
        task = asyncio.create_task(self._fold())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    async def _fold(self) -> None:
        assert self._writer is not None
        while True:
            await self._written.wait()
            self._written.clear()
            await asyncio.sleep(PAUSE_SECONDS)
            if not self._written.is_set():
                with suppress(sqlite3.Error):  # the next write will tell what is wrong
                    await self._writer.run(_checkpoint)


def _checkpoint(db: sqlite3.Connection) -> None:
    db.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()


@asynccontextmanager
async def open_ledger(path: Path, *, writes: bool = True) -> AsyncIterator[Ledger]:
    """
    Open the ledger at `path`, creating or migrating it where `writes` is allowed.

    One process at a time may write, enforced by a lock on the file (`sole_writer`): SQLite before
    3.51.3 can damage a file in which two connections write and checkpoint at the same instant.
    Raises LedgerError, complete with the file's name, where the file cannot be used.
    """
    check_place(path, writes=writes)
    if not writes:
        with opened(path):
            async with _connected(path, open_reader) as reader, _here(path) as db:
                files = Files(path, with_wal=False)
                yield Ledger(path, None, reader, Here(db, files), files)
        return
    with sole_writer(path):
        async with (
            _connected(path, open_writer) as writer,
            _connected(path, open_reader) as reader,
            _here(path) as db,
        ):
            files = Files(path, with_wal=True)
            ledger = Ledger(path, writer, reader, Here(db, files), files)
            async with ledger.folding():
                yield ledger


@asynccontextmanager
async def _connected(
    path: Path, connector: Callable[[Path], sqlite3.Connection]
) -> AsyncIterator[_Connection]:
    connection = _Connection(lambda: connector(path), iter_chunk_size=64)
    with telling(path):
        try:
            await connection.start()
        except LedgerError as error:
            raise LedgerError(UNUSABLE, path=path, why=error.phrases) from error
    try:
        yield connection
    finally:
        await connection.close()


@asynccontextmanager
async def _here(path: Path) -> AsyncIterator[sqlite3.Connection]:
    """Connect from the event loop's own thread."""
    with telling(path), closing(open_reader(path, OwnConnection)) as db:
        yield db
