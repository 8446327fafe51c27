"""
Digests: who wants one when, and which were sent.

A run is claimed before anything is sent and settled after it, so that a restart, a second
copy of the bot or a repeated job never sends a digest twice.
"""

import json
import sqlite3
from datetime import datetime, time, timedelta

from claims.digest import next_due
from claims.errors import RefusedError
from claims.ledger import rows, servers
from claims.ledger.rows import seconds
from claims.records import Change, Outcome, Run, Schedule, Standing

NONCE_LIFE = timedelta(minutes=3)
"""Discord drops a second message with the same nonce for "a few minutes" (its documentation);
a sending that was cut off is only taken up again within this time, else it counts as uncertain."""


def set_schedule(
    db: sqlite3.Connection, guild_id: int, schedule: Schedule, *, now: datetime
) -> datetime:
    """Give the server this schedule in place of any other; return when it is due next."""
    servers.ensure(db, guild_id)
    due = next_due(schedule, now)
    while _had_run(db, guild_id, due.on.isoformat()):
        due = next_due(schedule, due.at)
    db.execute(
        "INSERT OR REPLACE INTO digest_schedule VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            guild_id,
            schedule.channel_id,
            schedule.local_time.strftime("%H:%M"),
            schedule.zone,
            json.dumps(sorted(schedule.weekdays)),
            seconds(due.at),
            due.on.isoformat(),
        ),
    )
    return due.at


def get_schedule(db: sqlite3.Connection, guild_id: int) -> tuple[Schedule, datetime] | None:
    """Return the server's schedule and when it is due next, if it has one."""
    row = db.execute("SELECT * FROM digest_schedule WHERE guild_id = ?", (guild_id,)).fetchone()
    return (_schedule(row), rows.moment(row["next_run_at"])) if row else None


def clear_schedule(db: sqlite3.Connection, guild_id: int) -> bool:
    """Stop the server's digests; return whether there were any to stop."""
    return db.execute("DELETE FROM digest_schedule WHERE guild_id = ?", (guild_id,)).rowcount == 1


def claim_due(db: sqlite3.Connection, now: datetime, *, most: int = 100) -> list[Run]:
    """
    Take on the digests that are due, oldest first, and put their schedules to the next date.

    However long the bot was away, a server gets one run, not one a missed day. Sendings that
    were cut off are returned again while Discord still knows their nonce; older ones are
    marked uncertain and not sent again.
    """
    db.execute(
        "UPDATE digest_run SET outcome = ?, detail = 'cut off while being sent'"
        " WHERE outcome = ? AND claimed_at <= ?",
        (Outcome.UNCERTAIN, Outcome.CLAIMED, seconds(now - NONCE_LIFE)),
    )
    cut_off = db.execute(
        "SELECT * FROM digest_run WHERE outcome = ? ORDER BY id LIMIT ?", (Outcome.CLAIMED, most)
    ).fetchall()
    runs = [_run(row) for row in cut_off]
    # A server with a digest on its way waits for that one to end: both would tell the same.
    due = db.execute(
        "SELECT * FROM digest_schedule WHERE next_run_at <= ? AND NOT EXISTS ("
        "SELECT 1 FROM digest_run WHERE digest_run.guild_id = digest_schedule.guild_id"
        " AND outcome = ?) ORDER BY next_run_at LIMIT ?",
        (seconds(now), Outcome.CLAIMED, most),
    ).fetchall()
    for row in due:
        guild_id = row["guild_id"]
        run = _claim(db, guild_id, row["next_run_on"], row["channel_id"], now)
        if run:
            runs.append(run)
        following = next_due(_schedule(row), now)
        db.execute(
            "UPDATE digest_schedule SET next_run_at = ?, next_run_on = ? WHERE guild_id = ?",
            (seconds(following.at), following.on.isoformat(), guild_id),
        )
    return runs


def claim_now(
    db: sqlite3.Connection, guild_id: int, *, request: int, channel_id: int, now: datetime
) -> Run:
    """
    Take on a digest that somebody asked for; `request` is what makes it unique.

    Raises RefusedError while another digest of this server is on its way: both would tell
    the same.
    """
    servers.ensure(db, guild_id)
    busy = db.execute(
        "SELECT 1 FROM digest_run WHERE guild_id = ? AND outcome = ? AND claimed_at > ?",
        (guild_id, Outcome.CLAIMED, seconds(now - NONCE_LIFE)),
    ).fetchone()
    run = None if busy else _claim(db, guild_id, f"now {request}", channel_id, now)
    if run is None:
        raise RefusedError("A digest is being sent right now. Look at it first.")
    return run


