"""
How long others wait while large texts are read: `python -m tests.bench.reading_load`.

The installed bot runs against a loopback Discord. First somebody asks for `/claim show` again and
again while nothing else is done; then twenty of the largest inputs that are allowed are handed in
at once, by twenty moderators, and the same is asked until all of them are answered. Each sort of
input has its turn: pages, plain texts, charts, look-ups. The aim is a p99 of at most three times
that of the idle bot, and no answer, nor the first sign of one, after Discord's 3 seconds.

Twenty cards at once, which nothing is read for, are the yardstick: what twenty interactions in the
same moment cost by themselves. Look-ups of so short a text should cost no more than they.
"""

import argparse
import asyncio
import tempfile
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from bot.answers.reading import MOST_BYTES, MOST_TAGS, MOST_TEXT
from claims.reading.seeds import load_seeds
from tests.bench.latency import percentile, waits
from tests.bench.stopwatch import Stopwatch
from tests.e2e.loopback import Answer, Asked, File, LoopbackDiscord, Person
from tests.e2e.newsroom import Newsroom, furnish, stock

TWENTY = 20
AIM, DEADLINE = 3.0, 3000.0  # times the idle bot's p99; milliseconds that Discord waits
ANSWERED_ONCE = "bot.answers.work:PATIENCE=900"
"""Nobody is told that they wait, so that the first message is the answer and all is worked on."""

SAID = "Mayor Ida Lund said on Monday that rents fell by {n}%, and that 412 ships called in 2024. "


def page(number: int) -> bytes:
    """Return a page with as many tags as are read, and nearly as many bytes, of short text."""
    start = f"<title>Page {number}</title><p>" + SAID.format(n=number)
    tags = "<p class='x'>o" * (MOST_TAGS - 4)
    filler = "<!--" + "x" * (MOST_BYTES - len(start) - len(tags) - 100) + "-->"
    return (start + filler + tags).encode()


def text(number: int) -> bytes:
    """Return a text of as many characters as are read, all of it attributed."""
    said = "\n\n".join(SAID.format(n=n) for n in range(number, number + MOST_TEXT // 80))
    return said[:MOST_TEXT].encode()


def words(number: int) -> str:
    """Return a text to look up, as long as an option may be."""
    return "".join(SAID.format(n=n) for n in range(number, number + 30))[:2000]


async def hand_in(room: Newsroom, person: Person, name: str, data: bytes) -> Answer:
    """Hand a file in, and wait for whatever is answered."""
    return await person.slash(room.general, "intake file", file=File(name, data))


LOADS: dict[str, Callable[[Newsroom, Person, int], Awaitable[Answer]]] = {
    "pages": lambda room, who, n: hand_in(room, who, f"{n}.html", page(n)),
    "plain texts": lambda room, who, n: hand_in(room, who, f"{n}.txt", text(n)),
    "charts": lambda room, who, _: who.slash(room.general, "stats"),
    "cards": lambda room, who, n: who.slash(room.general, "claim show", number=3),
    "look-ups": lambda room, who, n: who.slash(room.general, "claim check", text=words(n)),
}


async def main(rounds: int) -> None:
    """Measure each sort of load beside the idle bot, and print the table."""
    table = Table("load", "idle p50 ms", "idle p99 ms", "p99 ms", "to idle", "over 3 s", "all s")
    console = Console(width=120)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        discord = await stack.enter_async_context(LoopbackDiscord(None))
        discord.interactions.complete_within = 900.0  # as long as Discord takes answers
        room = furnish(discord, folder)
        [(article, found)] = load_seeds()
        await stock(room, article, found, datetime.now(UTC))
        people = [
            room.discord.person(f"Mod {n}", room.guild, room.moderators) for n in range(TWENTY)
        ]
        bot = await stack.enter_async_context(room.start(LOOPBACK_SET=ANSWERED_ONCE))
        await bot.ready()
        watch = Stopwatch(discord)
        await watch.learn(room.member, room.general)
        data = room.member._slash_data(room.general, "claim show", {"number": 3}, None)
        payload = watch.prepared(room.member, room.general, Asked.COMMAND, data)
        for name, load in LOADS.items():
            await load(room, people[0], 1000)
            idle = await waits(watch, payload, 1, rounds)
            began = perf_counter()
            loads = asyncio.gather(*(load(room, who, n) for n, who in enumerate(people)))
            busy: list[float] = []
            while not loads.done() or len(busy) < rounds // 5:
                busy += await waits(watch, payload, 1, 1)
            await loads
            took = perf_counter() - began
            busy.sort()
            p99, ratio = percentile(0.99, busy), percentile(0.99, busy) / percentile(0.99, idle)
            table.add_row(
                name,
                f"{percentile(0.5, idle):.1f}",
                f"{percentile(0.99, idle):.1f}",
                f"{p99:.1f}",
                f"{ratio:.2f}{'' if ratio <= AIM else '*'}",
                str(sum(wait > DEADLINE for wait in busy)),
                f"{took:.1f}",
            )
    table.caption = f"* misses the aim: {AIM:g}"
    console.print(table)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("--rounds", type=int, default=500)
    asyncio.run(main(parser.parse_args().rounds))
