"""Who has to be reminded of their own work: a claim that freed itself, an opinion, a day."""

import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from claims.ledger.digests import digests
from claims.ledger.history import history
from claims.ledger.lookup import claims
from claims.ledger.rows import to_epoch_seconds
from claims.records.claims import Stage, Standing
from claims.records.decisions import Action
from claims.records.notices import Kind

ASKED_AT_MOST = 5
"""Moderators who are asked for a second opinion: those who decided here last. One is enough, but
who is awake is not known; more would be as many who look in vain."""

ACTIVE = timedelta(days=30)
"""Since when somebody must have decided here to count as one who does."""

RECHECKS_WAIT = timedelta(days=30)
"""For how long a day to check again is still told of, where the bot was away when it came."""

RECHECKS_EVERY = timedelta(minutes=10)
"""Between looks for days that have come; they come once a day, at midnight of each zone."""

AHEAD = timedelta(hours=14)
"""How far the clocks of the earliest zone are ahead of UTC."""


class Told(NamedTuple):
    """Who is to be told why, together in one message; without a person a channel or the owner."""

    guild_id: int
    user_id: int | None
    kind: Kind


def of_history(
    db: sqlite3.Connection, events: Iterable[sqlite3.Row], now: datetime
) -> Iterator[tuple[Told, int]]:
    """Yield who lost a claim by taking too long, and who may give a second opinion on one."""
    for row in events:
        if row["action"] not in (Action.RELEASE, Action.RATE) or row["before"] is None:
            continue
        before = Standing.model_validate_json(row["before"])
        guild_id, number = row["guild_id"], row["number"]
        by_itself = row["action"] == Action.RELEASE and row["actor"] == 0
        if by_itself and before.assignee and before.assignee > 0:  # erased people are below zero
            yield Told(guild_id, before.assignee, Kind.EXPIRED), number
        first = row["action"] == Action.RATE and before.stage is not Stage.REVIEW
        if first and claims.get(db, guild_id, number).standing.stage is Stage.REVIEW:
            for user_id in _others(db, guild_id, row["actor"], now):
                yield Told(guild_id, user_id, Kind.SECOND), number


def rechecks(db: sqlite3.Connection, now: datetime) -> Iterator[tuple[Told, str, list[int]]]:
    """
    Yield whoever rated claims whose day to be checked again has come there, with it and them.

    Those are left out of which they were told already. Looks once in RECHECKS_EVERY.
    """
    if not _is_time(db, now):
        return
    due: dict[tuple[Told, str], list[int]] = {}
    for row in db.execute(
        "SELECT guild_id, number, recheck_on, json_extract(standing, '$.rated_by') AS who"
        " FROM claim INDEXED BY claim_to_recheck WHERE recheck_on BETWEEN ? AND ?"
        " AND merged_into IS NULL AND stage IN ('rated', 'disputed') ORDER BY guild_id, number",
        ((now - RECHECKS_WAIT).date().isoformat(), (now + AHEAD).date().isoformat()),
    ).fetchall():
        if row["who"] and row["who"] > 0 and _has_come(db, row, now) and not _was_told(db, row):
            told = Told(row["guild_id"], row["who"], Kind.RECHECK)
            due.setdefault((told, row["recheck_on"]), []).append(row["number"])
    for (told, day), numbers in due.items():
        yield told, day, numbers


def still_true(db: sqlite3.Connection, notice: sqlite3.Row, number: int, now: datetime) -> bool:
    """Whether what a notice that waited has to say of a claim holds now; news always do."""
    row = db.execute(
        "SELECT guild_id, stage, recheck_on, assignee, json_extract(standing, '$.rated_by') AS who"
        " FROM claim WHERE guild_id = ? AND number = ? AND merged_into IS NULL",
        (notice["guild_id"], number),
    ).fetchone()
    match notice["kind"]:
        case Kind.EXPIRED:
            return row is not None and row["stage"] == Stage.OPEN
        case Kind.SECOND:
            reader = history.person(db, notice["guild_id"], notice["user_id"])
            waits = row is not None and row["stage"] == Stage.REVIEW
            return waits and not reader.is_(row["assignee"])
        case Kind.RECHECK:
            reader = history.person(db, notice["guild_id"], notice["user_id"])
            mine = row is not None and reader.is_(row["who"])
            return mine and row["recheck_on"] is not None and _has_come(db, row, now)
    return True


def come_again(db: sqlite3.Connection, now: datetime) -> None:
    """
    Let the reminders of days that lie ahead again come at their day, after the clock was set back.

    What came early stays known, as a notice of no day.
    """
    for row in db.execute("SELECT * FROM notice WHERE key GLOB 'recheck *'").fetchall():
        day = row["key"].split()[2]
        if day <= digests.local_date(db, row["guild_id"], now).isoformat():
            continue
        if row["waits_until"] is not None and row["attempted_at"] is None:
            db.execute("DELETE FROM notice WHERE id = ?", (row["id"],))
        else:
            db.execute(
                "UPDATE notice SET key = 'early ' || key || ' ' || id WHERE id = ?", (row["id"],)
            )


def _is_time(db: sqlite3.Connection, now: datetime) -> bool:
    (last,) = db.execute("SELECT event FROM progress WHERE job = 'rechecks'").fetchone()
    if last <= to_epoch_seconds(now) < last + RECHECKS_EVERY.total_seconds():
        return False
    db.execute("UPDATE progress SET event = ? WHERE job = 'rechecks'", (to_epoch_seconds(now),))
    return True


def _has_come(db: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> bool:
    return bool(row["recheck_on"] <= digests.local_date(db, row["guild_id"], now).isoformat())


def _was_told(db: sqlite3.Connection, row: sqlite3.Row) -> bool:
    """Whether whoever rated the claim was told of this day, or will be."""
    begins = f"recheck {row['who']} {row['recheck_on']}"
    found = db.execute(
        "SELECT 1 FROM notice, json_each(news) WHERE guild_id = ? AND notice.key BETWEEN ? AND ?"
        " AND json_extract(json_each.value, '$.number') = ?",
        (row["guild_id"], begins, f"{begins}~", row["number"]),
    ).fetchone()
    return found is not None


def _others(db: sqlite3.Connection, guild_id: int, actor: int, now: datetime) -> list[int]:
    """Return who else decided in this server lately, the last first."""
    first = history.person(db, guild_id, actor)
    found = db.execute(
        "SELECT actor FROM event WHERE guild_id = ? AND at >= ? AND actor > 0"
        " AND action IN ('take', 'rate', 'dispute', 'drop', 'reopen')"
        " GROUP BY actor ORDER BY max(id) DESC LIMIT ?",
        (guild_id, to_epoch_seconds(now - ACTIVE), ASKED_AT_MOST + 1),
    )
    others = [row["actor"] for row in found if not first.is_(row["actor"])]
    return others[:ASKED_AT_MOST]
