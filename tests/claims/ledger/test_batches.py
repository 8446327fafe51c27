"""Many reads at once share their way to the ledger's thread, and nothing else."""

import asyncio
import threading

import pytest

from claims.errors import ClaimNotFoundError
from claims.ledger import claims, open_ledger


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


async def test_one_that_is_cancelled_takes_no_other_along(ledger):
    held = threading.Event()
    first = asyncio.create_task(ledger.read(lambda db: held.wait(5)))
    await asyncio.sleep(0.05)
    others = [asyncio.create_task(ledger.read(number_of, n)) for n in range(5)]
    await asyncio.sleep(0)
    first.cancel()
    others[2].cancel()
    await asyncio.sleep(0)
    held.set()
    found = await asyncio.gather(*others, return_exceptions=True)
    assert [n for n in found if not isinstance(n, BaseException)] == [0, 1, 3, 4]
    assert await ledger.read(number_of, 7) == 7


async def test_what_was_asked_before_the_ledger_closes_is_answered(ledger_path):
    held = threading.Event()
    async with open_ledger(ledger_path) as ledger:
        asked = [asyncio.create_task(ledger.read(lambda db: held.wait(5)))]
        await asyncio.sleep(0.05)
        asked += [asyncio.create_task(ledger.read(number_of, n)) for n in range(50)]
        await asyncio.sleep(0)
        held.set()
    assert await asyncio.wait_for(asyncio.gather(*asked), 5) == [True, *range(50)]


async def test_after_the_ledger_closed_a_read_is_refused(ledger_path):
    async with open_ledger(ledger_path) as ledger:
        pass
    with pytest.raises(ValueError, match="no active connection"):
        await asyncio.wait_for(ledger.read(number_of, 1), 5)
