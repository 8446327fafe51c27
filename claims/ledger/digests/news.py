"""What a digest tells: each claim's net change over the run's time, and what waits for people."""

import sqlite3

from claims.digests.compose import Digest, compose
from claims.digests.records import Change, Choice, Run, Section
from claims.ledger import rows
from claims.ledger.decisions.evidence import WITHHELD
from claims.ledger.digests import digests
from claims.records.claims import Standing
from claims.rules import viewing
from claims.rules.terms import reason_words
from claims.wording import say

LISTED = 50
"""New claims that are read at once; the rest are counted, for an archive may be loaded."""

MOST_ASKED = 10
MOST_WAITING = 50
"""Claims in the sections that are no news."""


def digest(
    db: sqlite3.Connection, run: Run, choice: Choice, *, start: int = 0, most: int = LISTED
) -> Digest:
    """
    Return what the run tells; of the new claims `most`, from place `start` on.

    Their order is the same wherever one begins.
    """
    wanted = {
        "guild": run.guild_id,
        "since": run.since,
        "through": run.through,
        "worth": choice.least_worth,
        "tag": choice.tag,
        "today": digests.local_date(db, run.guild_id, run.claimed_at).isoformat(),
    }
    told = compose(_changes(db, run, wanted, f"NOT {_NEW}", "touched.last LIMIT -1"))
    hidden: dict[str, object] = dict.fromkeys(choice.hidden, ())
    if Section.ADDITION not in choice.hidden:
        added = _added(db, run, wanted, start, most)
        unlisted = max(0, _count_new(db, wanted) - len(added))
        told = told.model_copy(update={"addition": added, "unlisted": unlisted})
    waiting: dict[str, object] = {
        "asked": _asked(db, wanted),
        "checking": _checking(db, wanted),
        "recheck": _to_recheck(db, run, wanted),
    }
    return told.model_copy(update={**waiting, **hidden})


def _added(
    db: sqlite3.Connection, run: Run, wanted: dict[str, object], start: int, most: int
) -> tuple[Change, ...]:
    """
    Return new claims in the order of the digest, in which those of one article stand together.

    They do so among each `LISTED`, read together: else the least of a large article would stand
    before the best of the next.
    """
    skipped = start % LISTED
    found: list[Change] = []
    for offset in range(start - skipped, start + most, LISTED):
        order = f"claim.check_worthiness DESC, claim.number LIMIT {LISTED} OFFSET {offset:d}"
        found += compose(_changes(db, run, wanted, _NEW, order)).addition
    return tuple(found[skipped : skipped + most])


_TAGGED = """(:tag = '' OR EXISTS (SELECT 1 FROM tag WHERE tag.guild_id = :guild
              AND tag.name = :tag AND tag.number = claim.number))"""

# New claims without a rating are a class of their own: there may be very many of them.
_NEW = """(first_event.before IS NULL AND json_extract(last_event.after, '$.rating') IS NULL)"""

# What was merged is told with the claim that absorbed it.
_FITS = """json_extract(last_event.after, '$.stage') <> 'dropped'
           AND json_extract(last_event.after, '$.merged_into') IS NULL
           AND claim.check_worthiness >= :worth"""

_TOUCHED = """
WITH touched AS (
  SELECT number, min(id) AS first, max(id) AS last FROM event
  WHERE guild_id = :guild AND id > :since AND id <= :through GROUP BY number
)
"""

_EVENTS = """
FROM touched
JOIN claim ON claim.guild_id = :guild AND claim.number = touched.number
JOIN event AS first_event ON first_event.id = touched.first
JOIN event AS last_event ON last_event.id = touched.last
"""


def _count_new(db: sqlite3.Connection, wanted: dict[str, object]) -> int:
    count: int = db.execute(
        f"{_TOUCHED} SELECT count(*) {_EVENTS} WHERE {_NEW} AND {_FITS} AND {_TAGGED}", wanted
    ).fetchone()[0]
    return count


