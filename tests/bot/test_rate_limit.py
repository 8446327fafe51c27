"""How often one member may do something."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rate_limit import CHARTS, OBJECT, Limit, RateLimiter
from claims.errors import RefusedError
from tests.bot.desk import Desk, response, words

NOW = datetime(2026, 3, 1, tzinfo=UTC)
BEGAN = 5000.0
TWICE = Limit("{times} tries, until {when}", 2, timedelta(minutes=1))


def step(
    limiter: RateLimiter,
    limit: Limit,
    guild: int,
    user: int,
    *,
    second: float = 0,
    clock: datetime = NOW,
) -> None:
    """Count something that is done so many seconds after the beginning."""
    limiter.hit(limit, guild, user, now=clock + timedelta(seconds=second), lasting=BEGAN + second)


def test_refuses_what_is_too_often_and_says_when_it_goes_on() -> None:
    limiter = RateLimiter()
    step(limiter, TWICE, 1, 2)
    step(limiter, TWICE, 1, 2, second=30)
    with pytest.raises(RefusedError, match=f"<t:{int(NOW.timestamp()) + 60}:R>"):
        step(limiter, TWICE, 1, 2, second=59)


def test_goes_on_when_the_first_is_long_enough_ago() -> None:
    limiter = RateLimiter()
    for second in (0, 30, 60, 90, 120):
        step(limiter, TWICE, 1, 2, second=second)


def test_a_refused_try_costs_nothing() -> None:
    limiter = RateLimiter()
    for _ in range(2):
        step(limiter, TWICE, 1, 2)
    for second in range(1, 60):
        with pytest.raises(RefusedError):
            step(limiter, TWICE, 1, 2, second=second)
    step(limiter, TWICE, 1, 2, second=60)


def test_counts_each_member_server_and_kind_by_itself() -> None:
    limiter = RateLimiter()
    other = Limit("others", 2, timedelta(minutes=1))
    for limit, guild, user in ((TWICE, 1, 2), (TWICE, 1, 3), (TWICE, 9, 2), (other, 1, 2)):
        for _ in range(2):
            step(limiter, limit, guild, user)


@pytest.mark.parametrize("wrong_by", [timedelta(days=d) for d in (-1, 1, 31)])
def test_a_clock_that_is_set_neither_blocks_nor_frees_anybody(wrong_by: timedelta) -> None:
    limiter = RateLimiter()
    for second in (0, 1):
        step(limiter, TWICE, 1, 2, second=second, clock=NOW + wrong_by)
    with pytest.raises(RefusedError, match=f"<t:{int(NOW.timestamp()) + 60}:R>"):
        step(limiter, TWICE, 1, 2, second=30)
    step(limiter, TWICE, 1, 2, second=60)


async def test_objections_have_a_limit_as_well(desk: Desk) -> None:
    said = []
    for _ in range(OBJECT.times + 1):
        answer = await desk.member.slash(desk.channel, "claim report", number=1, reason="No.")
        said.append(response(answer).content)
        desk.refusal()
    assert not any("short time" in words for words in said[:-1])
    assert f"objected to {OBJECT.times} ratings in a short time" in said[-1]


def test_its_memory_has_a_bound() -> None:
    limiter = RateLimiter(most=10)
    for user in range(1000):
        step(limiter, TWICE, 1, user)
    assert len(limiter) == 10


async def test_who_has_charts_drawn_again_and_again_is_told_when_it_goes_on(desk: Desk) -> None:
    for _ in range(CHARTS.times):
        await desk.member.slash(desk.channel, "stats")
    await desk.member.slash(desk.channel, "stats")
    assert "charts drawn" in desk.refusal()
    await desk.later(61)
    again = await desk.member.slash(desk.channel, "stats")
    assert "**Now:**" in words(again.response)
