"""
Runs: digests that are taken on, sent and settled.

A run is claimed before anything is sent and settled after it, so that a restart, a second
copy of the bot or a repeated job never sends a digest twice. Between the two its row says what
is known: `claimed` may be sent, again and again, as long as Discord knows its nonce; after that
it is `uncertain`, and the channel has to be looked at before anything is sent.
"""

import sqlite3
from datetime import datetime, timedelta

from claims.digests import run_details
from claims.digests.records import REFUSALS, PastRun, Run
from claims.ledger import rows
from claims.ledger.digests import digests
from claims.ledger.digests.run_rows import run_of
from claims.ledger.history import seals
from claims.ledger.history.seals import Rows
from claims.ledger.rows import to_epoch_seconds
from claims.records.notices import Outcome

NONCE_LIFE = timedelta(minutes=3)
"""Discord drops a second message with the same nonce for "a few minutes" (its documentation);
a sending that was cut off is only repeated blindly within this time."""


FIRST_WAIT = timedelta(seconds=2)


LONGEST_WAIT = timedelta(minutes=10)
"""Between tries, doubled each time: six of them within a nonce's life, and in an outage so few
that a thousand servers ask Discord for less than two things a second."""


NOW_LASTS = timedelta(minutes=15)
"""How long a digest that somebody asked for is tried: as long as Discord lets us answer them."""


LAST_LOOKS = 8
"""Tries to look into the channel once it is too late to send; then nobody will ever know."""


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
    with seals.watch(db, run.guild_id, Rows("digest_run", "digest_run.id = ?", (run.id,))):
        settled = db.execute(
            "UPDATE digest_run SET outcome = ?, message_id = ?, detail = ?, retry_at = NULL"
            " WHERE id = ? AND outcome IN ('claimed', 'uncertain')",
            (outcome, message_id, detail, run.id),
        )
    if settled.rowcount and outcome is Outcome.FAILED and run.key[0].isdigit():
        lately = db.execute(
            "SELECT outcome FROM digest_run WHERE guild_id = ? AND key GLOB '[0-9]*'"
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
    too_late = to_epoch_seconds(now) >= row["until"] and tries >= LAST_LOOKS
    if row["outcome"] == Outcome.UNCERTAIN and too_late:
        settle(db, run, Outcome.UNCERTAIN, now=now, detail=detail)
        return
    db.execute(
        "UPDATE digest_run SET tries = ?, retry_at = ?, detail = ?"
        " WHERE id = ? AND retry_at IS NOT NULL",
        (tries, to_epoch_seconds(now + next_wait(row["tries"])), detail, run.id),
    )


def next_wait(tries: int) -> timedelta:
    """Return how long to wait after so many tries, and one more, that came to nothing."""
    doubled: timedelta = FIRST_WAIT * 2 ** min(tries, 20)
    return min(doubled, LONGEST_WAIT)


def not_found(db: sqlite3.Connection, run: Run, *, now: datetime) -> Run | None:
    """Take on anew a run that is not in the channel; None if it is too late to send it."""
    row = db.execute("SELECT * FROM digest_run WHERE id = ?", (run.id,)).fetchone()
    if to_epoch_seconds(now) >= row["until"]:
        why = row["detail"] or run_details.CUT_OFF
        detail = run_details.TOO_LATE.format(why=why)
        settle(db, run, Outcome.MISSED, now=now, detail=detail)
        return None
    with seals.watch(db, run.guild_id, Rows("digest_run", "digest_run.id = ?", (run.id,))):
        row = db.execute(
            "UPDATE digest_run SET outcome = 'claimed', attempted_at = ?, retry_at = ?"
            " WHERE id = ? RETURNING *",
            (to_epoch_seconds(now), to_epoch_seconds(now), run.id),
        ).fetchone()
    return run_of(row)


def get(db: sqlite3.Connection, guild_id: int, run_id: int) -> Run | None:
    """Return the server's run, if it is one of its own."""
    row = db.execute(
        "SELECT * FROM digest_run WHERE guild_id = ? AND id = ?", (guild_id, run_id)
    ).fetchone()
    return run_of(row) if row else None


def is_in(db: sqlite3.Connection, guild_id: int, run_id: int, *, channel_id: int) -> bool:
    """Whether the server's digest with this number is in the channel, as far as anybody knows."""
    row = db.execute(
        "SELECT 1 FROM digest_run WHERE guild_id = ? AND id = ? AND channel_id = ?"
        " AND outcome IN ('sent', 'claimed', 'uncertain')",
        (guild_id, run_id, channel_id),
    ).fetchone()
    return row is not None


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
            due_at=rows.from_epoch_seconds(row["due_at"]),
            outcome=row["outcome"],
            detail=row["detail"],
            message_id=row["message_id"],
        )
        for row in found
    )
