"""Full-text search over claims and their sources: its questions, and its indexes kept in step."""

import re
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from claims.folding import folded
from claims.matching.words import STOP_WORDS

INDEXES = ("claim_search", "claim_typed")

MOST_TOKENS = 64
"""Of one question; a claim has at most 4,000 characters, a person's question hardly 20 words."""

# What SQLite's unicode61 takes for one token: letters, digits and the marks that it removes.
# Where the two should disagree, a token finds nothing; each is quoted, so it can do no more.
_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u0331])*")
_PIECE = re.compile(r'"[^"]*"?|[^\s"]+')


class Sought(NamedTuple):
    """
    A question to the indexes, in FTS5's language.

    `stems`: everything, by stems. `begun`: the words that may be begun only. `others`: the
    rest beside these. `ranked`: what says something of the subject. Each is empty where there
    is nothing of that sort.
    """

    stems: str = ""
    begun: str = ""
    others: str = ""
    ranked: str = ""


INDEXED = 5
"""Letters of a begun word that claim_typed has an index for; longer ones are read and merged."""


def tokens(text: str, *, most: int = MOST_TOKENS) -> list[str]:
    """Return the text's words as the indexes have them, at most so many."""
    found = _TOKEN.finditer(folded(text))
    return [match[0] for match, _ in zip(found, range(most), strict=False)]


def sought(text: str) -> Sought:
    """
    Return the question that a person's words ask; any text is safe.

    "Quoted words" are a phrase; the last word, and any word*, may be begun only. Words such as
    "the" are left out beside others.
    """
    if not text:
        return Sought()  # of nearly every list
    phrases: list[str] = []
    whole: list[str] = []
    begun: list[str] = []
    pieces = _PIECE.findall(text)[:MOST_TOKENS]
    for place, piece in enumerate(pieces, start=1):
        words = tokens(piece)
        if words and piece.startswith('"'):
            phrases.append(" ".join(words))
        elif words and (piece.endswith("*") or place == len(pieces)):
            whole += words[:-1]
            begun.append(words[-1])
        else:
            whole += words
    telling = [word for word in whole if word.casefold() not in STOP_WORDS]
    if phrases or telling or begun:
        whole = telling
    ranked = [word for word in begun if word.casefold() not in STOP_WORDS]
    return Sought(
        stems=_in_columns([*phrases, *whole, *begun]),
        begun=" ".join(f"{quoted(word)}*" for word in begun),
        others=_in_columns([*phrases, *whole]),
        ranked=_in_columns([*phrases, *telling, *ranked]),
    )


def quoted(words: str) -> str:
    """Return the words as an FTS5 string; tokens have no quotation marks."""
    return f'"{words}"'


def _in_columns(strings: list[str]) -> str:
    return f"{{text source}} : ({' '.join(map(quoted, strings))})" if strings else ""


def typed(words: list[str]) -> str:
    """Return the question for claims that have all of these words, the last one begun only."""
    return " ".join([*map(quoted, words[:-1]), f"{quoted(words[-1])}*"])


def answered(
    db: sqlite3.Connection, statement: str, values: Mapping[str, object]
) -> list[sqlite3.Row]:
    """Return the rows; none where FTS5 reads a word as several, which a begun word may not be."""
    try:
        return db.execute(statement, values).fetchall()
    except sqlite3.OperationalError as error:
        if "fts5" in str(error):
            return []
        raise


def bounds(db: sqlite3.Connection, guild_id: int) -> tuple[int, int]:
    """Return the least and the greatest id that a claim of this server may have."""
    row = db.execute("SELECT slot FROM server WHERE guild_id = ?", (guild_id,)).fetchone()
    slot: int = row["slot"] if row else 0  # slots start at 1, so that 0 has no claims
    return slot << 32, slot << 32 | 0xFFFF_FFFF


COLUMNS = ("text, source, headline", "text, source")
"""Columns of each of the INDEXES."""

WRITTEN = """
SELECT claim.id, claim.text, source.name, claim.headline FROM claim
JOIN source ON source.guild_id = claim.guild_id AND source.id = claim.source_id
"""
"""What is searched, as it is written; claim_words has it as it is indexed."""


def add(db: sqlite3.Connection, claim_id: int) -> None:
    """Put a claim into the indexes; after `remove`, also one whose words changed."""
    _, *written = db.execute(f"{WRITTEN} WHERE claim.id = ?", (claim_id,)).fetchone()
    words = list(map(folded, written))
    if words != written:
        # Kept, because the indexes must be given the very words again that they were given.
        db.execute("INSERT INTO claim_folded VALUES (?, ?, ?, ?)", (claim_id, *words))
    for index, columns in zip(INDEXES, COLUMNS, strict=True):
        db.execute(
            f"INSERT INTO {index} (rowid, {columns})"
            f" SELECT id, {columns} FROM claim_words WHERE id = ?",
            (claim_id,),
        )


def remove(db: sqlite3.Connection, claim_id: int) -> None:
    """Take a claim out of the indexes, before its words or its source's name change."""
    for index, columns in zip(INDEXES, COLUMNS, strict=True):
        db.execute(
            f"INSERT INTO {index} ({index}, rowid, {columns})"
            f" SELECT 'delete', id, {columns} FROM claim_words WHERE id = ?",
            (claim_id,),
        )
    db.execute("DELETE FROM claim_folded WHERE id = ?", (claim_id,))


def fold(db: sqlite3.Connection) -> None:
    """Fold the words of all claims, in a ledger that has none folded, and index them anew."""
    all_words = (
        (id_, written, list(map(folded, written))) for id_, *written in db.execute(WRITTEN)
    )
    differing = ((id_, *words) for id_, written, words in all_words if words != written)
    kept = db.executemany("INSERT INTO claim_folded VALUES (?, ?, ?, ?)", differing)
    if kept.rowcount > 0:
        for index in INDEXES:
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


PAGES = 64
"""Of an index that one step of merging writes: some 10 ms, for which a decision can wait."""


def merge(db: sqlite3.Connection) -> bool:
    """
    Merge some of the pieces that the indexes are kept in; return whether there is more to merge.

    New claims add pieces, and a question looks into each of them. By itself FTS5 merges four of a
    size; where there is one of each, what begins a word is found in half the time.
    """
    more = False
    for index in INDEXES:
        before = db.total_changes
        db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('merge', {PAGES})")
        more |= db.total_changes - before > 1  # one is the command itself
    return more


def in_step(db: sqlite3.Connection) -> bool:
    """
    Whether the indexes hold just the words that the claims have.

    FTS5 asks for this with an INSERT, which changes nothing, yet needs a connection that may write.
    """
    try:
        for index in INDEXES:
            db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CORRUPT:
            return False
        raise
    return _is_folded(db)


def _is_folded(db: sqlite3.Connection) -> bool:
    """Whether the words that are indexed are the claims' own, folded as they are today."""
    found = db.execute(
        f"""
        SELECT written.*, words.text, words.source, words.headline FROM ({WRITTEN}) AS written
        JOIN claim_words AS words ON words.id = written.id
        """
    )
    return all(list(map(folded, row[1:4])) == list(row[4:]) for row in found)
