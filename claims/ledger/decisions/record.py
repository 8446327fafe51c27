"""What every decision writes: the claim's new standing, and the event that says so."""

import sqlite3
from datetime import datetime

from claims.ledger.history import history
from claims.records.claims import Standing, TrackedClaim
from claims.records.decisions import Action, Detail

NOTHING_ELSE = Detail()
"""Of an event that changed the standing alone."""


def write(
    db: sqlite3.Connection,
    guild_id: int,
    claim: TrackedClaim,
    action: Action,
    after: Standing,
    *,
    actor: int,
    now: datetime,
    reason: str = "",
    undone: int | None = None,
    detail: Detail = NOTHING_ELSE,
) -> int:
    """Give the claim its new standing and version, with the event that says so; return its id."""
    waiting = after.waiting
    rating = after.rating or (waiting.rating if waiting else None)
    published = after.published if after.merged_into is None else None
    stands = after.model_dump_json()
    db.execute(
        "UPDATE claim SET stage = :stage, rating = :rating, standing = :standing,"
        " assignee = :assignee, recheck_on = :recheck_on, merged_into = :merged_into,"
        " published = :published, version = version + 1"
        " WHERE guild_id = :guild AND number = :number",
        {
            "guild": guild_id,
            "number": claim.number,
            # The driver looks for an adapter of whatever is not just a text.
            "stage": str(after.stage),
            "rating": str(rating) if rating else None,
            "standing": stands,
            "assignee": after.assignee,
            "recheck_on": after.recheck_on.isoformat() if after.recheck_on else None,
            "merged_into": after.merged_into,
            "published": str(published) if published else None,
        },
    )
    return history.append(
        db,
        guild_id,
        claim.number,
        action=action,
        actor=actor,
        before=claim.standing.model_dump_json(),
        after=stands,
        now=now,
        reason=reason,
        undone=undone,
        detail=detail,
    )
