"""The simulated clock and the page's, while somebody rehearses."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from zoneinfo import available_timezones

import discord
import pytest
import simcord
from simcord.preview import Preview

from bot.rehearsal import simulation

LATE = timedelta(minutes=6)


@asynccontextmanager
async def a_page() -> AsyncIterator[tuple[simcord.Env, Preview]]:
    """A page that was opened six minutes ago, in which nothing was done since."""
    client = discord.Client(intents=discord.Intents(guilds=True))
    async with simcord.run(client) as env:
        channel = env.create_guild("Rehearsal").create_text_channel("fact-desk")
        member = env.guild.add_member(env.create_user("member"))
        env.backend.advance_clock((datetime.now(UTC) - LATE - env.now()).total_seconds())
        async with env.preview(channel, viewers=(member,), layout="channel") as preview:
            yield env, preview


async def test_both_clocks_show_what_the_real_one_does() -> None:
    async with a_page() as (env, preview):
        before = datetime.now(UTC)
        async with simulation.time_kept(env, preview):
            await asyncio.sleep(0)
            assert before <= env.now() <= datetime.now(UTC)
            assert preview.capture_time == env.now()


async def test_a_clock_that_is_ahead_waits() -> None:
    async with a_page() as (env, preview):
        env.backend.advance_clock(2 * LATE.total_seconds())
        ahead = env.now()
        async with simulation.time_kept(env, preview):
            await asyncio.sleep(0)
            assert env.now() == preview.capture_time == ahead


@pytest.mark.parametrize("here", ["Asia/Kolkata", "Nowhere/AtAll", ""])
def test_a_page_can_tell_times_in_the_zone_that_it_is_in(
    here: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Or in another, where what the computer says of it is none."""
    monkeypatch.setenv("TZ", here)
    assert simulation.zone_here() in available_timezones()
    assert (simulation.zone_here() == here) == (here == "Asia/Kolkata")


@pytest.mark.parametrize("patience", [0, 2 * LATE.total_seconds()])
async def test_the_clock_waits_for_an_answer_but_not_for_ever(
    patience: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a slow machine would be told that three seconds are over."""
    monkeypatch.setattr(simulation, "PATIENCE", patience)
    async with a_page() as (env, preview):
        asked = env.now()
        member, guild = preview.viewers[0], env.guild
        env.backend.new_interaction(2, preview.channel.id, member.id, guild.id)
        async with simulation.time_kept(env, preview):
            await asyncio.sleep(0)
            assert (env.now() == asked) == (patience > 0)
