"""Lists of claims: filtered, ordered, by the page; and what to suggest while a person types."""

import json
import sqlite3
from typing import NamedTuple

from claims.ledger import rows, search, sources
from claims.ledger.filters import (
    KEYS,
    Filter,
    Order,
    Position,
    conditions,
    cursor,
    hits,
    ordering,
    parameters,
    position,
    ranked,
)
from claims.ledger.search import Sought
from claims.records import TrackedClaim

EVERYTHING = Filter()


class Page(NamedTuple):
    """Claims in the order asked for, and the cursors from which to turn the page either way."""

    claims: tuple[TrackedClaim, ...]
    older: str | None
    newer: str | None


def page(
    db: sqlite3.Connection,
    guild_id: int,
    wanted: Filter = EVERYTHING,
    *,
    start: str | None = None,
    upwards: bool = False,
    size: int = 10,
) -> Page:
    """
    Return up to `size` claims from the cursor `start` (or the top) down, or from it upwards.

    Claims that were merged into another are not listed. Raises RefusedError for a cursor that
    is none of this order.
    """
    asked = _asked(db, guild_id, wanted)
    if asked is None:
        return Page((), None, None)
    order = asked.wanted.order
    at = position(order, start) if start is not None else None
    found = _run(db, asked, at, size + 1, upwards=upwards)
    claims = tuple(rows.tracked(row) for row in found[:size])
    ahead = cursor(order, _place(found[size])) if len(found) > size else None
    behind = None
    if claims and at is not None:
        back = _run(db, asked, _place(found[0]), 1, upwards=not upwards, inclusive=False)
        behind = cursor(order, _place(back[0])) if back else None
    if upwards:
        return Page(claims[::-1], older=behind, newer=ahead)
    return Page(claims, older=ahead, newer=behind)


class _Asked(NamedTuple):
    """A filter with all that its statement needs to be given."""

    wanted: Filter
    sought: Sought
    values: dict[str, object]
    low: int
    high: int


def _asked(db: sqlite3.Connection, guild_id: int, wanted: Filter) -> _Asked | None:
    """Return what to ask the database; None where nothing can be found."""
    sought = search.sought(wanted.words)
    if wanted.words.strip() and not sought.stems:
        return None
    if wanted.order is Order.MATCH and not sought.ranked:
        wanted = wanted._replace(order=Order.NEWEST)
    values = {**parameters(wanted), **sought._asdict(), "guild": guild_id}
    if wanted.source is not None:
        values["source"] = sources.id_of(db, guild_id, wanted.source)
        if values["source"] is None:
            return None
    return _Asked(wanted, sought, values, *search.bounds(db, guild_id))


def _run(
    db: sqlite3.Connection,
    asked: _Asked,
    at: Position | None,
    size: int,
    *,
    upwards: bool,
    inclusive: bool = True,
) -> list[sqlite3.Row]:
    """Return up to `size` rows from a place on. What the statement is made of are constants."""
    wanted, sought = asked.wanted, asked.sought
    compared, ordered = ordering(wanted.order, upwards=upwards, inclusive=inclusive)
    key = KEYS[wanted.order]
    if sought.stems and key is None:
        return _walk(db, asked, at, size, ordered, inclusive=inclusive)
    needed = conditions(wanted)
    source = f"claim {rows.SOURCE}"
    if wanted.order is Order.MATCH:
        source = f"({ranked(sought)}) AS hit CROSS JOIN claim ON claim.id = hit.id {rows.SOURCE}"
    elif sought.stems:
        needed.append(f"claim.id IN (SELECT id FROM ({hits(sought)}))")
    if at is not None:
        needed.append(compared)
    statement = f"""
        SELECT {rows.COLUMNS}, {key or "0"} AS key FROM {source}
        WHERE {" AND ".join(needed)} ORDER BY {ordered} LIMIT :size
    """
    place = at or Position(0)
    own = {"low": asked.low, "high": asked.high, "number": place.number, "key": place.key}
    return search.answered(db, statement, {**asked.values, **own, "size": size})


def _walk(
    db: sqlite3.Connection,
    asked: _Asked,
    at: Position | None,
    size: int,
    ordered: str,
    *,
    inclusive: bool,
) -> list[sqlite3.Row]:
    """
    Return up to `size` rows with the words sought, by number.

    The index yields its ids in just this order: a few are taken, and if the other filters leave
    too few of them, more. What is left in the index is not read.
    """
    falls = ordered.endswith("DESC")
    low, high = _range(asked, at, falls=falls, inclusive=inclusive)
    asked_for = f"{hits(asked.sought)} ORDER BY id {'DESC' if falls else 'ASC'} LIMIT :size"
    statement = f"""
        SELECT {rows.COLUMNS}, 0 AS key FROM claim {rows.SOURCE}
        WHERE claim.id IN (SELECT value FROM json_each(:ids))
        AND {" AND ".join(conditions(asked.wanted))} ORDER BY {ordered} LIMIT :size
    """
    found: list[sqlite3.Row] = []
    step = size
    while len(found) < size:
        reach = {"low": low, "high": high, "size": step}
        ids = [row[0] for row in search.answered(db, asked_for, {**asked.values, **reach})]
        own = {"ids": json.dumps(ids), "size": size - len(found)}
        found += db.execute(statement, {**asked.values, **own}).fetchall()
        if len(ids) < step:
            break
        low, high = (low, ids[-1] - 1) if falls else (ids[-1] + 1, high)
        step *= 4
    return found


def _range(asked: _Asked, at: Position | None, *, falls: bool, inclusive: bool) -> tuple[int, int]:
    """Return the ids between which a walk from a place on goes."""
    if at is None:
        return asked.low, asked.high
    here = asked.low + min(at.number, asked.high - asked.low)
    step = 0 if inclusive else 1
    return (asked.low, here - step) if falls else (here + step, asked.high)


def _place(row: sqlite3.Row) -> Position:
    return Position(row["number"], row["key"])


SUGGESTED = f"""
{rows.CLAIM} WHERE claim.merged_into IS NULL AND claim.id IN (
  SELECT rowid FROM claim_typed WHERE claim_typed MATCH :typed
  AND rowid BETWEEN :low AND :high ORDER BY rowid DESC LIMIT :size)
ORDER BY claim.id DESC
"""


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
    if not typed:
        return page(db, guild_id, size=size).claims
    words = search.tokens(typed)
    if not words:
        return ()
    low, high = search.bounds(db, guild_id)
    values = {"typed": search.typed(words), "low": low, "high": high, "size": size}
    return tuple(rows.tracked(row) for row in search.answered(db, SUGGESTED, values))
