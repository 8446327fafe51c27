"""What every decision writes: the claim's new standing, and the event that says so."""

import sqlite3
from datetime import datetime

from claims.ledger.history import history
from claims.records import Action, Detail, Standing, TrackedClaim


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
    detail: Detail | None = None,
) -> int:
    """Give the claim its new standing and version, with the event that says so; return its id."""
    waiting = after.waiting
    db.execute(
        "UPDATE claim SET stage = :stage, rating = :rating, standing = :standing,"
        " assignee = :assignee, recheck_on = :recheck_on, merged_into = :merged_into,"
        " published = :published, version = version + 1"
        " WHERE guild_id = :guild AND number = :number",
        {
            "guild": guild_id,
            "number": claim.number,
            "stage": after.stage,
            "rating": after.rating or (waiting.rating if waiting else None),
            "standing": after.model_dump_json(),
            "assignee": after.assignee,
            "recheck_on": after.recheck_on.isoformat() if after.recheck_on else None,
            "merged_into": after.merged_into,
            "published": after.published if after.merged_into is None else None,
        },
    )
    return history.append(
        db,
        guild_id,
        claim.number,
        action=action,
        actor=actor,
        before=claim.standing,
        after=after,
        now=now,
        reason=reason,
        undone=undone,
        detail=detail.model_dump(mode="json", exclude_defaults=True) if detail else None,
    )
