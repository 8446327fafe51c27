"""
Does the history hold, and are the claims what it says?

An altered, removed, inserted or moved event breaks its server's chain. The end of a chain is
another matter: a chain without its last events is whole. It shows where a claim has seen more
events than there are, or stands elsewhere than its last one says; and, where somebody altered
the claims as well, by a `history.Head` that was kept elsewhere.
"""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import ValidationError

from claims.ledger.history import confirmations, effects, history, seals
from claims.records.claims import Standing
from claims.records.decisions import Action


class Break(NamedTuple):
    """One place where the ledger is not what was written; `problem` says it in words."""

    guild_id: int | None
    number: int | None
    event_id: int | None
    problem: str

    def __str__(self) -> str:
        claim = f", claim #{self.number}" if self.number is not None else ""
        event = f", event {self.event_id}" if self.event_id is not None else ""
        where = "The ledger" if self.guild_id is None else f"Server {self.guild_id}"
        return f"{where}{claim}{event}: {self.problem}"


ALTERED = (
    "its hash does not fit. It was altered, or an event before it was removed, inserted or moved;"
    " what follows cannot be told."
)


def breaks(db: sqlite3.Connection, guild_id: int | None = None) -> Iterator[Break]:
    """Yield where the ledger of one server, or of each and what guards them, is not what it was."""
    servers = _servers(db) if guild_id is None else [guild_id]
    if guild_id is None:
        yield from _guards(db)
    for server in servers:
        if not history.salt_of(db, server):
            yield Break(server, None, None, "its row, or the salt in it, is missing.")
            continue
        yield from _chain(db, server)
        yield from _numbers(db, server)
        yield from _ends(db, server)
        yield from (Break(server, *each) for each in effects.problems(db, server))
        for number, problem in seals.unexplained(db, server):
            yield Break(server, number, None, problem)


def all_breaks(db: sqlite3.Connection) -> list[Break]:
    """Return the breaks of every server, and the ratings that one person published alone."""
    alone = (
        Break(server, *found, confirmations.ALONE)
        for server in _servers(db)
        for found in confirmations.by_one(db, server)
    )
    return [*breaks(db), *alone]


def _servers(db: sqlite3.Connection) -> list[int]:
    found = db.execute(
        "SELECT guild_id FROM server UNION SELECT guild_id FROM event"
        " UNION SELECT guild_id FROM seal UNION SELECT guild_id FROM claim ORDER BY guild_id"
    )
    return [row["guild_id"] for row in found]


def _guards(db: sqlite3.Connection) -> Iterator[Break]:
    """Yield triggers that do not stand as they were made: without them history can be rewritten."""
    for name in history.unguarded(db):
        words = f"the trigger {name!r} is missing, was altered, or was put in."
        yield Break(None, None, None, words)


def _chain(db: sqlite3.Connection, guild_id: int) -> Iterator[Break]:
    """Yield the first entry that does not fit, and steps from where a claim did not stand."""
    standings: dict[int, str] = {}
    for row, hash_, is_seal in history.links(db, guild_id):
        if is_seal:
            if row["hash"] != hash_:
                yield Break(guild_id, None, None, f"seal {row['id']}: {ALTERED}")
                return
            continue
        number, event_id, before = row["number"], row["id"], row["before"]
        if row["hash"] != hash_:
            yield Break(guild_id, number, event_id, ALTERED)
            return
        if (before is None) != (row["action"] == Action.ADD) or (
            before is not None and not _same(before, standings.get(number))
        ):
            yield Break(guild_id, number, event_id, "it does not start where the last one ended.")
        standings[number] = row["after"]


def _numbers(db: sqlite3.Connection, guild_id: int) -> Iterator[Break]:
    """Yield numbers that were given and have no claim; numbers run from 1 without a gap."""
    last = db.execute("SELECT last_number FROM server WHERE guild_id = ?", (guild_id,)).fetchone()[
        0
    ]
    expected = 1
    for (number,) in db.execute(
        "SELECT number FROM claim WHERE guild_id = ? ORDER BY number", (guild_id,)
    ):
        if number != expected:
            yield Break(guild_id, expected, None, "the claim is missing.")
        expected = number + 1
    if expected <= last:
        yield Break(guild_id, expected, None, "the claim is missing.")
    elif expected > last + 1:
        yield Break(guild_id, expected - 1, None, "the server has given no such number yet.")


def _ends(db: sqlite3.Connection, guild_id: int) -> Iterator[Break]:
    """Yield claims that do not stand where their last event left them."""
    found = db.execute(
        """
        SELECT claim.number, claim.version, claim.standing, count(event.id) AS events,
               max(event.id) AS last, event.after AS after  -- of the row that has the max()
        FROM claim
        LEFT JOIN event ON event.guild_id = claim.guild_id AND event.number = claim.number
        WHERE claim.guild_id = ? GROUP BY claim.number
        """,
        (guild_id,),
    )
    for row in found:
        number, events, version = row["number"], row["events"], row["version"]
        if events != version:
            words = (
                f"it has {events} events and has seen {version}: the end of its history is gone."
            )
            yield Break(guild_id, number, row["last"], words)
        elif not _same(row["standing"], row["after"]):
            yield Break(
                guild_id, number, row["last"], "it does not stand where this event left it."
            )


def _same(standing: str, other: str | None) -> bool:
    """Whether two standings say the same; older events lack the fields that came later."""
    if standing == other or other is None:
        return standing == other
    try:
        return Standing.model_validate_json(standing) == Standing.model_validate_json(other)
    except ValidationError:
        return False
