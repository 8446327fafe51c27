"""Backups in a folder: one a day, checked whole, the oldest removed, other files left alone."""

import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from claims.errors import LedgerError
from claims.ledger import Ledger, open_ledger, servers
from claims.ledger.keeping import backups, daily, erasing, erasures
from claims.ledger.keeping.daily import Plan

DAY = timedelta(days=1)


@pytest.fixture
async def path(ledger_path: Path) -> Path:
    """A small ledger that nobody has open."""
    async with open_ledger(ledger_path) as ledger:
        await ledger.write(servers.set_moderators, 1001, 7)
    return ledger_path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "backups"
    folder.mkdir()
    return folder


def names(folder: Path) -> list[str]:
    return sorted(each.name for each in folder.iterdir())


def put(folder: Path, *dates: str) -> None:
    for date in dates:
        (folder / f"ledger-{date}T000000Z.db").write_text("a backup of that day")


def test_a_backup_is_dated_checked_and_its_owners_alone(
    path: Path, folder: Path, now: datetime
) -> None:
    made = daily.make(Plan(folder), path, now=now)
    assert names(folder) == ["ledger-20260302T120000Z.db"]
    assert backups.check(made.path) == []
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert daily.newest(folder, path, now=now) == made


async def test_a_backup_is_made_while_the_ledger_is_open_and_written(
    ledger: Ledger, folder: Path, now: datetime
) -> None:
    await ledger.write(servers.set_moderators, 1001, 8)
    made = daily.make(Plan(folder), ledger.path, now=now)
    await ledger.write(servers.set_moderators, 1001, 9)
    async with open_ledger(made.path, writes=False) as copy:
        assert (await copy.read(servers.get, 1001)).moderator_role_id == 8


@pytest.mark.parametrize(
    ("after", "due"),
    [
        (timedelta(), False),
        (timedelta(hours=11, minutes=59), False),
        (timedelta(hours=12), True),
        (40 * DAY, True),
        (-DAY, True),
    ],
)
def test_one_is_due_on_each_day_that_has_none(
    path: Path, folder: Path, now: datetime, after: timedelta, due: bool
) -> None:
    assert daily.is_due(folder, path, now=now)
    daily.make(Plan(folder), path, now=now)
    assert daily.is_due(folder, path, now=now + after) == due


def test_as_many_as_wanted_are_kept_the_newest(path: Path, folder: Path, now: datetime) -> None:
    for day in range(5):
        daily.make(Plan(folder, kept=3), path, now=now + day * DAY)
    dates = [name[7:15] for name in names(folder)]
    assert dates == ["20260304", "20260305", "20260306"]


def test_where_fewer_are_wanted_from_now_on_the_others_go(
    path: Path, folder: Path, now: datetime
) -> None:
    put(folder, "20260101", "20260102", "20260103")
    daily.make(Plan(folder, kept=1), path, now=now)
    assert names(folder) == ["ledger-20260302T120000Z.db"]


def test_backups_dated_ahead_by_a_wrong_clock_neither_stay_for_good_nor_count(
    path: Path, folder: Path, now: datetime
) -> None:
    put(folder, "20300101", "20300102", "20300103", "20260301")
    assert daily.is_due(folder, path, now=now)
    newest = daily.newest(folder, path, now=now)
    assert newest is not None
    assert newest.path.name == "ledger-20260301T000000Z.db"
    daily.make(Plan(folder, kept=3), path, now=now)
    assert [name[7:15] for name in names(folder)] == ["20260301", "20260302", "20300103"]


def test_nothing_is_removed_where_the_new_one_fails(
    path: Path, folder: Path, now: datetime
) -> None:
    put(folder, "20260101", "20260102", "20260103")
    with closing(sqlite3.connect(path)) as db, db:
        db.execute("UPDATE server SET salt = NULL")
    with pytest.raises(LedgerError, match="does not pass its check, so it was not kept"):
        daily.make(Plan(folder, kept=1), path, now=now)
    assert len(names(folder)) == 3


