"""When a digest is taken on, what it covers, and that a local date never has two."""

import itertools
from datetime import UTC, date, datetime, time, timedelta

import pytest

from claims.digests.records import Choice, Run, Schedule
from claims.errors import RefusedError
from claims.ledger import Ledger, open_ledger
from claims.ledger.digests import digests, due_runs, news, runs
from claims.ledger.digests.runs import NONCE_LIFE
from claims.records.notices import Outcome

ELSEWHERE = 2002
DAILY = Schedule(channel_id=5, local_time=time(14), zone="Europe/Berlin")  # 13:00 UTC in winter
DUE = datetime(2026, 3, 2, 13, 0, tzinfo=UTC)
DAY = timedelta(days=1)
REQUESTS = itertools.count(1)


@pytest.fixture
async def scheduled(stocked, guild_id, now):
    """A ledger whose server gets a digest every day at 13:00 UTC, first in an hour."""
    assert await stocked.write(digests.set_schedule, guild_id, DAILY, now=now) == DUE
    return stocked


async def due(ledger: Ledger, moment: datetime) -> list[Run]:
    """Take on what is due at this moment."""
    return await ledger.write(due_runs.claim_due, moment)


async def sent(ledger: Ledger, run: Run) -> None:
    """Settle the run as sent."""
    await ledger.write(runs.settle, run, Outcome.SENT, now=DUE, message_id=99)


def outcomes(db):
    """What became of each run."""
    return [row["outcome"] for row in db.execute("SELECT outcome FROM digest_run ORDER BY id")]


async def test_a_schedule_comes_back_as_it_went_in(ledger, guild_id, now):
    wanted = Schedule(
        channel_id=7, local_time=time(6, 5), zone="Asia/Kathmandu", weekdays=frozenset({0, 4})
    )
    next_run = await ledger.write(digests.set_schedule, guild_id, wanted, now=now)
    assert await ledger.read(digests.get_schedule, guild_id) == (wanted, next_run)
    assert await ledger.read(digests.get_schedule, ELSEWHERE) is None


async def test_a_schedule_can_be_cleared_once(scheduled, guild_id):
    cleared = [await scheduled.write(digests.clear_schedule, guild_id) for _ in "ab"]
    assert cleared == [True, False]
    assert await due(scheduled, DUE) == []


async def test_nothing_is_due_before_its_time(scheduled):
    assert await due(scheduled, DUE - timedelta(seconds=1)) == []


async def test_a_digest_is_taken_on_once_per_local_date(scheduled, guild_id):
    (run,) = await due(scheduled, DUE)
    assert (run.guild_id, run.key, run.channel_id) == (guild_id, "2026-03-02", 5)
    await sent(scheduled, run)
    for minutes in (0, 1, 60, 23 * 60):
        assert await due(scheduled, DUE + timedelta(minutes=minutes)) == []
    (following,) = await due(scheduled, DUE + DAY)
    assert following.key == "2026-03-03"


async def test_a_repeated_job_gets_the_same_nonce_and_never_another(scheduled):
    (first,) = await due(scheduled, DUE)
    assert await due(scheduled, DUE) == [first]
    await sent(scheduled, first)
    assert await due(scheduled, DUE) == []


async def test_a_second_copy_of_the_schedule_rows_claims_nothing(scheduled, guild_id):
    (first,) = await due(scheduled, DUE)
    await sent(scheduled, first)

    def set_back(db):
        db.execute(
            "UPDATE digest_schedule SET next_run_at = ?, next_run_on = ?",
            (int(DUE.timestamp()), "2026-03-02"),
        )

    await scheduled.write(set_back)
    assert await due(scheduled, DUE + timedelta(hours=1)) == []
    _, following = await scheduled.read(digests.get_schedule, guild_id)
    assert following == DUE + DAY


