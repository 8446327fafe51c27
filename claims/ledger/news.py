"""What a digest tells: the net change of each claim over the run's time."""

import sqlite3

from claims.ledger import rows
from claims.records import Change, Run, Standing


def changes(db: sqlite3.Connection, run: Run) -> list[Change]:
    """Return the net change of each claim that anything happened to in the run's time."""
    found = db.execute(
        f"""
        WITH touched AS (
          SELECT number, min(id) AS first, max(id) AS last FROM event
          WHERE guild_id = :guild AND id > :since AND id <= :through GROUP BY number
        )
        SELECT {rows.COLUMNS},
               first_event.before AS before, last_event.after AS after,
               (SELECT reason FROM event  -- of the decision that stands, not of an undo
                WHERE guild_id = :guild AND number = touched.number AND id <= :through
                  AND action <> 'undo' AND NOT EXISTS (
                    SELECT 1 FROM event AS later
                    WHERE later.guild_id = :guild AND later.number = event.number
                      AND later.undone = event.id AND later.id <= :through)
                ORDER BY id DESC LIMIT 1) AS why,
               (SELECT title FROM appearance JOIN article
                  ON article.guild_id = appearance.guild_id AND article.id = appearance.article_id
                WHERE appearance.guild_id = claim.guild_id AND appearance.number = claim.number
                ORDER BY article.id LIMIT 1) AS article
        FROM touched
        JOIN claim ON claim.guild_id = :guild AND claim.number = touched.number
        {rows.SOURCE}
        JOIN event AS first_event ON first_event.id = touched.first
        JOIN event AS last_event ON last_event.id = touched.last
        ORDER BY touched.last
        """,
        {"guild": run.guild_id, "since": run.since, "through": run.through},
    ).fetchall()
    return [_change(db, run, row) for row in found]


def _change(db: sqlite3.Connection, run: Run, row: sqlite3.Row) -> Change:
    claim = rows.tracked(row)
    after = Standing.model_validate_json(row["after"])
    best = db.execute(
        "SELECT * FROM evidence WHERE guild_id = :guild AND number = :number"
        " AND brought_with <= :through AND (withdrawn_by IS NULL OR withdrawn_by > :through)"
        " ORDER BY id DESC LIMIT 1",
        {"guild": run.guild_id, "number": claim.number, "through": run.through},
    ).fetchone()
    return Change(
        claim=claim.model_copy(update={"standing": after}),
        before=Standing.model_validate_json(row["before"]) if row["before"] else None,
        reason=row["why"],
        evidence=rows.evidence(best) if best else None,
        article=row["article"] or "",
    )
