"""What the schema says of itself is complete: no column that names a person or a row is missed."""

import sqlite3
from collections.abc import AsyncIterator

import pytest

from claims.ledger import Ledger
from claims.ledger.keeping import layout, transfer

PLAIN = {
    "added_at", "asked", "at", "attempted_at", "channel_id", "claimed_at", "day", "due_at",
    "erasing", "guild_id", "id", "is_primary", "kept", "last_number", "left_at", "made_at",
    "merged_into", "message_id", "moderator_role_id", "next_run_at", "number", "other",
    "ping_role_id", "place", "retry_at", "since", "skip_empty", "slot", "stale", "stood_at",
    "stopped_at", "strict_evidence", "times", "told_at", "tries", "turn", "two_person", "until",
    "utterance", "value", "version", "weekly_on",
}  # fmt: skip
"""Integers that name neither a person nor a row: times, counts, numbers, ids that Discord gave."""


@pytest.fixture
async def empty(ledger: Ledger) -> AsyncIterator[sqlite3.Connection]:
    """A connection to an empty ledger with the newest schema."""
    other = sqlite3.connect(ledger.path)
    other.row_factory = sqlite3.Row
    yield other
    other.close()


def test_every_number_in_the_schema_is_known_for_what_it_is(empty: sqlite3.Connection) -> None:
    """A new column has to be named in PLAIN, in layout's people, as a reference or a watermark."""
    unknown = [
        f"{table.name}.{info['name']}"
        for table in layout.tables(empty)
        for info in empty.execute("SELECT * FROM pragma_table_info(?)", (table.name,))
        if info["type"] == "INTEGER"
        and info["name"] not in PLAIN | set(table.people) | set(table.refers)
        and (table.name, info["name"]) not in transfer.WATERMARKS
        and table.name not in transfer.TRANSIENT_TABLES
    ]
    assert unknown == []


def test_every_table_with_rows_of_servers_is_found(empty: sqlite3.Connection) -> None:
    found = {table.name for table in layout.tables(empty)}
    assert {"server", "article", "source", "claim", "event", "evidence", "band", "match"} <= found
    assert not found & {"command_sync", "claim_search", "claim_words"}


def test_tables_come_after_those_that_they_refer_to(empty: sqlite3.Connection) -> None:
    names = [table.name for table in layout.tables(empty)]
    for earlier, later in (("server", "claim"), ("claim", "event"), ("event", "evidence")):
        assert names.index(earlier) < names.index(later)


def test_ids_are_told_from_numbers_and_events_from_people(empty: sqlite3.Connection) -> None:
    found = {table.name: table for table in layout.tables(empty)}
    assert found["evidence"].refers == {"brought_with": "event", "withdrawn_by": "event"}
    assert found["evidence"].people == ("added_by",)
    assert found["event"].refers == {"undone": "event"}
    assert found["event"].people == ("actor",)
    assert found["claim"].refers == {"source_id": "source"}
    assert found["match"].refers == {}
    assert found["match"].people == ("decided_by",)


def test_a_table_that_is_added_later_is_found(empty: sqlite3.Connection) -> None:
    empty.execute(
        "CREATE TABLE remark (id INTEGER PRIMARY KEY, guild_id INTEGER, said_by INTEGER,"
        " event_id INTEGER REFERENCES event)"
    )
    [remark] = [table for table in layout.tables(empty) if table.name == "remark"]
    assert remark.people == ("said_by",)
    assert remark.refers == {"event_id": "event"}
