"""Moderators' decisions: gather, decide (in `workflow`), apply, as one transaction."""

import sqlite3
from datetime import datetime

from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.decisions import edits, evidence, merges, record, reports, tags
from claims.ledger.decisions.merges import By
from claims.ledger.history import history
from claims.ledger.lookup import claims
from claims.records.cards import Card
from claims.records.claims import Evidence, Stage, Standing, TrackedClaim
from claims.records.decisions import Act, Action, Detail, Event
from claims.rules import terms, workflow
from claims.rules.evidence import fresh, renewed
from claims.rules.merging import Other, merge_problem
from claims.rules.objections import Known, tag_name
from claims.rules.rating import ASSIGNMENT, taken_ahead
from claims.rules.viewing import Viewer


def act(db: sqlite3.Connection, guild_id: int, number: int, asked: Act, *, now: datetime) -> Card:
    """
    Do what was asked, if the workflow allows it, and return the claim's fresh card.

    Raises ClaimNotFoundError, StaleError or RefusedError; then nothing is changed. Whether
    the actor is a moderator is for the caller to check.
    """
    claim = claims.get(db, guild_id, number)
    _check_seen(db, guild_id, claim, asked.seen)
    server = servers.get(db, guild_id)
    rules = workflow.Rules(server.two_person, server.strict_evidence)
    known = _known(db, guild_id, claim, asked)
    after = workflow.decide(claim.standing, asked, rules, known, now=now)
    by = By(asked.actor, now, asked.reason)
    match asked.action:
        case Action.MERGE:
            assert asked.into is not None
            merges.join(db, guild_id, claim, claims.get(db, guild_id, asked.into), after, by)
        case Action.UNMERGE:
            merges.part(db, guild_id, claim, after, by)
        case _:
            _apply(db, guild_id, claim, asked, known, after, now)
    return claims.card(db, guild_id, number, Viewer.MODERATOR)


def _check_seen(
    db: sqlite3.Connection, guild_id: int, claim: TrackedClaim, seen: int | None
) -> None:
    if seen not in (None, claim.version):
        last = claims.last_event(db, guild_id, claim.number)
        workflow.check_seen(seen, claim.version, last)


def _known(db: sqlite3.Connection, guild_id: int, claim: TrackedClaim, asked: Act) -> Known:
    """Gather what the decision depends on, so far as this action does."""
    known = Known(history.person(db, guild_id, asked.actor), number=claim.number, text=claim.text)
    match asked.action:
        case Action.TAG:
            return known._replace(tags=frozenset(tags.of(db, guild_id, claim.number)))
        case Action.EDIT:
            return edits.gather(db, guild_id, claim, asked)
        case Action.MERGE if asked.into is not None:
            other = claims.get(db, guild_id, asked.into)
            return known._replace(
                absorbed=merges.absorbed(db, guild_id, claim.number),
                other=Other(other.number, other.standing),
            )
        case _:
            return known._replace(evidence=evidence.of(db, guild_id, claim.number))


def _apply(
    db: sqlite3.Connection,
    guild_id: int,
    claim: TrackedClaim,
    asked: Act,
    known: Known,
    after: Standing,
    now: datetime,
) -> None:
    detail = _detail(claim, asked, known)
    event_id = record.write(
        db,
        guild_id,
        claim,
        asked.action,
        after,
        actor=asked.actor,
        now=now,
        reason=asked.reason,
        detail=detail,
    )
    evidence.add(
        db,
        guild_id,
        claim.number,
        detail.evidence,
        actor=asked.actor,
        event_id=event_id,
        now=now,
    )
    for piece in _withdrawn(asked, known):
        evidence.withdraw(db, guild_id, piece.id, event_id=event_id)
    tags.put(db, guild_id, claim.number, added=detail.added_tags, removed=detail.removed_tags)
    reports.accept(db, guild_id, claim.number, asked.reports, actor=asked.actor, event_id=event_id)
    edits.apply(db, guild_id, claim, detail)


def _detail(claim: TrackedClaim, asked: Act, known: Known) -> Detail:
    """Return what the act changes beside the standing, without what is so already."""
    brought = tuple(map(_unsigned, fresh(known.evidence, asked.evidence)))
    gone = tuple(map(_unsigned, _withdrawn(asked, known)))
    match asked.action:
        case Action.WITHDRAW:
            return Detail(withdrawn=gone, evidence=brought)
        case Action.RATE:
            anew = (each.now for each in renewed(known.evidence, asked.evidence))
            return Detail(withdrawn=gone, evidence=(*brought, *map(_unsigned, anew)))
        case Action.EDIT:
            changed = edits.diff(claim, asked, known)
            return changed.model_copy(update={"evidence": brought})
        case Action.TAG:
            added = {tag_name(tag) for tag in asked.add_tags} - known.tags
            removed = {tag_name(tag) for tag in asked.remove_tags} & known.tags
            return Detail(
                added_tags=tuple(sorted(added)),
                removed_tags=tuple(sorted(removed)),
                evidence=brought,
            )
        case _:
            return Detail(evidence=brought)


