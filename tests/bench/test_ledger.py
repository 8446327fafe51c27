"""
What the ledger costs beside the same SQL through plain sqlite3, which would block the bot.

`pytest tests/bench --benchmark-enable --benchmark-group-by=group` shows both of each group
with the ratio in brackets. Nothing here asserts a time.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.ledger import Ledger, open_ledger
from claims.ledger.articles import articles
from claims.ledger.lookup import claims
from claims.models import Article, Claim, Kind, Source, SourceType, Span

GUILD = 1001
CLAIMS = 20_000
"""The largest server of a middling ledger; keyed pages cost the same at any depth."""
FEW = 500
DEEP = 137
TIMES = 100
"""Operations in one measured round, so that starting the event loop does not count."""

Operation = Callable[..., object]
"""Something that reads, given a connection and what it asks for."""
Repeat = Callable[..., object]
"""Runs an operation, given it and what it asks for, as often as a round has it."""


@pytest.fixture(scope="module")
def size(request: pytest.FixtureRequest) -> int:
    """How many claims there are: few where nothing is measured."""
    return CLAIMS if request.config.getoption("benchmark_enable") else FEW


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory, size: int) -> Path:
    """A ledger's file with as many claims of one server."""
    path = tmp_path_factory.mktemp("bench") / "ledger.db"
    article = Article(text="A long list.", title="List", publisher="Norvik Courier")
    found = [
        Claim(
            text=f"Vessel {n} called at the port",
            content=(Span(0, 6),),
            kind=Kind.INDIRECT,
            group=n,
            source=Source(name=f"Harbour master {n % 50}", type=SourceType.PERSON),
            check_worthiness=0.5,
        )
        for n in range(size)
    ]

    async def fill() -> None:
        async with open_ledger(path) as ledger:
            now = datetime(2026, 3, 2, tzinfo=UTC)
            await ledger.write(articles.add, GUILD, article, found, actor=0, now=now)

    asyncio.run(fill())
    return path


@pytest.fixture
def bare(path: Path) -> Iterator[Repeat]:
    """Run an operation many times on a plain connection, in the calling thread."""
    db = sqlite3.connect(path, isolation_level=None)
    db.row_factory = sqlite3.Row

    def many(operation: Operation, *args: object, **kwargs: object) -> object:
        return [operation(db, *args, **kwargs) for _ in range(TIMES)][-1]

    yield many
    db.close()


@pytest.fixture
def through_the_ledger(path: Path) -> Iterator[Repeat]:
    """Run an operation as many times, but as the bot does, from an event loop."""
    with asyncio.Runner() as runner:
        opened = open_ledger(path)
        ledger: Ledger = runner.run(opened.__aenter__())

        async def many(operation: Operation, *args: object, **kwargs: object) -> object:
            return [await ledger.read(operation, *args, **kwargs) for _ in range(TIMES)][-1]

        yield lambda *args, **kwargs: runner.run(many(*args, **kwargs))
        runner.run(opened.__aexit__(None, None, None))


WAYS = pytest.mark.parametrize("way", ["bare", "through_the_ledger"])


@WAYS
@pytest.mark.benchmark(group="a claim's card")
def test_card(benchmark, way, request):
    run = request.getfixturevalue(way)
    card = benchmark(run, claims.card, GUILD, DEEP)
    assert card.claim.number == DEEP


@WAYS
@pytest.mark.parametrize("start", [None, str(DEEP)], ids=["newest", "deep"])
@pytest.mark.benchmark(group="a page of ten claims")
def test_page(benchmark, way, start, size, request):
    run = request.getfixturevalue(way)
    page = benchmark(run, claims.page, GUILD, start=start)
    assert page.claims[0].number == int(start or size)


@WAYS
@pytest.mark.benchmark(group="suggestions for two letters")
def test_suggest(benchmark, way, request):
    run = request.getfixturevalue(way)
    assert len(benchmark(run, claims.suggest, GUILD, "ca")) == 25