def _changes(
    db: sqlite3.Connection, run: Run, wanted: dict[str, object], which: str, order: str
) -> list[Change]:
    """Return the net change of each claim that anything happened to in the run's time."""
    fits = _FITS if which == _NEW else "true"
    found = db.execute(
        f"""
        {_TOUCHED}
        SELECT {rows.COLUMNS},
               first_event.before AS before, last_event.after AS after,
               coalesce((SELECT reason FROM event  -- of the decision that stands
                WHERE guild_id = :guild AND number = touched.number AND id <= :through
                  AND action IN ('rate', 'dispute', 'reopen', 'drop')
                  AND (action <> 'rate' OR event.after ->> '$.stage' = 'rated')  -- else withheld
                  AND NOT EXISTS (
                    SELECT 1 FROM event AS later
                    WHERE later.guild_id = :guild AND later.number = event.number
                      AND later.undone = event.id AND later.id <= :through)
                ORDER BY id DESC LIMIT 1), '') AS why,
               (SELECT title FROM appearance JOIN article
                  ON article.guild_id = appearance.guild_id AND article.id = appearance.article_id
                WHERE appearance.guild_id = claim.guild_id AND appearance.number = claim.number
                ORDER BY article.id LIMIT 1) AS article
        {_EVENTS} {rows.SOURCE}
        WHERE {which} AND {fits} AND {_TAGGED} ORDER BY {order}
        """,
        wanted,
    ).fetchall()
    return [_change(db, run, row) for row in found]


def _change(db: sqlite3.Connection, run: Run, row: sqlite3.Row) -> Change:
    claim = rows.claim_from_row(row)
    after = viewing.standing(Standing.model_validate_json(row["after"]))
    before = Standing.model_validate_json(row["before"]) if row["before"] else None
    best = db.execute(
        f"{rows.EVIDENCE} WHERE guild_id = :guild AND number = :number"
        " AND brought_with <= :through AND (withdrawn_by IS NULL OR withdrawn_by > :through)"
        f" AND NOT {WITHHELD}"
        " ORDER BY id DESC LIMIT 1",
        {"guild": run.guild_id, "number": claim.number, "through": run.through},
    ).fetchone()
    return Change(
        claim=claim._replace(standing=after),
        before=viewing.standing(before) if before else None,
        reason=reason_words(after.why if after.is_disputed and after.why else row["why"]),
        evidence=rows.evidence(best) if best else None,
        article=row["article"] or "",
    )


def _asked(db: sqlite3.Connection, wanted: dict[str, object]) -> tuple[Change, ...]:
    """Return the open claims that most people asked for a check of."""
    found = db.execute(
        f"SELECT {rows.COLUMNS}, claim.asked AS asked FROM claim {rows.SOURCE}"
        f" WHERE claim.guild_id = :guild AND asked > 0 AND stage = 'open' AND merged_into IS NULL"
        f" AND check_worthiness >= :worth AND {_TAGGED}"
        f" ORDER BY asked DESC, number DESC LIMIT {MOST_ASKED}",
        wanted,
    )
    return tuple(_waits(row, say("{count} asked", count=row["asked"])) for row in found)


def _checking(db: sqlite3.Connection, wanted: dict[str, object]) -> tuple[Change, ...]:
    """Return the claims that somebody has in hand, soonest due first, then those just freed."""
    taken = db.execute(
        f"{rows.CLAIM} WHERE claim.guild_id = :guild AND stage = 'checking' AND {_TAGGED}"
        f" ORDER BY json_extract(standing, '$.assigned_until') LIMIT {MOST_WAITING}",
        wanted,
    ).fetchall()
    freed = db.execute(
        f"{_TOUCHED} SELECT {rows.COLUMNS} {_EVENTS} {rows.SOURCE} WHERE stage = 'open'"
        f" AND last_event.action = 'release' AND last_event.actor = 0 AND {_TAGGED}"
        f" ORDER BY touched.last LIMIT {MOST_WAITING}",
        wanted,
    ).fetchall()
    return tuple(_waits(row, "") for row in taken) + tuple(_waits(row, "overdue") for row in freed)


def _to_recheck(db: sqlite3.Connection, run: Run, wanted: dict[str, object]) -> tuple[Change, ...]:
    """Return the claims that came due for a re-check since the last digest was sent."""
    last = db.execute(
        "SELECT max(claimed_at) FROM digest_run WHERE guild_id = ? AND outcome = 'sent'"
        " AND (id < ? OR ? = 0)",
        (run.guild_id, run.id, run.id),
    ).fetchone()[0]
    moment = rows.from_epoch_seconds(last) if last else None
    told = digests.local_date(db, run.guild_id, moment).isoformat() if moment else ""
    found = db.execute(
        f"{rows.CLAIM} WHERE claim.guild_id = :guild AND claim.recheck_on > :told"
        f" AND claim.recheck_on <= :today AND claim.merged_into IS NULL AND {_TAGGED}"
        f" ORDER BY claim.recheck_on, claim.number LIMIT {MOST_WAITING}",
        {**wanted, "told": told},
    )
    return tuple(_waits(row, "") for row in found)


def _waits(row: sqlite3.Row, reason: str) -> Change:
    claim = rows.claim_from_row(row)
    return Change(claim=claim, before=claim.standing, reason=reason)
