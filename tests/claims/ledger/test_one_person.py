"""Who was erased and comes back is the same person wherever that decides something."""

import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Concatenate, Unpack

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.articles import articles
from claims.ledger.decisions import evidence, reports, reviews
from claims.ledger.history import audit, history
from claims.ledger.intake import asks
from claims.ledger.keeping import checks
from claims.ledger.lookup import claims, queue
from claims.ledger.members import demand, notices, people
from claims.ledger.store import migrate
from claims.models import Article
from claims.records.claims import Evidence, Grade, Rating, Stance
from claims.records.decisions import Action
from claims.records.lists import Filter
from claims.records.servers import Quiet
from claims.rules.identity import pseudonym
from tests.claims.acting import Asked, wanted
from tests.simulate.played import HARBOUR, P, ledger_in_memory, said

GUILD = 1001
START = datetime(2026, 3, 2, 12, tzinfo=UTC)
ANN, BEN, CAY = 11, 12, 13
REGISTER = Evidence(
    url="https://register.example/1", stance=Stance.CONTEXT, note="p. 1", is_primary=True
)
PAPER = Evidence(url="https://paper.example/a", stance=Stance.CONTEXT)
RATE: Asked = {"action": Action.RATE, "rating": Rating.FALSE, "evidence": (REGISTER,)}


@pytest.fixture
async def strict(stocked, guild_id):
    """A ledger with claims, in which a rating takes two persons."""
    await stocked.write(servers.set_rules, guild_id, two_person=True)
    return stocked


async def test_nobody_confirms_a_proposal_that_was_theirs_before_they_were_erased(
    strict, guild_id, now
):
    await strict.write(reviews.act, guild_id, 1, wanted(ANN, **RATE), now=now)
    await strict.write(people.erase, guild_id, ANN)
    for rating in (Rating.FALSE, Rating.MIXED):
        again = wanted(ANN, **RATE | {"rating": rating})
        with pytest.raises(RefusedError, match="You proposed this rating"):
            await strict.write(reviews.act, guild_id, 1, again, now=now)
    card = await strict.write(reviews.act, guild_id, 1, wanted(BEN, **RATE), now=now)
    assert card.claim.standing.published == "false"
    assert await strict.read(audit.all_breaks) == []


async def test_what_somebody_takes_stays_theirs_in_the_queue(strict, guild_id, now):
    await strict.write(reviews.act, guild_id, 1, wanted(ANN, action=Action.TAKE), now=now)
    await strict.write(reviews.act, guild_id, 2, wanted(ANN, **RATE), now=now)
    await strict.write(people.erase, guild_id, ANN)
    work = await strict.read(queue.page, guild_id, moderator=ANN)
    assert [claim.number for claim in work.own] == [1]
    assert work.proposed == ()
    work = await strict.read(queue.page, guild_id, moderator=BEN)
    assert (work.own, [claim.number for claim in work.proposed]) == ((), [2])


async def test_who_a_former_member_was_is_told_to_nobody_who_looks_for_them(strict, guild_id, now):
    await strict.write(reviews.act, guild_id, 1, wanted(ANN, action=Action.TAKE), now=now)
    await strict.write(people.erase, guild_id, ANN)
    assert (await strict.read(claims.page, guild_id, Filter(assignee=ANN))).claims == ()


async def test_an_objection_is_made_once_by_one_person(stocked, guild_id, now):
    await stocked.write(reviews.act, guild_id, 1, wanted(BEN, **RATE), now=now)
    await stocked.write(reports.add, guild_id, 1, user_id=ANN, reason="Old.", now=now)
    await stocked.write(people.erase, guild_id, ANN)
    with pytest.raises(RefusedError, match="waits for a moderator already"):
        await stocked.write(reports.add, guild_id, 1, user_id=ANN, reason="Old.", now=now)


async def test_a_check_is_asked_for_once_by_one_person(stocked, guild_id, now):
    await stocked.write(demand.ask, guild_id, 1, user_id=ANN, now=now)
    await stocked.write(people.erase, guild_id, ANN)
    again = await stocked.write(demand.ask, guild_id, 1, user_id=ANN, now=now)
    assert (again.people, again.is_new) == (1, False)
    await stocked.write(demand.ask, guild_id, 2, user_id=ANN, now=now)
    merge = wanted(BEN, action=Action.MERGE, into=1)
    await stocked.write(reviews.act, guild_id, 2, merge, now=now)
    assert await stocked.read(demand.people, guild_id, 1) == 1


