"""The rehearsal's page where its port is taken, with real sockets and real pages."""

import os
import re
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from functools import partial
from pathlib import Path

import discord
import pytest
import simcord
from simcord.preview import Preview

from bot.rehearsal import ports
from bot.settings import SettingsError


@pytest.fixture
def taken() -> Iterator[int]:
    """A port of this machine that another program listens on."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


@asynccontextmanager
async def pages() -> AsyncIterator[tuple[AsyncExitStack, "partial[Preview]"]]:
    """What opens pages of a simulated server, and the stack that closes them."""
    client = discord.Client(intents=discord.Intents(guilds=True))
    async with simcord.run(client) as env:
        guild = env.create_guild("Rehearsal")
        channel = guild.create_text_channel("fact-checks")
        member = guild.add_member(env.create_user("member"))
        async with AsyncExitStack() as stack:
            yield stack, partial(env.preview, channel, viewers=(member,), layout="channel")


async def test_where_no_port_is_free_that_is_said(
    taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ports, "TRIED", 1)
    async with pages() as (stack, serve):
        with pytest.raises(SettingsError, match=rf"ports {taken} to {taken}: Address already"):
            await ports.opened(stack, serve, taken)


async def test_after_the_highest_port_there_is_none(
    taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ports, "HIGHEST", taken)
    async with pages() as (stack, serve):
        with pytest.raises(SettingsError, match="CLAIMBOT_REHEARSAL_PORT"):
            await ports.opened(stack, serve, taken)


async def test_other_trouble_with_a_page_is_not_taken_for_a_port() -> None:
    async with pages() as (stack, serve):
        await ports.opened(stack, serve, 0)
        with pytest.raises(simcord.SetupError, match="one active"):
            await ports.opened(stack, serve, 0)


def test_the_program_takes_the_next_free_port_and_says_so(taken: int, tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "DISCORD_TOKEN"}
    with subprocess.Popen(
        [Path(sys.executable).with_name("claimbot")],
        env=environment | {"CLAIMBOT_REHEARSAL_PORT": str(taken)},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as program:
        try:
            assert program.stdout is not None
            printed = ""
            for line in program.stdout:
                printed += line
                if "Rehearsal: " in line:
                    break
        finally:
            program.kill()
    said = re.search(rf"Port {taken} is taken; the page is on port (\d+) instead\.", printed)
    assert said, printed
    assert f"Rehearsal: http://127.0.0.1:{said[1]}/" in printed
    assert "Traceback" not in printed
