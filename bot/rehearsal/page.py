"""
The bot without Discord: the same bot, ledger and commands against a simulated server, in a page.

Only the connection is simulated (by simcord, an in-process Discord). Nothing here is loaded
when the bot runs in Discord.
"""

import asyncio
import tempfile
from collections.abc import Coroutine
from contextlib import AsyncExitStack
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import discord
import simcord
from rich.console import Console
from simcord.preview import Preview

from bot.app import App
from bot.jobs.digest_sending import DigestSender
from bot.jobs.sending import Turns
from bot.rehearsal import appearance, ports, simulation
from bot.rehearsal.days import Week, live, weekly_on
from bot.rehearsal.desk import Desk
from bot.rehearsal.newsroom import NEWSROOM
from bot.run import stop_signals
from bot.settings import Settings
from claims.cli.article_tables import claims_table
from claims.digests.records import Choice, Schedule
from claims.ledger import Ledger, open_ledger, servers
from claims.ledger.articles import articles
from claims.ledger.digests import digests
from claims.reading.seeds import load_seeds
from claims.wording import ENGLISH, language, phrase, say, speaking

POSTED_AFTER = timedelta(hours=1)  # from the start of a rehearsed day to its digest

GUIDE = phrase(
    "## This is a rehearsal\n"
    "It is the real bot, and nobody but you. {above} Type here, below:\n"
    "1. `/claim list`, and open a claim\n"
    "2. press *Verify*, and give a reason and two links\n"
    "3. `/digest now`\n\n"
    "`/help` leads through a day's work. At the top you choose whom you act as."
)
ABOVE = phrase("Above is what it posts in a server that it joins, and a digest of an example.")
DAYS_ABOVE = phrase("Above are the digests of an invented newsroom, after what a server is told.")


@dataclass(frozen=True)
class Place:
    """The simulated server: its one channel, and who may act there, a moderator first."""

    env: simcord.Env
    bot: App
    guild_id: int
    channel: simcord.ChannelHandle
    viewers: tuple[simcord.MemberActor, ...]


async def rehearse(
    settings: Settings, days: int = 0, *, spoken: str = ENGLISH, week: Week = NEWSROOM
) -> None:
    """
    Load the seeds into a fresh server, print their claims, and serve the page until stopped.

    With `days`, so many days of the invented `week` and their digests have gone by when the page
    opens. `spoken` is what everybody there speaks, one of `LANGUAGES`.

    The ledger lives in a temporary folder: every rehearsal starts afresh and leaves nothing.
    Where the page's port is taken, the next free one is; raises SettingsError where none is.
    """
    with tempfile.TemporaryDirectory(prefix="claimbot-") as folder, speaking(spoken):
        async with open_ledger(Path(folder) / "rehearsal.db") as ledger, stop_signals() as stop:
            bot = App(ledger, shard_count=1)
            async with simcord.run(bot, check_errors=False) as env:
                today = datetime.now(UTC)  # simcord's clock starts on a fixed day
                _go_to(env, today - max(timedelta(days=days), POSTED_AFTER))
                place = await _founded(env, bot)
                await _lived(place, week, days, today)
                await _guide(place, DAYS_ABOVE if days else ABOVE)
                await _serve(place, settings.rehearsal_port, stop)


def _locale() -> str:
    """Return a locale of Discord with the language spoken now; its code where Discord has none."""
    spoken = language()
    found = (each.value for each in discord.Locale if each.value.partition("-")[0] == spoken)
    return next(found, spoken)


async def _founded(env: simcord.Env, bot: App) -> Place:
    """Let the bot join a server, which it greets, and load the seeds there."""
    locale = _locale()
    simulation.speak(env, locale)
    simulation.answer_refusals(bot)
    env.backend.edit_bot_profile(say("Claim tracker"))
    guild = env.create_guild(say("Rehearsal"), preferred_locale=locale)
    channel = guild.create_text_channel(say("fact-desk"))
    manages = discord.Permissions(manage_guild=True)
    role = guild.create_role(say("Moderators"), permissions=manages)
    moderators = (say("moderator"), say("second moderator"))
    viewers = (
        *(guild.add_member(env.create_user(name), roles=[role]) for name in moderators),
        guild.add_member(env.create_user(say("member"))),
    )
    await env.settle()
    await bot.ledger.write(servers.set_moderators, guild.id, role.id)
    await _load(bot.ledger, guild.id, env.now())
    return Place(env, bot, guild.id, channel, viewers)


async def _lived(place: Place, week: Week, days: int, today: datetime) -> None:
    """Let days go by, each with its digest; without any, post one of the seeds."""
    env, ledger = place.env, place.bot.ledger
    if not days:
        return await _post_digest(place)
    weekly = Choice(weekly_on=weekly_on(env.now() + POSTED_AFTER, week))
    await ledger.write(digests.set_choice, place.guild_id, weekly)
    for day in range(days):
        await live(week, day, Desk(ledger, place.guild_id, place.viewers[0].id, env.now()))
        await _post_digest(place)
        _go_to(env, today - timedelta(days=days - 1 - day))
    return None


def _go_to(env: simcord.Env, when: datetime) -> None:
    env.backend.advance_clock((when - env.now()).total_seconds())


async def _post_digest(place: Place) -> None:
    """Let an hour go by, at the end of which the daily digest is due, and post it."""
    due = place.env.now() + POSTED_AFTER
    schedule = Schedule(channel_id=place.channel.id, local_time=due.time(), zone="UTC")
    await place.bot.ledger.write(
        digests.set_schedule, place.guild_id, schedule, now=place.env.now()
    )
    _go_to(place.env, due)
    # With turns of its own: those of the bot's jobs go by the simulated clock, and this by ours.
    await DigestSender(place.bot, Turns()).tick()
    await place.env.settle()


async def _load(ledger: Ledger, guild_id: int, now: datetime) -> None:
    console = Console()
    for article, found in load_seeds():
        console.print(claims_table(article, found))
        await ledger.write(articles.add, guild_id, article, found, actor=0, now=now)


async def _guide(place: Place, above: str) -> None:
    """Say what is above, and what to type."""
    channel = place.bot.get_partial_messageable(place.channel.id, guild_id=place.guild_id)
    await channel.send(say(GUIDE, above=say(above)))
    await place.env.settle()


async def _serve(place: Place, port: int, stop: asyncio.Event) -> None:
    """Serve the page until stopped there or here."""
    async with AsyncExitStack() as stack:
        preview = await ports.opened(stack, partial(_page, place), port)
        await stack.enter_async_context(simulation.time_kept(place.env, preview))
        _introduce(preview.url)
        await _first(stop.wait(), preview.wait_closed())


def _page(place: Place, *, port: int) -> Preview:
    preview = place.env.preview(
        place.channel,
        viewers=place.viewers,
        layout="channel",
        locale=_locale(),
        timezone=simulation.zone_here(),
        port=port,
    )
    return appearance.change(preview)


def _introduce(url: str) -> None:
    live = say(
        "Open this page in a browser; Ctrl-C ends it.\n"
        "To go live, copy .env.example to .env, put your bot's token into it and start again."
    )
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"\n{say('Rehearsal')}: {url}\n{live}", markup=False)
    if language() == ENGLISH:
        console.print("Auf Deutsch: claimbot rehearse --language de")


async def _first(*waits: Coroutine[Any, Any, object]) -> None:
    """Return when one of the waits is over, and give the others up."""
    tasks = [asyncio.create_task(wait) for wait in waits]
    await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in tasks:
        task.cancel()
