"""Lists of claims: filtered, ordered, by the page."""

import json
import sqlite3
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from claims.ledger import rows
from claims.ledger.articles import sources
from claims.ledger.lookup import search
from claims.ledger.lookup.filters import (
    KEYS,
    Position,
    conditions,
    cursor,
    falling,
    hits,
    ordering,
    position,
    ranked,
)
from claims.ledger.lookup.search import Sought
from claims.ledger.store.quick import may_take_long, quick
from claims.records.lists import EVERYTHING, Filter, Order, Page


@quick
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
    found, place = _run(db, asked, at, size + 1, upwards=upwards)
    claims = rows.tracked_all(found[:size])
    ahead = cursor(order, place(found[size])) if len(found) > size else None
    behind = None
    if claims and at is not None:
        back, place_there = _run(
            db, asked, place(found[0]), 1, upwards=not upwards, inclusive=False
        )
        behind = cursor(order, place_there(back[0])) if back else None
    older, newer = (behind, ahead) if upwards else (ahead, behind)
    here = None
    if claims and newer is not None:
        here = cursor(order, place(found[len(claims) - 1 if upwards else 0]))
    return Page(claims[::-1] if upwards else claims, older, newer, here)


class _Found(NamedTuple):
    """Rows of claims, and how to tell a row's place in the list."""

    rows: list[sqlite3.Row]
    place: Callable[[sqlite3.Row], Position]


class _Asked(NamedTuple):
    """A filter with all that its statement needs to be given."""

    wanted: Filter
    sought: Sought
    needed: tuple[str, ...]
    values: dict[str, object]
    low: int = 0
    high: int = 0


def _asked(db: sqlite3.Connection, guild_id: int, wanted: Filter) -> _Asked | None:
    """Return what to ask the database; None where nothing can be found."""
    sought = search.sought(wanted.words)
    if sought.stems:
        may_take_long(db)
    elif wanted.words.strip():
        return None
    if wanted.order is Order.MATCH and not sought.ranked:
        wanted = wanted._replace(order=Order.NEWEST)
    needed, values = conditions(wanted)
    values["guild"] = guild_id
    if wanted.source is not None:
        values["source"] = sources.id_of(db, guild_id, wanted.source)
        if values["source"] is None:
            return None
    if not sought.stems:
        return _Asked(wanted, sought, needed, values)
    low, high = search.bounds(db, guild_id)
    return _Asked(wanted, sought, needed, values | sought._asdict(), low, high)


CLAIMS = f"claim {rows.SOURCE}"

FEW = 2_000
"""Claims with the words sought up to which sorting them costs less than walking the list."""


def _run(
    db: sqlite3.Connection,
    asked: _Asked,
    at: Position | None,
    size: int,
    *,
    upwards: bool,
    inclusive: bool = True,
) -> _Found:
    """Return up to `size` claims from a place on."""
    wanted, sought = asked.wanted, asked.sought
    if sought.stems and (KEYS[wanted.order] is None or wanted.order is Order.MATCH):
        return _walk(db, asked, at, size, upwards=upwards, inclusive=inclusive)
    values = {**asked.values, "size": size}
    needed = asked.needed
    tables = CLAIMS
    if sought.stems:
        values |= {"low": asked.low, "high": asked.high, "most": FEW + 1}
        ids = [id_ for (id_,) in search.answered(db, f"{hits(sought)} LIMIT :most", values)]
        values["ids"] = json.dumps(ids)
        if len(ids) <= FEW:
            tables = f"json_each(:ids) AS hit CROSS JOIN {tables}"
            needed += ("claim.id = hit.value",)
        else:
            needed += (f"claim.id IN (SELECT id FROM ({hits(sought)}))",)
    compared, ordered = ordering(wanted.order, upwards=upwards, inclusive=inclusive)
    if at is not None:
        needed += (compared,)
        values["number"], values["key"] = at
    found = db.execute(_listed(wanted.order, tables, needed, ordered), values)
    found.row_factory = None  # whoever takes rows apart by place needs no names with each
    return _Found(found.fetchall(), lambda row: Position(row[0], row[-1]))


@lru_cache(maxsize=256)  # put together anew, it would have to be hashed anew too
def _listed(order: Order, tables: str, needed: tuple[str, ...], ordered: str) -> str:
    """Return a statement for claims. What it is made of are constants of ours."""
    return (
        f"SELECT {rows.COLUMNS}, {KEYS[order] or '0'} AS key FROM {tables}"
        f" WHERE {' AND '.join(needed)} ORDER BY {ordered} LIMIT :size"
    )


def _walk(
    db: sqlite3.Connection,
    asked: _Asked,
    at: Position | None,
    size: int,
    *,
    upwards: bool,
    inclusive: bool,
) -> _Found:
    """
    Return up to `size` claims with the words sought, by number or by rank.

    The index yields its ids in just this order: a few are taken, and if the other filters leave
    too few of them, more. By number, what is left in the index is not read.
    """
    statement = f"""
        SELECT {rows.COLUMNS}, claim.id AS id
        FROM json_each(:ids) AS hit CROSS JOIN claim ON claim.id = hit.value {rows.SOURCE}
        WHERE {" AND ".join(asked.needed)}
    """
    found: list[sqlite3.Row] = []
    places: dict[int, Position] = {}
    step = size
    while len(found) < size:
        ids = _hits(db, asked, at, step, upwards=upwards, inclusive=inclusive)
        values = {**asked.values, "ids": json.dumps(list(ids))}
        fitting = {row["id"]: row for row in db.execute(statement, values)}
        found += [fitting[id_] for id_ in ids if id_ in fitting]
        places |= ids
        if len(ids) < step:
            break
        at, inclusive = list(ids.values())[-1], False
        step *= 4
    return _Found(found[:size], lambda row: places[row["id"]])


def _hits(
    db: sqlite3.Connection,
    asked: _Asked,
    at: Position | None,
    size: int,
    *,
    upwards: bool,
    inclusive: bool,
) -> dict[int, Position]:
    """Return the ids of the next claims with the words sought, in the list's order."""
    order, sought = asked.wanted.order, asked.sought
    falls = falling(order, upwards=upwards)
    way = "DESC" if falls else "ASC"
    low, high = asked.low, asked.high
    values = {**asked.values, "size": size}
    step = 0 if inclusive else 1
    here = low + min(at.number, high - low) if at is not None else None
    if order is Order.MATCH:
        compared = f"(-score, id) {'<' if falls else '>'}{'=' if inclusive else ''} (:key, :here)"
        statement = f"""
            SELECT id, -score FROM ({ranked(sought)}) WHERE {compared if at else "true"}
            ORDER BY -score {way}, id {way} LIMIT :size"""
        values |= {"here": here, "key": at.key if at else 0.0}
    else:
        statement = f"SELECT id, 0 FROM ({hits(sought)} ORDER BY id {way} LIMIT :size)"
        if here is not None:
            low, high = (low, here - step) if falls else (here + step, high)
    found = search.answered(db, statement, {**values, "low": low, "high": high})
    return {id_: Position(id_ - asked.low, key) for id_, key in found}
