"""Which claims are wanted, in which order, and from where on: as parts of SQL. Pure."""

import base64
import struct
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from claims.errors import RefusedError
from claims.ledger import rows
from claims.ledger.decisions.evidence import SEEN
from claims.ledger.lookup.search import Sought
from claims.records.lists import Filter, Order

KEYS: dict[Order, str | None] = {
    Order.NEWEST: None,
    Order.CHECK_WORTHINESS: "claim.check_worthiness",
    Order.ASKED: "claim.asked",
    Order.OLDEST_OPEN: None,
    Order.MATCH: "-score",
}
"""What a claim's place in the list depends on before its number."""


class Position(NamedTuple):
    """A place in a list: the claim's number, and what it is ordered by before that."""

    number: int
    key: float = 0.0


def cursor(order: Order, position: Position) -> str:
    """Return a place as at most 19 letters, digits, "-" and "_"; a number where that will do."""
    if KEYS[order] is None:
        return str(position.number)
    packed = struct.pack(">dI", position.key, position.number)
    return base64.urlsafe_b64encode(packed).decode()


def position(order: Order, cursor: str) -> Position:
    """Return the place that a cursor of this order names. Raises RefusedError for any other."""
    try:
        if KEYS[order] is None:
            return Position(max(0, min(int(cursor[:50]), rows.GREATEST)))
        key, number = struct.unpack(">dI", base64.urlsafe_b64decode(cursor))
    except (ValueError, struct.error):
        raise RefusedError("There is no such place in this list. Start from its top.") from None
    return Position(number, key)


def falling(order: Order, *, upwards: bool) -> bool:
    """Whether numbers fall along the list: all but the oldest go from the newest on."""
    return upwards is (order is Order.OLDEST_OPEN)


@cache
def ordering(order: Order, *, upwards: bool, inclusive: bool) -> tuple[str, str]:
    """Return the comparison with :key and :number that starts the page, and its ORDER BY."""
    falls = falling(order, upwards=upwards)
    compared = ("<" if falls else ">") + ("=" if inclusive else "")
    way = "DESC" if falls else "ASC"
    key = KEYS[order]
    if key is None:
        return f"claim.number {compared} :number", f"claim.number {way}"
    return (
        f"({key}, claim.number) {compared} (:key, :number)",
        f"{key} {way}, claim.number {way}",
    )


DAY = 86_400
_NUMBERS = "SELECT number FROM"
_CONDITIONS: dict[str, str] = {
    # "+" hides the value: there are indexes of one stage only, and to see whether it is that
    # one, SQLite would prepare the statement anew for every page, which takes as long as it.
    "stage": "claim.stage = +:stage",
    "rating": "claim.rating = :rating AND claim.stage IN ('rated', 'disputed')",
    "followed_by": f"""claim.number IN (
        {_NUMBERS} follow WHERE guild_id = :guild AND user_id = :followed_by)""",
    "source": "claim.source_id = :source",
    "publisher": f"""claim.number IN (
        {_NUMBERS} article CROSS JOIN appearance
        ON appearance.guild_id = article.guild_id AND appearance.article_id = article.id
        WHERE article.guild_id = :guild AND article.publisher = :publisher COLLATE NOCASE)""",
    "article": f"""claim.number IN (
        {_NUMBERS} appearance WHERE guild_id = :guild AND article_id = :article)""",
    "kind": "claim.kind = :kind",
    "tag": f"claim.number IN ({_NUMBERS} tag WHERE guild_id = :guild AND name = :tag)",
    "assignee": "claim.assignee = :assignee",
    "worth": "+claim.check_worthiness >= :worth",
    "added_from": "claim.added_at >= :added_from",
    "added_to": "claim.added_at < :added_to",
    "stated_from": "claim.stated_to >= :stated_from",
    "stated_to": "claim.stated_from <= :stated_to",
    "has_evidence": f""":has_evidence = EXISTS (
        SELECT 1 FROM evidence WHERE evidence.guild_id = claim.guild_id
        AND evidence.number = claim.number AND {SEEN})""",
    "recheck_by": "claim.recheck_on <= :recheck_by",
}

# With an index on the filtered column alone, SQLite would sort all that it finds for every page;
# "+" hides the column from the planner, and the index of the list's order leads to the page.
_UNORDERED = {
    Order.CHECK_WORTHINESS: {
        "rating": "+claim.rating = :rating AND +claim.stage IN ('rated', 'disputed')"
    },
    Order.ASKED: {
        "stage": "+claim.stage = :stage",
        "rating": "+claim.rating = :rating AND +claim.stage IN ('rated', 'disputed')",
    },
}


_TEXTS = {order: _CONDITIONS | _UNORDERED.get(order, {}) for order in Order}


def conditions(wanted: Filter) -> tuple[tuple[str, ...], dict[str, object]]:
    """Return what the columns of claim must fulfil, and the values there but for the source's."""
    texts = _TEXTS[wanted.order]
    needed = ["claim.guild_id = :guild", "claim.merged_into IS NULL"]
    if wanted.order is Order.OLDEST_OPEN:
        needed.append("claim.stage = 'open'")
    values: dict[str, object] = {}
    for name, value in zip(Filter._fields, wanted, strict=True):
        if value is not None and name in texts:
            needed.append(texts[name])
            values[name] = _value(name, value)
    return tuple(needed), values


def _value(name: str, value: object) -> object:
    """Return what the database compares with a field of a filter."""
    match value:
        case date() if name in ("added_from", "added_to"):
            return _midnight(value, DAY if name == "added_to" else 0)
        case date():
            return value.isoformat()
        case StrEnum():
            return value.value  # the driver looks for an adapter of what is not just a text
        case str() if name in ("publisher", "tag"):
            return rows.encodable(value.strip())
        case _:
            return value


def hits(sought: Sought) -> str:
    """
    Return a query for the ids, :low to :high, of the claims with the words sought.

    Whole words are compared by their stems, begun words as they stand. Each part yields its ids
    in order, so that with an ORDER BY and a LIMIT no more is read than is asked for.
    """
    found = """
        SELECT rowid AS id FROM claim_search
        WHERE claim_search MATCH :stems AND rowid BETWEEN :low AND :high"""
    if not sought.begun:
        return found
    rest = ""
    if sought.others:
        rest = """ AND +rowid IN (SELECT rowid FROM claim_search
            WHERE claim_search MATCH :others AND rowid BETWEEN :low AND :high)"""
    return f"""{found} UNION SELECT rowid FROM claim_typed
        WHERE claim_typed MATCH :begun AND rowid BETWEEN :low AND :high{rest}"""


def ranked(sought: Sought) -> str:
    """
    Return the same with bm25 scores, of which less is better, and none for begun words.

    Of the claims that have a word begun only, the newest are enough below those that have it.
    """
    found = """
        SELECT rowid AS id, bm25(claim_search, 1, 1, 0) AS score FROM claim_search
        WHERE claim_search MATCH :ranked AND rowid BETWEEN :low AND :high"""
    if not sought.begun:
        return found
    begun = f"SELECT id, 0 FROM ({hits(sought)} ORDER BY id DESC LIMIT {BEGUN})"
    return f"SELECT id, min(score) AS score FROM ({found} UNION ALL {begun}) GROUP BY id"


BEGUN = 200
"""Claims that are listed below the ranked ones; eight pages of the command line."""


def _midnight(day: date, later: int) -> int:
    return rows.to_epoch_seconds(datetime(day.year, day.month, day.day, tzinfo=UTC)) + later
