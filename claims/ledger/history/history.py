"""
Each server's history: append-only, and chained by hashes so that it can be checked.

An event's hash covers the event and the hash before it; the first one's covers the server's
salt, so that no event fits into another server's chain. Where a person's id stands, the hash
covers their pseudonym instead, so that a person can be erased (the id replaced by the
pseudonym) without a hash changing. Where an event names another one, it covers that one's hash:
ids change when a ledger is imported elsewhere.

Whoever may write the file can write all of it anew, hashes included. What shows even that is
a `Head` kept elsewhere: `audit` tells whether the chain still holds it.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from claims.identity import Person, pseudonym
from claims.ledger.history import tallies
from claims.ledger.rows import seconds
from claims.records import Action, Detail

PEOPLE = ("rated_by", "assignee")
"""Where a standing names people."""

_PATHS = ", ".join(f"'$.{field}'" for field in PEOPLE)
_ONLY_ERASED = " ".join(
    f"AND (json_extract(new.{side}, '$.{field}') IS json_extract(old.{side}, '$.{field}')"
    f" OR json_extract(new.{side}, '$.{field}') < 0)"
    for side in ("before", "after")
    for field in PEOPLE
)

TRIGGERS = f"""
CREATE TRIGGER event_is_not_rewritten BEFORE UPDATE ON event
WHEN NOT (
  new.id = old.id AND new.guild_id = old.guild_id AND new.number = old.number AND new.at = old.at
  AND new.action = old.action AND new.reason = old.reason AND new.undone IS old.undone
  AND new.detail = old.detail AND new.hash = old.hash
  AND (new.actor = old.actor OR new.actor < 0)
  AND json_remove(new.after, {_PATHS}) = json_remove(old.after, {_PATHS})
  AND json_remove(new.before, {_PATHS}) IS json_remove(old.before, {_PATHS})
  {_ONLY_ERASED}
)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER event_is_not_erased BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM server WHERE guild_id = old.guild_id AND erasing = 1)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
"""
"""An update may only put pseudonyms in the place of people; `audit` finds a wrong one."""


def append(
    db: sqlite3.Connection,
    guild_id: int,
    number: int,
    *,
    action: Action,
    actor: int,
    before: str | None,
    after: str,
    now: datetime,
    detail: Detail,
    reason: str = "",
    undone: int | None = None,
) -> int:
    """
    Add an event to the server's chain and its counts, and return its id.

    `before` and `after` are standings as the ledger keeps them, in JSON.
    """
    salt = salt_of(db, guild_id)
    values = {
        "number": number,
        "at": seconds(now),
        "actor": actor,
        "action": action.value,
        "before": before,
        "after": after,
        "reason": reason,
        "undone": undone,
        "detail": detail.model_dump_json(exclude_defaults=True),
    }
    event = {**values, "undone_hash": _hash_of(db, undone)}
    hash_ = _hash(head(db, guild_id).hash, salt, event)
    inserted = db.execute(
        "INSERT INTO event (guild_id, number, at, actor, action, before, after, reason, undone,"
        " detail, hash) VALUES (:guild_id, :number, :at, :actor, :action, :before, :after,"
        " :reason, :undone, :detail, :hash)",
        {**values, "guild_id": guild_id, "hash": hash_},
    )
    assert inserted.lastrowid is not None
    tallies.count(db, inserted.lastrowid)
    return inserted.lastrowid


class Head(NamedTuple):
    """The last event's hash; whoever keeps it can tell later whether the history before it held."""

    guild_id: int
    hash: str


def head(db: sqlite3.Connection, guild_id: int) -> Head:
    """Return where the server's chain ends. A chain without events ends where it begins."""
    last = db.execute(
        "SELECT hash FROM event WHERE guild_id = ? ORDER BY id DESC LIMIT 1", (guild_id,)
    ).fetchone()
    return Head(guild_id, last["hash"] if last else _genesis(salt_of(db, guild_id)))


def heads(db: sqlite3.Connection) -> list[Head]:
    """Return the head of every server."""
    found = db.execute("SELECT guild_id FROM server ORDER BY guild_id").fetchall()
    return [head(db, row["guild_id"]) for row in found]


