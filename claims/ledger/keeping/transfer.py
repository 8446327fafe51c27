"""
What `exporting` and `importing` agree on: one server's ledger as lines of JSON.

What comes back is exactly what went out: numbers, times, decisions, history with its hashes, and
the salt that they need. Ids that are unique in one file only are counted anew within the server, so
that two exports of the same content are the same bytes. Not taken along are drafts and
messages on their way (`TRANSIENT_TABLES`), and what the bot as a whole keeps.
"""

import sqlite3
from collections.abc import Callable

from claims.ledger.keeping import layout
from claims.ledger.keeping.layout import Table

Value = str | int | float | None
Row = dict[str, Value]

FORMAT = 1
"""Rises when older programs could no longer read the lines."""

OLDEST = 19
"""The oldest schema whose exports are taken in."""

ADDED: dict[str, dict[str, tuple[int, Value]]] = {"appearance": {"rule": (20, "")}}
"""Columns that an export from before has not: of each table, since which schema, and what stands
there then."""

TRANSIENT_TABLES = {"draft", "draft_claim", "kept_list", "looker", "notice"}
"""What is of use for some days at most, and to the bot that made it only."""

WATERMARKS = {("digest_run", "since"), ("digest_run", "through"), ("follow", "told")}
"""Columns that hold an event's id as a place in the history, of which the event may be gone."""

HERE = {
    "server": {"guild_id", "slot", "erasing", "left_at"},
    "claim": {"guild_id", "id"},
    "greeting": {"guild_id", "retry_at"},
}
"""Columns that depend on where the ledger lies; of all other tables `guild_id` alone."""


def tables(db: sqlite3.Connection) -> list[Table]:
    """Return what is taken along, in an order in which all that a row refers to is before it."""
    found = [table for table in layout.tables(db) if table.name not in TRANSIENT_TABLES]
    marked = {name for name, _column in WATERMARKS}
    return sorted(found, key=lambda table: table.name in marked)


def columns(table: Table) -> tuple[str, ...]:
    """Return the table's columns that are taken along."""
    here = HERE.get(table.name, {"guild_id"})
    return tuple(column for column in table.columns if column not in here)


def added(table: str, schema: int) -> Row:
    """Return the columns that a table of an export of `schema` has not, and what stands there."""
    columns = ADDED.get(table, {})
    return {column: value for column, (since, value) in columns.items() if schema < since}


def renumbered(table: Table, row: Row, number: Callable[[str, int], int]) -> Row:
    """Return a row with `number` of each id that it has or refers to."""
    changed = dict(row)
    for column, value in row.items():
        if isinstance(value, int):
            if column == "id":
                changed[column] = number(table.name, value)
            elif column in table.refers:
                changed[column] = number(table.refers[column], value)
            elif (table.name, column) in WATERMARKS:
                changed[column] = number("event", value)
    return changed