def settle(
    db: sqlite3.Connection,
    run: Run,
    outcome: Outcome,
    *,
    message_id: int | None = None,
    detail: str = "",
) -> None:
    """
    Record what became of a claimed run. The next digest starts where the last sent one ended.

    A run of which it is known that it was sent, or why not, keeps that outcome.
    """
    db.execute(
        "UPDATE digest_run SET outcome = ?, message_id = ?, detail = ?"
        " WHERE id = ? AND outcome IN (?, ?)",
        (outcome, message_id, detail, run.id, Outcome.CLAIMED, Outcome.UNCERTAIN),
    )


def changes(db: sqlite3.Connection, run: Run) -> list[Change]:
    """Return the net change of each claim that anything happened to in the run's time."""
    found = db.execute(
        f"""
        WITH touched AS (
          SELECT number, min(id) AS first, max(id) AS last FROM event
          WHERE guild_id = :guild AND id > :since AND id <= :through GROUP BY number
        )
        SELECT {rows.COLUMNS},
               first_event.before AS before, last_event.after AS after,
               (SELECT reason FROM event  -- of the decision that stands, not of an undo
                WHERE guild_id = :guild AND number = touched.number AND id <= :through
                  AND action <> 'undo' AND NOT EXISTS (
                    SELECT 1 FROM event AS later
                    WHERE later.guild_id = :guild AND later.number = event.number
                      AND later.undone = event.id AND later.id <= :through)
                ORDER BY id DESC LIMIT 1) AS why,
               (SELECT title FROM appearance JOIN article
                  ON article.guild_id = appearance.guild_id AND article.id = appearance.article_id
                WHERE appearance.guild_id = claim.guild_id AND appearance.number = claim.number
                ORDER BY article.id LIMIT 1) AS article
        FROM touched
        JOIN claim ON claim.guild_id = :guild AND claim.number = touched.number
        {rows.SOURCE}
        JOIN event AS first_event ON first_event.id = touched.first
        JOIN event AS last_event ON last_event.id = touched.last
        ORDER BY touched.last
        """,
        {"guild": run.guild_id, "since": run.since, "through": run.through},
    ).fetchall()
    return [_change(db, run, row) for row in found]


def _change(db: sqlite3.Connection, run: Run, row: sqlite3.Row) -> Change:
    claim = rows.tracked(row)
    after = Standing.model_validate_json(row["after"])
    best = db.execute(
        "SELECT * FROM evidence WHERE guild_id = :guild AND number = :number"
        " AND brought_with <= :through AND (withdrawn_by IS NULL OR withdrawn_by > :through)"
        " ORDER BY id DESC LIMIT 1",
        {"guild": run.guild_id, "number": claim.number, "through": run.through},
    ).fetchone()
    return Change(
        claim=claim.model_copy(update={"standing": after}),
        before=Standing.model_validate_json(row["before"]) if row["before"] else None,
        reason=row["why"],
        evidence=rows.evidence(best) if best else None,
        article=row["article"] or "",
    )


def _claim(
    db: sqlite3.Connection, guild_id: int, key: str, channel_id: int, now: datetime
) -> Run | None:
    """Insert the run; None if the server had its digest for this key already."""
    row = db.execute(
        """
        INSERT INTO digest_run (guild_id, key, channel_id, since, through, claimed_at, outcome)
        SELECT :guild, :key, :channel,
          (SELECT coalesce(max(through), 0) FROM digest_run
           WHERE guild_id = :guild AND outcome = 'sent'),
          (SELECT coalesce(max(id), 0) FROM event WHERE guild_id = :guild),
          :now, 'claimed'
        WHERE true ON CONFLICT DO NOTHING RETURNING *
        """,
        {"guild": guild_id, "key": key, "channel": channel_id, "now": seconds(now)},
    ).fetchone()
    return _run(row) if row else None


def _had_run(db: sqlite3.Connection, guild_id: int, key: str) -> bool:
    found = db.execute(
        "SELECT 1 FROM digest_run WHERE guild_id = ? AND key = ?", (guild_id, key)
    ).fetchone()
    return found is not None


def _run(row: sqlite3.Row) -> Run:
    return Run(
        id=row["id"],
        guild_id=row["guild_id"],
        key=row["key"],
        channel_id=row["channel_id"],
        since=row["since"],
        through=row["through"],
    )


def _schedule(row: sqlite3.Row) -> Schedule:
    return Schedule(
        channel_id=row["channel_id"],
        local_time=time.fromisoformat(row["local_time"]),
        zone=row["zone"],
        weekdays=frozenset(json.loads(row["weekdays"])),
    )
