"""The weekly part is carried once a week, by the first digest of its weekday or later."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from claims.digests.records import Choice, Schedule
from claims.ledger import Ledger
from claims.ledger.digests import digests, due_runs, runs
from claims.records.notices import Outcome

DAILY = Schedule(channel_id=5, local_time=time(13), zone="UTC")
MONDAY = datetime(2026, 3, 9, 13, tzinfo=UTC)  # the claims came on the Monday before
DAY = timedelta(days=1)


@pytest.fixture
async def scheduled(stocked, guild_id, now):
    """A ledger with claims of last week and a daily digest, due next on a Monday."""
    await stocked.write(digests.set_schedule, guild_id, DAILY, now=MONDAY - timedelta(hours=1))
    return stocked


async def take_on(ledger: Ledger, moment: datetime, outcome: Outcome = Outcome.SENT) -> date | None:
    """Take the digest of a day on and settle it; return which weekday's part it carries."""
    (run,) = await ledger.write(due_runs.claim_due, moment)
    await ledger.write(runs.settle, run, outcome, now=moment, message_id=1)
    return run.weekly


async def test_it_is_carried_on_its_weekday_alone(scheduled):
    carried = [await take_on(scheduled, MONDAY + n * DAY) for n in range(15)]
    days = [date(2026, 3, 9), date(2026, 3, 16), date(2026, 3, 23)]
    assert [(n, day) for n, day in enumerate(carried) if day] == list(
        zip((0, 7, 14), days, strict=True)
    )


@pytest.mark.parametrize("outcome", [Outcome.SENT, Outcome.EMPTY, Outcome.UNCERTAIN])
async def test_what_may_have_been_told_is_not_told_again(scheduled, outcome):
    assert await take_on(scheduled, MONDAY, outcome) == date(2026, 3, 9)
    assert await take_on(scheduled, MONDAY + DAY) is None


async def test_after_a_refusal_or_days_away_the_next_one_carries_it(scheduled):
    assert await take_on(scheduled, MONDAY, Outcome.FAILED) == date(2026, 3, 9)
    assert await take_on(scheduled, MONDAY + 3 * DAY) == date(2026, 3, 9)
    assert await take_on(scheduled, MONDAY + 4 * DAY) is None


async def test_one_that_is_asked_for_carries_what_is_due(scheduled, guild_id):
    morning = MONDAY - timedelta(hours=1)
    previewed = await scheduled.read(due_runs.preview, guild_id, channel_id=8, now=morning)
    asked = await scheduled.write(
        due_runs.claim_now, guild_id, request=1, channel_id=8, now=morning
    )
    assert previewed.weekly == asked.weekly == date(2026, 3, 9)
    await scheduled.write(runs.settle, asked, Outcome.SENT, now=morning, message_id=1)
    assert await take_on(scheduled, MONDAY) is None


async def test_another_weekday_or_none_can_be_chosen(scheduled, guild_id):
    await scheduled.write(digests.set_choice, guild_id, Choice(weekly_on=3))
    assert await take_on(scheduled, MONDAY) == date(2026, 3, 5)
    await scheduled.write(digests.set_choice, guild_id, Choice(weekly_on=None))
    assert await take_on(scheduled, MONDAY + 3 * DAY) is None
    assert (await scheduled.read(digests.choice, guild_id)).weekly_on is None


async def test_a_server_that_has_just_begun_is_spared(stocked, guild_id, now):
    await stocked.write(digests.set_schedule, guild_id, DAILY, now=now)
    assert await take_on(stocked, now + timedelta(hours=1)) is None