async def test_a_text_is_asked_about_once_by_one_person(stocked, guild_id, now):
    ask_id = await stocked.write(
        asks.look_up, guild_id, Article(text="Rain on Mars."), user_id=7, now=now
    )
    assert await stocked.write(asks.ask, guild_id, ask_id, user_id=ANN, now=now)
    await stocked.write(people.erase, guild_id, ANN)
    assert not await stocked.write(asks.ask, guild_id, ask_id, user_id=ANN, now=now)
    assert (await stocked.read(asks.get, guild_id, ask_id)).people == 1
    # Before the text became a claim, they asked for that one too.
    await stocked.write(demand.ask, guild_id, 1, user_id=ANN, now=now)
    await stocked.write(asks.answer, guild_id, ask_id, [1], now=now)
    assert await stocked.read(demand.people, guild_id, 1) == 1


async def test_nobody_is_asked_for_a_second_opinion_on_their_own(strict, guild_id, now):
    for number, person in ((2, ANN), (3, BEN)):
        await strict.write(
            reviews.act, guild_id, number, wanted(person, action=Action.TAKE), now=now
        )
    await strict.write(reviews.act, guild_id, 1, wanted(ANN, **RATE), now=now)
    await strict.write(people.erase, guild_id, ANN)
    await strict.write(reviews.act, guild_id, 4, wanted(ANN, action=Action.TAKE), now=now)
    due = await strict.write(notices.claim_due, now + timedelta(minutes=2))
    assert [notice.user_id for notice in due if notice.kind == "second"] == [BEN]


async def test_nor_where_somebody_else_proposed_first(strict, guild_id, now):
    await strict.write(reviews.act, guild_id, 2, wanted(BEN, action=Action.TAKE), now=now)
    await strict.write(reviews.act, guild_id, 1, wanted(ANN, **RATE), now=now)
    await strict.write(servers.set_quiet, guild_id, _quiet(now))
    later = now + timedelta(minutes=2)
    assert await strict.write(notices.claim_due, later) == []
    await strict.write(reviews.undo, guild_id, 1, actor=ANN, now=later)
    await strict.write(reviews.act, guild_id, 1, wanted(BEN, **RATE), now=later)
    due = await strict.write(notices.claim_due, now + timedelta(hours=3))
    assert [notice.user_id for notice in due] == [ANN]


def _quiet(now: datetime) -> Quiet:
    """Hours in which it is quiet now and for an hour."""
    return Quiet(zone="UTC", begins=now.time(), ends=(now + timedelta(hours=1)).time())


# What the audit says -------------------------------------------------------------------------


@pytest.fixture
async def alone(strict, guild_id, now, monkeypatch):
    """A rating that an earlier version let one person publish, as two ids."""
    await strict.write(reviews.act, guild_id, 1, wanted(ANN, **RATE), now=now)
    await strict.write(people.erase, guild_id, ANN)
    with monkeypatch.context() as earlier:
        earlier.setattr("claims.rules.rating.awaits_another", lambda *_: False)
        await strict.write(reviews.act, guild_id, 1, wanted(ANN, **RATE), now=now)
    return strict


async def test_a_rating_that_its_own_proposer_confirmed_is_named(alone, guild_id):
    [found] = await alone.read(audit.all_breaks)
    assert (found.guild_id, found.number) == (guild_id, 1)
    assert "whoever proposed this rating confirmed it too" in str(found)


async def test_also_once_they_are_erased_again_and_while_it_is_disputed(alone, guild_id, now):
    await alone.write(people.erase, guild_id, ANN)
    await alone.write(reviews.act, guild_id, 1, wanted(BEN, action=Action.DISPUTE), now=now)
    assert [found.number for found in await alone.read(audit.all_breaks)] == [1]


@pytest.mark.parametrize("mended", ["undo", "reopen", "corrected"])
async def test_not_once_it_no_longer_stands(alone, guild_id, now, mended):
    later = now + timedelta(minutes=1)
    if mended == "undo":
        await alone.write(reviews.undo, guild_id, 1, actor=BEN, now=later)
    elif mended == "reopen":
        await alone.write(reviews.act, guild_id, 1, wanted(BEN, action=Action.REOPEN), now=later)
    else:
        for person in (BEN, CAY):
            act = wanted(person, **RATE | {"reason": "Counted anew."})
            await alone.write(reviews.act, guild_id, 1, act, now=later)
    assert await alone.read(audit.all_breaks) == []


async def test_it_keeps_nobody_from_a_backup(alone, guild_id):
    assert list(await alone.write(lambda db: list(checks.whole(db)))) == []


