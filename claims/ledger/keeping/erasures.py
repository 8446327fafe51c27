"""
Erasures as they are noted in a file, so that no restored backup brings back who was erased since.

The file lies beside the ledger and grows by a line at a time, before the ledger itself is changed.
A person stands there as the pseudonym that the ledger puts in their place, a whole server as the
hash that its history begins with: without the salts in the ledger neither says who that is.

A backup is noted by two lines: one before the ledger is copied, and one after it with the hash of
the file. Where it stands among the erasures tells which of them it lacks, whatever clock was wrong.
"""

import os
import re
import secrets
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from hashlib import file_digest
from pathlib import Path
from typing import NamedTuple

from claims.errors import LedgerError
from claims.ledger.history import history

ENDING = ".erasures"

UNDER_WAY = timedelta(minutes=1)
"""How much earlier than a copy an erasure may be noted and yet not be in it: it is noted first, and
the ledger waits at most five seconds for its turn to write."""

LINE = re.compile(
    r"(?P<at>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) (?:"
    r"person (?P<person>-\d+)|server (?P<server>[0-9a-f]{64})|"
    r"copying (?P<copying>[0-9a-f]+)|copied (?P<copied>[0-9a-f]+) (?P<file>[0-9a-f]{64}))"
)


class Noted(NamedTuple):
    """Who was erased: people by their pseudonyms, servers by the hash their history begins with."""

    people: frozenset[int] = frozenset()
    servers: frozenset[str] = frozenset()


def place(ledger: Path) -> Path:
    """Return where the erasures of a ledger are noted."""
    return Path(f"{ledger.resolve()}{ENDING}")


def may_note(ledger: Path) -> bool:
    """Whether this user may note an erasure, as far as the file that is there tells."""
    path = place(ledger)
    return not path.exists() or (path.is_file() and os.access(path, os.W_OK))


def note_person(db: sqlite3.Connection, guild_id: int, user_id: int, *, now: datetime) -> None:
    """
    Note that a person is about to be erased. Raises LedgerError where that cannot be noted.

    Also if nothing names them any more: a backup may. A server without a row has no pseudonyms.
    """
    person = history.person(db, guild_id, user_id)
    if user_id > 0 and person.salt:
        _note_once(db, f"person {person.names[1]}", now)


def note_server(db: sqlite3.Connection, guild_id: int, *, now: datetime) -> None:
    """Note that a server is about to be erased whole, as `note_person` does."""
    if salt := history.salt_of(db, guild_id):
        _note_once(db, f"server {history.genesis(salt)}", now)


def begin_copy(ledger: Path, *, now: datetime) -> str | None:
    """
    Note that the ledger is about to be copied; return what `end_copy` needs.

    None where nothing was erased so far, or where this user may not write the file: a backup that
    is not noted has every erasure applied to it.
    """
    token = secrets.token_hex(8)
    with suppress(OSError):
        if place(ledger).exists():
            _append(place(ledger), _lines([f"copying {token}"], now))
            return token
    return None


def end_copy(ledger: Path, token: str | None, copy: Path, *, now: datetime) -> None:
    """Note how the finished copy is known again: by every byte of it."""
    if token is None:
        return
    with copy.open("rb") as file:
        hash_ = file_digest(file, "sha256").hexdigest()
    with suppress(OSError):
        _append(place(ledger), _lines([f"copied {token} {hash_}"], now))


def carry(source: Path, target: Path) -> None:
    """Add what the file at `target` lacks of the lines at `source`. Raises OSError."""
    there = set(_read(target))
    missing = [line for line in _read(source) if line not in there]
    if missing:
        _append(target, missing)


def since(backup: Path, ledger: Path) -> Noted:
    """
    Return the erasures that a backup lacks, as noted beside the ledger and beside the backup.

    All that are noted where the backup is not, as it was made otherwise or changed since.
    """
    with backup.open("rb") as file:
        hash_ = file_digest(file, "sha256").hexdigest()
    known: set[str] = set()
    lacking: set[str] = set()
    unknown: set[str] = set()
    for lines in map(_read, sources(backup, ledger)):
        after = _after(lines, hash_)
        if after is None:
            unknown.update(lines)
        else:
            known.update(lines)
            lacking.update(after)
    return _noted(lacking | (unknown - known))


def sources(backup: Path, ledger: Path) -> list[Path]:
    """Return the files that may know of erasures since the backup."""
    return list(dict.fromkeys((place(ledger), *sorted(backup.resolve().parent.glob(f"*{ENDING}")))))


def _after(lines: list[str], hash_: str) -> list[str] | None:
    """Return the lines from about a copy on; None where they do not tell of it."""
    found = [match for line in lines if (match := LINE.fullmatch(line))]
    token = next((each["copied"] for each in found if each["file"] == hash_), None)
    begun = next((n for n, each in enumerate(found) if token and each["copying"] == token), None)
    if begun is None:
        return None
    from_ = _moment(found[begun]) - UNDER_WAY
    return [each[0] for n, each in enumerate(found) if n > begun or _moment(each) >= from_]


def _moment(line: re.Match[str]) -> datetime:
    try:
        return datetime.fromisoformat(line["at"])
    except ValueError:  # a 31st of February: count the line rather than not
        return datetime.max.replace(tzinfo=UTC)


def _noted(lines: Iterable[str]) -> Noted:
    found = [match for line in lines if (match := LINE.fullmatch(line))]
    return Noted(
        frozenset(int(each["person"]) for each in found if each["person"]),
        frozenset(each["server"] for each in found if each["server"]),
    )


def _note_once(db: sqlite3.Connection, what: str, now: datetime) -> None:
    """Note it, unless it is noted already and nothing was copied since."""
    ((_, _, ledger),) = [row for row in db.execute("PRAGMA database_list") if row[1] == "main"]
    if not ledger:  # in memory
        return
    path = place(Path(ledger))
    try:
        if what not in _since_last_copy(_read(path)):
            _append(path, _lines([what], now))
    except OSError as error:
        raise LedgerError(
            "The erasure cannot be noted in {path} ({why}), so nothing was erased: a restored"
            " backup would bring it back. Whoever runs this bot has to let it write that file.",
            path=path,
            why=str(error.strerror),
        ) from error


def _since_last_copy(lines: list[str]) -> Iterator[str]:
    for line in reversed(lines):
        match = LINE.fullmatch(line)
        if match and match["copying"]:
            return
        yield line.partition(" ")[2]


def _lines(whats: Iterable[str], now: datetime) -> list[str]:
    return [f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ} {what}" for what in whats]


def _read(path: Path) -> list[str]:
    """Return the whole lines of a file; none where there is no file."""
    try:
        return path.read_text(encoding="ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return []


def _append(path: Path, lines: Iterable[str]) -> None:
    """Put lines on the disk, after whatever a program that was killed left of its own."""
    is_new = not path.exists()
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        torn = os.lseek(handle, 0, os.SEEK_END) and not _ends_with_line(handle)
        text = "".join(f"{line}\n" for line in lines)
        os.write(handle, f"\n{text}".encode() if torn else text.encode())
        os.fsync(handle)
    finally:
        os.close(handle)
    if is_new:
        sync_folder(path.parent)


def _ends_with_line(handle: int) -> bool:
    os.lseek(handle, -1, os.SEEK_END)
    return os.read(handle, 1) == b"\n"


def sync_folder(folder: Path) -> None:
    """Put on the disk which files a folder has, where the system can."""
    with suppress(OSError):  # Windows opens no folders, and some networks' disks sync none
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
