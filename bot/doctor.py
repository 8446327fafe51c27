"""`claimbot doctor`: everything that the bot needs, tried one by one, and what to do about it."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import NamedTuple

import aiohttp
import discord

from bot.permissions import missing_to_post
from bot.settings import Settings
from claims.digests import zones
from claims.errors import ClaimsError
from claims.ledger import Ledger, open_ledger
from claims.ledger.digests import digests
from claims.ledger.keeping import daily, erasures
from claims.ledger.store import library

PATIENCE = 20.0
"""Seconds for Discord to say hello and to name the servers; usually it takes two."""

MOST_SKEW = timedelta(seconds=30)
"""How wrong the clock may be: digests are due to the minute, undo to the quarter of an hour."""


OLD_BACKUP = timedelta(days=2)
"""There is one a day, made as soon as the bot runs."""


class Finding(NamedTuple):
    """One thing that was tried."""

    fine: bool
    text: str


async def examine(settings: Settings) -> AsyncIterator[Finding]:
    """Yield a finding for each thing that the bot needs, in the order in which it needs them."""
    yield _sqlite()
    yield _zones()
    yield _backups(settings)
    if not erasures.may_note(settings.ledger):
        notes = erasures.place(settings.ledger)
        yield Finding(False, f"Nobody can be erased: let this user write the file {notes}.")
    try:
        async with open_ledger(settings.ledger, writes=False) as ledger:
            yield Finding(True, f"The ledger {settings.ledger} can be read.")
            async for finding in _discord(settings, ledger):
                yield finding
    except ClaimsError as error:
        first = not settings.ledger.exists()
        yield Finding(
            first, f"{error} The bot makes it at its first start." if first else str(error)
        )
        async for finding in _discord(settings, None):
            yield finding


def _sqlite() -> Finding:
    text = f"SQLite is {library.version()}"
    if library.shares_wal_safely():
        return Finding(True, f"{text}.")
    return Finding(
        True,
        f"{text}: let no program but the bot write the ledger while the bot runs"
        " (`claims` sees to that itself).",
    )


def _zones() -> Finding:
    missing = zones.no_data()
    return Finding(missing is None, missing or "There is data of time zones.")


def _backups(settings: Settings) -> Finding:
    plan = settings.plan
    if plan is None:
        return Finding(True, "No backups are made (CLAIMBOT_BACKUPS).")
    if wrong := daily.problem(plan.folder, settings.ledger):
        return Finding(False, f"CLAIMBOT_BACKUPS: {wrong}")
    now = datetime.now(UTC)
    newest = daily.newest(plan.folder, settings.ledger, now=now)
    if newest is None:
        return Finding(True, f"Backups can be made in {plan.folder}; there is none yet.")
    told = f"the newest backup in {plan.folder} is of {newest.at:%Y-%m-%d %H:%M} UTC"
    if now - newest.at > OLD_BACKUP:
        return Finding(False, f"CLAIMBOT_BACKUPS: {told}; the log says why none came since.")
    return Finding(True, f"Backups: {told}.")


async def _discord(settings: Settings, ledger: Ledger | None) -> AsyncIterator[Finding]:
    if settings.token is None:
        yield Finding(False, "DISCORD_TOKEN is not set: claimbot would start a rehearsal.")
        return
    yield await _clock()
    client = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
    async with client:
        try:
            await client.login(settings.token.get_secret_value())
            talking = asyncio.create_task(client.connect())
            try:
                async with asyncio.timeout(PATIENCE):
                    await client.wait_until_ready()
            finally:
                talking.cancel()
        except discord.LoginFailure:
            yield Finding(False, "Discord does not accept the token; make a new one.")
            return
        except (aiohttp.ClientError, discord.HTTPException, OSError, TimeoutError) as error:
            yield Finding(False, f"Discord cannot be reached ({error}).")
            return
        assert client.user is not None
        yield Finding(
            True, f"Discord knows the bot as {client.user}, in {len(client.guilds)} servers."
        )
        yield Finding(True, "Intents: servers only, which Discord gives to every bot.")
        for guild in client.guilds:
            async for finding in _server(guild, ledger):
                yield finding


async def _clock() -> Finding:
    """Compare this machine's clock with Discord's."""
    try:
        address = f"{discord.http.Route.BASE}/gateway"
        async with aiohttp.ClientSession() as session, session.get(address) as answer:
            theirs = parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, OSError, KeyError, ValueError) as error:
        return Finding(False, f"Discord's clock cannot be asked ({error}).")
    skew = abs(datetime.now(UTC) - theirs)
    seconds = f"{skew.total_seconds():.0f} s"
    if skew > MOST_SKEW:
        return Finding(False, f"This machine's clock is {seconds} wrong; set it by NTP.")
    return Finding(True, f"The clock agrees with Discord's to {seconds}.")


async def _server(guild: discord.Guild, ledger: Ledger | None) -> AsyncIterator[Finding]:
    scheduled = await ledger.read(digests.get_schedule, guild.id) if ledger else None
    if scheduled is None:
        yield Finding(True, f"{guild.name}: no digest is set (/digest set).")
        return
    channel = guild.get_channel(scheduled[0].channel_id)
    if channel is None:
        yield Finding(False, f"{guild.name}: the digest's channel is gone (/digest set).")
        return
    missing = missing_to_post(channel)
    if missing:
        yield Finding(False, f"{guild.name}: the bot lacks {' and '.join(missing)} in #{channel}.")
    else:
        yield Finding(True, f"{guild.name}: the digest can be posted in #{channel}.")
