"""
Claims that absorbed others. A merged number keeps leading to the claim that absorbed it.

Appearances and evidence go over to the absorbing claim and, when the two are parted, back.
Who asked stays noted under the number they asked about, and is counted for both. Each merge
is an event of both claims.
"""

import json
import sqlite3
from datetime import datetime
from typing import NamedTuple

from claims.errors import RefusedError
from claims.ledger import rows
from claims.ledger.decisions import evidence, record
from claims.ledger.history import history, seals
from claims.ledger.history.seals import Rows
from claims.ledger.lookup import claims
from claims.records.claims import Standing, TrackedClaim
from claims.records.decisions import Action, Detail, Event
from claims.rules import workflow
from claims.rules.evidence import fresh
from claims.rules.identity import how_many


class By(NamedTuple):
    """Who merges or parts two claims, when and why, and which event of either that undoes."""

    actor: int
    now: datetime
    reason: str = ""
    undone: int | None = None
    undone_other: int | None = None


def leads_to(db: sqlite3.Connection, guild_id: int, number: int) -> int:
    """Return the number of the claim that absorbed this one; its own if none did."""
    return claims.absorbing(db, guild_id, number)


def absorbed(db: sqlite3.Connection, guild_id: int, number: int) -> tuple[int, ...]:
    """Return the numbers that lead to this claim."""
    found = db.execute(
        "SELECT number FROM claim WHERE guild_id = ? AND merged_into = ? ORDER BY number",
        (guild_id, number),
    )
    return tuple(row["number"] for row in found)


def join(
    db: sqlite3.Connection,
    guild_id: int,
    claim: TrackedClaim,
    other: TrackedClaim,
    after: Standing,
    by: By,
) -> None:
    """Let `other` absorb the claim, which stands as `after` says from then on."""
    places = _own_places(db, guild_id, claim.number, other.number)
    known = evidence.of(db, guild_id, other.number)
    pieces = fresh(known, evidence.of(db, guild_id, claim.number))
    detail = Detail(into=other.number, moved=places)
    _write_both(db, guild_id, claim, other, Action.MERGE, after, by, detail)
    _move_places(db, guild_id, places, from_=claim.number, to=other.number)
    evidence.lend(db, guild_id, pieces, to=other.number)
    count_demand(db, guild_id, other.number)


def part(
    db: sqlite3.Connection,
    guild_id: int,
    claim: TrackedClaim,
    after: Standing,
    by: By,
) -> None:
    """
    Take the claim out of the one that absorbed it, with what came from it.

    If evidence that its rating rested on was withdrawn meanwhile, the claim is open anew.
    Raises RefusedError if the rating of the absorbing claim rests on what would go.
    """
    assert claim.standing.merged_into is not None
    other = claims.get(db, guild_id, claim.standing.merged_into)
    lent = evidence.lent(db, guild_id, owner=claim.number, holder=other.number)
    staying = [piece for piece in evidence.of(db, guild_id, other.number) if piece.id not in lent]
    if not workflow.rests_on(other.standing, staying):
        raise RefusedError(
            "The rating of #{other} rests on evidence that came from #{number}. Add other"
            " evidence to #{other} first.",
            other=other.number,
            number=claim.number,
        )
    places = _merge_event(db, guild_id, claim.number).detail.moved
    _move_places(db, guild_id, places, from_=other.number, to=claim.number)
    evidence.give_back(db, guild_id, owner=claim.number, holder=other.number)
    if not workflow.rests_on(after, evidence.of(db, guild_id, claim.number)):
        after = workflow.reopened(after)
    _write_both(db, guild_id, claim, other, Action.UNMERGE, after, by, Detail())
    count_demand(db, guild_id, claim.number)
    count_demand(db, guild_id, other.number)


def _write_both(
    db: sqlite3.Connection,
    guild_id: int,
    claim: TrackedClaim,
    other: TrackedClaim,
    action: Action,
    after: Standing,
    by: By,
    detail: Detail,
) -> None:
    """Write the event of either claim; the side that somebody undoes gets an undo."""
    record.write(
        db,
        guild_id,
        claim,
        action if by.undone is None else Action.UNDO,
        after,
        actor=by.actor,
        now=by.now,
        reason=by.reason,
        undone=by.undone,
        detail=detail,
    )
    merging = action is Action.MERGE
    mirrored = Detail(absorbed=claim.number) if merging else Detail(released=claim.number)
    record.write(
        db,
        guild_id,
        other,
        action if by.undone_other is None else Action.UNDO,
        other.standing,
        actor=by.actor,
        now=by.now,
        reason=by.reason,
        undone=by.undone_other,
        detail=mirrored,
    )


