"""
Runs: digests that are taken on, sent and settled.

A run is claimed before anything is sent and settled after it, so that a restart, a second
copy of the bot or a repeated job never sends a digest twice. Between the two its row says what
is known: `claimed` may be sent, again and again, as long as Discord knows its nonce; after that
it is `uncertain`, and the channel has to be looked at before anything is sent.
"""

import sqlite3
from collections.abc import Collection
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

from claims import run_details
from claims.digest import Due, last_due, sent_until, weekly_day, zone_of
from claims.errors import RefusedError
from claims.ledger import digests, rows, servers
from claims.ledger.rows import seconds
from claims.records import Outcome, PastRun, Run
from claims.wording import say

NONCE_LIFE = timedelta(minutes=3)
"""Discord drops a second message with the same nonce for "a few minutes" (its documentation);
a sending that was cut off is only repeated blindly within this time."""

CLOCK_TOLERANCE = timedelta(minutes=2)
"""Clocks that are set back by less change nothing: it is below `NONCE_LIFE`."""

FIRST_WAIT = timedelta(seconds=2)
LONGEST_WAIT = timedelta(minutes=10)
"""Between tries, doubled each time: six of them within a nonce's life, and in an outage so few
that a thousand servers ask Discord for less than two things a second."""

NOW_LASTS = timedelta(minutes=15)
"""How long a digest that somebody asked for is tried: as long as Discord lets us answer them."""

LAST_LOOKS = 8
"""Tries to look into the channel once it is too late to send; then nobody will ever know."""

REFUSALS = 3
"""Days in a row on which Discord refuses the digest before the schedule is stopped: a channel
that is closed for an afternoon is none of our business, and refusals count against the bot."""


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
    _mind_clock(db, now)
    open_runs = db.execute(
        "SELECT * FROM digest_run WHERE retry_at <= ? ORDER BY retry_at, id LIMIT ?",
        (seconds(now), most + len(busy)),
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
        (seconds(now), most - len(runs)),
    ).fetchall()
    for row in due:
        try:
            run = _take_on(db, row, now)
        except ZoneInfoNotFoundError:
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
        on = _today(db, guild_id, now)
        key = f"now {request}"
        run = _claim(db, guild_id, key, channel_id, Due(now, on), now + NOW_LASTS, now)
    if run is None:
        raise RefusedError(say("A digest is being sent right now. Look at it first."))
    return run


def settle(
    db: sqlite3.Connection,
    run: Run,
    outcome: Outcome,
    *,
    now: datetime,
    message_id: int | None = None,
    detail: str = "",
) -> None:
    """
    Record what became of a claimed run. The next digest starts where the last sent one ended.

    A run of which it is known that it was sent, or why not, keeps that outcome. A schedule
    that Discord refused for `REFUSALS` days in a row is stopped.
    """
    settled = db.execute(
        "UPDATE digest_run SET outcome = ?, message_id = ?, detail = ?, retry_at = NULL"
        " WHERE id = ? AND outcome IN ('claimed', 'uncertain')",
        (outcome, message_id, detail, run.id),
    )
    if settled.rowcount and outcome is Outcome.FAILED and not run.key.startswith("now"):
        lately = db.execute(
            "SELECT outcome FROM digest_run WHERE guild_id = ? AND key NOT LIKE 'now%'"
            " AND outcome IN ('sent', 'failed') ORDER BY key DESC LIMIT ?",
            (run.guild_id, REFUSALS),
        ).fetchall()
        if [row["outcome"] for row in lately] == ["failed"] * REFUSALS:
            digests.stop(db, run.guild_id, detail, now=now)


def put_off(db: sqlite3.Connection, run: Run, *, now: datetime, detail: str) -> None:
    """
    See to the run again after a wait that doubles: Discord gave no answer.

    One that could not be looked for in time stays uncertain for good.
    """
    row = db.execute("SELECT * FROM digest_run WHERE id = ?", (run.id,)).fetchone()
    tries = row["tries"] + 1
    too_late = seconds(now) >= row["until"] and tries >= LAST_LOOKS
    if row["outcome"] == Outcome.UNCERTAIN and too_late:
        settle(db, run, Outcome.UNCERTAIN, now=now, detail=detail)
        return
    wait = min(FIRST_WAIT * 2 ** min(row["tries"], 20), LONGEST_WAIT)
    db.execute(
        "UPDATE digest_run SET tries = ?, retry_at = ?, detail = ?"
        " WHERE id = ? AND retry_at IS NOT NULL",
        (tries, seconds(now + wait), detail, run.id),
    )


