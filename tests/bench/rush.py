"""
A rush: `python -m tests.bench.rush [--servers N]` has all servers' digests come due in one minute.

The installed bot, its ledger on disk, and a loopback Discord that takes a quarter of a second for
a message and allows 50 requests a second for all that a bot does. People ask meanwhile. What is
printed: how many digests came, doubled or did not come, how far any came out of its turn, what
the process held, and how long people waited before the rush and during it. Needs Linux, whose
/proc says what a process holds.
"""

import argparse
import asyncio
import re
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from bot.jobs.schedule import TICK_SECONDS
from claims.digests.records import Schedule
from claims.ledger import open_ledger
from claims.ledger.articles import articles
from claims.ledger.digests import digests
from claims.models import Article, Claim
from claims.reading.seeds import load_seeds
from tests.bench.latency import percentile
from tests.bench.memory import SHARDS, resident
from tests.bench.stopwatch import Stopwatch
from tests.e2e.loopback import Asked, Guild, LoopbackDiscord
from tests.e2e.newsroom import MESSAGES, Newsroom, furnish, stock

ALLOWED = (50, 1.0)
"""Requests and seconds, Discord's limit for all that a bot does but answering people."""

USUAL_ANSWER = 0.25
"""Seconds that Discord takes for a message."""

A_SECOND = 10
"""Questions asked in a second: many for a bot in 10,000 servers."""

IDLE = 30
"""Seconds before the rush in which people ask, to compare with."""

PATIENCE = 1800
"""Seconds for all to be told or sent."""


class Watch:
    """People who ask all the time, and a look at the process each second."""

    def __init__(self, room: Newsroom, pid: int) -> None:
        self._room, self._pid = room, pid
        self._watch = Stopwatch(room.discord)
        self._asking: set[asyncio.Task[None]] = set()
        self.held: list[int] = []

    async def until(self, holds: Callable[[], bool]) -> list[float]:
        """Ask until this holds; return the waits in milliseconds, sorted."""
        found: list[float] = []
        member, channel = self._room.member, self._room.general
        if not self.held:
            await self._watch.learn(member, channel)
        data = member._slash_data(channel, "claim show", {"number": 3}, None)
        payload = self._watch.prepared(member, channel, Asked.COMMAND, data)

        async def ask() -> None:
            found.append(await self._watch.asked(payload) * 1000)

        began = monotonic()
        for number in range(int(PATIENCE * A_SECOND)):
            if number % A_SECOND == 0:
                if holds():
                    break
                self.held.append(resident(self._pid))
            self._asking.add(task := asyncio.create_task(ask()))
            task.add_done_callback(self._asking.discard)
            await asyncio.sleep(max(0.0, began + (number + 1) / A_SECOND - monotonic()))
        await asyncio.gather(*self._asking)
        return sorted(found)


async def fill(room: Newsroom, guilds: list[Guild], due: datetime) -> list[int]:
    """Give every server news and a digest due at this minute; return them in their turn."""
    [(article, found)] = load_seeds()
    await stock(room, article, found, due - timedelta(hours=1))

    def all_of_them(db: sqlite3.Connection) -> None:
        for guild in guilds:
            _stock_one(db, guild, article, found[:3], due)

    async with open_ledger(room.ledger) as ledger:
        await ledger.write(all_of_them)
    with closing(sqlite3.connect(room.ledger)) as db:
        turns = db.execute("SELECT guild_id FROM digest_schedule ORDER BY next_run_at, turn")
        return [guild_id for (guild_id,) in turns]


def _stock_one(
    db: sqlite3.Connection, guild: Guild, article: Article, found: list[Claim], due: datetime
) -> None:
    [channel] = guild.channels.values()
    schedule = Schedule(channel_id=channel.id, local_time=due.time(), zone="UTC")
    earlier = due - timedelta(hours=1)
    articles.add(db, guild.id, article, found, actor=0, now=earlier)
    digests.set_schedule(db, guild.id, schedule, now=earlier)


