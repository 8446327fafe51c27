"""Claims, looked up: pages, filters, suggestions, followers; never across servers."""

from collections.abc import Iterable
from datetime import datetime

import pytest

from claims.errors import ClaimNotFoundError
from claims.ledger import Ledger, open_ledger
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.lookup import claims
from claims.ledger.lookup.filters import Position, cursor
from claims.ledger.members import follows
from claims.models import Article, Claim, Kind, Source, SourceType
from claims.records.claims import Rating, Stage, TrackedClaim
from claims.records.decisions import Act, Action
from claims.records.lists import EVERYTHING, Filter, Order

ELSEWHERE = 2002


def numbers(found: Iterable[TrackedClaim]) -> list[int]:
    """Which claims these are."""
    return [claim.number for claim in found]


async def add(
    ledger: Ledger, guild_id: int, texts: Iterable[str], now: datetime, source: str = "Ida Lund"
) -> None:
    """Add claims with these texts, one article each."""
    for text in texts:
        claim = Claim(
            text=text,
            content=(),
            kind=Kind.INDIRECT,
            group=0,
            source=Source(name=source, type=SourceType.PERSON),
            check_worthiness=0.5,
        )
        article = Article(text=f"{source}: {text}")
        await ledger.write(articles.add, guild_id, article, [claim], actor=0, now=now)


@pytest.mark.parametrize("number", [0, -1, 5, 2**63 - 1, 2**63, 10**40, -(10**40)])
async def test_an_unknown_number_is_not_found(stocked, guild_id, number):
    for look in (claims.get, claims.card, claims.history):
        with pytest.raises(ClaimNotFoundError, match=f"#{number}"):
            await stocked.read(look, guild_id, number)


async def test_a_page_shows_the_newest_claims_first(stocked, guild_id):
    page = await stocked.read(claims.page, guild_id)
    assert numbers(page.claims) == [4, 3, 2, 1]
    assert (page.older, page.newer) == (None, None)


async def test_an_empty_ledger_has_one_empty_page(ledger, guild_id):
    page = await ledger.read(claims.page, guild_id)
    assert page == ((), None, None, None)


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
async def test_turning_pages_shows_each_claim_once_down_and_up_again(stocked, guild_id, size):
    page = await stocked.read(claims.page, guild_id, size=size)
    down = [page]
    while page.older is not None:
        page = await stocked.read(claims.page, guild_id, start=page.older, size=size)
        down.append(page)
    assert [n for p in down for n in numbers(p.claims)] == [4, 3, 2, 1]
    up = [page]
    while page.newer is not None:
        page = await stocked.read(claims.page, guild_id, start=page.newer, upwards=True, size=size)
        up.append(page)
    shown = {n for p in up for n in numbers(p.claims)}
    assert shown == {1, 2, 3, 4}
    assert sum(len(p.claims) for p in up) == 4


@pytest.mark.parametrize(("start", "upwards"), [(4, False), (99, False), (1, True), (0, True)])
async def test_no_button_leads_to_an_empty_page(stocked, guild_id, start, upwards):
    page = await stocked.read(claims.page, guild_id, start=str(start), upwards=upwards, size=2)
    for key, way in ((page.older, False), (page.newer, True)):
        if key is not None:
            assert (await stocked.read(claims.page, guild_id, start=key, upwards=way)).claims


@pytest.mark.parametrize("start", [0, -1, 10**40, -(10**40)])
async def test_a_page_may_start_anywhere(stocked, guild_id, start):
    down = await stocked.read(claims.page, guild_id, start=str(start))
    up = await stocked.read(claims.page, guild_id, start=str(start), upwards=True)
    assert numbers(down.claims) == ([4, 3, 2, 1] if start > 0 else [])
    assert numbers(up.claims) == ([4, 3, 2, 1] if start <= 0 else [])


async def test_pages_stay_put_while_claims_are_added(stocked, guild_id, now):
    first = await stocked.read(claims.page, guild_id, size=2)
    await add(stocked, guild_id, ["The ferry is late"], now)
    second = await stocked.read(claims.page, guild_id, start=first.older, size=2)
    assert numbers(first.claims) + numbers(second.claims) == [4, 3, 2, 1]


