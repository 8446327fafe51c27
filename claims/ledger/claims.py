"""Claims, looked up."""

import sqlite3
from typing import NamedTuple

from claims.errors import ClaimNotFoundError
from claims.ledger import rows
from claims.records import Appearance, Card, Event, Evidence, Rating, Stage, TrackedClaim


class Filter(NamedTuple):
    """Which claims of a server; every field that is set narrows."""

    stage: Stage | None = None
    rating: Rating | None = None
    words: str = ""
    followed_by: int | None = None


EVERYTHING = Filter()


class Page(NamedTuple):
    """Some claims, newest first, and the claim numbers from which to turn the page either way."""

    claims: tuple[TrackedClaim, ...]
    older: int | None
    newer: int | None


def get(db: sqlite3.Connection, guild_id: int, number: int) -> TrackedClaim:
    """Return the claim with this number. Raises ClaimNotFoundError."""
    if not 0 < number <= rows.GREATEST:
        raise ClaimNotFoundError(number)
    row = db.execute(
        f"{rows.CLAIM} WHERE claim.guild_id = ? AND claim.number = ?", (guild_id, number)
    ).fetchone()
    if row is None:
        raise ClaimNotFoundError(number)
    return rows.tracked(row)


def page(
    db: sqlite3.Connection,
    guild_id: int,
    wanted: Filter = EVERYTHING,
    *,
    start: int | None = None,
    upwards: bool = False,
    size: int = 10,
) -> Page:
    """Return up to `size` claims, from number `start` (or the newest) down, or from it upwards."""
    found = _search(db, guild_id, wanted, start, upwards, size + 1)
    claims = [rows.tracked(row) for row in found[:size]]
    ahead = found[size]["number"] if len(found) > size else None
    behind = None
    if claims and start is not None:
        step = -1 if upwards else 1
        back = _search(db, guild_id, wanted, claims[0].number + step, not upwards, 1)
        behind = back[0]["number"] if back else None
    if upwards:
        return Page(tuple(reversed(claims)), older=behind, newer=ahead)
    return Page(tuple(claims), older=ahead, newer=behind)


def _search(
    db: sqlite3.Connection,
    guild_id: int,
    wanted: Filter,
    start: int | None,
    upwards: bool,
    size: int,
) -> list[sqlite3.Row]:
    # The direction is written into the statement because only then does SQLite walk its index
    # from `start` on, and a page deep in the ledger costs what the first one does.
    compared, order = (">=", "ASC") if upwards else ("<=", "DESC")
    if start is None:
        start = 0 if upwards else rows.GREATEST
    return db.execute(
        f"""
        {rows.CLAIM}
        WHERE claim.guild_id = :guild AND claim.number {compared} :start
          AND (:stage IS NULL OR claim.stage = :stage)
          AND (:rating IS NULL OR claim.rating = :rating AND claim.stage IN ('rated', 'disputed'))
          AND (:words = '' OR instr(lower(claim.text), lower(:words)) > 0
                           OR instr(lower(source.name), lower(:words)) > 0)
          AND (:follower IS NULL OR EXISTS (
                SELECT 1 FROM follow WHERE follow.guild_id = claim.guild_id
                AND follow.user_id = :follower AND follow.number = claim.number))
        ORDER BY claim.number {order} LIMIT :size
        """,
        {
            "guild": guild_id,
            "start": max(0, min(start, rows.GREATEST)),
            "stage": wanted.stage,
            "rating": wanted.rating,
            "words": wanted.words.strip().encode(errors="replace").decode(),  # lone surrogates
            "follower": wanted.followed_by,
            "size": size,
        },
    ).fetchall()


def suggest(
    db: sqlite3.Connection, guild_id: int, typed: str, *, size: int = 25
) -> tuple[TrackedClaim, ...]:
    """Return claims for what a person has typed so far: a number, or words of claim or source."""
    typed = typed.strip().removeprefix("#")
    if typed.isascii() and typed.isdigit() and len(typed) < 19:
        found = db.execute(
            f"{rows.CLAIM} WHERE claim.guild_id = ? AND claim.number = ?", (guild_id, int(typed))
        ).fetchall()
        if found:
            return tuple(rows.tracked(row) for row in found)
    return page(db, guild_id, Filter(words=typed), size=size).claims


def card(db: sqlite3.Connection, guild_id: int, number: int) -> Card:
    """Return everything that the claim's card shows. Raises ClaimNotFoundError."""
    return Card(
        claim=get(db, guild_id, number),
        appearances=appearances(db, guild_id, number),
        evidence=evidence(db, guild_id, number),
        last=last_event(db, guild_id, number),
    )


def appearances(db: sqlite3.Connection, guild_id: int, number: int) -> tuple[Appearance, ...]:
    """Return where the claim is made, oldest article first."""
    found = db.execute(
        """
        SELECT article.id, title, publisher, published_on, url, article.text, appearance.content
        FROM appearance JOIN article
             ON article.guild_id = appearance.guild_id AND article.id = appearance.article_id
        WHERE appearance.guild_id = ? AND appearance.number = ?
        ORDER BY article.id
        """,
        (guild_id, number),
    ).fetchall()
    return tuple(
        Appearance(
            article_id=row["id"],
            title=row["title"],
            publisher=row["publisher"],
            published_on=row["published_on"],
            url=row["url"],
            quoted=tuple(span.of(row["text"]) for span in rows.spans(row["content"])),
        )
        for row in found
    )


def evidence(db: sqlite3.Connection, guild_id: int, number: int) -> tuple[Evidence, ...]:
    """Return the evidence that stands, oldest first."""
    found = db.execute(
        "SELECT * FROM evidence WHERE guild_id = ? AND number = ? AND withdrawn_by IS NULL"
        " ORDER BY id",
        (guild_id, number),
    )
    return tuple(rows.evidence(row) for row in found)


def last_event(db: sqlite3.Connection, guild_id: int, number: int) -> Event:
    """Return the newest event; every claim has at least the one that added it."""
    return rows.event(
        db.execute(
            "SELECT * FROM event WHERE guild_id = ? AND number = ? ORDER BY id DESC LIMIT 1",
            (guild_id, number),
        ).fetchone()
    )


def history(
    db: sqlite3.Connection, guild_id: int, number: int, *, start: int | None = None, size: int = 10
) -> tuple[tuple[Event, ...], int | None]:
    """
    Return up to `size` events, newest first, from event `start` back, and where the next
    page starts (None at the end). Raises ClaimNotFoundError.
    """
    get(db, guild_id, number)
    found = db.execute(
        "SELECT * FROM event WHERE guild_id = ? AND number = ? AND (? IS NULL OR id <= ?)"
        " ORDER BY id DESC LIMIT ?",
        (guild_id, number, start, start, size + 1),
    ).fetchall()
    following = found[size]["id"] if len(found) > size else None
    return tuple(rows.event(row) for row in found[:size]), following
