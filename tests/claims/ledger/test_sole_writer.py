"""Whatever name leads to a ledger, one process at a time writes it."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from claims.errors import LedgerError
from claims.ledger import open_ledger, servers
from claims.ledger.keeping import backups, restoring
from claims.ledger.store.sole import opened, sole_writer
from tests.claims.ledger.test_opening import HOLD_THE_LEDGER, refusal

TRY_TO_WRITE = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    db.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
else:
    print("could write")
"""

TRY_TO_LEAVE_WAL = TRY_TO_WRITE.replace("BEGIN IMMEDIATE", "PRAGMA journal_mode = DELETE")


def elsewhere(program: str, path: Path) -> str:
    """Run a program on the file in another process; return what it says."""
    done = subprocess.run([sys.executable, "-c", program, path], capture_output=True, check=True)
    return done.stdout.decode().strip()


@contextmanager
def held(path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Let another process have the ledger open for writing."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        [sys.executable, "-c", HOLD_THE_LEDGER, path], stdin=pipe, stdout=pipe
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        yield other
        other.kill()


def hard_link(path: Path) -> Path:
    other = path.with_name("hard.db")
    os.link(path, other)
    return other


def hard_link_elsewhere(path: Path) -> Path:
    folder = path.parent / "elsewhere"
    folder.mkdir()
    other = folder / path.name
    os.link(path, other)
    return other


def symbolic_link(path: Path) -> Path:
    other = path.with_name("symbolic.db")
    other.symlink_to(path)
    return other


def through_a_linked_folder(path: Path) -> Path:
    folder = path.parent / "folder"
    folder.symlink_to(path.parent, target_is_directory=True)
    return folder / path.name


def without_what_lies_beside(path: Path) -> Path:
    for beside in path.parent.glob("*.lock"):
        beside.unlink()
    return path


NAMES = [
    hard_link,
    hard_link_elsewhere,
    symbolic_link,
    through_a_linked_folder,
    without_what_lies_beside,
]


@pytest.mark.parametrize("named", NAMES)
async def test_a_second_process_is_refused_by_whatever_name(
    ledger_path: Path, named: Callable[[Path], Path]
) -> None:
    with held(ledger_path):
        other = named(ledger_path)
        told = await refusal(other)
        assert "in use by another process" in told
        assert str(other.resolve()) in told
    async with open_ledger(ledger_path):
        pass


@pytest.mark.parametrize("named", NAMES)
async def test_the_same_process_is_refused_a_second_time(
    ledger_path: Path, named: Callable[[Path], Path]
) -> None:
    async with open_ledger(ledger_path):
        assert "in use by another process" in await refusal(named(ledger_path))
    async with open_ledger(ledger_path):
        pass


async def test_a_lock_ends_with_its_process_however_that_ends(ledger_path: Path) -> None:
    with held(ledger_path) as other:
        other.send_signal(signal.SIGKILL)
        other.wait()
        async with open_ledger(ledger_path):
            pass


async def test_a_refusal_leaves_the_locks_of_the_database_as_they_are(ledger_path: Path) -> None:
    async with open_ledger(ledger_path) as ledger:

        def refused_within(db: sqlite3.Connection) -> str:
            servers.ensure(db, 1)
            with pytest.raises(LedgerError), sole_writer(hard_link(ledger_path)):
                pass
            return elsewhere(TRY_TO_WRITE, ledger_path)

        assert await ledger.write(refused_within) == "database is locked"
        assert elsewhere(TRY_TO_LEAVE_WAL, ledger_path) == "database is locked"


async def test_a_reader_keeps_its_locks_when_its_process_is_refused_to_write(
    ledger_path: Path,
) -> None:
    with held(ledger_path) as other:
        async with open_ledger(ledger_path, writes=False):
            await refusal(ledger_path)
            other.send_signal(signal.SIGKILL)
            other.wait()
            assert elsewhere(TRY_TO_LEAVE_WAL, ledger_path) == "database is locked"


async def test_a_reader_keeps_its_locks_when_its_process_has_written(ledger_path: Path) -> None:
    async with open_ledger(ledger_path):
        pass
    async with open_ledger(ledger_path, writes=False):
        async with open_ledger(ledger_path):
            pass
        assert elsewhere(TRY_TO_LEAVE_WAL, ledger_path) == "database is locked"
        async with open_ledger(ledger_path):  # the lock itself is free again
            pass


def descriptors(path: Path) -> int:
    """Return how many descriptors of the file this process has."""
    links = [*Path("/proc/self/fd").iterdir()]
    return sum(each.exists() and each.samefile(path) for each in links)


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_no_descriptor_is_left_behind(ledger_path: Path) -> None:
    with held(ledger_path):
        for _ in range(5):
            async with open_ledger(ledger_path, writes=False):
                await refusal(ledger_path)
    async with open_ledger(ledger_path):
        await refusal(ledger_path)
    assert descriptors(ledger_path) == 0


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
def test_a_database_that_is_open_keeps_the_descriptors_of_its_file(ledger_path: Path) -> None:
    ledger_path.touch()
    with opened(ledger_path):
        with sole_writer(ledger_path):
            pass
        assert descriptors(ledger_path) == 1
    assert descriptors(ledger_path) == 0


async def test_a_restored_ledger_is_locked_and_the_replaced_one_free(
    ledger_path: Path, tmp_path: Path, now: datetime
) -> None:
    async with open_ledger(ledger_path):
        pass
    copy = tmp_path / "copy.db"
    backups.backup(ledger_path, copy, now=now)
    kept = restoring.restore(copy, ledger_path, now=now).kept
    assert kept
    with held(ledger_path):
        assert "in use by another process" in await refusal(ledger_path)
        async with open_ledger(kept):
            pass


def test_nothing_is_left_where_a_new_file_came_to_nothing(ledger_path: Path) -> None:
    with sole_writer(ledger_path):
        assert ledger_path.exists()
    assert not ledger_path.exists()


def test_a_backup_that_is_refused_leaves_no_ledger_where_there_was_none(
    ledger_path: Path, tmp_path: Path, now: datetime
) -> None:
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"Dear diary\n" * 100)
    with pytest.raises(LedgerError):
        restoring.restore(bad, ledger_path, now=now)
    assert not ledger_path.exists()


async def test_a_pipe_is_no_ledger(ledger_path: Path) -> None:
    os.mkfifo(ledger_path)
    assert str(ledger_path) in await refusal(ledger_path)


def test_a_lock_waits_for_nobody_and_closing_sqlite_does_not_free_it(ledger_path: Path) -> None:
    with sole_writer(ledger_path):
        with closing(sqlite3.connect(ledger_path)) as db:
            db.execute("CREATE TABLE shelf (name)")
        done = subprocess.run(
            [sys.executable, "-c", HOLD_THE_LEDGER, ledger_path], capture_output=True, check=False
        )
        assert b"in use by another process" in done.stderr
