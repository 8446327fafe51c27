"""A server inside simcord, with the real bot, a real ledger and three people."""

import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import discord
import pytest
import simcord

from bot.app import App
from bot.jobs import schedule
from claims.ledger import Ledger, open_ledger
from claims.wording import LANGUAGES, speaking
from tests.bot.desk import Desk, opened


@pytest.fixture
async def ledger(tmp_path: Path, empty_ledger: Path) -> AsyncIterator[Ledger]:
    path = shutil.copyfile(empty_ledger, tmp_path / "claims.db")
    async with open_ledger(path) as opened:
        yield opened


@pytest.fixture
def jobs_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Let no job begin by itself: tests run the jobs that they are about.

    simcord's settling waits for every timer that ends before its own deadline. Near a job's time
    each press waited for seconds, and ended as late as the deadline.
    """
    for name in ("TICK_SECONDS", "BACKUP_SECONDS"):
        monkeypatch.setattr(schedule, name, schedule.HOUR_SECONDS)


@pytest.fixture
def settle_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Look every millisecond whether the bot has answered.

    simcord 3.2.1 sleeps for 50 ms when only a callback of the loop's next turn is left, which is
    so after each press and command: ten times as long as most answers take.
    """
    defaults = simcord.Env._settle_internal.__kwdefaults__
    assert defaults is not None
    assert defaults["idle"] == 0.05
    monkeypatch.setitem(defaults, "idle", 0.001)


@pytest.fixture
def simcord_bot(ledger: Ledger, jobs_rest: None, settle_at_once: None) -> App:
    """What simcord's own fixture `simcord_env` starts."""
    return App(ledger, shard_count=1)


@pytest.fixture
async def simcord_env(
    simcord_env: simcord.Env, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[simcord.Env]:
    """The fixture of simcord, which closes no bot that it lets go: here their workers end."""
    bots = [simcord_env.bot]
    restart = simcord_env.restart_bot

    async def restart_bot(bot: discord.Client | None = None) -> None:
        await restart(bot)
        bots.append(simcord_env.bot)

    monkeypatch.setattr(simcord_env, "restart_bot", restart_bot)
    yield simcord_env
    for bot in bots:
        assert isinstance(bot, App)
        await bot.worker.close()


@pytest.fixture
async def desk(simcord_env: simcord.Env, ledger: Ledger) -> Desk:
    """A server with twelve claims and a moderator role."""
    return await opened(simcord_env, ledger)


@pytest.fixture(params=LANGUAGES)
def every_language(request: pytest.FixtureRequest) -> Iterator[None]:
    """Run the test once in each language."""
    with speaking(request.param):
        yield
