"""Moderators' decisions: gather, decide (in `workflow`), apply, as one transaction."""

import sqlite3
from datetime import datetime

from claims import workflow
from claims.ledger import claims, history
from claims.ledger.rows import seconds
from claims.records import Act, Action, Card, Evidence, Standing, TrackedClaim


def act(db: sqlite3.Connection, guild_id: int, number: int, asked: Act, *, now: datetime) -> Card:
    """
    Do what was asked, if the workflow allows it, and return the claim's fresh card.

    Raises ClaimNotFoundError, StaleError or RefusedError; then nothing is changed. Whether
    the actor is a moderator is for the caller to check.
    """
    claim = claims.get(db, guild_id, number)
    workflow.check_seen(asked.seen, claim.version, claims.last_event(db, guild_id, number))
    after = workflow.decide(
        claim.standing,
        asked,
        workflow.Rules(),
        evidence=len(claims.evidence(db, guild_id, number)),
        now=now,
    )
    event_id = _record(db, guild_id, claim, asked.action, asked.actor, after, asked.reason, now)
    for item in asked.evidence:
        _add_evidence(db, guild_id, number, item, asked.actor, event_id, now)
    return claims.card(db, guild_id, number)


def undo(
    db: sqlite3.Connection,
    guild_id: int,
    number: int,
    *,
    actor: int,
    now: datetime,
    seen: int | None = None,
) -> Card:
    """
    Take the last decision back, with the evidence that came with it; both stay in history.

    Raises as `act` does.
    """
    claim = claims.get(db, guild_id, number)
    last = claims.last_event(db, guild_id, number)
    workflow.check_seen(seen, claim.version, last)
    after = workflow.undo(last, now)
    event_id = _record(db, guild_id, claim, Action.UNDO, actor, after, "", now, undone=last.id)
    db.execute(
        "UPDATE evidence SET withdrawn_by = ? WHERE guild_id = ? AND brought_with = ?",
        (event_id, guild_id, last.id),
    )
    return claims.card(db, guild_id, number)


def free_expired(db: sqlite3.Connection, *, now: datetime) -> int:
    """Open the claims, of all servers, that were taken and not decided in time; return how many."""
    found = db.execute(
        "SELECT guild_id, number FROM claim INDEXED BY claim_being_checked WHERE stage = 'checking'"
    ).fetchall()
    freed = 0
    for row in found:
        claim = claims.get(db, row["guild_id"], row["number"])
        until = claim.standing.assigned_until
        if until and until <= now:
            reason = "Nobody decided in time."
            _record(db, row["guild_id"], claim, Action.RELEASE, 0, Standing(), reason, now)
            freed += 1
    return freed


def _record(
    db: sqlite3.Connection,
    guild_id: int,
    claim: TrackedClaim,
    action: Action,
    actor: int,
    after: Standing,
    reason: str,
    now: datetime,
    undone: int | None = None,
) -> int:
    db.execute(
        "UPDATE claim SET stage = ?, rating = ?, standing = ?, version = version + 1"
        " WHERE guild_id = ? AND number = ?",
        (after.stage, after.rating, after.model_dump_json(), guild_id, claim.number),
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
    )


def _add_evidence(
    db: sqlite3.Connection,
    guild_id: int,
    number: int,
    item: Evidence,
    actor: int,
    event_id: int,
    now: datetime,
) -> None:
    db.execute(
        "INSERT INTO evidence (guild_id, number, url, stance, note, added_by, added_at,"
        " brought_with) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (guild_id, number, item.url, item.stance, item.note, actor, seconds(now), event_id),
    )
