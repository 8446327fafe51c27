"""A server's claims for a spreadsheet: what people sort and count, not all that there is."""

import sqlite3

from claims.ledger import rows
from claims.reading.sheets import Row


def claims(db: sqlite3.Connection, guild_id: int) -> list[Row]:
    """Return a server's claims in the order of their numbers."""
    return [_row(row) for row in db.execute(CLAIMS, (guild_id,))]


def _row(row: sqlite3.Row) -> Row:
    claim = rows.claim_from_row(row)
    standing = claim.standing
    return Row(
        number=claim.number,
        claim=claim.text,
        source=claim.source.name,
        source_type=claim.source.type,
        kind=claim.kind,
        stage=standing.stage,
        rating=standing.published or "",
        reason=standing.reason if standing.published else "",
        rated_at=standing.rated_at.isoformat() if standing.rated_at else "",
        check_worthiness=claim.check_worthiness,
        asked=row["asked"],
        merged_into=row["merged_into"],
        tags=row["tags"] or "",
        evidence=row["evidence"] or "",
        articles=row["articles"] or "",
        added_at=claim.added_at.isoformat(),
    )


CLAIMS = f"""
SELECT {rows.COLUMNS}, claim.asked, claim.merged_into,
  (SELECT group_concat(name, char(10)) FROM tag
   WHERE tag.guild_id = claim.guild_id AND tag.number = claim.number) AS tags,
  (SELECT group_concat(stance || ' ' || url, char(10)) FROM evidence
   WHERE evidence.guild_id = claim.guild_id AND evidence.number = claim.number
     AND withdrawn_by IS NULL) AS evidence,
  (SELECT group_concat(trim(title || ' ' || url), char(10)) FROM article
   WHERE article.guild_id = claim.guild_id AND article.id IN (
     SELECT article_id FROM appearance WHERE appearance.guild_id = claim.guild_id
       AND appearance.number = claim.number)) AS articles
FROM claim {rows.SOURCE}
WHERE claim.guild_id = ? ORDER BY claim.number
"""