def _withdrawn(asked: Act, known: Known) -> tuple[Evidence, ...]:
    """Return the pieces that stand no longer: taken back, or said anew by a rating."""
    if asked.action is Action.RATE:
        return tuple(each.was for each in renewed(known.evidence, asked.evidence))
    return tuple(piece for piece in known.evidence if piece.id == asked.withdraw)


def _unsigned(piece: Evidence) -> Evidence:
    """Return the piece as an event keeps it: without its row's id and whoever added it."""
    return piece.model_copy(update={"id": 0, "added_by": 0, "added_at": None})


def accept_report(
    db: sqlite3.Connection,
    guild_id: int,
    report_id: int,
    *,
    actor: int,
    now: datetime,
    seen: int | None = None,
) -> Card:
    """
    Accept a member's report: the rating is disputed, for the reason that they gave.

    A rating that is disputed already only has one reason more. Raises as `act` does.
    """
    report = reports.get(db, guild_id, report_id)
    if claims.get(db, guild_id, report.number).standing.stage is Stage.DISPUTED:
        reports.accept(db, guild_id, report.number, (report_id,), actor=actor, event_id=None)
        return claims.card(db, guild_id, report.number, Viewer.MODERATOR)
    dispute = Act(
        action=Action.DISPUTE, actor=actor, seen=seen, reason=report.reason, reports=(report_id,)
    )
    return act(db, guild_id, report.number, dispute, now=now)


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
    Take the last decision back with all that it changed; both stay in history.

    Raises as `act` does.
    """
    claim = claims.get(db, guild_id, number)
    _check_seen(db, guild_id, claim, seen)
    last = claims.last_event(db, guild_id, number)
    after = workflow.undo(last, now)
    if last.action in (Action.MERGE, Action.UNMERGE):
        _undo_merge(db, guild_id, number, last, By(actor, now))
        return claims.card(db, guild_id, number, Viewer.MODERATOR)
    detail = last.detail
    back = edits.revert(db, guild_id, claim, detail)
    event_id = record.write(
        db,
        guild_id,
        claim,
        Action.UNDO,
        after,
        actor=actor,
        now=now,
        undone=last.id,
        detail=back.model_copy(update={"was": None, "now": None}),
    )
    evidence.take_back(db, guild_id, last.id, event_id=event_id)
    tags.put(db, guild_id, number, added=detail.removed_tags, removed=detail.added_tags)
    reports.let_wait(db, guild_id, last.id)
    edits.apply(db, guild_id, claim, back)
    return claims.card(db, guild_id, number, Viewer.MODERATOR)


def _undo_merge(db: sqlite3.Connection, guild_id: int, number: int, last: Event, by: By) -> None:
    """
    Undo a merge or its opposite, from the side of the merged claim or of the other one.

    It is undone on both sides, unless the other one changed since: there it is one more event.
    """
    merged = last.detail.absorbed or last.detail.released or number
    claim = claims.get(db, guild_id, merged)
    own_last = claims.last_event(db, guild_id, merged)
    after = workflow.undo(own_last, by.now)
    if own_last.action not in (Action.MERGE, Action.UNMERGE):
        raise RefusedError("#{number} changed since. Merge it again instead.", number=merged)
    into = claim.standing.merged_into or after.merged_into
    if into is None or number not in (merged, into):
        raise RefusedError("#{number} changed since. Merge it again instead.", number=merged)
    other = claims.get(db, guild_id, into)
    other_last = claims.last_event(db, guild_id, into)
    mirrored = merged in (other_last.detail.absorbed, other_last.detail.released)
    by = by._replace(undone=own_last.id, undone_other=other_last.id if mirrored else None)
    if claim.standing.merged_into is not None:
        merges.part(db, guild_id, claim, after, by)
        return
    absorbed = merges.absorbed(db, guild_id, merged)
    problem = merge_problem(merged, claim.standing, absorbed, Other(other.number, other.standing))
    if problem:
        raise RefusedError(problem)
    merges.join(db, guild_id, claim, other, after, by)


def free_expired(db: sqlite3.Connection, *, now: datetime, latest: datetime | None = None) -> int:
    """
    Open the claims, of all servers, that were taken and not decided in time; return how many.

    `latest` is the latest that any clock shows, and `now` if left out: who took a claim by one that
    was ahead has it as if they had taken it then.
    """
    latest = latest or now
    found = db.execute(
        "SELECT guild_id, number FROM claim INDEXED BY claim_being_checked WHERE stage = 'checking'"
    ).fetchall()
    freed = 0
    for row in found:
        claim = claims.get(db, row["guild_id"], row["number"])
        until = claim.standing.assigned_until
        if until and until <= now:
            record.write(
                db,
                row["guild_id"],
                claim,
                Action.RELEASE,
                workflow.released(claim.standing),
                actor=0,
                now=now,
                reason=terms.NOBODY_DECIDED,
            )
            freed += 1
        elif taken_ahead(claim.standing, latest):
            record.write(
                db,
                row["guild_id"],
                claim,
                Action.TAKE,
                claim.standing.model_copy(update={"assigned_until": latest + ASSIGNMENT}),
                actor=0,
                now=now,
                reason=terms.CLOCK_WAS_AHEAD,
            )
    return freed
