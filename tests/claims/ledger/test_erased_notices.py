"""What waits for people when one of them is erased: nothing comes to them, all of it to others."""

from datetime import datetime, time, timedelta

import pytest

from claims.digests.records import Schedule
from claims.errors import RefusedError
from claims.ledger import Ledger
from claims.ledger.decisions import reviews
from claims.ledger.digests import digests
from claims.ledger.intake import asks
from claims.ledger.lookup import listings
from claims.ledger.members import follows, notices, people
from claims.models import Article
from claims.records.claims import Evidence, Rating
from claims.records.decisions import Act, Action
from claims.records.lists import Filter
from claims.records.notices import Notice, Outcome
from tests.claims.ledger.conftest import ANN, BEN

MOD = 700_000_000_000_000_003
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


class Desk:
    """A server in which things happen, with what is due there."""

    def __init__(self, ledger: Ledger, guild_id: int, link: Evidence, now: datetime) -> None:
        self.ledger, self.guild_id, self.link, self.now = ledger, guild_id, link, now

    async def act(self, action: Action, *, actor: int = MOD, number: int = 1) -> None:
        act = Act(action=action, actor=actor)
        if action is Action.RATE:
            act = Act(
                action=action, actor=actor, rating=Rating.MIXED, reason="r", evidence=(self.link,)
            )
        await self.ledger.write(reviews.act, self.guild_id, number, act, now=self.now)

    async def stopped_digest_of(self, person: int) -> None:
        schedule = Schedule(channel_id=5, local_time=time(9), zone="UTC")
        await self.ledger.write(
            digests.set_schedule, self.guild_id, schedule, now=self.now, actor=person
        )
        await self.ledger.write(digests.stop, self.guild_id, "no channel", now=self.now)

    async def erase(self, person: int) -> None:
        assert await self.ledger.write(people.erase, self.guild_id, person) > 0

    async def due(self, later: timedelta = timedelta()) -> list[Notice]:
        self.now += later
        return await self.ledger.write(notices.claim_due, self.now)


@pytest.fixture
def desk(stocked: Ledger, guild_id: int, link: Evidence, now: datetime) -> Desk:
    return Desk(stocked, guild_id, link, now)


@pytest.fixture
async def both_follow(desk: Desk) -> None:
    for person in (ANN, BEN):
        await desk.ledger.write(follows.follow, desk.guild_id, 1, user_id=person, now=desk.now)
    await desk.act(Action.RATE)


@pytest.mark.usefixtures("both_follow")
async def test_news_that_were_not_written_down_yet_come_to_the_others_alone(desk: Desk) -> None:
    await desk.erase(ANN)
    assert [notice.user_id for notice in await desk.due(2 * MINUTE)] == [BEN]


@pytest.mark.usefixtures("both_follow")
async def test_news_that_are_tried_again_come_to_the_others_alone(desk: Desk) -> None:
    for notice in await desk.due(2 * MINUTE):
        await desk.ledger.write(notices.put_off, notice, now=desk.now)
    await desk.erase(ANN)
    assert [notice.user_id for notice in await desk.due(HOUR)] == [BEN]


@pytest.mark.usefixtures("both_follow")
async def test_a_reader_who_is_erased_while_a_notice_is_under_way_stops_nothing(
    desk: Desk,
) -> None:
    under_way = {notice.user_id: notice for notice in await desk.due(2 * MINUTE)}
    await desk.erase(ANN)
    gone, stays = under_way[ANN], under_way[BEN]
    assert not await desk.ledger.read(notices.waits, gone)
    assert await desk.ledger.read(notices.waits, stays)
    await desk.ledger.write(notices.put_off, gone, now=desk.now)
    assert await desk.ledger.write(notices.not_found, gone, now=desk.now) is None
    await desk.ledger.write(notices.settle, gone, Outcome.SENT)
    await desk.ledger.write(notices.put_off, stays, now=desk.now)
    assert [notice.user_id for notice in await desk.due(HOUR)] == [BEN]


async def test_a_stopped_digest_of_an_erased_person_is_told_to_the_owner(desk: Desk) -> None:
    await desk.stopped_digest_of(ANN)
    await desk.erase(ANN)
    (notice,) = await desk.due(MINUTE)
    assert (notice.kind, notice.user_id) == ("stopped", None)


async def test_a_stop_that_waits_to_be_told_goes_to_the_owner_once(desk: Desk) -> None:
    await desk.stopped_digest_of(ANN)
    (told,) = await desk.due(MINUTE)
    await desk.ledger.write(notices.put_off, told, now=desk.now)
    await desk.erase(ANN)
    await desk.ledger.write(notices.settle, told, Outcome.SENT)  # which was to ANN, and is void
    (notice,) = await desk.due(HOUR)
    assert (notice.kind, notice.user_id) == ("stopped", None)
    await desk.ledger.write(notices.settle, notice, Outcome.SENT)
    assert await desk.due(DAY) == []


async def test_a_claim_that_an_erased_person_took_frees_itself_and_nobody_is_written_to(
    desk: Desk,
) -> None:
    await desk.act(Action.TAKE, actor=ANN, number=1)
    await desk.act(Action.TAKE, actor=BEN, number=2)
    await desk.erase(ANN)
    desk.now += 3 * DAY
    await desk.ledger.write(reviews.free_expired, now=desk.now)
    found = await desk.due(2 * MINUTE)
    assert [(notice.user_id, notice.news[0].number) for notice in found] == [(BEN, 2)]


async def test_a_list_of_somebody_elses_that_names_an_erased_person_can_be_turned_on(
    desk: Desk,
) -> None:
    wanted = Filter(assignee=ANN)
    mine, theirs = [
        await desk.ledger.write(listings.keep, desk.guild_id, wanted, owner=who, now=desk.now)
        for who in (ANN, BEN)
    ]
    await desk.erase(ANN)
    kept = await desk.ledger.read(listings.kept, desk.guild_id, theirs, user_id=BEN)
    assert kept.assignee is not None
    assert kept.assignee < 0
    with pytest.raises(RefusedError):
        await desk.ledger.read(listings.kept, desk.guild_id, mine, user_id=ANN)


async def test_a_text_that_several_asked_about_waits_on_for_the_others(
    desk: Desk, article: Article
) -> None:
    text = article.model_copy(update={"text": "Nobody has claimed that the bridge is closed."})
    ask_id = await desk.ledger.write(asks.look_up, desk.guild_id, text, user_id=ANN, now=desk.now)
    for person in (ANN, BEN):
        await desk.ledger.write(asks.ask, desk.guild_id, ask_id, user_id=person, now=desk.now)
    before = await desk.ledger.read(asks.most_asked, desk.guild_id, size=5)
    await desk.erase(ANN)
    assert await desk.ledger.read(asks.most_asked, desk.guild_id, size=5) == before
    assert not await desk.ledger.write(asks.ask, desk.guild_id, ask_id, user_id=BEN, now=desk.now)
