"""
Digests: who wants one when, with what in it, and which schedules were stopped.

What is taken on and sent is in `runs`, what is told in `news`.
"""

import json
import sqlite3
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfoNotFoundError

from claims.digests.compose import Due, last_due, next_due, sent_until, zone_of
from claims.digests.records import Choice, Schedule, Section, Stop
from claims.ledger import rows, servers
from claims.ledger.digests import missed_runs
from claims.ledger.rows import to_epoch_seconds


def set_schedule(
    db: sqlite3.Connection, guild_id: int, schedule: Schedule, *, now: datetime, actor: int = 0
) -> datetime:
    """
    Give the server this schedule in place of any other; return when it is due next.

    A date never has two digests, and none loses its own: where today's is still to come and
    the new time of day is past already, today's comes when it was to come.
    """
    servers.ensure(db, guild_id)
    due = due_anew(db, guild_id, schedule, now)
    old = _row(db, guild_id)
    if old and old["stopped_at"] is None:
        awaited = pending(old)
        chosen = awaited.on.weekday() in schedule.weekdays
        if chosen and now < awaited.at < due.at and awaited.on < due.on:
            due = awaited
    db.execute(
        "INSERT OR REPLACE INTO digest_schedule (guild_id, channel_id, local_time, zone, weekdays,"
        " next_run_at, next_run_on, set_by, turn) VALUES (?, ?, ?, ?, ?, ?, ?, ?, random())",
        (
            guild_id,
            schedule.channel_id,
            schedule.local_time.strftime("%H:%M"),
            schedule.zone,
            json.dumps(sorted(schedule.weekdays)),
            to_epoch_seconds(due.at),
            due.on.isoformat(),
            actor,
        ),
    )
    servers.follow_zone(db, guild_id)
    servers.time_anew(db, guild_id)
    return due.at


def get_schedule(db: sqlite3.Connection, guild_id: int) -> tuple[Schedule, datetime] | None:
    """Return the server's schedule and when it is due next, if it has one that is not stopped."""
    row = _row(db, guild_id)
    if row is None or row["stopped_at"] is not None:
        return None
    return schedule_of(row), rows.from_epoch_seconds(row["next_run_at"])


def clear_schedule(db: sqlite3.Connection, guild_id: int) -> bool:
    """
    Stop the server's digests; return whether there were any to stop.

    Their zone stays the server's, where it chose none: nights are no less quiet without digests.
    """
    servers.keep_zone(db, guild_id)
    return db.execute("DELETE FROM digest_schedule WHERE guild_id = ?", (guild_id,)).rowcount == 1


def local_date(db: sqlite3.Connection, guild_id: int, moment: datetime) -> date:
    """Return the date in the server's zone, as far as that is known."""
    zone = servers.zone(db, guild_id)
    try:
        return moment.astimezone(zone_of(zone) if zone else UTC).date()
    except ZoneInfoNotFoundError:
        return moment.astimezone(UTC).date()


def choice(db: sqlite3.Connection, guild_id: int) -> Choice:
    """Return what the server wants in its digest."""
    row = db.execute("SELECT * FROM digest_choice WHERE guild_id = ?", (guild_id,)).fetchone()
    if row is None:
        return Choice()
    return choice_of(row)


def choice_of(row: sqlite3.Row) -> Choice:
    """Read what a server chose from its row."""
    return Choice(
        hidden=frozenset(Section(name) for name in json.loads(row["hidden"])),
        least_worth=row["least_worth"],
        tag=row["tag"],
        ping_role_id=row["ping_role_id"],
        skip_empty=bool(row["skip_empty"]),
        weekly_on=row["weekly_on"],
    )


def set_choice(db: sqlite3.Connection, guild_id: int, wanted: Choice) -> None:
    """Let the server have this in its digest."""
    servers.ensure(db, guild_id)
    db.execute(
        "INSERT OR REPLACE INTO digest_choice VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            guild_id,
            json.dumps(sorted(wanted.hidden)),
            wanted.least_worth,
            wanted.tag,
            wanted.ping_role_id,
            wanted.skip_empty,
            wanted.weekly_on,
        ),
    )


