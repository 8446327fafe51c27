"""Sixty days of notices in virtual time: `python -m tests.simulate --lives` lives through many."""

from datetime import timedelta

import pytest

from claims.ledger.members import notice_queue, notices
from tests.simulate import lives
from tests.simulate.accounts import account_life
from tests.simulate.lives import Life


@pytest.mark.parametrize("seed", [2, 3])
def test_everybody_is_told_once_of_what_is_published(seed):
    lived = Life(seed).run()
    assert account_life(lived) == []
    counts = lived.counts
    assert min(counts["kills"], counts["looks"], counts["news"], counts["recheck"]) > 0
    assert min(counts["expired"], counts["failed"]) > 0


def wrong(*seeds: int) -> str:
    """Return what is wrong with some lives."""
    return "\n".join(problem for seed in seeds for problem in account_life(Life(seed).run()))


def test_a_nonce_that_is_trusted_for_too_long_would_be_noticed(monkeypatch):
    monkeypatch.setattr(notices, "NONCE_LIFE", timedelta(days=1))
    monkeypatch.setattr(lives, "DEADLY", 0.2)
    assert "came twice" in wrong(2)


def test_a_message_in_quiet_hours_would_be_noticed(monkeypatch):
    monkeypatch.setattr(notices, "may_write_at", lambda _quiet, now: now)
    assert "in quiet hours" in wrong(1)


def test_news_that_are_lost_would_be_noticed(monkeypatch):
    monkeypatch.setattr(notice_queue, "_added", lambda *_: True)
    assert "is published" in wrong(1)


def test_an_older_notice_that_is_read_last_would_be_noticed(monkeypatch):
    monkeypatch.setattr(lives, "DEADLY", 0.2)
    assert "and is told" not in wrong(9)
    monkeypatch.setattr(notices, "_FOLLOWS", "false")
    assert "and is told" in wrong(9)
