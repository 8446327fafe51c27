"""Two busy servers in one ledger, with a row in every table, and a look at all that one has."""

import sqlite3
from collections.abc import AsyncIterator, Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from claims.ledger import Ledger, open_ledger
from claims.ledger.articles import articles
from claims.ledger.decisions import reviews
from claims.ledger.history import seals
from claims.ledger.keeping import layout
from claims.ledger.members import follows
from claims.models import Article, Claim
from claims.records.claims import Evidence, Rating
from claims.records.decisions import Act, Action
from tests.conftest import FileOnce

OTHER_GUILD = 2002
ANN, BEN = 700_000_000_000_000_001, 700_000_000_000_000_002
"""Two people; such numbers stand nowhere by chance."""

Rows = dict[str, list[tuple[object, ...]]]


def everything(db: sqlite3.Connection, guild_id: int) -> Rows:
    """Return all rows of one server, by table."""
    return {
        table.name: [
            tuple(row)
            for row in db.execute(f"SELECT * FROM {table.name} WHERE guild_id = ?", (guild_id,))
        ]
        for table in layout.tables(db)
    }


@pytest.fixture
async def busy(
    filled_once: FileOnce,
    ledger_path: Path,
    guild_id: int,
    article: Article,
    found: list[Claim],
    link: Evidence,
    now: datetime,
) -> AsyncIterator[Ledger]:
    """A ledger in which two servers have worked on the same article."""

    async def fill(ledger: Ledger) -> None:
        for server in (guild_id, OTHER_GUILD):
            await ledger.write(articles.add, server, article, found, actor=ANN, now=now)
            for number, person in ((1, ANN), (2, BEN)):
                later = now + timedelta(minutes=number)
                take = Act(action=Action.TAKE, actor=person)
                await ledger.write(reviews.act, server, number, take, now=later)
                rate = Act(
                    action=Action.RATE,
                    actor=person,
                    rating=Rating.MIXED,
                    reason="Two of three.",
                    evidence=(link,),
                )
                await ledger.write(reviews.act, server, number, rate, now=later)
            await ledger.write(reviews.undo, server, 2, actor=BEN, now=now + timedelta(minutes=3))
            await ledger.write(reviews.act, server, 3, Act(action=Action.TAKE, actor=ANN), now=now)
            tag = Act(action=Action.TAG, actor=ANN, add_tags=("harbour",))
            await ledger.write(reviews.act, server, 1, tag, now=now + timedelta(minutes=4))
            edit = Act(action=Action.EDIT, actor=ANN, source="Port Authority", reason="Misread.")
            await ledger.write(reviews.act, server, 4, edit, now=now + timedelta(minutes=5))
            await ledger.write(follows.follow, server, 1, user_id=ANN, now=now)
            await ledger.write(follows.follow, server, 1, user_id=BEN, now=now)
            await ledger.write(_the_rest, server)

    async with open_ledger(await filled_once("busy", ledger_path, fill)) as ledger:
        yield ledger


def _the_rest(db: sqlite3.Connection, guild_id: int) -> None:
    """Fill the tables that no decision fills."""
    filled = map(seals.Rows, ("match", "alias", "report"))
    with seals.watch(db, guild_id, *filled):
        for statement in THE_REST.split(";"):
            db.execute(statement, {"guild": guild_id, "ann": ANN, "ben": BEN})


THE_REST = """
INSERT INTO match (guild_id, number, other, score, differs, outcome, decided_by)
  VALUES (:guild, 2, 1, 81.5, '["2019 / 2024"]', 'rejected', :ann);
INSERT INTO alias (guild_id, name, type, source_id)
  SELECT guild_id, 'the mayor', type, id FROM source WHERE guild_id = :guild AND type = 'person';
INSERT INTO demand VALUES (:guild, 1, :ann, 5), (:guild, 1, :ben, 6), (:guild, 2, :ben, 7);
UPDATE claim SET asked = (SELECT count(*) FROM demand
  WHERE demand.guild_id = :guild AND demand.number = claim.number) WHERE guild_id = :guild;
INSERT INTO report (guild_id, number, user_id, at, reason, outcome, decided_by)
  VALUES (:guild, 1, :ben, 8, 'The table was updated.', 'rejected', :ann);
INSERT OR IGNORE INTO band (guild_id, value, number) VALUES (:guild, -5, 1)
"""


@pytest.fixture
async def db(busy: Ledger) -> AsyncIterator[sqlite3.Connection]:
    """A connection that may write the busy ledger, for what needs no transaction of its own."""
    connected = sqlite3.connect(busy.path, isolation_level=None)
    connected.row_factory = sqlite3.Row
    connected.execute("PRAGMA foreign_keys = ON")
    yield connected
    connected.close()


@pytest.fixture
def rows_of(db: sqlite3.Connection) -> Callable[[int], Rows]:
    """All rows of one server, by table."""
    return lambda guild_id: everything(db, guild_id)
