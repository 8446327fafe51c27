"""
How long people wait: `python -m tests.bench.latency [--rounds N]`.

From the moment at which a loopback Discord sends an interaction until the answer is there, for the
installed bot and for two bare discord.py bots, in turns on one machine: one answers with a word, as
the aims want it; the other with the very messages and choices of ours as constants, which is what
discord.py takes for them. The ratios are what the figures are for; the milliseconds include the
loopback itself. Where many ask at once, people wait for the processor time that answers take; the
least of several blocks tells it on a busy machine too.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.table import Table

from claims.reading.seeds import load_seeds
from tests.bench.stopwatch import Stopwatch
from tests.e2e.loopback import Asked, BotProcess, LoopbackDiscord
from tests.e2e.loopback.world import Json
from tests.e2e.newsroom import Newsroom, furnish, stock

BARE = Path(__file__).parents[1] / "e2e" / "bots" / "bare.py"
IN_FLIGHT = (1, 16, 64)
AIMS = (1.5, 2.0)  # at p50 and p99, of the bare bot

Waits = dict[tuple[str, int], list[float]]
"""Milliseconds, sorted, for each question and number of people."""

ASKED: dict[str, tuple[Asked, str, dict[str, object], str | None]] = {
    "/claim show": (Asked.COMMAND, "claim show", {"number": 3}, None),
    "/claim list": (Asked.COMMAND, "claim list", {}, None),
    "autocomplete": (Asked.AUTOCOMPLETE, "claim show", {"number": "russia"}, "number"),
}
"""What is asked: the command, its options, and which of them is being typed."""


async def waits(watch: Stopwatch, payload: Json, in_flight: int, rounds: int) -> list[float]:
    """Return every wait in milliseconds, sorted, with so many people asking all the time."""
    found: list[float] = []

    async def person() -> None:
        mine = [await watch.asked(payload) * 1000 for _ in range(max(1, rounds // in_flight))]
        found.extend(mine)

    await asyncio.gather(*(person() for _ in range(in_flight)))
    return sorted(found)


BLOCKS = 10
"""The bots take turns so often in each line of the table: what else the machine does at the time
falls on both alike."""


class Side:
    """A bot at work, watched."""

    def __init__(self, room: Newsroom, bot: BotProcess) -> None:
        self.room = room
        self.bot = bot
        self.watch = Stopwatch(room.discord)
        self.waits: Waits = {}
        self.work: dict[tuple[str, int], float] = {}

    async def answers(self) -> Json:
        """Return what the bot answers to each question, for a bare bot to say the same."""
        found: Json = {}
        for name, (asked, command, options, focused) in ASKED.items():
            member, channel = self.room.member, self.room.general
            if asked is Asked.AUTOCOMPLETE:
                assert focused is not None
                typed = str(options[focused])
                found[name] = await member.suggestions(channel, command, focused, typed)
            else:
                answer = await member.slash(channel, command, **options)
                found[name] = answer.message.components
        return found

    async def warm_up(self) -> None:
        """Let caches fill, and code run once."""
        await self.watch.learn(self.room.member, self.room.general)
        for name in ASKED:
            await waits(self.watch, self.payload(name), 4, 100)

    def payload(self, name: str) -> Json:
        """Return what the bot is sent for this question."""
        asked, command, options, focused = ASKED[name]
        member, channel = self.room.member, self.room.general
        data = member._slash_data(channel, command, options, focused)
        return self.watch.prepared(member, channel, asked, data)

    async def block(self, name: str, people: int, rounds: int) -> None:
        """Measure some more of one line."""
        line, before = (name, people), self.bot.worked()
        more = await waits(self.watch, self.payload(name), people, rounds)
        each = (self.bot.worked() - before) / len(more)
        self.work[line] = min(each, self.work.get(line, each))
        self.waits[line] = sorted(self.waits.get(line, []) + more)


async def measure(sides: Sequence[Side], rounds: int) -> None:
    """Measure every line of the table, the sides in turn."""
    for side in sides:
        await side.warm_up()
    for name in ASKED:
        for people in IN_FLIGHT:
            for _ in range(BLOCKS):
                for side in sides:
                    await side.block(name, people, max(people, rounds // BLOCKS))


async def main(rounds: int) -> None:
    """Measure the bots side by side, each with a Discord of its own, and print the table."""
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        room, *bare = [
            furnish(await stack.enter_async_context(LoopbackDiscord(None)), folder)
            for _ in range(3)
        ]
        [(article, found)] = load_seeds()
        await stock(room, article, found, datetime.now(UTC))
        bot = await stack.enter_async_context(room.start())
        await bot.ready()
        ours = Side(room, bot)
        answers = folder / "answers.json"
        answers.write_text(json.dumps(await ours.answers()))
        others = []
        for each, settings in zip(bare, ({}, {"BARE_ANSWERS": str(answers)}), strict=True):
            token = {"DISCORD_TOKEN": each.discord.world.token}
            command = [sys.executable, "-W", "ignore", str(BARE)]
            process = BotProcess(each.discord, command, token | settings, folder)
            await (await stack.enter_async_context(process)).ready()
            others.append(Side(each, process))
        await measure([ours, *others], rounds)
    Console(width=120).print(compared([ours, *others]))


def compared(sides: Sequence[Side]) -> Table:
    """Return the table of all: ours, and its ratios to the bot with a word and to the other."""
    table = Table(
        "asked", "people", caption=f"* misses the aim: {AIMS[0]} at p50, {AIMS[1]} at p99"
    )
    for column in ("p50 ms", "p99 ms", "CPU µs"):
        table.add_column(column)
        table.add_column("to a word")
        table.add_column("to the same")
    for line in sides[0].waits:
        cells = []
        for share, aim in zip((0.5, 0.99), AIMS, strict=True):
            a, b, c = (percentile(share, side.waits[line]) for side in sides)
            missed = "" if a / b <= aim else "*"
            cells += [f"{a:.1f}", f"{a / b:.2f}{missed}", f"{a / c:.2f}"]
        a, b, c = (side.work[line] for side in sides)
        cells += [f"{a * 1e6:.0f}", f"{a / b:.2f}", f"{a / c:.2f}"]
        table.add_row(line[0], str(line[1]), *cells)
    return table


def percentile(share: float, waits: list[float]) -> float:
    """Return the wait, of sorted ones, that this share of people did not exceed."""
    return waits[min(len(waits) - 1, int(share * len(waits)))]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("--rounds", type=int, default=1280)
    asyncio.run(main(parser.parse_args().rounds))