async def test_after_days_away_there_is_one_digest_and_then_the_usual_ones(scheduled):
    back = DUE + 5 * DAY + timedelta(hours=3)
    (run,) = await due(scheduled, back)
    await sent(scheduled, run)
    assert await due(scheduled, back + timedelta(minutes=1)) == []
    (following,) = await due(scheduled, DUE + 6 * DAY)
    assert following.key == "2026-03-08"


async def test_a_sending_that_was_cut_off_is_taken_up_again_while_its_nonce_lives(
    ledger_path, guild_id, now
):
    async with open_ledger(ledger_path) as ledger:
        await ledger.write(digests.set_schedule, guild_id, DAILY, now=now)
        (run,) = await due(ledger, DUE)
    async with open_ledger(ledger_path) as ledger:
        assert await due(ledger, DUE + NONCE_LIFE - timedelta(seconds=1)) == [run]
        assert await ledger.read(outcomes) == ["claimed"]


async def test_after_that_it_is_uncertain_and_has_to_be_looked_for(scheduled):
    (run,) = await due(scheduled, DUE)
    uncertain = run.model_copy(update={"outcome": Outcome.UNCERTAIN})
    assert await due(scheduled, DUE + NONCE_LIFE) == [uncertain]
    assert await scheduled.read(outcomes) == ["uncertain"]


async def test_an_answer_that_comes_late_settles_an_uncertain_run(scheduled):
    (run,) = await due(scheduled, DUE)
    await due(scheduled, DUE + NONCE_LIFE)
    await sent(scheduled, run)
    assert await scheduled.read(outcomes) == ["sent"]


@pytest.mark.parametrize("late", [Outcome.FAILED, Outcome.EMPTY, Outcome.UNCERTAIN])
async def test_what_was_sent_stays_sent(scheduled, late):
    (run,) = await due(scheduled, DUE)
    await sent(scheduled, run)
    await scheduled.write(runs.settle, run, late, now=DUE)
    assert await scheduled.read(outcomes) == ["sent"]


async def test_servers_have_their_own_runs(scheduled, guild_id, now):
    await scheduled.write(digests.set_schedule, ELSEWHERE, DAILY, now=now)
    taken = await due(scheduled, DUE)
    assert {run.guild_id for run in taken} == {guild_id, ELSEWHERE}
    await sent(scheduled, taken[0])
    assert await due(scheduled, DUE) == [taken[1]]


async def test_a_digest_on_its_way_elsewhere_holds_nobody_up(scheduled, guild_id):
    asked = await scheduled.write(due_runs.claim_now, ELSEWHERE, request=1, channel_id=8, now=DUE)
    assert [run.guild_id for run in await due(scheduled, DUE)] == [asked.guild_id, guild_id]


async def test_many_at_once_are_taken_on_in_turns_and_none_is_forgotten(ledger, now):
    for server in range(1, 251):
        await ledger.write(digests.set_schedule, server, DAILY, now=now)
    taken = set()
    for _ in range(3):
        for run in await due(ledger, DUE):
            taken.add(run.guild_id)
            await sent(ledger, run)
    assert taken == set(range(1, 251))


