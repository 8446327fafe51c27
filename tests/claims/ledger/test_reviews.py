"""Moderators' decisions as the ledger keeps them: applied, told, undone, never rewritten."""

import sqlite3
from datetime import timedelta

import pytest

from claims.errors import ClaimNotFoundError, RefusedError, StaleError
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.history import audit
from claims.ledger.lookup import claims
from claims.records.claims import Evidence, Rating, Stage, Standing
from claims.records.decisions import Act, Action
from claims.records.lists import Filter
from claims.rules.workflow import ASSIGNMENT, UNDO_WINDOW

LUND, MORO = 11, 12
ELSEWHERE = 2002


@pytest.fixture
def rate(link):
    """A rating with one link."""
    return Act(
        action=Action.RATE, actor=LUND, rating=Rating.FALSE, reason="Counted.", evidence=(link,)
    )


def state(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    """All that a decision may change."""
    tables = ("claim", "event", "evidence", "server")
    return [tuple(row) for name in tables for row in db.execute(f"SELECT * FROM {name}")]


async def test_a_decision_returns_the_fresh_card(stocked, guild_id, rate, link, now):
    card = await stocked.write(reviews.act, guild_id, 1, rate, now=now)
    assert card == await stocked.read(claims.card, guild_id, 1)
    assert card.claim.version == 2
    assert card.claim.standing == Standing(
        stage=Stage.RATED, rating=Rating.FALSE, reason="Counted.", rated_by=LUND, rated_at=now
    )
    (kept,) = card.evidence
    assert (kept.url, kept.note, kept.stance) == (link.url, link.note, link.stance)
    assert (kept.added_by, kept.added_at) == (LUND, now)


async def test_every_decision_is_one_event_that_says_who_when_from_to_and_why(
    stocked, guild_id, rate, now
):
    later = now + timedelta(minutes=20)
    await stocked.write(reviews.act, guild_id, 1, Act(action=Action.TAKE, actor=MORO), now=now)
    await stocked.write(reviews.act, guild_id, 1, rate, now=later)
    events, following = await stocked.read(claims.history, guild_id, 1)
    assert following is None
    assert [(e.action, e.actor, e.at, e.reason) for e in events] == [
        ("rate", LUND, later, "Counted."),
        ("take", MORO, now, ""),
        ("add", 0, now, ""),
    ]
    assert [e.before for e in events] == [events[1].after, events[2].after, None]


async def test_history_is_turned_page_by_page_without_a_gap_or_repeat(stocked, guild_id, now):
    for _ in range(3):
        for action in (Action.TAKE, Action.RELEASE):
            asked = Act(action=action, actor=LUND)
            await stocked.write(reviews.act, guild_id, 1, asked, now=now)
    whole, _ = await stocked.read(claims.history, guild_id, 1)
    assert len(whole) == 7
    turned, start = await stocked.read(claims.history, guild_id, 1, size=3)
    while start is not None:
        events, start = await stocked.read(claims.history, guild_id, 1, start=start, size=3)
        assert events
        turned += events
    assert turned == whole


@pytest.mark.parametrize(
    ("asked", "error"),
    [
        (Act(action=Action.RATE, actor=LUND, rating=Rating.FALSE, reason="No link."), RefusedError),
        (Act(action=Action.RELEASE, actor=LUND), RefusedError),
        (Act(action=Action.TAKE, actor=LUND, seen=7), StaleError),
        (
            Act(action=Action.DROP, actor=LUND, reason="x", evidence=(Evidence(url="no address"),)),
            RefusedError,
        ),
    ],
)
async def test_a_refused_decision_changes_nothing(stocked, guild_id, asked, error, now):
    before = await stocked.read(state)
    with pytest.raises(error):
        await stocked.write(reviews.act, guild_id, 1, asked, now=now)
    assert await stocked.read(state) == before


async def test_an_unknown_claim_is_told_as_such(stocked, guild_id, rate, now):
    for operation in (
        lambda db: reviews.act(db, guild_id, 9, rate, now=now),
        lambda db: reviews.undo(db, guild_id, 9, actor=LUND, now=now),
        lambda db: reviews.act(db, ELSEWHERE, 1, rate, now=now),
    ):
        with pytest.raises(ClaimNotFoundError):
            await stocked.write(operation)


async def test_the_second_of_two_who_saw_the_same_card_is_told_who_was_first(
    stocked, guild_id, rate, now
):
    first = rate.model_copy(update={"seen": 1})
    second = Act(action=Action.TAKE, actor=MORO, seen=1)
    await stocked.write(reviews.act, guild_id, 1, first, now=now)
    with pytest.raises(StaleError, match=f"^Member {LUND} changed this claim"):
        await stocked.write(reviews.act, guild_id, 1, second, now=now)
    with pytest.raises(StaleError):
        await stocked.write(reviews.undo, guild_id, 1, actor=MORO, now=now, seen=1)


@pytest.mark.parametrize("length", [1000, 1001])
async def test_the_workflow_refuses_what_the_table_could_not_hold(
    stocked, guild_id, rate, length, now
):
    asked = rate.model_copy(update={"reason": "ü" * length})
    if length == 1000:
        await stocked.write(reviews.act, guild_id, 1, asked, now=now)
    else:
        with pytest.raises(RefusedError):
            await stocked.write(reviews.act, guild_id, 1, asked, now=now)


async def test_the_longest_evidence_allowed_is_kept(stocked, guild_id, rate, now):
    longest = tuple(
        rate.evidence[0].model_copy(
            update={"url": f"https://a.example/{n}" + "x" * 481, "note": "ü" * 300}
        )
        for n in range(10)
    )
    asked = rate.model_copy(update={"evidence": longest})
    card = await stocked.write(reviews.act, guild_id, 1, asked, now=now)
    assert [piece.url for piece in card.evidence] == [piece.url for piece in longest]


class TestUndo:
    """Undo is an event of its own that restores the standing and withdraws its evidence."""

    async def test_restores_standing_and_evidence_and_keeps_both_in_history(
        self, stocked, guild_id, rate, now
    ):
        before = await stocked.write(reviews.act, guild_id, 1, rate, now=now)
        worse = rate.model_copy(
            update={"rating": Rating.VERIFIED, "evidence": (Evidence(url="https://b.example"),)}
        )
        await stocked.write(reviews.act, guild_id, 1, worse, now=now)
        card = await stocked.write(reviews.undo, guild_id, 1, actor=MORO, now=now)
        assert card.claim.standing == before.claim.standing
        assert card.evidence == before.evidence
        assert card.claim.version == 4
        events, _ = await stocked.read(claims.history, guild_id, 1)
        assert [e.action for e in events] == ["undo", "rate", "rate", "add"]
        assert (events[0].undone, events[0].actor) == (events[1].id, MORO)
        assert (events[0].before, events[0].after) == (events[1].after, events[1].before)

    async def test_finds_the_claim_by_its_restored_stage_and_rating(
        self, stocked, guild_id, rate, now
    ):
        await stocked.write(reviews.act, guild_id, 1, rate, now=now)
        await stocked.write(reviews.undo, guild_id, 1, actor=LUND, now=now)
        rated = Filter(rating=Rating.FALSE)
        assert (await stocked.read(claims.page, guild_id, rated)).claims == ()
        open_ = await stocked.read(claims.page, guild_id, Filter(stage=Stage.OPEN))
        assert len(open_.claims) == 4

    async def test_leaves_other_claims_evidence_alone(self, stocked, guild_id, rate, now):
        for number in (1, 2):
            await stocked.write(reviews.act, guild_id, number, rate, now=now)
        await stocked.write(reviews.undo, guild_id, 2, actor=LUND, now=now)
        assert len((await stocked.read(claims.card, guild_id, 1)).evidence) == 1

    async def test_withdrawn_evidence_does_not_count_for_the_next_rating(
        self, stocked, guild_id, rate, now
    ):
        await stocked.write(reviews.act, guild_id, 1, rate, now=now)
        await stocked.write(reviews.undo, guild_id, 1, actor=LUND, now=now)
        bare = rate.model_copy(update={"evidence": ()})
        with pytest.raises(RefusedError, match="at least one link"):
            await stocked.write(reviews.act, guild_id, 1, bare, now=now)

    async def test_is_refused_after_the_window(self, stocked, guild_id, rate, now):
        await stocked.write(reviews.act, guild_id, 1, rate, now=now)
        late = now + UNDO_WINDOW + timedelta(seconds=1)
        with pytest.raises(RefusedError, match="15 minutes"):
            await stocked.write(reviews.undo, guild_id, 1, actor=LUND, now=late)

    async def test_is_refused_twice_but_works_again_after_a_new_decision(
        self, stocked, guild_id, rate, now
    ):
        await stocked.write(reviews.act, guild_id, 1, rate, now=now)
        await stocked.write(reviews.undo, guild_id, 1, actor=LUND, now=now)
        with pytest.raises(RefusedError, match="undone already"):
            await stocked.write(reviews.undo, guild_id, 1, actor=LUND, now=now)
        await stocked.write(reviews.act, guild_id, 1, rate, now=now)
        card = await stocked.write(reviews.undo, guild_id, 1, actor=LUND, now=now)
        assert card.claim.standing == Standing()

    async def test_is_refused_for_the_creation(self, stocked, guild_id, now):
        with pytest.raises(RefusedError, match="drop it"):
            await stocked.write(reviews.undo, guild_id, 1, actor=LUND, now=now)


class TestTakenClaims:
    """A claim that is taken and not decided frees itself."""

    async def test_is_open_again_after_48_hours(self, stocked, guild_id, now):
        await stocked.write(reviews.act, guild_id, 1, Act(action=Action.TAKE, actor=LUND), now=now)
        assert await stocked.write(reviews.free_expired, now=now + ASSIGNMENT) == 1
        card = await stocked.read(claims.card, guild_id, 1)
        assert card.claim.standing == Standing()
        assert (card.last.action, card.last.actor) == ("release", 0)
        assert await stocked.write(reviews.free_expired, now=now + ASSIGNMENT) == 0

    async def test_stays_taken_until_then(self, stocked, guild_id, now):
        await stocked.write(reviews.act, guild_id, 1, Act(action=Action.TAKE, actor=LUND), now=now)
        early = now + ASSIGNMENT - timedelta(seconds=1)
        assert await stocked.write(reviews.free_expired, now=early) == 0

    async def test_leaves_decided_claims_alone(self, stocked, guild_id, rate, now):
        await stocked.write(reviews.act, guild_id, 1, Act(action=Action.TAKE, actor=LUND), now=now)
        await stocked.write(reviews.act, guild_id, 1, rate, now=now)
        assert await stocked.write(reviews.free_expired, now=now + ASSIGNMENT) == 0

    @pytest.mark.parametrize("ahead", [timedelta(hours=1), timedelta(days=31)])
    async def test_by_a_clock_that_was_ahead_counts_as_taken_when_it_was_set_back(
        self, stocked, guild_id, now, ahead
    ):
        take = Act(action=Action.TAKE, actor=LUND)
        await stocked.write(reviews.act, guild_id, 1, take, now=now + ahead)
        for _ in range(2):
            assert await stocked.write(reviews.free_expired, now=now) == 0
        card = await stocked.read(claims.card, guild_id, 1)
        assert card.claim.standing.assignee == LUND
        assert card.claim.standing.assigned_until == now + ASSIGNMENT
        assert (card.last.action, card.last.actor, card.claim.version) == ("take", 0, 3)
        assert await stocked.write(reviews.free_expired, now=now + ASSIGNMENT) == 1
        assert await stocked.read(audit.all_breaks) == []

    @pytest.mark.parametrize("wrong_by", [timedelta(minutes=2), timedelta(days=31)])
    async def test_by_the_right_clock_stays_when_it_is_set_back_wrongly(
        self, stocked, guild_id, now, wrong_by
    ):
        await stocked.write(reviews.act, guild_id, 1, Act(action=Action.TAKE, actor=LUND), now=now)
        wrong = now - wrong_by
        assert await stocked.write(reviews.free_expired, now=wrong, latest=now) == 0
        card = await stocked.read(claims.card, guild_id, 1)
        assert card.claim.standing.assigned_until == now + ASSIGNMENT
        assert card.last.actor == LUND

    async def test_is_freed_in_every_server(self, stocked, guild_id, article, found, now):
        await stocked.write(articles.add, ELSEWHERE, article, found, actor=0, now=now)
        for server in (guild_id, ELSEWHERE):
            await stocked.write(
                reviews.act, server, 3, Act(action=Action.TAKE, actor=LUND), now=now
            )
        assert await stocked.write(reviews.free_expired, now=now + ASSIGNMENT) == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE event SET reason = 'nicer'",
        "UPDATE OR REPLACE event SET reason = 'nicer'",
        "DELETE FROM event",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE id = 1",
        "INSERT INTO event SELECT * FROM event WHERE true ON CONFLICT DO UPDATE SET reason = ''",
    ],
)
async def test_history_is_append_only(stocked, guild_id, rate, statement, now):
    await stocked.write(reviews.act, guild_id, 1, rate, now=now)
    before = await stocked.read(state)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        await stocked.write(lambda db: db.execute(statement).fetchall())
    assert await stocked.read(state) == before


@pytest.mark.parametrize("table", ["claim", "article", "server", "source"])
async def test_what_history_refers_to_cannot_be_erased(stocked, table):
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        await stocked.write(lambda db: db.execute(f"DELETE FROM {table}").fetchall())
