"""The disk fails in every way: it is told, nothing acknowledged is lost, and the bot recovers."""

import asyncio
import os
import resource
import shutil
import sqlite3
import subprocess
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from claims.errors import LedgerError
from claims.ledger import Ledger, open_ledger, rows, servers
from claims.ledger.history import seals
from claims.ledger.keeping import backups, checks
from claims.ledger.store import connection

KIB = 1024


def roles(db: sqlite3.Connection) -> list[int]:
    return [
        row["moderator_role_id"]
        for row in db.execute("SELECT moderator_role_id FROM server ORDER BY guild_id")
    ]


def ballast(db: sqlite3.Connection, size: int) -> None:
    """Store a text of this many bytes."""
    servers.ensure(db, 1)
    text = os.urandom(size // 2).hex()
    db.execute(
        "INSERT INTO article (guild_id, fingerprint, title, publisher, url, language, origin, text,"
        " added_by, added_at) VALUES (1, ?, '', '', '', 'en', '', ?, 0, 0)",
        (rows.fingerprint(text), text),
    )
    seals.add(db, 1, seals.Rows("article", "fingerprint = ?", (rows.fingerprint(text),)))


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


async def fill(ledger: Ledger, size: int) -> tuple[int, str]:
    """Write until it is refused; return how many writes were acknowledged, and the refusal."""
    for done in range(10_000):
        try:
            await ledger.write(ballast, size)
        except LedgerError as error:
            return done, str(error)
    pytest.fail("the disk never was full")


def articles(db: sqlite3.Connection) -> int:
    count: int = db.execute("SELECT count(*) FROM article").fetchone()[0]
    return count


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 4 MiB of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    command: list[str | Path] = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", place]
    try:
        mounted = subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("may not mount a small disk here; a real full disk is NOT tested")
    yield place
    subprocess.run(["umount", place], check=True)


async def test_a_full_disk_is_told_and_writing_goes_on_once_there_is_room(
    small_disk: Path,
) -> None:
    spare = small_disk / "spare"
    spare.write_bytes(bytes(512 * KIB))
    path = small_disk / "ledger.db"
    async with open_ledger(path) as ledger:
        acknowledged, told = await fill(ledger, 100 * KIB)
        assert acknowledged > 0
        assert "disk is full" in told
        assert await ledger.read(articles) == acknowledged
        spare.unlink()
        await ledger.write(ballast, 10 * KIB)
        assert await ledger.read(articles) == acknowledged + 1
    async with open_ledger(path) as ledger:
        assert await ledger.read(articles) == acknowledged + 1
        assert await ledger.write(lambda db: list(checks.whole(db))) == []


async def test_a_backup_onto_a_full_disk_leaves_nothing_there(
    ledger: Ledger, small_disk: Path, now: datetime
) -> None:
    await ledger.write(ballast, 8 * 1024 * KIB)
    with pytest.raises(LedgerError, match="disk is full"):
        backups.backup(ledger.path, small_disk / "backup.db", now=now)
    assert names(small_disk) == []


async def test_a_limit_on_the_files_size_is_told_and_can_be_lifted(ledger: Ledger) -> None:
    await ledger.write(servers.set_moderators, 1, 5)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (512 * KIB, before[1]))
    try:
        acknowledged, told = await fill(ledger, 100 * KIB)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "The ledger" in told
    assert await ledger.read(articles) == acknowledged
    await ledger.write(ballast, 100 * KIB)
    assert await ledger.read(articles) == acknowledged + 1
    assert await ledger.write(lambda db: list(checks.whole(db))) == []


async def test_a_file_that_may_hold_no_more_pages_is_told(ledger: Ledger) -> None:
    def limit(db: sqlite3.Connection) -> None:
        pages = db.execute("PRAGMA page_count").fetchone()[0]
        db.execute(f"PRAGMA max_page_count = {pages + 30}")

    assert ledger._writer is not None
    await ledger._writer.run(limit)
    acknowledged, told = await fill(ledger, 20 * KIB)
    assert "disk is full" in told
    assert await ledger.read(articles) == acknowledged


@pytest.fixture
def frozen(ledger_path: Path) -> Iterator[Path]:
    """A ledger whose file nobody may write, not even the administrator."""
    asyncio.run(_make(ledger_path))
    if (
        not shutil.which("chattr")
        or subprocess.run(
            ["chattr", "+i", ledger_path], capture_output=True, check=False
        ).returncode
    ):
        pytest.skip("may not make a file immutable here; a read-only file is NOT tested")
    yield ledger_path
    subprocess.run(["chattr", "-i", ledger_path], check=True)


