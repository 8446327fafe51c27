"""What a removed bot leaves behind is erased, whole, and nothing else."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from claims.ledger.keeping import checks, retention
from claims.ledger.lookup import search
from tests.claims.ledger.conftest import OTHER_GUILD, Rows

RowsOf = Callable[[int], Rows]
MONTH = timedelta(days=30)


def test_an_erased_server_leaves_no_row_and_search_in_step(
    db: sqlite3.Connection, rows_of: RowsOf, guild_id: int
) -> None:
    other = rows_of(OTHER_GUILD)
    assert any(rows_of(guild_id).values())
    assert retention.erase_server(db, guild_id) == 4
    assert not any(rows_of(guild_id).values())
    assert rows_of(OTHER_GUILD) == other
    assert search.in_step(db)
    assert list(checks.whole(db)) == []


def test_every_table_has_a_row_before_it_is_erased(rows_of: RowsOf, guild_id: int) -> None:
    """So that a table that erasure forgets would show; the few that stay empty hold no claims."""
    empty = {table for table, rows in rows_of(guild_id).items() if not rows}
    assert not empty & {
        "server", "article", "source", "claim", "appearance", "event", "evidence", "follow",
        "match", "alias", "tag", "demand", "report", "band",
    }  # fmt: skip


def test_history_cannot_be_erased_but_with_its_server(
    db: sqlite3.Connection, guild_id: int
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute("DELETE FROM event WHERE guild_id = ?", (guild_id,))
    retention.erase_server(db, guild_id)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute("DELETE FROM event WHERE guild_id = ?", (OTHER_GUILD,))


def test_a_server_is_erased_once_its_time_is_over(
    db: sqlite3.Connection, guild_id: int, now: datetime
) -> None:
    retention.bot_left(db, guild_id, now=now)
    retention.bot_left(db, guild_id, now=now + timedelta(days=9))
    early = retention.erase_departed(db, now=now + MONTH - timedelta(seconds=1), after=MONTH)
    late = retention.erase_departed(db, now=now + MONTH, after=MONTH)
    assert (early, late) == ([], [guild_id])


def test_a_server_that_took_the_bot_back_is_kept(
    db: sqlite3.Connection, guild_id: int, now: datetime
) -> None:
    retention.bot_left(db, guild_id, now=now)
    retention.bot_returned(db, guild_id)
    assert retention.erase_departed(db, now=now + 2 * MONTH, after=MONTH) == []


def test_an_unknown_server_is_nothing_to_erase(db: sqlite3.Connection, now: datetime) -> None:
    retention.bot_left(db, 4004, now=now)
    assert retention.erase_server(db, 4004) == 0
    assert retention.erase_departed(db, now=now + MONTH, after=MONTH) == []


MADE = {
    "draft": "INSERT INTO draft (guild_id, owner, made_at, article) VALUES (1001, 5, ?, '{}')",
    "ask": "INSERT INTO ask (guild_id, fingerprint, article, made_at) VALUES (1001, ?1, '{}', ?1)",
    "kept_list": "INSERT INTO kept_list (guild_id, owner, wanted, made_at)"
    " VALUES (1001, 5, '{\"tag\": ' || ?1 || '}', ?1)",
    "notice": "INSERT INTO notice (guild_id, key, news, claimed_at, outcome)"
    " VALUES (1001, ?1, '[]', ?1, 'sent')",
}
"""What is kept for a while, made at this time."""


@pytest.mark.parametrize("table", MADE)
def test_what_a_clock_made_that_was_ahead_is_kept_as_long_as_what_is_made_now(
    db: sqlite3.Connection, table: str, now: datetime
) -> None:
    column = "claimed_at" if table == "notice" else "made_at"
    db.execute(f"DELETE FROM {table}")
    for made in (now - MONTH, now, now + MONTH):
        db.execute(MADE[table], (int(made.timestamp()),))
    retention.date_back(db, latest=now)
    found = db.execute(f"SELECT {column} FROM {table} ORDER BY 1").fetchall()
    assert [row[0] for row in found] == [int(made.timestamp()) for made in (now - MONTH, now, now)]
