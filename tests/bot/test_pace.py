"""How often one member may do something."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.pace import CHARTS, OBJECT, Limit, Pace
from claims.errors import RefusedError
from tests.bot.desk import Desk, words

NOW = datetime(2026, 3, 1, tzinfo=UTC)
TWICE = Limit("{times} tries, until {when}", 2, timedelta(minutes=1))


def test_refuses_what_is_too_often_and_says_when_it_goes_on() -> None:
    pace = Pace()
    pace.step(TWICE, 1, 2, NOW)
    pace.step(TWICE, 1, 2, NOW + timedelta(seconds=30))
    with pytest.raises(RefusedError, match=f"<t:{int(NOW.timestamp()) + 60}:R>"):
        pace.step(TWICE, 1, 2, NOW + timedelta(seconds=59))


def test_goes_on_when_the_first_is_long_enough_ago() -> None:
    pace = Pace()
    for second in (0, 30, 60, 90, 120):
        pace.step(TWICE, 1, 2, NOW + timedelta(seconds=second))


def test_a_refused_try_costs_nothing() -> None:
    pace = Pace()
    for _ in range(2):
        pace.step(TWICE, 1, 2, NOW)
    for second in range(1, 60):
        with pytest.raises(RefusedError):
            pace.step(TWICE, 1, 2, NOW + timedelta(seconds=second))
    pace.step(TWICE, 1, 2, NOW + timedelta(seconds=60))


def test_counts_each_member_server_and_kind_by_itself() -> None:
    pace = Pace()
    other = Limit("others", 2, timedelta(minutes=1))
    for limit, guild, user in ((TWICE, 1, 2), (TWICE, 1, 3), (TWICE, 9, 2), (other, 1, 2)):
        for _ in range(2):
            pace.step(limit, guild, user, NOW)


async def test_objections_have_a_limit_as_well(desk: Desk) -> None:
    said = []
    for _ in range(OBJECT.times + 1):
        answer = await desk.member.slash(desk.channel, "claim report", number=1, reason="No.")
        said.append(answer.response.content)
        desk.refusal()
    assert not any("short time" in words for words in said[:-1])
    assert f"objected to {OBJECT.times} ratings in a short time" in said[-1]


def test_its_memory_has_a_bound() -> None:
    pace = Pace(most=10)
    for user in range(1000):
        pace.step(TWICE, 1, user, NOW)
    assert len(pace) == 10


async def test_who_has_charts_drawn_again_and_again_is_told_when_it_goes_on(desk: Desk) -> None:
    for _ in range(CHARTS.times):
        await desk.member.slash(desk.channel, "stats")
    await desk.member.slash(desk.channel, "stats")
    assert "charts drawn" in desk.refusal()
    await desk.env.advance_time(61)
    again = await desk.member.slash(desk.channel, "stats")
    assert "**Now:**" in words(again.response)