async def _make(path: Path) -> None:
    async with open_ledger(path) as ledger:
        await ledger.write(servers.set_moderators, 1, 5)


def test_a_read_only_file_is_told_and_can_still_be_read(frozen: Path) -> None:
    async def use() -> None:
        with pytest.raises(LedgerError, match=r"ledger\.db cannot be used"):
            async with open_ledger(frozen):
                pass
        async with open_ledger(frozen, writes=False) as ledger:
            assert await ledger.read(roles) == [5]

    asyncio.run(use())


def gone(ending: str, path: Path) -> None:
    path.with_name(path.name + ending).unlink()


async def refused(ledger: Ledger) -> str:
    with pytest.raises(LedgerError) as error:
        await ledger.write(servers.set_moderators, 1, 6)
    return str(error.value)


@pytest.mark.parametrize("ending", ["", "-wal"])
async def test_a_file_deleted_under_the_bot_takes_no_more_writes(
    ledger_path: Path, ending: str
) -> None:
    async with open_ledger(ledger_path) as ledger:
        await ledger.write(servers.set_moderators, 1, 5)
        gone(ending, ledger_path)
        assert "deleted or replaced" in await refused(ledger)


async def test_a_file_deleted_during_a_write_is_noticed_before_it_is_acknowledged(
    ledger: Ledger,
) -> None:
    def deleting(db: sqlite3.Connection) -> None:
        servers.set_moderators(db, 1, 5)
        gone("", ledger.path)

    with pytest.raises(LedgerError, match="deleted or replaced"):
        await ledger.write(deleting)


async def test_a_deleted_file_is_not_read_as_if_it_were_there(ledger: Ledger) -> None:
    gone("", ledger.path)
    with pytest.raises(LedgerError, match="deleted or replaced"):
        await ledger.read(roles)


async def test_another_file_in_the_ledgers_place_is_not_written(
    ledger: Ledger, tmp_path: Path, now: datetime
) -> None:
    await ledger.write(servers.set_moderators, 1, 5)
    other = tmp_path / "other.db"
    await asyncio.to_thread(backups.backup, ledger.path, other, now=now)
    other.replace(ledger.path)
    assert "deleted or replaced" in await refused(ledger)


async def test_a_file_that_was_moved_away_and_back_is_written_again(ledger: Ledger) -> None:
    away = ledger.path.with_name("away.db")
    ledger.path.rename(away)
    await refused(ledger)
    away.rename(ledger.path)
    await ledger.write(servers.set_moderators, 1, 7)
    assert await ledger.read(roles) == [7]


async def damaged(path: Path) -> None:
    """Make a ledger with large content, then write over pages in its middle."""
    async with open_ledger(path) as ledger:
        await ledger.write(servers.set_moderators, 1, 5)
        for _ in range(20):
            await ledger.write(ballast, 40 * KIB)
    spoil(path)


def spoil(path: Path) -> None:
    """Write over the newest pages, which hold the articles' texts."""
    with path.open("r+b") as file:
        for back in range(3, 100, 3):
            file.seek(-back * 4096, os.SEEK_END)
            file.write(b"\xff" * 4096)


async def test_a_damaged_page_is_told_where_it_is_read(ledger_path: Path) -> None:
    await damaged(ledger_path)
    async with open_ledger(ledger_path) as ledger:
        assert await ledger.read(roles) == [5]
        with pytest.raises(LedgerError, match=r"is damaged\. Restore a backup"):
            await ledger.read(lambda db: db.execute("SELECT hex(text) FROM article").fetchall())


async def test_a_check_tells_damage_and_a_backup_of_it_is_refused(
    ledger_path: Path, tmp_path: Path, now: datetime
) -> None:
    await damaged(ledger_path)
    assert backups.check(ledger_path)
    with pytest.raises(LedgerError, match="damaged"):
        backups.backup(ledger_path, tmp_path / "backup.db", now=now)
    assert not (tmp_path / "backup.db").exists()


async def test_what_is_in_the_wal_is_folded_in_when_writing_pauses(
    ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    fold, folded = connection._checkpoint, threading.Event()

    def told(db: sqlite3.Connection) -> None:
        fold(db)
        folded.set()

    monkeypatch.setattr(connection, "_checkpoint", told)
    size = ledger.path.stat().st_size
    await ledger.write(ballast, 100 * KIB)
    assert await asyncio.to_thread(folded.wait, 10)
    assert ledger.path.stat().st_size > size
