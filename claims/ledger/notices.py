"""
Who has to be told of what: followers of their claims, and channels of corrections.

The history is read once, in its order; whoever has to be told gets one notice for all that
happened since they last were. A notice is claimed before it is sent and settled afterwards.
"""

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from claims.ledger import shown
from claims.ledger.rows import seconds
from claims.ledger.runs import NONCE_LIFE
from claims.models import Record
from claims.records import Outcome, Rating, Standing

SETTLING = timedelta(seconds=60)
"""How long a decision rests before anybody is told: most slips are undone within a minute."""

MOST_EVENTS = 500
"""Read in one go, so that no transaction is long; the next tick reads on."""


class News(Record):
    """What changed for one claim: the published rating before and after."""

    number: int
    was: Rating | None
    now: Rating | None


class Notice(Record):
    """One message to be sent, to a follower or, without one, to a channel. `id` is its nonce."""

    id: int
    guild_id: int
    user_id: int | None
    channel_id: int | None
    news: tuple[News, ...]


class _Touched(NamedTuple):
    guild_id: int
    number: int


def claim_due(db: sqlite3.Connection, now: datetime) -> list[Notice]:
    """
    Read what happened and has settled, and take on the notices that it asks for.

    Notices that were cut off while being sent are returned again while Discord knows their
    nonce; older ones are marked uncertain and not sent again.
    """
    db.execute(
        "UPDATE notice SET outcome = ? WHERE outcome = ? AND claimed_at <= ?",
        (Outcome.UNCERTAIN, Outcome.CLAIMED, seconds(now - NONCE_LIFE)),
    )
    cut_off = db.execute("SELECT * FROM notice WHERE outcome = ?", (Outcome.CLAIMED,)).fetchall()
    notices = [_notice(row) for row in cut_off]
    touched, through = _read_on(db, now)
    for_people: dict[tuple[int, int], tuple[int | None, list[News]]] = {}
    for claim in touched:
        shown.mark(db, claim.guild_id, claim.number)
        for user_id, channel_id, news in _for_followers(db, claim, through):
            for_people.setdefault((claim.guild_id, user_id), (channel_id, []))[1].append(news)
        for channel_id, news in _for_channels(db, claim):
            key = f"correction {claim.number} {channel_id} {through}"
            notices += _insert(db, claim.guild_id, key, None, channel_id, [news], now)
    for (guild_id, user_id), (channel_id, news_) in for_people.items():
        key = f"follower {user_id} {through}"
        notices += _insert(db, guild_id, key, user_id, channel_id, news_, now)
    return notices


def settle(db: sqlite3.Connection, notice: Notice, outcome: Outcome) -> None:
    """Record what became of a claimed notice."""
    db.execute("UPDATE notice SET outcome = ? WHERE id = ?", (outcome, notice.id))


def _read_on(db: sqlite3.Connection, now: datetime) -> tuple[set[_Touched], int]:
    """Return the claims with settled news, and the event up to which everything was read."""
    through: int = db.execute("SELECT event FROM progress WHERE job = 'notices'").fetchone()[0]
    touched = set()
    for row in db.execute(
        "SELECT id, guild_id, number, at FROM event WHERE id > ? ORDER BY id LIMIT ?",
        (through, MOST_EVENTS),
    ):
        if row["at"] > seconds(now - SETTLING):
            break
        through = row["id"]
        touched.add(_Touched(row["guild_id"], row["number"]))
    db.execute("UPDATE progress SET event = ? WHERE job = 'notices'", (through,))
    return touched, through


def _for_followers(
    db: sqlite3.Connection, claim: _Touched, through: int
) -> Iterator[tuple[int, int | None, News]]:
    """Yield each follower with news, and mark all of the claim's followers as told."""
    after = _published_at(db, claim, through)
    for row in db.execute(
        "SELECT user_id, channel_id, told FROM follow WHERE guild_id = ? AND number = ?", claim
    ).fetchall():
        was = _published_at(db, claim, row["told"])
        if was is not after:
            yield row["user_id"], row["channel_id"], News(number=claim.number, was=was, now=after)
    db.execute(
        "UPDATE follow SET told = max(told, ?) WHERE guild_id = ? AND number = ?",
        (through, *claim),
    )


def _for_channels(db: sqlite3.Connection, claim: _Touched) -> Iterator[tuple[int, News]]:
    """Yield each channel that shows a rating which no longer stands."""
    current = _standing(db, claim).published
    known: dict[int, Rating] = {}
    for row in db.execute(
        "SELECT channel_id, rating FROM shown WHERE guild_id = ? AND number = ?"
        " AND rating IS NOT NULL ORDER BY message_id",
        claim,
    ):
        known[row["channel_id"]] = Rating(row["rating"])
    for channel_id, rating in known.items():
        if rating is not current:
            yield channel_id, News(number=claim.number, was=rating, now=current)


def _published_at(db: sqlite3.Connection, claim: _Touched, event_id: int) -> Rating | None:
    """Return the rating that was published once this event had happened."""
    row = db.execute(
        "SELECT after FROM event WHERE guild_id = ? AND number = ? AND id <= ?"
        " ORDER BY id DESC LIMIT 1",
        (*claim, event_id),
    ).fetchone()
    return Standing.model_validate_json(row["after"]).published if row else None


def _standing(db: sqlite3.Connection, claim: _Touched) -> Standing:
    row = db.execute(
        "SELECT standing FROM claim WHERE guild_id = ? AND number = ?", claim
    ).fetchone()
    return Standing.model_validate_json(row["standing"])


def _insert(
    db: sqlite3.Connection,
    guild_id: int,
    key: str,
    user_id: int | None,
    channel_id: int | None,
    news: list[News],
    now: datetime,
) -> list[Notice]:
    row = db.execute(
        "INSERT INTO notice (guild_id, key, user_id, channel_id, news, claimed_at, outcome)"
        " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING *",
        (
            guild_id,
            key,
            user_id,
            channel_id,
            json.dumps([item.model_dump(mode="json") for item in news]),
            seconds(now),
            Outcome.CLAIMED,
        ),
    ).fetchone()
    return [_notice(row)] if row else []


def _notice(row: sqlite3.Row) -> Notice:
    return Notice(
        id=row["id"],
        guild_id=row["guild_id"],
        user_id=row["user_id"],
        channel_id=row["channel_id"],
        news=tuple(News.model_validate(item) for item in json.loads(row["news"])),
    )
