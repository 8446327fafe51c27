"""A year of some servers in virtual time: `python -m tests.simulate` lives through thousands."""

from datetime import datetime, timedelta

import pytest

from claims.digests.compose import Due, next_due
from claims.digests.records import Schedule
from claims.ledger.digests import digests, due_runs, runs
from tests.simulate.accounts import account_year
from tests.simulate.years import Simulation


def problems() -> str:
    """Return what is wrong with three short years."""
    return "\n".join(
        p for seed in range(3) for p in account_year(Simulation(seed, many=8).run())[1]
    )


@pytest.mark.parametrize("seed", [1, 3, 4])
def test_every_date_has_one_message_or_a_reason(seed):
    lived = Simulation(seed, many=8).run()
    counts, wrong = account_year(lived)
    assert wrong == []
    assert counts["sent"] + counts["empty"] > 500
    assert min(counts["failed"], counts["missed"], lived.kills, lived.looks, lived.stops) > 0


def test_a_nonce_that_is_trusted_for_too_long_would_be_noticed(monkeypatch):
    """What the year proves, it proves by being able to fail."""
    monkeypatch.setattr(due_runs, "NONCE_LIFE", 10 * runs.NONCE_LIFE)
    assert "but 2 messages" in problems()


def test_news_that_are_told_twice_would_be_noticed(monkeypatch):
    monkeypatch.setattr(due_runs, "SINCE", "0")
    assert "does not begin where the last one ended" in problems()


def test_a_wrong_hour_would_be_noticed(monkeypatch):
    def an_hour_early(schedule: Schedule, after: datetime) -> Due:
        due = next_due(schedule, after + timedelta(hours=1))
        return Due(due.at - timedelta(hours=1), due.on)

    monkeypatch.setattr(digests, "next_due", an_hour_early)
    assert "and came at" in problems()
