"""Figures of `claims load`, by the real command: it tells how far it is, and holds no more."""

import json
import random
import subprocess
import sys
from collections.abc import Iterator
from os import sysconf
from pathlib import Path
from time import perf_counter

from tests.bench.figures import Figure
from tests.bench.generate import FIRST_NAMES, Words

SENTENCES = 6


def loading(folder: Path, articles: int) -> Iterator[Figure]:
    """Yield the figures. What is loaded and the ledger it goes into stay in `folder`."""
    source = folder / "news.jsonl"
    with source.open("w") as lines:
        lines.writelines(map(_line, range(articles), _texts(articles)))
    command = [sys.executable, "-m", "claims", "load", str(source)]
    began = perf_counter()
    with subprocess.Popen(
        [*command, "--ledger", str(folder / "loaded.db")], stdout=subprocess.PIPE, text=True
    ) as loader:
        assert loader.stdout is not None
        held = [_held(loader.pid) for _ in loader.stdout]
    seconds = perf_counter() - began
    assert loader.returncode == 0
    yield Figure(
        f"lines told while {articles:,} articles are loaded",
        len(held) / articles,
        "an article",
        1,
        at_least=True,
        detail=f"{articles / seconds:,.0f} articles a second",
    )
    early, latest = held[articles // 10], max(held)
    yield Figure(
        f"memory for {articles:,} articles",
        latest / early,
        "× that for a tenth of them",
        1.2,
        detail=f"{latest:.0f} / {early:.0f} MB",
    )


def _texts(count: int) -> Iterator[str]:
    chance = random.Random(29)
    words = Words(random.Random(7))
    words.chance = chance
    for _ in range(count):
        yield " ".join(
            f"{chance.choice(FIRST_NAMES)} {chance.choice(words.words[200:]).title()} said that"
            f" {' '.join(words.draw(chance.randint(8, 20)))}."
            for _ in range(SENTENCES)
        )


def _line(number: int, text: str) -> str:
    return json.dumps({"id": str(number), "title": f"News {number}", "text": text}) + "\n"


def _held(pid: int) -> float:
    """Return the megabytes of memory that a process holds; where Linux tells."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * sysconf("SC_PAGE_SIZE") / 1e6
