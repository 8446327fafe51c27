"""Articles, looked up: which there are, what is claimed in one, and a claim's words in its text."""

import sqlite3
from datetime import date

from claims.errors import RefusedError
from claims.ledger import rows
from claims.ledger.lookup import claims
from claims.records.articles import Contents, Listed, Passage, Shelf
from claims.wording.phrases import Where

_LISTED = """
SELECT id, title, publisher, published_on, url,
       (SELECT count(DISTINCT number) FROM appearance
        WHERE appearance.guild_id = article.guild_id AND article_id = article.id) AS claims
FROM article
"""


def shelf(
    db: sqlite3.Connection, guild_id: int, *, start: int | None = None, size: int = 10
) -> Shelf:
    """Return up to `size` articles, newest first, from the id `start` down."""
    found = db.execute(
        f"{_LISTED} WHERE guild_id = ? AND id <= ? ORDER BY id DESC LIMIT ?",
        (guild_id, rows.GREATEST if start is None else start, size + 1),
    ).fetchall()
    older = found[size]["id"] if len(found) > size else None
    return Shelf(tuple(map(listed_of, found[:size])), older)


def suggest(
    db: sqlite3.Connection, guild_id: int, typed: str, *, size: int = 25
) -> tuple[tuple[int, str], ...]:
    """Return ids and titles of articles for what a person has typed of the title, newest first."""
    wanted = typed.strip().encode(errors="replace").decode()
    found = db.execute(
        # The index holds all that is asked for; without it, texts would be read over.
        "SELECT id, title FROM article INDEXED BY article_by_title"
        " WHERE guild_id = ? AND instr(lower(title), lower(?)) > 0 ORDER BY id DESC LIMIT ?",
        (guild_id, wanted, size),
    )
    return tuple((row["id"], row["title"]) for row in found)


def contents(
    db: sqlite3.Connection, guild_id: int, article_id: int, *, start: int = 0, size: int = 10
) -> Contents:
    """
    Return up to `size` claims of an article from the `start`-th on.

    A claim that is made several times stands where it is made first. Raises RefusedError
    where there is no such article.
    """
    article = get(db, guild_id, article_id)
    found = db.execute(
        f"""
        {rows.CLAIM} JOIN (
            SELECT number, min(json_extract(content, '$[0][0]')) AS first FROM appearance
            WHERE guild_id = :guild AND article_id = :article GROUP BY number
        ) AS made ON made.number = claim.number
        WHERE claim.guild_id = :guild ORDER BY made.first, claim.number LIMIT :size OFFSET :start
        """,
        {"guild": guild_id, "article": article_id, "size": size, "start": start},
    ).fetchall()
    return Contents(article, rows.tracked_all(found), start)


def get(db: sqlite3.Connection, guild_id: int, article_id: int) -> Listed:
    """Return an article. Raises RefusedError where there is none with this id here."""
    row = None
    if 0 < article_id <= rows.GREATEST:
        row = db.execute(
            f"{_LISTED} WHERE guild_id = ? AND id = ?", (guild_id, article_id)
        ).fetchone()
    if row is None:
        raise RefusedError(
            "There is no such article here. {where} shows which there are.", where=Where.ARTICLES
        )
    return listed_of(row)


def exists(db: sqlite3.Connection, guild_id: int, article_id: int) -> bool:
    """Whether there is an article with this id here."""
    found = db.execute(
        "SELECT 1 FROM article WHERE guild_id = ? AND id = ?",
        (guild_id, min(article_id, rows.GREATEST)),
    )
    return found.fetchone() is not None


def by_url(db: sqlite3.Connection, guild_id: int, url: str) -> int | None:
    """Return the id of the newest article at this very address, if there is one."""
    row = db.execute(
        "SELECT id FROM article WHERE guild_id = ? AND url = ? AND url <> ''"
        " ORDER BY id DESC LIMIT 1",
        (guild_id, url),
    ).fetchone()
    return row["id"] if row else None


def passage(db: sqlite3.Connection, guild_id: int, number: int, *, place: int = 0) -> Passage:
    """
    Return where a claim is made. Raises ClaimNotFoundError, and RefusedError where it is
    made in no article, or not in so many.
    """
    claims.get(db, guild_id, number)
    (places,) = db.execute(
        "SELECT count(*) FROM appearance WHERE guild_id = ? AND number = ?", (guild_id, number)
    ).fetchone()
    row = db.execute(
        "SELECT article_id, content, text, rule FROM appearance JOIN article"
        " ON article.guild_id = appearance.guild_id AND article.id = article_id"
        " WHERE appearance.guild_id = ? AND number = ? ORDER BY article_id, content"
        " LIMIT 1 OFFSET ?",
        (guild_id, number, place),
    ).fetchone()
    if row is None:
        raise RefusedError(
            "#{number} has no further appearance. {where} has those that there are.",
            number=number,
            where=Where.CARD,
        )
    return Passage(
        number,
        get(db, guild_id, row["article_id"]),
        row["text"],
        rows.spans(row["content"]),
        place,
        places,
        row["rule"],
    )


def listed_of(row: sqlite3.Row) -> Listed:
    published_on = date.fromisoformat(row["published_on"]) if row["published_on"] else None
    return Listed(
        row["id"], row["title"], row["publisher"], published_on, row["url"], row["claims"]
    )
