"""
What a text was split into, kept for its moderator until it is added or cancelled.

A draft belongs to the person who made it and is forgotten after a day.
"""

import sqlite3
from collections.abc import Sequence
from datetime import datetime, timedelta

from claims.errors import ArticleError, RefusedError
from claims.ledger import servers
from claims.ledger.articles import articles
from claims.ledger.lookup import text_lookup
from claims.ledger.rows import fingerprint, to_epoch_seconds
from claims.matching.similarity import NEAR
from claims.models import Article, Claim
from claims.records.drafts import Draft, DraftClaim
from claims.wording import phrase, say

LIFETIME = timedelta(days=1)
"""A preview that nobody finished over night is looked at anew: the ledger has changed by then."""

MOST_DRAFTS = 5
"""Open drafts of one person; the oldest makes room. More are forgotten ones."""

MOST_CLAIMS = 500
"""Claims of one draft, which are looked at one by one; the longest features have about 300."""

GONE = phrase("This preview is no longer there: it was added, cancelled or is older than a day.")


def make(
    db: sqlite3.Connection,
    guild_id: int,
    article: Article,
    found: Sequence[Claim],
    *,
    owner: int,
    now: datetime,
    ask_id: int | None = None,
) -> int:
    """
    Keep what was found as a draft and return its id; claims and history stay as they are.

    Raises ArticleError where the text is stored already or could not be stored later.
    """
    written = [claim.model_dump_json() for claim in found]
    return make_written(db, guild_id, article, written, owner=owner, now=now, ask_id=ask_id)


def make_written(
    db: sqlite3.Connection,
    guild_id: int,
    article: Article,
    written: Sequence[str],
    *,
    owner: int,
    now: datetime,
    ask_id: int | None = None,
) -> int:
    """Do as `make` with claims that are in JSON already."""
    _check(db, guild_id, article, len(written))
    servers.ensure(db, guild_id)
    forget_expired(db, now=now)
    db.execute(
        "DELETE FROM draft WHERE guild_id = :guild AND owner = :owner AND id NOT IN"
        " (SELECT id FROM draft WHERE guild_id = :guild AND owner = :owner"
        "  ORDER BY id DESC LIMIT :rest)",
        {"guild": guild_id, "owner": owner, "rest": MOST_DRAFTS - 1},
    )
    draft_id = db.execute(
        "INSERT INTO draft (guild_id, owner, made_at, article, ask_id) VALUES (?, ?, ?, ?, ?)",
        (guild_id, owner, to_epoch_seconds(now), article.model_dump_json(), ask_id),
    ).lastrowid
    assert draft_id is not None
    db.executemany(
        "INSERT INTO draft_claim (guild_id, draft_id, place, claim) VALUES (?, ?, ?, ?)",
        [(guild_id, draft_id, place, claim) for place, claim in enumerate(written)],
    )
    return draft_id


def stored(db: sqlite3.Connection, guild_id: int, text: str) -> int | None:
    """Return the id of the article that has this very text, if the ledger has it."""
    row = db.execute(
        "SELECT id FROM article WHERE guild_id = ? AND fingerprint = ?",
        (guild_id, fingerprint(text)),
    ).fetchone()
    return row["id"] if row else None


def check_count(article: Article, claims: int) -> None:
    """Raise ArticleError where an article has more claims than a preview shows."""
    _tell(article, _count_problems(claims))


def _check(db: sqlite3.Connection, guild_id: int, article: Article, claims: int) -> None:
    problems = []
    if stored(db, guild_id, article.text) is not None:
        problems.append(say("is in the ledger already"))
    _tell(article, [*problems, *_count_problems(claims), *articles.length_problems(article)])


def _count_problems(claims: int) -> list[str]:
    if claims <= MOST_CLAIMS:
        return []
    words = phrase("has {count} claims, more than the {most} of a preview")
    return [say(words, count=claims, most=MOST_CLAIMS)]


def _tell(article: Article, problems: Sequence[str]) -> None:
    if problems:
        name = article.title[:60] or article.id or say("The text")
        raise ArticleError(name, "; ".join(problems))


def page(
    db: sqlite3.Connection,
    guild_id: int,
    draft_id: int,
    *,
    owner: int,
    now: datetime,
    start: int = 0,
    size: int = 4,
) -> Draft:
    """Return a page of a draft. Raises RefusedError where it is gone, or somebody else's."""
    row = row_of(db, guild_id, draft_id, owner, now)
    total, kept = db.execute(
        "SELECT count(*), total(kept) FROM draft_claim WHERE guild_id = ? AND draft_id = ?",
        (guild_id, draft_id),
    ).fetchone()
    found = db.execute(
        "SELECT * FROM draft_claim"
        " WHERE guild_id = ? AND draft_id = ? AND place >= ? ORDER BY place LIMIT ?",
        (guild_id, draft_id, start, size),
    ).fetchall()
    return Draft(
        draft_id,
        Article.model_validate_json(row["article"]),
        tuple(draft_claim(db, guild_id, each) for each in found),
        start,
        total,
        int(kept),
        row["ask_id"],
    )


def forget(
    db: sqlite3.Connection, guild_id: int, draft_id: int, *, owner: int, now: datetime
) -> None:
    """Forget a draft. Refuses as `page`."""
    row_of(db, guild_id, draft_id, owner, now)
    delete(db, guild_id, draft_id)


def forget_expired(db: sqlite3.Connection, *, now: datetime) -> int:
    """Forget the drafts of all servers that are older than `LIFETIME`; return how many."""
    done = db.execute("DELETE FROM draft WHERE made_at <= ?", (to_epoch_seconds(now - LIFETIME),))
    return done.rowcount


def row_of(
    db: sqlite3.Connection, guild_id: int, draft_id: int, owner: int, now: datetime
) -> sqlite3.Row:
    """Return a draft's article and ask. Refuses as `page`."""
    row: sqlite3.Row | None = db.execute(
        "SELECT article, ask_id FROM draft"
        " WHERE guild_id = ? AND id = ? AND owner = ? AND made_at > ?",
        (guild_id, draft_id, owner, to_epoch_seconds(now - LIFETIME)),
    ).fetchone()
    if row is None:
        raise RefusedError(GONE)
    return row


def draft_claim(db: sqlite3.Connection, guild_id: int, row: sqlite3.Row) -> DraftClaim:
    """Return a row as what it is, with what the ledger knows of it by now."""
    found = Claim.model_validate_json(row["claim"])
    known = articles.known_as(db, guild_id, found)
    like = None
    if known is None and row["same_as"] is None:
        nearest = text_lookup.claims_about(db, guild_id, found.text, size=3)
        like = max(nearest, key=lambda near: near.likeness, default=None)
    if like is not None and like.likeness < NEAR:
        like = None
    return DraftClaim(row["place"], found, bool(row["kept"]), known, row["same_as"], like)


def delete(db: sqlite3.Connection, guild_id: int, draft_id: int) -> None:
    """Forget a draft, whosever it is."""
    db.execute("DELETE FROM draft WHERE guild_id = ? AND id = ?", (guild_id, draft_id))
