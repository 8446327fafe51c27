"""
A ledger of every earlier version, with content, becomes one of today and says the same.

`version_1.sql` was written by the code of version 1, `version_1.json` is what that code told of
it: claims that were rated, undone, disputed, corrected, dropped and reopened, in two servers.
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic_core import to_jsonable_python

from claims.ledger import open_ledger, servers
from claims.ledger.articles import articles
from claims.ledger.digests import digests
from claims.ledger.history import audit
from claims.ledger.keeping import checks
from claims.ledger.lookup import claims, search
from claims.ledger.members import follows, shared_messages
from claims.ledger.store import migrate
from claims.ledger.store.opening import open_writer
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.claims import Rating
from claims.records.lists import Filter

HERE = Path(__file__).parent
OLD = (HERE / "version_1.sql").read_text(encoding="utf-8")
ANSWERS: dict[str, Any] = json.loads((HERE / "version_1.json").read_text(encoding="utf-8"))


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A ledger as version 1 left it."""
    path = tmp_path / "old.db"
    db = sqlite3.connect(path)
    db.executescript(OLD)
    db.close()
    return path


@pytest.fixture
def db(old: Path) -> Iterator[sqlite3.Connection]:
    """The same ledger, brought up to date."""
    opened = open_writer(old)
    yield opened
    opened.close()


def plain(value: object) -> object:
    """What a record or tuple holds, as JSON would have it."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: plain(item) for name, item in value._asdict().items()}
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    return to_jsonable_python(value)


def told_now(before: object, now: object) -> object:
    """What is told now, reduced to the fields that were told before; those are compared."""
    if isinstance(before, dict):
        assert isinstance(now, dict)
        return {key: told_now(value, now.get(key, "missing")) for key, value in before.items()}
    if isinstance(before, list):
        assert isinstance(now, list)
        assert len(before) == len(now)
        return [told_now(*pair) for pair in zip(before, now, strict=True)]
    return now


@pytest.mark.parametrize("guild_id", [1001, 2002])
def test_every_card_and_every_history_says_what_it_said(
    db: sqlite3.Connection, guild_id: int
) -> None:
    answers = ANSWERS[str(guild_id)]
    for number, before in enumerate(answers["cards"], start=1):
        card = plain(claims.card(db, guild_id, number))
        assert told_now(before, card) == before
    for number, before in enumerate(answers["histories"], start=1):
        events, more = claims.history(db, guild_id, number, size=50)
        now = [plain(event) for event in events]
        assert told_now(before, now) == before
        assert more is None


def test_what_servers_and_people_chose_is_kept(db: sqlite3.Connection) -> None:
    assert servers.get(db, 1001).moderator_role_id == 77
    assert servers.get(db, 2002).moderator_role_id is None
    assert [n for n in range(1, 6) if follows.is_following(db, 1001, n, user_id=7)] == [1, 2]
    schedule = digests.get_schedule(db, 1001)
    assert schedule is not None
    assert "Europe/Oslo" in str(schedule)


def test_the_file_is_whole_and_its_history_chained(db: sqlite3.Connection) -> None:
    assert migrate.version(db) == len(migrate.migrations())
    assert list(checks.whole(db)) == []
    assert {len(row["hash"]) for row in db.execute("SELECT hash FROM event")} == {64}
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute("UPDATE event SET reason = 'x'")


def test_old_evidence_is_covered_by_the_audit(db: sqlite3.Connection) -> None:
    db.execute("UPDATE evidence SET url = 'https://other.example/' WHERE id = 1")
    assert [each.number for each in audit.breaks(db)] == [1]


def test_what_stood_before_seals_is_told_as_what_stood_on_that_day(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = migrate.migrations()
    db = sqlite3.connect(old, isolation_level=None)
    db.row_factory = sqlite3.Row
    monkeypatch.setattr(migrate, "migrations", lambda: steps[:14])
    migrate.migrate(db)
    events = list(map(tuple, db.execute("SELECT * FROM event ORDER BY id")))
    monkeypatch.undo()
    migrate.migrate(db)
    assert list(map(tuple, db.execute("SELECT * FROM event ORDER BY id"))) == events
    told = db.execute("SELECT guild_id, stood_at > 0 FROM seal ORDER BY guild_id").fetchall()
    assert list(map(tuple, told)) == [(1001, 1), (2002, 1)]
    assert list(audit.breaks(db)) == []
    db.execute("UPDATE article SET title = 'Another' WHERE guild_id = 2002")
    assert {each.guild_id for each in audit.breaks(db)} == {2002}
    db.close()


def test_old_claims_are_found_by_words_and_recognised_in_new_articles(
    db: sqlite3.Connection,
) -> None:
    assert 1 in [claim.number for claim in claims.suggest(db, 1001, "harb")]
    text = "Once more: the two cranes had stood still for nine weeks."
    words = "the two cranes had stood still for nine weeks"
    again = Claim(
        text=words.capitalize(),
        content=(Span(text.index(words), text.index(words) + len(words)),),
        kind=Kind.INDIRECT,
        group=0,
        source=Source(name="Ida Lund", type=SourceType.PERSON),
        check_worthiness=0.7,
    )
    before = claims.card(db, 1001, 2)
    now = datetime(2026, 4, 1, tzinfo=UTC)
    added = articles.add(db, 1001, Article(text=text), [again], actor=0, now=now)
    assert (added.new, added.known) == ((), (2,))
    after = claims.card(db, 1001, 2)
    assert len(after.appearances) == len(before.appearances) + 1
    assert after.origins == before.origins


def test_shared_cards_are_known_still_and_correct_themselves(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Version 10 knew cards only."""
    steps = migrate.migrations()
    db = sqlite3.connect(old, isolation_level=None)
    db.row_factory = sqlite3.Row
    monkeypatch.setattr(migrate, "migrations", lambda: steps[:10])
    migrate.migrate(db)
    db.execute("INSERT INTO shown VALUES (1001, 77, 5, 1, 0, 'false', 0)")
    db.execute("INSERT INTO shown VALUES (1001, 78, 5, 2, 99, NULL, 1)")
    monkeypatch.undo()
    migrate.migrate(db)
    shared_messages.mark(db, 1001, 1)
    assert shared_messages.outdated(db) == [
        shared_messages.Shown(
            1001, 78, 5, shared_messages.SharedView(shared_messages.What.CARD, number=2)
        ),
        shared_messages.Shown(
            1001, 77, 5, shared_messages.SharedView(shared_messages.What.CARD, number=1)
        ),
    ]
    assert shared_messages.tell(db, 1001, 1, Rating.MIXED) == {5: Rating.FALSE}
    assert shared_messages.tell(db, 1001, 1, Rating.MIXED) == {}
    db.close()


