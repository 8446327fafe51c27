"""
What a server's ledger holds about one person: told on request, and erased on request.

A ledger knows people by their Discord id alone. What they wrote (reasons, notes, reports) is
part of the record and stays, also where somebody wrote a name or a mention into it; whoever
erases a person should look at `export` first.
"""

import json
import sqlite3
from typing import NamedTuple

from claims.ledger.history import history
from claims.ledger.history.history import PEOPLE, pseudonym
from claims.ledger.keeping import layout
from claims.ledger.keeping.layout import STANDINGS, Table

OWN = ("draft", "follow", "kept_list", "notice")
"""Tables whose rows are of use to their person only; erasing a person deletes theirs."""


Value = str | int | float | None
Row = dict[str, Value]


class Entry(NamedTuple):
    """One row that names a person, as it stands in the ledger's `table`."""

    table: str
    row: Row

    def json(self) -> str:
        """Return the entry as one line of JSON, in ASCII, which no terminal obeys."""
        return json.dumps({"table": self.table, **self.row})


def export(db: sqlite3.Connection, guild_id: int, user_id: int) -> list[Entry]:
    """
    Return all that a server's ledger holds about a person.

    In the place of other people's ids there are pseudonyms. What people wrote about the
    person in free text is not searched.
    """
    if user_id <= 0:
        return []
    salt = history.salt_of(db, guild_id)
    return [
        Entry(table.name, _of_one(table, dict(row), user_id, salt))
        for table in layout.tables(db)
        if layout.named_in(table)
        for row in db.execute(
            f"SELECT * FROM {table.name} WHERE guild_id = :guild AND ({layout.named_in(table)})",
            {"guild": guild_id, "user": user_id},
        )
    ]


def _of_one(table: Table, row: Row, user_id: int, salt: bytes) -> Row:
    """Return a row with pseudonyms in the place of everybody but one person."""
    for column in table.people:
        row[column] = _hidden(row[column], user_id, salt)
    for column in STANDINGS.get(table.name, ()):
        if row[column] is not None:
            standing: Row = json.loads(str(row[column]))
            for field in PEOPLE:
                standing[field] = _hidden(standing.get(field), user_id, salt)
            row[column] = json.dumps(standing, ensure_ascii=False)
    return row


def _hidden(value: Value, user_id: int, salt: bytes) -> Value:
    return pseudonym(salt, value) if isinstance(value, int) and value != user_id else value


def erase(db: sqlite3.Connection, guild_id: int, user_id: int) -> int:
    """
    Put the person's pseudonym in the place of their id everywhere; return how many rows changed.

    What they follow, their drafts and messages to them are deleted. That they asked for checks,
    decided and reported stays, without their name; so do the words that they wrote. The
    history's chain holds as before. A person who comes back is known again by what they do then.
    """
    if user_id <= 0:
        return 0
    values = {
        "guild": guild_id,
        "user": user_id,
        "new": pseudonym(history.salt_of(db, guild_id), user_id),
    }
    # A person who was erased before and asked again since would count as two.
    db.execute(
        "UPDATE claim SET asked = asked - 1 WHERE guild_id = :guild AND number IN ("
        "SELECT number FROM demand WHERE guild_id = :guild AND user_id = :user INTERSECT"
        " SELECT number FROM demand WHERE guild_id = :guild AND user_id = :new)",
        values,
    )
    return sum(_erase_from(db, table, values) for table in layout.tables(db))


def _erase_from(db: sqlite3.Connection, table: Table, values: dict[str, int]) -> int:
    condition = layout.named_in(table)
    if not condition:
        return 0
    mine = f"FROM {table.name} WHERE guild_id = :guild AND ({condition})"
    (changed,) = db.execute(f"SELECT count(*) {mine}", values).fetchone()
    if changed and table.name in OWN:
        db.execute(f"DELETE {mine}", values)
    elif changed:
        for column in table.people:
            db.execute(
                f"UPDATE OR REPLACE {table.name} SET {column} = :new"
                f" WHERE guild_id = :guild AND {column} = :user",
                values,
            )
        for column in STANDINGS.get(table.name, ()):
            for field in PEOPLE:
                db.execute(
                    f"UPDATE {table.name} SET {column} = json_replace({column}, '$.{field}', :new)"
                    f" WHERE guild_id = :guild AND json_extract({column}, '$.{field}') = :user",
                    values,
                )
    return int(changed)