def put_to_next(db: sqlite3.Connection, guild_id: int, due: Due) -> None:
    """Put the server's schedule to this date, with a new place among those due at once."""
    db.execute(
        "UPDATE digest_schedule SET next_run_at = ?, next_run_on = ?, turn = random()"
        " WHERE guild_id = ?",
        (to_epoch_seconds(due.at), due.on.isoformat(), guild_id),
    )


def due_anew(db: sqlite3.Connection, guild_id: int, schedule: Schedule, now: datetime) -> Due:
    """Return the first run after `now` whose date had none yet; a missed date had none."""
    due = next_due(schedule, now)
    while _had_run(db, guild_id, due.on.isoformat()):
        due = next_due(schedule, due.at)
    return due


def set_clocks(db: sqlite3.Connection, now: datetime) -> None:
    """
    Compute all schedules anew, after the clock was set back: they may lie too far ahead.

    A date that was missed by the clock that was ahead, and by this one is not over, was not missed.
    """
    for row in db.execute(
        "SELECT * FROM digest_schedule WHERE stopped_at IS NULL AND next_run_at > ?",
        (to_epoch_seconds(now),),
    ).fetchall():
        try:
            due = _awaited(db, row["guild_id"], schedule_of(row), now)
        except ZoneInfoNotFoundError:
            continue  # it is stopped when it is due
        if to_epoch_seconds(due.at) < row["next_run_at"]:
            put_to_next(db, row["guild_id"], due)


def _awaited(db: sqlite3.Connection, guild_id: int, schedule: Schedule, now: datetime) -> Due:
    """Return what a schedule waits for by a clock that was set back."""
    latest, following = last_due(schedule, now), next_due(schedule, now)
    still = latest if latest and sent_until(latest, following) > now else following
    if missed_runs.free_from(db, guild_id, still) and not _had_run(db, guild_id, str(still.on)):
        return still
    return due_anew(db, guild_id, schedule, now)


def stop(db: sqlite3.Connection, guild_id: int, why: str, *, now: datetime) -> None:
    """Stop a schedule that cannot be served, until somebody sets it again."""
    db.execute(
        "UPDATE digest_schedule SET stopped_at = ?, stopped_why = ? WHERE guild_id = ?",
        (to_epoch_seconds(now), why, guild_id),
    )


def stopped(db: sqlite3.Connection, guild_id: int) -> Stop | None:
    """Return why the server's schedule was stopped, if it was."""
    row = _row(db, guild_id)
    return _stop(row) if row and row["stopped_at"] is not None else None


def untold_stops(db: sqlite3.Connection, *, most: int = 20) -> list[Stop]:
    """Return the stopped schedules of which nobody was told yet."""
    found = db.execute(
        "SELECT * FROM digest_schedule WHERE stopped_at IS NOT NULL AND told_at IS NULL"
        " ORDER BY stopped_at LIMIT ?",
        (most,),
    )
    return [_stop(row) for row in found]


def set_told(db: sqlite3.Connection, stop: Stop, *, now: datetime) -> None:
    """Record that a manager was told of the stop, or that none can be."""
    db.execute(
        "UPDATE digest_schedule SET told_at = ? WHERE guild_id = ? AND stopped_at = ?",
        (to_epoch_seconds(now), stop.guild_id, to_epoch_seconds(stop.at)),
    )


def schedule_of(row: sqlite3.Row) -> Schedule:
    return Schedule(
        channel_id=row["channel_id"],
        local_time=time.fromisoformat(row["local_time"]),
        zone=row["zone"],
        weekdays=frozenset(json.loads(row["weekdays"])),
    )


def pending(row: sqlite3.Row) -> Due:
    """Return the run that a schedule's row waits for."""
    return Due(rows.from_epoch_seconds(row["next_run_at"]), date.fromisoformat(row["next_run_on"]))


def _row(db: sqlite3.Connection, guild_id: int) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM digest_schedule WHERE guild_id = ?", (guild_id,)
    ).fetchone()
    return row


def _had_run(db: sqlite3.Connection, guild_id: int, key: str) -> bool:
    found = db.execute(
        "SELECT 1 FROM digest_run WHERE guild_id = ? AND key = ? AND outcome <> 'missed'",
        (guild_id, key),
    ).fetchone()
    return found is not None


def _stop(row: sqlite3.Row) -> Stop:
    return Stop(
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        set_by=row["set_by"],
        at=rows.from_epoch_seconds(row["stopped_at"]),
        why=row["stopped_why"],
    )