def _merge_event(db: sqlite3.Connection, guild_id: int, number: int) -> Event:
    """Return the event with which the claim was absorbed last; it says what went over."""
    found = db.execute(
        f"{rows.EVENT} WHERE guild_id = ? AND number = ?"
        " AND json_extract(detail, '$.into') IS NOT NULL ORDER BY id DESC LIMIT 1",
        (guild_id, number),
    ).fetchone()
    return rows.event(found)


class Place(NamedTuple):
    """Where a claim was found to be made; `holder` is the claim that the appearance stands with."""

    holder: int
    article_id: int
    content: str


def places(db: sqlite3.Connection, guild_id: int, number: int) -> list[Place]:
    """Return the claim's own appearances: without those of what it absorbed, with those it lent."""
    borrowed = {
        place
        for each in absorbed(db, guild_id, number)
        for place in _merge_event(db, guild_id, each).detail.moved
    }
    own = [place for place, key in _standing_with(db, guild_id, number) if key not in borrowed]
    into = leads_to(db, guild_id, number)
    if into == number:
        return own
    lent = set(_merge_event(db, guild_id, number).detail.moved)
    return own + [place for place, key in _standing_with(db, guild_id, into) if key in lent]


def _standing_with(
    db: sqlite3.Connection, guild_id: int, number: int
) -> list[tuple[Place, tuple[str, str]]]:
    """Return the appearances of a claim, each with what an event calls it."""
    found = db.execute(
        "SELECT article_id, content, fingerprint FROM appearance"
        " JOIN article ON article.guild_id = appearance.guild_id AND article.id = article_id"
        " WHERE appearance.guild_id = ? AND number = ?",
        (guild_id, number),
    )
    return [(Place(number, *row[:2]), (row["fingerprint"], row["content"])) for row in found]


def _own_places(
    db: sqlite3.Connection, guild_id: int, number: int, other: int
) -> tuple[tuple[str, str], ...]:
    """Return the appearances that the other claim does not have as well."""
    found = db.execute(
        """
        SELECT fingerprint, content FROM appearance AS own
        JOIN article ON article.guild_id = own.guild_id AND article.id = own.article_id
        WHERE own.guild_id = :guild AND number = :number AND NOT EXISTS (
          SELECT 1 FROM appearance WHERE guild_id = :guild AND number = :other
          AND article_id = own.article_id AND content = own.content)
        """,
        {"guild": guild_id, "number": number, "other": other},
    )
    return tuple((row["fingerprint"], row["content"]) for row in found)


def _move_places(
    db: sqlite3.Connection,
    guild_id: int,
    places: tuple[tuple[str, str], ...],
    *,
    from_: int,
    to: int,
) -> None:
    with seals.watch(db, guild_id, Rows("appearance", "number IN (?, ?)", (from_, to))):
        db.executemany(
            "UPDATE appearance SET number = ? WHERE guild_id = ? AND number = ? AND content = ?"
            " AND article_id = (SELECT id FROM article WHERE guild_id = ? AND fingerprint = ?)",
            [(to, guild_id, from_, content, guild_id, article) for article, content in places],
        )


def count_demand(db: sqlite3.Connection, guild_id: int, number: int) -> int:
    """Count anew, and return, who asked for a claim or for those it absorbed; each person once."""
    found = db.execute(
        "SELECT DISTINCT user_id FROM demand"
        " WHERE guild_id = ? AND number IN (SELECT value FROM json_each(?))",
        (guild_id, json.dumps([number, *absorbed(db, guild_id, number)])),
    )
    asked = how_many(history.salt_of(db, guild_id), (user_id for (user_id,) in found))
    db.execute(
        "UPDATE claim SET asked = ? WHERE guild_id = ? AND number = ?", (asked, guild_id, number)
    )
    return asked
