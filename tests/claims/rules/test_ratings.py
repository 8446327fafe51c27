"""The tables of ratings, stages and kinds of event: nothing is missing for any of them."""

import re
import sqlite3
from enum import StrEnum
from pathlib import Path

import pytest

from claims.ledger.store.opening import open_writer
from claims.records.claims import Rating, Stage, Stance
from claims.records.decisions import Action
from claims.rules.ratings import RATINGS, STAGES, UNRATED_COLOUR
from claims.rules.terms import DONE_WORDS
from claims.rules.workflow import MOVES

DONE_BY_NOBODY_ASKED = {Action.ADD, Action.UNDO}
"""What happens to a claim without a move of its own in the workflow."""


def test_every_rating_and_stage_has_its_row_in_their_order():
    assert list(RATINGS) == list(Rating)
    assert list(STAGES) == list(Stage)


def test_every_kind_of_event_has_its_words_and_what_leads_to_it():
    assert set(DONE_WORDS) == set(Action)
    assert set(MOVES) | DONE_BY_NOBODY_ASKED == set(Action)


def test_no_two_ratings_look_alike():
    for look in ("words", "mark", "colour"):
        assert len({getattr(row, look) for row in RATINGS.values()}) == len(RATINGS)
    assert UNRATED_COLOUR not in {row.colour for row in RATINGS.values()}


def test_evidence_that_usually_stands_with_a_rating_does_not_speak_against_it():
    for row in RATINGS.values():
        assert row.stance not in (row.contradicts, row.leans_against)
        assert not row.needs_origins or row.contradicts is row.leans_against is not None


FOR, AGAINST, BESIDE = Stance.SUPPORTS, Stance.REFUTES, Stance.CONTEXT
MEANS = {
    Rating.VERIFIED: (FOR, AGAINST, AGAINST, True, 5),
    Rating.MOSTLY_TRUE: (FOR, None, AGAINST, False, 4),
    Rating.MIXED: (BESIDE, None, None, False, 3),
    Rating.MISLEADING: (AGAINST, None, FOR, False, 2),
    Rating.FALSE: (AGAINST, FOR, FOR, True, 1),
    Rating.UNPROVEN: (BESIDE, None, None, False, None),
    Rating.NOT_CHECKABLE: (BESIDE, None, None, False, None),
}
"""
What evidence usually does to a claim so rated, which cannot carry the rating, of which not all may
be, whether two origins are needed, and the number in ClaimReview.
"""


@pytest.mark.parametrize("rating", Rating)
def test_a_rating_tells_what_it_asks_of_evidence_and_its_degree_of_truth(rating):
    row = RATINGS[rating]
    assert MEANS[rating] == (
        row.stance,
        row.contradicts,
        row.leans_against,
        row.needs_origins,
        row.claim_review,
    )


@pytest.mark.parametrize(
    ("table", "column", "values"),
    [("claim", "stage", Stage), ("claim", "rating", Rating), ("event", "action", Action)],
)
def test_the_ledger_admits_every_value(
    tmp_path: Path, table: str, column: str, values: type[StrEnum]
) -> None:
    open_writer(tmp_path / "claims.db").close()
    with sqlite3.connect(tmp_path / "claims.db") as db:
        (sql,) = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    db.close()
    check = re.search(rf"CHECK \({column} IN \(([^)]*)\)", sql)
    assert check
    assert set(values) <= set(re.findall(r"'(\w+)'", check[1]))
