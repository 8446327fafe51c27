"""Full-text search over claims and their sources, kept in step with them."""

import sqlite3

INDEXES = ("claim_search", "claim_typed")


def add(db: sqlite3.Connection, claim_id: int) -> None:
    """Put a claim into the indexes; after `remove`, also one whose words changed."""
    for index in INDEXES:
        db.execute(
            f"INSERT INTO {index} (rowid, text, source)"
            " SELECT id, text, source FROM claim_words WHERE id = ?",
            (claim_id,),
        )


def remove(db: sqlite3.Connection, claim_id: int) -> None:
    """Take a claim out of the indexes, before its words or its source's name change."""
    for index in INDEXES:
        db.execute(
            f"INSERT INTO {index} ({index}, rowid, text, source)"
            " SELECT 'delete', id, text, source FROM claim_words WHERE id = ?",
            (claim_id,),
        )
