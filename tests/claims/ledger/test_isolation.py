"""Servers share a file and nothing else, whatever is done in whichever of them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from claims.errors import ClaimsError
from claims.ledger import servers
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.keeping import checks, exporting, importing, retention, sheet
from claims.ledger.lookup import claims
from claims.ledger.members import follows, people
from claims.ledger.store.opening import open_writer
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.claims import Evidence, Rating
from claims.records.decisions import Act, Action
from tests.claims.ledger.conftest import Rows, everything

GUILDS = (11, 22, 33)
MARKS = {11: "Amberg", 22: "Borsund", 33: "Cadmoor"}
"""A word that only one server's texts have."""

PEOPLE = st.integers(101, 103)
NUMBERS = st.integers(1, 6)
SERVERS = st.sampled_from(GUILDS)
ACTIONS = [action for action in Action if action not in (Action.ADD, Action.UNDO, Action.UNMERGE)]


class Desk(RuleBasedStateMachine):
    """
    Three servers at work. After each step in one, the rows of the others are what they were,
    and nothing that a server is told has another one's word in it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = TemporaryDirectory()
        self.db = open_writer(Path(self.folder.name) / "ledger.db")
        self.now = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
        self.texts = 0
        self.exports: dict[int, list[str]] = {}

    def teardown(self) -> None:
        try:
            assert list(checks.whole(self.db)) == []
        finally:
            self.db.close()
            self.folder.cleanup()

    @initialize()
    def open_for_work(self) -> None:
        """Everybody has done something everywhere, so that steps meet something to spoil."""
        for guild_id in GUILDS:
            for number, person in enumerate((101, 102, 103), start=1):
                self.add(guild_id, person, repeated=False)
                self.follow(guild_id, number, person)
                self.decide(guild_id, number, person, Action.RATE, 1)

    def within(self, guild_id: int, operation: Callable[[], object]) -> None:
        """Do it as one transaction, and see that no other server noticed."""
        before = self.others(guild_id)
        self.now += timedelta(minutes=1)
        self.db.execute("BEGIN IMMEDIATE")
        try:
            operation()
            self.db.execute("COMMIT")
        except ClaimsError:
            self.db.execute("ROLLBACK")
        assert self.others(guild_id) == before

    def others(self, guild_id: int) -> dict[int, Rows]:
        return {other: everything(self.db, other) for other in GUILDS if other != guild_id}

    @rule(guild_id=SERVERS, person=PEOPLE, repeated=st.booleans())
    def add(self, guild_id: int, person: int, repeated: bool) -> None:
        self.texts += 1
        mark = MARKS[guild_id]
        place = f"{mark} {0 if repeated else self.texts}"
        said = f"Rents fell by four percent in {place}"
        text = f"{said}, said Mayor {mark} Lund. Text {self.texts}."
        claim = Claim(
            text=said,
            content=(Span(0, len(said)),),
            kind=Kind.INDIRECT,
            group=0,
            source=Source(name=f"{mark} Lund", type=SourceType.PERSON),
            check_worthiness=0.5,
        )
        article = Article(text=text, title=f"News of {mark}")
        self.within(
            guild_id,
            lambda: articles.add(self.db, guild_id, article, [claim], actor=person, now=self.now),
        )

    @rule(
        guild_id=SERVERS,
        number=NUMBERS,
        person=PEOPLE,
        action=st.sampled_from(ACTIONS),
        other=NUMBERS,
    )
    def decide(self, guild_id: int, number: int, person: int, action: Action, other: int) -> None:
        mark = MARKS[guild_id]
        act = Act(
            action=action,
            actor=person,
            reason=f"So they say in {mark}.",
            rating=Rating.MIXED if action is Action.RATE else None,
            evidence=(Evidence(url=f"https://{mark.lower()}.example/{self.texts}"),)
            if action in (Action.RATE, Action.EVIDENCE)
            else (),
            text=f"Rents rose in {mark} {self.texts}" if action is Action.EDIT else None,
            source=f"{mark} {('Lund', 'Brandt')[other % 2]}" if action is Action.EDIT else None,
            add_tags=(mark.lower(),) if action is Action.TAG else (),
            into=other if action is Action.MERGE else None,
            withdraw=other if action is Action.WITHDRAW else None,
        )
        self.within(guild_id, lambda: reviews.act(self.db, guild_id, number, act, now=self.now))

    @rule(guild_id=SERVERS, number=NUMBERS, person=PEOPLE)
    def undo(self, guild_id: int, number: int, person: int) -> None:
        self.within(
            guild_id, lambda: reviews.undo(self.db, guild_id, number, actor=person, now=self.now)
        )

    @rule(guild_id=SERVERS, number=NUMBERS, person=PEOPLE)
    def follow(self, guild_id: int, number: int, person: int) -> None:
        self.within(
            guild_id,
            lambda: follows.follow(self.db, guild_id, number, user_id=person, now=self.now),
        )

    @rule(guild_id=SERVERS, role=st.integers(1, 9))
    def choose(self, guild_id: int, role: int) -> None:
        self.within(guild_id, lambda: servers.set_moderators(self.db, guild_id, role))

    @rule(guild_id=SERVERS, person=PEOPLE)
    def erase_person(self, guild_id: int, person: int) -> None:
        self.within(guild_id, lambda: people.erase(self.db, guild_id, person))

    @rule(guild_id=SERVERS)
    def erase_departed(self, guild_id: int) -> None:
        def erase() -> None:
            retention.bot_left(self.db, guild_id, now=self.now)
            retention.erase_departed(self.db, now=self.now, after=timedelta())

        self.within(guild_id, erase)
        assert not any(everything(self.db, guild_id).values())

    @rule(guild_id=SERVERS)
    def export(self, guild_id: int) -> None:
        lines: list[str] = []
        self.within(guild_id, lambda: exporting.export(self.db, guild_id, lines.append))
        if self.db.execute("SELECT 1 FROM server WHERE guild_id = ?", (guild_id,)).fetchone():
            self.exports[guild_id] = lines

    @precondition(lambda self: self.exports)
    @rule(data=st.data())
    def import_(self, data: st.DataObject) -> None:
        """Back into the server that it came from, if that was erased since."""
        guild_id = data.draw(st.sampled_from(sorted(self.exports)))
        lines = self.exports[guild_id]
        if any(everything(self.db, guild_id).values()):
            return
        self.within(guild_id, lambda: importing.import_(self.db, guild_id, lines))
        again: list[str] = []
        exporting.export(self.db, guild_id, again.append)
        assert again == lines

    @invariant()
    def nobody_is_told_of_another_server(self) -> None:
        for guild_id in GUILDS:
            told = str(
                [
                    claims.suggest(self.db, guild_id, words)
                    for words in ("", "rents", "1", "lund", *MARKS.values())
                ]
                + [sheet.claims(self.db, guild_id)]
                + [people.export(self.db, guild_id, person) for person in (101, 102, 103)]
                + [claims.page(self.db, guild_id)]
            )
            for other, mark in MARKS.items():
                assert other == guild_id or mark not in told

    @invariant()
    def numbers_start_at_one_in_each(self) -> None:
        for guild_id in GUILDS:
            numbers = [row.number for row in sheet.claims(self.db, guild_id)]
            assert numbers == list(range(1, len(numbers) + 1))


def test_no_sequence_of_operations_in_one_server_touches_or_shows_another() -> None:
    run_state_machine_as_test(
        Desk,
        settings=settings(
            max_examples=15,
            stateful_step_count=30,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
