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
from typing import NamedTuple

from claims.errors import LedgerError
from claims.ledger.keeping import checks, erasing, erasures
from claims.ledger.keeping.erasing import Again
from claims.ledger.keeping.erasures import sync_folder
from claims.ledger.store.files import check_place, telling
from claims.ledger.store.migrate import version
from claims.ledger.store.opening import BUSY_SECONDS, open_writer
from claims.ledger.store.sole import opened, sole_writer
from claims.wording import say


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
        raise LedgerError(f"{target} is the ledger itself. Name another file.")
    check_place(target, writes=True)
    if target.exists() and not overwrite:
        raise LedgerError(f"{target} is there already. Name another file, or allow to replace it.")
    part = beside(target)
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        noted = erasures.begin_copy(path, now=now)
        _copy(path, part)
        _verify(path, part, whole=whole)
        size = part.stat().st_size
        erasures.end_copy(path, noted, part, now=now)
        _put(part, target, overwrite=overwrite)
    except OSError as error:
        why = error.strerror
        raise LedgerError(say("{path} cannot be written: {why}.", path=target, why=why)) from error
    finally:
        remove(part)
    return size


def _verify(path: Path, part: Path, *, whole: bool) -> None:
    """Raise LedgerError unless the copy is in order."""
    if whole:
        if problems := _problems(part):
            raise LedgerError(
                say(
                    "The copy of {path} does not pass its check, so it was not kept. {problem}"
                    " `claims check` tells more.",
                    path=path,
                    problem=problems[0],
                )
            )
        with telling(part):
            _fold(part)
        return
    with telling(part), closing(sqlite3.connect(part)) as db:
        # Not quick_check: SQLite 3.40's finds NULLs that are none in tables without rowid.
        [(found,)] = db.execute("PRAGMA integrity_check(1)").fetchall()
    if found != "ok":
        raise LedgerError(f"The ledger {path} is damaged ({found}). Restore an older backup.")


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


class Restored(NamedTuple):
    """Where the ledger that was there is kept now, if there was one, and who was erased again."""

    kept: Path | None
    erased: Again


def restore(source: Path, path: Path, *, now: datetime) -> Restored:
    """
    Put a backup in the ledger's place.

    The backup is copied and checked first, and brought up to date if it is older; who was erased
    since it was made is erased in it again. Raises LedgerError, and changes nothing, where it
    does not pass, or where any program has the ledger open, be it for reading only.
    """
    if not source.is_file():
        raise LedgerError(f"There is no backup at {source}: {_absence(source)}.")
    if path.exists() and source.samefile(path):
        raise LedgerError(f"{source} is the ledger itself. Name a backup.")
    check_place(path, writes=True)
    part, replaces = beside(path, "restoring"), path.exists()
    with sole_writer(path), telling(path):
        try:
            _copy(source, part)
            problems = _problems(part)
            if problems:
                raise LedgerError(
                    f"The backup {source} does not pass its check, so nothing was changed."
                    f" {problems[0]}"
                )
            erased = _erase_again(part, source, path)
            _fold(part)
            kept = _set_aside(path, now) if replaces else None
            _put(part, path, overwrite=True)
        except OSError as error:
            raise LedgerError(f"{path} cannot be replaced: {error.strerror}.") from error
        finally:
            remove(part)
    return Restored(kept, erased)


def _erase_again(part: Path, source: Path, path: Path) -> Again:
    """Erase in the copy of a backup who was erased since, and keep the notes of it."""
    noted = erasures.since(source, path)
    for notes in erasures.sources(source, path):
        erasures.carry(notes, erasures.place(path))
    replaced = _names(path)
    with closing(open_writer(part)) as db:
        db.execute("BEGIN IMMEDIATE")
        erased = erasing.again(db, noted, replaced)
        db.execute("COMMIT")
        if any(erased):
            db.execute("VACUUM")  # or freed pages would still hold who was erased
    return erased


def _names(path: Path) -> erasing.Names:
    """Return by which numbers a ledger names people; none where it is not there or damaged."""
    address = f"{path.resolve().as_uri()}?mode=ro"
    try:
        with opened(path), closing(sqlite3.connect(address, uri=True)) as db:
            db.row_factory = sqlite3.Row
            return erasing.names(db)
    except sqlite3.Error:
        return {}


def _absence(path: Path) -> str:
    return "it is a folder, name a file in it" if path.is_dir() else "no such file"


def beside(path: Path, ending: str = "part") -> Path:
    """Return an unused name in the same folder, so that renaming is one step."""
    part = path.with_name(f"{path.name}.{ending}")
    remove(part)
    return part


def remove(part: Path) -> None:
    """Remove what is left of a copy that did not come to its end."""
    for ending in ("", "-wal", "-shm", "-journal"):
        Path(f"{part}{ending}").unlink(missing_ok=True)


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
    sync_folder(target.parent)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