def not_found(db: sqlite3.Connection, run: Run, *, now: datetime) -> Run | None:
    """Take on anew a run that is not in the channel; None if it is too late to send it."""
    row = db.execute("SELECT * FROM digest_run WHERE id = ?", (run.id,)).fetchone()
    if seconds(now) >= row["until"]:
        why = row["detail"] or run_details.CUT_OFF
        detail = run_details.TOO_LATE.format(why=why)
        settle(db, run, Outcome.MISSED, now=now, detail=detail)
        return None
    row = db.execute(
        "UPDATE digest_run SET outcome = 'claimed', attempted_at = ?, retry_at = ?"
        " WHERE id = ? RETURNING *",
        (seconds(now), seconds(now), run.id),
    ).fetchone()
    return run_of(row)


def get(db: sqlite3.Connection, guild_id: int, run_id: int) -> Run | None:
    """Return the server's run, if it is one of its own."""
    row = db.execute(
        "SELECT * FROM digest_run WHERE guild_id = ? AND id = ?", (guild_id, run_id)
    ).fetchone()
    return run_of(row) if row else None


def past(db: sqlite3.Connection, guild_id: int, *, most: int = 10) -> tuple[PastRun, ...]:
    """Return the server's latest runs, newest first."""
    found = db.execute(
        "SELECT * FROM digest_run WHERE guild_id = ? ORDER BY due_at DESC, id DESC LIMIT ?",
        (guild_id, most),
    )
    return tuple(
        PastRun(
            key=row["key"],
            first_on=row["first_on"],
            channel_id=row["channel_id"],
            due_at=rows.moment(row["due_at"]),
            outcome=row["outcome"],
            detail=row["detail"],
            message_id=row["message_id"],
        )
        for row in found
    )


def preview(db: sqlite3.Connection, guild_id: int, *, channel_id: int, now: datetime) -> Run:
    """Return the run that would be claimed now; nothing is stored."""
    covered = db.execute(
        f"SELECT {_SINCE}, {_THROUGH} FROM (SELECT 1)", {"guild": guild_id}
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
        weekly=_weekly(db, guild_id, _today(db, guild_id, now)),
    )


def _mind_clock(db: sqlite3.Connection, now: datetime) -> None:
    """Notice that the clock was set back: then no age is known, and schedules are too far ahead."""
    row = db.execute("SELECT seen_at FROM digest_clock").fetchone()
    seen = rows.moment(row["seen_at"]) if row else now
    if now < seen - CLOCK_TOLERANCE:
        db.execute(
            "UPDATE digest_run SET attempted_at = 0, retry_at = min(retry_at, ?)"
            " WHERE retry_at IS NOT NULL",
            (seconds(now),),
        )
        digests.set_clocks(db, now)
    # Once a minute is enough, and spares the disk.
    if row is None or now < seen - CLOCK_TOLERANCE or now > seen + timedelta(minutes=1):
        db.execute("INSERT OR REPLACE INTO digest_clock VALUES (1, ?)", (seconds(now),))


