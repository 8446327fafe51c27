"""What a digest covers: from the last one that was sent on, up to its taking on; net."""

import itertools
from datetime import UTC, datetime, timedelta
from typing import Unpack

import pytest

from claims.digests.compose import Digest
from claims.digests.records import Change, Choice, Run, Section
from claims.ledger import Ledger, servers
from claims.ledger.articles import articles
from claims.ledger.decisions import evidence, reviews
from claims.ledger.digests import due_runs, news, runs
from claims.ledger.digests.due_runs import preview
from claims.ledger.members import demand
from claims.records.cards import Card
from claims.records.claims import Evidence, Rating, Stage, Stance
from claims.records.decisions import Action
from claims.records.notices import Outcome
from tests.claims.acting import Fields, wanted

ELSEWHERE = 2002
NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
REQUESTS = itertools.count(1)


async def sent(ledger: Ledger, run: Run) -> None:
    """Settle the run as sent."""
    await ledger.write(runs.settle, run, Outcome.SENT, now=NOW, message_id=99)


async def take_on(ledger: Ledger, guild_id: int, now: datetime) -> Run:
    """Take on a digest that somebody asked for."""
    request = next(REQUESTS)
    return await ledger.write(due_runs.claim_now, guild_id, request=request, channel_id=8, now=now)


async def told_by(ledger: Ledger, run: Run) -> Digest:
    """The run's digest, with nothing left out."""
    return await ledger.read(news.digest, run, Choice())


def all_of(digest: Digest) -> list[Change]:
    """Every change in the digest."""
    return [change for section in Section for change in digest.of(section)]


async def numbers(ledger: Ledger, run: Run) -> list[int]:
    """Which claims the run tells of."""
    return sorted(c.claim.number for c in all_of(await told_by(ledger, run)))


async def decided(
    ledger: Ledger,
    guild_id: int,
    number: int,
    now: datetime,
    action: Action = Action.RATE,
    **fields: Unpack[Fields],
) -> Card:
    """Decide about a claim."""
    link = Evidence(url="https://a.example", stance=Stance.CONTEXT, note="p. 3", is_primary=True)
    rates: Fields = {"rating": Rating.FALSE, "evidence": (link,)}
    given = (rates | fields) if action is Action.RATE else fields
    asked = wanted(action=action, **given)
    return await ledger.write(reviews.act, guild_id, number, asked, now=now)


async def test_a_digest_starts_where_the_last_sent_one_ended(stocked, guild_id, now):
    first = await take_on(stocked, guild_id, now)
    assert await numbers(stocked, first) == [1, 2, 3, 4]
    await decided(stocked, guild_id, 2, now)
    assert await numbers(stocked, first) == [1, 2, 3, 4]
    await sent(stocked, first)
    second = await take_on(stocked, guild_id, now)
    assert await numbers(stocked, second) == [2]


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.UNCERTAIN, Outcome.EMPTY])
async def test_what_was_not_sent_is_told_by_the_next(stocked, guild_id, outcome, now):
    first = await take_on(stocked, guild_id, now)
    await stocked.write(runs.settle, first, outcome, now=now)
    second = await take_on(stocked, guild_id, now)
    assert await numbers(stocked, second) == [1, 2, 3, 4]


async def test_a_run_tells_the_same_however_late_it_is_composed(stocked, guild_id, now):
    await decided(stocked, guild_id, 1, now)
    run = await take_on(stocked, guild_id, now)
    before = await told_by(stocked, run)
    evidence = (Evidence(url="https://b.example"),)
    await decided(stocked, guild_id, 1, now, rating=Rating.VERIFIED, evidence=evidence)
    await stocked.write(reviews.undo, guild_id, 1, actor=11, now=now)
    await decided(stocked, guild_id, 2, now)
    after = await told_by(stocked, run)
    told = [(c.claim.standing, c.before, c.reason, c.evidence) for c in before.rating]
    assert [(c.claim.standing, c.before, c.reason, c.evidence) for c in after.rating] == told
    assert before.rating[0].evidence
    assert before.rating[0].evidence.url == "https://a.example"


