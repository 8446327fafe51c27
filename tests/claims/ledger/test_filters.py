"""Each filter narrows to just the claims that fit, and filters add up."""

import sqlite3
from datetime import UTC, date, datetime, timedelta

import pytest

from claims.ledger import open_ledger
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.lookup import claims
from claims.models import Article, Claim, Kind, Source, SourceType
from claims.records.claims import Rating, Stage
from claims.records.decisions import Act, Action
from claims.records.lists import Filter, Order

ELSEWHERE = 2002
DAY = datetime(2026, 3, 2, 23, 59, tzinfo=UTC)


def claim(number: int) -> Claim:
    """The claim that becomes #number: odd ones are quotations of one source."""
    odd = number % 2
    stated = date(2026, 2, number)
    return Claim(
        text=f"Statement number {number}",
        content=(),
        kind=Kind.DIRECT if odd else Kind.INDIRECT,
        group=0,
        source=Source(name="Ida Lund" if odd else "Ole Brandt", type=SourceType.PERSON),
        stated_between=(stated, stated + timedelta(days=1)) if odd else None,
        check_worthiness=number / 10,
    )


@pytest.fixture
async def varied(filled_once, ledger_path, guild_id, link):
    """Claims #1 to #6, one article each, a day apart, in different hands and stages."""

    async def fill(ledger):
        for number in range(1, 7):
            article = Article(text=f"Article {number}", publisher=("Courier", "Herald")[number % 2])
            now = DAY + timedelta(days=number)
            for guild in (guild_id, ELSEWHERE):
                await ledger.write(articles.add, guild, article, [claim(number)], actor=0, now=now)
        rate = Act(
            action=Action.RATE, actor=5, rating=Rating.MIXED, reason="Counted.", evidence=(link,)
        )
        await ledger.write(reviews.act, guild_id, 2, rate, now=DAY)
        await ledger.write(reviews.act, guild_id, 3, Act(action=Action.TAKE, actor=7), now=DAY)
        await ledger.write(marked, guild_id)

    async with open_ledger(await filled_once("varied", ledger_path, fill)) as ledger:
        yield ledger


def marked(db: sqlite3.Connection, guild_id: int) -> None:
    """Tag, ask for, and set for another check, as moderators and members do."""
    for number in (4, 6):
        db.execute("INSERT INTO tag VALUES (?, ?, 'port')", (guild_id, number))
    for number, column, value in (
        (2, "recheck_on", "2026-06-01"),
        (5, "asked", 3),
        (1, "merged_into", 5),
    ):
        db.execute(
            f"UPDATE claim SET {column} = ? WHERE guild_id = ? AND number = ?",
            (value, guild_id, number),
        )


CASES = [
    (Filter(), [6, 5, 4, 3, 2]),
    (Filter(stage=Stage.CHECKING), [3]),
    (Filter(rating=Rating.MIXED), [2]),
    (Filter(source="ida lund"), [5, 3]),
    (Filter(source="LUND"), [5, 3]),
    (Filter(source="Nobody"), []),
    (Filter(publisher="HERALD"), [5, 3]),
    (Filter(publisher="Her"), []),
    (Filter(kind=Kind.DIRECT), [5, 3]),
    (Filter(tag="port"), [6, 4]),
    (Filter(tag="por"), []),
    (Filter(assignee=7), [3]),
    (Filter(worth=0.5), [6, 5]),
    (Filter(added_from=date(2026, 3, 6)), [6, 5, 4]),
    (Filter(added_to=date(2026, 3, 5)), [3, 2]),
    (Filter(added_from=date(2026, 3, 5), added_to=date(2026, 3, 5)), [3]),
    (Filter(stated_from=date(2026, 2, 5)), [5]),
    (Filter(stated_to=date(2026, 2, 3)), [3]),
    (Filter(has_evidence=True), [2]),
    (Filter(has_evidence=False), [6, 5, 4, 3]),
    (Filter(recheck_by=date(2026, 6, 1)), [2]),
    (Filter(recheck_by=date(2026, 5, 31)), []),
    (Filter(words="statement", publisher="courier", tag="port"), [6, 4]),
    (Filter(words="number", source="Ida Lund", worth=0.4), [5]),
    (Filter(words="statement", order=Order.CHECK_WORTHINESS), [6, 5, 4, 3, 2]),
    (Filter(words="statement", order=Order.MATCH, kind=Kind.DIRECT), [5, 3]),
    (Filter(order=Order.ASKED), [5, 6, 4, 3, 2]),
    (Filter(order=Order.ASKED, kind=Kind.INDIRECT), [6, 4, 2]),
    (Filter(order=Order.OLDEST_OPEN), [4, 5, 6]),
    (Filter(order=Order.OLDEST_OPEN, words="statement"), [4, 5, 6]),
    (Filter(order=Order.OLDEST_OPEN, stage=Stage.RATED), []),
    (Filter(added_from=date.min, added_to=date.max, stated_to=date.max), [5, 3]),
]


@pytest.mark.parametrize(("wanted", "expected"), CASES)
async def test_a_filter_leaves_what_fits(varied, guild_id, wanted, expected):
    page = await varied.read(claims.page, guild_id, wanted)
    assert [found.number for found in page.claims] == expected


@pytest.mark.parametrize(("wanted", "expected"), CASES)
@pytest.mark.parametrize("size", [1, 2])
async def test_a_filtered_list_is_turned_page_by_page(varied, guild_id, wanted, expected, size):
    page = await varied.read(claims.page, guild_id, wanted, size=size)
    numbers = [found.number for found in page.claims]
    while page.older is not None:
        page = await varied.read(claims.page, guild_id, wanted, start=page.older, size=size)
        numbers += [found.number for found in page.claims]
    assert numbers == expected


@pytest.mark.parametrize("wanted", [wanted for wanted, _ in CASES])
async def test_a_filter_is_prepared_once(varied, guild_id, wanted):
    """Whatever it is narrowed by; preparing a page's statement takes as long as running it."""
    asked: list[object] = []

    def allow(*what: object) -> int:  # SQLite asks whenever it prepares a statement
        asked.append(what)
        return sqlite3.SQLITE_OK

    def thrice(db: sqlite3.Connection) -> None:
        db.set_authorizer(allow)
        for _ in range(3):  # values are looked at, if they are, from the second time on
            asked.clear()
            claims.page(db, guild_id, wanted)
        db.set_authorizer(None)

    await varied.read(thrice)
    assert asked == []


async def test_an_article_has_its_claims(varied, guild_id):
    card = await varied.read(claims.card, guild_id, 4)
    wanted = Filter(article=card.appearances[0].article_id)
    page = await varied.read(claims.page, guild_id, wanted)
    assert [found.number for found in page.claims] == [4]
    assert (await varied.read(claims.page, ELSEWHERE, wanted)).claims == ()


@pytest.mark.parametrize("hostile", ["' OR 1=1 --", "%", "\ud800", "\x00", "x" * 10_000])
async def test_hostile_values_find_nothing(varied, guild_id, hostile):
    for wanted in (Filter(source=hostile), Filter(publisher=hostile), Filter(tag=hostile)):
        assert (await varied.read(claims.page, guild_id, wanted)).claims == ()


async def test_a_merged_claim_is_suggested_by_its_words_no_longer(varied, guild_id):
    suggested = await varied.read(claims.suggest, guild_id, "statement")
    assert [found.number for found in suggested] == [6, 5, 4, 3, 2]
