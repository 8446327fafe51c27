"""What steps of the schema need beyond SQL."""

import sqlite3

from claims.ledger import rows


def recognise(db: sqlite3.Connection) -> None:
    """
    Give claims and appearances from before matching what it recognises them by.

    Nothing is suggested about them: that two old claims say the same is no news.
    """
    # Hardly any start needs this step, and all would wait for what it stands on.
    from claims.ledger.articles import sources
    from claims.matching import similarity

    for row in db.execute(WITHOUT_ORIGIN).fetchall():
        words = " ".join(span.of(row["article"]) for span in rows.spans(row["content"]))
        origin = sources.origin(row["source"], words or row["claim"])
        db.execute(
            "UPDATE appearance SET origin = ? WHERE guild_id = ? AND number = ? AND article_id = ?"
            " AND content = ?",
            (origin, row["guild_id"], row["number"], row["article_id"], row["content"]),
        )
    for row in db.execute("SELECT guild_id, number, text FROM claim").fetchall():
        db.executemany(
            "INSERT INTO band (guild_id, value, number) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            [
                (row["guild_id"], value, row["number"])
                for value in similarity.signature(row["text"])
            ],
        )


WITHOUT_ORIGIN = f"""
SELECT appearance.guild_id, appearance.number, article_id, content, article.text AS article,
       claim.text AS claim, source.name AS source
FROM appearance
JOIN article ON article.guild_id = appearance.guild_id AND article.id = appearance.article_id
JOIN claim ON claim.guild_id = appearance.guild_id AND claim.number = appearance.number
{rows.SOURCE}
WHERE appearance.origin = ''
"""
