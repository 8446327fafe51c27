"""A server's ledger goes out and comes back exactly, or not at all."""

import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime, time
from pathlib import Path

import pytest

from claims.digests.records import Choice, Schedule
from claims.errors import RefusedError
from claims.ledger import servers
from claims.ledger.articles import contents, sources
from claims.ledger.decisions import matches, reports, tags
from claims.ledger.digests import digests, runs
from claims.ledger.history import audit, history
from claims.ledger.intake import asks
from claims.ledger.keeping import checks, exporting, importing, sheet
from claims.ledger.keeping.importing import TransferError
from claims.ledger.lookup import claims, queue
from claims.ledger.members import people
from claims.ledger.store import opening
from claims.models import Article
from tests.claims.ledger.conftest import ANN, OTHER_GUILD, everything

Lines = list[str]


def exported(db: sqlite3.Connection, guild_id: int) -> Lines:
    lines: Lines = []
    exporting.export(db, guild_id, lines.append)
    return lines


@pytest.fixture
def lines(db: sqlite3.Connection, guild_id: int) -> Lines:
    """The first server's ledger, as it is exported."""
    return exported(db, guild_id)


@pytest.fixture
def target(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """A connection to another ledger, in which another server has worked already."""
    opened = opening.open_writer(tmp_path / "target.db")
    servers.ensure(opened, 5005)
    yield opened
    opened.close()


def taken_in(db: sqlite3.Connection, guild_id: int, lines: Lines) -> int:
    db.execute("BEGIN IMMEDIATE")
    try:
        claims = importing.import_(db, guild_id, lines)
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
    return claims


def test_what_was_exported_comes_back_exactly(target: sqlite3.Connection, lines: Lines) -> None:
    assert taken_in(target, 1001, lines) == 4
    assert exported(target, 1001) == lines
    assert list(checks.whole(target)) == []


def test_it_comes_back_the_same_in_a_server_of_another_id_and_beside_others(
    db: sqlite3.Connection, target: sqlite3.Connection, lines: Lines
) -> None:
    taken_in(target, 9, exported(db, OTHER_GUILD))
    taken_in(target, 7, lines)
    assert exported(target, 7) == lines
    assert exported(target, 9) == exported(db, OTHER_GUILD)
    assert list(checks.whole(target)) == []


def test_hashes_and_numbers_are_the_same_and_the_next_decision_goes_on_from_them(
    db: sqlite3.Connection, target: sqlite3.Connection, lines: Lines
) -> None:
    taken_in(target, 1001, lines)
    assert history.head(target, 1001) == history.head(db, 1001)
    assert list(audit.breaks(target)) == []
    for table, columns in (
        ("claim", "number, text, standing, version, asked"),
        ("event", "number, at, actor, action, before, after, reason, hash"),
        ("evidence", "number, url, note, added_by, added_at"),
    ):
        select = f"SELECT {columns} FROM {table} WHERE guild_id = 1001 ORDER BY id"
        assert [tuple(r) for r in target.execute(select)] == [tuple(r) for r in db.execute(select)]


def test_a_person_can_be_erased_after_an_import_as_before(
    target: sqlite3.Connection, lines: Lines
) -> None:
    taken_in(target, 1001, lines)
    people.erase(target, 1001, ANN)
    assert str(ANN) not in str(everything(target, 1001))
    assert list(checks.whole(target)) == []


def test_an_empty_server_is_exported_and_taken_in(
    db: sqlite3.Connection, target: sqlite3.Connection
) -> None:
    servers.ensure(db, 4004)
    empty = exported(db, 4004)
    assert taken_in(target, 4004, empty) == 0
    assert exported(target, 4004) == empty


def test_no_detail_of_an_event_names_a_person_or_a_row(db: sqlite3.Connection) -> None:
    """Neither could be changed later, as hashes cover it: not erased, not imported elsewhere."""
    details = [json.loads(row["detail"]) for row in db.execute("SELECT detail FROM event")]
    pieces = [piece for detail in details for piece in detail.get("evidence", [])]
    assert pieces
    assert not [piece for piece in pieces if {"id", "added_by"} & set(piece)]


def test_a_server_with_a_ledger_takes_nothing_in(
    db: sqlite3.Connection, guild_id: int, lines: Lines
) -> None:
    before = everything(db, guild_id)
    with pytest.raises(TransferError, match="has a ledger already"):
        taken_in(db, guild_id, lines)
    assert everything(db, guild_id) == before


def altered(lines: Lines, of: str, /, **changes: object) -> Lines:
    """The first row of a table with other values, and a checksum that fits."""
    found = [json.loads(line) for line in lines[:-1]]
    row = next(values for values in found if values.get("table") == of)
    row.update(changes)
    return sealed([json.dumps(values, ensure_ascii=False) + "\n" for values in found])


def sealed(lines: Lines) -> Lines:
    """The lines with an ending that fits them."""
    digest = hashlib.sha256("".join(lines).encode()).hexdigest()
    return [*lines, json.dumps({"lines": len(lines), "sha256": digest}) + "\n"]


def without(lines: Lines, table: str) -> Lines:
    return sealed([line for line in lines[:-1] if f'"table": "{table}"' not in line])


def as_of_19(lines: Lines) -> Lines:
    """The lines as the schema before rules had names would have had them."""
    found = [json.loads(line) for line in lines[:-1]]
    found[0]["schema"] = 19
    for values in found:
        values.pop("rule", None)
    return sealed([json.dumps(values) + "\n" for values in found])


def test_an_export_from_before_rules_had_names_is_taken_in(
    lines: Lines, target: sqlite3.Connection, guild_id: int
) -> None:
    taken_in(target, guild_id, as_of_19(lines))

    again = exported(target, guild_id)
    assert as_of_19(again) == as_of_19(lines)
    places = [json.loads(line) for line in again if '"table": "appearance"' in line]
    assert places
    assert {place["rule"] for place in places} == {""}


BAD: dict[str, tuple[Callable[[Lines], Lines], str]] = {
    "nothing": (lambda _lines: [], "not whole"),
    "cut off": (lambda lines: lines[:-3], "not whole"),
    "without its end": (lambda lines: lines[:-1], "not whole"),
    "a line left out": (lambda lines: lines[:5] + lines[6:], "not whole"),
    "a word changed": (
        lambda lines: [line.replace("Two of three.", "Two of four.") for line in lines],
        "not whole",
    ),
    "a word changed and sealed": (
        lambda lines: sealed([x.replace("Two of three.", "All of it.") for x in lines[:-1]]),
        "its hash does not fit",
    ),
    "no JSON": (lambda lines: sealed([*lines[:-1], "{no\n"]), "no line of an export"),
    "nested without end": (
        lambda lines: sealed([*lines[:-1], "[" * 100_000 + "\n"]),
        "no line of an export",
    ),
    "not a number": (
        lambda lines: altered(lines, "claim", check_worthiness=float("nan")),
        "no line of an export",
    ),
    "a list for a value": (lambda lines: altered(lines, "tag", name=["a"]), "no line of an export"),
    "another program's": (lambda _lines: ['{"table": "claim"}\n'], "no export of a ledger"),
    "another format": (
        lambda lines: ['{"claims ledger": 99, "schema": 1}\n', *lines[1:]],
        "no export of a ledger",
    ),
    "another schema": (
        lambda lines: ['{"claims ledger": 1, "schema": 999}\n', *lines[1:]],
        "exported with schema 999",
    ),
    "a schema before the oldest": (
        lambda lines: sealed(['{"claims ledger": 1, "schema": 18}\n', *lines[1:-1]]),
        "exported with schema 18",
    ),
    "a schema that is no number": (
        lambda lines: sealed(['{"claims ledger": 1, "schema": "19"}\n', *lines[1:-1]]),
        "exported with schema 19",
    ),
    "a schema that is no whole number": (
        lambda lines: sealed(['{"claims ledger": 1, "schema": 19.0}\n', *lines[1:-1]]),
        "exported with schema 19.0",
    ),
    "a rule of any length": (lambda lines: altered(lines, "appearance", rule="r" * 41), "CHECK"),
    "no rule where there has to be one": (
        lambda lines: sealed([line.replace('"rule": ', '"roles": ') for line in lines[:-1]]),
        "columns of appearance",
    ),
    "an unknown table": (lambda lines: altered(lines, "tag", table="sqlite_schema"), "no table"),
    "an unknown column": (lambda lines: altered(lines, "tag", guild_id=OTHER_GUILD), "columns"),
    "another stage": (lambda lines: altered(lines, "claim", stage="certain"), "CHECK"),
    "a long tag": (lambda lines: altered(lines, "tag", name="x" * 41), "CHECK"),
    "a number that is none": (lambda lines: altered(lines, "claim", number=2**40), "no claim's"),
    "a number as words": (lambda lines: altered(lines, "claim", number="one"), "no claim's"),
    "a huge number": (lambda lines: altered(lines, "claim", added_at=10**30), "claim"),
    "half a character": (
        lambda lines: [x.replace("harbour", "\\ud800") for x in lines],
        "surrogates",
    ),
    "an article that is not there": (
        lambda lines: without(lines, "article"),
        "FOREIGN KEY",
    ),
    "a source that is another server's": (
        lambda lines: altered(lines, "claim", source_id=77),
        "FOREIGN KEY",
    ),
    "events left out": (lambda lines: without(lines, "event"), "FOREIGN KEY"),
    "no server": (lambda lines: without(lines, "server"), "hash does not fit"),
    "a salt that is none": (lambda lines: altered(lines, "server", salt="zz"), "hexadecimal"),
    "a time that is none": (
        lambda lines: altered(lines, "claim", added_at=9 * 10**17),
        "cannot be read",
    ),
    "a link that runs": (
        lambda lines: altered(lines, "evidence", url="javascript:alert(1)"),
        "no web address",
    ),
    "words outside the article": (
        lambda lines: altered(lines, "appearance", cue="[[0, 9999999]]"),
        "outside the article",
    ),
    "another standing": (lambda lines: altered(lines, "claim", version=9), "history is gone"),
    "a detail that is none": (
        lambda lines: altered(lines, "event", detail='{"evidence": 5}'),
        "its hash does not fit",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_its_problems_and_leaves_nothing(
    target: sqlite3.Connection, lines: Lines, name: str
) -> None:
    spoil, words = BAD[name]
    before = "\n".join(target.iterdump())
    with pytest.raises(TransferError) as refused:
        taken_in(target, 1001, spoil(lines))
    assert words in str(refused.value)
    assert 0 < len(refused.value.problems) <= importing.MOST_PROBLEMS
    assert "\n".join(target.iterdump()) == before


def test_all_problems_are_told_at_once(target: sqlite3.Connection, lines: Lines) -> None:
    bad = altered(altered(lines, "tag", name=""), "report", reason="")
    with pytest.raises(TransferError) as refused:
        taken_in(target, 1001, bad)
    assert {problem.split(": ")[1] for problem in refused.value.problems} >= {"tag", "report"}


HOSTILE = (
    None,
    "",
    -1,
    2**62,
    "x",
    "null",
    "[1]",
    '{"a": 1}',
    "\x00",
    "\ud800",
    "99:99",
    "x" * 5_000,
)


OF_A_CLAIM: tuple[Callable[[sqlite3.Connection, int, int], object], ...] = (
    *(claims.card, claims.history, tags.of, matches.of, contents.passage),
)
OF_A_SERVER: tuple[Callable[[sqlite3.Connection, int], object], ...] = (
    *(claims.page, contents.shelf, sheet.claims, sources.list_, reports.waiting),
    *(digests.choice, digests.get_schedule, matches.waiting, runs.past),
)


def everything_is_read(db: sqlite3.Connection, guild_id: int) -> None:
    """Ask for all that people and jobs ask a ledger for."""
    for number in range(1, 5):
        for ask_about in OF_A_CLAIM:
            with suppress(RefusedError):
                ask_about(db, guild_id, number)
    for ask in OF_A_SERVER:
        ask(db, guild_id)
    queue.page(db, guild_id, moderator=ANN)
    asks.most_asked(db, guild_id, size=9)
    people.export(db, guild_id, ANN)
    exported(db, guild_id)


def test_whatever_is_changed_in_a_file_it_is_refused_or_can_be_read(
    db: sqlite3.Connection, target: sqlite3.Connection, guild_id: int, now: datetime
) -> None:
    schedule = Schedule(channel_id=5, local_time=time(9), zone="Europe/Berlin")
    digests.set_schedule(db, guild_id, schedule, now=now, actor=ANN)
    digests.set_choice(db, guild_id, Choice(tag="harbour"))
    wanted = asks.look_up(db, guild_id, Article(text="Is the harbour closed?"), user_id=7, now=now)
    asks.ask(db, guild_id, wanted, user_id=ANN, now=now)
    lines = exported(db, guild_id)
    seen = set()
    taken = 0
    for place, line in enumerate(lines[1:-1], start=1):
        row = json.loads(line)
        for column in row.keys() - {"table"}:
            if (row["table"], column) in seen:
                continue
            seen.add((row["table"], column))
            for value in HOSTILE:
                changed = [*lines[:place], json.dumps({**row, column: value}) + "\n"]
                changed += lines[place + 1 : -1]
                target.execute("BEGIN")
                try:
                    importing.import_(target, guild_id, sealed(changed))
                    everything_is_read(target, guild_id)
                    taken += 1
                except TransferError:
                    pass
                finally:
                    target.execute("ROLLBACK")
    assert len(seen) > 100
    assert taken > 100  # free texts may be anything