async def test_evidence_that_was_withdrawn_after_the_run_is_told_by_it_still(
    stocked, guild_id, now
):
    await decided(stocked, guild_id, 1, now)
    run = await take_on(stocked, guild_id, now)
    [piece] = await stocked.read(evidence.of, guild_id, 1)
    other = piece.model_copy(update={"id": 0, "url": "https://b.example"})
    await decided(stocked, guild_id, 1, now, Action.EVIDENCE, evidence=(other,))
    await decided(stocked, guild_id, 1, now, Action.WITHDRAW, withdraw=piece.id)
    (told,) = (await told_by(stocked, run)).rating
    assert told.evidence
    assert told.evidence.url == piece.url
    await stocked.write(runs.settle, run, Outcome.FAILED, now=now)
    later = await take_on(stocked, guild_id, now)
    (told,) = (await told_by(stocked, later)).rating
    assert told.evidence
    assert told.evidence.url == "https://b.example"


async def test_of_claims_that_as_many_people_asked_for_the_newest_comes_first(
    stocked, guild_id, now
):
    for number, people in ((1, 1), (2, 1), (3, 2), (4, 1)):
        for person in range(people):
            await stocked.write(demand.ask, guild_id, number, user_id=21 + person, now=now)
    run = await take_on(stocked, guild_id, now)
    asked = (await told_by(stocked, run)).asked
    assert [change.claim.number for change in asked] == [3, 4, 2, 1]


async def test_a_claim_that_its_moderator_gave_back_is_not_told_as_overdue(stocked, guild_id, now):
    for number in (1, 2):
        await decided(stocked, guild_id, number, now, Action.TAKE, reason="")
    await decided(stocked, guild_id, 2, now, Action.RELEASE, reason="")
    now += timedelta(days=3)
    await stocked.write(reviews.free_expired, now=now)
    told = (await told_by(stocked, await take_on(stocked, guild_id, now))).checking
    assert [(change.claim.number, change.reason) for change in told] == [(1, "overdue")]


async def test_a_date_to_look_again_is_told_once(stocked, guild_id, now):
    for number, days in ((1, 1), (2, 2)):
        due = now.date() + timedelta(days=days)
        await decided(stocked, guild_id, number, now, Action.RECHECK, recheck_on=due)
    found = []
    for later in (timedelta(days=1), timedelta(days=1, hours=3), timedelta(days=2)):
        run = await take_on(stocked, guild_id, now + later)
        told = (await told_by(stocked, run)).recheck
        found.append([change.claim.number for change in told])
        await sent(stocked, run)
    assert found == [[1], [], [2]]


async def test_what_waits_for_a_second_moderator_says_its_reason_to_nobody(stocked, guild_id, now):
    await decided(stocked, guild_id, 1, now)
    await stocked.write(servers.set_rules, guild_id, two_person=True)
    await decided(stocked, guild_id, 1, now, rating=Rating.MIXED, reason="Withheld.")
    (told,) = (await told_by(stocked, await take_on(stocked, guild_id, now))).rating
    assert (told.claim.standing.published, told.reason) == (Rating.FALSE, "Counted.")


async def test_what_is_asked_for_is_told_from_the_chosen_worth_on(stocked, guild_id, now):
    for number in (1, 3):
        await stocked.write(demand.ask, guild_id, number, user_id=21, now=now)
    run = await take_on(stocked, guild_id, now)
    told = await stocked.read(news.digest, run, Choice(least_worth=0.5))
    assert [change.claim.number for change in told.asked] == [1]


async def test_done_and_undone_leaves_no_trace(stocked, guild_id, now):
    await sent(stocked, await take_on(stocked, guild_id, now))
    await decided(stocked, guild_id, 1, now)
    await stocked.write(reviews.undo, guild_id, 1, actor=11, now=now)
    run = await take_on(stocked, guild_id, now)
    assert (await told_by(stocked, run)).is_empty


async def test_a_merged_claim_is_no_new_one_but_what_absorbed_it_is(stocked, guild_id, now):
    for number in (1, 4):
        await decided(stocked, guild_id, number, now)
    for number in (2, 4):
        await decided(stocked, guild_id, number, now, Action.MERGE, into=1, reason="Says the same.")
    run = await take_on(stocked, guild_id, now)
    told = await told_by(stocked, run)
    assert [c.claim.number for c in told.rating] == [1]
    assert [c.claim.number for c in told.addition] == [3]
    assert told.unlisted == 0