def test_files_that_are_nobodys_business_stay(path: Path, folder: Path, now: datetime) -> None:
    others = (
        "notes.txt", "ledger.db", "ledger-20260101.db", "ledger-20269901T000000Z.db",
        "other-20260101T000000Z.db", "ledger-20260101T000000Z.db.gz",
        "ledger-2-20260101T000000Z.db", "xledger-20260101T000000Z.db",
        "ledger-20260101T000000Z.db.part.txt",
    )  # fmt: skip
    for name in others:
        (folder / name).write_text("mine")
    (folder / "ledger-20260102T000000Z.db").mkdir()
    (folder / "ledger-20260103T000000Z.db").symlink_to(path)
    before = names(folder)
    daily.make(Plan(folder, kept=1), path, now=now)
    assert set(names(folder)) == {*before, "ledger-20260302T120000Z.db"}
    assert path.exists()


def test_what_a_killed_backup_left_behind_is_removed(
    path: Path, folder: Path, now: datetime
) -> None:
    for ending in ("part", "part-journal", "part-wal", "part-shm"):
        (folder / f"ledger-20260301T000000Z.db.{ending}").write_text("half")
    daily.make(Plan(folder), path, now=now)
    assert names(folder) == ["ledger-20260302T120000Z.db"]


KILLED = """
import os, sys
from datetime import UTC, datetime
from pathlib import Path
from claims.ledger.keeping import backups, daily
backups._verify = lambda *_, **__: os.kill(os.getpid(), 9)
daily.make(daily.Plan(Path(sys.argv[2])), Path(sys.argv[1]), now=datetime(2026, 3, 2, tzinfo=UTC))
"""


def test_a_backup_that_is_killed_before_its_check_has_no_name_and_is_made_anew(
    path: Path, folder: Path, now: datetime
) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, path, folder], check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    assert names(folder) == ["ledger-20260302T000000Z.db.part"]
    assert daily.is_due(folder, path, now=now)
    daily.make(Plan(folder), path, now=now)
    assert names(folder) == ["ledger-20260302T120000Z.db"]


def test_half_a_backup_is_no_backup(path: Path, folder: Path, now: datetime) -> None:
    (folder / "ledger-20260302T000000Z.db.part").write_text("half")
    assert daily.is_due(folder, path, now=now)
    assert daily.newest(folder, path, now=now) is None


async def test_erasures_are_noted_beside_the_backups_too(
    path: Path, folder: Path, now: datetime
) -> None:
    async with open_ledger(path) as ledger:
        await ledger.write(erasing.person, 1001, 5, now=now)
    made = daily.make(Plan(folder), path, now=now)
    there = folder / "ledger.db.erasures"
    assert there.read_text() == erasures.place(path).read_text()
    assert made.path.name in names(folder)
    daily.keep_erasures(folder, path)
    assert there.read_text() == erasures.place(path).read_text()


def test_a_folder_in_order_has_no_problem(path: Path, folder: Path) -> None:
    assert daily.problem(folder, path) is None
    assert names(folder) == []


def test_a_folder_that_will_not_do_is_told_in_words(
    path: Path, folder: Path, now: datetime, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "link").symlink_to(tmp_path)
    for wrong, words in (
        (tmp_path / "none", "is missing"),
        (tmp_path / "file", "is no folder"),
        (tmp_path / "file" / "in", "Not a directory|is missing"),
        (tmp_path, "holds the ledger itself"),
        (tmp_path / "link", "holds the ledger itself"),
        (Path("/proc"), "cannot be written"),
    ):
        with pytest.raises(LedgerError, match=words):
            daily.make(Plan(wrong), path, now=now)
    assert names(folder) == []


def test_a_disk_without_room_is_told_before_and_after(
    path: Path, folder: Path, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = type("Usage", (), {"free": 1000})
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    assert "0 MB left, and a backup needs 1 MB" in str(daily.problem(folder, path))


def test_a_ledger_that_is_gone_is_told(path: Path, folder: Path, now: datetime) -> None:
    path.unlink()
    with pytest.raises(LedgerError, match="no ledger at"):
        daily.make(Plan(folder), path, now=now)
    assert names(folder) == []
