"""One operation is one transaction: whole, alone, and finished even if nobody waits for it."""

import asyncio
import sqlite3
import threading

import pytest

from claims.errors import ClaimNotFoundError, LedgerError
from claims.ledger import open_ledger, servers
from claims.ledger.articles import articles
from claims.ledger.lookup import claims
from claims.ledger.members import follows
from claims.ledger.store import opening
from claims.models import Article


def roles(db: sqlite3.Connection) -> list[int | None]:
    """The moderator roles of all servers, in the order of the servers."""
    found = db.execute("SELECT moderator_role_id AS role FROM server ORDER BY guild_id")
    return [row["role"] for row in found]


@pytest.mark.parametrize("error", [RuntimeError("half"), ClaimNotFoundError(9)])
async def test_an_error_inside_a_write_leaves_nothing_of_it(ledger, error):
    def half(db):
        servers.set_moderators(db, 1, 5)
        raise error

    with pytest.raises(type(error)):
        await ledger.write(half)
    assert await ledger.read(roles) == []
    await ledger.write(servers.set_moderators, 2, 6)
    assert await ledger.read(roles) == [6]


async def test_a_constraint_that_fails_late_takes_the_whole_article_back(
    ledger, guild_id, article, found, now
):
    found[3] = found[3].model_copy(update={"text": ""})
    with pytest.raises(sqlite3.IntegrityError):
        await ledger.write(articles.add, guild_id, article, found, actor=0, now=now)
    assert (await ledger.read(claims.page, guild_id)).claims == ()
    added = await ledger.write(articles.add, guild_id, article, found[:3], actor=0, now=now)
    assert (added.is_repeat, added.new) == (False, (1, 2, 3))


async def test_a_read_cannot_write(ledger):
    with pytest.raises(LedgerError):
        await ledger.read(servers.set_moderators, 1, 5)
    assert await ledger.read(roles) == []


async def test_a_mistake_in_a_statement_is_no_fault_of_the_file(ledger):
    with pytest.raises(sqlite3.OperationalError, match="no such table") as error:
        await ledger.read(lambda db: db.execute("SELECT * FROM nowhere"))
    assert error.value.__cause__ is None


async def test_a_write_is_finished_though_its_caller_is_cancelled(ledger):
    begun, go_on = threading.Event(), threading.Event()

    def slow(db):
        servers.set_moderators(db, 1, 5)
        begun.set()
        assert go_on.wait(10)
        servers.set_moderators(db, 2, 6)

    caller = asyncio.create_task(ledger.write(slow))
    await asyncio.to_thread(begun.wait, 10)
    caller.cancel()
    with pytest.raises(asyncio.CancelledError):
        await caller
    go_on.set()
    await ledger.write(servers.set_moderators, 3, 7)
    assert await ledger.read(roles) == [5, 6, 7]


async def test_closing_waits_for_a_write_whose_caller_left(ledger_path):
    async with open_ledger(ledger_path) as ledger:
        caller = asyncio.create_task(ledger.write(servers.set_moderators, 1, 5))
        await asyncio.sleep(0)
        caller.cancel()
    async with open_ledger(ledger_path) as ledger:
        assert await ledger.read(roles) == [5]


async def test_concurrent_tasks_do_not_get_between_each_others_statements(
    ledger, guild_id, article, found, now
):
    async def add(number: int) -> tuple[int, ...]:
        text = f"{article.text} {number}"
        claim = found[0].model_copy(update={"text": f"Claim {number}"})
        other = found[1].model_copy(update={"text": f"Other claim {number}"})
        stored = Article(text=text)
        added = await ledger.write(articles.add, guild_id, stored, [claim, other], actor=0, now=now)
        numbers: tuple[int, ...] = added.new
        return numbers

    numbers = await asyncio.gather(*(add(n) for n in range(50)))
    assert sorted(n for pair in numbers for n in pair) == list(range(1, 101))
    assert all(second == first + 1 for first, second in numbers)


async def test_reads_beside_a_write_see_all_of_it_or_nothing(ledger):
    begun, go_on = threading.Event(), threading.Event()

    def slow(db):
        servers.ensure(db, 1)
        begun.set()
        assert go_on.wait(10)
        servers.ensure(db, 2)

    writing = asyncio.create_task(ledger.write(slow))
    await asyncio.to_thread(begun.wait, 10)
    assert await ledger.read(roles) == []
    go_on.set()
    await writing
    assert await ledger.read(roles) == [None, None]


async def test_another_programs_transaction_is_waited_for_then_told(
    ledger_path, guild_id, monkeypatch
):
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.05)
    async with open_ledger(ledger_path) as ledger:
        other = sqlite3.connect(ledger_path, isolation_level=None)
        try:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(LedgerError, match="another program is writing"):
                await ledger.write(servers.set_moderators, guild_id, 5)
            assert await ledger.read(roles) == []
            other.execute("ROLLBACK")
        finally:
            other.close()
        await ledger.write(servers.set_moderators, guild_id, 5)
        assert await ledger.read(roles) == [5]


async def test_another_programs_short_transaction_is_waited_out(ledger, ledger_path):
    other = sqlite3.connect(ledger_path, isolation_level=None, check_same_thread=False)
    try:
        other.execute("BEGIN IMMEDIATE")
        release = asyncio.get_running_loop().call_later(0.1, other.execute, "ROLLBACK")
        await ledger.write(servers.set_moderators, 1, 5)
        release.cancel()
    finally:
        other.close()
    assert await ledger.read(roles) == [5]


async def test_a_follower_of_nothing_changes_nothing(ledger, guild_id, now):
    with pytest.raises(ClaimNotFoundError, match="#1"):
        await ledger.write(follows.follow, guild_id, 1, user_id=5, now=now)
    assert await ledger.read(roles) == []
