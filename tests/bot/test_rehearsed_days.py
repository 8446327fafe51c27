"""The rehearsed week, whichever day it is looked at."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.__main__ import Language
from bot.rehearsal.days import Week, weekly_on
from bot.rehearsal.newsroom import NEWSROOM
from bot.rehearsal.page import LOCALES
from bot.rehearsal.stress import STRESS
from claims.wording import LANGUAGES

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday


@pytest.mark.parametrize("week", [NEWSROOM, STRESS], ids=["newsroom", "stress"])
@pytest.mark.parametrize("later", range(7))
def test_the_week_in_numbers_comes_with_the_busiest_day_whenever_the_week_began(
    later: int, week: Week
) -> None:
    first = NOON + timedelta(days=later)
    busiest = [first + timedelta(days=day) for day in range(len(week))][-2]
    assert weekly_on(first, week) == busiest.weekday()


def test_what_may_be_asked_for_is_what_is_spoken() -> None:
    assert {each.value for each in Language} == set(LANGUAGES) == set(LOCALES)
