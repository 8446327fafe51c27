"""
How long people wait: `python -m tests.bench.latency [--rounds N]`.

From the moment at which the loopback Discord sends an interaction until it has the answer, for
the installed bot and for a bare discord.py bot that answers with a constant, in one run on one
machine. The ratio is what the figures are for; the milliseconds include the loopback itself.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.table import Table

from claims.seeds import load_seeds
from tests.e2e.loopback import BotProcess, LoopbackDiscord
from tests.e2e.newsroom import Newsroom, furnish, stock

BARE = Path(__file__).parents[1] / "e2e" / "bots" / "bare.py"
IN_FLIGHT = (1, 16, 64)
AIMS = (1.5, 2.0)  # at p50 and p99, of the bare bot

Ask = Callable[[Newsroom], Awaitable[object]]
Waits = dict[tuple[str, int], list[float]]
"""Milliseconds, sorted, for each question and number of people."""

ASKED: dict[str, Ask] = {
    "/claim show": lambda room: room.member.slash(room.general, "claim show", number=3),
    "/claim list": lambda room: room.member.slash(room.general, "claim list"),
    "autocomplete": lambda room: room.member.suggestions(
        room.general, "claim show", "number", "russia"
    ),
}


async def waits(room: Newsroom, ask: Ask, in_flight: int, rounds: int) -> list[float]:
    """Return every wait in milliseconds, sorted, with so many people asking all the time."""
    found: list[float] = []

    async def person() -> None:
        for _ in range(max(1, rounds // in_flight)):
            began = perf_counter()
            await ask(room)
            found.append((perf_counter() - began) * 1000)

    await asyncio.gather(*(person() for _ in range(in_flight)))
    return sorted(found)


async def measure(
    bot: BotProcess, room: Newsroom, rounds: int
) -> dict[tuple[str, int], list[float]]:
    """Return the waits for each question and number of people."""
    async with bot:
        await bot.ready()
        for ask in ASKED.values():
            await waits(room, ask, 4, 40)  # caches and code warm up
        return {
            (name, people): await waits(room, ask, people, rounds)
            for name, ask in ASKED.items()
            for people in IN_FLIGHT
        }


async def main(rounds: int) -> None:
    """Measure both bots one after the other and print them side by side."""
    with tempfile.TemporaryDirectory() as folder:
        async with LoopbackDiscord(None) as discord:
            room = furnish(discord, Path(folder))
            [(article, found)] = load_seeds()
            await stock(room, article, found, datetime.now(UTC))
            ours = await measure(room.start(), room, rounds)
            command = [sys.executable, "-W", "ignore", str(BARE)]
            token = {"DISCORD_TOKEN": discord.world.token}
            bare = await measure(BotProcess(discord, command, token, Path(folder)), room, rounds)
    Console().print(compared(ours, bare))


def compared(ours: Waits, bare: Waits) -> Table:
    """Return the table of both."""
    table = Table("asked", "people", "p50 ms", "ratio", "p99 ms", "ratio")
    for (name, people), mine in ours.items():
        cells = []
        for share, aim in zip((0.5, 0.99), AIMS, strict=True):
            a, b = (w[min(len(w) - 1, int(share * len(w)))] for w in (mine, bare[name, people]))
            mark = "" if a / b <= aim else f" (aim {aim})"
            cells += [f"{a:.1f}", f"{a / b:.2f}{mark}"]
        table.add_row(name, str(people), *cells)
    return table


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("--rounds", type=int, default=640)
    asyncio.run(main(parser.parse_args().rounds))
