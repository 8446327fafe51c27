"""
Whole ledgers as files: copied while the bot runs, and checked.

Plain functions of paths, which may take seconds; in a program with an event loop, run them on
a thread.
"""

import os
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from claims.errors import LedgerError
from claims.ledger.keeping import checks, erasures
from claims.ledger.keeping.erasures import sync_folder
from claims.ledger.store.files import UNUSABLE, check_place, telling
from claims.ledger.store.migrate import version
from claims.ledger.store.opening import BUSY_SECONDS, open_writer
from claims.ledger.store.sole import opened
from claims.wording import phrase, say


def backup(
    path: Path, target: Path, *, now: datetime, overwrite: bool = False, whole: bool = False
) -> int:
    """
    Copy the ledger as it is at one moment, and return the copy's size in bytes.

    The bot may run and write meanwhile. The copy is one file that only its owner may read, on the
    disk and read through once before it gets its name; `whole` makes of that all that `check`
    does. A file that is there already is only replaced if `overwrite` says so. What was erased
    after the copy is known from a note of it, where there is any: `erasures`. Raises LedgerError.
    """
    if target.exists() and path.exists() and target.samefile(path):
        raise LedgerError("{path} is the ledger itself. Name another file.", path=target)
    check_place(target, writes=True)
    if target.exists() and not overwrite:
        raise LedgerError(
            "{path} is there already. Name another file, or allow to replace it.", path=target
        )
    part = beside(target)
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        noted = erasures.begin_copy(path, now=now)
        copy(path, part)
        _verify(path, part, whole=whole)
        size = part.stat().st_size
        erasures.end_copy(path, noted, part, now=now)
        put(part, target, overwrite=overwrite)
    except OSError as error:
        why = str(error.strerror)
        raise LedgerError("{path} cannot be written: {why}.", path=target, why=why) from error
    finally:
        remove(part)
    return size


def _verify(path: Path, part: Path, *, whole: bool) -> None:
    """Raise LedgerError unless the copy is in order."""
    if whole:
        found = problems(part, _as_it_is)
        if found:
            raise LedgerError(
                "The copy of {path} does not pass its check, so it was not kept. {problem}"
                " `claims check` tells more.",
                path=path,
                problem=found[0],
            )
        return
    with telling(part), closing(sqlite3.connect(part)) as db:
        # Not quick_check: SQLite 3.40's finds NULLs that are none in tables without rowid.
        [(answer,)] = db.execute("PRAGMA integrity_check(1)").fetchall()
    if answer != "ok":
        raise LedgerError(
            "The ledger {path} is damaged ({found}). Restore an older backup.",
            path=path,
            found=str(answer),
        )


def _as_it_is(path: Path) -> sqlite3.Connection:
    """Connect without a WAL, which no network's disk can have, and without changing the schema."""
    db = sqlite3.connect(path, isolation_level=None)
    db.row_factory = sqlite3.Row
    return db


def check(path: Path) -> list[str]:
    """
    Return what is wrong with a ledger or a backup, in words; nothing if all is well.

    Looks at a copy in the folder for temporary files, as a running bot may go on writing
    meanwhile; a backup from an older version is brought up to date there first. Raises
    LedgerError where the file is no ledger at all.
    """
    with tempfile.TemporaryDirectory(prefix="claims-check-") as folder:
        target = Path(folder) / "copy.db"
        copy(path, target)
        return problems(target)


def absence(path: Path) -> str:
    """Return why there is no file, in words."""
    folder, nothing = phrase("it is a folder, name a file in it"), phrase("no such file")
    return say(folder if path.is_dir() else nothing)


def beside(path: Path, ending: str = "part") -> Path:
    """Return an unused name in the same folder, so that renaming is one step."""
    part = path.with_name(f"{path.name}.{ending}")
    remove(part)
    return part


def remove(part: Path) -> None:
    """Remove what is left of a copy that did not come to its end."""
    for ending in ("", "-wal", "-shm", "-journal"):
        Path(f"{part}{ending}").unlink(missing_ok=True)


def copy(path: Path, target: Path) -> None:
    """Copy a ledger as it is at one moment. Raises LedgerError where it is none."""
    if not path.is_file():
        raise LedgerError("There is no ledger at {path}: {why}.", path=path, why=absence(path))
    address = f"{path.resolve().as_uri()}?mode=ro"
    with (
        opened(path),
        closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)) as db,
        closing(sqlite3.connect(target, isolation_level=None)) as db_copy,
    ):
        with telling(path):
            try:
                version(db)
            except LedgerError as error:
                raise LedgerError(UNUSABLE, path=path, why=error.phrases) from error
        with telling(target):
            # All in one step: a copy in several is begun anew at every write of somebody else.
            db_copy.execute("PRAGMA journal_mode = OFF")  # nobody misses half a copy
            db.backup(db_copy)
            db_copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a WAL beside it


def problems(copy: Path, connect: Callable[[Path], sqlite3.Connection] = open_writer) -> list[str]:
    """Check a file that is nobody else's; unless told otherwise, bring it up to date first."""
    try:
        with closing(connect(copy)) as db:
            found: list[str] = []
            try:
                found.extend(checks.whole(db))
            except sqlite3.DatabaseError as error:
                found.append(say("It cannot be read to its end: {why}.", why=error))
            return found
    except sqlite3.DatabaseError as error:
        return [say("It cannot be opened: {why}.", why=error)]


def put(part: Path, target: Path, *, overwrite: bool) -> None:
    """Give the finished file its name, once it is on the disk."""
    _sync(part)
    if overwrite:
        part.replace(target)
    else:
        os.link(part, target)  # unlike a rename, refuses if somebody made the file meanwhile
        part.unlink()
    sync_folder(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
