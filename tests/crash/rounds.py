"""Kill the desk, open what it left, and judge it."""

import asyncio
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import monotonic
from typing import NamedTuple

from claims.ledger import open_ledger
from claims.ledger.keeping import backups

ROOT = Path(__file__).parents[2]

LONGEST = 0.4
"""Seconds of work before the kill, at most; some hundred decisions."""


class Round(NamedTuple):
    """One kill: what was acknowledged before it, how long reopening took, what was wrong then."""

    acknowledged: int
    reopened_in: float
    problems: list[str]


def rounds(path: Path, number: int, seed: int = 0) -> Iterator[Round]:
    """Kill this often, on one file; each round goes on with what the one before left."""
    random = Random(seed)
    for each in range(number):
        said = killed(path, seed * 1000 + each, random.uniform(0, LONGEST))
        before = monotonic()
        asyncio.run(_reopen(path))
        took = monotonic() - before
        yield Round(len(said), took, [*backups.check(path), *missing(path, said), *halves(path)])


def killed(path: Path, seed: int, seconds: float) -> list[tuple[str, int, int]]:
    """Let a desk work for so long, kill it, and return what it had acknowledged."""
    command = [sys.executable, "-m", "tests.crash.desk", str(path), str(seed)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "ready\n"
        try:
            desk.wait(seconds)
        except subprocess.TimeoutExpired:
            desk.kill()
        lines = desk.stdout.read().splitlines()
    assert desk.returncode == -9, "it ended by itself"
    whole = [line.split() for line in lines if len(line.split()) == 3]
    return [(what, int(work), int(server)) for what, work, server in whole]


async def _reopen(path: Path) -> None:
    async with open_ledger(path):
        pass


def missing(path: Path, said: list[tuple[str, int, int]]) -> Iterator[str]:
    """Yield acknowledged decisions that are not there."""
    for what, work, server in said:
        if what == "undo":
            found = _ask(path, "SELECT 1 FROM event WHERE id = ? AND action = 'undo'", work)
        elif what == "load":
            words = f"Crane % stood still by {work}"
            found = _ask(
                path, "SELECT 1 FROM claim WHERE guild_id = ? AND text LIKE ?", server, words
            )
            if len(found) != 8:
                yield f"article {work} has {len(found)} claims."
        else:
            found = _ask(
                path,
                "SELECT 1 FROM event WHERE guild_id = ? AND action = ? AND reason = ?",
                server,
                what,
                f"work {work}",
            )
        if not found:
            yield f"{what} {work} was acknowledged and is not there."


def halves(path: Path) -> Iterator[str]:
    """Yield decisions of which only a part is there, acknowledged or not."""
    for row in _ask(
        path,
        "SELECT reason, (SELECT count(*) FROM evidence WHERE brought_with = event.id) AS links,"
        " json_array_length(detail, '$.evidence') AS said FROM event WHERE action = 'rate'",
    ):
        if not row["links"] or row["links"] != row["said"]:
            yield f"{row['reason']} has {row['links']} of {row['said']} links."
    for row in _ask(
        path,
        "SELECT id FROM article WHERE (SELECT count(*) FROM appearance"
        " WHERE appearance.guild_id = article.guild_id AND article_id = article.id) <> 8",
    ):
        yield f"article {row['id']} has only some of its claims."


def _ask(path: Path, select: str, *values: object) -> list[sqlite3.Row]:
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    try:
        return db.execute(select, values).fetchall()
    finally:
        db.close()
