"""The counts are those of the history, whatever is done, and say what stands in the claims."""

from datetime import datetime, timedelta
from typing import Unpack

import pytest

from claims.digests.stats import Balance, Stats
from claims.ledger import Ledger, servers
from claims.ledger.decisions import reviews
from claims.ledger.history import tallies
from claims.ledger.keeping import checks
from claims.ledger.store import migrate
from claims.models import SourceType
from claims.records.claims import Evidence, Rating, Stage, Stance
from claims.records.decisions import Action
from tests.claims.acting import Fields, wanted

LINK = Evidence(url="https://a.example", stance=Stance.CONTEXT, note="p. 3", is_primary=True)


async def do(
    ledger: Ledger,
    guild_id: int,
    number: int,
    action: Action,
    now: datetime,
    *,
    actor: int = 11,
    **given: Unpack[Fields],
) -> None:
    """Decide about a claim."""
    rates: Fields = {"rating": Rating.FALSE, "evidence": (LINK,)}
    act = wanted(actor, action=action, **(rates | given if action is Action.RATE else given))
    await ledger.write(reviews.act, guild_id, number, act, now=now)


async def read(ledger: Ledger, guild_id: int, now: datetime) -> Stats:
    """The server's counts."""
    return await ledger.read(tallies.read, guild_id, now)


async def test_an_empty_server_has_none(ledger, guild_id, now):
    found = await read(ledger, guild_id, now)
    assert (found.today.rated, found.today.waiting, found.kinds) == (0, 0, {})
    assert found.week.is_empty


async def test_claims_are_counted_where_they_stand(stocked, guild_id, now):
    await do(stocked, guild_id, 1, Action.RATE, now)
    await do(stocked, guild_id, 2, Action.RATE, now, rating=Rating.MIXED)
    await do(stocked, guild_id, 2, Action.DISPUTE, now)
    await do(stocked, guild_id, 3, Action.TAKE, now)
    found = await read(stocked, guild_id, now)
    assert found.today.ratings == {Rating.FALSE: 1, Rating.MIXED: 1}
    assert found.today.stages == {Stage.OPEN: 1, Stage.CHECKING: 1}
    assert found.today.disputed == 1
    assert (found.week.added, found.week.rated) == (4, 2)
    assert sum(sum(kind.values()) for kind in found.kinds.values()) == 2
    assert set(found.kinds) <= set(SourceType)


async def test_another_server_is_not_counted(stocked, guild_id, now):
    await do(stocked, guild_id, 1, Action.RATE, now)
    found = await read(stocked, 2002, now)
    assert (found.today.rated, found.today.waiting) == (0, 0)
    assert await stocked.read(tallies.balance, 2002) == Balance()


async def test_two_persons_agreement_is_counted(stocked, guild_id, now):
    await stocked.write(servers.set_rules, guild_id, two_person=True)
    for number, second in ((1, Rating.FALSE), (2, Rating.MIXED)):
        await do(stocked, guild_id, number, Action.RATE, now)
        await do(stocked, guild_id, number, Action.RATE, now, actor=12, rating=second)
    found = await read(stocked, guild_id, now)
    assert (found.agreed, found.differed) == (1, 1)


async def test_the_balance_names_who_was_rated(stocked, guild_id, now):
    for number in (1, 2, 3):
        await do(stocked, guild_id, number, Action.RATE, now)
    await do(stocked, guild_id, 3, Action.DROP, now)
    found = await stocked.read(tallies.balance, guild_id)
    assert sum(share.rated for share in found.publishers) in (0, 2)
    assert sum(share.rated for share in found.sources) == 2


async def test_undone_and_merged_leaves_the_counts_in_step(stocked, guild_id, now):
    await do(stocked, guild_id, 1, Action.RATE, now)
    await stocked.write(reviews.undo, guild_id, 1, actor=11, now=now)
    await do(stocked, guild_id, 2, Action.RATE, now)
    await do(stocked, guild_id, 1, Action.MERGE, now, into=2)
    today = (await read(stocked, guild_id, now)).today
    assert (today.rated, today.waiting) == (1, 2)
    assert await stocked.write(lambda db: list(checks.whole(db))) == []


async def test_what_was_long_ago_is_in_the_first_week(stocked, guild_id, now):
    await do(stocked, guild_id, 1, Action.RATE, now)
    found = await read(stocked, guild_id, now + timedelta(days=500))
    assert {tally.rated for tally in found.course} == {1}
    assert {tally.waiting for tally in found.course} == {3}
    assert found.month.is_empty


@pytest.mark.parametrize(
    "spoil",
    ["UPDATE tally SET times = times + 1", "DELETE FROM tally", "UPDATE tally SET day = day + 1"],
)
async def test_counts_that_are_not_the_historys_are_noticed(stocked, guild_id, now, spoil):
    await stocked.write(lambda db: db.execute(spoil) and None)
    problems = await stocked.write(lambda db: list(checks.whole(db)))
    assert problems == [f"Server {guild_id}: its counts are not those of its history."]


async def test_an_older_ledger_is_counted_when_it_is_brought_up_to_date(stocked, guild_id, now):
    await do(stocked, guild_id, 1, Action.RATE, now)

    def again(db):
        before = db.execute("SELECT * FROM tally").fetchall()
        db.execute("DELETE FROM tally")
        migrate.AFTER["0009_tallies.sql"](db)
        return list(map(tuple, before)), list(map(tuple, db.execute("SELECT * FROM tally")))

    kept, counted = await stocked.write(again)
    assert kept == counted
    assert Action.RATE in {row[2] for row in kept}
