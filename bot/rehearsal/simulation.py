"""What the simulated Discord is told beyond its own settings: language, refusals, time."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Any
from zoneinfo import available_timezones

import simcord
import tzlocal
from discord import app_commands
from simcord.preview import Preview

from bot.app import App
from bot.errors import refusal, report
from bot.interaction import Interaction

LOOKS = 0.25
"""Seconds between looks at the real clock: times are shown in seconds."""

PATIENCE = 15.0
"""Seconds for which the simulated clock waits for an answer. One that takes longer is none."""


def speak(env: simcord.Env, locale: str) -> None:
    """Let everybody's Discord be in this language; simcord 3.2.1 has American English only."""
    for command in env.backend.commands.get(None, {}).values():
        _describe(command, locale)

    def change(event: str, payload: Any) -> None:
        if event == "INTERACTION_CREATE":
            payload["locale"] = payload["guild_locale"] = locale

    env.backend.subscribers.insert(0, change)


def _describe(part: dict[str, Any], locale: str) -> None:
    """Describe a command, its options and what they offer in a language, where there are words."""
    described = part.get("description_localizations") or {}
    part["description"] = described.get(locale, part.get("description", ""))
    for choice in part.get("choices") or ():
        choice["name"] = (choice.get("name_localizations") or {}).get(locale, choice["name"])
    for option in part.get("options") or ():
        _describe(option, locale)


def answer_refusals(bot: App) -> None:
    """
    Keep refusals from simcord, which takes every error of a command for a fault.

    It records whatever the tree's `on_error` is given, answered or not, and its page then says
    that nobody knows what became of the command. Faults of ours still reach it, and the log.
    """
    recorded = bot.tree.on_error

    @bot.tree.error
    async def on_error(interaction: Interaction, error: app_commands.AppCommandError) -> None:
        refused = refusal(error) is not None
        await (report if refused else recorded)(interaction, error)


def zone_here() -> str:
    """Return the time zone that this computer is in, where it is known, else UTC."""
    here = tzlocal.get_localzone_name()
    return here if here in available_timezones() else "UTC"


@asynccontextmanager
async def time_kept(env: simcord.Env, preview: Preview) -> AsyncIterator[None]:
    """
    Let the simulated clock, and the page's, show what the real one shows, within the block.

    simcord's clock stands still between the bot's jobs, and its page tells times as seen from when
    it was opened, so that what came after lay ahead.
    """
    keeping = asyncio.create_task(_keep_time(env, preview))
    try:
        yield
    finally:
        keeping.cancel()


async def _keep_time(env: simcord.Env, preview: Preview) -> None:
    while True:
        late = (datetime.now(UTC) - env.now()).total_seconds()
        if late > 0 and (late > PATIENCE or not _is_answering(env)):
            env.backend.advance_clock(late)
        preview.capture_time = env.now()
        await asyncio.sleep(LOOKS)


def _is_answering(env: simcord.Env) -> bool:
    """Whether somebody waits: simcord refuses any answer after three seconds, as Discord does."""
    newest = next(reversed(env.backend.interactions.values()), None)
    return newest is not None and not newest.responded
