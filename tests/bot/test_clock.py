"""Clocks that are set, and what goes on all the same."""

import asyncio
import selectors
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import pairwise
from typing import Self

import aiohttp
import pytest
from aiohttp import web
from apscheduler.schedulers import base
from discord.http import Route

from bot import clock
from bot.clock import PATIENCE, DiscordsClock, Steadiness
from bot.jobs import ticking
from bot.jobs.ticking import Every, Ticking

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)
DAY, MONTH, YEARS = timedelta(days=1), timedelta(days=31), timedelta(days=4000)


class _Instant(selectors.DefaultSelector):
    """Waits for nothing: the time for which it was to wait has passed."""

    passed = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        self.passed += timeout or 0
        return super().select(0)


class Time:
    """An event loop whose timers take no time, and a wall clock that can be set."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._selector = _Instant()
        self.loop = asyncio.SelectorEventLoop(self._selector)
        monkeypatch.setattr(self.loop, "time", lambda: self.passed)
        self.wrong_by = timedelta()
        time = self

        class Wall(datetime):
            @classmethod
            def now(cls, tz: tzinfo | None = None) -> Self:
                return cls.fromtimestamp(time.wall().timestamp(), tz)

        monkeypatch.setattr(base, "datetime", Wall)
        monkeypatch.setattr(ticking, "datetime", Wall)

    @property
    def passed(self) -> float:
        """Seconds that really passed."""
        return self._selector.passed

    def wall(self) -> datetime:
        """Return what the wall clock shows."""
        return NOW + timedelta(seconds=self.passed) + self.wrong_by

    def go_by(self, seconds: float) -> None:
        self.loop.run_until_complete(asyncio.sleep(seconds))


@pytest.fixture
def time(monkeypatch: pytest.MonkeyPatch) -> Time:
    return Time(monkeypatch)


def ran_every_twenty_seconds(time: Time, set_clocks: Callable[[], None]) -> list[float]:
    """Run a job while clocks are set; return when it ran."""
    ran: list[float] = []

    async def job() -> None:
        ran.append(time.passed)

    async def begin() -> Ticking:
        jobs = Ticking(timezone="UTC")
        interval = Every(timedelta(seconds=20))
        jobs.add_job(job, interval, coalesce=True, max_instances=1, misfire_grace_time=None)
        jobs.start()
        return jobs

    jobs = time.loop.run_until_complete(begin())
    set_clocks()
    jobs.shutdown(wait=False)
    time.go_by(0)
    time.loop.close()
    return ran


@pytest.mark.parametrize("ahead", [DAY, MONTH, YEARS, -DAY, -MONTH, -YEARS])
def test_jobs_run_on_whatever_the_clock_was_set_to_and_back(time: Time, ahead: timedelta) -> None:
    def jump() -> None:
        time.go_by(65)
        time.wrong_by = ahead
        time.go_by(25)
        time.wrong_by = timedelta()
        time.go_by(100)

    ran = ran_every_twenty_seconds(time, jump)
    gaps = [later - earlier for earlier, later in pairwise(ran)]
    assert ran[0] == pytest.approx(20, abs=1)
    assert max(gaps) < 21
    assert ran[-1] > 170


def test_jobs_run_as_before_where_no_clock_is_set(time: Time) -> None:
    ran = ran_every_twenty_seconds(time, lambda: time.go_by(101))
    assert ran == pytest.approx([20, 40, 60, 80, 100], abs=1)


def test_jobs_run_once_for_all_that_a_jump_skips(time: Time) -> None:
    def jump() -> None:
        time.wrong_by = YEARS
        time.go_by(50)

    assert len(ran_every_twenty_seconds(time, jump)) == 2


def held(*course: tuple[float, timedelta]) -> list[bool]:
    """Return whether the clock is acted by, for what it is wrong by at each second."""
    steadiness = Steadiness(NOW, 100.0)
    return [
        steadiness.holds(NOW + timedelta(seconds=second) + wrong_by, 100.0 + second)
        for second, wrong_by in course
    ]


NONE = timedelta()


@pytest.mark.parametrize("wrong_by", [DAY, -DAY, MONTH, timedelta(hours=1)])
def test_nothing_is_done_by_a_clock_that_is_wrong_for_a_moment(wrong_by: timedelta) -> None:
    assert held((20, NONE), (40, wrong_by), (60, wrong_by), (80, NONE), (100, NONE)) == [
        True, False, False, True, True,
    ]  # fmt: skip


@pytest.mark.parametrize("wrong_by", [DAY, -DAY, MONTH, timedelta(hours=1)])
def test_a_clock_that_was_set_is_believed_after_a_minute(wrong_by: timedelta) -> None:
    course = [(20, NONE), *((40 + waited, wrong_by) for waited in (0, PATIENCE - 1, PATIENCE))]
    assert held(*course) == [True, False, False, True]


def test_a_clock_that_is_set_again_and_again_is_waited_for() -> None:
    course = [(20.0 * n, DAY * (n % 7 + 1)) for n in range(1, 20)]
    assert not any(held(*course))


def test_an_hours_sleep_that_both_clocks_count_is_no_jump() -> None:
    assert held((20, NONE), (3620, NONE), (3640, NONE)) == [True, True, True]


def test_a_clock_that_goes_a_little_wrong_is_no_jump() -> None:
    course = [(20.0 * n, timedelta(seconds=n)) for n in range(1, 500)]
    assert all(held(*course))


async def heard(date: str | None, base_address: str = "/api") -> datetime | None:
    """Ask a server that shows this date; return what is known of its time afterwards."""

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(headers={"Date": date} if date is not None else {})

    application = web.Application()
    application.router.add_get("/api/gateway", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    host, port = runner.addresses[0][:2]
    discords = DiscordsClock()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Route, "BASE", f"http://{host}:{port}{base_address}")
        async with (
            aiohttp.ClientSession(trace_configs=[discords.trace()]) as session,
            session.get(f"http://{host}:{port}/api/gateway"),
        ):
            pass
    await runner.cleanup()
    return discords.now()


async def test_discords_clock_is_read_from_its_answers_and_goes_on(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(clock, "lasting", lambda: 7.0)
    assert await heard("Sun, 01 Mar 2026 12:00:00 GMT") == NOW


@pytest.mark.parametrize("date", ["", "yesterday", "Sun, 99 Mar 2026 12:00:00 GMT"])
async def test_an_answer_without_a_date_tells_nothing(date: str) -> None:
    assert await heard(date) is None


async def test_other_servers_tell_nothing_of_discords_clock() -> None:
    assert await heard("Sun, 01 Mar 2026 12:00:00 GMT", base_address="/other") is None
