"""A ledger that `exporting` wrote, into an empty server of any ledger."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import islice

from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.keeping import checks, layout
from claims.ledger.keeping.layout import Table
from claims.ledger.keeping.transfer import FORMAT, OLDEST, Row, added, columns, renumbered, tables
from claims.ledger.lookup import search

MOST_PROBLEMS = 20
"""Told of a file that cannot be imported: enough to see what is wrong with it."""


class TransferError(RefusedError):
    """A file that cannot be imported as it is; `problems` says why. Nothing was changed."""

    def __init__(self, problems: Iterable[str]) -> None:
        self.problems = tuple(problems)
        super().__init__("Nothing was imported. " + " ".join(self.problems))


def import_(db: sqlite3.Connection, guild_id: int, lines: Iterable[str]) -> int:
    """
    Take an exported ledger into a server that has none; return how many claims it has.

    Everything is validated, as nobody knows who wrote the file: its own checksum, each row by
    the schema's rules, then the whole by the checks and the audit of any ledger. Raises
    TransferError; within a transaction, nothing is left of a file that is refused.
    """
    _refuse_unless_empty(db, guild_id)
    servers.ensure(db, guild_id)
    db.execute("DELETE FROM greeting WHERE guild_id = ?", (guild_id,))  # the file has its own
    problems = list(islice(_Import(db, guild_id).problems(lines), MOST_PROBLEMS))
    if not problems:
        found = checks.of_server(db, guild_id)
        problems = [str(problem) for problem in islice(found, MOST_PROBLEMS)]
    if problems:
        raise TransferError(problems)
    claims: int = db.execute(
        "SELECT count(*) FROM claim WHERE guild_id = ?", (guild_id,)
    ).fetchone()[0]
    return claims


def _refuse_unless_empty(db: sqlite3.Connection, guild_id: int) -> None:
    taken = [
        table.name
        for table in layout.tables(db)
        if table.name not in ("server", "greeting")
        and db.execute(f"SELECT 1 FROM {table.name} WHERE guild_id = ?", (guild_id,)).fetchone()
    ]
    numbers = db.execute(
        "SELECT 1 FROM server WHERE guild_id = ? AND last_number > 0", (guild_id,)
    ).fetchone()
    if taken or numbers:
        raise TransferError(
            [f"Server {guild_id} has a ledger already; import into one that has none."]
        )


class _Import:
    """One file on its way in."""

    def __init__(self, db: sqlite3.Connection, guild_id: int) -> None:
        self._db = db
        self._guild_id = guild_id
        self._schema = OLDEST  # of the file, once its first line is read
        self._tables = {table.name: table for table in tables(db)}
        self._first = {
            table.name: _greatest_id(db, table)
            for table in self._tables.values()
            if "id" in columns(table)
        }
        (self._slot,) = db.execute(
            "SELECT slot FROM server WHERE guild_id = ?", (guild_id,)
        ).fetchone()

    def problems(self, lines: Iterable[str]) -> Iterator[str]:
        """Store all lines, and yield what is wrong with them."""
        digest = hashlib.sha256()
        whole = False
        for number, line in enumerate(lines):
            values = _parsed(line)
            if values is None:
                yield f"Line {number + 1} is no line of an export."
            elif number == 0:
                problem = self._opening(values)
                if problem:  # every line after it would be a riddle
                    yield problem
                    return
            elif "sha256" in values:
                whole = values == {"lines": number, "sha256": digest.hexdigest()}
                break
            else:
                problem = self._store(values)
                if problem:
                    yield f"Line {number + 1}: {problem}"
            digest.update(line.encode(errors="replace"))
        if not whole:
            yield "The file is not whole: it was cut off, or changed after it was written."

    def _opening(self, values: Row) -> str | None:
        (schema,) = self._db.execute("PRAGMA user_version").fetchone()
        if values.get("claims ledger") != FORMAT:
            return "It is no export of a ledger."
        written = values.get("schema")
        if not isinstance(written, int) or not OLDEST <= written <= schema:
            return (
                f"It was exported with schema {written}; this version knows {OLDEST} to {schema}."
                " Export it again with this version of the program."
            )
        self._schema = written
        return None

    def _store(self, values: Row) -> str | None:
        """Store one row; return what is wrong with it."""
        table = self._tables.get(str(values.pop("table", None)))
        if table is None:
            return "it names no table of a ledger."
        values = added(table.name, self._schema) | values
        if set(values) != set(columns(table)):
            return f"it has not the columns of {table.name}."
        try:
            row = renumbered(table, values, self._id)
            if table.name == "server":
                self._update_server(row)
            else:
                self._insert(table, row)
        except (sqlite3.IntegrityError, sqlite3.DataError, *BAD_VALUE) as error:
            return f"{table.name}: {error}."
        return None

    def _id(self, table: str, number: int) -> int:
        """Return the id here of the row that is the table's nth in the file."""
        return self._first[table] + number if number > 0 else 0

    def _insert(self, table: Table, row: Row) -> None:
        values = {**row, "guild_id": self._guild_id}
        if table.name == "claim":
            number = row["number"]
            if not isinstance(number, int) or not 0 < number < 2**32:
                raise ValueError(f"{number} is no claim's number")
            values["id"] = self._slot << 32 | number
        names, places = ", ".join(values), ", ".join("?" * len(values))
        self._db.execute(
            f"INSERT INTO {table.name} ({names}) VALUES ({places})", tuple(values.values())
        )
        if table.name == "claim":
            search.add(self._db, int(str(values["id"])))

    def _update_server(self, row: Row) -> None:
        salt = bytes.fromhex(str(row.pop("salt")))
        changes = ", ".join(f"{column} = ?" for column in (*row, "salt"))
        self._db.execute(
            f"UPDATE server SET {changes}, left_at = NULL WHERE guild_id = ?",
            (*row.values(), salt, self._guild_id),
        )


BAD_VALUE = (AttributeError, KeyError, OverflowError, TypeError, ValueError)
"""What a hostile line can raise before the schema judges it: a detail that is none, a number of
a thousand digits."""


def _greatest_id(db: sqlite3.Connection, table: Table) -> int:
    """Return the greatest id that the table has given, so far as it remembers."""
    greatest: int
    (greatest,) = db.execute(f"SELECT coalesce(max(id), 0) FROM {table.name}").fetchone()
    given = db.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,)).fetchone()
    return max(greatest, given[0] if given else 0)


def _parsed(line: str) -> Row | None:
    """Return a line's values; None where it is not an object of plain values."""
    try:
        values = json.loads(line, parse_constant=_refuse)
    except (ValueError, RecursionError):
        return None
    plain = isinstance(values, dict) and all(
        value is None or (isinstance(value, str | int | float) and not isinstance(value, bool))
        for value in values.values()
    )
    return values if plain else None


def _refuse(constant: str) -> None:
    raise ValueError(constant)