def plan(db, upwards, wanted=EVERYTHING, start="500"):
    """How SQLite answers the query for a page, in its own words."""
    asked: list[str] = []
    db.set_trace_callback(asked.append)
    claims.page(db, 1001, wanted, start=start, upwards=upwards)
    db.set_trace_callback(None)
    [query] = [statement for statement in asked if "ORDER BY" in statement][:1]
    return " ".join(row["detail"] for row in db.execute(f"EXPLAIN QUERY PLAN {query}"))


@pytest.mark.parametrize("upwards", [False, True])
async def test_a_page_is_found_by_its_key_and_needs_no_sorting(stocked, upwards):
    found = await stocked.read(plan, upwards)
    assert "(guild_id=? AND number" in found
    assert "TEMP B-TREE" not in found


@pytest.mark.parametrize("upwards", [False, True])
@pytest.mark.parametrize(
    "wanted",
    [
        Filter(stage=Stage.OPEN),
        Filter(rating=Rating.FALSE),
        Filter(order=Order.CHECK_WORTHINESS),
        Filter(order=Order.CHECK_WORTHINESS, stage=Stage.OPEN),
        Filter(order=Order.ASKED),
        Filter(order=Order.ASKED, stage=Stage.OPEN),
        Filter(order=Order.OLDEST_OPEN),
        Filter(worth=0.5),
        Filter(assignee=5),
    ],
)
async def test_the_usual_lists_walk_an_index_and_sort_nothing(stocked, wanted, upwards):
    for start in (None, cursor(wanted.order, Position(3, 0.5))):
        found = await stocked.read(plan, upwards, wanted, start)
        assert "(guild_id=?" in found
        assert "TEMP B-TREE" not in found


async def test_filters_narrow_and_add_up(stocked, guild_id, link, now):
    rate = Act(
        action=Action.RATE, actor=5, rating=Rating.FALSE, reason="Counted.", evidence=(link,)
    )
    for number in (1, 2):
        await stocked.write(reviews.act, guild_id, number, rate, now=now)
    dispute = Act(action=Action.DISPUTE, actor=5, reason="Recount.")
    await stocked.write(reviews.act, guild_id, 2, dispute, now=now)
    drop = Act(action=Action.DROP, actor=5, reason="Spam.")
    await stocked.write(reviews.act, guild_id, 3, drop, now=now)

    async def filtered(wanted: Filter) -> list[int]:
        return numbers((await stocked.read(claims.page, guild_id, wanted)).claims)

    assert await filtered(Filter(stage=Stage.RATED)) == [1]
    assert await filtered(Filter(stage=Stage.DROPPED)) == [3]
    assert await filtered(Filter(rating=Rating.FALSE)) == [2, 1]
    assert await filtered(Filter(rating=Rating.VERIFIED)) == []
    assert await filtered(Filter(words="lund")) == [3, 2, 1]
    assert await filtered(Filter(words="NINE weeks")) == [2]
    assert await filtered(Filter(words="  shipping ")) == [4]
    assert await filtered(Filter(words="lund", stage=Stage.DISPUTED)) == [2]
    assert await filtered(Filter(words="vessels", stage=Stage.DISPUTED)) == []


async def test_a_dropped_claims_rating_is_not_searched(stocked, guild_id, link, now):
    rate = Act(
        action=Action.RATE, actor=5, rating=Rating.FALSE, reason="Counted.", evidence=(link,)
    )
    await stocked.write(reviews.act, guild_id, 1, rate, now=now)
    await stocked.write(
        reviews.act, guild_id, 1, Act(action=Action.DROP, actor=5, reason="x"), now=now
    )
    page = await stocked.read(claims.page, guild_id, Filter(rating=Rating.FALSE))
    assert page.claims == ()


async def test_words_are_found_whatever_their_case_in_any_alphabet(stocked, guild_id, now):
    await add(stocked, guild_id, ["Київ hat Über-Öfen"], now)
    page = await stocked.read(claims.page, guild_id, Filter(words="київ"))
    assert numbers(page.claims) == [5]