def sent_to(discord: LoopbackDiscord, guilds: list[Guild]) -> list[int]:
    """Return the servers whose digests came, in the order in which they came."""
    found = [
        (message.id, guild.id)
        for guild in guilds
        for channel in guild.channels.values()
        for message in channel.public
    ]
    return [guild_id for _, guild_id in sorted(found)]


class Rush(NamedTuple):
    """What was seen."""

    turns: list[int]
    sent: list[int]
    refused: int
    seconds: float
    held: tuple[int, int, int]
    waits: dict[str, list[float]]
    output: str


async def rush(servers: int) -> Rush:
    """Set all up and watch."""
    with tempfile.TemporaryDirectory() as folder:
        async with LoopbackDiscord(None, shards=SHARDS) as discord:
            room, world = furnish(discord, Path(folder)), discord.world
            guilds = [world.add_guild(f"Server {number}") for number in range(servers)]
            for guild in guilds:
                world.add_channel(guild, "digests")
            # Time to store and to start: some 20 ms a server.
            away = timedelta(seconds=IDLE + 60 + servers * 0.02)
            due = (datetime.now(UTC) + away).replace(second=0, microsecond=0)
            turns = await fill(room, guilds, due)
            discord.limits.of_all = ALLOWED
            discord.faults.stalled("POST", MESSAGES, USUAL_ANSWER, times=servers * 2)
            async with room.start(CLAIMBOT_LOG_LEVEL="WARNING") as bot:
                await world.until(
                    lambda: len(discord.gateway.live()) == SHARDS, "READY", within=PATIENCE
                )
                assert bot._process is not None
                watch = Watch(room, bot._process.pid)
                idle = await watch.until(lambda: datetime.now(UTC) >= due)
                began, at_start = monotonic(), watch.held[-1]
                busy = await watch.until(lambda: len(sent_to(discord, guilds)) >= servers)
                seconds, peak = monotonic() - began, max(watch.held)
                # Whatever comes twice comes with the next looks of the job.
                await watch.until(lambda: monotonic() > began + seconds + 2 * TICK_SECONDS)
            held = at_start, peak, watch.held[-1]
            waits = {"before": idle, "meanwhile": busy}
            sent = sent_to(discord, guilds)
            return Rush(turns, sent, discord.limits.exceeded, seconds, held, waits, bot.output)


def told(seen: Rush) -> Iterator[str]:
    """Yield the figures, a line each."""
    place = {guild_id: number for number, guild_id in enumerate(seen.turns)}
    servers = set(seen.sent)
    astray = max(abs(place[guild_id] - n) for n, guild_id in enumerate(seen.sent))
    rate = len(seen.sent) / seen.seconds
    start, peak, end = (held / 1e6 for held in seen.held)
    yield f"{len(seen.turns):,} digests due at once: {len(servers):,} servers had theirs"
    yield f"doubles: {len(seen.sent) - len(servers)}; requests refused (429): {seen.refused}"
    yield f"{seen.seconds:.0f} s until the last, {rate:.0f} a second; the job looks every 20 s"
    yield f"places out of turn: {astray} at most"
    yield f"held: {start:.0f} MB before, {peak:.0f} MB at most, {end:.0f} MB after"
    for when, waits in seen.waits.items():
        p50, p99 = (percentile(share, waits) for share in (0.5, 0.99))
        figures = f"p50 {p50:.1f} ms, p99 {p99:.1f} ms, longest {waits[-1]:.0f} ms"
        yield f"{when}: {len(waits):,} asked, {figures}"
    if re.search("Traceback|ERROR", seen.output):
        yield seen.output[-3000:]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Have all servers' digests come due at once.")
    parser.add_argument("--servers", type=int, default=10_000)
    sys.stdout.write("\n".join(told(asyncio.run(rush(parser.parse_args().servers)))) + "\n")


if __name__ == "__main__":
    main()
