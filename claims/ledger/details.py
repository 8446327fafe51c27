"""
What the details of events refer to: rows by ids that mean nothing in another file.

A hash covers what such a row says instead of its id; an export counts it anew.
"""

import json
import sqlite3
from collections.abc import Callable

Name = Callable[[str, int], object]
"""What a table's row with this id is called elsewhere."""


def renamed(detail: str, name: Name, brought: Name) -> object:
    """
    Return an event's detail with every id in it replaced by what `name` makes of it.

    `brought` is asked for evidence that is described in full, where the id is no news.
    """
    known = json.loads(detail)
    if not isinstance(known, dict):
        return known
    for key in ("evidence", "withdrawn"):
        if key in known:
            known[key] = [
                {**item, "id": brought("evidence", item.get("id", 0))} for item in known[key]
            ]
    for key, table in (("moved_evidence", "evidence"), ("reports", "report")):
        if key in known:
            known[key] = [name(table, id_) for id_ in known[key]]
    if "moved_appearances" in known:
        known["moved_appearances"] = [
            [name("article", id_), content] for id_, content in known["moved_appearances"]
        ]
    return known


SAID = {
    "article": "fingerprint",
    "evidence": "json_array(url, stance, note, quotation, is_primary, added_at)",
    "report": "json_array(at, reason)",
}
"""What of a row never changes and tells it from others; no person, as people may be erased."""


def covered(db: sqlite3.Connection, detail: str) -> object:
    """Return what an event's hash covers of its detail."""
    if detail == "{}":
        return {}

    def said(table: str, id_: int) -> object:
        row = db.execute(f"SELECT {SAID[table]} FROM {table} WHERE id = ?", (id_,)).fetchone()
        return row[0] if row else None

    return renamed(detail, said, lambda _table, _id: None)
