"""Digests in trouble: no answer, refusals, days away, changed schedules, clocks that go wrong."""

from collections.abc import Iterable
from datetime import UTC, datetime, time, timedelta

import pytest

from claims.digests.records import Run, Schedule
from claims.ledger import Ledger
from claims.ledger.digests import digests, due_runs, runs
from claims.ledger.history import seals
from claims.records.notices import Outcome

DAILY = Schedule(channel_id=5, local_time=time(13), zone="UTC")
DUE = datetime(2026, 3, 2, 13, 0, tzinfo=UTC)
DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


@pytest.fixture
async def scheduled(stocked, guild_id, now):
    """A ledger whose server gets a digest every day at 13:00 UTC, first in an hour."""
    await stocked.write(digests.set_schedule, guild_id, DAILY, now=now, actor=77)
    return stocked


async def due(ledger: Ledger, moment: datetime) -> list[Run]:
    return await ledger.write(due_runs.claim_due, moment)


async def settled(
    ledger: Ledger, run: Run, outcome: Outcome, moment: datetime = DUE, detail: str = ""
) -> None:
    await ledger.write(runs.settle, run, outcome, now=moment, detail=detail)


async def became(ledger: Ledger, guild_id: int) -> list[tuple[str, str, str | None]]:
    """Date, outcome and reason of the past runs, oldest first."""
    found = await ledger.read(runs.past, guild_id)
    return [(run.key, run.outcome.value, run.first_on) for run in reversed(found)]


class TestNoAnswer:
    """Discord did not answer: the run is seen to again, after longer and longer waits."""

    async def test_waits_double_up_to_ten_minutes(self, scheduled):
        (run,) = await due(scheduled, DUE)
        moment, waits = DUE, []
        for _ in range(12):
            await scheduled.write(runs.put_off, run, now=moment, detail="HTTP 503")
            began = moment
            while not (taken := await due(scheduled, moment)):
                moment += timedelta(seconds=1)
            waits.append((moment - began).total_seconds())
            (run,) = taken
        assert waits == [2, 4, 8, 16, 32, 64, 128, 256, 512, 600, 600, 600]

    async def test_what_is_not_in_the_channel_is_sent_with_the_same_nonce(self, scheduled):
        (first,) = await due(scheduled, DUE)
        (uncertain,) = await due(scheduled, DUE + 5 * MINUTE)
        assert uncertain.outcome is Outcome.UNCERTAIN
        again = await scheduled.write(runs.not_found, uncertain, now=DUE + 5 * MINUTE)
        assert (again.nonce, again.outcome) == (first.nonce, Outcome.CLAIMED)
        assert await due(scheduled, DUE + 7 * MINUTE) == [again]

    async def test_after_half_the_way_to_the_next_it_is_missed(self, scheduled, guild_id):
        await due(scheduled, DUE)
        (late,) = await due(scheduled, DUE + 12 * HOUR)
        assert late.outcome is Outcome.UNCERTAIN
        assert await scheduled.write(runs.not_found, late, now=DUE + 12 * HOUR) is None
        assert await became(scheduled, guild_id) == [("2026-03-02", "missed", None)]

    async def test_what_can_never_be_looked_for_holds_nothing_up(self, scheduled, guild_id):
        moment = DUE + 12 * HOUR
        await due(scheduled, DUE)
        for _ in range(runs.LAST_LOOKS):
            moment += 10 * MINUTE
            (run,) = await due(scheduled, moment)
            await scheduled.write(runs.put_off, run, now=moment, detail="HTTP 503")
        assert await due(scheduled, moment + HOUR) == []
        assert await became(scheduled, guild_id) == [("2026-03-02", "uncertain", None)]
        (following,) = await due(scheduled, DUE + DAY)
        assert following.key == "2026-03-03"

    async def test_what_is_being_sent_is_not_returned(self, scheduled):
        (run,) = await due(scheduled, DUE)
        assert await scheduled.write(due_runs.claim_due, DUE, busy={run.id}) == []


