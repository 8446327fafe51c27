"""A loopback Discord for each test, and programs that run against it."""

import shutil
import sys
from collections.abc import AsyncIterator, Callable
from datetime import datetime
from pathlib import Path

import pytest

from claims.models import Article, Claim
from tests.e2e.loopback import BotProcess, LoopbackDiscord, Schema, find_openapi
from tests.e2e.newsroom import Newsroom, furnish, stock

BOTS = Path(__file__).parent / "bots"
NO_OPENAPI = (
    "Discord's OpenAPI file is absent (set DISCORD_OPENAPI): "
    "requests were judged by the additional rules only"
)

RunBot = Callable[..., BotProcess]


@pytest.fixture(scope="session")
def schema() -> Schema | None:
    """Discord's own description of its API, or None where it is not at hand."""
    path = find_openapi()
    return Schema(path) if path else None


@pytest.fixture
async def discord(schema: Schema | None) -> AsyncIterator[LoopbackDiscord]:
    """Listen as a small Discord; afterwards nothing may have been wrong with any request."""
    async with LoopbackDiscord(schema) as discord:
        yield discord
        assert not discord.verdict(), discord.verdict()


@pytest.fixture
def run_bot(discord: LoopbackDiscord, tmp_path: Path) -> RunBot:
    """Run one of the small bots in `bots/`."""

    def run(name: str, *arguments: str) -> BotProcess:
        command = [sys.executable, "-W", "ignore", str(BOTS / name), *arguments]
        return BotProcess(discord, command, {"DISCORD_TOKEN": discord.world.token}, tmp_path)

    return run


@pytest.fixture
async def newsroom(
    discord: LoopbackDiscord,
    tmp_path: Path,
    empty_ledger: Path,
    article: Article,
    found: list[Claim],
    now: datetime,
) -> Newsroom:
    """A server whose moderators are known and whose ledger has the four claims of `article`."""
    room = furnish(discord, tmp_path)
    shutil.copyfile(empty_ledger, room.ledger)
    await stock(room, article, found, now)
    return room


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say loudly that the judge had no file to judge by."""
    if find_openapi() is None:
        terminalreporter.write_sep("!", NO_OPENAPI, red=True)
