#!/usr/bin/env bash
# simcord 3.2.1 with discord.py 2.7.1: a bot's close() is never called, at the end or at a restart.
#
# Guess: `async with simcord.run(bot)` ends as `async with bot` of discord.py does, with bot.close(),
# and env.restart_bot(another) closes the bot that it lets go. What a bot ends in its close(), a process
# of its own or a database, would be ended then.
# Seen: setup_hook() of both bots is called, close() of none. The bots' own clean-up has to be done by the
# test; a subprocess that stays is a ResourceWarning in a later test from Python 3.13 on, whose
# StreamWriter warns in __del__.
# Output: set up: first, second / closed: nobody
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q simcord==3.2.1 discord.py==2.7.1
cat > "$folder/seen.py" <<'PYTHON'
import asyncio
import sys

import discord
import simcord

set_up, closed = [], []


class Bot(discord.Client):
    """Notes when it is set up and when it is closed."""

    def __init__(self, name):
        super().__init__(intents=discord.Intents(guilds=True))
        self.name = name

    async def setup_hook(self):
        set_up.append(self.name)

    async def close(self):
        closed.append(self.name)
        await super().close()


async def main():
    async with simcord.run(Bot("first")) as env:
        env.create_guild("server")
        await env.restart_bot(Bot("second"))


asyncio.run(main())
print("set up:", ", ".join(set_up))
print("closed:", ", ".join(closed) or "nobody")
sys.exit(not (set_up == ["first", "second"] and closed == []))
PYTHON
"$folder/venv/bin/python" "$folder/seen.py"
