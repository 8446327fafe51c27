"""
Notices: messages to people and channels, each taken on before it is sent and settled afterwards.

Who has to be told of what is written down by `telling`. What is written waits: for the end of the
server's quiet hours, and where Discord did not answer for the next try. Within the life of its
nonce a notice is sent again blindly; after that it is `uncertain`, and has to be looked for first.
"""

import json
import sqlite3
from collections.abc import Collection
from datetime import datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from claims.ledger import rows, servers
from claims.ledger.digests import clock
from claims.ledger.digests.runs import LAST_LOOKS, NONCE_LIFE, next_wait
from claims.ledger.members import notice_queue, reminders
from claims.ledger.members.reminders import RECHECKS_WAIT
from claims.ledger.rows import to_epoch_seconds
from claims.records.notices import Kind, News, Notice, Outcome
from claims.rules.quiet_hours import may_write_at

KEPT = 2 * RECHECKS_WAIT
"""How long it is known who was told what. A day to check again is told of for RECHECKS_WAIT, and
once; the double leaves room for a clock that was set back."""

TRIED = timedelta(days=7)
"""How long a notice is tried from its first try on. No outage of Discord's has lasted a tenth of
that; who cannot be told within it has other cares."""


def claim_due(
    db: sqlite3.Connection, now: datetime, *, most: int = 100, busy: Collection[int] = ()
) -> list[Notice]:
    """
    Take on the notices whose time has come, those that waited longest first.

    Those that were cut off while being sent are returned again, but for those named as `busy`;
    one with the outcome `uncertain` must be looked for first. None is returned for a person
    while it is quiet in their server, nor for a server that the bot has left, nor while an
    earlier one to the same reader is open: what is older must not be read last.
    """
    clock.mind(db, now)
    notice_queue.write(db, now)
    found: list[Notice] = []
    while len(found) < most:
        due = db.execute(
            f"SELECT * FROM notice WHERE waits_until <= ? AND NOT {_LEFT} AND NOT {_FOLLOWS}"
            " AND id NOT IN (SELECT value FROM json_each(?)) ORDER BY waits_until, id LIMIT ?",
            (
                to_epoch_seconds(now),
                json.dumps([*busy, *(notice.id for notice in found)]),
                most - len(found),
            ),
        ).fetchall()
        if not due:
            break
        found += [notice for row in due if (notice := _taken_on(db, row, now))]
    return found


_LEFT = """EXISTS (SELECT 1 FROM server
    WHERE left_at IS NOT NULL AND server.guild_id = notice.guild_id)"""

_FOLLOWS = """EXISTS (SELECT 1 FROM notice AS earlier
    WHERE earlier.guild_id = notice.guild_id AND earlier.user_id IS notice.user_id
    AND earlier.waits_until IS NOT NULL AND earlier.id < notice.id
    AND (notice.user_id IS NOT NULL OR earlier.channel_id IS notice.channel_id))"""


def waits(db: sqlite3.Connection, notice: Notice) -> bool:
    """Whether a notice that was taken on is still to be sent: its reader may have been erased."""
    row = _row(db, notice)
    return row is not None and row["waits_until"] is not None


def settle(db: sqlite3.Connection, notice: Notice, outcome: Outcome) -> None:
    """Record what became of a notice; one that is settled stays so."""
    db.execute(
        "UPDATE notice SET outcome = ?, waits_until = NULL"
        " WHERE id = ? AND user_id IS ? AND waits_until IS NOT NULL",
        (outcome, notice.id, notice.user_id),
    )


def put_off(db: sqlite3.Connection, notice: Notice, *, now: datetime) -> None:
    """
    See to the notice again after a wait that doubles: Discord gave no answer.

    One that could not be looked for in time stays uncertain for good. Nothing is done where its
    reader was erased meanwhile.
    """
    row = _row(db, notice)
    if row is None:
        return
    too_late = (
        now >= rows.from_epoch_seconds(row["claimed_at"]) + TRIED and row["tries"] + 1 >= LAST_LOOKS
    )
    if row["outcome"] == Outcome.UNCERTAIN and too_late:
        settle(db, notice, Outcome.UNCERTAIN)
        return
    db.execute(
        "UPDATE notice SET tries = tries + 1, waits_until = ?"
        " WHERE id = ? AND waits_until IS NOT NULL",
        (to_epoch_seconds(now + next_wait(row["tries"])), notice.id),
    )


