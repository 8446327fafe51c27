"""Other names of sources, given by moderators."""

import sqlite3
from datetime import datetime

from claims.errors import RefusedError
from claims.ledger import rows
from claims.ledger.articles.sources import by_alias, by_name, origin
from claims.ledger.lookup import search
from claims.models import SourceType
from claims.wording import say


def add(
    db: sqlite3.Connection, guild_id: int, name: str, alias: str, *, actor: int, now: datetime
) -> None:
    """
    Let a source be found by another name as well, from now on.

    Where that is a source with claims of its own, they become claims of the first, which
    removing the name again does not take back. Raises RefusedError for an unknown source or
    a name that is none.
    """
    source_id = by_name(db, guild_id, name)
    folded = rows.folded(alias)
    if not 1 <= len(folded) <= NAME_LIMIT:
        raise RefusedError(say("A name has 1 to {most} characters.", most=NAME_LIMIT))
    type_ = db.execute("SELECT type FROM source WHERE id = ?", (source_id,)).fetchone()["type"]
    other = by_alias(db, guild_id, alias, SourceType(type_))
    if other is not None and other.id != source_id:
        _move(db, guild_id, other.id, source_id)
    db.execute(
        "INSERT INTO alias VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET"
        " source_id = excluded.source_id, added_by = excluded.added_by,"
        " added_at = excluded.added_at",
        (guild_id, folded, type_, source_id, actor, rows.seconds(now)),
    )


NAME_LIMIT = 300
"""As the schema has it."""


def remove(db: sqlite3.Connection, guild_id: int, name: str, alias: str) -> None:
    """Let a source no longer be found by this name. Raises RefusedError where it was not."""
    row = db.execute(
        "SELECT name FROM source WHERE guild_id = ? AND id = ?",
        (guild_id, by_name(db, guild_id, name)),
    ).fetchone()
    if rows.folded(row["name"]) == rows.folded(alias):
        raise RefusedError(say("{name} is the source's own name.", name=alias))
    done = db.execute(
        "DELETE FROM alias WHERE guild_id = ? AND name = ? AND source_id = ?",
        (guild_id, rows.folded(alias), by_name(db, guild_id, name)),
    )
    if not done.rowcount:
        raise RefusedError(say("{name} is not known as {alias} here.", name=name, alias=alias))


def _move(db: sqlite3.Connection, guild_id: int, from_: int, to: int) -> None:
    """Give one source's claims and names to another, and forget it."""
    claims = db.execute(
        "SELECT id, number, text FROM claim WHERE guild_id = ? AND source_id = ?", (guild_id, from_)
    ).fetchall()
    was, name = (
        db.execute("SELECT name FROM source WHERE id = ?", (id_,)).fetchone()["name"]
        for id_ in (from_, to)
    )
    for claim_id, number, text in claims:
        search.remove(db, claim_id)
        db.execute(
            "UPDATE claim SET source_id = ?, fingerprint = ? WHERE id = ?",
            (to, rows.fingerprint(name, text), claim_id),
        )
        search.add(db, claim_id)
        _count_as(db, guild_id, number, text, was, name)
    db.execute(
        "UPDATE alias SET source_id = ? WHERE guild_id = ? AND source_id = ?", (to, guild_id, from_)
    )
    db.execute(
        "UPDATE shown_message SET stale = 1 WHERE guild_id = :guild AND message_id IN"
        " (SELECT message_id FROM shown_source WHERE guild_id = :guild AND source_id = :source)",
        {"guild": guild_id, "source": from_},
    )
    db.execute(
        "UPDATE shown_message SET source_id = ? WHERE guild_id = ? AND source_id = ?",
        (to, guild_id, from_),
    )
    db.execute(
        "UPDATE OR REPLACE shown_source SET source_id = ? WHERE guild_id = ? AND source_id = ?",
        (to, guild_id, from_),
    )
    db.execute("DELETE FROM source WHERE guild_id = ? AND id = ?", (guild_id, from_))


def _count_as(
    db: sqlite3.Connection, guild_id: int, number: int, text: str, was: str, name: str
) -> None:
    """Let what a source said count as one origin with the same words of whose part it became."""
    places = db.execute(
        """
        SELECT appearance.*, article.text AS article FROM appearance
        JOIN article ON article.guild_id = appearance.guild_id AND article.id = article_id
        WHERE appearance.guild_id = :guild AND number IN (
          SELECT coalesce(merged_into, number) FROM claim
          WHERE guild_id = :guild AND number = :number)
        """,
        {"guild": guild_id, "number": number},
    ).fetchall()
    for place in places:
        words = " ".join(span.of(place["article"]) for span in rows.spans(place["content"])) or text
        if place["origin"] == origin(was, words):  # other sources' words stand here after a merge
            db.execute(
                "UPDATE appearance SET origin = ? WHERE guild_id = ? AND number = ?"
                " AND article_id = ? AND content = ?",
                (
                    origin(name, words),
                    guild_id,
                    place["number"],
                    place["article_id"],
                    place["content"],
                ),
            )
