"""Which digests are due now: each taken on once, before anything is sent."""

import sqlite3
from collections.abc import Collection
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from claims.digests import run_details, zones
from claims.digests.compose import Due, last_due, sent_until, weekly_day
from claims.digests.records import Run
from claims.errors import RefusedError
from claims.ledger import rows, servers
from claims.ledger.digests import clock, digests
from claims.ledger.digests.missed_runs import free, miss
from claims.ledger.digests.run_rows import SINCE, THROUGH, run_of
from claims.ledger.digests.runs import NONCE_LIFE, NOW_LASTS
from claims.ledger.rows import to_epoch_seconds
from claims.records.notices import Outcome


def claim_due(
    db: sqlite3.Connection, now: datetime, *, most: int = 100, busy: Collection[int] = ()
) -> list[Run]:
    """
    Take on the digests that are due, oldest first, and put their schedules to the next date.

    However long the bot was away, a server gets one run, not one a missed day, and none if it
    is too late (`sent_until`); what was missed is recorded. Sendings that came to nothing or
    were cut off are returned again when their time has come, but those named as `busy`. One
    with the outcome `uncertain` must be looked for in the channel first.
    """
    clock.mind(db, now)
    open_runs = db.execute(
        "SELECT * FROM digest_run WHERE retry_at <= ? ORDER BY retry_at, id LIMIT ?",
        (to_epoch_seconds(now), most + len(busy)),
    ).fetchall()
    waiting = [row for row in open_runs if row["id"] not in busy]
    runs = [_reopened(db, row, now) for row in waiting[:most]]
    # A server with a digest on its way waits for that one to end: both would tell the same.
    due = db.execute(
        "SELECT * FROM digest_schedule WHERE next_run_at <= ? AND stopped_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM digest_run WHERE retry_at IS NOT NULL"
        "  AND digest_run.guild_id = digest_schedule.guild_id)"
        " AND NOT EXISTS (SELECT 1 FROM server WHERE left_at IS NOT NULL"
        "  AND server.guild_id = digest_schedule.guild_id)"
        " ORDER BY next_run_at, turn LIMIT ?",
        (to_epoch_seconds(now), most - len(runs)),
    ).fetchall()
    for row in due:
        try:
            run = _take_on(db, row, now)
        except ZoneInfoNotFoundError:
            if zones.no_data():
                continue  # all wait until there is some
            why = run_details.ZONE_GONE.format(zone=row["zone"])
            digests.stop(db, row["guild_id"], why, now=now)
            continue
        if run:
            runs.append(run)
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
        "SELECT 1 FROM digest_run WHERE guild_id = ? AND retry_at IS NOT NULL", (guild_id,)
    ).fetchone()
    run = None
    if not busy:
        on = digests.local_date(db, guild_id, now)
        key = f"now {request}"
        run = _claim(db, guild_id, key, channel_id, Due(now, on), now + NOW_LASTS, now)
    if run is None:
        raise RefusedError("A digest is being sent right now. Look at it first.")
    return run


def preview(db: sqlite3.Connection, guild_id: int, *, channel_id: int, now: datetime) -> Run:
    """Return the run that would be claimed now; nothing is stored."""
    covered = db.execute(
        f"SELECT {SINCE}, {THROUGH} FROM (SELECT 1)", {"guild": guild_id}
    ).fetchone()
    return Run(
        id=0,
        guild_id=guild_id,
        key="preview",
        channel_id=channel_id,
        since=covered[0],
        through=covered[1],
        due_at=now,
        claimed_at=now,
        attempted_at=now,
        weekly=_weekly(db, guild_id, digests.local_date(db, guild_id, now)),
    )


def _reopened(db: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> Run:
    """Return a run whose time has come again, as uncertain if its nonce may be forgotten."""
    if row["outcome"] == Outcome.CLAIMED and (
        row["attempted_at"] <= to_epoch_seconds(now - NONCE_LIFE)
        or row["until"] <= to_epoch_seconds(now)
    ):
        row = db.execute(
            "UPDATE digest_run SET outcome = 'uncertain' WHERE id = ? RETURNING *", (row["id"],)
        ).fetchone()
    return run_of(row)


def _take_on(db: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> Run | None:
    """Claim the latest run that is due, record those before it as missed, and go on to the next."""
    guild_id, schedule, pending = row["guild_id"], digests.schedule_of(row), digests.pending(row)
    latest = last_due(schedule, now) or pending
    if latest.on <= pending.on:
        latest = pending
    following = digests.due_anew(db, guild_id, schedule, now)
    digests.put_to_next(db, guild_id, following)
    until = sent_until(latest, following)
    if until <= now:
        miss(db, row, pending, latest)
        return None
    earlier = last_due(schedule, latest.at - timedelta(seconds=1))
    if earlier and pending.on <= earlier.on < latest.on:
        miss(db, row, pending, earlier)
    key = latest.on.isoformat()
    return _claim(db, guild_id, key, row["channel_id"], latest, until, now)


def _claim(
    db: sqlite3.Connection,
    guild_id: int,
    key: str,
    channel_id: int,
    due: Due,
    until: datetime,
    now: datetime,
) -> Run | None:
    """Insert the run; None if the server had its digest for this key already."""
    free(db, guild_id, key)
    weekly = _weekly(db, guild_id, due.on)
    row = db.execute(
        f"""
        INSERT INTO digest_run (guild_id, key, channel_id, since, through, due_at, until,
                                claimed_at, attempted_at, retry_at, outcome, weekly)
        SELECT :guild, :key, :channel, {SINCE}, {THROUGH}, :due, :until, :now, :now, :now,
               'claimed', :weekly
        WHERE true ON CONFLICT DO NOTHING RETURNING *
        """,
        {
            "guild": guild_id,
            "key": key,
            "channel": channel_id,
            "due": to_epoch_seconds(due.at),
            "until": to_epoch_seconds(until),
            "now": to_epoch_seconds(now),
            "weekly": weekly.isoformat() if weekly else None,
        },
    ).fetchone()
    return run_of(row) if row else None


def _weekly(db: sqlite3.Connection, guild_id: int, on: date) -> date | None:
    """
    Return the chosen weekday whose weekly part a digest of this date carries; None for none.

    It is carried once, by the first digest of that day or later, and not in a server whose
    history only began since.
    """
    weekday = digests.choice(db, guild_id).weekly_on
    if weekday is None:
        return None
    day = weekly_day(weekday, on)
    (began,) = db.execute("SELECT min(day) FROM tally WHERE guild_id = ?", (guild_id,)).fetchone()
    had = db.execute(
        "SELECT 1 FROM digest_run WHERE guild_id = ? AND weekly >= ?"
        " AND outcome NOT IN ('failed', 'missed')",
        (guild_id, day.isoformat()),
    ).fetchone()
    return None if had or began is None or rows.from_epoch_days(began) >= day else day