def not_found(db: sqlite3.Connection, notice: Notice, *, now: datetime) -> Notice | None:
    """
    Take on anew a notice that never came.

    None if it is too late, or true no longer, or its reader was erased meanwhile.
    """
    row = _row(db, notice)
    if row is None:
        return None
    left = _still_true(db, row, now)
    if left is None or now >= rows.from_epoch_seconds(row["claimed_at"]) + TRIED:
        settle(db, notice, Outcome.FAILED)
        return None
    row = db.execute(
        "UPDATE notice SET news = ?, outcome = 'claimed', attempted_at = ?, waits_until = ?"
        " WHERE id = ? RETURNING *",
        (left, to_epoch_seconds(now), to_epoch_seconds(now), notice.id),
    ).fetchone()
    return _notice(row)


def forget_settled(db: sqlite3.Connection, *, now: datetime) -> int:
    """Forget who was told what, a while after they were; return how many notices that was."""
    done = db.execute(
        "DELETE FROM notice WHERE waits_until IS NULL AND claimed_at <= ?",
        (to_epoch_seconds(now - KEPT),),
    )
    return done.rowcount


def _taken_on(db: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> Notice | None:
    """Return a notice whose time has come; None if it has to wait on, or has nothing to say."""
    at = _may_be_sent_at(db, row, now)
    if at > now:
        db.execute(
            "UPDATE notice SET waits_until = ? WHERE id = ?", (to_epoch_seconds(at), row["id"])
        )
        return None
    outcome, news = row["outcome"], row["news"]
    if row["attempted_at"] is None:
        news = _still_true(db, row, now)
        if news is None:
            db.execute("DELETE FROM notice WHERE id = ?", (row["id"],))
            return None
        db.execute(
            "UPDATE notice SET claimed_at = ?, attempted_at = ? WHERE id = ?",
            (to_epoch_seconds(now), to_epoch_seconds(now), row["id"]),
        )
    elif row["attempted_at"] <= to_epoch_seconds(now - NONCE_LIFE):
        outcome = Outcome.UNCERTAIN
    taken = db.execute(
        "UPDATE notice SET news = ?, outcome = ?, waits_until = ? WHERE id = ? RETURNING *",
        (news, outcome, to_epoch_seconds(now), row["id"]),
    ).fetchone()
    return _notice(taken)


def _still_true(db: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> str | None:
    """Return, to be kept, what a notice has to say that holds now; None for nothing any more."""
    left = [n for n in _news(row) if reminders.still_true(db, row, n.number, now)]
    return notice_queue.dumped(left) if left or row["kind"] == Kind.STOPPED else None


def _may_be_sent_at(db: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> datetime:
    if row["user_id"] is None and row["kind"] != Kind.STOPPED:  # of a channel
        return now
    try:
        return may_write_at(servers.get(db, row["guild_id"]).quiet, now)
    except ZoneInfoNotFoundError:  # which the digest of the server says
        return now


def _row(db: sqlite3.Connection, notice: Notice) -> sqlite3.Row | None:
    """Return what is kept of a notice; None where it was deleted with its reader or its server."""
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM notice WHERE id = ? AND guild_id = ? AND user_id IS ?",
        (notice.id, notice.guild_id, notice.user_id),
    ).fetchone()
    return row


def _news(row: sqlite3.Row) -> tuple[News, ...]:
    return tuple(News.model_validate(item) for item in json.loads(row["news"]))


def _notice(row: sqlite3.Row) -> Notice:
    return Notice(
        id=row["id"],
        guild_id=row["guild_id"],
        user_id=row["user_id"],
        channel_id=row["channel_id"],
        kind=row["kind"],
        news=_news(row),
        claimed_at=rows.from_epoch_seconds(row["claimed_at"]),
        outcome=row["outcome"],
    )