class TestChangedSchedule:
    """However a schedule is changed, a local date has one digest at most."""

    @pytest.mark.parametrize("outcome", [Outcome.SENT, Outcome.EMPTY, Outcome.FAILED])
    async def test_a_later_time_on_the_same_date_starts_tomorrow(
        self, scheduled, guild_id, outcome
    ):
        (run,) = await due(scheduled, DUE)
        await scheduled.write(runs.settle, run, outcome, now=DUE)
        later = DAILY.model_copy(update={"local_time": time(18)})
        told = await scheduled.write(digests.set_schedule, guild_id, later, now=DUE)
        assert told == DUE + DAY + timedelta(hours=4)
        assert await due(scheduled, DUE + timedelta(hours=4)) == []
        (following,) = await due(scheduled, told)
        assert following.key == "2026-03-03"

    async def test_a_zone_further_west_does_not_repeat_the_date(self, scheduled, guild_id):
        await sent(scheduled, (await due(scheduled, DUE))[0])
        hawaii = DAILY.model_copy(update={"zone": "Pacific/Honolulu"})
        told = await scheduled.write(digests.set_schedule, guild_id, hawaii, now=DUE)
        assert told == datetime(2026, 3, 4, 0, 0, tzinfo=UTC)  # 14:00 on 3 March there

    async def test_set_off_and_set_again_does_not_repeat_the_date(self, scheduled, guild_id):
        await sent(scheduled, (await due(scheduled, DUE))[0])
        await scheduled.write(digests.clear_schedule, guild_id)
        later = DAILY.model_copy(update={"local_time": time(15)})
        told = await scheduled.write(digests.set_schedule, guild_id, later, now=DUE)
        assert told == DUE + DAY + timedelta(hours=1)

    async def test_before_its_time_a_new_schedule_simply_replaces_the_old(
        self, scheduled, guild_id, now
    ):
        later = DAILY.model_copy(update={"local_time": time(15), "channel_id": 6})
        await scheduled.write(digests.set_schedule, guild_id, later, now=now)
        assert await due(scheduled, DUE) == []
        (run,) = await due(scheduled, DUE + timedelta(hours=1))
        assert run.channel_id == 6

    async def test_over_a_clock_change_each_date_has_one(self, ledger, guild_id):
        at = datetime(2026, 10, 23, tzinfo=UTC)
        nightly = DAILY.model_copy(update={"local_time": time(2, 30)})
        await ledger.write(digests.set_schedule, guild_id, nightly, now=at)
        keys = []
        for _ in range(4 * 24 * 4):
            at += timedelta(minutes=15)
            for run in await due(ledger, at):
                keys.append(run.key)
                await sent(ledger, run)
        assert keys == [str(date(2026, 10, day)) for day in (23, 24, 25, 26)]


class TestNow:
    """A digest that somebody asks for."""

    async def ask(self, ledger: Ledger, guild_id: int, request: int, now: datetime) -> Run:
        return await ledger.write(
            due_runs.claim_now, guild_id, request=request, channel_id=8, now=now
        )

    async def test_is_taken_on_in_the_channel_named(self, stocked, guild_id, now):
        run = await self.ask(stocked, guild_id, 1, now)
        assert (run.guild_id, run.channel_id) == (guild_id, 8)

    async def test_works_in_a_server_that_has_nothing_yet(self, ledger, now):
        run = await self.ask(ledger, ELSEWHERE, 1, now)
        assert (await ledger.read(news.digest, run, Choice())).is_empty

    async def test_is_refused_while_one_is_on_its_way(self, scheduled, guild_id, now):
        (run,) = await due(scheduled, DUE)
        with pytest.raises(RefusedError, match="right now"):
            await self.ask(scheduled, guild_id, 1, DUE)
        await sent(scheduled, run)
        await self.ask(scheduled, guild_id, 1, DUE)

    async def test_another_servers_digest_is_no_hindrance(self, scheduled, now):
        await due(scheduled, DUE)
        await self.ask(scheduled, ELSEWHERE, 1, DUE)

    async def test_the_same_request_is_answered_once(self, stocked, guild_id, now):
        run = await self.ask(stocked, guild_id, 1, now)
        await sent(stocked, run)
        with pytest.raises(RefusedError):
            await self.ask(stocked, guild_id, 1, now)

    async def test_the_scheduled_one_waits_for_it(self, scheduled, guild_id):
        asked = await self.ask(scheduled, guild_id, 1, DUE)
        assert await due(scheduled, DUE) == [asked]
        await sent(scheduled, asked)
        (run,) = await due(scheduled, DUE)
        assert run.key == "2026-03-02"
        assert (await scheduled.read(news.digest, run, Choice())).is_empty
