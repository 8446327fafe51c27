"""
Whole ledgers as files: copied while the bot runs, checked, put back.

Plain functions of paths, which may take seconds; in a program with an event loop, run them on
a thread.
"""

import os
import sqlite3
import tempfile
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from claims.errors import LedgerError
from claims.ledger.keeping import checks
from claims.ledger.store.files import check_place, telling
from claims.ledger.store.migrate import version
from claims.ledger.store.opening import BUSY_SECONDS, open_writer
from claims.ledger.store.sole import opened, sole_writer


def backup(path: Path, target: Path, *, overwrite: bool = False) -> int:
    """
    Copy the ledger as it is at one moment, and return the copy's size in bytes.

    The bot may run and write meanwhile. The copy is one file, on the disk and read through
    once before it gets its name; a file that is there already is only replaced if
    `overwrite` says so. Raises LedgerError.
    """
    if target.exists() and path.exists() and target.samefile(path):
        raise LedgerError(f"{target} is the ledger itself. Name another file.")
    check_place(target, writes=True)
    if target.exists() and not overwrite:
        raise LedgerError(f"{target} is there already. Name another file, or allow to replace it.")
    part = _beside(target, "part")
    try:
        _copy(path, part)
        with telling(part), closing(sqlite3.connect(part)) as db:
            # Not quick_check: SQLite 3.40's finds NULLs that are none in tables without rowid.
            [(found,)] = db.execute("PRAGMA integrity_check(1)").fetchall()
        if found != "ok":
            raise LedgerError(f"The ledger {path} is damaged ({found}). Restore an older backup.")
        size = part.stat().st_size
        _put(part, target, overwrite=overwrite)
    except OSError as error:
        raise LedgerError(f"{target} cannot be written: {error.strerror}.") from error
    finally:
        part.unlink(missing_ok=True)
    return size


def check(path: Path) -> list[str]:
    """
    Return what is wrong with a ledger or a backup, in words; nothing if all is well.

    Looks at a copy in the folder for temporary files, as a running bot may go on writing
    meanwhile; a backup from an older version is brought up to date there first. Raises
    LedgerError where the file is no ledger at all.
    """
    with tempfile.TemporaryDirectory(prefix="claims-check-") as folder:
        copy = Path(folder) / "copy.db"
        _copy(path, copy)
        return _problems(copy)


def restore(source: Path, path: Path, *, now: datetime) -> Path | None:
    """
    Put a backup in the ledger's place; return where the ledger that was there is kept now.

    The backup is copied and checked first, and brought up to date if it is older. Raises
    LedgerError, and changes nothing, where it does not pass, or where any program has the
    ledger open, be it for reading only.
    """
    if not source.is_file():
        raise LedgerError(f"There is no backup at {source}: {_absence(source)}.")
    if path.exists() and source.samefile(path):
        raise LedgerError(f"{source} is the ledger itself. Name a backup.")
    check_place(path, writes=True)
    part, replaces = _beside(path, "restoring"), path.exists()
    with sole_writer(path), telling(path):
        try:
            _copy(source, part)
            problems = _problems(part)
            if problems:
                raise LedgerError(
                    f"The backup {source} does not pass its check, so nothing was changed."
                    f" {problems[0]}"
                )
            _fold(part)
            kept = _set_aside(path, now) if replaces else None
            _put(part, path, overwrite=True)
        except OSError as error:
            raise LedgerError(f"{path} cannot be replaced: {error.strerror}.") from error
        finally:
            part.unlink(missing_ok=True)
    return kept


def _absence(path: Path) -> str:
    return "it is a folder, name a file in it" if path.is_dir() else "no such file"


def _beside(path: Path, ending: str) -> Path:
    """Return an unused name in the same folder, so that renaming is one step."""
    part = path.with_name(f"{path.name}.{ending}")
    part.unlink(missing_ok=True)
    return part


def _copy(path: Path, target: Path) -> None:
    if not path.is_file():
        raise LedgerError(f"There is no ledger at {path}: {_absence(path)}.")
    address = f"{path.resolve().as_uri()}?mode=ro"
    with (
        opened(path),
        closing(sqlite3.connect(address, uri=True, timeout=BUSY_SECONDS)) as db,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        with telling(path):
            try:
                version(db)
            except LedgerError as error:
                raise LedgerError(f"The ledger {path} cannot be used: {error}") from error
        with telling(target):
            # All in one step: a copy in several is begun anew at every write of somebody else.
            copy.execute("PRAGMA journal_mode = OFF")  # nobody misses half a copy
            db.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a WAL beside it


def _problems(copy: Path) -> list[str]:
    """Check a file that is nobody else's."""
    try:
        with closing(open_writer(copy)) as db:
            problems: list[str] = []
            try:
                problems.extend(checks.whole(db))
            except sqlite3.DatabaseError as error:
                problems.append(f"It cannot be read to its end: {error}.")
            return problems
    except sqlite3.DatabaseError as error:
        return [f"It cannot be opened: {error}."]


def _fold(path: Path) -> None:
    """Make the file one without a WAL. Raises sqlite3.Error where another program has it open."""
    with closing(sqlite3.connect(path, isolation_level=None, timeout=0)) as db:
        db.execute("PRAGMA journal_mode = DELETE")


def _set_aside(path: Path, now: datetime) -> Path:
    """Give the ledger that is replaced another name beside its own, and keep that file whole."""
    kept = path.with_name(f"{path.name}.replaced-{now:%Y%m%dT%H%M%SZ}")
    if kept.exists():
        raise LedgerError(f"{kept} is there already. Move it away first.")
    try:
        _fold(path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
            raise LedgerError(
                f"The ledger {path} is open in another program. Close that one first."
            ) from error
        raise
    except sqlite3.DatabaseError:
        # Too damaged to be folded: its WAL goes aside too, or it would be read into the new file.
        for ending in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(kept.with_name(kept.name + ending))
    os.link(path, kept)  # both names at first: at no moment is there no ledger
    return kept


def _put(part: Path, target: Path, *, overwrite: bool) -> None:
    """Give the finished file its name, once it is on the disk."""
    _sync(part)
    if overwrite:
        part.replace(target)
    else:
        os.link(part, target)  # unlike a rename, refuses if somebody made the file meanwhile
        part.unlink()
    with suppress(PermissionError):  # Windows opens no folders
        _sync(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
