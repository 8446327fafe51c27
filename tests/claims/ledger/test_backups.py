"""Backups: whole, made beside a running bot, checked before they take a ledger's place."""

import asyncio
import sqlite3
import threading
from datetime import datetime
from pathlib import Path

import pytest

from claims.errors import LedgerError
from claims.ledger import Ledger, open_ledger, servers
from claims.ledger.keeping import backups, restoring
from claims.ledger.store import migrate
from tests.claims.ledger.conftest import OTHER_GUILD, everything


def content(path: Path) -> object:
    """All rows of a ledger's servers."""
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    try:
        return {server: everything(db, server) for server in (1001, OTHER_GUILD)}
    finally:
        db.close()


def files(folder: Path) -> dict[str, int]:
    """Sizes of the files in a folder, by name."""
    return {file.name: file.stat().st_size for file in folder.iterdir()}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Where a backup goes; there is no file yet."""
    return tmp_path / "backups" / "copy.db"


@pytest.fixture(autouse=True)
def _folder(copy: Path) -> None:
    copy.parent.mkdir()


async def test_a_backup_of_an_open_ledger_is_one_whole_file(
    busy: Ledger, copy: Path, now: datetime
) -> None:
    size = backups.backup(busy.path, copy, now=now)
    assert files(copy.parent) == {"copy.db": size}
    assert backups.check(copy) == []
    assert content(copy) == content(busy.path)


async def test_a_backup_beside_a_writing_bot_is_of_one_moment(
    ledger: Ledger, copy: Path, now: datetime
) -> None:
    """Each write touches two servers alike; no backup may see one without the other."""
    done = threading.Event()

    def both(db: sqlite3.Connection, role: int) -> None:
        servers.set_moderators(db, 1, role)
        db.execute("SELECT count(*) FROM server").fetchone()
        servers.set_moderators(db, 2, role)

    async def writing() -> int:
        role = 0
        while not done.is_set():
            role += 1
            await ledger.write(both, role)
        return role

    await ledger.write(both, 0)
    writer = asyncio.create_task(writing())
    try:
        for number in range(15):
            target = copy.with_name(f"{number}.db")
            await asyncio.to_thread(backups.backup, ledger.path, target, now=now)
            async with open_ledger(target, writes=False) as found:
                one, other = [await found.read(servers.get, server) for server in (1, 2)]
            assert one == other
    finally:
        done.set()
    assert await writer > 15


def test_a_backup_replaces_nothing_unless_told(closed: Path, copy: Path, now: datetime) -> None:
    copy.write_text("something else")
    with pytest.raises(LedgerError, match="there already"):
        backups.backup(closed, copy, now=now)
    assert copy.read_text() == "something else"
    backups.backup(closed, copy, overwrite=True, now=now)
    assert backups.check(copy) == []


async def test_a_ledger_is_no_place_for_its_own_backup(busy: Ledger, now: datetime) -> None:
    with pytest.raises(LedgerError, match="is the ledger itself"):
        backups.backup(busy.path, busy.path, overwrite=True, now=now)


async def test_a_backup_into_nowhere_is_told(busy: Ledger, copy: Path, now: datetime) -> None:
    with pytest.raises(LedgerError, match=r"folder .* is missing"):
        backups.backup(busy.path, copy.parent / "deeper" / "copy.db", now=now)


def test_what_is_no_ledger_is_neither_backed_up_nor_checked(
    tmp_path: Path, copy: Path, now: datetime
) -> None:
    letter = tmp_path / "letter.db"
    letter.write_text("Dear Ida, nothing to report. " * 200)
    for use in (lambda: backups.backup(letter, copy, now=now), lambda: backups.check(letter)):
        with pytest.raises(LedgerError, match="not a ledger"):
            use()
    with pytest.raises(LedgerError, match="no ledger at"):
        backups.check(tmp_path / "missing.db")
    assert files(copy.parent) == {}


@pytest.fixture
async def closed(busy: Ledger, copy: Path, now: datetime) -> Path:
    """A second ledger file with other content than the backup at `copy`; nobody has it open."""
    backups.backup(busy.path, copy, now=now)
    path = busy.path.with_name("closed.db")
    async with open_ledger(path) as ledger:
        await ledger.write(servers.set_moderators, 1001, 99)
    return path


def test_a_restored_ledger_is_the_backup_and_the_replaced_one_is_kept(
    closed: Path, copy: Path, now: datetime
) -> None:
    replaced = content(closed)
    kept = restoring.restore(copy, closed, now=now).kept
    assert kept is not None
    assert kept.name == "closed.db.replaced-20260302T120000Z"
    assert content(closed) == content(copy)
    assert content(kept) == replaced
    assert backups.check(closed) == []


def test_a_ledger_is_restored_where_there_is_none(
    tmp_path: Path, closed: Path, copy: Path, now: datetime
) -> None:
    assert restoring.restore(copy, tmp_path / "new.db", now=now).kept is None
    assert content(tmp_path / "new.db") == content(copy)


async def test_nothing_is_restored_under_a_bot(closed: Path, copy: Path, now: datetime) -> None:
    before = content(closed)
    async with open_ledger(closed):
        with pytest.raises(LedgerError, match="in use by another process"):
            restoring.restore(copy, closed, now=now)
    assert content(closed) == before


async def test_nothing_is_restored_under_a_reader(closed: Path, copy: Path, now: datetime) -> None:
    async with open_ledger(closed, writes=False) as ledger:
        with pytest.raises(LedgerError, match="open in another program"):
            restoring.restore(copy, closed, now=now)
        assert (await ledger.read(servers.get, 1001)).moderator_role_id == 99
    restoring.restore(copy, closed, now=now)


def test_a_backup_that_does_not_pass_its_check_is_not_restored(
    closed: Path, copy: Path, now: datetime
) -> None:
    db = sqlite3.connect(copy)
    db.execute("UPDATE claim SET version = version + 1 WHERE number = 1")
    db.commit()
    db.close()
    before = content(closed)
    with pytest.raises(LedgerError, match="end of its history is gone"):
        restoring.restore(copy, closed, now=now)
    assert content(closed) == before
    assert not {name for name in files(closed.parent) if "replaced" in name or "restoring" in name}


def test_a_damaged_ledger_can_be_replaced_and_its_wal_goes_with_it(
    closed: Path, copy: Path, now: datetime
) -> None:
    closed.write_bytes(b"not a database any more" * 1000)
    wal = closed.with_name("closed.db-wal")
    wal.write_bytes(b"left over")
    kept = restoring.restore(copy, closed, now=now).kept
    assert kept is not None
    assert content(closed) == content(copy)
    assert kept.read_bytes().startswith(b"not a database")
    assert not wal.exists()


def test_an_older_backup_is_restored_up_to_date(
    tmp_path: Path, closed: Path, now: datetime
) -> None:
    old = tmp_path / "old.db"
    db = sqlite3.connect(old, isolation_level=None)
    db.executescript(f"BEGIN; {migrate.migrations()[0].read_text()}; COMMIT;")
    db.execute("INSERT INTO server (guild_id, moderator_role_id) VALUES (1001, 77)")
    db.execute(f"PRAGMA application_id = {migrate.APPLICATION_ID}")
    db.execute("PRAGMA user_version = 1")
    db.close()
    before = old.read_bytes()
    restoring.restore(old, closed, now=now)
    assert old.read_bytes() == before

    async def role() -> int | None:
        async with open_ledger(closed, writes=False) as ledger:
            return (await ledger.read(servers.get, 1001)).moderator_role_id

    assert asyncio.run(role()) == 77


TAMPERED = {
    "a broken reference": "UPDATE evidence SET brought_with = 99999",
    "search out of step": "UPDATE claim SET text = 'Something else' WHERE number = 1",
    "lists that show another stage": "UPDATE claim SET stage = 'dropped' WHERE number = 3",
    "lists that show another assignee": "UPDATE claim SET assignee = 5 WHERE number = 3",
    "a claim whose repeats are not recognised": "UPDATE claim SET fingerprint = 'x'",
    "another text of an article": "UPDATE article SET text = text || '!'",
    "a time that is none": "UPDATE claim SET added_at = 99999999999999 WHERE number = 1",
    "a link that is none": "UPDATE evidence SET url = 'javascript:alert(1)'",
    "words outside the article": "UPDATE appearance SET content = '[[5, 100000]]' WHERE number = 1",
    "a constraint broken by hand": "PRAGMA ignore_check_constraints = 1;"
    "UPDATE claim SET check_worthiness = 7 WHERE number = 1",
}


@pytest.mark.parametrize("name", TAMPERED)
def test_a_check_finds(closed: Path, copy: Path, name: str) -> None:
    db = sqlite3.connect(copy, isolation_level=None)
    db.executescript(TAMPERED[name])
    db.close()
    assert backups.check(copy)


def test_a_check_leaves_a_sound_ledger_and_its_file_alone(closed: Path, copy: Path) -> None:
    before = copy.read_bytes()
    assert backups.check(copy) == []
    assert copy.read_bytes() == before
