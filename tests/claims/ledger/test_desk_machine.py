"""Random moves, legal and not, by several people, undo included: the ledger against a model."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from typing import NoReturn, Unpack

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.articles import articles
from claims.ledger.decisions import evidence, matches, reports, reviews, tags
from claims.ledger.history import seals
from claims.ledger.keeping import checks
from claims.ledger.lookup import claims
from claims.ledger.members import people
from claims.models import Article, Claim, Span
from claims.records.claims import Rating
from claims.records.decisions import Act, Action
from tests.claims.acting import Fields
from tests.claims.ledger.desk_model import LINKS, SOURCES, Desk, Given, NoError
from tests.simulate.played import HARBOUR, ledger_in_memory, said

GUILD = 1001
TEXTS = ("The cranes stood still", "Nobody was asked", "Rents fell by 4%")
EDITS = ("Both cranes stood still", "Nobody at all was asked")
START = datetime(2026, 3, 2, 12, tzinfo=UTC)

NUMBERS = st.sampled_from(range(1, len(TEXTS) + 1))
PEOPLE = st.sampled_from((11, 12, 13))
SOME_LINKS = st.lists(st.sampled_from(sorted(LINKS)), max_size=2, unique=True)
TAGS = st.frozensets(st.sampled_from(("a", "b")))


class DeskMachine(RuleBasedStateMachine):
    """Each rule does one thing to both; they have to agree on whether, and on what came of it."""

    @initialize()
    def open(self) -> None:
        self.db = ledger_in_memory()
        with self.transaction():
            articles.add(self.db, GUILD, HARBOUR, said(TEXTS), actor=0, now=START)
        self.model = Desk(TEXTS, "Ida Lund", START)
        self.acts = 0
        self.articles = 0

    @contextmanager
    def transaction(self) -> Iterator[None]:
        self.db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self.db.execute("ROLLBACK")
            raise
        self.db.execute("COMMIT")

    def agree(self, on_model: Callable[[], object], on_ledger: Callable[[], object]) -> None:
        """Do both; they agree on whether it may be done."""
        try:
            on_model()
        except NoError:
            allowed = False
        else:
            allowed = True
        refusal = None
        try:
            with self.transaction():
                on_ledger()
        except RefusedError as refused:
            refusal = str(refused)
        assert allowed == (refusal is None), refusal or "the ledger allowed it"

    def decide(
        self, number: int, action: Action, actor: int, asked: Fields, **given: Unpack[Given]
    ) -> None:
        self.acts += 1
        reason: Fields = {"reason": f"reason {self.acts}"}
        act = Act(action=action, actor=actor, **(reason | asked))
        self.agree(
            lambda: self.model.act(number, action, actor, **given),
            lambda: reviews.act(self.db, GUILD, number, act, now=self.model.now),
        )

    @rule(number=NUMBERS, actor=PEOPLE, action=st.sampled_from(
        (Action.TAKE, Action.RELEASE, Action.DISPUTE, Action.REOPEN, Action.DROP, Action.UNMERGE)
    ))  # fmt: skip
    def move(self, number, actor, action):
        self.decide(number, action, actor, {})

    @rule(
        number=NUMBERS,
        actor=PEOPLE,
        rating=st.sampled_from((Rating.FALSE, Rating.MIXED)),
        links=SOME_LINKS,
    )
    def rate(self, number, actor, rating, links):
        asked: Fields = {"rating": rating, "evidence": tuple(LINKS[link] for link in links)}
        self.decide(number, Action.RATE, actor, asked, rating=rating, links=links)

    @rule(number=NUMBERS, actor=PEOPLE, links=SOME_LINKS)
    def bring(self, number, actor, links):
        asked: Fields = {"evidence": tuple(LINKS[link] for link in links)}
        self.decide(number, Action.EVIDENCE, actor, asked, links=links)

    @rule(number=NUMBERS, actor=PEOPLE, link=st.sampled_from(sorted(LINKS)))
    def withdraw(self, number, actor, link):
        known = {piece.url: piece.id for piece in evidence.of(self.db, GUILD, number)}
        asked: Fields = {"withdraw": known.get(LINKS[link].url, 10**9)}
        self.decide(number, Action.WITHDRAW, actor, asked, link=link)

    @rule(
        number=NUMBERS,
        actor=PEOPLE,
        text=st.sampled_from((None, *TEXTS, *EDITS)),
        source=st.sampled_from((None, *SOURCES)),
    )
    def edit(self, number, actor, text, source):
        asked: Fields = {"text": text, "source": source}
        self.decide(number, Action.EDIT, actor, asked, text=text, source=source)

    @rule(number=NUMBERS, actor=PEOPLE, add=TAGS, remove=TAGS)
    def tag(self, number, actor, add, remove):
        asked: Fields = {"add_tags": tuple(add), "remove_tags": tuple(remove)}
        self.decide(number, Action.TAG, actor, asked, add=add, remove=remove)

    @rule(number=NUMBERS, actor=PEOPLE, days=st.sampled_from((None, 0, 1, 30)))
    def recheck(self, number, actor, days):
        on = None if days is None else (self.model.now + timedelta(days=days)).date()
        self.decide(number, Action.RECHECK, actor, {"recheck_on": on}, on=on)

    @rule(number=NUMBERS, actor=PEOPLE, into=NUMBERS)
    def merge(self, number, actor, into):
        self.decide(number, Action.MERGE, actor, {"into": into}, into=into)

    @rule(number=NUMBERS, actor=PEOPLE)
    def undo(self, number: int, actor: int) -> None:
        self.agree(
            lambda: self.model.undo(number),
            lambda: reviews.undo(self.db, GUILD, number, actor=actor, now=self.model.now),
        )

    @rule(number=NUMBERS, actor=PEOPLE, behind=st.sampled_from((1, 2)))
    def act_on_an_old_card(self, number, actor, behind):
        seen = self.model.claims[number].version - behind
        act = Act(action=Action.DROP, actor=actor, reason="x", seen=seen)

        def refused() -> NoReturn:
            raise NoError

        self.agree(refused, lambda: reviews.act(self.db, GUILD, number, act, now=self.model.now))

    @rule(minutes=st.sampled_from((0, 5, 16, 49 * 60, -90)))
    def wait(self, minutes):
        """Let time pass, or not, or have somebody set the clock back."""
        self.model.now += timedelta(minutes=minutes)
        self.model.free_expired()
        with self.transaction():
            reviews.free_expired(self.db, now=self.model.now)

    @rule(two_person=st.booleans())
    def choose_rules(self, two_person):
        self.model.two_person = two_person
        with self.transaction():
            servers.set_rules(self.db, GUILD, two_person=two_person)

    @rule(number=NUMBERS, publisher=st.sampled_from(("Norvik Courier", "Harbour Post")))
    def publish_again(self, number, publisher):
        """Another article has a claim that is known; its text by another publisher adds nothing."""
        claim = claims.get(self.db, GUILD, number)
        self.articles += publisher == "Norvik Courier"
        text = f"More harbour news, the {self.articles}th."
        again = Claim(
            text=claim.text,
            content=(Span(0, 4),),
            kind=claim.kind,
            group=0,
            source=claim.source,
            check_worthiness=0.5,
        )
        article = Article(text=text, publisher=publisher)
        with self.transaction():
            added = articles.add(self.db, GUILD, article, [again], actor=11, now=self.model.now)
        assert added.new == ()

    @rule(number=NUMBERS, person=PEOPLE)
    def report(self, number, person):
        with suppress(RefusedError), self.transaction():
            reports.add(self.db, GUILD, number, user_id=person, reason="x", now=self.model.now)

    @rule(actor=PEOPLE)
    def answer(self, actor):
        """Reject the oldest report that waits."""
        for each in reports.waiting(self.db, GUILD, size=1):
            with self.transaction():
                reports.reject(self.db, GUILD, each.id, actor=actor, reason="No.")

    @rule(number=NUMBERS, other=NUMBERS, actor=PEOPLE)
    def keep_apart(self, number, other, actor):
        with suppress(RefusedError), self.transaction():
            matches.reject(self.db, GUILD, number, other, actor=actor)

    @invariant()
    def the_history_explains_every_row(self):
        assert list(seals.unexplained(self.db, GUILD)) == []

    @invariant()
    def the_ledger_is_what_the_model_is(self):
        for number, expected in self.model.claims.items():
            claim = claims.get(self.db, GUILD, number)
            standing = claim.standing
            links = {piece.url for piece in evidence.of(self.db, GUILD, number)}
            assert (
                standing.stage,
                standing.published,
                standing.assignee,
                standing.assigned_until,
                standing.merged_into,
                standing.recheck_on,
                claim.text,
                claim.source.name,
                claim.version,
                frozenset(tags.of(self.db, GUILD, number)),
                links,
            ) == (
                expected.stage,
                expected.published,
                expected.assignee,
                expected.until if expected.stage == "checking" else None,
                expected.into,
                expected.recheck,
                expected.text,
                expected.source,
                expected.version,
                expected.tags,
                {LINKS[link].url for link in expected.links},
            )

    def teardown(self):
        if hasattr(self, "db"):
            try:
                assert list(checks.whole(self.db)) == []
                with self.transaction():
                    for person in (11, 12, 13):
                        people.erase(self.db, GUILD, person)
                assert list(checks.whole(self.db)) == []
            finally:
                self.db.close()


DeskMachine.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=40,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
TestDesk = DeskMachine.TestCase
