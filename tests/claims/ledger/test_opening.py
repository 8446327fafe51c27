"""What may be opened as a ledger, what may not, and what opening leaves alone."""

import asyncio
import sqlite3
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from claims.errors import LedgerError
from claims.ledger import open_ledger, servers
from claims.ledger.lookup import claims
from claims.ledger.store import migrate, opening

HOLD_THE_LEDGER = """
import asyncio, sys
from pathlib import Path
from claims.ledger import open_ledger

async def hold():
    async with open_ledger(Path(sys.argv[1])):
        print("open", flush=True)
        sys.stdin.read()

asyncio.run(hold())
"""


async def refusal(path: Path, *, writes: bool = True) -> str:
    """Open the file, which has to fail, and return what the person is told."""
    with pytest.raises(LedgerError) as refused:
        async with open_ledger(path, writes=writes):
            pass
    assert "\n" not in str(refused.value)
    return str(refused.value)


def foreign(path: Path, user_version: int, application_id: int = 0) -> bytes:
    """Make another program's database and return its bytes."""
    db = sqlite3.connect(path)
    db.executescript(
        f"CREATE TABLE album (title); PRAGMA user_version = {user_version};"
        f"PRAGMA application_id = {application_id};"
    )
    db.close()
    return path.read_bytes()


async def test_a_new_file_becomes_a_ledger_in_wal_mode_that_syncs_every_commit(ledger, ledger_path):
    def modes(db):
        return [
            db.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous")
        ]

    assert await ledger.write(modes) == ["wal", 2]
    assert ledger_path.is_file()


async def test_what_is_erased_is_overwritten_whatever_sqlite_was_built_for(ledger):
    [overwrites] = await ledger.write(lambda db: db.execute("PRAGMA secure_delete").fetchone())
    assert overwrites == 1


async def test_what_was_written_is_there_when_the_file_is_opened_again(ledger_path, guild_id):
    async with open_ledger(ledger_path) as first:
        await first.write(servers.set_moderators, guild_id, 77)
    async with open_ledger(ledger_path) as second:
        assert (await second.read(servers.get, guild_id)).moderator_role_id == 77


async def test_an_empty_file_becomes_a_ledger(ledger_path):
    ledger_path.touch()
    async with open_ledger(ledger_path):
        pass
    assert ledger_path.stat().st_size > 0


async def test_a_path_with_every_sort_of_character_opens(tmp_path):
    path = tmp_path / "a ledger?mode=memory#100%25 ü.db"
    async with open_ledger(path):
        pass
    async with open_ledger(path, writes=False) as ledger:
        assert (await ledger.read(claims.page, 1)).claims == ()
    assert path.is_file()


@pytest.mark.parametrize("writes", [True, False])
async def test_a_missing_folder_is_named(tmp_path, writes):
    told = await refusal(tmp_path / "nowhere" / "ledger.db", writes=writes)
    assert str(tmp_path / "nowhere") in told
    assert "missing" in told


async def test_reading_does_not_make_a_ledger(ledger_path):
    assert "There is no ledger" in await refusal(ledger_path, writes=False)
    assert not ledger_path.exists()


@pytest.mark.parametrize("writes", [True, False])
async def test_a_folder_is_no_ledger(tmp_path, writes):
    assert str(tmp_path) in await refusal(tmp_path, writes=writes)


@pytest.mark.parametrize("writes", [True, False])
@pytest.mark.parametrize("content", [b"Dear diary\n" * 100, b"\x00" * 4096, b"\x89PNG\r\n"])
async def test_a_file_that_is_not_sqlite_is_refused_and_left_alone(ledger_path, content, writes):
    ledger_path.write_bytes(content)
    told = await refusal(ledger_path, writes=writes)
    assert str(ledger_path) in told
    assert "not a ledger" in told
    assert ledger_path.read_bytes() == content


@pytest.mark.parametrize("writes", [True, False])
@pytest.mark.parametrize(("user_version", "application_id"), [(0, 0), (1, 0), (99, 0), (1, 5)])
async def test_another_programs_database_is_refused_and_left_alone(
    ledger_path, user_version, application_id, writes
):
    content = foreign(ledger_path, user_version, application_id)
    told = await refusal(ledger_path, writes=writes)
    assert "another program's database" in told
    assert ledger_path.read_bytes() == content


