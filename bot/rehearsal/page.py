"""
The bot without Discord: the same bot, ledger and commands against a simulated server, in a page.

Only the connection is simulated (by simcord, an in-process Discord). Nothing here is loaded
when the bot runs in Discord.
"""

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import discord
import simcord
from rich.console import Console

from bot.app import App
from bot.rehearsal import days as rehearsed_days
from bot.rehearsal import ports
from bot.run import stop_signals
from bot.settings import Settings
from claims.cli.tables import claims_table
from claims.digests.records import Choice, Schedule
from claims.ledger import Ledger, open_ledger, servers
from claims.ledger.articles import articles
from claims.ledger.digests import digests
from claims.reading.seeds import load_seeds

POSTED_AFTER = timedelta(hours=1)  # from the start of a rehearsed day to its digest


async def rehearse(settings: Settings, days: int = 0) -> None:
    """
    Load the seeds into a fresh server, print their claims, and serve the page until stopped.

    With `days`, so many invented days and their digests have gone by when the page opens.

    The ledger lives in a temporary folder: every rehearsal starts afresh and leaves nothing.
    Where the page's port is taken, the next free one is; raises SettingsError where none is.
    """
    with tempfile.TemporaryDirectory(prefix="claimbot-") as folder:
        async with open_ledger(Path(folder) / "rehearsal.db") as ledger, stop_signals() as stop:
            await _serve(ledger, settings.rehearsal_port, stop, days)


async def _serve(ledger: Ledger, port: int, stop: asyncio.Event, days: int) -> None:
    bot = App(ledger, shard_count=1)
    async with simcord.run(bot, check_errors=False) as env:
        guild = env.create_guild("Rehearsal")
        channel = guild.create_text_channel("fact-checks")
        manages = discord.Permissions(manage_guild=True)
        role = guild.create_role("Moderators", permissions=manages)
        viewers = (
            guild.add_member(env.create_user("moderator"), roles=[role]),
            guild.add_member(env.create_user("second moderator"), roles=[role]),
            guild.add_member(env.create_user("member")),
        )
        # simcord's clock starts on a fixed day; people rehearse today.
        today = datetime.now(UTC)
        env.backend.advance_clock((today - timedelta(days=days) - env.now()).total_seconds())
        await env.settle()
        await ledger.write(servers.set_moderators, guild.id, role.id)
        await _load(ledger, guild.id)
        weekly = Choice(weekly_on=rehearsed_days.weekly_on(env.now() + POSTED_AFTER))
        await ledger.write(digests.set_choice, guild.id, weekly)
        for day in range(days):
            await rehearsed_days.live(day, ledger, guild.id, viewers[0].id, env.now())
            await _post_digest(env, bot, guild.id, channel.id)
            until = today - timedelta(days=days - 1 - day)
            env.backend.advance_clock((until - env.now()).total_seconds())
        async with AsyncExitStack() as stack:
            serve = partial(env.preview, channel, viewers=viewers, layout="channel")
            preview = await ports.opened(stack, serve, port)
            _introduce(preview.url)
            await _first(stop.wait(), preview.wait_closed())


async def _post_digest(env: simcord.Env, bot: App, guild_id: int, channel_id: int) -> None:
    """Let an hour go by, at the end of which the daily digest is due, and post it."""
    due = env.now() + POSTED_AFTER
    schedule = Schedule(channel_id=channel_id, local_time=due.time(), zone="UTC")
    await bot.ledger.write(digests.set_schedule, guild_id, schedule, now=env.now())
    env.backend.advance_clock(POSTED_AFTER.total_seconds())
    await bot.schedule.digests.tick()
    await env.settle()


async def _load(ledger: Ledger, guild_id: int) -> None:
    console = Console()
    for article, found in load_seeds():
        console.print(claims_table(article, found))
        await ledger.write(articles.add, guild_id, article, found, actor=0, now=datetime.now(UTC))


def _introduce(url: str) -> None:
    Console(highlight=False, soft_wrap=True).print(
        f"\nRehearsal: {url}\n"
        "Type /help there: it leads through a day's work, as moderator or member; Ctrl-C ends it.\n"
        "To go live, copy .env.example to .env, put your bot's token into it and start again."
    )


async def _first(*waits: Coroutine[Any, Any, object]) -> None:
    """Return when one of the waits is over, and give the others up."""
    tasks = [asyncio.create_task(wait) for wait in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
