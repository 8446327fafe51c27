"""What the counts of turns say of a ledger's course."""

from datetime import date, timedelta

import pytest

from claims.digests.stats import WEEKS, Place, Turn, agreement, course, lately
from claims.records.claims import Rating, Stage
from claims.records.decisions import Action

TODAY = date(2026, 3, 2)
OPEN = Place(Stage.OPEN, None)
CHECKING = Place(Stage.CHECKING, None)
REVIEW = Place(Stage.REVIEW, None)
DROPPED = Place(Stage.DROPPED, None)
FALSE = Place(Stage.RATED, Rating.FALSE)
TRUE = Place(Stage.RATED, Rating.VERIFIED)
DISPUTED = Place(Stage.DISPUTED, Rating.FALSE)


def ago(days: int, action: str, was: Place | None, now: Place | None, times: int = 1) -> Turn:
    return Turn(TODAY - timedelta(days=days), Action(action), was, now, times)


def test_each_week_shows_what_had_happened_by_its_end() -> None:
    turns = [
        ago(15, "add", None, OPEN, 5),
        ago(8, "rate", OPEN, FALSE, 2),
        ago(0, "take", OPEN, CHECKING),
    ]
    found = course(turns, TODAY)
    assert len(found) == WEEKS
    assert [tally.waiting for tally in found[-4:]] == [0, 5, 3, 3]
    assert [tally.rated for tally in found[-4:]] == [0, 0, 2, 2]
    assert found[-1].stages == {Stage.OPEN: 2, Stage.CHECKING: 1}
    assert found[-1].day == TODAY


def test_dropped_and_merged_claims_are_not_counted() -> None:
    turns = [
        ago(1, "add", None, OPEN, 3),
        ago(0, "drop", OPEN, DROPPED),
        ago(0, "merge", OPEN, None),
    ]
    [*_, now] = course(turns, TODAY)
    assert (now.waiting, now.rated) == (1, 0)


def test_a_disputed_rating_is_one_still() -> None:
    turns = [ago(1, "rate", None, FALSE, 2), ago(0, "dispute", FALSE, DISPUTED)]
    [*_, now] = course(turns, TODAY)
    assert (now.ratings, now.disputed) == ({Rating.FALSE: 2}, 1)


def test_days_to_come_of_a_clock_that_was_ahead_count_as_today() -> None:
    [*_, before, now] = course([ago(-3, "add", None, OPEN)], TODAY)
    assert (before.waiting, now.waiting) == (0, 1)


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([ago(0, "rate", OPEN, FALSE)], (1, 0)),
        ([ago(6, "rate", REVIEW, FALSE)], (1, 0)),
        ([ago(7, "rate", OPEN, FALSE)], (0, 0)),
        ([ago(0, "rate", FALSE, TRUE)], (0, 1)),
        ([ago(0, "rate", FALSE, FALSE)], (0, 0)),
        ([ago(0, "rate", OPEN, FALSE), ago(0, "undo", FALSE, OPEN)], (0, 0)),
        ([ago(0, "rate", FALSE, TRUE), ago(0, "undo", TRUE, FALSE)], (0, 0)),
        ([ago(0, "reopen", FALSE, OPEN)], (0, 1)),
        ([ago(0, "drop", DISPUTED, DROPPED)], (0, 1)),
        ([ago(0, "drop", OPEN, DROPPED)], (0, 0)),
        ([ago(0, "reopen", FALSE, OPEN), ago(0, "undo", OPEN, FALSE)], (0, 0)),
        ([ago(0, "rate", FALSE, TRUE), ago(0, "undo", None, FALSE)], (0, 1)),
        ([ago(0, "rate", OPEN, FALSE), ago(0, "undo", FALSE, None)], (1, 0)),
        ([ago(0, "undo", FALSE, FALSE)], (0, 0)),
    ],
)
def test_what_was_rated_and_corrected_lately(turns: list[Turn], expected: tuple[int, int]) -> None:
    found = lately(turns, TODAY, 7)
    assert (found.rated, found.corrected) == expected


@pytest.mark.parametrize(
    ("turns", "expected"),
    [
        ([ago(0, "rate", REVIEW, FALSE, 3)], (3, 0)),
        ([ago(0, "rate", REVIEW, CHECKING)], (0, 1)),
        ([ago(0, "rate", Place(Stage.REVIEW, Rating.FALSE), DISPUTED)], (0, 1)),
        ([ago(0, "rate", OPEN, FALSE)], (0, 0)),
        ([ago(0, "reopen", REVIEW, OPEN)], (0, 0)),
        ([ago(0, "rate", REVIEW, FALSE, 2), ago(0, "undo", FALSE, REVIEW)], (1, 0)),
    ],
)
def test_how_often_second_moderators_agree(turns: list[Turn], expected: tuple[int, int]) -> None:
    assert agreement(turns) == expected
