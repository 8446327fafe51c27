"""What waits for a moderator: their own claims first, then what is asked and worth most."""

import sqlite3

from claims.ledger import rows
from claims.ledger.decisions import reports
from claims.ledger.history import history
from claims.ledger.intake import asks
from claims.records.claims import TrackedClaim
from claims.records.queue import Ask, Asked, Queue

MOST_OWN = 3
MOST_PROPOSED = 2
MOST_ASKS = 2
"""Of each group on the first page, so that none of them hides the next."""


def page(
    db: sqlite3.Connection,
    guild_id: int,
    *,
    moderator: int,
    start: int | None = None,
    size: int = 8,
) -> Queue:
    """Return up to `size` pieces of work, or of the open claims those from number `start` on."""
    own: tuple[TrackedClaim, ...] = ()
    proposed: tuple[TrackedClaim, ...] = ()
    asked: tuple[Ask, ...] = ()
    total = objections = 0
    if start is None:
        names = history.person(db, guild_id, moderator).names
        own = _own(db, guild_id, names)
        proposed = _proposed(db, guild_id, names)
        objections = reports.count_waiting(db, guild_id)
        asked, total = asks.most_asked(db, guild_id, size=MOST_ASKS)
    room = size - len(own) - len(proposed) - len(asked)
    found = _open(db, guild_id, start, room + 1)
    following = found[room].claim.number if len(found) > room else None
    return Queue(own, proposed, asked, total - len(asked), found[:room], following, objections)


def _own(db: sqlite3.Connection, guild_id: int, names: tuple[int, int]) -> tuple[TrackedClaim, ...]:
    found = db.execute(
        f"{rows.CLAIM} WHERE claim.guild_id = ? AND claim.stage = 'checking'"
        " AND json_extract(claim.standing, '$.assignee') IN (?, ?) ORDER BY claim.number LIMIT ?",
        (guild_id, *names, MOST_OWN),
    )
    return rows.tracked_all(found)


def _proposed(
    db: sqlite3.Connection, guild_id: int, names: tuple[int, int]
) -> tuple[TrackedClaim, ...]:
    found = db.execute(
        f"{rows.CLAIM} WHERE claim.guild_id = ? AND claim.stage = 'review'"
        " AND claim.assignee NOT IN (?, ?) ORDER BY claim.number LIMIT ?",  # whose proposal it is
        (guild_id, *names, MOST_PROPOSED),
    )
    return rows.tracked_all(found)


def _open(db: sqlite3.Connection, guild_id: int, start: int | None, size: int) -> tuple[Asked, ...]:
    # The page goes on at a claim, wherever that claim stands by now: what was asked for or
    # rated meanwhile moves nothing else off the page.
    found = db.execute(
        f"""
        SELECT {rows.COLUMNS}, claim.asked AS people
        FROM claim INDEXED BY claim_in_queue {rows.SOURCE}
        WHERE claim.guild_id = :guild AND claim.stage = 'open' AND claim.merged_into IS NULL
          AND (:start IS NULL OR (-claim.asked, -claim.check_worthiness, -claim.number) >=
               (SELECT -asked, -check_worthiness, -number FROM claim
                WHERE guild_id = :guild AND number = :start))
        ORDER BY claim.asked DESC, claim.check_worthiness DESC, claim.number DESC LIMIT :size
        """,
        {"guild": guild_id, "start": start, "size": size},
    ).fetchall()
    return tuple(Asked(rows.claim_from_row(row), row["people"]) for row in found)
