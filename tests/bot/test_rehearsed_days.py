"""The rehearsed week, whichever day it is looked at."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.rehearsal.days import Week, weekly_on
from bot.rehearsal.newsroom import NEWSROOM
from bot.rehearsal.page import _locale
from bot.rehearsal.stress import STRESS
from claims.wording import LANGUAGES, known, speaking

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)  # a Monday


@pytest.mark.parametrize("week", [NEWSROOM, STRESS], ids=["newsroom", "stress"])
@pytest.mark.parametrize("later", range(7))
def test_the_week_in_numbers_comes_with_the_busiest_day_whenever_the_week_began(
    later: int, week: Week
) -> None:
    first = NOON + timedelta(days=later)
    busiest = [first + timedelta(days=day) for day in range(len(week))][-2]
    assert weekly_on(first, week) == busiest.weekday()


@pytest.mark.parametrize(("spoken", "expected"), [("en", "en-US"), ("de", "de")])
def test_a_rehearsal_has_discord_speak_the_language(spoken: str, expected: str) -> None:
    with speaking(spoken):
        assert _locale() == expected


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_each_language_can_be_rehearsed(spoken: str) -> None:
    with speaking(spoken):
        assert known(_locale()) == spoken