def holds(db: sqlite3.Connection, kept: Head) -> bool:
    """Whether the server's chain still has this head. That the chain itself holds, `audit` says."""
    found = db.execute(
        "SELECT 1 FROM event WHERE guild_id = ? AND hash = ?", (kept.guild_id, kept.hash)
    ).fetchone()
    return found is not None or kept.hash == _genesis(salt_of(db, kept.guild_id))


EVENTS = """
SELECT event.*, taken_back.hash AS undone_hash
FROM event LEFT JOIN event AS taken_back ON taken_back.id = event.undone
WHERE event.guild_id = ? ORDER BY event.id
"""
"""A server's events in order, with what their hashes cover."""


def links(db: sqlite3.Connection, guild_id: int) -> Iterator[tuple[sqlite3.Row, str]]:
    """Yield each event of a server, oldest first, and the hash that it has to have."""
    salt = salt_of(db, guild_id)
    before = _genesis(salt)
    for row in db.execute(EVENTS, (guild_id,)):
        yield row, _hash(before, salt, dict(row))
        before = row["hash"]


def chain(db: sqlite3.Connection) -> None:
    """Give the events of a ledger without hashes theirs, and guard the history from then on."""
    db.execute(
        """
        UPDATE event SET detail = (
          SELECT json_object('evidence', json_group_array(
            json_object('url', url, 'stance', stance, 'note', note)))
          FROM evidence WHERE brought_with = event.id)
        WHERE id IN (SELECT brought_with FROM evidence)
        """
    )
    for (guild_id,) in db.execute("SELECT guild_id FROM server").fetchall():
        salt = salt_of(db, guild_id)
        before = _genesis(salt)
        for row in db.execute(EVENTS, (guild_id,)).fetchall():
            event = {**dict(row), "undone_hash": _hash_of(db, row["undone"])}
            before = _hash(before, salt, event)
            db.execute("UPDATE event SET hash = ? WHERE id = ?", (before, row["id"]))
    for statement in _statements(TRIGGERS):
        db.execute(statement)


def salt_of(db: sqlite3.Connection, guild_id: int) -> bytes:
    """Return what makes the pseudonyms of one server; empty where there is no such server."""
    row = db.execute("SELECT salt FROM server WHERE guild_id = ?", (guild_id,)).fetchone()
    return row["salt"] or b"" if row else b""


def person(db: sqlite3.Connection, guild_id: int, user_id: int) -> Person:
    """Return somebody as this server's ledger names them."""
    return Person(user_id, salt_of(db, guild_id))


def _statements(script: str) -> Iterable[str]:
    """Cut a script at its ends of triggers; `executescript` would commit the transaction."""
    return [f"{part}END;" for part in script.split("END;") if part.strip()]


def _genesis(salt: bytes) -> str:
    """Return what stands before a server's first event."""
    return hashlib.sha256(b"claims" + salt).hexdigest()


def _hash_of(db: sqlite3.Connection, event_id: int | None) -> str | None:
    if event_id is None:
        return None
    row = db.execute("SELECT hash FROM event WHERE id = ?", (event_id,)).fetchone()
    return row["hash"] if row else None


def _hash(before: str, salt: bytes, event: Mapping[str, object]) -> str:
    content = [
        before,
        event["number"],
        event["at"],
        pseudonym(salt, int(str(event["actor"]))),
        event["action"],
        _hidden(salt, event["before"]),
        _hidden(salt, event["after"]),
        event["reason"],
        event["undone_hash"],
        event["detail"],
    ]
    return hashlib.sha256(json.dumps(content).encode()).hexdigest()


def _hidden(salt: bytes, standing: object) -> object:
    """Return a standing with pseudonyms in the place of people, every key as often as it stands."""
    return None if standing is None else _hidden_people(salt, str(standing))


# Where one event leaves a claim the next one finds it, and all new claims stand alike.
@lru_cache(maxsize=1_024)
def _hidden_people(salt: bytes, standing: str) -> object:
    def pairs(fields: list[tuple[str, object]]) -> list[tuple[str, object]]:
        # A key that stood twice would be read one way by SQLite and another way by Python.
        return [
            (name, pseudonym(salt, value) if name in PEOPLE and isinstance(value, int) else value)
            for name, value in fields
        ]

    return json.loads(standing, object_pairs_hook=pairs)
