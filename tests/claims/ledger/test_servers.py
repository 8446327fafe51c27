"""Servers do not touch each other, whatever is done in one; nor do two moderators at once."""

import asyncio
import sqlite3
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ClaimsError, StaleError
from claims.ledger import open_ledger, servers
from claims.ledger.articles import articles
from claims.ledger.decisions import evidence, reports, reviews, tags
from claims.ledger.keeping import layout
from claims.ledger.lookup import claims
from claims.ledger.members import demand, follows
from claims.ledger.store import migrate
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.cards import Card
from claims.records.claims import Evidence, Rating, Stage, Stance
from claims.records.decisions import Act, Action
from claims.wording.phrases import Who
from tests.claims.acting import Asked, wanted

HERE, THERE = 1001, 2002
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
LINK = Evidence(url="https://one.example/a", stance=Stance.CONTEXT, note="p. 1", is_primary=True)
OTHER = Evidence(url="https://two.example/a")

ACTS: list[Asked] = [
    {"action": Action.TAKE},
    {"action": Action.RELEASE},
    {"action": Action.RATE, "rating": Rating.FALSE, "evidence": (LINK,)},
    {"action": Action.RATE, "rating": Rating.MIXED, "evidence": (OTHER,)},
    {"action": Action.DISPUTE},
    {"action": Action.REOPEN},
    {"action": Action.DROP},
    {"action": Action.EVIDENCE, "evidence": (OTHER,)},
    *[Asked(action=Action.WITHDRAW, withdraw=piece) for piece in range(1, 7)],
    {"action": Action.EDIT, "text": "Other words"},
    {"action": Action.EDIT, "source": "Ole Brandt"},
    {"action": Action.TAG, "add_tags": ("a", "b")},
    {"action": Action.TAG, "remove_tags": ("a",)},
    {"action": Action.RECHECK, "recheck_on": date(2026, 6, 1)},
    *[Asked(action=Action.MERGE, into=number) for number in (1, 2, 3)],
    {"action": Action.UNMERGE},
]
"""Ids run through the whole file, so that some of those tried belong to the other server."""


def _claims() -> list[Claim]:
    source = Source(name="Ida Lund", type=SourceType.PERSON)
    return [
        Claim(
            text=f"Ship {n} sank",
            content=(Span(n, n + 1),),
            kind=Kind.INDIRECT,
            group=n,
            source=source,
            check_worthiness=0.5,
        )
        for n in range(3)
    ]


@pytest.fixture(scope="module")
def db():
    """Two servers with the same article and a little work done in each."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.row_factory = sqlite3.Row
    migrate.migrate(db)
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("BEGIN")
    for guild_id in (HERE, THERE):
        articles.add(db, guild_id, Article(text="Ships."), _claims(), actor=0, now=NOW)
        tag: Asked = {"action": Action.TAG, "add_tags": ("a",)}
        for fields in (tag, ACTS[2]):
            reviews.act(db, guild_id, 1, wanted(11, **fields), now=NOW)
        reports.add(db, guild_id, 1, user_id=5, reason="Old.", now=NOW)
        demand.ask(db, guild_id, 2, user_id=5, now=NOW)
        follows.follow(db, guild_id, 2, user_id=5, now=NOW)
    db.execute("COMMIT")
    yield db
    db.close()


def rows(db: sqlite3.Connection, guild_id: int) -> dict[str, list[tuple[object, ...]]]:
    """Every row of a server, in every table that has rows of servers."""
    return {
        table.name: [
            tuple(row)
            for row in db.execute(
                f"SELECT * FROM {table.name} WHERE guild_id = ? ORDER BY {', '.join(table.key)}",
                (guild_id,),
            )
        ]
        for table in layout.tables(db)
    }


def shown(db: sqlite3.Connection, guild_id: int) -> list[object]:
    """Everything that a server's people are shown."""
    return [
        claims.page(db, guild_id),
        claims.suggest(db, guild_id, "ship"),
        *[claims.card(db, guild_id, number) for number in (1, 2, 3)],
        *[claims.history(db, guild_id, number) for number in (1, 2, 3)],
        *[evidence.of(db, guild_id, number) for number in (1, 2, 3)],
        reports.waiting(db, guild_id),
        tags.known(db, guild_id),
        servers.get(db, guild_id),
        [demand.people(db, guild_id, number) for number in (1, 2, 3)],
    ]


def _decide(db, number, actor, choice):
    asked = wanted(actor, **ACTS[choice % len(ACTS)])
    reviews.act(db, HERE, number, asked, now=NOW)


def _answer(db, number, actor, choice):
    if choice % 2:
        reviews.accept_report(db, HERE, 1 + choice % 4, actor=actor, now=NOW)
    else:
        reports.reject(db, HERE, 1 + choice % 4, actor=actor, reason="No.")


