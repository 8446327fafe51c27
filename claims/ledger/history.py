"""
Each server's history: append-only, and chained by hashes so that it can be checked.

An event's hash covers the event and the hash before it. Where a person's id stands, the hash
covers their pseudonym instead, so that a person can be erased (the id replaced by the
pseudonym) without a hash changing.
"""

import hashlib
import hmac
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import NamedTuple

from claims.ledger.rows import seconds
from claims.records import Action, Standing

GENESIS = "0" * 64
"""What stands before a server's first event."""

PEOPLE = ("rated_by", "assignee")
"""Where a standing names people."""

TRIGGERS = """
CREATE TRIGGER event_is_not_rewritten BEFORE UPDATE ON event
WHEN NOT (
  new.id = old.id AND new.guild_id = old.guild_id AND new.number = old.number AND new.at = old.at
  AND new.action = old.action AND new.reason = old.reason AND new.undone IS old.undone
  AND new.detail = old.detail AND new.hash = old.hash
  AND (new.actor = old.actor OR new.actor < 0)
  AND json_remove(new.after, '$.rated_by', '$.assignee')
    = json_remove(old.after, '$.rated_by', '$.assignee')
  AND json_remove(new.before, '$.rated_by', '$.assignee')
   IS json_remove(old.before, '$.rated_by', '$.assignee')
)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER event_is_not_erased BEFORE DELETE ON event
WHEN NOT EXISTS (SELECT 1 FROM server WHERE guild_id = old.guild_id AND erasing = 1)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
CREATE TRIGGER event_is_not_replaced BEFORE INSERT ON event
WHEN EXISTS (SELECT 1 FROM event WHERE id = new.id)
BEGIN SELECT raise(ABORT, 'history is append-only'); END;
"""
"""An update may only put pseudonyms in the place of people; `audit` finds any other id there."""


def pseudonym(salt: bytes, user_id: int) -> int:
    """
    Return the negative number that stands for a person once they are erased.

    Numbers that are no person's (0) and pseudonyms themselves are returned as they are.
    """
    if user_id <= 0:
        return user_id
    digest = hmac.new(salt, str(user_id).encode(), hashlib.sha256).digest()
    return -1 - int.from_bytes(digest[:7], "big")


def append(
    db: sqlite3.Connection,
    guild_id: int,
    number: int,
    *,
    action: Action,
    actor: int,
    before: Standing | None,
    after: Standing,
    now: datetime,
    reason: str = "",
    undone: int | None = None,
    detail: dict[str, object] | None = None,
) -> int:
    """Add an event to the server's chain and return its id. `detail` holds JSON values."""
    last = db.execute(
        "SELECT hash FROM event WHERE guild_id = ? ORDER BY id DESC LIMIT 1", (guild_id,)
    ).fetchone()
    values = {
        "number": number,
        "at": seconds(now),
        "actor": actor,
        "action": action.value,
        "before": before.model_dump_json() if before else None,
        "after": after.model_dump_json(),
        "reason": reason,
        "undone": undone,
        "detail": json.dumps(detail or {}, sort_keys=True, ensure_ascii=False),
    }
    hash_ = _hash(last["hash"] if last else GENESIS, _salt(db, guild_id), values)
    inserted = db.execute(
        "INSERT INTO event (guild_id, number, at, actor, action, before, after, reason, undone,"
        " detail, hash) VALUES (:guild_id, :number, :at, :actor, :action, :before, :after,"
        " :reason, :undone, :detail, :hash)",
        {**values, "guild_id": guild_id, "hash": hash_},
    )
    assert inserted.lastrowid is not None
    return inserted.lastrowid


class Break(NamedTuple):
    """The first event of a server at which its chain does not hold."""

    guild_id: int
    event_id: int
    number: int


def audit(db: sqlite3.Connection) -> Iterator[Break]:
    """Yield, for each server whose chain is broken, where; nothing if all is as it was written."""
    for (guild_id,) in db.execute("SELECT guild_id FROM server ORDER BY guild_id").fetchall():
        salt, before = _salt(db, guild_id), GENESIS
        for row in db.execute("SELECT * FROM event WHERE guild_id = ? ORDER BY id", (guild_id,)):
            if row["hash"] != _hash(before, salt, dict(row)):
                yield Break(guild_id, row["id"], row["number"])
                break
            before = row["hash"]


def chain(db: sqlite3.Connection) -> None:
    """Give the events of a ledger without hashes theirs, and guard the history from then on."""
    for (guild_id,) in db.execute("SELECT guild_id FROM server").fetchall():
        salt, before = _salt(db, guild_id), GENESIS
        events = db.execute("SELECT * FROM event WHERE guild_id = ? ORDER BY id", (guild_id,))
        for row in events.fetchall():
            before = _hash(before, salt, dict(row))
            db.execute("UPDATE event SET hash = ? WHERE id = ?", (before, row["id"]))
    for statement in _statements(TRIGGERS):
        db.execute(statement)


def _statements(script: str) -> Iterable[str]:
    """Cut a script at its ends of triggers; `executescript` would commit the transaction."""
    return [f"{part}END;" for part in script.split("END;") if part.strip()]


def _salt(db: sqlite3.Connection, guild_id: int) -> bytes:
    salt: bytes = db.execute("SELECT salt FROM server WHERE guild_id = ?", (guild_id,)).fetchone()[
        0
    ]
    return salt


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
        event["undone"],
        event["detail"],
    ]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def _hidden(salt: bytes, standing: object) -> dict[str, object] | None:
    """Return a standing with pseudonyms in the place of people."""
    if standing is None:
        return None
    known: dict[str, object] = json.loads(str(standing))
    for field in PEOPLE:
        if known.get(field) is not None:
            known[field] = pseudonym(salt, int(str(known[field])))
    return known
