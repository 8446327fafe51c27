"""Steps from one schema to the next: all or nothing, in order, once."""

import sqlite3
from pathlib import Path

import pytest

from claims.errors import LedgerError
from claims.ledger import open_ledger
from claims.ledger.store import migrate, opening

FIRST = "CREATE TABLE one (a INTEGER PRIMARY KEY);\nINSERT INTO one VALUES (1);\n"
SECOND = "CREATE TABLE two (b);\nALTER TABLE one ADD COLUMN c;\n"
BROKEN = {
    "syntax": "CREATE TABLE two (b);\nCREATE TABEL three (c);\n",
    "constraint": "CREATE TABLE two (b);\nINSERT INTO one VALUES (1);\n",
    "no such table": "CREATE TABLE two (b);\nDROP TABLE nowhere;\n",
}


@pytest.fixture
def steps(tmp_path, monkeypatch):
    """Set the schema's steps to these scripts, each a real file."""
    folder = tmp_path / "schema"
    folder.mkdir()

    def put(*scripts: str) -> None:
        files = []
        for number, script in enumerate(scripts, start=1):
            file = folder / f"{number:04}_step.sql"
            file.write_text(script, encoding="utf-8")
            files.append(file)
        monkeypatch.setattr(migrate, "migrations", lambda: files)
        monkeypatch.setattr(opening, "migrations", lambda: files)

    return put


def tables(db: sqlite3.Connection) -> set[str]:
    """Names of the tables that are there."""
    return {name for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")}


@pytest.fixture
def db(tmp_path):
    """A plain connection to a new file, as `migrate` is given it."""
    connected = sqlite3.connect(tmp_path / "steps.db", isolation_level=None)
    yield connected
    connected.close()


def test_the_shipped_steps_are_numbered_without_a_gap():
    names = [Path(step.name).name for step in migrate.migrations()]
    assert [int(name.split("_")[0]) for name in names] == list(range(1, len(names) + 1))


def test_a_new_file_gets_all_steps(steps, db):
    steps(FIRST, SECOND)
    migrate.migrate(db)
    assert migrate.version(db) == 2
    assert tables(db) == {"one", "two"}


def test_an_older_file_gets_what_it_lacks_and_keeps_what_it_has(steps, db):
    steps(FIRST)
    migrate.migrate(db)
    db.execute("INSERT INTO one VALUES (2)")
    steps(FIRST, SECOND)
    migrate.migrate(db)
    assert db.execute("SELECT a, c FROM one").fetchall() == [(1, None), (2, None)]


def test_a_step_is_not_taken_twice(steps, db):
    steps(FIRST)
    migrate.migrate(db)
    migrate.migrate(db)
    assert db.execute("SELECT count(*) FROM one").fetchone() == (1,)


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
def test_a_step_that_fails_leaves_the_version_before_it(steps, db, broken):
    steps(FIRST)
    migrate.migrate(db)
    steps(FIRST, broken)
    with pytest.raises(sqlite3.Error):
        migrate.migrate(db)
    assert not db.in_transaction
    assert migrate.version(db) == 1
    assert tables(db) == {"one"}


def test_the_steps_before_the_one_that_fails_stay(steps, db):
    steps(FIRST, BROKEN["syntax"])
    with pytest.raises(sqlite3.Error):
        migrate.migrate(db)
    assert (migrate.version(db), tables(db)) == (1, {"one"})


def test_a_failed_step_can_be_taken_once_it_is_mended(steps, db):
    steps(FIRST, BROKEN["syntax"])
    with pytest.raises(sqlite3.Error):
        migrate.migrate(db)
    steps(FIRST, SECOND)
    migrate.migrate(db)
    assert migrate.version(db) == 2


async def test_a_reader_says_that_an_older_file_has_to_be_brought_up_to_date(steps, ledger_path):
    steps(FIRST)
    async with open_ledger(ledger_path):
        pass
    steps(FIRST, SECOND)
    with pytest.raises(LedgerError, match="older version wrote it"):
        async with open_ledger(ledger_path, writes=False):
            pass
    async with open_ledger(ledger_path) as ledger:
        assert await ledger.read(migrate.version) == 2
