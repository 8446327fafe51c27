#!/usr/bin/env bash
# simcord 3.2.1 with discord.py 2.7.1: a longer settle_timeout makes answers slower, not only safer.
#
# Guess: settle_timeout is how long simcord waits at most for a bot that has not finished, so that a
# larger one changes nothing for a bot that answers at once.
# Seen: simcord also waits for every timer of the bot that comes due within settle_timeout. A bot with
# a timer that starts anew every 3 s answers the same command in 0.1 s with a settle_timeout of 2, in
# 3 s with one of 4, in 6 s with one of 8. It has to be shorter than the interval of the bot's jobs.
# Output: settle_timeout 2: 0 s / settle_timeout 4: 3 s / settle_timeout 8: 6 s
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


class Bot(discord.Client):
    """Answers /ping at once, and has a timer that starts anew every three seconds."""

    def __init__(self):
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)

        @self.tree.command(name="ping", description="Answer")
        async def ping(interaction):
            await interaction.response.send_message("pong", ephemeral=True)

    async def setup_hook(self):
        await self.tree.sync()
        self.tick()

    def tick(self):
        asyncio.get_running_loop().call_later(3, self.tick)


async def seconds(settle_timeout):
    async with simcord.run(Bot(), settle_timeout=settle_timeout) as env:
        guild = env.create_guild("server")
        channel = guild.create_text_channel("channel")
        member = guild.add_member(env.create_user("member"))
        began = time.monotonic()
        answer = await member.slash(channel, "ping")
        assert answer.response.content == "pong"
        return time.monotonic() - began


taken = {timeout: asyncio.run(seconds(timeout)) for timeout in (2, 4, 8)}
for timeout, took in taken.items():
    print(f"settle_timeout {timeout}: {took:.0f} s")
sys.exit(not (taken[2] < 1.5 < 2.5 < taken[4] < 4.5 < 5.5 < taken[8]))
PYTHON
"$folder/venv/bin/python" "$folder/seen.py"
