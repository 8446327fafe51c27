"""
What the schema says of itself: which tables belong to servers, what refers to what, who is named.

Export, import and erasure go by this, so that a table that is added later is not forgotten.
"""

import sqlite3
from typing import NamedTuple

from claims.ledger.history.history import PEOPLE


class Table(NamedTuple):
    """
    A table in which every row belongs to a server.

    `key` orders the rows. `refers` says of columns whose `id` they hold; such ids are unique in
    one file only. `people` are the columns that hold a person's id.
    """

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    refers: dict[str, str]
    people: tuple[str, ...]


STANDINGS = {"claim": ("standing",), "event": ("before", "after")}
"""Columns that hold standings, which name people too."""

NAMES_PEOPLE = {"actor", "assignee", "owner", "user_id"}
"""Besides everything that ends in `_by` and refers to no other table."""


def tables(db: sqlite3.Connection) -> list[Table]:
    """Return the tables of servers; each comes after those that it refers to."""
    names = [
        row["name"]
        for row in db.execute(
            "SELECT found.name FROM pragma_table_list AS found"
            " JOIN pragma_table_info(found.name) AS info ON info.name = 'guild_id'"
            " WHERE found.schema = 'main' AND found.type = 'table' ORDER BY found.name"
        )
    ]
    waiting = {name: _parents(db, name) - {name} for name in names}
    ordered: list[str] = []
    while waiting:
        ready = [name for name, parents in waiting.items() if parents <= set(ordered)]
        assert ready, "tables that refer to each other in a circle"
        ordered += ready
        waiting = {name: parents for name, parents in waiting.items() if name not in ready}
    return [_table(db, name) for name in ordered]


def _parents(db: sqlite3.Connection, name: str) -> set[str]:
    found = db.execute('SELECT "table" AS parent FROM pragma_foreign_key_list(?)', (name,))
    return {row["parent"] for row in found}


def _table(db: sqlite3.Connection, name: str) -> Table:
    info = db.execute("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid", (name,)).fetchall()
    columns = tuple(row["name"] for row in info)
    key = tuple(row["name"] for row in sorted(info, key=lambda row: row["pk"]) if row["pk"])
    keys = db.execute(
        'SELECT "from" AS own, "table" AS parent, "to" AS theirs FROM pragma_foreign_key_list(?)',
        (name,),
    )
    # A key that names no column means the other table's primary key; server's is no id.
    refers = {
        row["own"]: row["parent"]
        for row in keys
        if row["theirs"] == "id" or (row["theirs"] is None and row["parent"] != "server")
    }
    people = tuple(
        column
        for column in columns
        if column in NAMES_PEOPLE or (column.endswith("_by") and column not in refers)
    )
    return Table(name, columns, key, refers, people)


def named_in(table: Table, is_: str = "= :user") -> str:
    """Return the condition on a table's rows that they name somebody who is, or who `is_`, so."""
    return " OR ".join(f"{place} {is_}" for place in _places(table))


def names(db: sqlite3.Connection, guild_id: int) -> set[int]:
    """Return what a server's rows name people by: their ids, the pseudonyms of those erased."""
    return {
        name
        for table in tables(db)
        for place in _places(table)
        for (name,) in db.execute(
            f"SELECT DISTINCT {place} FROM {table.name} WHERE guild_id = ?", (guild_id,)
        )
        if isinstance(name, int) and name
    }


def _places(table: Table) -> list[str]:
    """Return where a table's rows name people, as SQL has it."""
    return [*table.people] + [
        f"json_extract({column}, '$.{field}')"
        for column in STANDINGS.get(table.name, ())
        for field in PEOPLE
    ]