OPERATIONS = [
    _decide,
    _decide,
    _decide,
    _answer,
    lambda db, number, actor, _: reviews.undo(db, HERE, number, actor=actor, now=NOW),
    lambda db, number, actor, _: demand.ask(db, HERE, number, user_id=actor, now=NOW),
    lambda db, number, actor, _: follows.follow(db, HERE, number, user_id=actor, now=NOW),
    lambda db, number, actor, _: reports.add(
        db, HERE, number, user_id=actor, reason="Old.", now=NOW
    ),
    lambda db, *_: servers.set_rules(db, HERE, two_person=True, strict_evidence=False),
]


@settings(max_examples=60, deadline=None)
@given(
    steps=st.lists(
        st.tuples(
            st.sampled_from(OPERATIONS),
            st.sampled_from((1, 2, 3)),
            st.sampled_from((11, 12)),
            st.integers(0, 100),
        ),
        min_size=1,
        max_size=20,
    )
)
def test_whatever_is_done_in_one_server_changes_and_shows_nothing_of_another(db, steps):
    db.execute("BEGIN")
    try:
        before, seen = rows(db, THERE), shown(db, THERE)
        for operation, number, actor, choice in steps:
            db.execute("SAVEPOINT step")
            try:
                operation(db, number, actor, choice)
            except ClaimsError:
                db.execute("ROLLBACK TO step")
            db.execute("RELEASE step")
        assert rows(db, THERE) == before
        assert shown(db, THERE) == seen
    finally:
        db.execute("ROLLBACK")


class TestTwoAtOnce:
    """Of moderators who saw the same card, one decides and the others are told who did."""

    async def test_one_of_many_wins(self, stocked, guild_id, now):
        async def take(actor: int) -> Card:
            asked = Act(action=Action.TAKE, actor=actor, seen=1)
            card: Card = await stocked.write(reviews.act, guild_id, 1, asked, now=now)
            return card

        done = await asyncio.gather(*map(take, range(1, 21)), return_exceptions=True)
        cards = [result for result in done if isinstance(result, Card)]
        stale = [result for result in done if isinstance(result, StaleError)]
        assert (len(cards), len(stale)) == (1, 19)
        winner = cards[0].claim.standing.assignee
        assert winner is not None
        assert all(error.phrases[0].facts["who"] == Who(winner) for error in stale)
        assert (await stocked.read(claims.get, guild_id, 1)).version == 2

    async def test_two_confirmations_publish_once(self, stocked, guild_id, now):
        await stocked.write(servers.set_rules, guild_id, two_person=True)

        async def rate(actor: int, seen: int) -> Card:
            asked = Act(
                action=Action.RATE,
                actor=actor,
                seen=seen,
                rating=Rating.FALSE,
                reason="x",
                evidence=(LINK,),
            )
            card: Card = await stocked.write(reviews.act, guild_id, 1, asked, now=now)
            return card

        await rate(11, 1)
        done = await asyncio.gather(*(rate(actor, 2) for actor in (12, 13)), return_exceptions=True)
        assert sorted(type(result).__name__ for result in done) == ["Card", "StaleError"]
        claim = await stocked.read(claims.get, guild_id, 1)
        assert (claim.standing.stage, claim.version) == (Stage.RATED, 3)

    async def test_readers_see_a_decision_whole_or_not_at_all(self, stocked, guild_id, now):
        torn = []

        async def look() -> None:
            for _ in range(100):
                card = await stocked.read(claims.card, guild_id, 1)
                rated = card.claim.standing.stage is Stage.RATED
                if not rated == bool(card.evidence) == (card.last.action == "rate"):
                    torn.append(card)

        async def decide() -> None:
            for _ in range(10):
                asked = Act(
                    action=Action.RATE, actor=11, rating=Rating.FALSE, reason="x", evidence=(LINK,)
                )
                await stocked.write(reviews.act, guild_id, 1, asked, now=now)
                await stocked.write(reviews.undo, guild_id, 1, actor=11, now=now)

        await asyncio.gather(look(), look(), decide())
        assert torn == []


async def test_what_is_acknowledged_is_there_after_reopening(ledger_path, article, found, now):
    later = now + timedelta(minutes=1)
    async with open_ledger(ledger_path) as ledger:
        await ledger.write(articles.add, HERE, article, found, actor=0, now=now)
        asked = Act(action=Action.RATE, actor=11, rating=Rating.FALSE, reason="x", evidence=(LINK,))
        card = await ledger.write(reviews.act, HERE, 1, asked, now=later)
    async with open_ledger(ledger_path) as ledger:
        assert await ledger.read(claims.card, HERE, 1) == card
