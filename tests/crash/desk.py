"""The victim: decides without a pause, from several tasks, and prints each acknowledgement."""

# ruff: noqa: T201  # its output is its purpose

import asyncio
import sys
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from random import Random

from claims.errors import RefusedError
from claims.ledger import Ledger, open_ledger
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.lookup import search
from claims.ledger.members import follows
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.claims import Evidence, Rating
from claims.records.decisions import Act, Action

SERVERS = (1, 2, 3)
CLAIMS = 8
CALLERS = 4


async def main(path: Path, seed: int) -> None:
    """Work until killed."""
    random = Random(seed)
    numbers = count(seed * 1_000_000)
    async with open_ledger(path) as ledger:
        for server in SERVERS:
            await load(ledger, server, "")
        print("ready", flush=True)
        await asyncio.gather(*(decide(ledger, random, numbers) for _ in range(CALLERS)))


async def load(ledger: Ledger, server: int, words: str) -> tuple[int, ...]:
    """Store an article with claims of its own."""
    text = f"Article{words}: " + " ".join(f"Crane {n} stood still{words}." for n in range(CLAIMS))
    source = Source(name="Ida Lund", type=SourceType.PERSON)
    found = [
        Claim(
            text=f"Crane {n} stood still{words}",
            content=(Span(0, 7),),
            kind=Kind.INDIRECT,
            group=n,
            source=source,
            check_worthiness=0.5,
        )
        for n in range(CLAIMS)
    ]
    now = datetime.now(UTC)
    added = await ledger.write(articles.add, server, Article(text=text), found, actor=9, now=now)
    return added.new


async def decide(ledger: Ledger, random: Random, numbers: "count[int]") -> None:
    """Decide at random; print `what number server` of each decision once it is stored."""
    while True:
        work = next(numbers)
        server = random.choice(SERVERS)
        claim = random.randint(1, CLAIMS)
        actor = random.randint(100, 104)
        now = datetime.now(UTC)
        what = random.choice(("rate", "rate", "rate", "take", "drop", "reopen", "undo", "load"))
        try:
            if what == "load":
                await load(ledger, server, f" by {work}")
                await ledger.write(search.merge)
            elif what == "undo":
                card = await ledger.write(reviews.undo, server, claim, actor=actor, now=now)
                what, work = "undo", card.last.id
            else:
                act = asked(Action(what), actor, work, random)
                await ledger.write(reviews.act, server, claim, act, now=now)
                await ledger.write(follows.follow, server, claim, user_id=actor, now=now)
        except RefusedError:
            continue
        print(what, work, server, flush=True)


def asked(action: Action, actor: int, work: int, random: Random) -> Act:
    """An act that can be told from all others by its reason, and its links."""
    if action is not Action.RATE:
        return Act(action=action, actor=actor, reason=f"work {work}")
    links = tuple(
        Evidence(url=f"https://site{n}.example/{work}", note="seen")
        for n in range(random.randint(1, 3))
    )
    rating = random.choice((Rating.MIXED, Rating.MISLEADING, Rating.UNPROVEN))
    return Act(action=action, actor=actor, rating=rating, reason=f"work {work}", evidence=links)


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1]), int(sys.argv[2])))
