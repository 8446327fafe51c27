"""
What splitting costs, beside one bare regular expression over the same text.

    pytest tests/bench/test_splitting.py --benchmark-enable --benchmark-group-by=group

The ratio of a group's two rows is the figure to watch; the rows of the second test show that
cost grows with length and no faster.
"""

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from claims.models import Article
from claims.splitting import split
from tests.quality.speed import WORD

TEXT = """
The harbour of Norvik lost a third of its trade last year, Mayor Ida Lund told the council.

“Nobody in this town was asked,” Lund said. “The cranes stood still for nine weeks.”

According to the shipping office, 412 vessels called at the port in 2024, and 96 left empty.

Two officials familiar with the talks said the state would not pay, adding that a private \
buyer had been found in the spring. The buyer, a company from Brenna, declined to comment.

The council, which meets every second Tuesday, has promised to publish the contract. Critics \
accuse the mayor of hiding the price; she denies it and has urged them to wait for the audit.

The port opened in 1911. It employs 340 people and ships timber, fish and gravel.
"""


def article(characters: int) -> str:
    return "\n".join([TEXT] * max(1, characters // len(TEXT)))


@pytest.mark.benchmark(group="5 kB article")
def test_bare_regex(benchmark: BenchmarkFixture) -> None:
    benchmark(WORD.findall, article(5_000))


@pytest.mark.benchmark(group="5 kB article")
def test_split(benchmark: BenchmarkFixture) -> None:
    assert benchmark(split, Article(text=article(5_000)))


@pytest.mark.benchmark(group="growth")
@pytest.mark.parametrize("characters", [5_000, 50_000, 500_000, 5_000_000])
def test_growth(benchmark: BenchmarkFixture, characters: int) -> None:
    source = Article(text=article(characters))
    rounds = 3 if characters < 10**6 else 1
    assert benchmark.pedantic(split, (source,), rounds=rounds)  # type: ignore[no-untyped-call]  # pytest-benchmark has no types for it
