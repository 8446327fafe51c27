"""How long real articles of some 5 kB take to split, beside a bare regular expression."""

import json
import re
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter
from typing import NamedTuple

from claims.models import Article
from claims.splitting import split
from tests.quality.measure import HOME, OPTIONS

WORD = re.compile(r"\w+(?:['’\-]\w+)*|[^\w\s]")
SIZE = 5_000  # characters that the milliseconds are for
SHORTEST, LONGEST = 4_000, 6_000  # characters of the articles that are timed
TIMES = 7  # the best of these counts: whatever else the machine does only adds


class Cost(NamedTuple):
    """Milliseconds for 5,000 characters: of the median article, and of the regex over it."""

    articles: int
    split: float
    regex: float


def _best(work: Callable[[], object]) -> float:
    """Return the milliseconds of the quickest of some runs."""
    times = []
    for _ in range(TIMES):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return 1000 * min(times)


def cost() -> Cost:
    """Return what splitting costs on the sets' articles of 4 to 6 thousand characters."""
    texts = [
        json.loads(line)["text"]
        for name in OPTIONS
        for line in (HOME / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    articles = [Article(text=text) for text in texts if SHORTEST < len(text) < LONGEST]
    whole, bare = [], []
    for article in articles:
        split(article)  # what a process has read once it knows
        whole.append(_best(partial(split, article)) * SIZE / len(article.text))
        bare.append(_best(partial(WORD.findall, article.text)) * SIZE / len(article.text))
    return Cost(len(articles), median(whole), median(bare))
