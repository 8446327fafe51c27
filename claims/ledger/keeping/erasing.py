"""People and servers erased so that they stay so: noted first, and again in a restored backup."""

import sqlite3
from datetime import datetime
from typing import NamedTuple

from claims.ledger.history import history
from claims.ledger.keeping import erasures, layout, retention
from claims.ledger.keeping.erasures import Noted
from claims.ledger.members import people
from claims.rules.identity import pseudonym


class Again(NamedTuple):
    """How many were erased again in a restored backup."""

    people: int = 0
    servers: int = 0


Names = dict[str, set[int]]
"""By which numbers each server names people; servers by the hash that their history begins with."""


def person(db: sqlite3.Connection, guild_id: int, user_id: int, *, now: datetime) -> int:
    """
    Erase a person as `people.erase` does, once that is noted; return how many rows changed.

    Raises LedgerError, and erases nothing, where it cannot be noted.
    """
    erasures.note_person(db, guild_id, user_id, now=now)
    return people.erase(db, guild_id, user_id)


def names(db: sqlite3.Connection) -> Names:
    """Return by which numbers a ledger names people."""
    return {
        history.genesis(salt): layout.names(db, guild_id)
        for guild_id, salt in db.execute("SELECT guild_id, salt FROM server").fetchall()
        if salt
    }


def again(db: sqlite3.Connection, noted: Noted, replaced: Names) -> Again:
    """
    Erase in a backup who was erased since it was made; a person counts once for each server.

    That is who is noted, and whom the ledger that is `replaced` names by a pseudonym alone.
    """
    erased = Again()
    for guild_id, salt in db.execute("SELECT guild_id, salt FROM server").fetchall():
        beginning = history.genesis(salt or b"")
        if beginning in noted.servers:
            retention.erase_server(db, guild_id)
            erased = erased._replace(servers=erased.servers + 1)
        elif salt:
            count = _people_again(db, guild_id, salt, noted, replaced.get(beginning, set()))
            erased = erased._replace(people=erased.people + count)
    return erased


def _people_again(
    db: sqlite3.Connection, guild_id: int, salt: bytes, noted: Noted, replaced: set[int]
) -> int:
    found = [
        user_id
        for user_id in layout.names(db, guild_id)
        if (name := pseudonym(salt, user_id)) != user_id
        and (name in noted.people or (name in replaced and user_id not in replaced))
    ]
    for user_id in found:
        people.erase(db, guild_id, user_id)
    return len(found)
