"""Quick reads run in their caller's thread; others, and those that turn out slow, in another."""

import asyncio
import sqlite3
import threading

import pytest

from claims.errors import ClaimNotFoundError
from claims.ledger import open_ledger
from claims.ledger.lookup import claims
from claims.ledger.store import quick as quick_reads
from claims.ledger.store.quick import may_take_long, quick
from claims.records.lists import Filter


def number_of(db, number):
    """Return a number, from the database."""
    return db.execute("SELECT ?", (number,)).fetchone()[0]


async def test_each_of_many_gets_its_own_answer(ledger):
    asked = [ledger.read(number_of, n) for n in range(200)]
    assert await asyncio.gather(*asked) == list(range(200))


async def test_one_that_fails_fails_alone(stocked, guild_id):
    asked = [stocked.read(claims.get, guild_id, n) for n in (1, 99, 2, 0, 3)]
    found = await asyncio.gather(*asked, return_exceptions=True)
    assert [getattr(item, "number", None) for item in found] == [1, 99, 2, 0, 3]
    assert [type(item) is ClaimNotFoundError for item in found] == [False, True, False, True, False]


class Occupied:
    """An operation that stays on the ledger's thread until it is let go."""

    def __init__(self) -> None:
        self._begun = threading.Event()
        self._let_go = threading.Event()

    def __call__(self, _db: sqlite3.Connection) -> bool:
        self._begun.set()
        return self._let_go.wait(5)

    async def begun(self) -> None:
        """Wait until it runs."""
        assert await asyncio.to_thread(self._begun.wait, 5)

    def let_go(self) -> None:
        self._let_go.set()


async def test_one_that_is_cancelled_takes_no_other_along(ledger):
    held = Occupied()
    first = asyncio.create_task(ledger.read(held))
    await held.begun()
    others = [asyncio.create_task(ledger.read(number_of, n)) for n in range(5)]
    await asyncio.sleep(0)
    first.cancel()
    others[2].cancel()
    await asyncio.sleep(0)
    held.let_go()
    found = await asyncio.gather(*others, return_exceptions=True)
    assert [n for n in found if not isinstance(n, BaseException)] == [0, 1, 3, 4]
    assert await ledger.read(number_of, 7) == 7


async def test_what_was_asked_before_the_ledger_closes_is_answered(ledger_path):
    held = Occupied()
    async with open_ledger(ledger_path) as ledger:
        asked = [asyncio.create_task(ledger.read(held))]
        await held.begun()
        asked += [asyncio.create_task(ledger.read(number_of, n)) for n in range(50)]
        await asyncio.sleep(0)
        held.let_go()
    assert await asyncio.wait_for(asyncio.gather(*asked), 5) == [True, *range(50)]


async def test_after_the_ledger_closed_a_read_is_refused(ledger_path):
    async with open_ledger(ledger_path) as ledger:
        pass
    with pytest.raises(ValueError, match="no active connection"):
        await asyncio.wait_for(ledger.read(number_of, 1), 5)


def where(db: sqlite3.Connection, _wanted: str = "") -> bool:
    """Return whether this runs in the event loop's thread."""
    return threading.current_thread() is threading.main_thread()


short = quick(lambda db: where(db))  # noqa: PLW0108  # `where` itself stays unmarked


@quick
def long(db):
    """Count for minutes, unless it is broken off; then it counts no further than to ten."""
    limit = 10**12 if where(db) else 10
    (count,) = db.execute(
        "WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n LIMIT ?)"
        " SELECT count(*) FROM n",
        (limit,),
    ).fetchone()
    return count, where(db)


async def test_only_a_quick_read_stays_in_its_callers_thread(ledger):
    assert await ledger.read(short)
    assert not await ledger.read(where)


async def test_a_page_of_what_has_words_is_looked_for_in_another_thread(stocked, guild_id):
    accesses = []
    stocked.watch(lambda access, _waited, _took: accesses.append(access))
    await stocked.read(claims.page, guild_id)
    await stocked.read(claims.page, guild_id, Filter(words="ferry"))
    assert accesses == ["quick", "quick", "read"]


async def test_a_quick_read_that_takes_long_is_broken_off_and_done_elsewhere(ledger):
    assert await ledger.read(long) == (10, False)
    assert await ledger.read(short)


async def test_a_quick_read_that_comes_to_a_long_question_is_begun_anew_elsewhere(ledger):
    begun = []

    @quick
    def halfway(db):
        begun.append(where(db))
        may_take_long(db)
        return where(db)

    assert not await ledger.read(halfway)
    assert begun == [True, False]
    assert await ledger.read(short)


@pytest.mark.parametrize(
    ("typed", "here"), [("fer", True), ("ferry", True), ("ferries", True), ("the fer", False)]
)
async def test_only_one_indexed_word_is_suggested_for_in_its_callers_thread(
    stocked, guild_id, typed, here
):
    accesses = []
    stocked.watch(lambda access, _waited, _took: accesses.append(access))
    await stocked.read(claims.suggest, guild_id, typed)
    assert accesses == (["quick"] if here else ["quick", "read"])


async def test_a_read_that_is_broken_off_at_every_step_is_done_elsewhere(ledger_path, monkeypatch):
    monkeypatch.setattr(quick_reads, "STEPS", 1)
    monkeypatch.setattr(quick_reads, "MOST_STEPS", 1)
    async with open_ledger(ledger_path) as ledger:
        for _ in range(3):
            assert not await ledger.read(short)
            assert await ledger.read(long) == (10, False)


async def test_a_quick_read_waits_elsewhere_for_another_programs_lock(ledger_path):
    async with open_ledger(ledger_path):
        pass
    other = sqlite3.connect(ledger_path, isolation_level=None, check_same_thread=False)
    other.execute("PRAGMA journal_mode = DELETE")
    async with open_ledger(ledger_path, writes=False) as ledger:
        other.execute("BEGIN EXCLUSIVE")
        counted = quick(lambda db: (db.execute("SELECT count(*) FROM claim").fetchone(), where(db)))
        asyncio.get_running_loop().call_later(0.1, other.execute, "COMMIT")
        count, here = await ledger.read(counted)
        assert (tuple(count), here) == ((0,), False)
    other.close()


async def test_a_quick_read_that_fails_leaves_nothing_open(stocked, guild_id):
    for number in (99, 1):
        for _ in range(2):
            try:
                found = await stocked.read(claims.card, guild_id, number)
            except ClaimNotFoundError:
                assert number == 99
            else:
                assert found.claim.number == 1
