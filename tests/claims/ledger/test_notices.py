"""Notices, taken on: when each comes, what has become of it meanwhile, and who waits for whom."""

from datetime import datetime, time, timedelta
from typing import Unpack

import pytest

from claims.digests.records import Schedule
from claims.ledger import Ledger, servers
from claims.ledger.decisions import reviews
from claims.ledger.digests import digests
from claims.ledger.digests.runs import LAST_LOOKS, NONCE_LIFE
from claims.ledger.keeping import retention
from claims.ledger.members import follows, notice_queue, notices
from claims.ledger.members.reminders import RECHECKS_EVERY
from claims.records.claims import Evidence, Rating
from claims.records.decisions import Act, Action
from claims.records.notices import Outcome
from claims.records.servers import Quiet
from tests.claims.acting import Fields

ANN, BEN, MOD = 11, 12, 21
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
SECOND = timedelta(seconds=1)


class Told:
    """A ledger with a moderator who rates, followers, and a bot that asks what is due."""

    def __init__(self, ledger: Ledger, guild_id: int, link: Evidence, now: datetime) -> None:
        self.ledger, self.guild_id, self.link, self.now = ledger, guild_id, link, now

    async def follow(self, number=1, user_id=ANN):
        await self.ledger.write(
            follows.follow, self.guild_id, number, user_id=user_id, now=self.now
        )

    async def unfollow(self, number=1, user_id=ANN):
        await self.ledger.write(follows.unfollow, self.guild_id, number, user_id=user_id)

    async def act(self, action: Action, number: int = 1, **asked: Unpack[Fields]) -> None:
        act = Act(action=action, actor=MOD, **asked)
        await self.ledger.write(reviews.act, self.guild_id, number, act, now=self.now)

    async def rate(self, rating=Rating.MIXED, number=1):
        reason, evidence = f"{self.now}", (self.link,)
        await self.act(Action.RATE, number, rating=rating, reason=reason, evidence=evidence)

    async def quiet(self, begins, ends, zone="UTC"):
        quiet = Quiet(zone=zone, begins=time(begins), ends=time(ends))
        await self.ledger.write(servers.set_quiet, self.guild_id, quiet)

    async def due(self, later=timedelta()):
        self.now += later
        return await self.ledger.write(notices.claim_due, self.now)

    async def put_off(self, notice):
        await self.ledger.write(notices.put_off, notice, now=self.now)

    async def settle(self, notice, outcome=Outcome.SENT):
        await self.ledger.write(notices.settle, notice, outcome)


@pytest.fixture
def told(stocked, guild_id, link, now):
    """At noon, in a server that is quiet from 22 to 7 UTC."""
    return Told(stocked, guild_id, link, now)


class TestQuietHours:
    """Of a notice that waits."""

    @pytest.fixture
    async def waits(self, told):
        await told.quiet(told.now.hour, (told.now.hour + 6) % 24)
        await told.follow()
        await told.rate()
        assert await told.due(2 * MINUTE) == []
        return told

    async def test_that_end_earlier_after_all_let_it_go(self, waits):
        await waits.quiet(waits.now.hour, waits.now.hour)
        assert len(await waits.due(MINUTE)) == 1

    async def test_that_end_later_after_all_hold_it(self, waits):
        await waits.quiet(waits.now.hour, (waits.now.hour + 8) % 24)
        assert await waits.due(7 * HOUR) == []
        assert len(await waits.due(2 * HOUR)) == 1

    async def test_in_another_zone_hold_it_there(self, waits):
        await waits.quiet(waits.now.hour, (waits.now.hour + 6) % 24, "Etc/GMT+3")
        assert await waits.due(5 * HOUR + 58 * MINUTE) == []
        assert len(await waits.due(3 * HOUR)) == 1

    async def test_are_kept_to_by_a_notice_that_is_tried_again(self, told):
        begins = (told.now + HOUR).hour
        await told.quiet(begins, (begins + 8) % 24)
        await told.follow()
        await told.rate()
        (notice,) = await told.due(59 * MINUTE)
        for _ in range(3):
            await told.put_off(notice)
            assert await told.due(2 * MINUTE) == []
        (uncertain,) = await told.due(8 * HOUR)
        assert uncertain.outcome is Outcome.UNCERTAIN

    async def test_stay_where_they_were_when_the_digest_goes(self, told):
        schedule = Schedule(channel_id=5, local_time=time(9), zone="Etc/GMT+12")
        await told.ledger.write(digests.set_schedule, told.guild_id, schedule, now=told.now)
        before = (await told.ledger.read(servers.get, told.guild_id)).quiet
        await told.ledger.write(digests.clear_schedule, told.guild_id)
        assert (await told.ledger.read(servers.get, told.guild_id)).quiet == before
        other = schedule.model_copy(update={"zone": "UTC"})
        await told.ledger.write(digests.set_schedule, told.guild_id, other, now=told.now)
        assert (await told.ledger.read(servers.get, told.guild_id)).quiet.zone == "UTC"


