"""
Backups of a ledger in a folder: one a day, each checked whole, the oldest removed.

Which there are is told by their names alone, so that nothing but the folder has to be remembered:
`claims-20260302T040000Z.db` is the backup of `claims.db` at that time. Other files there are
nobody's business. Plain functions, which may take minutes; in a program with an event loop, run
`make` in another process.
"""

import errno
import os
import re
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from claims.errors import LedgerError
from claims.ledger.keeping import backups, erasures
from claims.wording import say

STAMP = "%Y%m%dT%H%M%SZ"

CLOCKS_DIFFER = timedelta(minutes=1)
"""How far ahead of the clock a backup may be dated; more than that, the clock was wrong then."""


class Plan(NamedTuple):
    """In which folder a ledger is backed up, and how many backups are kept there."""

    folder: Path
    kept: int = 7


class Backup(NamedTuple):
    """A backup that passed its check, as only such ones have a name of this sort."""

    at: datetime
    path: Path


def found(folder: Path, ledger: Path) -> list[Backup]:
    """Return the ledger's backups in the folder, oldest first; none where it cannot be read."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208  # a generator raises while it is read
    except OSError:
        return []
    dated = ((_dated(name, ledger), folder / name) for name in names)
    return [Backup(at, path) for at, path in dated if at and _is_file(path)]


def newest(folder: Path, ledger: Path, *, now: datetime) -> Backup | None:
    """Return the newest backup; one dated ahead of now counts for none, as a clock was wrong."""
    past = [each for each in found(folder, ledger) if each.at <= now + CLOCKS_DIFFER]
    return past[-1] if past else None


def is_due(folder: Path, ledger: Path, *, now: datetime) -> bool:
    """Whether there is no backup of this day, by UTC."""
    today = now.astimezone(UTC).date()
    return all(each.at.date() != today for each in found(folder, ledger))


def problem(folder: Path, ledger: Path) -> str | None:
    """Return why no backup can be made in the folder, in words; None if it seems that one can."""
    try:
        if not folder.exists():
            return say(
                "The folder {folder} for backups is missing. Make it, or mount what it is on.",
                folder=folder,
            )
        if not folder.is_dir():
            return say("{folder} is to hold backups, and is no folder.", folder=folder)
        if folder.samefile(ledger.resolve().parent):
            return say(
                "{folder} holds the ledger itself; what takes one takes the other. Name another"
                " folder for backups, on another disk if there is one.",
                folder=folder,
            )
        with tempfile.TemporaryFile(dir=folder):
            pass
        return _no_room(folder, ledger)
    except OSError as error:
        return say("{path} cannot be written: {why}.", path=folder, why=error.strerror)


def make(plan: Plan, ledger: Path, *, now: datetime) -> Backup:
    """
    Make a backup that passes all that `claims check` asks, and remove the oldest beyond `kept`.

    Also removes what a backup that was killed left behind. Nothing is removed where this one
    fails, which raises LedgerError.
    """
    told = problem(plan.folder, ledger)
    if told:
        raise LedgerError(told)
    _tidy(plan.folder, ledger)
    name = f"{ledger.stem}-{now.astimezone(UTC):{STAMP}}.db"
    # By a rename, as the disks of some networks have no links; the name is nobody else's.
    backups.backup(ledger, plan.folder / name, now=now, overwrite=True, whole=True)
    keep_erasures(plan.folder, ledger)
    made = Backup(now.astimezone(UTC).replace(microsecond=0), plan.folder / name)
    for old in _surplus(plan, ledger, made):
        old.path.unlink(missing_ok=True)
    return made


def keep_erasures(folder: Path, ledger: Path) -> None:
    """
    Note the ledger's erasures in the folder too, should the ledger be lost.

    Raises LedgerError where that cannot be done.
    """
    target = folder / erasures.place(ledger).name
    try:
        erasures.carry(erasures.place(ledger), target)
    except OSError as error:
        why = str(error.strerror)
        raise LedgerError("{path} cannot be written: {why}.", path=target, why=why) from error


def _dated(name: str, ledger: Path, ending: str = "") -> datetime | None:
    """Return of when the backup with this name is; None where it is no such name."""
    pattern = rf"{re.escape(ledger.stem)}-(\d{{8}}T\d{{6}}Z)\.db{ending}"
    match = re.fullmatch(pattern, name, re.ASCII)
    try:
        return datetime.strptime(match[1], STAMP).replace(tzinfo=UTC) if match else None
    except ValueError:  # a 31st of February
        return None


def _is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _no_room(folder: Path, ledger: Path) -> str | None:
    if not ledger.exists():
        return None
    free, needed = shutil.disk_usage(folder).free, ledger.stat().st_size
    if free >= needed:
        return None
    return say(
        "{folder} has {free} MB left, and a backup needs {needed} MB. Make room there.",
        folder=folder,
        free=free // 1_000_000,
        needed=-(-needed // 1_000_000),
    )


def _tidy(folder: Path, ledger: Path) -> None:
    """Remove what backups left behind that did not come to their end."""
    try:
        for name in os.listdir(folder):  # noqa: PTH208  # the folder changes meanwhile
            if _dated(name, ledger, r"\.part(-wal|-shm|-journal)?"):
                (folder / name).unlink(missing_ok=True)
    except OSError as error:
        why = error.strerror or os.strerror(errno.EIO)
        raise LedgerError("{path} cannot be written: {why}.", path=folder, why=why) from error


def _surplus(plan: Plan, ledger: Path, made: Backup) -> list[Backup]:
    """
    Return the backups to remove: the oldest, and before them any that is dated ahead.

    Such a one is older than this in truth, and would otherwise stay for good.
    """
    others = [each for each in found(plan.folder, ledger) if each.path != made.path]
    others.sort(key=lambda each: (each.at <= made.at + CLOCKS_DIFFER, each.at))
    return others[: max(0, len(others) + 1 - plan.kept)]