def _reopened(db: sqlite3.Connection, row: sqlite3.Row, now: datetime) -> Run:
    """Return a run whose time has come again, as uncertain if its nonce may be forgotten."""
    if row["outcome"] == Outcome.CLAIMED and (
        row["attempted_at"] <= seconds(now - NONCE_LIFE) or row["until"] <= seconds(now)
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
        _miss(db, row, pending, latest)
        return None
    earlier = last_due(schedule, latest.at - timedelta(seconds=1))
    if earlier and pending.on <= earlier.on < latest.on:
        _miss(db, row, pending, earlier)
    key = latest.on.isoformat()
    return _claim(db, guild_id, key, row["channel_id"], latest, until, now)


def _miss(db: sqlite3.Connection, row: sqlite3.Row, first: Due, last: Due) -> None:
    """Record that the digests from `first` to `last` were not sent while the bot was away."""
    why = run_details.NOT_RUNNING
    _set_missed(db, row["guild_id"], row["channel_id"], first.on, last.on, last.at, why)


def _set_missed(
    db: sqlite3.Connection,
    guild_id: int,
    channel_id: int,
    first: date,
    last: date,
    due_at: datetime,
    why: str,
) -> None:
    """
    Record the dates from `first` to `last` as missed, but those that had their digest.

    One row has them all: that of the last date without a digest. Some can have had theirs when
    the clock was wrong.
    """
    had = _outcomes(db, guild_id, first, last)
    while had.get(last, Outcome.MISSED) is not Outcome.MISSED:
        last -= timedelta(days=1)
    if last < first:
        return
    db.execute(
        f"""
        INSERT INTO digest_run (guild_id, key, first_on, channel_id, since, through, due_at, until,
                                claimed_at, attempted_at, outcome, detail)
        SELECT :guild, :key, nullif(:first, :key), :channel, {_SINCE}, {_SINCE}, :due, :due, :due,
               :due, 'missed', :why
        WHERE true
        ON CONFLICT DO UPDATE
          SET first_on = nullif(min(coalesce(first_on, key), :first), key)
        """,
        {
            "guild": guild_id,
            "key": last.isoformat(),
            "first": first.isoformat(),
            "channel": channel_id,
            "due": seconds(due_at),
            "why": why,
        },
    )


def _outcomes(
    db: sqlite3.Connection, guild_id: int, first: date, last: date
) -> dict[date, Outcome]:
    """Return what became of the server's digests of these dates, so far as there were any."""
    found = db.execute(
        "SELECT key, outcome FROM digest_run WHERE guild_id = ? AND key BETWEEN ? AND ?",
        (guild_id, first.isoformat(), last.isoformat()),
    )
    return {date.fromisoformat(row["key"]): Outcome(row["outcome"]) for row in found}


def _free(db: sqlite3.Connection, guild_id: int, key: str) -> None:
    """Take a date out of the missed ones, as it gets its digest after all; the rest stay missed."""
    # A clock that was wrong and is set right lets dates come again.
    row = db.execute(
        "DELETE FROM digest_run WHERE guild_id = ? AND key = ? AND outcome = 'missed' RETURNING *",
        (guild_id, key),
    ).fetchone()
    if row and row["first_on"]:
        first, day_before = date.fromisoformat(row["first_on"]), date.fromisoformat(key)
        day_before -= timedelta(days=1)
        due_at = rows.moment(row["due_at"])
        _set_missed(db, guild_id, row["channel_id"], first, day_before, due_at, row["detail"])


_SINCE = """(SELECT coalesce(max(through), 0) FROM digest_run
             WHERE guild_id = :guild AND outcome = 'sent')"""
_THROUGH = "(SELECT coalesce(max(id), 0) FROM event WHERE guild_id = :guild)"


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
    _free(db, guild_id, key)
    weekly = _weekly(db, guild_id, due.on)
    row = db.execute(
        f"""
        INSERT INTO digest_run (guild_id, key, channel_id, since, through, due_at, until,
                                claimed_at, attempted_at, retry_at, outcome, weekly)
        SELECT :guild, :key, :channel, {_SINCE}, {_THROUGH}, :due, :until, :now, :now, :now,
               'claimed', :weekly
        WHERE true ON CONFLICT DO NOTHING RETURNING *
        """,
        {
            "guild": guild_id,
            "key": key,
            "channel": channel_id,
            "due": seconds(due.at),
            "until": seconds(until),
            "now": seconds(now),
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
    return None if had or began is None or rows.day(began) >= day else day


def _today(db: sqlite3.Connection, guild_id: int, now: datetime) -> date:
    """Return the date in the server's zone, as far as that is known."""
    scheduled = digests.get_schedule(db, guild_id)
    try:
        return now.astimezone(zone_of(scheduled[0].zone) if scheduled else UTC).date()
    except ZoneInfoNotFoundError:
        return now.astimezone(UTC).date()


def run_of(row: sqlite3.Row) -> Run:
    """Read a run from its row."""
    return Run(
        id=row["id"],
        guild_id=row["guild_id"],
        key=row["key"],
        channel_id=row["channel_id"],
        since=row["since"],
        through=row["through"],
        due_at=rows.moment(row["due_at"]),
        claimed_at=rows.moment(row["claimed_at"]),
        attempted_at=rows.moment(row["attempted_at"]),
        outcome=row["outcome"],
        weekly=row["weekly"],
    )
