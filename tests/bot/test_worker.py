"""The real worker process: what comes back from it, and what is told when nothing does."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.answers import reading
from bot.worker.limits import LIMITS, Limits
from bot.worker.turns import Waits
from bot.worker.worker import Order, Worker, WorkerError
from claims.errors import ClaimNotFoundError, RefusedError
from claims.ledger import Ledger
from claims.ledger.lookup import claims
from claims.models import Article
from claims.wording import speaking
from tests.bot import working

LONG = Order(person=1, name="long.html", size=10)
PROC = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@asynccontextmanager
async def opened(path: Path, limits: Limits = LIMITS) -> AsyncIterator[Worker]:
    worker = Worker(path, limits=limits)
    try:
        yield worker
    finally:
        await worker.close()


@pytest.fixture
async def worker(tmp_path: Path) -> AsyncIterator[Worker]:
    async with opened(tmp_path / "none.db") as made:
        yield made


@pytest.fixture
def begun(tmp_path: Path) -> Path:
    """A pipe by which work that is under way says so."""
    path = tmp_path / "begun"
    os.mkfifo(path)
    return path


async def under_way(begun: Path) -> None:
    assert await asyncio.to_thread(begun.read_bytes) == b"begun"


async def test_a_function_returns_from_another_process_which_is_kept(worker: Worker) -> None:
    first = await worker.run(Order(), working.here)
    assert first != os.getpid()
    assert await worker.run(Order(), working.here) == first == worker.pid


async def test_a_refusal_comes_in_the_language_of_who_asked(worker: Worker) -> None:
    with speaking("de"), pytest.raises(RefusedError, match="keine Wörter"):
        await worker.run(Order(), working.refuse)
    with pytest.raises(RefusedError, match="no words"):
        await worker.run(Order(), working.refuse)


async def test_an_error_with_a_number_keeps_it_on_the_way(worker: Worker) -> None:
    with pytest.raises(ClaimNotFoundError, match=r"no claim #7 here") as told:
        await worker.run(Order(), working.miss, 7)
    assert told.value.number == 7


async def test_another_error_names_its_place_and_nothing_of_the_text(worker: Worker) -> None:
    with pytest.raises(WorkerError, match=r"ValueError in fail:\d+") as told:
        await worker.run(Order(), working.fail, "a secret sentence")
    assert "secret" not in str(told.value)
    assert await worker.run(Order(), working.here) == worker.pid


async def test_what_takes_too_long_is_ended_and_the_next_is_done(
    tmp_path: Path, begun: Path
) -> None:
    async with opened(tmp_path / "none.db", LIMITS._replace(seconds=0.2)) as worker:
        asked = asyncio.create_task(worker.run(LONG, working.busy_forever, begun))
        await under_way(begun)
        with pytest.raises(RefusedError, match=r"“long.html” took longer than 0.2 seconds"):
            await asked
        worker.limits = LIMITS
        assert await worker.run(Order(), working.here) == worker.pid


async def test_a_killed_worker_is_told_of_and_what_waits_is_done_by_a_new_one(
    worker: Worker, begun: Path
) -> None:
    asked = asyncio.create_task(worker.run(LONG, working.wait_forever, begun))
    await under_way(begun)
    waiting = asyncio.create_task(worker.run(Order(person=2), working.here))
    killed = worker.pid
    assert killed is not None
    os.kill(killed, signal.SIGKILL)
    with pytest.raises(RefusedError, match=r"ended while it worked on “long.html”.*Nothing was"):
        await asked
    assert await waiting != killed


async def test_a_worker_killed_between_two_tasks_costs_nobody_an_answer(worker: Worker) -> None:
    first = await worker.run(Order(), working.here)
    process = worker._process
    assert process is not None
    os.kill(first, signal.SIGKILL)
    await process.wait()
    assert await worker.run(Order(), working.here) != first


@PROC
async def test_work_cannot_take_more_memory_than_is_allowed(worker: Worker) -> None:
    with pytest.raises(RefusedError, match="want of memory"):
        await worker.run(LONG, working.take_memory, LIMITS.memory)
    assert await worker.run(Order(), working.take_memory, 1000) == 1000


async def test_giving_up_ends_the_work(worker: Worker, begun: Path) -> None:
    asked = asyncio.create_task(worker.run(LONG, working.busy_forever, begun))
    await under_way(begun)
    given_up = worker.pid
    asked.cancel()
    with pytest.raises(asyncio.CancelledError):
        await asked
    assert await worker.run(Order(), working.here) != given_up


async def test_one_persons_many_texts_come_after_another_persons_first(
    worker: Worker, begun: Path
) -> None:
    done: list[str] = []

    async def ask(who: str, person: int, size: int) -> None:
        await worker.run(Order(person=person, size=size), working.here)
        done.append(who)

    blocking = asyncio.create_task(worker.run(LONG, working.wait_forever, begun))
    await under_way(begun)
    orders = [("her second", 1, 5), ("her third", 1, 4), ("his large", 2, 9), ("their small", 3, 1)]
    asked = [asyncio.create_task(ask(*order)) for order in orders]
    await asyncio.sleep(0)
    blocking.cancel()
    await asyncio.gather(*asked)
    assert done == ["their small", "his large", "her second", "her third"]


@pytest.mark.parametrize(
    "limits",
    [
        LIMITS._replace(small_waiting=1),
        LIMITS._replace(small=0, waiting=1),
        LIMITS._replace(held=15),
    ],
)
async def test_what_is_too_much_at_once_is_refused_at_once(
    tmp_path: Path, begun: Path, limits: Limits
) -> None:
    async with opened(tmp_path / "none.db", limits) as worker:
        blocking = asyncio.create_task(worker.run(LONG, working.wait_forever, begun))
        await under_way(begun)
        with pytest.raises(RefusedError, match="1 texts are being read at this moment"):
            await worker.run(LONG, working.here)
        blocking.cancel()
        await asyncio.wait({blocking})
        assert await worker.run(LONG, working.here) == worker.pid


async def test_small_work_is_taken_on_where_no_more_large_texts_are(
    tmp_path: Path, begun: Path
) -> None:
    limits = LIMITS._replace(small=9, waiting=1)
    async with opened(tmp_path / "none.db", limits) as worker:
        blocking = asyncio.create_task(worker.run(LONG, working.wait_forever, begun))
        await under_way(begun)
        small = asyncio.create_task(worker.run(Order(person=2, size=9), working.here))
        with pytest.raises(RefusedError, match="as many as can wait"):
            await worker.run(LONG, working.here)
        blocking.cancel()
        assert await small == worker.pid


async def test_whoever_waits_long_is_told_once(tmp_path: Path, begun: Path) -> None:
    told = asyncio.Event()

    async def waits() -> None:
        assert not told.is_set()
        told.set()

    async with opened(tmp_path / "none.db", LIMITS) as worker:
        blocking = asyncio.create_task(worker.run(LONG, working.wait_forever, begun))
        await under_way(begun)
        asked = asyncio.create_task(
            worker.run(Order(person=2, waits=Waits(0.0, waits)), working.here)
        )
        await told.wait()
        blocking.cancel()
        assert await asked == worker.pid


@PROC
async def test_the_worker_has_neither_the_token_nor_the_ledgers_files(
    stocked: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "not.for.you")
    async with opened(stocked.path) as worker:
        assert "DISCORD_TOKEN" not in await worker.run(Order(), working.environment)
        names = await worker.run(Order(), working.open_files)
        assert not [name for name in names if stocked.path.name in name]


async def test_the_ledger_is_read_there_as_it_stands_now(stocked: Ledger, guild_id: int) -> None:
    async with opened(stocked.path) as worker:
        found = await worker.read(Order(), claims.get, guild_id, 3)
        assert found.text == "Nobody in this town was asked"
        with pytest.raises(ClaimNotFoundError):
            await worker.read(Order(), claims.get, guild_id, 99)


@pytest.mark.parametrize("function", ["read_file", "written_claims"])
async def test_reading_texts_does_not_load_discord_there(worker: Worker, function: str) -> None:
    article = Article(text="Rents fell by 4% in May, the mayor said on Monday.")
    if function == "read_file":
        await worker.run(Order(), reading.read_file, "a.txt", article.text.encode())
    else:
        assert await worker.run(Order(), reading.written_claims, article)
    assert not await worker.run(Order(), working.loaded, "discord")


PARENT = """
import asyncio, os, sys
from pathlib import Path
from bot.worker.turns import Waits
from bot.worker.worker import Order, Worker
from tests.bot import working
async def main():
    worker = Worker(Path("none.db"))
    await worker.warm()
    print(worker.pid, flush=True)
    if sys.argv[1] == "busy":
        await worker.run(Order(), working.busy_forever, Path(sys.argv[2]))
    await asyncio.Event().wait()
