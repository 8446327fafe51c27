"""Times and weekdays are read as people type them."""

from itertools import chain, combinations

import pytest

from bot.commands.schedule_options import days_typed, time_typed
from bot.messages.days import days_said
from claims.errors import RefusedError
from claims.wording import LANGUAGES, speaking

SUBSETS = [
    frozenset(days) for days in chain.from_iterable(combinations(range(7), n) for n in range(1, 8))
]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Monday", {0}),
        ("mondays", {0}),
        ("mon, thu", {0, 3}),
        ("Tue and Sat", {1, 5}),
        ("Monday to Friday", {0, 1, 2, 3, 4}),
        ("mon-wed, sun", {0, 1, 2, 6}),
        ("fri – mon", {4, 5, 6, 0}),
        ("EVERY DAY", set(range(7))),
        ("sa/su", {5, 6}),
    ],
)
def test_weekdays_are_read(typed: str, expected: set[int]) -> None:
    assert days_typed(typed) == expected


@pytest.mark.parametrize(("typed", "expected"), [("Mo, Do", {0, 3}), ("Di bis Fr", {1, 2, 3, 4})])
def test_weekdays_are_read_in_german(typed: str, expected: set[int]) -> None:
    with speaking("de"):
        assert days_typed(typed) == expected


@pytest.mark.parametrize("typed", ["", "m", "someday", "to", "1,2", "@everyone"])
def test_what_is_no_weekday_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError, match="weekday"):
        days_typed(typed)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("days", SUBSETS)
def test_what_is_said_of_weekdays_is_read_as_the_same(language: str, days: frozenset[int]) -> None:
    with speaking(language):
        assert days_typed(days_said(days)) == days


@pytest.mark.parametrize(
    ("typed", "hour", "minute"), [("8:00", 8, 0), ("23.59", 23, 59), (" 00:00 ", 0, 0)]
)
def test_times_are_read(typed: str, hour: int, minute: int) -> None:
    assert (time_typed(typed).hour, time_typed(typed).minute) == (hour, minute)


@pytest.mark.parametrize("typed", ["24:00", "8", "8:60", "eight", "08:00:00", "@everyone"])
def test_what_is_no_time_is_refused(typed: str) -> None:
    with pytest.raises(RefusedError, match=r"08:00"):
        time_typed(typed)
