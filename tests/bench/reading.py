"""Figures of what reads: cards, pages, searches, suggestions; at one caller and at many."""

import asyncio
import random
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from time import perf_counter, sleep
from typing import NamedTuple

from claims.ledger import Ledger
from claims.ledger.lookup import claims
from claims.ledger.lookup.filters import Position, cursor
from claims.records.claims import Stage
from claims.records.lists import Filter, Order
from tests.bench import replay
from tests.bench.figures import Figure, at
from tests.bench.generate import LARGEST, Words

PAGE = 25
CALLERS = 16
PAGES = 1_000
FILTERED = Filter(stage=Stage.OPEN, order=Order.CHECK_WORTHINESS)
Call = tuple[Callable[..., object], tuple[object, ...], dict[str, object]]


async def reading(ledger: Ledger, path: Path, rounds: int) -> Iterator[Figure]:
    """Return the figures, in the table's order."""
    chance = random.Random(11)
    bare = replay.bare(path)
    named = replay.bare(path)
    named.row_factory = sqlite3.Row
    last = named.execute(
        "SELECT last_number FROM server WHERE guild_id = ?", (LARGEST,)
    ).fetchone()[0]
    cards: list[Call] = [
        (claims.card, (LARGEST, chance.randint(1, last)), {}) for _ in range(rounds)
    ]
    starts = _cursors(named, chance, rounds)
    pages: list[Call] = [
        (claims.page, (LARGEST, FILTERED), {"start": start, "size": PAGE}) for start in starts
    ]
    found = [
        *_ratios("a claim's card", await _beside(ledger, named, bare, cards)),
        *_ratios("a filtered page of 25", await _beside(ledger, named, bare, pages)),
        await _throughput("cards, 16 callers", ledger, named, cards),
        await _throughput("pages, 16 callers", ledger, named, pages),
        await _beside_a_writer(ledger, cards),
        await _suggesting(ledger, chance, rounds),
        await _searching(ledger, Order.NEWEST, chance, rounds),
        await _searching(ledger, Order.MATCH, chance, rounds),
        *[await _deep(ledger, wanted, what) for what, wanted in DEEP.items()],
    ]
    bare.close()
    named.close()
    return iter(found)


DEEP = {
    "newest": Filter(),
    "open": Filter(stage=Stage.OPEN),
    "most check-worthy": Filter(order=Order.CHECK_WORTHINESS),
    "most asked": Filter(order=Order.ASKED),
}


def _cursors(db: sqlite3.Connection, chance: random.Random, count: int) -> list[str | None]:
    """Return places all over the filtered list."""
    numbers = db.execute(
        "SELECT number, check_worthiness FROM claim WHERE guild_id = ? AND stage = ?",
        (LARGEST, FILTERED.stage),
    ).fetchall()
    drawn = chance.choices(numbers, k=count - 1)
    places = [cursor(FILTERED.order, Position(*row)) for row in drawn]
    return [None, *places]


class Times(NamedTuple):
    """Of the same calls: through the ledger, on a plain connection, and their SQL alone."""

    ours: list[float]
    plain: list[float]
    sql: list[float]


async def _beside(
    ledger: Ledger, named: sqlite3.Connection, bare: sqlite3.Connection, calls: Sequence[Call]
) -> Times:
    """Time each call in all three ways, in turns, with warm caches."""
    times = Times([], [], [])
    for operation, args, kwargs in calls:
        statements = replay.record(named, operation, *args, **kwargs)
        replay.run(bare, statements)
        await ledger.read(operation, *args, **kwargs)
        began = perf_counter()
        await ledger.read(operation, *args, **kwargs)
        times.ours.append(perf_counter() - began)
        began = perf_counter()
        operation(named, *args, **kwargs)
        times.plain.append(perf_counter() - began)
        began = perf_counter()
        replay.run(bare, statements)
        times.sql.append(perf_counter() - began)
    return times


def _ratios(what: str, times: Times) -> Iterator[Figure]:
    """Yield two figures: with the same records built, and against rows that nobody reads."""
    mine, plain, sql = (at(side, 0.5) for side in times)
    beside = ((plain, "sqlite3, same records, p50"), (sql, "sqlite3, SQL alone, p50"))
    for bare, unit in beside:
        yield Figure(what, mine / bare, f"× {unit}", 1.5, detail=f"{mine:.3f} / {bare:.3f} ms")


