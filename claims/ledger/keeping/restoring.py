"""A backup put in the ledger's place, without whoever was erased since it was made."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from claims.errors import LedgerError
from claims.ledger.keeping import backups, erasing, erasures
from claims.ledger.keeping.erasing import Again
from claims.ledger.store.files import check_place, telling
from claims.ledger.store.opening import open_writer
from claims.ledger.store.sole import opened, sole_writer


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
        raise LedgerError(f"There is no backup at {source}: {backups.absence(source)}.")
    if path.exists() and source.samefile(path):
        raise LedgerError(f"{source} is the ledger itself. Name a backup.")
    check_place(path, writes=True)
    part, replaces = backups.beside(path, "restoring"), path.exists()
    with sole_writer(path), telling(path):
        try:
            backups.copy(source, part)
            problems = backups.problems(part)
            if problems:
                raise LedgerError(
                    f"The backup {source} does not pass its check, so nothing was changed."
                    f" {problems[0]}"
                )
            erased = _erase_again(part, source, path)
            _fold(part)
            kept = _set_aside(path, now) if replaces else None
            backups.put(part, path, overwrite=True)
        except OSError as error:
            raise LedgerError(f"{path} cannot be replaced: {error.strerror}.") from error
        finally:
            backups.remove(part)
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
