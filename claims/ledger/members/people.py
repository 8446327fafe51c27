"""
What a server's ledger holds about one person: told on request, and erased on request.

A ledger knows people by their Discord id alone. What they wrote (reasons, notes, reports) is
part of the record and stays, also where somebody wrote a name or a mention into it; whoever
erases a person should look at `export` first.
"""

import json
import sqlite3
from typing import Any, NamedTuple

from claims.ledger.decisions import merges
from claims.ledger.history import history
from claims.ledger.history.history import PEOPLE
from claims.ledger.keeping import layout
from claims.ledger.keeping.layout import STANDINGS, Table
from claims.ledger.members import notice_queue
from claims.records.claims import Stage, Standing
from claims.records.decisions import Action
from claims.rules import viewing
from claims.rules.identity import Person, pseudonym

OWN = {
    "draft": "owner",
    "follow": "user_id",
    "kept_list": "owner",
    "looker": "user_id",
    "notice": "user_id",
}
"""Tables whose rows are of use to one person only, and the column that says to whom; erasing that
person deletes them. Other people's rows that name them stay."""


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
    Return all that a server's ledger holds about a person, also under their pseudonym.

    In the place of other people's ids there are pseudonyms. What people wrote about the
    person in free text is not searched.
    """
    if user_id <= 0:
        return []
    person = history.person(db, guild_id, user_id)
    return [
        Entry(table.name, _of_one(table, dict(row), person))
        for table in layout.tables(db)
        if (named := layout.named_in(table, "IN (:id, :pseudonym)"))
        for row in db.execute(
            f"SELECT * FROM {table.name} WHERE guild_id = :guild AND ({named})",
            {"guild": guild_id, "id": person.names[0], "pseudonym": person.names[1]},
        )
    ]


def export_file(db: sqlite3.Connection, guild_id: int, user_id: int) -> bytes:
    """Return what `export` finds as a file of one entry a line; empty where nothing is kept."""
    return "\n".join(entry.json() for entry in export(db, guild_id, user_id)).encode()


def _of_one(table: Table, row: Row, person: Person) -> Row:
    """
    Return a row with pseudonyms in the place of everybody but one person.

    Without others' opinions that are not published: what came with them is the moderators'.
    """
    if table.name == "event" and not person.is_(_number(row["actor"])):
        row |= _unsaid(row)
    for column in table.people:
        row[column] = _hidden(row[column], person)
    for column in STANDINGS.get(table.name, ()):
        if row[column] is not None:
            standing = json.loads(str(row[column]))
            left_out = _unpublished(standing, person)
            standing |= left_out
            if left_out and "rating" in row:  # the claim's own column says what waits, too
                row["rating"] = standing.get("rating")
            for field in PEOPLE:
                standing[field] = _hidden(standing.get(field), person)
            row[column] = json.dumps(standing, ensure_ascii=False)
    return row


def _number(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _unsaid(row: Row) -> Row:
    """Return what is left out of somebody else's rating that published nothing."""
    stage = json.loads(str(row["after"]))["stage"]
    published = row["action"] != Action.RATE or stage == Stage.RATED
    return {} if published else {"reason": "", "detail": "{}"}


def _unpublished(standing: dict[str, Any], person: Person) -> dict[str, Any]:
    """Return what is left out of a standing with somebody else's opinions."""
    shown = viewing.standing(Standing.model_validate(standing))
    mine = standing["stage"] == Stage.REVIEW and person.is_(standing.get("assignee"))
    if mine or not standing.get("opinions") or shown.opinions:
        return {}
    return {"opinions": [], "why": shown.why}


def _hidden(value: Value, person: Person) -> Value:
    if not isinstance(value, int) or value == person.id:
        return value
    return pseudonym(person.salt, value)


def erase(db: sqlite3.Connection, guild_id: int, user_id: int) -> int:
    """
    Put the person's pseudonym in the place of their id everywhere; return how many rows changed.

    What they follow, their drafts and messages to them are deleted; that a digest of theirs was
    stopped is told to the server's owner instead. That they asked for checks,
    decided and reported stays, without their name; so do the words that they wrote. The
    history's chain holds as before. A person who comes back is named by what they do then, and is
    still the same person where that matters: see `claims.rules.identity`.
    """
    if user_id <= 0:
        return 0
    _, new = history.person(db, guild_id, user_id).names
    values = {"guild": guild_id, "user": user_id, "new": new}
    asked = db.execute(
        "SELECT number FROM demand WHERE guild_id = :guild AND user_id = :user", values
    ).fetchall()
    notice_queue.hand_over_stops(db, guild_id, user_id=user_id)
    changed = sum(_erase_from(db, table, values) for table in layout.tables(db))
    for (number,) in asked:  # earlier versions counted whoever came back as two
        merges.count_demand(db, guild_id, merges.leads_to(db, guild_id, number))
    return changed


def _erase_from(db: sqlite3.Connection, table: Table, values: dict[str, int]) -> int:
    condition = layout.named_in(table)
    if not condition:
        return 0
    mine = f"FROM {table.name} WHERE guild_id = :guild AND ({condition})"
    (changed,) = db.execute(f"SELECT count(*) {mine}", values).fetchone()
    if changed:
        if owner := OWN.get(table.name):
            db.execute(
                f"DELETE FROM {table.name} WHERE guild_id = :guild AND {owner} = :user", values
            )
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
