"""
Each server's history: append-only, and chained by hashes so that it can be checked.

An event's hash covers the event and the hash before it; the first one's covers the server's
salt, so that no event fits into another server's chain. Where a person's id stands, the hash
covers their pseudonym instead, so that a person can be erased (the id replaced by the
pseudonym) without a hash changing. Where an event names another one, it covers that one's hash:
ids change when a ledger is imported elsewhere.

What no event of a claim tells stands in the same chain, in `seals` between the events.

Whoever may write the file can write all of it anew, hashes included. What shows even that is
a `Head` kept elsewhere: `audit` tells whether the chain still holds it.
"""

import hashlib
import heapq
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from claims.ledger.history import tallies
from claims.ledger.rows import to_epoch_seconds
from claims.records.decisions import Action, Detail
from claims.rules.identity import Person, pseudonym

PEOPLE = ("rated_by", "assignee")
"""Where a standing names people."""

_PATHS = ", ".join(f"'$.{field}'" for field in PEOPLE)
_ONLY_ERASED = " ".join(
    f"AND (json_extract(new.{side}, '$.{field}') IS json_extract(old.{side}, '$.{field}')"
    f" OR ifnull(json_extract(new.{side}, '$.{field}'), 0) < 0)"
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

GUARDS = f"""{TRIGGERS}
CREATE TRIGGER seal_is_not_rewritten BEFORE UPDATE ON seal
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER seal_is_not_erased BEFORE DELETE ON seal
WHEN NOT EXISTS (SELECT 1 FROM server WHERE guild_id = old.guild_id AND erasing = 1)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER seal_is_not_replaced BEFORE INSERT ON seal
WHEN EXISTS (SELECT 1 FROM seal WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
"""
"""All triggers of a ledger. A change here needs a step of the schema that calls `guard`."""


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
        "at": to_epoch_seconds(now),
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


def append_seal(db: sqlite3.Connection, guild_id: int, rows: str, stood_at: int | None) -> None:
    """Add to the server's chain what `seals` tells of rows, in JSON."""
    event_id, before = _end(db, guild_id)
    db.execute(
        "INSERT INTO seal (guild_id, event_id, stood_at, rows, hash) VALUES (?, ?, ?, ?, ?)",
        (guild_id, event_id, stood_at, rows, _seal_hash(before, stood_at, rows)),
    )


class Head(NamedTuple):
    """The last entry's hash; whoever keeps it can tell later whether the history before it held."""

    guild_id: int
    hash: str


def head(db: sqlite3.Connection, guild_id: int) -> Head:
    """Return where the server's chain ends. A chain without events ends where it begins."""
    return Head(guild_id, _end(db, guild_id)[1])


def _end(db: sqlite3.Connection, guild_id: int) -> tuple[int | None, str]:
    """Return the server's last event, if it has one, and the hash that its chain ends with."""
    last = db.execute(
        "SELECT id, hash FROM event WHERE guild_id = ? ORDER BY id DESC LIMIT 1", (guild_id,)
    ).fetchone()
    event_id, hash_ = last or (None, None)
    seal = db.execute(
        "SELECT hash FROM seal WHERE guild_id = ? AND event_id IS ? ORDER BY id DESC LIMIT 1",
        (guild_id, event_id),
    ).fetchone()
    return event_id, seal["hash"] if seal else hash_ or genesis(salt_of(db, guild_id))


def heads(db: sqlite3.Connection) -> list[Head]:
    """Return the head of every server."""
    found = db.execute("SELECT guild_id FROM server ORDER BY guild_id").fetchall()
    return [head(db, row["guild_id"]) for row in found]


def holds(db: sqlite3.Connection, kept: Head) -> bool:
    """Whether the server's chain still has this head. That the chain itself holds, `audit` says."""
    found = db.execute(
        "SELECT 1 FROM event WHERE guild_id = :guild_id AND hash = :hash"
        " UNION ALL SELECT 1 FROM seal WHERE guild_id = :guild_id AND hash = :hash",
        kept._asdict(),
    ).fetchone()
    return found is not None or kept.hash == genesis(salt_of(db, kept.guild_id))


EVENTS = """
SELECT event.*, taken_back.hash AS undone_hash
FROM event LEFT JOIN event AS taken_back ON taken_back.id = event.undone
WHERE event.guild_id = ? ORDER BY event.id
"""
"""A server's events in order, with what their hashes cover."""


SEALS = "SELECT * FROM seal WHERE guild_id = ? ORDER BY event_id, id"
"""A server's seals in order; those before the first event come first."""


class Link(NamedTuple):
    """An entry of a chain, an event or a seal, and the hash that it has to have."""

    row: sqlite3.Row
    hash: str
    is_seal: bool


def links(db: sqlite3.Connection, guild_id: int) -> Iterator[Link]:
    """Yield each event and seal of a server in the order of its chain."""
    salt = salt_of(db, guild_id)
    before = genesis(salt)
    events = (((row["id"], False, 0), row) for row in db.execute(EVENTS, (guild_id,)))
    seals = (
        ((row["event_id"] or 0, True, row["id"]), row) for row in db.execute(SEALS, (guild_id,))
    )
    for (_, is_seal, _), row in heapq.merge(events, seals, key=lambda entry: entry[0]):
        if is_seal:
            hash_ = _seal_hash(before, row["stood_at"], row["rows"])
        else:
            hash_ = _hash(before, salt, dict(row))
        yield Link(row, hash_, is_seal)
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
        before = genesis(salt)
        for row in db.execute(EVENTS, (guild_id,)).fetchall():
            event = {**dict(row), "undone_hash": _hash_of(db, row["undone"])}
            before = _hash(before, salt, event)
            db.execute("UPDATE event SET hash = ? WHERE id = ?", (before, row["id"]))
    for statement in _statements(TRIGGERS):
        db.execute(statement)


def guard(db: sqlite3.Connection) -> None:
    """Make all triggers of a ledger, in the place of those that there are."""
    for name in _triggers(db):
        quoted = name.replace('"', '""')
        db.execute(f'DROP TRIGGER "{quoted}"')
    for statement in _statements(GUARDS):
        db.execute(statement)


def unguarded(db: sqlite3.Connection) -> list[str]:
    """Return the triggers that are missing, or others than this version makes, or too many."""
    found = _triggers(db)
    expected = {part.split()[2]: _plain(part) for part in _statements(GUARDS)}
    differing = found.items() ^ expected.items()
    return sorted({name for name, _ in differing})


def _triggers(db: sqlite3.Connection) -> dict[str, str]:
    found = db.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    return {name: _plain(sql) for name, sql in found.fetchall()}


def _plain(sql: str) -> str:
    return sql.strip().removesuffix(";")


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


def genesis(salt: bytes) -> str:
    """Return what stands before a server's first event."""
    return hashlib.sha256(b"claims" + salt).hexdigest()


def _hash_of(db: sqlite3.Connection, event_id: int | None) -> str | None:
    if event_id is None:
        return None
    row = db.execute("SELECT hash FROM event WHERE id = ?", (event_id,)).fetchone()
    return row["hash"] if row else None


def _seal_hash(before: str, stood_at: int | None, rows: str) -> str:
    return hashlib.sha256(json.dumps([before, stood_at, rows]).encode()).hexdigest()


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
