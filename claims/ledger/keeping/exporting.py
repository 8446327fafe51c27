"""One server's ledger, as lines of JSON that `importing` takes back."""

import hashlib
import json
import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterator

from claims.ledger.keeping.transfer import FORMAT, Row, Value, columns, renumbered, tables


def export(db: sqlite3.Connection, guild_id: int, write: Callable[[str], object]) -> int:
    """Hand a server's ledger to `write`, line by line; return how many claims it has."""
    digest = hashlib.sha256()
    rows = 0
    for line in _lines(db, guild_id):
        digest.update(line.encode())
        write(line)
        rows += 1
    write(_line({"lines": rows, "sha256": digest.hexdigest()}))
    claims: int = db.execute(
        "SELECT count(*) FROM claim WHERE guild_id = ?", (guild_id,)
    ).fetchone()[0]
    return claims


def _lines(db: sqlite3.Connection, guild_id: int) -> Iterator[str]:
    (schema,) = db.execute("PRAGMA user_version").fetchone()
    yield _line({"claims ledger": FORMAT, "schema": schema})
    taken = tables(db)
    ids = {
        table.name: [
            id_
            for (id_,) in db.execute(
                f"SELECT id FROM {table.name} WHERE guild_id = ? ORDER BY id", (guild_id,)
            )
        ]
        for table in taken
        if "id" in columns(table)
    }

    def place(table: str, id_: int) -> int:
        # For an event that is gone, or another server's, the last one before it.
        return bisect_right(ids[table], id_)

    for table in taken:
        order = ", ".join(table.key)
        for row in db.execute(
            f"SELECT * FROM {table.name} WHERE guild_id = ? ORDER BY {order}", (guild_id,)
        ):
            plain = {column: _plain(row[column]) for column in columns(table)}
            yield _line({"table": table.name, **renumbered(table, plain, place)})


def _plain(value: Value | bytes) -> Value:
    return value.hex() if isinstance(value, bytes) else value


def _line(values: Row) -> str:
    return json.dumps(values) + "\n"  # in ASCII: no reader splits a line at U+2028