def test_shared_lists_are_known_still_and_correct_themselves(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Version 12 knew lists of an article's and of a source's claims."""
    steps = migrate.migrations()
    db = sqlite3.connect(old, isolation_level=None)
    db.row_factory = sqlite3.Row
    monkeypatch.setattr(migrate, "migrations", lambda: steps[:12])
    migrate.migrate(db)
    (source_id,) = db.execute(
        "SELECT source_id FROM claim WHERE guild_id = 1001 AND number = 1"
    ).fetchone()
    listed = "INSERT INTO shown_message (guild_id, message_id, channel_id, article_id, source_id"
    db.execute(f"{listed}, place) VALUES (1001, 77, 5, 1, NULL, 3)")
    db.execute("INSERT INTO shown_claim VALUES (1001, 77, 2, 0, 'false')")
    db.execute(f"{listed}) VALUES (1001, 78, 5, NULL, ?)", (source_id,))
    monkeypatch.undo()
    migrate.migrate(db)
    shared_messages.mark(db, 1001, 1)
    shared_messages.mark(db, 1001, 2)
    assert [each.subject for each in shared_messages.outdated(db)] == [
        shared_messages.SharedView(shared_messages.What.SOURCE, source_id=source_id),
        shared_messages.SharedView(shared_messages.What.ARTICLE, article_id=1, place=3),
    ]
    assert shared_messages.tell(db, 1001, 2, Rating.MIXED) == {5: Rating.FALSE}
    assert list(checks.whole(db)) == []
    db.close()


def test_old_claims_are_found_by_the_letters_that_people_type(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Version 17 indexed special letters as they stand."""
    steps = migrate.migrations()
    db = sqlite3.connect(old, isolation_level=None)
    db.row_factory = sqlite3.Row
    monkeypatch.setattr(migrate, "migrations", lambda: steps[:17])
    migrate.migrate(db)
    db.execute("UPDATE claim SET text = 'Trams stop in Łódź' WHERE guild_id = 1001 AND number = 2")
    db.execute("UPDATE source SET name = 'Søren Holt' WHERE guild_id = 2002")
    for index in ("claim_search", "claim_typed"):
        db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    before = [tuple(row) for row in db.execute("SELECT * FROM claim ORDER BY id")]
    monkeypatch.undo()
    migrate.migrate(db)
    assert [tuple(row) for row in db.execute("SELECT * FROM claim ORDER BY id")] == before
    assert [claim.number for claim in claims.suggest(db, 1001, "lodz")] == [2]
    assert claims.page(db, 2002, Filter(words="soren")).claims
    assert search.in_step(db)
    db.close()


async def test_it_is_brought_up_to_date_by_opening_it(old: Path) -> None:
    async with open_ledger(old) as ledger:
        assert (await ledger.read(claims.get, 2002, 3)).standing.rating == "misleading"


def statements(script: str) -> list[str]:
    """Cut a script into its statements, as SQLite does."""
    found, begun = [], ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found


@pytest.mark.parametrize("version", range(1, len(migrate.migrations())))
def test_a_step_that_fails_anywhere_leaves_the_version_before_it_untouched(
    old: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: int
) -> None:
    """Cut short after each of its statements in turn, and before it is told as done."""
    steps = migrate.migrations()
    script = statements(steps[version].read_text(encoding="utf-8"))
    db = sqlite3.connect(old, isolation_level=None)
    db.row_factory = sqlite3.Row
    monkeypatch.setattr(migrate, "migrations", lambda: steps[:version])
    migrate.migrate(db)
    before = _content(db)
    broken = tmp_path / Path(steps[version].name).name
    monkeypatch.setattr(migrate, "migrations", lambda: [*steps[:version], broken])
    for place in range(1, len(script) + 1):
        broken.write_text("".join(script[:place]) + "DROP TABLE nowhere;", encoding="utf-8")
        with pytest.raises(sqlite3.OperationalError, match="nowhere"):
            migrate.migrate(db)
        assert (not db.in_transaction, _content(db)) == (True, before)
    monkeypatch.setattr(migrate, "migrations", lambda: steps)
    monkeypatch.setitem(migrate.AFTER, steps[version].name, _fail)
    with pytest.raises(RuntimeError, match="cut short"):
        migrate.migrate(db)
    assert (not db.in_transaction, _content(db)) == (True, before)
    monkeypatch.undo()
    migrate.migrate(db)
    assert list(checks.whole(db)) == []
    db.close()


def _fail(_db: sqlite3.Connection) -> None:
    raise RuntimeError("cut short")


def _content(db: sqlite3.Connection) -> tuple[object, ...]:
    return (db.execute("PRAGMA user_version").fetchone()[0], *db.iterdump())
