"""Keeps the bot connected until it is told to stop. Contains no commands."""

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import aiohttp
import discord

from bot import response_adapter
from bot.app import App
from bot.client import ClaimBot
from bot.settings import SettingsError
from claims.ledger import Ledger
from claims.ledger.keeping.daily import Plan

if TYPE_CHECKING:
    from bot.metrics import Metrics

log = logging.getLogger(__name__)

FIRST_WAIT = 1.0
LONGEST_WAIT = 60.0
"""Seconds between attempts to connect, doubled each time. Discord allows 1,000 logins a day;
one a minute for a day of outage is the most that stays below."""

NEW_OBJECTS = 10_000
"""After how many Python looks for rings of them to free. An answer makes hundreds, nearly all of
which are freed without; looking after every 700 took a tenth of the whole time."""

UNREACHABLE = (
    aiohttp.ClientError,
    discord.ConnectionClosed,
    discord.DiscordServerError,
    discord.GatewayNotFound,
    OSError,
    TimeoutError,
)


@asynccontextmanager
async def stop_signals() -> AsyncIterator[asyncio.Event]:
    """Turn SIGINT and SIGTERM into an event for the time of the block."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    signals = (signal.SIGINT, signal.SIGTERM)
    # Windows' event loop has no signal handlers; Ctrl-C raises KeyboardInterrupt there.
    with suppress(NotImplementedError):
        for number in signals:
            loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        with suppress(NotImplementedError):
            for number in signals:
                loop.remove_signal_handler(number)


async def run(
    ledger: Ledger,
    token: str,
    *,
    keep: timedelta,
    metrics: "Metrics | None" = None,
    plan: Plan | None = None,
) -> None:
    """
    Answer Discord until SIGINT or SIGTERM, then leave it properly.

    `keep` is how long the ledger of a server that removed the bot is kept, `plan` says where the
    ledger is backed up.
    An unreachable Discord is tried again, at longer and longer intervals. Raises SettingsError
    if Discord refuses the token.
    """
    gc.freeze()  # what was loaded stays, and need not be looked through
    gc.set_threshold(NEW_OBJECTS)
    response_adapter.send_one_way()
    async with stop_signals() as stop:
        wait = FIRST_WAIT
        while not stop.is_set():
            try:
                bot = App(ledger, keep=keep, metrics=metrics, plan=plan)
                await _connected(bot, token, stop)
            except discord.LoginFailure as error:
                raise SettingsError(
                    "DISCORD_TOKEN: Discord does not accept it. Make a new one in the Developer"
                    " Portal, page Bot, and put it into .env."
                ) from error
            except UNREACHABLE as error:
                log.warning("no connection to Discord (%s); next try in %.0f s", error, wait)
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), wait)
                wait = min(wait * 2, LONGEST_WAIT)


async def _connected(bot: ClaimBot, token: str, stop: asyncio.Event) -> None:
    """Run one client until it fails or the program is told to stop."""
    async with bot:
        talking = asyncio.create_task(bot.start(token))
        warming = asyncio.create_task(bot.worker.warm())  # nobody waits for it
        stopping = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({talking, stopping}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stopping.cancel()
            warming.cancel()
            await bot.close()
        if stop.is_set():
            talking.cancel()
        with suppress(asyncio.CancelledError):
            await talking
    log.info("left Discord")