class TestRefusals:
    """Discord says no: a person has to mend something."""

    async def refused(
        self, ledger: Ledger, days: Iterable[int], outcome: Outcome = Outcome.FAILED
    ) -> None:
        for day in days:
            (run,) = await due(ledger, DUE + day * DAY)
            await settled(ledger, run, outcome, DUE + day * DAY, "the channel is gone")

    async def test_three_days_in_a_row_stop_the_schedule(self, scheduled, guild_id):
        await self.refused(scheduled, range(2))
        assert await scheduled.read(digests.stopped, guild_id) is None
        await self.refused(scheduled, [2])
        stop = await scheduled.read(digests.stopped, guild_id)
        assert (stop.set_by, stop.why, stop.at) == (77, "the channel is gone", DUE + 2 * DAY)
        assert await due(scheduled, DUE + 3 * DAY) == []
        assert await scheduled.read(digests.get_schedule, guild_id) is None

    async def test_a_day_that_worked_begins_the_count_anew(self, scheduled, guild_id):
        await self.refused(scheduled, range(2))
        await self.refused(scheduled, [2], Outcome.SENT)
        await self.refused(scheduled, [3, 4])
        assert await scheduled.read(digests.stopped, guild_id) is None

    async def test_a_stop_is_told_once(self, scheduled, guild_id):
        await self.refused(scheduled, range(3))
        (stop,) = await scheduled.read(digests.untold_stops)
        await scheduled.write(digests.set_told, stop, now=DUE + 3 * DAY)
        assert await scheduled.read(digests.untold_stops) == []

    async def test_setting_it_again_starts_it_again(self, scheduled, guild_id):
        await self.refused(scheduled, range(3))
        await scheduled.write(digests.set_schedule, guild_id, DAILY, now=DUE + 3 * DAY)
        assert await scheduled.read(digests.stopped, guild_id) is None
        (run,) = await due(scheduled, DUE + 4 * DAY)
        assert run.key == "2026-03-06"


class TestAway:
    """The bot was not running when digests were due."""

    @pytest.mark.parametrize("hours", [0, 1, 11.9])
    async def test_one_is_caught_up_until_half_the_way_to_the_next(self, scheduled, hours):
        (run,) = await due(scheduled, DUE + hours * HOUR)
        assert (run.key, run.due_at) == ("2026-03-02", DUE)

    async def test_later_there_is_none_and_the_next_tells_all(self, scheduled, guild_id):
        assert await due(scheduled, DUE + 12 * HOUR) == []
        assert await became(scheduled, guild_id) == [("2026-03-02", "missed", None)]
        (run,) = await due(scheduled, DUE + DAY)
        assert (run.key, run.since) == ("2026-03-03", 0)

    async def test_the_days_missed_are_one_row_with_their_dates(self, scheduled, guild_id):
        (run,) = await due(scheduled, DUE + 5 * DAY + HOUR)
        await settled(scheduled, run, Outcome.SENT)
        assert await became(scheduled, guild_id) == [
            ("2026-03-06", "missed", "2026-03-02"),
            ("2026-03-07", "sent", None),
        ]

    async def test_a_weekly_digest_may_be_three_days_late(self, stocked, guild_id, now):
        weekly = DAILY.model_copy(update={"weekdays": frozenset({0})})
        await stocked.write(digests.set_schedule, guild_id, weekly, now=now)
        (run,) = await due(stocked, DUE + 3 * DAY)
        assert run.key == "2026-03-02"


class TestChanges:
    """A date that was promised a digest keeps it, however the time is changed."""

    async def change(
        self, ledger: Ledger, guild_id: int, now: datetime, **wanted: object
    ) -> datetime:
        changed = DAILY.model_copy(update=wanted)
        return await ledger.write(digests.set_schedule, guild_id, changed, now=now)

    async def test_to_a_time_that_is_past_today(self, scheduled, guild_id, now):
        assert await self.change(scheduled, guild_id, now, local_time=time(9)) == DUE
        (today,) = await due(scheduled, DUE)
        await settled(scheduled, today, Outcome.SENT)
        (tomorrow,) = await due(scheduled, datetime(2026, 3, 3, 9, tzinfo=UTC))
        assert (today.key, tomorrow.key) == ("2026-03-02", "2026-03-03")

    async def test_to_a_zone_where_that_time_is_past(self, scheduled, guild_id, now):
        assert await self.change(scheduled, guild_id, now, zone="Asia/Tokyo") == DUE

    async def test_to_other_weekdays_today_is_not_wanted_any_more(self, scheduled, guild_id, now):
        told = await self.change(scheduled, guild_id, now, weekdays=frozenset({1}))
        assert told == DUE + DAY

    async def test_after_it_was_switched_off_nothing_is_promised(self, scheduled, guild_id, now):
        await scheduled.write(digests.clear_schedule, guild_id)
        told = await self.change(scheduled, guild_id, now, local_time=time(9))
        assert told == datetime(2026, 3, 3, 9, tzinfo=UTC)


