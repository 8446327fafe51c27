"""Other names of sources, given by moderators."""

import sqlite3
from datetime import datetime

from claims.errors import RefusedError
from claims.ledger import rows
from claims.ledger.articles.sources import by_alias, by_name, resolve
from claims.ledger.decisions import edits, record
from claims.ledger.decisions.merges import By
from claims.ledger.history import seals
from claims.ledger.history.seals import Rows
from claims.ledger.lookup import claims
from claims.ledger.members import shared_messages
from claims.models import Source
from claims.records.decisions import Action
from claims.rules.objections import NAME_LIMIT
from claims.rules.terms import ANOTHER_NAME
from claims.visible import is_blank


def add(
    db: sqlite3.Connection, guild_id: int, name: str, alias: str, *, actor: int, now: datetime
) -> None:
    """
    Let a source be found by another name as well, from now on.

    Where that is a source with claims of its own, they become claims of the first, each with an
    event that says so; removing the name again does not take it back. Raises RefusedError for an
    unknown source or a name that is none.
    """
    source_id = by_name(db, guild_id, name)
    folded = rows.folded(alias)
    if is_blank(alias) or len(folded) > NAME_LIMIT:
        raise RefusedError("A name has 1 to {most} characters.", most=NAME_LIMIT)
    row = db.execute("SELECT name, type FROM source WHERE id = ?", (source_id,)).fetchone()
    source = Source(name=row["name"], type=row["type"])
    other = by_alias(db, guild_id, alias, source.type)
    other_id = other.id if other is not None else source_id
    ids = (source_id, other_id)
    with seals.watch(
        db,
        guild_id,
        Rows("source", "source.id IN (?, ?)", ids),
        Rows("alias", "alias.source_id IN (?, ?)", ids),
    ):
        if other_id != source_id:
            _move(db, guild_id, other_id, source, By(actor, now))
        db.execute(
            "INSERT INTO alias VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
            " source_id = excluded.source_id, added_by = excluded.added_by,"
            " added_at = excluded.added_at",
            (guild_id, folded, source.type, source_id, actor, rows.to_epoch_seconds(now)),
        )


def remove(db: sqlite3.Connection, guild_id: int, name: str, alias: str) -> None:
    """Let a source no longer be found by this name. Raises RefusedError where it was not."""
    source_id = by_name(db, guild_id, name)
    row = db.execute(
        "SELECT name FROM source WHERE guild_id = ? AND id = ?", (guild_id, source_id)
    ).fetchone()
    if rows.folded(row["name"]) == rows.folded(alias):
        raise RefusedError("{name} is the source's own name.", name=alias)
    with seals.watch(db, guild_id, Rows("alias", "alias.source_id = ?", (source_id,))):
        done = db.execute(
            "DELETE FROM alias WHERE guild_id = ? AND name = ? AND source_id = ?",
            (guild_id, rows.folded(alias), source_id),
        )
    if not done.rowcount:
        raise RefusedError("{name} is not known as {alias} here.", name=name, alias=alias)


def _move(db: sqlite3.Connection, guild_id: int, from_: int, to: Source, by: By) -> None:
    """Give one source's claims and names to another, and forget it."""
    (to_id, _) = resolve(db, guild_id, to)
    found = db.execute(
        "SELECT number FROM claim WHERE guild_id = ? AND source_id = ?", (guild_id, from_)
    ).fetchall()
    for (number,) in found:
        claim = claims.get(db, guild_id, number)
        joining = edits.joins(claim, to)
        record.write(
            db,
            guild_id,
            claim,
            Action.EDIT,
            claim.standing,
            actor=by.actor,
            now=by.now,
            reason=ANOTHER_NAME,
            detail=joining,
        )
        edits.apply(db, guild_id, claim, joining)
    db.execute(
        "UPDATE alias SET source_id = ? WHERE guild_id = ? AND source_id = ?",
        (to_id, guild_id, from_),
    )
    shared_messages.mark_counts(db, guild_id, from_)
    db.execute(
        "UPDATE shown_message SET source_id = ? WHERE guild_id = ? AND source_id = ?",
        (to_id, guild_id, from_),
    )
    db.execute(
        "UPDATE OR REPLACE shown_source SET source_id = ? WHERE guild_id = ? AND source_id = ?",
        (to_id, guild_id, from_),
    )
    db.execute("DELETE FROM source WHERE guild_id = ? AND id = ?", (guild_id, from_))
