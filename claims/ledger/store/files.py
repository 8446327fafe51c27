"""
The ledger's files: whether they are still there, and what is wrong with them.

Contains no business logic.
"""

import sqlite3
from pathlib import Path

from claims.errors import LedgerError
from claims.ledger.store.sole import identity
from claims.wording import phrase
from claims.wording.phrases import Phrase

UNUSABLE = phrase("The ledger {path} cannot be used: {why}")


class Files:
    """
    The files that were opened, recognised again.

    A file that is deleted, or replaced by another one, while it is open goes on taking writes
    that nobody will ever read.
    """

    def __init__(self, path: Path, *, with_wal: bool) -> None:
        place = path.resolve()
        self._path = path
        self._places = (str(place), f"{place}-wal") if with_wal else (str(place),)
        self._opened = tuple(map(identity, self._places))

    def check(self, *, for_writing: bool) -> None:
        """Raise LedgerError unless the files that this needs are still in their place."""
        if identity(self._places[0]) != self._opened[0] or (
            for_writing and tuple(map(identity, self._places)) != self._opened
        ):
            raise LedgerError(
                "The ledger {path} was deleted or replaced while it was open; nothing is"
                " stored. Stop this program, put the file back or restore a backup, start"
                " again.",
                path=self._path,
            )


def check_place(path: Path, *, writes: bool) -> None:
    """Raise LedgerError where no ledger's file can be, or is missing though it is only read."""
    if path.is_dir():
        raise LedgerError("{path} is a folder. Name a file in it.", path=path)
    if not path.parent.is_dir():
        why = Phrase("the folder {folder} is missing.", folder=path.parent)
        raise LedgerError(UNUSABLE, path=path, why=why)
    if not writes and not path.is_file():
        raise LedgerError("There is no ledger at {path}.", path=path)


class telling:  # noqa: N801  # called as a function; a generator would take longer than a read
    """Raise what a person can mend as LedgerError; programming errors are raised as they are."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(self, _type: object, error: BaseException | None, _where: object) -> None:
        if isinstance(error, sqlite3.Error):
            told = _explained(error, self._path)
            if told is not None:
                raise told from error


def _explained(error: sqlite3.Error, path: Path) -> LedgerError | None:
    """Return what a person can mend as a LedgerError; None for a programming error."""
    code = getattr(error, "sqlite_errorname", "").removeprefix("SQLITE_").split("_")[0]
    if code not in _REASONS:
        return None
    return LedgerError(UNUSABLE, path=path, why=Phrase(_REASONS[code]))


_IN_USE = phrase("another program is writing to it. Close that program and try again.")
_REASONS = {
    "BUSY": _IN_USE,
    "LOCKED": _IN_USE,
    "READONLY": phrase("it may only be read. Allow this user to write the file and its folder."),
    "FULL": phrase("the disk is full. Make room and try again; nothing was lost."),
    "IOERR": phrase("the disk reports an error. Check the disk; a backup is the safest way on."),
    "CORRUPT": phrase("it is damaged. Restore a backup."),
    "NOTADB": phrase("it is not a ledger (not an SQLite file). Name another file."),
    "CANTOPEN": phrase("it cannot be opened. Check that its folder exists and may be written."),
}
