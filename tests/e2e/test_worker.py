"""The installed program and the process that reads texts for it, over sockets."""

import asyncio
import os
import signal
import sys
from pathlib import Path

import pytest

from claims.ledger import open_ledger
from claims.ledger.articles import contents
from tests.e2e.loopback import BotProcess, File
from tests.e2e.newsroom import Newsroom

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

SHORT = File("short.txt", b"Rents fell by 4% in May, Mayor Ida Lund told the council on Monday.")
LONG = File(
    "long.txt",
    "\n\n".join(
        f"Mayor Ida Lund said on Monday that {n} ships called." for n in range(3500)
    ).encode(),
)


def worker_of(bot: BotProcess) -> int:
    """Return the number of the one process that the bot has started."""
    assert bot._process is not None
    pid = bot._process.pid
    [found] = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return int(found)


def used(pid: int) -> int:
    """Return for how long a process has worked, in ticks."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


async def test_a_page_of_half_a_million_paragraphs_is_refused_as_too_long(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        page = File("page.html", b"<p>a" * 500_000)
        refused = await room.moderator.slash(room.general, "intake file", file=page)
        assert refused.private
        assert "“page.html” is too long: it has 500,000 tags" in refused.text


async def test_a_worker_killed_at_work_is_told_and_nothing_is_stored(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        shown = await room.moderator.slash(room.general, "intake file", file=SHORT)
        assert "Rents fell by 4%" in shown.text
        pid = worker_of(bot)
        before = used(pid) + 5  # of a hundred a second: more than taking it in costs
        asking = room.moderator.begin_slash(room.general, "intake file", file=LONG)
        while used(pid) < before:  # noqa: ASYNC110 - a process tells nobody how far it is
            await asyncio.sleep(0)
        os.kill(pid, signal.SIGKILL)
        told = await asking
        assert "ended while it worked on “Mayor Ida" in told.text
        assert "Nothing was stored" in told.text
        again = await room.moderator.slash(room.general, "intake file", file=SHORT)
        assert "Rents fell by 4%" in again.text
        assert worker_of(bot) != pid
        assert await bot.stop() == 0
    async with open_ledger(room.ledger) as ledger:
        shelf = await ledger.read(contents.shelf, room.guild.id)
        assert len(shelf.articles) == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
async def test_the_worker_ends_with_its_bot(newsroom: Newsroom, number: signal.Signals) -> None:
    async with newsroom.start() as bot:
        await bot.ready()
        await newsroom.moderator.slash(newsroom.general, "intake file", file=SHORT)
        watched = os.pidfd_open(worker_of(bot))
        try:
            await bot.stop(number)
            ended = asyncio.get_running_loop().create_future()
            asyncio.get_running_loop().add_reader(watched, ended.set_result, None)
            async with asyncio.timeout(30):
                await ended
        finally:
            asyncio.get_running_loop().remove_reader(watched)
            os.close(watched)