class TestClock:
    """The machine's clock goes wrong and is set right."""

    async def test_dates_after_a_clock_that_was_ahead_come_all_the_same(self, scheduled, guild_id):
        (ahead,) = await due(scheduled, DUE + 30 * DAY)
        await settled(scheduled, ahead, Outcome.SENT)
        keys = []
        for hours in range(24 * 30 + 1):
            for run in await due(scheduled, DUE + hours * HOUR):
                await settled(scheduled, run, Outcome.SENT)
                keys.append(run.key)
        assert keys == [
            str((DUE + n * DAY).date()) for n in range(31)
        ]  # the first too, and the last: what came for it was 30 days early

    async def test_a_sending_of_unknown_age_is_looked_for(self, scheduled):
        await due(scheduled, DUE + 2 * HOUR)
        (run,) = await due(scheduled, DUE)
        assert run.outcome is Outcome.UNCERTAIN

    async def test_a_zone_that_vanished_stops_one_schedule_and_no_other(self, scheduled, guild_id):
        await scheduled.write(digests.set_schedule, 2002, DAILY, now=DUE - HOUR)

        def lose_zone(db):
            db.execute(
                "UPDATE digest_schedule SET zone = 'Atlantis/Centre' WHERE guild_id = ?",
                (guild_id,),
            )

        await scheduled.write(lose_zone)
        (run,) = await due(scheduled, DUE)
        assert run.guild_id == 2002
        assert "Atlantis/Centre" in (await scheduled.read(digests.stopped, guild_id)).why

    @pytest.mark.parametrize("days", [1, 31])
    async def test_what_came_far_ahead_of_its_time_takes_no_date_its_digest(
        self, scheduled, guild_id, days
    ):
        (early,) = await due(scheduled, DUE + days * DAY)
        await settled(scheduled, early, Outcome.SENT)
        for day in range(days + 1):
            assert await due(scheduled, DUE + day * DAY - MINUTE) == []
            (run,) = await due(scheduled, DUE + day * DAY)
            assert run.key == str((DUE + day * DAY).date())
            assert run.since == early.through
            await settled(scheduled, run, Outcome.EMPTY)
        outcomes = [outcome for _, outcome, _ in await became(scheduled, guild_id)]
        assert "missed" not in outcomes
        assert await scheduled.read(lambda db: list(seals.unexplained(db, guild_id))) == []

    @pytest.mark.parametrize("ahead", [DAY, 31 * DAY], ids=["a day", "a month"])
    async def test_what_was_due_while_it_was_ahead_comes_when_it_is_right_again(
        self, scheduled, guild_id, ahead
    ):
        skipped = [run.key for run in await due(scheduled, DUE + ahead - HOUR)]
        assert skipped == []  # yesterday's came too late, by this clock
        assert [outcome for _, outcome, _ in await became(scheduled, guild_id)] == ["missed"]
        (run,) = await due(scheduled, DUE + 10 * MINUTE)
        assert (run.key, run.outcome) == (str(DUE.date()), Outcome.CLAIMED)
        await settled(scheduled, run, Outcome.SENT)
        assert await became(scheduled, guild_id) == [(str(DUE.date()), "sent", None)]
        (following,) = await due(scheduled, DUE + DAY)
        assert following.key == str((DUE + DAY).date())
        assert await scheduled.read(lambda db: list(seals.unexplained(db, guild_id))) == []

    async def test_what_was_missed_by_the_right_clock_too_stays_missed(self, scheduled, guild_id):
        assert await due(scheduled, DUE + 5 * DAY - HOUR) == []
        assert await due(scheduled, DUE + 2 * DAY - HOUR) == []
        first, last = str(DUE.date()), str((DUE + DAY).date())
        assert await became(scheduled, guild_id) == [(last, "missed", first)]
        (run,) = await due(scheduled, DUE + 2 * DAY)
        assert run.key == str((DUE + 2 * DAY).date())
        assert await scheduled.read(lambda db: list(seals.unexplained(db, guild_id))) == []

    async def test_what_came_a_little_early_was_its_dates_digest(self, scheduled, guild_id):
        (run,) = await due(scheduled, DUE)
        await settled(scheduled, run, Outcome.SENT)
        assert await due(scheduled, DUE - 3 * MINUTE) == []
        assert await due(scheduled, DUE + MINUTE) == []
