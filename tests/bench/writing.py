"""Figures of what writes, durably and in copies of the ledger: articles, decisions."""

import asyncio
import os
import random
import shutil
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Any, NamedTuple

from claims.ledger import Ledger, open_ledger
from claims.ledger.articles import articles
from claims.ledger.decisions import matches, reviews
from claims.ledger.store import opening
from claims.matching import similarity
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.claims import Evidence, Rating, Stance
from claims.records.decisions import Act, Action
from tests.bench import replay
from tests.bench.figures import Figure, at
from tests.bench.generate import FIRST_NAMES, IN_ARTICLE, MATCHED, Words

NOW = datetime(2026, 3, 2, tzinfo=UTC)


async def writing(path: Path, folder: Path, rounds: int) -> Iterator[Figure]:
    """Return the figures, in the table's order. `folder` holds the copies."""
    ours, bare, watched = (folder / name for name in ("ours.db", "bare.db", "watched.db"))
    for copy in (ours, bare, watched):
        shutil.copyfile(path, copy)
    os.sync()  # or the copies are written while decisions wait for the disk
    stored = [(articles.add, (MATCHED, *item), {"actor": 0, "now": NOW}) for item in _news(rounds)]
    decided = [
        (reviews.act, (MATCHED, number, act), {"now": NOW})
        for number, act in _decisions(watched, rounds * 6)
    ]
    with ExitStack() as stack:
        recorded = opening.open_writer(watched)
        stack.callback(recorded.close)
        raw = replay.bare(bare, writes=True)
        stack.callback(raw.close)
        matched = _matching(recorded, [item for _, item, _ in stored])
        async with open_ledger(ours) as ledger:
            sides = _Sides(ledger, recorded, raw)
            return iter(
                [
                    _ratio(
                        "storing an article of 30 claims, matched",
                        1.5,
                        await sides.times(stored, _inserting),
                        "× bare inserts, p50",
                    ),
                    matched,
                    _ratio(
                        "a durable decision",
                        1.3,
                        await sides.times(decided[::2], _deciding),
                        "× bare transaction, p50",
                    ),
                    _ratio(
                        "a durable decision",
                        1.3,
                        await sides.times(decided[1::2], _deciding_elsewhere),
                        "× the same in another thread, p50",
                    ),
                ]
            )


Call = tuple[Callable[..., Any], tuple[Any, ...], dict[str, Any]]
Bare = Callable[[sqlite3.Connection, Sequence[replay.Statement]], Awaitable[float]]
"""Runs statements on a plain connection, and returns the seconds that it took."""


class _Sides(NamedTuple):
    """Three copies of a ledger: ours, one that tells what ours runs, and one that runs that."""

    ledger: Ledger
    recorded: sqlite3.Connection
    raw: sqlite3.Connection

    async def times(self, calls: Sequence[Call], bare: Bare) -> tuple[list[float], list[float]]:
        """Return what each call takes through the ledger, and what its SQL takes bare."""
        mine, theirs = [], []
        for turn, (operation, args, kwargs) in enumerate(calls):
            self.recorded.execute("BEGIN IMMEDIATE")
            statements = replay.record(self.recorded, operation, *args, **kwargs)
            self.recorded.execute("COMMIT")
            if turn % 2:  # who comes second finds the disk busy with the first
                theirs.append(await bare(self.raw, statements))
            began = perf_counter()
            await self.ledger.write(operation, *args, **kwargs)
            mine.append(perf_counter() - began)
            if not turn % 2:
                theirs.append(await bare(self.raw, statements))
        return mine, theirs


async def _inserting(raw: sqlite3.Connection, statements: Sequence[replay.Statement]) -> float:
    return replay.transaction(raw, [statement for statement in statements if statement.writes])


async def _deciding(raw: sqlite3.Connection, statements: Sequence[replay.Statement]) -> float:
    return replay.transaction(raw, statements)


async def _deciding_elsewhere(
    raw: sqlite3.Connection, statements: Sequence[replay.Statement]
) -> float:
    """Do as a program has to whose event loop must not wait for the disk."""
    began = perf_counter()
    await asyncio.to_thread(replay.transaction, raw, statements)
    return perf_counter() - began


def _ratio(what: str, aim: float, times: tuple[list[float], list[float]], unit: str) -> Figure:
    mine, bare = (at(side, 0.5) for side in times)
    return Figure(what, mine / bare, unit, aim, detail=f"{mine:.2f} / {bare:.2f} ms")


def _news(count: int) -> Iterator[tuple[Article, list[Claim]]]:
    """Yield articles with claims, made of the ledger's words."""
    chance = random.Random(23)
    words = Words(random.Random(7))
    words.chance = chance
    for number in range(count):
        texts = [" ".join(words.draw(chance.randint(8, 24))) for _ in range(IN_ARTICLE)]
        text = ". ".join(texts)
        article = Article(text=text, title=f"News {number}", publisher="The Ada Courier")
        people = [f"{chance.choice(FIRST_NAMES)} Newcomer{chance.randrange(50)}" for _ in range(8)]
        yield article, [_claim(text, sentence, chance.choice(people)) for sentence in texts]


def _claim(text: str, sentence: str, name: str) -> Claim:
    start = text.index(sentence)
    return Claim(
        text=sentence,
        content=(Span(start, start + len(sentence)),),
        kind=Kind.INDIRECT,
        group=0,
        source=Source(name=name, type=SourceType.PERSON),
        check_worthiness=0.5,
    )


def _decisions(path: Path, count: int) -> list[tuple[int, Act]]:
    """Return ratings, each with evidence, of claims that are open."""
    db = replay.bare(path)
    found = db.execute(
        "SELECT number FROM claim WHERE guild_id = ? AND stage = 'open' LIMIT ?", (MATCHED, count)
    ).fetchall()
    db.close()
    evidence = Evidence(
        url="https://register.example/1", stance=Stance.REFUTES, note="table 3", is_primary=True
    )
    rate = Act(
        action=Action.RATE,
        actor=42,
        rating=Rating.FALSE,
        reason="Compared with the register.",
        evidence=(evidence,),
    )
    return [(number, rate) for (number,) in found]


def _matching(db: sqlite3.Connection, items: Sequence[tuple[Any, ...]]) -> Figure:
    """Time the matching of each new claim by itself."""
    times = []
    for _, _, found in items:
        for claim in found:
            began = perf_counter()
            matches.near(db, MATCHED, similarity.signature(claim.text), claim.text)
            times.append(perf_counter() - began)
    detail = f"p50 {at(times, 0.5):.2f} ms"
    return Figure(
        "matching a claim against 10,000", at(times, 0.95), "ms at p95", 20, detail=detail
    )
