"""
Greetings: each server is greeted once, by one message.

One is taken on before anything is sent and settled after it, as digests are: `claimed` may be
sent, again and again, as long as Discord knows its nonce; after that it is `uncertain`, and the
channel has to be looked at before anything is sent.
"""

import sqlite3
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime, timedelta

from claims.ledger import rows, servers
from claims.ledger.digests import clock
from claims.ledger.digests.runs import NONCE_LIFE, next_wait
from claims.ledger.rows import to_epoch_seconds
from claims.records.notices import Greeting, Outcome

LASTS = timedelta(days=1)
"""How long a greeting is tried: whoever invited the bot has found their way by then."""


def strangers(db: sqlite3.Connection, guild_ids: Iterable[int]) -> list[int]:
    """Return those servers of which the ledger knows nothing: neither a choice nor a greeting."""
    known = {row["guild_id"] for row in db.execute("SELECT guild_id FROM server")}
    return [guild_id for guild_id in guild_ids if guild_id not in known]


def take_on(db: sqlite3.Connection, channels: Mapping[int, int], *, now: datetime) -> None:
    """Take on greeting these servers, each in its channel; one that is known by now is left."""
    for guild_id in strangers(db, channels):
        servers.ensure(db, guild_id)
        at = to_epoch_seconds(now)
        db.execute(
            "INSERT INTO greeting (guild_id, channel_id, claimed_at, attempted_at, retry_at,"
            " outcome) VALUES (?, ?, ?, ?, ?, 'claimed')",
            (guild_id, channels[guild_id], at, at, at),
        )


def due(
    db: sqlite3.Connection, now: datetime, *, most: int, busy: Collection[int] = ()
) -> list[Greeting]:
    """
    Return greetings whose time has come, but those of servers named as `busy`.

    One with the outcome `uncertain` must be looked for in the channel first.
    """
    clock.mind(db, now)
    db.execute(
        "UPDATE greeting SET outcome = 'uncertain'"
        " WHERE retry_at <= ? AND outcome = 'claimed' AND attempted_at <= ?",
        (to_epoch_seconds(now), to_epoch_seconds(now - NONCE_LIFE)),
    )
    found = db.execute(
        "SELECT greeting.* FROM greeting JOIN server USING (guild_id)"
        " WHERE retry_at <= ? AND left_at IS NULL ORDER BY retry_at, guild_id LIMIT ?",
        (to_epoch_seconds(now), most + len(busy)),
    )
    return [greeting_of(row) for row in found if row["guild_id"] not in busy][:most]


def put_off(db: sqlite3.Connection, greeting: Greeting, *, now: datetime, detail: str) -> None:
    """See to it again after a wait that doubles: Discord gave no answer. Settled after a day."""
    row = _row(db, greeting)
    if row is None:
        return
    if now >= greeting.claimed_at + LASTS:
        settle(db, greeting, Outcome.UNCERTAIN, detail=detail)
        return
    db.execute(
        "UPDATE greeting SET tries = tries + 1, retry_at = ?, detail = ? WHERE guild_id = ?",
        (to_epoch_seconds(now + next_wait(row["tries"])), detail, greeting.guild_id),
    )


def not_found(db: sqlite3.Connection, greeting: Greeting, *, now: datetime) -> Greeting | None:
    """Take on anew a greeting that is not in its channel; None if it is too late to send it."""
    if _row(db, greeting) is None:
        return None
    if now >= greeting.claimed_at + LASTS:
        settle(db, greeting, Outcome.MISSED)
        return None
    row = db.execute(
        "UPDATE greeting SET outcome = 'claimed', attempted_at = ? WHERE guild_id = ? RETURNING *",
        (to_epoch_seconds(now), greeting.guild_id),
    ).fetchone()
    return greeting_of(row)


def settle(
    db: sqlite3.Connection,
    greeting: Greeting,
    outcome: Outcome,
    *,
    message_id: int | None = None,
    detail: str = "",
) -> None:
    """Record what became of it; one of which that is known keeps it."""
    db.execute(
        "UPDATE greeting SET outcome = ?, message_id = ?, detail = ?, retry_at = NULL"
        " WHERE guild_id = ? AND retry_at IS NOT NULL",
        (outcome, message_id, detail, greeting.guild_id),
    )


def _row(db: sqlite3.Connection, greeting: Greeting) -> sqlite3.Row | None:
    """Return its row, if it is still on its way."""
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM greeting WHERE guild_id = ? AND retry_at IS NOT NULL", (greeting.guild_id,)
    ).fetchone()
    return row


def greeting_of(row: sqlite3.Row) -> Greeting:
    """Read a greeting from its row."""
    return Greeting(
        guild_id=row["guild_id"],
        channel_id=row["channel_id"],
        claimed_at=rows.from_epoch_seconds(row["claimed_at"]),
        outcome=row["outcome"],
    )