asyncio.run(main())
"""


@PROC
@pytest.mark.parametrize("state", ["idle", "busy"])
async def test_the_worker_ends_when_its_bot_is_killed(state: str, begun: Path) -> None:
    parent = subprocess.Popen(  # noqa: ASYNC220 - over before anything else is to run
        [sys.executable, "-c", PARENT, state, str(begun)], stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout is not None
    with parent.stdout:
        pid = int(await asyncio.to_thread(parent.stdout.readline))
    if state == "busy":
        await under_way(begun)
    watched = os.pidfd_open(pid)
    parent.kill()
    parent.wait()
    ended = asyncio.Event()
    asyncio.get_running_loop().add_reader(watched, ended.set)
    try:
        async with asyncio.timeout(30):
            await ended.wait()
    finally:
        asyncio.get_running_loop().remove_reader(watched)
        os.close(watched)


def test_a_page_of_half_a_million_paragraphs_is_too_long_before_it_is_read() -> None:
    with pytest.raises(RefusedError, match=r"“a.html” is too long: it has 500,000 tags"):
        reading.check_size("a.html", b"<p>a" * 500_000)


@pytest.mark.parametrize("letter", ["a", "ä", "語", "🙂"])
def test_a_text_is_measured_in_characters_before_it_is_read(letter: str) -> None:
    reading.check_size("a.txt", (letter * reading.MOST_TEXT).encode())
    with pytest.raises(RefusedError, match=r"The text has 200,001 characters"):
        reading.check_size("a.txt", (letter * (reading.MOST_TEXT + 1)).encode())
