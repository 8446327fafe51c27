"""
docs/history.md says of every column what finds a change to it, and that is what finds it.

Each column of the schema has to stand there. Each is changed as somebody would who writes the
file with SQLite, drops the triggers and puts them back; the value is one that the schema allows.
"""

import re
import sqlite3
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime, time
from pathlib import Path

import pytest

from claims.digests.records import Choice, Schedule
from claims.ledger import Ledger, servers
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.digests import digests, due_runs, runs
from claims.ledger.history import audit, history
from claims.ledger.keeping import checks, layout
from claims.ledger.store import migrate
from claims.models import Article, Claim
from claims.records.claims import Evidence
from claims.records.decisions import Act, Action
from claims.records.notices import Outcome
from tests.claims.ledger.conftest import ANN, BEN, OTHER_GUILD

DOCS = Path(__file__).parents[3] / "docs" / "history.md"
FINDERS = ("audit", "check", "nothing")


def told() -> dict[tuple[str, str], str]:
    """What the document says finds a change, by table and column."""
    rows = re.findall(
        r"^\| `(\w+)` \| (.+?) \| (\w+) \| (.*?) \|$",
        DOCS.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    columns = [
        ((table, column), finder)
        for table, names, finder, _why in rows
        for column in re.findall(r"`(\w+)`", names)
    ]
    twice = [column for column, times in Counter(each for each, _ in columns).items() if times > 1]
    assert not twice
    return dict(columns)


def schema() -> list[tuple[str, str]]:
    """Every column of every table with rows of servers."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.row_factory = sqlite3.Row
    migrate.migrate(db)
    found = [(table.name, column) for table in layout.tables(db) for column in table.columns]
    db.close()
    return found


def test_the_document_names_each_column_of_the_schema_and_no_other() -> None:
    assert sorted(told()) == sorted(schema())
    assert set(told().values()) == set(FINDERS)


def test_what_nothing_finds_has_a_reason() -> None:
    rows = re.findall(
        r"^\| `(\w+)` \| .+? \| nothing \| (.*?) \|$",
        DOCS.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    assert rows
    assert [table for table, why in rows if len(why) < len("It is a count.")] == []


@pytest.fixture
async def path(
    busy: Ledger, guild_id: int, article: Article, found: list[Claim], link: Evidence, now: datetime
) -> Path:
    """A ledger of two busy servers with rows of every sort."""
    for server in (guild_id, OTHER_GUILD):
        await busy.write(_fill, server, article, found, link, now)
    return busy.path


def _fill(
    db: sqlite3.Connection,
    guild_id: int,
    article: Article,
    found: list[Claim],
    link: Evidence,
    now: datetime,
) -> None:
    servers.set_rules(db, guild_id, two_person=True)
    servers.set_moderators(db, guild_id, 77)
    again = article.model_copy(update={"text": "“" + article.text, "title": "Once more"})
    added = articles.add(db, guild_id, again, found, actor=ANN, now=now)
    assert added.known
    bring = Act(action=Action.EVIDENCE, actor=ANN, evidence=(link,))
    reviews.act(db, guild_id, 3, bring, now=now)
    schedule = Schedule(
        channel_id=5, local_time=time(9), zone="Europe/Oslo", weekdays=frozenset(range(7))
    )
    digests.set_schedule(db, guild_id, schedule, actor=ANN, now=now)
    digests.set_choice(db, guild_id, Choice(tag="harbour"))
    run = due_runs.claim_now(db, guild_id, request=1, channel_id=5, now=now)
    runs.settle(db, run, Outcome.SENT, now=now, message_id=12)
    for statement in PASSING.split(";"):
        db.execute(statement, {"guild": guild_id, "ann": ANN, "ben": BEN})


PASSING = """
INSERT INTO draft (guild_id, owner, made_at, article) VALUES (:guild, :ann, 5, '{"text": "A."}');
INSERT INTO draft_claim SELECT guild_id, id, 0, '{}', 1, NULL FROM draft WHERE guild_id = :guild;
INSERT INTO ask (guild_id, fingerprint, article, made_at) VALUES (:guild, 'a', '{"text": "A."}', 5);
INSERT INTO asker SELECT guild_id, id, :ann, 5 FROM ask WHERE guild_id = :guild;
INSERT INTO looker SELECT guild_id, id, :ann FROM ask WHERE guild_id = :guild;
INSERT INTO kept_list (guild_id, owner, wanted, made_at) VALUES (:guild, :ann, '{}', 5);
INSERT INTO notice (guild_id, key, user_id, channel_id, news, claimed_at, outcome)
  VALUES (:guild, 'a', :ann, 5, '[]', 5, 'sent');
INSERT INTO shown_message (guild_id, message_id, channel_id, what, number)
  VALUES (:guild, :guild * 2, 5, 'card', 1);
INSERT INTO shown_message (guild_id, message_id, channel_id, what, wanted)
  VALUES (:guild, :guild * 3, 5, 'list', '{}');
INSERT INTO greeting (guild_id, channel_id, claimed_at, attempted_at, outcome)
  VALUES (:guild, 5, 5, 5, 'sent');
INSERT INTO shown_claim VALUES (:guild, :guild * 3, 1, 1, 'false');
INSERT INTO shown_source SELECT guild_id, guild_id * 3, min(id) FROM source WHERE guild_id = :guild
"""


OTHER_VALUES = {
    ("article", "published_on"): "'2020-02-02'",
    ("source", "type"): "'document'",
    ("alias", "type"): "'document'",
    ("alias", "source_id"): "(SELECT max(id) FROM source WHERE guild_id = 1001)",
    ("claim", "kind"): "'narration'",
    (
        "claim",
        "source_id",
    ): "(SELECT max(id) FROM source WHERE guild_id = 1001 AND id <> source_id)",
    ("claim", "stated_from"): "'2020-02-02'",
    ("claim", "stated_to"): "'2030-02-02'",
    ("claim", "stage"): "'dropped'",
    ("claim", "rating"): "'verified'",
    ("claim", "published"): "'verified'",
    ("claim", "recheck_on"): "'2030-02-02'",
    ("claim", "standing"): "json_set(standing, '$.reason', 'Another.')",
    ("appearance", "content"): "'[[1,4]]'",
    ("appearance", "mention"): "'[[1,4]]'",
    ("appearance", "cue"): "'[[1,4]]'",
    ("appearance", "article_id"): "(SELECT max(id) FROM article WHERE guild_id = 2002)",
    ("event", "action"): "'drop'",
    ("event", "before"): "after",
    ("event", "after"): "json_set(after, '$.reason', 'Another.')",
    ("event", "undone"): "1",
    ("event", "detail"): '\'{"now": "Another."}\'',
    ("evidence", "stance"): "'refutes'",
    ("evidence", "is_primary"): "1 - is_primary",
    ("evidence", "brought_with"): "1",
    ("evidence", "withdrawn_by"): "1",
    ("match", "differs"): "'[\"1 / 2\"]'",
    ("match", "outcome"): "'suggested'",
    ("report", "outcome"): "'accepted'",
    ("report", "accepted_with"): "1",
    ("server", "two_person"): "0",
    ("server", "strict_evidence"): "0",
    ("server", "salt"): "x'00'",
    ("server", "quiet_from"): "'20:00'",
    ("server", "quiet_until"): "'20:00'",
    ("server", "zone"): "'Europe/Oslo'",
    ("server", "erasing"): "1",
    ("seal", "event_id"): "2",
    ("seal", "rows"): "'{}'",
    ("digest_schedule", "local_time"): "'10:00'",
    ("digest_schedule", "zone"): "'Europe/Berlin'",
    ("digest_schedule", "weekdays"): "'[1]'",
    ("digest_schedule", "next_run_on"): "'2030-02-02'",
    ("digest_choice", "hidden"): "'[\"corrections\"]'",
    ("digest_choice", "skip_empty"): "1 - skip_empty",
    ("digest_choice", "weekly_on"): "3",
    ("digest_run", "outcome"): "'failed'",
    ("digest_run", "first_on"): "'2020-02-02'",
    ("digest_run", "weekly"): "'2020-02-02'",
    ("tally", "action"): "'drop'",
    ("draft", "article"): '\'{"text": "B."}\'',
    ("ask", "article"): '\'{"text": "B."}\'',
    ("draft_claim", "claim"): "'{\"a\": 1}'",
    ("draft_claim", "kept"): "0",
    ("greeting", "outcome"): "'failed'",
    ("kept_list", "wanted"): "'{\"a\": 1}'",
    ("notice", "kind"): "'recheck'",
    ("notice", "news"): "'[1]'",
    ("notice", "outcome"): "'failed'",
    ("shown_message", "what"): "iif(what = 'card', 'history', 'list')",
    ("shown_message", "number"): "iif(number = 1, 2, NULL)",
    ("shown_message", "wanted"): "iif(wanted = '{}', '{\"a\": 1}', '{}')",
    ("shown_claim", "rating"): "'verified'",
}
"""What to write where one more, or a letter more, would not be a value that the schema allows."""


def another(db: sqlite3.Connection, table: str, column: str) -> str:
    """SQL for another value of this column."""
    if column == "guild_id":
        return "9009"
    if (table, column) in OTHER_VALUES:
        return OTHER_VALUES[table, column]
    (type_,) = db.execute(
        "SELECT type FROM pragma_table_info(?) WHERE name = ?", (table, column)
    ).fetchone()
    return {
        "TEXT": f"coalesce({column}, '') || 'x'",
        "INTEGER": f"coalesce({column}, 0) + 1000",
        "REAL": f"{column} / 2",
    }[type_]


def alter(db: sqlite3.Connection, table: str, column: str) -> None:
    """Give this column another value, in one row of the table."""
    [found] = [each for each in layout.tables(db) if each.name == table]
    value = another(db, table, column)
    key = ", ".join(found.key)
    done = db.execute(
        f"UPDATE {table} SET {column} = {value} WHERE ({key}) = (SELECT {key} FROM {table}"
        f" WHERE guild_id = 1001 AND {column} IS NOT {value} ORDER BY {key} DESC LIMIT 1)"
        if key != "guild_id"
        else f"UPDATE {table} SET {column} = {value} WHERE guild_id = 1001"
    )
    assert done.rowcount == 1


def finder(db: sqlite3.Connection) -> str:
    """Return what finds that something is not as it was."""
    if list(audit.breaks(db)):
        return "audit"
    return "check" if list(checks.whole(db)) else "nothing"


@contextmanager
def tampered(path: Path) -> Iterator[sqlite3.Connection]:
    """A copy of the ledger, guarded again after whatever is done to it."""
    with closing(sqlite3.connect(path)) as sound:
        db = sqlite3.connect(":memory:", isolation_level=None)
        sound.backup(db)
    db.row_factory = sqlite3.Row
    with closing(db):
        yield db


@pytest.mark.parametrize("table", dict.fromkeys(table for table, _ in schema()))
def test_a_change_to_a_column_is_found_by_what_the_document_says(path: Path, table: str) -> None:
    with tampered(path) as db:
        assert list(checks.whole(db)) == []
    expected = {column: finder for (of, column), finder in told().items() if of == table}
    found = {}
    for column in expected:
        with tampered(path) as db:
            triggers = "SELECT name FROM sqlite_schema WHERE type = 'trigger'"
            for (name,) in db.execute(triggers).fetchall():
                db.execute(f"DROP TRIGGER {name}")
            alter(db, table, column)
            history.guard(db)
            found[column] = finder(db)
    assert found == expected
