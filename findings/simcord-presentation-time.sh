#!/usr/bin/env bash
# simcord 3.2.1 with discord.py 2.7.1: the preview's page shows what is new as if it lay ahead.
#
# Guess: the page tells relative times (<t:…:R>) as seen from the simulated present, as a Discord
# client does, since every snapshot settles the bot and publishes the page anew.
# Seen: it tells them as seen from when the page was opened. Neither `advance_time` nor a message nor
# `snapshot()` moves its presentation time, which is `refresh()`'s alone to do: six minutes later a
# message of this very moment is "in 6 minutes". Setting `preview.capture_time` mends it.
# Output: snapshot: in 360 s / after refresh: in 0 s / with capture_time set: in 0 s
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q 'simcord[preview]==3.2.1' discord.py==2.7.1
cat > "$folder/seen.py" <<'PYTHON'
import asyncio
import sys
from datetime import datetime

import discord
import simcord


async def ahead(then):
    """Return by how many seconds a message of six minutes after the page's opening lies ahead."""
    async with simcord.run(discord.Client(intents=discord.Intents(guilds=True))) as env:
        guild = env.create_guild("server")
        channel = guild.create_text_channel("channel")
        member = guild.add_member(env.create_user("member"))
        async with env.preview(channel, viewers=(member,), layout="channel") as preview:
            await env.advance_time(360)
            await member.send(channel, "now")
            await then(env, preview)
            shown = await preview.snapshot()
            basis = datetime.fromisoformat(shown["profile"]["presentationTime"])
            return (env.now() - basis).total_seconds()


async def nothing(env, preview):
    pass


async def refresh(env, preview):
    await preview.refresh()


async def set_time(env, preview):
    preview.capture_time = env.now()


seen = [asyncio.run(ahead(then)) for then in (nothing, refresh, set_time)]
for name, seconds in zip(("snapshot", "after refresh", "with capture_time set"), seen):
    print(f"{name}: in {seconds:.0f} s")
sys.exit(seen != [360, 0, 0])
PYTHON
"$folder/venv/bin/python" "$folder/seen.py"
