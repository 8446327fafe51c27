"""A few kills in the middle of work; `python -m tests.crash` does hundreds."""

import sqlite3
from pathlib import Path

import pytest

from tests.crash.rounds import halves, killed, missing, rounds


def test_a_killed_desk_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    done = list(rounds(tmp_path / "ledger.db", 4))
    assert [each.problems for each in done] == [[]] * 4
    assert sum(each.acknowledged for each in done) > 20


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        ("DELETE FROM event WHERE action = 'rate'", "acknowledged and is not there"),
        ("DELETE FROM evidence", "links"),
        ("DELETE FROM appearance WHERE number % 2", "only some of its claims"),
    ],
)
def test_the_judge_would_see_what_is_lost(tmp_path: Path, spoil: str, found: str) -> None:
    path = tmp_path / "ledger.db"
    said = killed(path, 1, 0.4)
    assert not [*missing(path, said), *halves(path)]
    db = sqlite3.connect(path)
    db.execute("UPDATE server SET erasing = 1")
    db.execute(spoil)
    db.commit()
    db.close()
    assert any(found in problem for problem in [*missing(path, said), *halves(path)])
