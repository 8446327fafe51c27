"""Is a ledger whole: its file, what refers to what, its history, its search, its numbers?"""

import sqlite3
from collections.abc import Iterator

from pydantic import ValidationError

from claims.evidence import evidence_problems
from claims.ledger import audit, rows, search, tallies


def whole(db: sqlite3.Connection) -> Iterator[str]:
    """
    Yield what is wrong with a ledger, in words; nothing if it is as it should be.

    Reads all of it. Needs leave to write, which full-text search asks for its own check; but it
    writes nothing.
    """
    yield from (
        f"The file: {row[0]}." for row in db.execute("PRAGMA integrity_check") if row[0] != "ok"
    )
    for table, rowid, parent, _key in db.execute("PRAGMA foreign_key_check"):
        yield f"A row of {table} ({rowid}) refers to one of {parent} that is not there."
    if not search.in_step(db):
        yield "Full-text search is not in step with the claims."
    yield from map(str, audit.breaks(db))
    for (guild_id,) in db.execute("SELECT guild_id FROM server ORDER BY guild_id").fetchall():
        yield from _readable(db, guild_id)


def of_server(db: sqlite3.Connection, guild_id: int) -> Iterator[str]:
    """Yield what is wrong with one server's rows, as `whole` does for all of them."""
    yield from map(str, audit.breaks(db, guild_id))
    yield from _readable(db, guild_id)


COLUMNS = {
    "stage": "json_extract(standing, '$.stage')",
    "rating": "coalesce(json_extract(standing, '$.rating'), CASE stage WHEN 'review'"
    " THEN json_extract(standing, '$.opinions[0].rating') END)",
    "assignee": "json_extract(standing, '$.assignee')",
    "recheck_on": "json_extract(standing, '$.recheck_on')",
    "merged_into": "json_extract(standing, '$.merged_into')",
    "published": "CASE WHEN merged_into IS NULL AND stage IN ('review', 'rated', 'disputed')"
    " THEN json_extract(standing, '$.rating') END",
}
"""Columns of claim that stand beside the standing because lists go by them, and where from."""


def _readable(db: sqlite3.Connection, guild_id: int) -> Iterator[str]:
    """Yield claims and what belongs to them that cannot be read, or say two things at once."""
    for kind, select, problem in (
        ("claim", CLAIMS, _of_claim),
        ("event", "SELECT * FROM event WHERE guild_id = ?", _of_event),
        ("evidence", "SELECT * FROM evidence WHERE guild_id = ?", _of_evidence),
        ("appearance", APPEARANCES, _of_appearance),
    ):
        for row in db.execute(select, (guild_id,)):
            try:
                words = problem(row)
            except (ValidationError, *UNREADABLE) as error:
                words = f"it cannot be read: {str(error).splitlines()[0]}"
            if words:
                yield f"Server {guild_id}, claim #{row['number']}, {kind}: {words}"
    for row in db.execute(
        "SELECT id, fingerprint, text FROM article WHERE guild_id = ?", (guild_id,)
    ):
        if row["fingerprint"] != rows.fingerprint(row["text"]):
            yield f"Server {guild_id}, article {row['id']}: its text is another than was stored."
    if not tallies.in_step(db, guild_id):
        yield f"Server {guild_id}: its counts are not those of its history."
    differing = " OR ".join(f"{name} IS NOT {said}" for name, said in COLUMNS.items())
    for row in db.execute(
        f"SELECT number FROM claim WHERE guild_id = ? AND ({differing})", (guild_id,)
    ):
        yield f"Server {guild_id}, claim #{row['number']}: lists show another standing than it has."


UNREADABLE = (KeyError, OSError, OverflowError, TypeError, ValueError)
"""What reading a row may raise that another program wrote: a time out of range, half a date."""

CLAIMS = f"""
SELECT {rows.COLUMNS}, claim.fingerprint FROM claim {rows.SOURCE} WHERE claim.guild_id = ?
"""

APPEARANCES = """
SELECT appearance.*, length(article.text) AS length
FROM appearance JOIN article
     ON article.guild_id = appearance.guild_id AND article.id = appearance.article_id
WHERE appearance.guild_id = ?
"""


def _of_claim(row: sqlite3.Row) -> str:
    claim = rows.tracked(row)
    if row["fingerprint"] != rows.fingerprint(claim.source.name, claim.text):
        return "repeats of it are not recognised by its source and words."
    return ""


def _of_event(row: sqlite3.Row) -> str:
    rows.event(row)
    return ""


def _of_evidence(row: sqlite3.Row) -> str:
    return " ".join(evidence_problems(rows.evidence(row)))


def _of_appearance(row: sqlite3.Row) -> str:
    for column in ("content", "mention", "cue"):
        for start, end in rows.spans(row[column]):
            if not 0 <= start <= end <= row["length"]:
                return f"its {column} lies outside the article's text."
    return ""