async def test_an_older_notice_is_read_first_whatever_it_takes(told):
    await told.follow()
    await told.rate(Rating.MIXED)
    (first,) = await told.due(2 * MINUTE)
    await told.put_off(first)
    await told.rate(Rating.FALSE)
    again = await told.due(2 * MINUTE)
    assert [notice.id for notice in again] == [first.id]
    await told.rate(Rating.VERIFIED)
    await told.settle(first)
    (second,) = await told.due(2 * MINUTE)
    (news,) = second.news
    assert (news.was, news.now) == (Rating.MIXED, Rating.VERIFIED)


async def test_who_unfollows_is_told_nothing_that_waited_even_if_they_follow_again(told):
    """They see what a claim is rated when they follow it anew."""
    await told.quiet(told.now.hour, told.now.hour + 6)
    await told.follow(1)
    await told.follow(2)
    await told.rate(number=1)
    await told.rate(number=2)
    assert await told.due(2 * MINUTE) == []
    await told.unfollow(1)
    await told.follow(1)
    (notice,) = await told.due(7 * HOUR)
    assert [item.number for item in notice.news] == [2]


async def test_who_unfollows_is_not_written_to_again_where_discord_was_down(told):
    await told.follow()
    await told.rate(Rating.MIXED)
    (first,) = await told.due(2 * MINUTE)
    await told.put_off(first)
    await told.unfollow()
    await told.follow()
    assert await told.due(HOUR) == []
    await told.rate(Rating.FALSE)
    (second,) = await told.due(2 * MINUTE)
    (news,) = second.news
    assert (news.was, news.now) == (Rating.MIXED, Rating.FALSE)


async def test_one_readers_trouble_keeps_nobody_else_waiting(told):
    await told.follow(user_id=ANN)
    await told.follow(user_id=BEN)
    await told.rate(Rating.MIXED)
    for notice in await told.due(2 * MINUTE):
        await (told.put_off if notice.user_id == ANN else told.settle)(notice)
    await told.rate(Rating.FALSE)
    assert {notice.user_id for notice in await told.due(5 * MINUTE)} == {ANN, BEN}


async def test_what_was_taken_on_and_never_tried_is_sent_however_late(told):
    """Many wait for the same morning; a process that ends then loses none of them."""
    for user_id in range(100, 110):
        await told.follow(user_id=user_id)
    await told.rate()
    told.now += 2 * MINUTE
    some = await told.ledger.write(notices.claim_due, told.now, most=3)
    assert len(some) == 3
    later = await told.due(HOUR)
    assert sorted(notice.outcome for notice in later) == ["claimed"] * 7 + ["uncertain"] * 3


async def test_a_clock_that_was_set_back_stalls_nothing(told):
    await told.follow(1)
    await told.due()
    told.now += 3 * DAY
    await told.rate()
    (ahead,) = await told.due(2 * MINUTE)
    await told.put_off(ahead)
    (uncertain,) = await told.due(-3 * DAY)
    assert uncertain.outcome is Outcome.UNCERTAIN, "how old it is nobody knows"
    await told.settle(uncertain)
    told.now += MINUTE
    await told.rate(Rating.FALSE)
    assert len(await told.due(2 * MINUTE)) == 1


@pytest.mark.parametrize("came", [True, False], ids=["it came", "nobody knows"])
async def test_a_reminder_that_came_days_early_comes_again_at_its_day(told, came):
    await told.quiet(0, 0)
    await told.rate()
    await told.act(Action.RECHECK, recheck_on=(told.now + 3 * DAY).date())
    (early,) = await told.due(4 * DAY)
    if came:
        await told.settle(early)
    else:
        await told.put_off(early)
    told.now -= 4 * DAY
    for notice in await told.due(MINUTE):
        await told.ledger.write(notices.not_found, notice, now=told.now)
    days = []
    for _ in range(6):
        for notice in await told.due(DAY):
            days.append(notice.kind)
            await told.settle(notice)
    assert days == ["recheck"]


async def test_a_reminder_that_came_a_little_early_was_its_days(told):
    await told.quiet(0, 0)
    midnight = (told.now + DAY).replace(hour=0, minute=0)
    await told.rate()
    await told.act(Action.RECHECK, recheck_on=midnight.date())
    told.now = midnight + MINUTE
    (early,) = await told.due()
    await told.settle(early)
    assert await told.due(-HOUR) == []
    assert await told.due(2 * HOUR) == []


async def test_a_reminder_that_waits_for_the_morning_is_not_told_before_its_day(told):
    await told.rate()
    await told.act(Action.RECHECK, recheck_on=(told.now + 3 * DAY).date())
    told.now += 4 * DAY
    await told.quiet(told.now.hour - 2, (told.now.hour + 6) % 24)
    assert await told.due() == []
    assert await told.due(-4 * DAY) == []
    await told.quiet(0, 0)
    assert await told.due(DAY) == []
    (reminder,) = await told.due(3 * DAY)
    assert reminder.kind == "recheck"