async def _throughput(
    what: str, ledger: Ledger, named: sqlite3.Connection, calls: Sequence[Call]
) -> Figure:
    """Compare what 16 callers get done in all with what one plain connection gets done."""
    ratios, rates = [], []
    for start in [*range(0, len(calls), SHARE)] * 3:
        share = calls[start : start + SHARE]
        for operation, args, kwargs in share:  # warms the caches for both
            operation(named, *args, **kwargs)
            await ledger.read(operation, *args, **kwargs)
        began = perf_counter()
        for operation, args, kwargs in share:
            operation(named, *args, **kwargs)
        alone = perf_counter() - began
        waiting = iter(share)
        began = perf_counter()
        await asyncio.gather(*(_caller(ledger, waiting) for _ in range(CALLERS)))
        ratios.append(alone / (perf_counter() - began))
        rates.append(len(share) / alone)
    ratio, rate = median(ratios), median(rates)
    each = f"{rate * ratio:,.0f} / {rate:,.0f} a second"
    return Figure(what, ratio, "× one plain connection", 0.9, at_least=True, detail=each)


SHARE = 100
"""Calls after which the two take turns, so that whatever else the machine does befalls both."""


async def _caller(ledger: Ledger, waiting: Iterator[Call]) -> None:
    for operation, args, kwargs in waiting:
        await ledger.read(operation, *args, **kwargs)


async def _beside_a_writer(ledger: Ledger, calls: Sequence[Call]) -> Figure:
    """Read cards while a write is under way that lasts longer than all of it."""

    async def cards() -> list[float]:
        times = []
        for operation, args, kwargs in calls[:100]:
            began = perf_counter()
            await ledger.read(operation, *args, **kwargs)
            times.append(perf_counter() - began)
        return times

    idle = await cards()
    writing = asyncio.create_task(ledger.write(_hold))
    await asyncio.sleep(0.05)
    busy = await cards()
    assert not writing.done(), "the write must outlast the reads"
    await writing
    detail = f"{at(busy, 0.99):.2f} / {at(idle, 0.99):.2f} ms at p99"
    return Figure(
        "a card while a write lasts",
        at(busy, 0.5) / at(idle, 0.5),
        "× idle, p50",
        1.5,
        detail=detail,
    )


def _hold(db: sqlite3.Connection) -> None:
    """Keep a write transaction open; what it changes is what was there before."""
    db.execute("UPDATE server SET left_at = left_at WHERE guild_id = ?", (LARGEST,))
    sleep(2)


async def _suggesting(ledger: Ledger, chance: random.Random, rounds: int) -> Figure:
    """Time suggestions for one to three words, the last one cut anywhere."""
    words = Words(random.Random(7))
    calls: list[Call] = []
    for turn in range(rounds):
        drawn = words.draw(1 + turn % 3)
        drawn[-1] = drawn[-1][: chance.randint(1, len(drawn[-1]))]
        calls.append((claims.suggest, (LARGEST, " ".join(drawn)), {}))
    return await _slowest("suggestions, 1 to 3 words", ledger, calls, 10)


async def _searching(ledger: Ledger, order: Order, chance: random.Random, rounds: int) -> Figure:
    words = Words(random.Random(7))
    calls: list[Call] = []
    for _ in range(rounds):
        wanted = Filter(words=" ".join(words.draw(chance.randint(1, 3))), order=order)
        calls.append((claims.page, (LARGEST, wanted), {"size": PAGE}))
    what = "a search page, newest first" if order is Order.NEWEST else "a search page, ranked"
    return await _slowest(what, ledger, calls, 50)


async def _slowest(what: str, ledger: Ledger, calls: Sequence[Call], aim: float) -> Figure:
    """Time the calls twice: when nothing of it was read before, and then, which is what counts."""
    rounds = []
    for _ in range(2):
        times = []
        for operation, args, kwargs in calls:
            began = perf_counter()
            await ledger.read(operation, *args, **kwargs)
            times.append(perf_counter() - began)
        rounds.append(times)
    first, again = rounds
    detail = f"p50 {at(again, 0.5):.2f} ms; read from disk {at(first, 0.99):.1f} ms"
    return Figure(what, at(again, 0.99), "ms at p99", aim, detail=detail)


async def _deep(ledger: Ledger, wanted: Filter, what: str) -> Figure:
    """Turn to page 1,000 and compare what it costs with page 1."""
    cursor: str | None = None
    deep: str | None = None
    for _ in range(PAGES - 1):
        page = await ledger.read(claims.page, LARGEST, wanted, start=cursor, size=PAGE)
        deep, cursor = cursor, page.older
        if cursor is None:
            break
    second = (await ledger.read(claims.page, LARGEST, wanted, size=PAGE)).older
    times: dict[str, list[float]] = {"first": [], "deep": []}
    for _ in range(200):
        for place, start in (("first", second), ("deep", cursor or deep)):
            began = perf_counter()
            await ledger.read(claims.page, LARGEST, wanted, start=start, size=PAGE)
            times[place].append(perf_counter() - began)
    first, far = at(times["first"], 0.5), at(times["deep"], 0.5)
    detail = f"{far:.3f} / {first:.3f} ms"
    return Figure(f"page 1,000, {what}", far / first, "× page 1, p50", 1.2, detail=detail)
