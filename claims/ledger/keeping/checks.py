"""Is a ledger whole: its file, what refers to what, its history, its search, its numbers?"""

import sqlite3
from collections.abc import Callable, Iterator

from pydantic import ValidationError

from claims.ledger import greetings, rows
from claims.ledger.articles import contents
from claims.ledger.decisions import matches, reports
from claims.ledger.digests import digests, run_rows
from claims.ledger.history import audit, tallies
from claims.ledger.intake import asks
from claims.ledger.lookup import search
from claims.ledger.members import shared_messages
from claims.rules.evidence import evidence_problems


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
    """Yield rows that cannot be read, or say two things at once."""
    for kind, (select, reader) in READERS.items():
        for row in db.execute(select, (guild_id,)):
            try:
                words = reader(row)
            except (ValidationError, *UNREADABLE) as error:
                words = f"it cannot be read: {str(error).splitlines()[0]}"
            if words and isinstance(words, str):
                claim = f", claim #{row['number']}" if "number" in row.keys() else ""  # noqa: SIM118  # a row is no dict
                yield f"Server {guild_id}{claim}, {kind}: {words}"
    if not tallies.in_step(db, guild_id):
        yield f"Server {guild_id}: its counts are not those of its history."
    differing = " OR ".join(f"{name} IS NOT {said}" for name, said in COLUMNS.items())
    for row in db.execute(
        f"SELECT number FROM claim WHERE guild_id = ? AND ({differing})", (guild_id,)
    ):
        yield f"Server {guild_id}, claim #{row['number']}: lists show another standing than it has."


UNREADABLE = (KeyError, OSError, OverflowError, TypeError, ValueError)
"""What reading a row may raise that another program wrote: a time out of range, half a date."""


def _of_claim(row: sqlite3.Row) -> str:
    claim = rows.claim_from_row(row)
    if row["fingerprint"] != rows.fingerprint(claim.source.name, claim.text):
        return "repeats of it are not recognised by its source and words."
    return ""


def _of_evidence(row: sqlite3.Row) -> str:
    return " ".join(map(str, evidence_problems(rows.evidence(row))))


def _of_appearance(row: sqlite3.Row) -> str:
    for column in ("content", "mention", "cue"):
        for start, end in rows.spans(row[column]):
            if not 0 <= start <= end <= row["length"]:
                return f"its {column} lies outside the article's text."
    return ""


def _of_article(row: sqlite3.Row) -> str:
    published_on = contents.listed_of(row).published_on
    rows.from_epoch_seconds(row["added_at"])
    if row["published_on"] != (published_on.isoformat() if published_on else None):
        return f"article {row['id']} has a date that is written in another way than dates are."
    if row["fingerprint"] != rows.fingerprint(row["text"]):
        return f"article {row['id']} has another text than was stored."
    return ""


def _of_schedule(row: sqlite3.Row) -> str:
    digests.schedule_of(row)
    digests.pending(row)
    return ""


def _of_shown(row: sqlite3.Row) -> str:
    shared_messages.rating_of(row)
    return ""


CLAIMS = f"""
SELECT {rows.COLUMNS}, claim.fingerprint FROM claim {rows.SOURCE} WHERE claim.guild_id = ?
"""

APPEARANCES = """
SELECT appearance.*, length(article.text) AS length
FROM appearance JOIN article
     ON article.guild_id = appearance.guild_id AND article.id = appearance.article_id
WHERE appearance.guild_id = ?
"""

READERS: dict[str, tuple[str, Callable[[sqlite3.Row], object]]] = {
    "claim": (CLAIMS, _of_claim),
    "event": (f"{rows.EVENT} WHERE guild_id = ?", rows.event),
    "evidence": (f"{rows.EVIDENCE} WHERE guild_id = ?", _of_evidence),
    "appearance": (APPEARANCES, _of_appearance),
    "article": ("SELECT article.*, 0 AS claims FROM article WHERE guild_id = ?", _of_article),
    "match": ("SELECT match.*, 0 AS is_joined FROM match WHERE guild_id = ?", matches.match_of),
    "report": ("SELECT * FROM report WHERE guild_id = ?", reports.report_of),
    "text that people ask about": (
        "SELECT id, article, 0 AS people FROM ask WHERE guild_id = ?",
        asks.ask_of,
    ),
    "digest's schedule": ("SELECT * FROM digest_schedule WHERE guild_id = ?", _of_schedule),
    "digest's content": ("SELECT * FROM digest_choice WHERE guild_id = ?", digests.choice_of),
    "shared message": ("SELECT * FROM shown_claim WHERE guild_id = ?", _of_shown),
    "digest": ("SELECT * FROM digest_run WHERE guild_id = ?", run_rows.run_of),
    "greeting": ("SELECT * FROM greeting WHERE guild_id = ?", greetings.greeting_of),
}
"""Each sort of row, and what reads it: one that another program wrote may be unreadable, and one
server's would keep the jobs that go through those of all servers from the others'."""
