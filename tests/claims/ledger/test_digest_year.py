"""A year of some servers in a virtual time: `python -m tests.simulate` lives through thousands."""

import pytest

from claims.ledger import due_runs
from tests.simulate import Simulation, account


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_every_date_has_one_message_or_a_reason(seed):
    lived = Simulation(seed, many=8).run()
    counts, wrong = account(lived)
    assert wrong == []
    assert counts["sent"] > 500
    assert min(counts["failed"], counts["missed"], lived.kills, lived.looks, lived.stops) > 0


def test_a_nonce_that_is_trusted_for_too_long_would_be_noticed(monkeypatch):
    """What the year proves, it proves by being able to fail."""
    monkeypatch.setattr(due_runs, "NONCE_LIFE", 10 * due_runs.NONCE_LIFE)
    problems = [p for seed in range(3) for p in account(Simulation(seed, many=8).run())[1]]
    assert any("but 2 messages" in problem for problem in problems)
