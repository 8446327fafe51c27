"""
What servers cost in memory: `python -m tests.bench.memory [--servers N]`.

The installed bot is told by a loopback Discord of so many servers, each with as many channels and
roles as a lively one has; what its process then holds, less what it holds with one server, is
divided by their number. Needs Linux, whose /proc says what a process holds.
"""

import argparse
import asyncio
import re
import tempfile
from pathlib import Path

from rich.console import Console

from tests.e2e.loopback import LoopbackDiscord
from tests.e2e.newsroom import furnish

CHANNELS, ROLES = 30, 20
"""Of a server: more than most small ones have, fewer than the largest."""

SHARDS = 4
"""As many as Discord asks for at the least with 10,000 servers."""

PATIENCE = 600
"""Seconds for all servers to be told."""


async def held(servers: int) -> int:
    """Return the bytes that the bot's process holds with so many servers."""
    with tempfile.TemporaryDirectory() as folder:
        async with LoopbackDiscord(None, shards=SHARDS) as discord:
            room = furnish(discord, Path(folder))
            world = discord.world
            for number in range(servers - 1):
                guild = world.add_guild(f"Server {number}")
                for place in range(CHANNELS):
                    world.add_channel(guild, f"channel-{place}")
                for place in range(ROLES):
                    world.add_role(guild, f"Role {place}")
            async with room.start() as bot:
                ready = re.compile(rf"ready in {servers} servers").search
                await world.until(
                    lambda: any(map(ready, bot.lines)), "all servers", within=PATIENCE
                )
                assert bot._process is not None
                return resident(bot._process.pid)


def resident(pid: int) -> int:
    """Return the bytes of a process that lie in memory."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii")
    [kilobytes] = re.findall(r"VmRSS:\s+(\d+) kB", status)
    return int(kilobytes) * 1024


async def main(servers: int) -> None:
    """Measure and print."""
    alone, many = await held(1), await held(servers)
    each = (many - alone) / (servers - 1)
    Console(highlight=False).print(
        f"{alone / 1e6:.0f} MB with one server, {many / 1e6:.0f} MB with {servers:,}:"
        f" {each / 1e3:.1f} kB a server with {CHANNELS} channels and {ROLES} roles."
    )


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.split(":")[0])
    parser.add_argument("--servers", type=int, default=10_000)
    asyncio.run(main(parser.parse_args().servers))
