#!/usr/bin/env bash
# simcord 3.2.1 with discord.py 2.7.1: each command that a test sends sleeps for 50 ms.
#
# Guess: an action such as `member.slash(…)` returns as soon as the bot has answered and nothing of
# it is left to run.
# Seen: when the bot has answered, a callback of the event loop's next turn is still counted as its
# work, and simcord sleeps for its whole `idle` interval before it looks again. 0.05 s is a default
# that actions have no argument for (`Env.settle` has). Twenty commands that are answered in a
# millisecond or two each take more than a second; with an interval of 1 ms they take a fraction.
# Output: idle 50 ms: over 50 ms a command / idle 1 ms: under 25 ms a command
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q simcord==3.2.1 discord.py==2.7.1
cat > "$folder/seen.py" <<'PYTHON'
import asyncio
import sys
import time

import discord
import simcord
from discord import app_commands

COMMANDS = 20


class Bot(discord.Client):
    """Answers /ping at once, and has no timers."""

    def __init__(self):
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)

        @self.tree.command(name="ping", description="Answer")
        async def ping(interaction):
            await interaction.response.send_message("pong", ephemeral=True)

    async def setup_hook(self):
        await self.tree.sync()


async def milliseconds():
    async with simcord.run(Bot()) as env:
        guild = env.create_guild("server")
        channel = guild.create_text_channel("channel")
        member = guild.add_member(env.create_user("member"))
        taken = []
        for _ in range(COMMANDS):
            began = time.perf_counter()
            answer = await member.slash(channel, "ping")
            assert answer.response.content == "pong"
            taken.append(time.perf_counter() - began)
        return 1000 * sorted(taken)[COMMANDS // 2]


usual = asyncio.run(milliseconds())
defaults = simcord.Env._settle_internal.__kwdefaults__
assert defaults["idle"] == 0.05
defaults["idle"] = 0.001
short = asyncio.run(milliseconds())
print(f"idle 50 ms: {usual:.0f} ms a command / idle 1 ms: {short:.0f} ms a command")
sys.exit(not (usual >= 50 and short < 25))
PYTHON
"$folder/venv/bin/python" "$folder/seen.py"
