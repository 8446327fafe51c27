"""Which claims to suggest while a person types."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from claims.folding import plain
from claims.ledger import rows
from claims.ledger.lookup import lists, search
from claims.ledger.store.quick import may_take_long, quick
from claims.records.claims import Standing
from claims.rules import viewing


class Suggested(NamedTuple):
    """Of a claim, what a person who types needs to know it again."""

    number: int
    text: str
    standing: Standing


FOUND = f"""
SELECT claim.number, claim.text, claim.standing, source.name AS source_name
FROM claim {rows.SOURCE}
"""

LIKE = f"""
{FOUND} WHERE claim.merged_into IS NULL AND claim.id IN (
  SELECT rowid FROM claim_typed WHERE claim_typed MATCH :typed
  AND rowid BETWEEN :low AND :high ORDER BY rowid DESC LIMIT :size)
ORDER BY claim.id DESC
"""

ANY = """
SELECT rowid FROM claim_typed WHERE claim_typed MATCH :typed
AND rowid BETWEEN :low AND :high LIMIT :size
"""

CANDIDATES = 100
"""Claims looked at one by one before the whole index is asked, which takes milliseconds."""


@quick
def suggest(
    db: sqlite3.Connection, guild_id: int, typed: str, *, size: int = 25
) -> tuple[Suggested, ...]:
    """Return claims for what a person has typed so far: a number, or words of claim or source."""
    typed = typed.strip().removeprefix("#")
    if typed.isascii() and typed.isdigit() and len(typed) < 19:
        found = db.execute(
            f"{FOUND} WHERE claim.guild_id = ? AND claim.number = ?", (guild_id, int(typed))
        ).fetchall()
        if found:
            return _suggested(found)
    if not typed:
        newest = lists.page(db, guild_id, size=size).claims
        return tuple(Suggested(claim.number, claim.text, claim.standing) for claim in newest)
    words = search.tokens(typed)
    if not words:
        return ()
    low, high = search.bounds(db, guild_id)
    values: dict[str, object] = {"low": low, "high": high}
    if len(words) > 1:
        may_take_long(db)
    wider = _wider(db, values, words)
    if wider:
        near = search.answered(db, LIKE, {**values, "typed": wider, "size": CANDIDATES})
        word = plain(words[-1])
        fitting = [row for row in near if _has(f"{row[1]} {row[3]}", word)]
        all_seen = len(near) < CANDIDATES and (fitting or words[-1].isascii())
        if len(fitting) >= size or all_seen:
            return _suggested(fitting[:size])
        may_take_long(db)
    return _suggested(
        search.answered(db, LIKE, {**values, "typed": search.typed(words), "size": size})
    )


def _wider(db: sqlite3.Connection, values: dict[str, object], words: list[str]) -> str:
    """
    Return a question that finds all that fits and more, and is answered sooner; "" if none is.

    For each claim that has one of the words the index looks whether it has the next one, in turn,
    and has to look long for a beginning of words: where few have all whole words, these will do.
    Beginnings that are too long for the index are put together from all words that begin so.
    """
    *whole, last = words
    if whole:
        all_whole = " ".join(map(search.quoted, whole))
        few = search.answered(db, ANY, {**values, "typed": all_whole, "size": CANDIDATES})
        if len(few) < CANDIDATES:
            return all_whole
    return search.typed([*whole, last[: search.INDEXED]]) if len(last) > search.INDEXED else ""


def _has(text: str, word: str) -> bool:
    """Whether a word of the text begins so, whatever its case and accents."""
    # Taking accents away takes ten times as long, and few words that people look for have any.
    found = _begins_in(text.casefold(), word)
    return found or (not text.isascii() and _begins_in(plain(text), word))


def _begins_in(text: str, word: str) -> bool:
    """Whether a word of the text begins so. A pattern would take ten times as long."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at >= 0


def _suggested(found: Iterable[sqlite3.Row]) -> tuple[Suggested, ...]:
    return tuple(
        Suggested(row[0], row[1], viewing.standing(rows.standing(row[2]))) for row in found
    )