async def test_the_followed_filter_shows_what_one_person_follows(stocked, guild_id, now):
    for number, user_id in ((1, 5), (3, 5), (2, 6)):
        assert await stocked.write(follows.follow, guild_id, number, user_id=user_id, now=now)
    page = await stocked.read(claims.page, guild_id, Filter(followed_by=5))
    assert numbers(page.claims) == [3, 1]
    assert (await stocked.read(claims.page, guild_id, Filter(followed_by=7))).claims == ()


async def test_following_twice_is_once_and_unfollowing_ends_it(stocked, guild_id, now):
    follow = [await stocked.write(follows.follow, guild_id, 1, user_id=5, now=now) for _ in "ab"]
    assert follow == [True, False]
    assert await stocked.read(follows.is_following, guild_id, 1, user_id=5)
    unfollow = [await stocked.write(follows.unfollow, guild_id, 1, user_id=5) for _ in "ab"]
    assert unfollow == [True, False]
    assert not await stocked.read(follows.is_following, guild_id, 1, user_id=5)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", [4, 3, 2, 1]),
        ("2", [2]),
        ("#2", [2]),
        (" #2 ", [2]),
        ("0002", [2]),
        ("412", [4]),
        ("cranes", [2]),
        ("ida", [3, 2, 1]),
        ("9999999999999999999999", []),
        ("²", []),
        ("-1", []),
    ],
)
async def test_what_is_typed_suggests_claims(stocked, guild_id, typed, expected):
    assert numbers(await stocked.read(claims.suggest, guild_id, typed)) == expected


async def test_suggestions_stop_at_discords_25(stocked, guild_id, now):
    await add(stocked, guild_id, [f"Ferry {n} is late" for n in range(30)], now)
    found = numbers(await stocked.read(claims.suggest, guild_id, "ferry"))
    assert found == list(range(34, 9, -1))


@pytest.mark.parametrize(
    "words", ["%", "_", "'", '"; DROP TABLE claim; --', "*", "NEAR(", "\\", "\ud800", "a\x00b"]
)
async def test_hostile_words_in_a_filter_find_nothing_and_harm_nothing(stocked, guild_id, words):
    assert (await stocked.read(claims.page, guild_id, Filter(words=words))).claims == ()
    assert await stocked.read(claims.suggest, guild_id, words) == ()
    assert len((await stocked.read(claims.page, guild_id)).claims) == 4


async def test_servers_do_not_see_each_other(stocked, guild_id, link, now):
    await add(stocked, ELSEWHERE, ["The ferry is late"], now)
    rate = Act(
        action=Action.RATE, actor=5, rating=Rating.FALSE, reason="Counted.", evidence=(link,)
    )
    await stocked.write(reviews.act, guild_id, 1, rate, now=now)
    await stocked.write(follows.follow, guild_id, 1, user_id=5, now=now)
    card = await stocked.read(claims.card, ELSEWHERE, 1)
    assert (card.claim.text, card.claim.standing.stage, card.evidence) == (
        "The ferry is late",
        Stage.OPEN,
        (),
    )
    for wanted in (EVERYTHING, Filter(words="ferry"), Filter(stage=Stage.OPEN)):
        assert numbers((await stocked.read(claims.page, ELSEWHERE, wanted)).claims) == [1]
    assert (await stocked.read(claims.page, ELSEWHERE, Filter(followed_by=5))).claims == ()
    events, _ = await stocked.read(claims.history, ELSEWHERE, 1)
    assert [event.action for event in events] == ["add"]
    assert await stocked.read(claims.suggest, ELSEWHERE, "lund") != ()
    assert await stocked.read(claims.suggest, ELSEWHERE, "cranes") == ()
    with pytest.raises(ClaimNotFoundError):
        await stocked.read(claims.get, ELSEWHERE, 2)


async def test_numbers_are_not_reused(ledger_path, guild_id, now):
    async with open_ledger(ledger_path) as ledger:
        await add(ledger, guild_id, ["One", "Two"], now)
        await ledger.write(
            reviews.act, guild_id, 2, Act(action=Action.DROP, actor=5, reason="x"), now=now
        )
    async with open_ledger(ledger_path) as ledger:
        await add(ledger, guild_id, ["Three"], now)
        assert numbers((await ledger.read(claims.page, guild_id)).claims) == [3, 2, 1]
