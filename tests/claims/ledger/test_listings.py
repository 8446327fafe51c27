"""Lists that people turn the pages of: names in a filter are checked, filters kept for a while."""

from datetime import date, datetime, timedelta

import pytest

from claims.errors import RefusedError
from claims.ledger import Ledger
from claims.ledger.articles import publishers
from claims.ledger.lookup import listings
from claims.ledger.members import people
from claims.models import Kind
from claims.records.claims import Rating, Stage
from claims.records.lists import Filter, Order

EVERYTHING = Filter(
    stage=Stage.RATED,
    rating=Rating.MIXED,
    words='"a third" of\nits trade',
    followed_by=5,
    source="Ida Lund",
    publisher="Norvik Courier",
    article=1,
    kind=Kind.DIRECT,
    tag="port",
    assignee=7,
    worth=0.25,
    added_from=date(2026, 1, 1),
    added_to=date(2026, 2, 1),
    stated_from=date(2025, 1, 1),
    stated_to=date(2025, 2, 1),
    has_evidence=True,
    recheck_by=date(2026, 3, 1),
    order=Order.CHECK_WORTHINESS,
)


async def test_a_kept_filter_comes_back_whole_to_its_person_and_to_nobody_else(
    stocked: Ledger, guild_id: int, now: datetime
) -> None:
    assert None not in EVERYTHING, "every filter is tried"
    number = await stocked.write(listings.keep, guild_id, EVERYTHING, owner=5, now=now)
    found = await stocked.read(listings.kept, guild_id, number, user_id=5)
    assert found == EVERYTHING
    with pytest.raises(RefusedError, match="from long ago"):
        await stocked.read(listings.kept, guild_id, number, user_id=6)


async def test_the_same_filter_is_kept_once_and_forgotten_in_time(
    stocked: Ledger, guild_id: int, now: datetime
) -> None:
    first = await stocked.write(listings.keep, guild_id, EVERYTHING, owner=5, now=now)
    later = now + listings.KEPT - timedelta(days=1)
    assert await stocked.write(listings.keep, guild_id, EVERYTHING, owner=5, now=later) == first
    end = later + listings.KEPT
    assert await stocked.write(listings.forget_expired, now=end - timedelta(seconds=1)) == 0
    assert await stocked.write(listings.forget_expired, now=end) == 1
    with pytest.raises(RefusedError, match="from long ago"):
        await stocked.read(listings.kept, guild_id, first, user_id=5)


async def test_another_servers_list_is_not_found(
    stocked: Ledger, guild_id: int, now: datetime
) -> None:
    number = await stocked.write(listings.keep, guild_id, EVERYTHING, owner=5, now=now)
    with pytest.raises(RefusedError, match="from long ago"):
        await stocked.read(listings.kept, guild_id + 1, number, user_id=5)


async def test_a_list_of_a_person_is_forgotten_with_them(
    stocked: Ledger, guild_id: int, now: datetime
) -> None:
    number = await stocked.write(listings.keep, guild_id, EVERYTHING, owner=5, now=now)
    await stocked.write(people.erase, guild_id, 5)
    with pytest.raises(RefusedError, match="from long ago"):
        await stocked.read(listings.kept, guild_id, number, user_id=5)


async def test_every_unknown_name_is_told_at_once(stocked: Ledger, guild_id: int) -> None:
    wanted = Filter(source="Nobody", publisher="None", article=2**70, tag="nothing")
    with pytest.raises(RefusedError) as refused:
        await stocked.read(listings.page, guild_id, wanted, size=8)
    told = str(refused.value)
    for words in ("No source", "No article here", "no such article", "No claim here has that tag"):
        assert words in told


async def test_known_names_pass_in_any_case(stocked: Ledger, guild_id: int) -> None:
    wanted = Filter(source="ida lund", publisher="NORVIK courier", article=1)
    listing = await stocked.read(listings.page, guild_id, wanted, size=8)
    assert [claim.number for claim in listing.page.claims] == [3, 2, 1]
    assert listing.article == "Harbour lost a third of its trade"


@pytest.mark.parametrize(
    ("typed", "count"), [("", 1), ("COUR", 1), ("norvik", 1), ("x", 0), ("%", 0), ("\ud800", 0)]
)
async def test_publishers_are_suggested_by_any_part(
    stocked: Ledger, guild_id: int, typed: str, count: int
) -> None:
    names = await stocked.read(publishers.suggest, guild_id, typed)
    assert names == ("Norvik Courier",) * count
    assert await stocked.read(publishers.suggest, guild_id + 1, typed) == ()


def test_a_list_that_an_earlier_version_kept_has_its_order():
    assert listings.read('{"order": "worth"}', 0).order is Order.CHECK_WORTHINESS