async def test_no_proposal_that_two_persons_published_is_named(strict, guild_id, now):
    async def act(number: int, person: int, **fields: Unpack[Asked]) -> None:
        await strict.write(reviews.act, guild_id, number, wanted(person, **fields), now=now)

    await act(1, ANN, **RATE)
    await strict.write(reviews.undo, guild_id, 1, actor=ANN, now=now)
    await act(1, BEN, **RATE)  # now it is another one's proposal
    await act(1, ANN, **RATE)
    await act(1, CAY, action=Action.DISPUTE)
    await act(1, ANN, **RATE | {"grade": Grade.MINOR})  # who confirmed corrects,
    await act(1, BEN, **RATE)  # and who proposed confirms that
    await act(2, ANN, **RATE)
    await act(2, BEN, **RATE | {"rating": Rating.MIXED})
    await act(2, BEN, **RATE | {"rating": Rating.MIXED})  # who differed proposes,
    await act(2, ANN, **RATE | {"rating": Rating.MIXED})  # and who was differed from gives in
    await act(3, CAY, action=Action.MERGE, into=2)
    await strict.write(people.erase, guild_id, ANN)
    await strict.write(people.erase, guild_id, BEN)
    assert await strict.read(audit.all_breaks) == []


# Whatever one person does --------------------------------------------------------------------

NUMBERS = st.sampled_from((1, 2, 3))
RATINGS = st.sampled_from((Rating.FALSE, Rating.MIXED, Rating.VERIFIED))
TEXTS = ("The cranes stood still", "Nobody was asked", "Rents fell by 4%")


class OnePerson(RuleBasedStateMachine):
    """One moderator, who is erased and comes back, at whatever else there is to do."""

    @initialize()
    def open(self) -> None:
        self.db = ledger_in_memory()
        self.now = START
        self.do(articles.add, GUILD, HARBOUR, said(TEXTS), actor=ANN, now=self.now)
        self.do(servers.set_rules, GUILD, two_person=True)

    def do(
        self,
        operation: Callable[Concatenate[sqlite3.Connection, P], object],
        *args: P.args,
        **named: P.kwargs,
    ) -> None:
        """Do it, or nothing of it."""
        self.db.execute("BEGIN IMMEDIATE")
        try:
            operation(self.db, *args, **named)
        except RefusedError:
            self.db.execute("ROLLBACK")
        else:
            self.db.execute("COMMIT")

    def act(self, number: int, **fields: Unpack[Asked]) -> None:
        self.do(reviews.act, GUILD, number, wanted(ANN, **fields), now=self.now)

    @rule(number=NUMBERS, rating=RATINGS, link=st.sampled_from((REGISTER, PAPER)))
    def rate(self, number, rating, link):
        self.act(number, action=Action.RATE, rating=rating, evidence=(link,))

    @rule()
    def erase(self):
        self.do(people.erase, GUILD, ANN)

    @rule(number=NUMBERS)
    def undo(self, number):
        self.do(reviews.undo, GUILD, number, actor=ANN, now=self.now)

    @rule(number=NUMBERS, action=st.sampled_from(
        (Action.TAKE, Action.RELEASE, Action.DISPUTE, Action.REOPEN, Action.DROP, Action.UNMERGE)
    ))  # fmt: skip
    def move(self, number, action):
        self.act(number, action=action)

    @rule(number=NUMBERS, into=NUMBERS)
    def merge(self, number, into):
        self.act(number, action=Action.MERGE, into=into)

    @rule(number=NUMBERS)
    def bring(self, number):
        self.act(number, action=Action.EVIDENCE, evidence=(PAPER,))

    @rule(number=NUMBERS)
    def withdraw(self, number):
        for piece in evidence.of(self.db, GUILD, number)[:1]:
            self.act(number, action=Action.WITHDRAW, withdraw=piece.id)

    @rule(number=NUMBERS)
    def object(self, number):
        self.do(reports.add, GUILD, number, user_id=ANN, reason="Old.", now=self.now)
        for report in reports.waiting(self.db, GUILD, number=number):
            self.do(reviews.accept_report, GUILD, report.id, actor=ANN, now=self.now)

    @rule(hours=st.sampled_from((0.1, 49)))
    def wait(self, hours):
        self.now += timedelta(hours=hours)
        self.do(reviews.free_expired, now=self.now)

    @invariant()
    def nothing_is_published(self):
        for number in (1, 2, 3):
            assert claims.get(self.db, GUILD, number).standing.published is None
        assert audit.all_breaks(self.db) == []

    def teardown(self):
        if hasattr(self, "db"):
            self.db.close()


OnePerson.TestCase.settings = settings(
    max_examples=25, stateful_step_count=25, deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
TestOnePerson = OnePerson.TestCase


def test_a_pseudonym_is_what_the_ledger_makes_of_the_id(tmp_path):
    db = sqlite3.connect(tmp_path / "claims.db", isolation_level=None)
    db.row_factory = sqlite3.Row
    migrate.migrate(db)
    servers.ensure(db, GUILD)
    person = history.person(db, GUILD, ANN)
    assert person.names == (ANN, pseudonym(history.salt_of(db, GUILD), ANN))
    db.close()
