"""
Who has to be told of what: followers and moderators of their claims, channels of corrections.

The history is read once, in its order; whoever has to be told gets one notice for all that
happened since they last were. Nothing is sent here: `notices` says what is due.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from claims.ledger.digests import digests
from claims.ledger.lookup import claims
from claims.ledger.members import reminders, shared_messages
from claims.ledger.members.reminders import Told
from claims.ledger.rows import to_epoch_seconds
from claims.records.claims import Rating, Standing
from claims.records.notices import Kind, News, Outcome

SETTLING = timedelta(seconds=60)
"""How long a decision rests before anybody is told: most slips are undone within a minute."""

MOST_EVENTS = 500
"""Read in one go, so that no transaction is long; the next tick reads on."""


class _Touched(NamedTuple):
    guild_id: int
    number: int


def write(db: sqlite3.Connection, now: datetime) -> None:
    """Write a notice for everybody who has to be told of what happened and has settled."""
    _write_news(db, now)
    for told, day, numbers in reminders.rechecks(db, now):
        news = [News(number=number) for number in numbers]
        _insert(db, told, f"recheck {told.user_id} {day} {numbers[0]}", None, news, now)
    for stop in digests.untold_stops(db):
        whom = stop.set_by if stop.set_by > 0 else None  # 0: nobody; below: an erased person
        told = Told(stop.guild_id, whom, Kind.STOPPED)
        _insert(db, told, f"stopped {to_epoch_seconds(stop.at)}", None, [], now)
        digests.set_told(db, stop, now=now)


def dumped(news: Iterable[News]) -> str:
    """Return the news of a notice as the ledger keeps them."""
    return json.dumps([item.model_dump(mode="json") for item in news])


def drop(db: sqlite3.Connection, guild_id: int, number: int, *, user_id: int) -> None:
    """Take what a person has not been told yet of a claim out of what waits for them."""
    for row in db.execute(
        "SELECT id, news, attempted_at FROM notice WHERE guild_id = ? AND user_id = ?"
        " AND kind = 'news' AND waits_until IS NOT NULL",
        (guild_id, user_id),
    ).fetchall():
        news = [News.model_validate(item) for item in json.loads(row["news"])]
        left = [item for item in news if item.number != number]
        if left:
            db.execute("UPDATE notice SET news = ? WHERE id = ?", (dumped(left), row["id"]))
        elif row["attempted_at"] is None:
            db.execute("DELETE FROM notice WHERE id = ?", (row["id"],))
        else:  # it may have come; whether or not, it is not sent again
            db.execute(
                "UPDATE notice SET outcome = ?, waits_until = NULL WHERE id = ?",
                (Outcome.FAILED, row["id"]),
            )


def hand_over_stops(db: sqlite3.Connection, guild_id: int, *, user_id: int) -> None:
    """Let what waits to tell a person of a stopped digest be told to the server's owner alone."""
    db.execute(
        "UPDATE notice SET user_id = NULL WHERE guild_id = ? AND user_id = ? AND kind = ?"
        " AND waits_until IS NOT NULL",
        (guild_id, user_id, Kind.STOPPED),
    )


def _write_news(db: sqlite3.Connection, now: datetime) -> None:
    """Write the notices that the history asks for since it was last read."""
    events, through = _read_on(db, now)
    people: dict[Told, tuple[int | None, list[News]]] = {}
    for claim in dict.fromkeys(_Touched(row["guild_id"], row["number"]) for row in events):
        shared_messages.mark(db, claim.guild_id, claim.number)
        for user_id, channel_id, news in _for_followers(db, claim, through):
            told = Told(claim.guild_id, user_id, Kind.NEWS)
            people.setdefault(told, (channel_id, []))[1].append(news)
        for channel_id, news in _for_channels(db, claim):
            key = f"correction {claim.number} {channel_id} {through}"
            _insert(db, Told(claim.guild_id, None, Kind.NEWS), key, channel_id, [news], now)
    for told, number in reminders.of_history(db, events, now):
        people.setdefault(told, (None, []))[1].append(News(number=number))
    for told, (channel_id, news_) in people.items():
        # What happens while a notice waits is added to it, so that a night makes one message.
        if not _added(db, told, news_):
            name = "follower" if told.kind is Kind.NEWS else told.kind
            _insert(db, told, f"{name} {told.user_id} {through}", channel_id, news_, now)


def _read_on(db: sqlite3.Connection, now: datetime) -> tuple[list[sqlite3.Row], int]:
    """Return the settled events, and the one up to which everything was read."""
    through: int = db.execute("SELECT event FROM progress WHERE job = 'notices'").fetchone()[0]
    events = []
    for row in db.execute(
        "SELECT id, guild_id, number, at, actor, action, before, after FROM event WHERE id > ?"
        " ORDER BY id LIMIT ?",
        (through, MOST_EVENTS),
    ):
        # One that lies ahead was written before the clock was set back, and has settled since.
        if to_epoch_seconds(now - SETTLING) < row["at"] <= to_epoch_seconds(now):
            break
        through = row["id"]
        events.append(row)
    db.execute("UPDATE progress SET event = ? WHERE job = 'notices'", (through,))
    return events, through


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
    """Yield each channel that shows a rating which no longer stands, and mark it as told."""
    lead = claims.absorbing(db, *claim)
    current = claims.get(db, claim.guild_id, lead).standing.published
    for channel_id, was in shared_messages.tell(db, *claim, current).items():
        yield channel_id, News(number=lead, was=was, now=current)


def _published_at(db: sqlite3.Connection, claim: _Touched, event_id: int) -> Rating | None:
    """Return the rating that was published once this event had happened."""
    row = db.execute(
        "SELECT after FROM event WHERE guild_id = ? AND number = ? AND id <= ?"
        " ORDER BY id DESC LIMIT 1",
        (*claim, event_id),
    ).fetchone()
    return Standing.model_validate_json(row["after"]).published if row else None


def _added(db: sqlite3.Connection, told: Told, news: list[News]) -> bool:
    """Add news to a notice that waits, less what came to nothing; False if none waits."""
    row = db.execute(
        "SELECT id, news FROM notice WHERE guild_id = ? AND user_id = ? AND kind = ?"
        " AND waits_until IS NOT NULL AND attempted_at IS NULL",
        told,
    ).fetchone()
    if row is None:
        return False
    known = {item["number"]: News.model_validate(item) for item in json.loads(row["news"])}
    for item in news:
        before = known.pop(item.number, item)
        if told.kind is not Kind.NEWS or before.was is not item.now:
            known[item.number] = before.model_copy(update={"now": item.now})
    if known:
        db.execute("UPDATE notice SET news = ? WHERE id = ?", (dumped(known.values()), row["id"]))
    else:
        db.execute("DELETE FROM notice WHERE id = ?", (row["id"],))
    return True


def _insert(
    db: sqlite3.Connection,
    told: Told,
    key: str,
    channel_id: int | None,
    news: list[News],
    now: datetime,
) -> None:
    at = to_epoch_seconds(now)
    db.execute(
        "INSERT INTO notice (guild_id, key, user_id, channel_id, kind, news, claimed_at, outcome,"
        " waits_until) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        (
            told.guild_id,
            key,
            told.user_id,
            channel_id,
            told.kind,
            dumped(news),
            at,
            Outcome.CLAIMED,
            at,
        ),
    )
