"""Claims that may say the same: found by machine, decided by moderators."""

import json
import sqlite3
from collections import Counter
from enum import StrEnum
from typing import NamedTuple

from claims.errors import RefusedError
from claims.ledger.history import seals
from claims.ledger.history.seals import Rows
from claims.matching import guard, similarity

IN_A_BAND = 20
"""Candidates taken from one band, newest first: what is said a thousand times is found anyway."""

RATIOS = 50
"""Candidates whose words are compared, those first that share most bands."""

KEPT = 5
"""Suggestions stored for a claim, the likest first; a moderator decides on each by hand."""


class MatchOutcome(StrEnum):
    """What a moderator said to a suggestion; confirmed are those whose claims were merged."""

    SUGGESTED = "suggested"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Match(NamedTuple):
    """`number` may repeat the older `other`; `differs` says what speaks against it."""

    number: int
    other: int
    score: float
    differs: tuple[str, ...]
    outcome: MatchOutcome


def remember(db: sqlite3.Connection, guild_id: int, number: int, text: str) -> None:
    """Suggest what a new claim may repeat, then let later ones find it. Decides nothing."""
    bands = similarity.signature(text)
    for other, score, words in near(db, guild_id, bands, text):
        newer, older = (text, words) if number > other else (words, text)
        differs = guard.differences(newer, older)
        db.execute(
            "INSERT INTO match (guild_id, number, other, score, differs) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",  # what was decided stays
            (
                guild_id,
                max(number, other),
                min(number, other),
                score,
                json.dumps(differs, ensure_ascii=False),
            ),
        )
    db.executemany(
        "INSERT INTO band (guild_id, value, number) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        [(guild_id, value, number) for value in bands],
    )


def forget(db: sqlite3.Connection, guild_id: int, number: int, text: str) -> None:
    """Undo `remember` for a claim whose words change; what was decided stays."""
    db.executemany(
        "DELETE FROM band WHERE guild_id = ? AND value = ? AND number = ?",
        [(guild_id, value, number) for value in similarity.signature(text)],
    )
    db.execute(
        "DELETE FROM match WHERE guild_id = :guild AND outcome = 'suggested'"
        " AND (number = :number OR other = :number)",
        {"guild": guild_id, "number": number},
    )


def near(
    db: sqlite3.Connection, guild_id: int, bands: tuple[int, ...], text: str
) -> list[tuple[int, float, str]]:
    """Return the claims that share a band and are near, with likeness and words."""
    shared: Counter[int] = Counter()
    for value in bands:
        found = db.execute(
            "SELECT number FROM band WHERE guild_id = ? AND value = ?"
            f" ORDER BY number DESC LIMIT {IN_A_BAND}",
            (guild_id, value),
        )
        shared.update(row[0] for row in found)
    if not shared:
        return []
    mine = similarity.normal(text)
    candidates = json.dumps([number for number, _ in shared.most_common(RATIOS)])
    near = []
    for number, other in db.execute(
        "SELECT number, text FROM claim WHERE guild_id = ? AND merged_into IS NULL"
        " AND number IN (SELECT value FROM json_each(?))",
        (guild_id, candidates),
    ):
        score = similarity.likeness(mine, similarity.normal(other))
        if score >= similarity.NEAR:
            near.append((number, score, other))
    near.sort(key=lambda found: (-found[1], found[0]))
    return near[:KEPT]


# Of two claims that lead to the same one, whoever merged them confirmed that they say the same.
_MATCHES = """
SELECT match.*, coalesce(newer.merged_into, match.number) = coalesce(older.merged_into, match.other)
       AS is_joined
FROM match
JOIN claim AS newer ON newer.guild_id = match.guild_id AND newer.number = match.number
JOIN claim AS older ON older.guild_id = match.guild_id AND older.number = match.other
WHERE match.guild_id = :guild
"""


def of(db: sqlite3.Connection, guild_id: int, number: int) -> tuple[Match, ...]:
    """Return the matches that a claim has a part in, the likest first, whatever became of them."""
    found = db.execute(
        f"{_MATCHES} AND match.number = :number UNION ALL {_MATCHES} AND match.other = :number"
        " ORDER BY score DESC, number, other",
        {"guild": guild_id, "number": number},
    )
    return tuple(map(match_of, found))


def waiting(db: sqlite3.Connection, guild_id: int, *, size: int = 25) -> tuple[Match, ...]:
    """Return the newest suggestions that nobody decided on."""
    found = db.execute(
        f"{_MATCHES} AND outcome = 'suggested' AND NOT is_joined"
        " ORDER BY match.number DESC, other LIMIT :size",
        {"guild": guild_id, "size": size},
    )
    return tuple(map(match_of, found))


def reject(db: sqlite3.Connection, guild_id: int, number: int, other: int, *, actor: int) -> None:
    """
    Keep that, as a moderator finds, two claims do not say the same; merging them says that they do.

    Raises RefusedError where that is no suggestion, or they were merged.
    """
    values = {"guild": guild_id, "number": max(number, other), "other": min(number, other)}
    row = db.execute(
        f"{_MATCHES} AND match.number = :number AND match.other = :other", values
    ).fetchone()
    if row is None:
        raise RefusedError(
            "Nothing suggests that #{number} and #{other} say the same.", number=number, other=other
        )
    if row["is_joined"]:
        raise RefusedError(
            "#{number} and #{other} are merged. Unmerge them.", number=number, other=other
        )
    this = Rows("match", "number = ? AND other = ?", (values["number"], values["other"]))
    with seals.watch(db, guild_id, this):
        db.execute(
            "UPDATE match SET outcome = 'rejected', decided_by = :actor"
            " WHERE guild_id = :guild AND number = :number AND other = :other",
            {**values, "actor": actor},
        )


def match_of(row: sqlite3.Row) -> Match:
    return Match(
        number=row["number"],
        other=row["other"],
        score=row["score"],
        differs=tuple(json.loads(row["differs"])),
        outcome=MatchOutcome.CONFIRMED if row["is_joined"] else MatchOutcome(row["outcome"]),
    )
