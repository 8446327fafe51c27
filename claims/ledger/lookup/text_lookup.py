"""What is known about a text in a person's own words: the claims that it may be about."""

import json
import sqlite3
from collections.abc import Iterable

from claims.folding import plain
from claims.ledger import rows
from claims.ledger.lookup import search
from claims.matching import differences, guard, similarity
from claims.records.lists import Known

_RANKED = f"""
SELECT {rows.COLUMNS}, hit.score FROM (
  SELECT rowid AS id, -bm25(claim_search) AS score FROM claim_search
  WHERE claim_search MATCH :words AND rowid BETWEEN :low AND :high
  ORDER BY rank, rowid LIMIT :enough
) AS hit CROSS JOIN claim ON claim.id = hit.id {rows.SOURCE}
WHERE claim.merged_into IS NULL ORDER BY hit.score DESC, claim.number LIMIT :size
"""

_SHARED = """
SELECT claim.value - :low AS number, count(*) AS shared FROM json_each(:ids) AS claim
CROSS JOIN json_each(:words) AS word
CROSS JOIN claim_search ON claim_search MATCH word.value AND claim_search.rowid = claim.value
GROUP BY 1
"""


def claims_about(
    db: sqlite3.Connection, guild_id: int, text: str, *, size: int = 10
) -> tuple[Known, ...]:
    """
    Return the claims that a text in a person's own words may be about, best first.

    Ranked by bm25 over claim, source and title of the article, without the words that say
    nothing; how rare a word is counts over all servers, which claims are ranked never does.
    Those that only share a word by the way are left out (`_is_plausible`), and one that denies
    the text stands below one that says it.
    """
    words = similarity.keywords(search.tokens(similarity.cleaned(text)))
    if not words:
        return ()
    low, high = search.bounds(db, guild_id)
    values = {
        "words": " OR ".join(map(search.quoted, words)),
        "low": low,
        "high": high,
        "enough": 2 * size,  # some may be merged
        "size": size,
    }
    ranked = search.answered(db, _RANKED, values)
    numbers = [row["number"] for row in ranked]
    whole = [search.quoted(word) for word in words]
    shared = _shared(db, low, [f"{{text source}} : {word}" for word in whole], numbers)
    with_title = _shared(db, low, whole, numbers)
    mine = similarity.normal(plain(text))
    found = [
        Known(
            claim=(claim := rows.claim_from_row(row)),
            score=row["score"],
            likeness=similarity.likeness(mine, similarity.normal(plain(claim.text))),
            shared=shared.get(claim.number, 0),
            differs=guard.differences(text, claim.text),
        )
        for row in ranked
    ]
    return tuple(
        _in_order(
            known
            for known in found
            if with_title.get(known.claim.number) == len(words) or _is_plausible(known, len(words))
        )
    )


def _shared(
    db: sqlite3.Connection, low: int, words: list[str], numbers: list[int]
) -> dict[int, int]:
    """Return how many of the words, each a question to the index, each of the claims has."""
    values = {
        "low": low,
        "ids": json.dumps([low + number for number in numbers]),
        "words": json.dumps(words),
    }
    return {row["number"]: row["shared"] for row in search.answered(db, _SHARED, values)}


SHARE = 0.3
"""
The share of the telling words, of the text or of the claim, whichever has less, that both have.

In tests/claims/ledger/test_retrieval.py the claims that posts mean have 0.3 to 1, and two words at
least; what only names the same town or thing has one word, of texts of three words or more. Nothing
of that depends on how large a ledger is, as the rank does. An article's title, which all its claims
share, counts only where it makes the text complete.
"""


def _is_plausible(known: Known, words: int) -> bool:
    """Whether the claim may be about the same, and not just have a word with the text."""
    if known.likeness >= similarity.NEAR or 2 * known.shared >= words:
        return True
    telling = similarity.keywords(search.tokens(known.claim.text))
    return known.shared >= 2 and known.shared >= SHARE * min(words, len(telling))


def _in_order(found: Iterable[Known]) -> list[Known]:
    """
    Return the claims best first, what denies the text below what says it.

    What shares fewer words with the text than the denying one is about something else.
    """
    known = list(found)
    says = [each for each in known if not differences.denies(each.differs)]

    def rank(each: Known) -> tuple[float, bool]:
        above = [other.score for other in says if other.shared >= each.shared]
        denies = differences.denies(each.differs)
        return (-min([each.score, *above] if denies else [each.score]), denies)

    return sorted(known, key=rank)