async def test_a_server_that_the_bot_has_left_is_told_nothing(told):
    await told.follow()
    await told.rate()
    await told.ledger.write(retention.bot_left, told.guild_id, now=told.now)
    assert await told.due(2 * MINUTE) == []
    await told.ledger.write(retention.bot_returned, told.guild_id)
    assert len(await told.due(MINUTE)) == 1


class TestReminders:
    """Of one's own work."""

    async def test_what_was_done_in_the_night_is_not_asked_for_in_the_morning(self, told):
        await told.quiet(told.now.hour, (told.now.hour + 6) % 24)
        await told.act(Action.TAKE)
        told.now += 2 * DAY + MINUTE
        await told.ledger.write(reviews.free_expired, now=told.now)
        assert await told.due(2 * MINUTE) == []
        await told.rate()
        assert await told.due(7 * HOUR) == []

    async def test_a_second_claim_for_the_same_day_is_told_as_well(self, told):
        await told.quiet(0, 0, "Etc/GMT-14")  # where tomorrow has come
        for number in (1, 2):
            await told.rate(number=number)
            await told.act(Action.RECHECK, number, recheck_on=(told.now + DAY).date())
            (reminder,) = await told.due(RECHECKS_EVERY)
            assert [news.number for news in reminder.news] == [number]
            await told.settle(reminder)
        assert await told.due(DAY) == []

    @pytest.mark.parametrize(("zone", "hours"), [("Etc/GMT+8", 32), ("Etc/GMT-9", 15)])
    async def test_a_day_comes_when_it_comes_there(self, told, zone, hours):
        midnight = told.now.replace(hour=0, minute=0)
        await told.quiet(0, 0, zone)
        await told.rate()
        await told.act(Action.RECHECK, recheck_on=(midnight + DAY).date())
        told.now = midnight + hours * HOUR - 2 * RECHECKS_EVERY
        assert await told.due() == []
        assert len(await told.due(3 * RECHECKS_EVERY)) == 1


async def test_what_happened_is_told_once_it_has_settled(told):
    await told.follow()
    await told.rate()
    assert await told.due(notice_queue.SETTLING - SECOND) == []
    assert len(await told.due(SECOND)) == 1


async def test_what_leaves_the_rating_as_it_is_is_no_news(told):
    await told.follow()
    await told.act(Action.TAKE)
    assert await told.due(2 * MINUTE) == []
    await told.rate()
    assert len(await told.due(2 * MINUTE)) == 1


async def test_a_notice_is_sent_again_blindly_within_the_life_of_its_nonce_alone(told):
    await told.follow()
    await told.rate()
    await told.due(2 * MINUTE)
    (again,) = await told.due(NONCE_LIFE - SECOND)
    (uncertain,) = await told.due(SECOND)
    assert (again.outcome, uncertain.outcome) == (Outcome.CLAIMED, Outcome.UNCERTAIN)


async def test_who_was_told_what_is_known_for_a_while_and_then_forgotten(told):
    await told.follow()
    await told.rate()
    (notice,) = await told.due(2 * MINUTE)
    await told.settle(notice)
    forgotten = [
        await told.ledger.write(notices.forget_settled, now=told.now + notices.KEPT - early)
        for early in (SECOND, timedelta())
    ]
    assert forgotten == [0, 1]


async def test_a_notice_that_cannot_be_looked_for_is_given_up_after_some_tries(told):
    await told.follow()
    await told.rate()
    await told.due(2 * MINUTE)
    (notice,) = await told.due(notices.TRIED)
    waits = []
    for _ in range(LAST_LOOKS):
        await told.put_off(notice)
        waits.append(await told.ledger.read(notices.waits, notice))
    assert waits == [True] * (LAST_LOOKS - 1) + [False]


@pytest.mark.parametrize(("actor", "reader"), [(MOD, MOD), (0, None)], ids=["a person", "nobody"])
async def test_a_stopped_digest_is_told_once_and_not_at_night(told, actor, reader):
    """Whoever set it is told, and the server's owner where nobody did."""
    await told.quiet(told.now.hour, (told.now.hour + 6) % 24)
    schedule = Schedule(channel_id=5, local_time=time(9), zone="UTC")
    await told.ledger.write(
        digests.set_schedule, told.guild_id, schedule, now=told.now, actor=actor
    )
    await told.ledger.write(digests.stop, told.guild_id, "the channel is gone", now=told.now)
    assert await told.due(MINUTE) == []
    (notice,) = await told.due(7 * HOUR)
    assert (notice.kind, notice.user_id) == ("stopped", reader)
    await told.settle(notice)
    assert await told.due(DAY) == []
