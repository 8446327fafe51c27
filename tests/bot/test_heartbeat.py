"""The sign of life beside the ledger: there while Discord is connected and the ledger answers."""

from pathlib import Path

import discord
import pytest

from bot.jobs import heartbeat
from claims.errors import LedgerError
from claims.ledger import Ledger
from tests.bot.desk import Desk


@pytest.fixture
def alive(ledger: Ledger) -> Path:
    """Where the sign of life is looked for."""
    return ledger.path.with_name("claims.db.alive")


def given(alive: Path) -> bool:
    return alive.exists()


def take_away(alive: Path) -> None:
    alive.unlink()


async def test_it_is_there_as_soon_as_the_bot_is_ready(desk: Desk, alive: Path) -> None:
    assert given(alive)


async def test_it_is_renewed(desk: Desk, alive: Path) -> None:
    take_away(alive)
    await desk.bot.schedule.beat()
    assert given(alive)


async def test_it_goes_where_a_shard_has_no_connection(
    desk: Desk, alive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = type("Closed", (), {"is_closed": lambda _: True})()
    monkeypatch.setattr(type(desk.bot), "shards", {0: closed}, raising=True)
    await heartbeat.beat(desk.bot)
    assert not given(alive)


async def test_it_goes_where_discord_was_not_ready_yet(
    desk: Desk, alive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(discord.Client, "is_ready", lambda _: False)
    await heartbeat.beat(desk.bot)
    assert not given(alive)


async def test_it_goes_where_the_ledger_does_not_answer(
    desk: Desk, alive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        raise LedgerError("damaged")

    monkeypatch.setattr(desk.ledger, "read", broken)
    await heartbeat.beat(desk.bot)
    assert not given(alive)


async def test_it_goes_with_the_bot(desk: Desk, alive: Path) -> None:
    await desk.bot.close()
    assert not given(alive)


async def test_a_folder_that_may_not_be_written_stops_nothing(desk: Desk, alive: Path) -> None:
    take_away(alive)
    alive.mkdir()  # noqa: ASYNC240  # a touch succeeds on it, an unlink does not
    heartbeat.still(desk.ledger.path)
    await heartbeat.beat(desk.bot)
    assert given(alive)
