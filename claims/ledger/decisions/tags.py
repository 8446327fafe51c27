"""Tags of claims. Which are put on and taken off is decided in `workflow`."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from claims.ledger.store.quick import quick


class Tag(NamedTuple):
    """A tag and how many of the server's claims have it."""

    name: str
    claims: int


def of(db: sqlite3.Connection, guild_id: int, number: int) -> tuple[str, ...]:
    """Return the claim's tags by name."""
    found = db.execute(
        "SELECT name FROM tag WHERE guild_id = ? AND number = ? ORDER BY name", (guild_id, number)
    )
    return tuple(row["name"] for row in found)


@quick
def known(
    db: sqlite3.Connection, guild_id: int, typed: str = "", *, size: int = 25
) -> tuple[Tag, ...]:
    """Return up to `size` of the server's tags that start with what was typed, by name."""
    start = " ".join(typed.casefold().split()).encode(errors="replace").decode()
    found = db.execute(
        "SELECT name, count(*) FROM tag WHERE guild_id = ? AND name >= ? AND name < ?"
        " GROUP BY name ORDER BY name LIMIT ?",
        (guild_id, start, start + "\U0010ffff", size),
    )
    return tuple(Tag(*row) for row in found)


def is_used(db: sqlite3.Connection, guild_id: int, name: str) -> bool:
    """Whether a claim here has this tag."""
    found = db.execute(
        "SELECT 1 FROM tag WHERE guild_id = ? AND name = ? LIMIT 1",
        (guild_id, name.strip().encode(errors="replace").decode()),
    )
    return found.fetchone() is not None


def put(
    db: sqlite3.Connection,
    guild_id: int,
    number: int,
    *,
    added: Iterable[str],
    removed: Iterable[str],
) -> None:
    """Put tags on a claim and take others off."""
    for name in removed:
        db.execute(
            "DELETE FROM tag WHERE guild_id = ? AND number = ? AND name = ?",
            (guild_id, number, name),
        )
    for name in added:
        db.execute(
            "INSERT INTO tag (guild_id, number, name) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (guild_id, number, name),
        )
