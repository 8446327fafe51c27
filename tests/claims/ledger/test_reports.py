"""Members report a rating; a moderator accepts, so that it is disputed, or rejects."""

import sqlite3

import pytest

from claims.errors import RefusedError
from claims.ledger.articles import articles
from claims.ledger.decisions import reports, reviews
from claims.ledger.lookup import claims
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.claims import Evidence, Rating, Stage, Stance
from claims.records.decisions import Action
from tests.claims.acting import Asked, wanted

LUND, MORO = 11, 12
LINK = Evidence(url="https://one.example/a", stance=Stance.CONTEXT, note="p. 1", is_primary=True)
RATE: Asked = {"action": Action.RATE, "rating": Rating.FALSE, "evidence": (LINK,)}


@pytest.fixture
async def rated(stocked, guild_id, now):
    await stocked.write(reviews.act, guild_id, 1, wanted(**RATE), now=now)
    return stocked


async def test_an_accepted_report_disputes_the_rating_for_its_reason(rated, guild_id, now):
    made = await rated.write(
        reports.add, guild_id, 1, user_id=5, reason=" The table is old. ", now=now
    )
    assert await rated.read(reports.waiting, guild_id) == (made,)
    card = await rated.write(reviews.accept_report, guild_id, made.id, actor=LUND, now=now)
    assert card.claim.standing.stage is Stage.DISPUTED
    assert (card.last.reason, card.last.actor) == ("The table is old.", LUND)
    assert await rated.read(reports.waiting, guild_id) == ()


async def test_undoing_the_dispute_lets_the_report_wait_again(rated, guild_id, now):
    made = await rated.write(reports.add, guild_id, 1, user_id=5, reason="Old.", now=now)
    await rated.write(reviews.accept_report, guild_id, made.id, actor=LUND, now=now)
    await rated.write(reviews.undo, guild_id, 1, actor=LUND, now=now)
    assert await rated.read(reports.waiting, guild_id, number=1) == (made,)


async def test_a_second_reason_against_a_disputed_rating_is_accepted_too(rated, guild_id, now):
    made = [
        await rated.write(reports.add, guild_id, 1, user_id=user, reason="Old.", now=now)
        for user in (5, 6)
    ]
    cards = [
        await rated.write(reviews.accept_report, guild_id, report.id, actor=LUND, now=now)
        for report in made
    ]
    assert cards[-1].claim.version == 3
    assert await rated.read(reports.waiting, guild_id) == ()


async def test_a_rejected_report_keeps_why_and_changes_no_claim(rated, guild_id, now):
    made = await rated.write(reports.add, guild_id, 1, user_id=5, reason="Old.", now=now)
    with pytest.raises(RefusedError, match="reason is needed"):
        await rated.write(reports.reject, guild_id, made.id, actor=LUND, reason=" ")
    done = await rated.write(
        reports.reject, guild_id, made.id, actor=LUND, reason="It is the newest."
    )
    assert (done.outcome, done.decided_by, done.answer) == (
        "rejected",
        LUND,
        "It is the newest.",
    )
    assert (await rated.read(claims.get, guild_id, 1)).version == 2
    with pytest.raises(RefusedError, match=f"rejected by member {LUND} already"):
        await rated.write(reviews.accept_report, guild_id, made.id, actor=MORO, now=now)


async def test_each_person_waits_for_one_answer_on_a_claim(rated, guild_id, now):
    made = await rated.write(reports.add, guild_id, 1, user_id=5, reason="Old.", now=now)
    with pytest.raises(RefusedError, match="waits for a moderator already"):
        await rated.write(reports.add, guild_id, 1, user_id=5, reason="Still.", now=now)
    await rated.write(reports.reject, guild_id, made.id, actor=LUND, reason="No.")
    await rated.write(reports.add, guild_id, 1, user_id=5, reason="Look again.", now=now)


async def test_one_person_cannot_flood_the_moderators(ledger, guild_id, now):
    def many(db: sqlite3.Connection) -> None:
        source = Source(name="Ida Lund", type=SourceType.PERSON)
        found = [
            Claim(
                text=f"Ship {n} sank",
                content=(Span(0, 3),),
                kind=Kind.INDIRECT,
                group=n,
                source=source,
                check_worthiness=0.5,
            )
            for n in range(11)
        ]
        articles.add(db, guild_id, Article(text="Ships."), found, actor=0, now=now)
        for number in range(1, 12):
            reviews.act(db, guild_id, number, wanted(**RATE), now=now)
        for number in range(1, 11):
            reports.add(db, guild_id, number, user_id=5, reason="Old.", now=now)

    await ledger.write(many)
    with pytest.raises(RefusedError, match="10 of your reports"):
        await ledger.write(reports.add, guild_id, 11, user_id=5, reason="Old.", now=now)
    await ledger.write(reports.add, guild_id, 11, user_id=6, reason="Old.", now=now)


async def test_there_has_to_be_a_rating_and_a_reason(rated, guild_id, now):
    with pytest.raises(RefusedError, match="#2 has no rating yet to object to"):
        await rated.write(reports.add, guild_id, 2, user_id=5, reason="x", now=now)
    with pytest.raises(RefusedError, match="reason is needed"):
        await rated.write(reports.add, guild_id, 1, user_id=5, reason="", now=now)
    with pytest.raises(RefusedError, match="longer than 1000"):
        await rated.write(reports.add, guild_id, 1, user_id=5, reason="x" * 1001, now=now)


@pytest.mark.parametrize("report_id", [0, 99, 2**70])
async def test_an_unknown_report_is_told_as_such(rated, guild_id, report_id, now):
    with pytest.raises(RefusedError, match="no such objection"):
        await rated.write(reviews.accept_report, guild_id, report_id, actor=LUND, now=now)


async def test_a_report_of_another_server_is_not_there(rated, guild_id, now):
    made = await rated.write(reports.add, guild_id, 1, user_id=5, reason="Old.", now=now)
    assert await rated.read(reports.waiting, 2002) == ()
    with pytest.raises(RefusedError, match="no such objection"):
        await rated.write(reports.reject, 2002, made.id, actor=LUND, reason="x")


async def test_a_report_on_another_claim_cannot_be_passed_off(rated, guild_id, now):
    await rated.write(reviews.act, guild_id, 2, wanted(**RATE), now=now)
    made = await rated.write(reports.add, guild_id, 1, user_id=5, reason="Old.", now=now)
    with pytest.raises(RefusedError, match="another claim"):
        await rated.write(
            reviews.act, guild_id, 2, wanted(action=Action.DISPUTE, reports=(made.id,)), now=now
        )
    assert (await rated.read(claims.get, guild_id, 2)).standing.stage is Stage.RATED