@pytest.mark.parametrize("writes", [True, False])
async def test_a_ledger_from_newer_code_is_refused_and_left_alone(ledger_path, writes):
    foreign(ledger_path, len(migrate.migrations()) + 1, migrate.APPLICATION_ID)
    content = ledger_path.read_bytes()
    told = await refusal(ledger_path, writes=writes)
    assert "newer version" in told
    assert ledger_path.read_bytes() == content


async def test_a_damaged_ledger_is_told_as_such(ledger_path, guild_id):
    async with open_ledger(ledger_path) as ledger:
        await ledger.write(servers.ensure, guild_id)
    pages = bytearray(ledger_path.read_bytes())
    pages[4096:] = b"\xa5" * (len(pages) - 4096)
    ledger_path.write_bytes(pages)
    with pytest.raises(LedgerError, match="it is damaged"):
        async with open_ledger(ledger_path) as ledger:
            await ledger.write(servers.ensure, guild_id)


async def test_one_process_at_a_time_writes(ledger_path):
    other = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        HOLD_THE_LEDGER,
        str(ledger_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert other.stdout
        assert await other.stdout.readline() == b"open\n"
        assert "in use by another process" in await refusal(ledger_path)
        async with open_ledger(ledger_path, writes=False) as reader:
            assert (await reader.read(claims.page, 1)).claims == ()
    finally:
        await other.communicate(b"")
    async with open_ledger(ledger_path):
        pass


async def test_a_process_that_was_killed_leaves_no_lock_behind(ledger_path):
    other = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        HOLD_THE_LEDGER,
        str(ledger_path),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout
    assert await other.stdout.readline() == b"open\n"
    other.kill()
    await other.communicate()
    async with open_ledger(ledger_path):
        pass


async def test_a_link_to_the_ledger_is_no_way_around_the_lock(ledger, ledger_path, tmp_path):
    alias = tmp_path / "alias.db"
    alias.symlink_to(ledger_path)
    assert "in use by another process" in await refusal(alias)


async def test_another_programs_write_makes_opening_fail_in_words(ledger_path, monkeypatch):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    other = sqlite3.connect(ledger_path, isolation_level=None)
    try:
        other.execute("BEGIN EXCLUSIVE")
        assert "another program is writing" in await refusal(ledger_path)
    finally:
        other.close()


async def test_reading_never_writes_not_even_what_a_killed_writer_left(
    ledger_path, tmp_path, guild_id
):
    left = tmp_path / "left"
    left.mkdir()
    async with open_ledger(ledger_path) as ledger:
        await ledger.write(servers.set_moderators, guild_id, 77)
        for name in ("ledger.db", "ledger.db-wal"):  # as after a kill: nothing folded in yet
            (left / name).write_bytes((tmp_path / name).read_bytes())
    before = {path.name: path.read_bytes() for path in left.iterdir()}
    async with open_ledger(left / "ledger.db", writes=False) as reader:
        assert (await reader.read(servers.get, guild_id)).moderator_role_id == 77
    assert {name: (left / name).read_bytes() for name in before} == before


async def test_a_ledger_opened_for_reading_refuses_to_write(ledger_path, guild_id):
    async with open_ledger(ledger_path):
        pass
    async with open_ledger(ledger_path, writes=False) as reader:
        with pytest.raises(LedgerError, match="reading only"):
            await reader.write(servers.ensure, guild_id)


async def test_closing_ends_the_threads(ledger_path):
    before = set(threading.enumerate())
    async with open_ledger(ledger_path):
        own = set(threading.enumerate()) - before
    for thread in own:
        thread.join(5)
    assert len(own) == 2
    assert not any(thread.is_alive() for thread in own)


@pytest.mark.parametrize("writes", [True, False])
def test_a_program_that_cannot_open_its_ledger_ends_without_a_traceback(ledger_path, writes):
    ledger_path.write_bytes(b"no ledger at all, but long enough to be one" * 20)
    threads = set(threading.enumerate())
    for _ in range(20):  # a thread that outlives the event loop raises, which pytest reports
        asyncio.run(refusal(ledger_path, writes=writes))
        assert set(threading.enumerate()) == threads