async def test_new_claims_are_listed_page_by_page_as_the_digest_has_them(
    ledger, guild_id, article, found, now
):
    for number in range(3):
        many = [
            found[0].model_copy(update={"text": f"{number} of {n}", "check_worthiness": n / 100})
            for n in range(30)
        ]
        other = article.model_copy(
            update={"title": f"T{number}", "text": f"{article.text}{number}"}
        )
        await ledger.write(articles.add, guild_id, other, many, actor=0, now=now)
    run = await take_on(ledger, guild_id, now)
    told = [c.claim.number for c in (await told_by(ledger, run)).addition]
    assert len(told) == news.LISTED
    pages = []
    for start in range(3, 90, 8):
        page = await ledger.read(news.digest, run, Choice(), start=start, most=8)
        pages += [c.claim.number for c in page.addition]
        assert page.count(Section.ADDITION) == 90
    assert pages[: news.LISTED - 3] == told[3:]
    assert len({*told[:3], *pages}) == 90


async def test_what_was_merged_waits_for_nobody(stocked, guild_id, now):
    await decided(
        stocked, guild_id, 2, now, Action.RECHECK, recheck_on=now.date() + timedelta(days=1)
    )
    await stocked.write(demand.ask, guild_id, 2, user_id=21, now=now)
    now += timedelta(days=1)
    before = await told_by(stocked, await stocked.read(preview, guild_id, channel_id=8, now=now))
    assert [len(before.of(s)) for s in (Section.ASKED, Section.RECHECK)] == [1, 1]
    await decided(stocked, guild_id, 2, now, Action.MERGE, into=1, reason="Says the same.")
    after = await told_by(stocked, await stocked.read(preview, guild_id, channel_id=8, now=now))
    assert [c.claim.number for c in (*after.asked, *after.recheck)] == [1]


async def test_a_rating_undone_after_it_was_told_is_a_correction(stocked, guild_id, now):
    await decided(stocked, guild_id, 1, now)
    await sent(stocked, await take_on(stocked, guild_id, now))
    await stocked.write(reviews.undo, guild_id, 1, actor=11, now=now)
    run = await take_on(stocked, guild_id, now)
    (told,) = (await told_by(stocked, run)).correction
    assert told.before
    assert (told.before.published, told.claim.standing.stage) == (Rating.FALSE, Stage.OPEN)
    assert (told.reason, told.evidence) == ("", None)


async def test_a_rating_keeps_its_reason_when_what_followed_was_undone(stocked, guild_id, now):
    await decided(stocked, guild_id, 1, now)
    await decided(stocked, guild_id, 1, now, Action.DISPUTE, reason="Recount.")
    await stocked.write(reviews.undo, guild_id, 1, actor=11, now=now)
    run = await take_on(stocked, guild_id, now)
    (told,) = (await told_by(stocked, run)).rating
    assert told.reason == "Counted."


async def test_a_dispute_is_told_with_its_own_reason(stocked, guild_id, now):
    await decided(stocked, guild_id, 1, now)
    await sent(stocked, await take_on(stocked, guild_id, now))
    await decided(stocked, guild_id, 1, now, Action.DISPUTE, reason="Recount.")
    run = await take_on(stocked, guild_id, now)
    (told,) = (await told_by(stocked, run)).dispute
    assert told.reason == "Recount."


async def test_another_servers_digest_ends_nobody_elses(stocked, guild_id, article, found, now):
    await stocked.write(articles.add, ELSEWHERE, article, found, actor=0, now=now)
    await sent(stocked, await take_on(stocked, ELSEWHERE, now))
    run = await take_on(stocked, guild_id, now)
    assert await numbers(stocked, run) == [1, 2, 3, 4]


async def test_other_servers_events_are_not_told(stocked, guild_id, article, found, now):
    await stocked.write(articles.add, ELSEWHERE, article, found[:1], actor=0, now=now)
    run = await take_on(stocked, ELSEWHERE, now)
    changes = all_of(await told_by(stocked, run))
    assert [(c.claim.number, c.article) for c in changes] == [(1, article.title)]
