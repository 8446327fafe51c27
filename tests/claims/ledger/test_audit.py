"""What a history that somebody tampered with gives away, and what a sound one does not."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from claims.errors import LedgerError
from claims.ledger import Ledger, servers
from claims.ledger.articles import articles
from claims.ledger.decisions import evidence, reviews
from claims.ledger.history import audit, history
from claims.ledger.rows import fingerprint
from claims.models import Article, Claim
from claims.records.claims import Evidence, Rating, Standing
from claims.records.decisions import Act, Action
from tests.conftest import FileOnce

OTHER = 2002
"""A second server in the same ledger."""

Tamper = Callable[[sqlite3.Connection], object]


@pytest.fixture
async def path(
    filled_once: FileOnce,
    ledger_path: Path,
    guild_id: int,
    article: Article,
    found: list[Claim],
    link: Evidence,
    now: datetime,
) -> Path:
    """A ledger of two servers with a few decisions, closed."""

    async def fill(ledger: Ledger) -> None:
        for server in (guild_id, OTHER):
            await ledger.write(articles.add, server, article, found, actor=0, now=now)
        await ledger.write(reviews.act, guild_id, 1, Act(action=Action.TAKE, actor=7), now=now)
        rate = Act(
            action=Action.RATE,
            actor=7,
            rating=Rating.MIXED,
            reason="Two of three.",
            evidence=(link,),
        )
        await ledger.write(reviews.act, guild_id, 1, rate, now=now + timedelta(minutes=1))
        await ledger.write(reviews.act, guild_id, 2, rate.model_copy(update={"actor": 8}), now=now)
        await ledger.write(reviews.undo, guild_id, 2, actor=8, now=now + timedelta(minutes=2))
        for act in MORE:
            await ledger.write(reviews.act, OTHER, 1, act, now=now)
        [piece, _] = await ledger.read(evidence.of, OTHER, 1)
        withdraw = Act(action=Action.WITHDRAW, actor=7, withdraw=piece.id, reason="Gone.")
        await ledger.write(reviews.act, OTHER, 1, withdraw, now=now)
        for number, act in UNDONE.items():
            await ledger.write(reviews.act, OTHER, number, act, now=now)
            await ledger.write(reviews.undo, OTHER, number, actor=7, now=now)

    return await filled_once("audited", ledger_path, fill)


MORE = (
    Act(action=Action.EDIT, actor=7, text="Both cranes were idle", reason="Misheard."),
    Act(action=Action.EDIT, actor=7, source="Ole Brandt", reason="Misread."),
    Act(action=Action.TAG, actor=7, add_tags=("port", "cranes")),
    Act(action=Action.TAG, actor=7, remove_tags=("cranes",)),
    Act(action=Action.EVIDENCE, actor=7, evidence=(Evidence(url="https://a.example/"),)),
    Act(action=Action.EVIDENCE, actor=7, evidence=(Evidence(url="https://b.example/"),)),
)
UNDONE = {
    3: Act(action=Action.EDIT, actor=7, text="Nobody at all was hurt", reason="Misheard."),
    4: Act(action=Action.TAG, actor=7, add_tags=("port",)),
    2: Act(action=Action.EDIT, actor=7, source="shipping office", reason="Misread."),
}


def tamper(path: Path, change: Tamper) -> None:
    """Change the file as anybody with SQLite may who puts the triggers back afterwards."""
    db = sqlite3.connect(path, isolation_level=None)
    try:
        unguard(db)
        change(db)
        history.guard(db)
    finally:
        db.close()


def unguard(db: sqlite3.Connection) -> None:
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")


def breaks(path: Path) -> list[audit.Break]:
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    try:
        return list(audit.breaks(db))
    finally:
        db.close()


def rows(table: str, what: str, where: str = "true") -> Tamper:
    return lambda db: db.execute(f"UPDATE {table} SET {what} WHERE {where}")


def update(what: str, where: str) -> Tamper:
    return rows("event", what, where)


def last(db: sqlite3.Connection, column: str, guild_id: int = 1001) -> object:
    return db.execute(
        f"SELECT {column} FROM event WHERE guild_id = ? ORDER BY id DESC LIMIT 1", (guild_id,)
    ).fetchone()[0]


def drop_the_last(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM event WHERE id = ?", (last(db, "id"),))


def drop_one_between(db: sqlite3.Connection) -> None:
    db.execute("DELETE FROM event WHERE guild_id = 1001 AND action = 'take'")


def swap_two(db: sqlite3.Connection) -> None:
    taken, rated = (
        row[0]
        for row in db.execute(
            "SELECT id FROM event WHERE guild_id = 1001 AND number = 1 AND id > 4 ORDER BY id"
        )
    )
    for before, after in ((taken, -1), (rated, taken), (-1, rated)):
        db.execute("UPDATE event SET id = ? WHERE id = ?", (after, before))


def move_to_the_other_server(db: sqlite3.Connection) -> None:
    db.execute("UPDATE event SET guild_id = ? WHERE id = ?", (OTHER, last(db, "id")))


def move_the_first_to_a_new_server(db: sqlite3.Connection) -> None:
    """It holds no person, so that nothing but the salt ties it to its server."""
    first = db.execute("SELECT min(id) FROM event WHERE guild_id = 2002").fetchone()[0]
    db.execute("DELETE FROM event WHERE guild_id = 2002 AND id > ?", (first,))
    db.execute("DELETE FROM claim WHERE guild_id = 2002 AND number > 1")
    db.execute("INSERT INTO server (guild_id, slot, salt, last_number) VALUES (3003, 9, x'aa', 1)")
    db.execute("UPDATE server SET last_number = 0 WHERE guild_id = 2002")
    for table in ("source", "claim", "event"):
        db.execute(f"UPDATE {table} SET guild_id = 3003 WHERE guild_id = 2002")


def repeat_the_last(db: sqlite3.Connection) -> None:
    db.execute(
        "INSERT INTO event (guild_id, number, at, actor, action, before, after, reason, undone,"
        " detail, hash) SELECT guild_id, number, at, actor, action, before, after, reason, undone,"
        " detail, hash FROM event WHERE id = ?",
        (last(db, "id"),),
    )


def put_somebody_else_in(db: sqlite3.Connection) -> None:
    db.execute(
        "UPDATE event SET after = json_set(after, '$.rated_by', 9) WHERE guild_id = 1001"
        " AND action = 'rate' AND number = 1"
    )
    db.execute(
        "UPDATE claim SET standing = json_set(standing, '$.rated_by', 9) WHERE guild_id = 1001"
        " AND number = 1"
    )


def say_it_twice(db: sqlite3.Connection) -> None:
    """SQLite reads the first of two keys, Python the last."""
    db.execute(
        'UPDATE event SET after = \'{"rating":"false",\' || substr(after, 2)'
        " WHERE guild_id = 1001 AND action = 'rate' AND number = 1"
    )


def turn_the_standing(db: sqlite3.Connection) -> None:
    db.execute(
        "UPDATE claim SET rating = 'false', standing = json_set(standing, '$.rating', 'false')"
        " WHERE guild_id = 1001 AND number = 1"
    )


def cut_off_a_claim(db: sqlite3.Connection) -> None:
    """Take the newest claim of a server away, with all its history and where it appears."""
    for table in ("event", "appearance", "claim"):
        db.execute(f"DELETE FROM {table} WHERE guild_id = 2002 AND number = 4")


def give_to(name: str, guild_id: int, number: int) -> Tamper:
    """Put a claim into another mouth."""
    found = f"(SELECT id FROM source WHERE name = '{name}' AND guild_id = {guild_id})"
    which = f"guild_id = {guild_id} AND number = {number}"
    return rows("claim", f"source_id = {found}", which)


FINDS: dict[str, tuple[Tamper, str]] = {
    "another reason": (update("reason = 'None.'", "action = 'rate' AND number = 1"), "altered"),
    "another time": (update("at = at + 1", "guild_id = 2002 AND number = 1"), "altered"),
    "another actor": (update("actor = 9", "action = 'take'"), "altered"),
    "a pseudonym of nobody": (update("actor = -9", "action = 'take'"), "altered"),
    "another action": (update("action = 'drop'", "action = 'take'"), "altered"),
    "another claim": (update("number = 3", "action = 'take'"), "altered"),
    "another detail": (update("detail = '{\"a\": 1}'", "action = 'take'"), "altered"),
    "another rating": (
        update("after = json_set(after, '$.rating', 'false')", "action = 'rate'"),
        "altered",
    ),
    "another hash": (update("hash = ''", "action = 'take'"), "altered"),
    "an undo of something else": (update("undone = 1", "undone IS NOT NULL"), "altered"),
    "an undo of nothing": (update("undone = NULL", "undone IS NOT NULL"), "altered"),
    "somebody else in a standing": (put_somebody_else_in, "altered"),
    "a key that stands twice": (say_it_twice, "altered"),
    "no standing at all": (update("after = '[]'", "action = 'take'"), "altered"),
    "one dropped between": (drop_one_between, "altered"),
    "two swapped": (swap_two, "altered"),
    "one moved to another server": (move_to_the_other_server, "altered"),
    "one moved to the start of a server": (move_the_first_to_a_new_server, "altered"),
    "one repeated": (repeat_the_last, "altered"),
    "the last one dropped": (drop_the_last, "the end of its history is gone"),
    "a claim that stands elsewhere": (turn_the_standing, "does not stand where this event left it"),
    "a claim cut off": (cut_off_a_claim, "the claim is missing"),
    "other evidence": (
        lambda db: db.execute("UPDATE evidence SET url = 'https://other.example/'"),
        "evidence that it brought",
    ),
    "evidence that speaks otherwise": (
        lambda db: db.execute("UPDATE evidence SET stance = 'refutes'"),
        "evidence that it brought",
    ),
    "evidence taken away": (
        lambda db: db.execute("DELETE FROM evidence WHERE guild_id = 1001"),
        "evidence that it brought",
    ),
    "evidence put in later": (
        lambda db: db.execute("UPDATE evidence SET brought_with = 1 WHERE guild_id = 1001"),
        "evidence that it brought",
    ),
    "evidence by somebody else": (rows("evidence", "added_by = 99"), "names somebody else"),
    "evidence of another time": (rows("evidence", "added_at = 1"), "names somebody else"),
    "evidence of another claim": (rows("evidence", "number = 4"), "stands with another claim"),
    "evidence that stands again": (rows("evidence", "withdrawn_by = NULL"), "was withdrawn"),
    "evidence that nobody withdrew": (
        rows("evidence", "withdrawn_by = 1", "withdrawn_by IS NULL"),
        "was withdrawn",
    ),
    "an undone rating's evidence that stands again": (
        rows("evidence", "withdrawn_by = NULL", "guild_id = 1001 AND number = 2"),
        "what it took back stands",
    ),
    "other words": (rows("claim", "text = 'They danced'", "number = 3"), "has other words"),
    "the words before an edit": (
        rows("claim", "text = 'Both cranes danced'", "guild_id = 2002 AND number = 1"),
        "has other words",
    ),
    "the words of an edit that was undone": (
        rows("claim", f"text = '{UNDONE[3].text}'", "guild_id = 2002 AND number = 3"),
        "has other words",
    ),
    "another source": (give_to("shipping office", 1001, 3), "has another source"),
    "the source before an edit": (give_to("Ida Lund", OTHER, 1), "has another source"),
    "the source of an edit that was undone": (
        give_to("shipping office", OTHER, 2),
        "has another source",
    ),
    "a source by another name": (
        rows("source", "name = 'Ida Moro'", "name = 'Ida Lund'"),
        "has another source",
    ),
    "a tag taken off": (lambda db: db.execute("DELETE FROM tag"), "has other tags"),
    "a tag put on": (
        lambda db: db.execute("INSERT INTO tag VALUES (2002, 4, 'port')"),
        "has other tags",
    ),
    "another salt": (lambda db: db.execute("UPDATE server SET salt = x'00'"), "altered"),
    "no salt": (lambda db: db.execute("UPDATE server SET salt = NULL"), "salt in it, is missing"),
    "a server without its row": (
        lambda db: db.execute("DELETE FROM server WHERE guild_id = 2002"),
        "its row",
    ),
}

LEAVES_ALONE: dict[str, Tamper] = {
    "nothing done": lambda _db: None,
    "rows in another order on the disk": lambda db: db.execute("VACUUM"),
    "an older event's standing that lacks newer fields": lambda db: db.execute(
        "UPDATE claim SET standing = json_remove(standing, '$.assigned_until') WHERE number = 3"
    ),
}


def test_a_sound_history_holds(path: Path) -> None:
    assert breaks(path) == []


@pytest.mark.parametrize("name", FINDS)
def test_tampering_is_found(path: Path, name: str) -> None:
    change, words = FINDS[name]
    tamper(path, change)
    found = breaks(path)
    assert found
    assert any(words in str(each) for each in found), [str(each) for each in found]


@pytest.mark.parametrize("name", LEAVES_ALONE)
def test_what_is_sound_is_left_alone(path: Path, name: str) -> None:
    tamper(path, LEAVES_ALONE[name])
    assert breaks(path) == []


def test_a_break_is_told_where_it_is(path: Path, guild_id: int) -> None:
    tamper(path, update("reason = 'None.'", "action = 'rate' AND number = 1"))
    [found] = breaks(path)
    assert (found.guild_id, found.number) == (guild_id, 1)
    assert str(found).startswith(f"Server 1001, claim #1, event {found.event_id}: its hash")


def test_a_break_in_one_server_says_nothing_of_another(path: Path) -> None:
    tamper(path, update("reason = 'None.'", "action = 'rate' AND number = 1"))
    assert {each.guild_id for each in breaks(path)} == {1001}


def test_an_end_cut_off_with_the_claims_put_back_is_seen_by_a_kept_head(path: Path) -> None:
    """Without what was kept elsewhere, a forger who tidies up leaves no trace; so keep it."""
    db = sqlite3.connect(path, isolation_level=None)
    db.row_factory = sqlite3.Row
    kept = history.head(db, 1001)
    assert history.holds(db, kept)
    before = last(db, "before")
    unguard(db)
    drop_the_last(db)
    db.execute(
        "UPDATE claim SET version = version - 1, standing = ?, stage = 'rated', rating = 'mixed'"
        " WHERE guild_id = 1001 AND number = 2",
        (before,),
    )
    db.execute("UPDATE evidence SET withdrawn_by = NULL WHERE guild_id = 1001")
    history.guard(db)
    assert list(audit.breaks(db)) == []
    assert not history.holds(db, kept)
    db.close()


async def test_a_head_holds_however_much_comes_after_it(
    stocked: Ledger, guild_id: int, now: datetime
) -> None:
    empty = await stocked.read(history.head, 4004)
    kept = await stocked.read(history.head, guild_id)
    await stocked.write(reviews.act, guild_id, 1, Act(action=Action.TAKE, actor=7), now=now)
    assert await stocked.read(history.holds, kept)
    assert await stocked.read(history.holds, empty)
    assert not await stocked.read(history.holds, kept._replace(guild_id=4004))


def test_every_person_in_a_standing_is_hidden_from_hashes() -> None:
    """A new field with a number in it has to be put into PEOPLE, or said here to be no person."""
    numbers = {
        name for name, field in Standing.model_fields.items() if "int" in str(field.annotation)
    }
    assert numbers - {"merged_into"} == set(history.PEOPLE)


ERASED = -1 - 2**40

REWRITTEN = {
    "id": "id + 1000",
    "guild_id": "guild_id + 1",
    "number": "number + 1",
    "at": "at + 1",
    "actor": "9",
    "action": "'drop'",
    "before": "json_set(coalesce(before, '{}'), '$.stage', 'dropped')",
    "after": "json_set(after, '$.stage', 'dropped')",
    "reason": "reason || 'x'",
    "undone": "1",
    "detail": "json_set(detail, '$.tags', 'x')",
    "hash": "hash || 'x'",
}
"""Each column of an event, and something else that it could say."""

PERSON_FIELDS = [f"{side}.{field}" for side in ("before", "after") for field in history.PEOPLE]


@pytest.fixture
async def guarded(stocked: Ledger, guild_id: int, link: Evidence, now: datetime) -> Ledger:
    """A ledger with entries that name people in the standings before and after."""
    rate = Act(
        action=Action.RATE, actor=7, rating=Rating.MIXED, reason="Two of three.", evidence=(link,)
    )
    tag = Act(action=Action.TAG, actor=7, add_tags=("port",))
    for number, act in ((1, rate), (2, Act(action=Action.TAKE, actor=7))):
        for done in (act, tag):
            await stocked.write(reviews.act, guild_id, number, done, now=now)
    return stocked


async def refuse(ledger: Ledger, statement: str) -> None:
    with pytest.raises((sqlite3.IntegrityError, LedgerError), match="append-only"):
        await ledger.write(lambda db: db.execute(statement))
    assert not await ledger.read(lambda db: list(audit.breaks(db)))


async def test_something_else_is_known_for_every_column_of_an_event(guarded: Ledger) -> None:
    columns = await guarded.read(lambda db: db.execute("PRAGMA table_info(event)").fetchall())
    assert [column["name"] for column in columns] == list(REWRITTEN)


@pytest.mark.parametrize("column", REWRITTEN)
async def test_the_schema_itself_keeps_every_column_of_the_history(
    guarded: Ledger, column: str
) -> None:
    last = "(SELECT max(id) FROM event)"
    await refuse(guarded, f"UPDATE event SET {column} = {REWRITTEN[column]} WHERE id = {last}")


def renaming(place: str, person: object) -> str:
    """Put a person in the place of each who stands there."""
    side, _, field = place.partition(".")
    if not field:
        return f"UPDATE event SET {place} = {person}"
    put = f"json_set({side}, '$.{field}', {person})"
    return f"UPDATE event SET {side} = {put} WHERE {side} ->> '$.{field}' NOT NULL"


@pytest.mark.parametrize("place", PERSON_FIELDS)
@pytest.mark.parametrize("person", [0, 8, "null"])
async def test_the_schema_itself_lets_nobody_else_be_put_into_a_standing(
    guarded: Ledger, place: str, person: int
) -> None:
    await refuse(guarded, renaming(place, person))


@pytest.mark.parametrize("place", ["actor", *PERSON_FIELDS])
async def test_the_schema_lets_whoever_is_named_be_erased(guarded: Ledger, place: str) -> None:
    assert await guarded.write(lambda db: db.execute(renaming(place, ERASED)).rowcount)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM event WHERE id = 1",
        "INSERT OR REPLACE INTO event SELECT * FROM event WHERE id = 1",
    ],
)
async def test_the_schema_itself_lets_no_entry_go(guarded: Ledger, statement: str) -> None:
    await refuse(guarded, statement)


GUARDS: dict[str, Tamper] = {
    "one dropped": lambda db: db.execute("DROP TRIGGER event_is_not_erased"),
    "one of a seal dropped": lambda db: db.execute("DROP TRIGGER seal_is_not_rewritten"),
    "one that guards nothing": lambda db: db.executescript(
        "DROP TRIGGER event_is_not_erased; CREATE TRIGGER event_is_not_erased"
        " BEFORE DELETE ON event WHEN false BEGIN SELECT 1; END;"
    ),
    "one put in": lambda db: db.execute(
        'CREATE TRIGGER "another "" one" AFTER INSERT ON event'
        " BEGIN DELETE FROM tag WHERE name = 'port'; END"
    ),
}


@pytest.mark.parametrize("name", GUARDS)
def test_triggers_that_do_not_stand_as_they_were_made_are_found(path: Path, name: str) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    GUARDS[name](db)
    db.close()
    [found] = breaks(path)
    assert str(found).startswith("The ledger: the trigger ")


SEAL_REFUSED = (
    "DELETE FROM seal",
    "UPDATE seal SET rows = '{}'",
    "INSERT OR REPLACE INTO seal SELECT * FROM seal LIMIT 1",
)


@pytest.mark.parametrize("statement", SEAL_REFUSED)
def test_the_schema_itself_guards_seals(path: Path, statement: str) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        db.execute(statement)
    db.close()


def retold_text(db: sqlite3.Connection) -> None:
    """Change a text and the fingerprint that is stored with it, wherever that stands."""
    text = "Nothing at all happened in the harbour of Norvik."
    db.execute(
        "UPDATE article SET text = ?, fingerprint = ? WHERE guild_id = 1001",
        (text, fingerprint(text)),
    )


def a_new_appearance(db: sqlite3.Connection) -> None:
    db.execute(
        "INSERT INTO appearance SELECT guild_id, number, article_id, '[[0,3]]', mention, cue,"
        " utterance, origin, rule FROM appearance WHERE guild_id = 1001 AND number = 1"
    )


ROWS_FOUND: dict[str, tuple[Tamper, str]] = {
    "a text with its fingerprint": (retold_text, "Server 1001: article "),
    "a place moved to another claim": (
        rows("appearance", "number = 4", "guild_id = 1001 AND number = 3"),
        "Server 1001, claim #4: where it appears",
    ),
    "a place taken away": (
        lambda db: db.execute("DELETE FROM appearance WHERE guild_id = 1001 AND number = 3"),
        "claim #3: where it appears: article: a row that the history tells of is missing",
    ),
    "a place put in": (a_new_appearance, "Server 1001, claim #1: where it appears"),
    "a rule": (rows("server", "strict_evidence = 0"), "the server's rules"),
    "a report put in": (
        lambda db: db.execute(
            "INSERT INTO report (guild_id, number, user_id, at, reason) VALUES (1001, 1, 5, 5, 'x')"
        ),
        "claim #1: report ",
    ),
    "a seal taken away": (
        lambda db: db.execute("DELETE FROM seal WHERE id = (SELECT min(id) FROM seal)"),
        "altered",
    ),
    "a seal put elsewhere": (
        lambda db: db.execute(
            "UPDATE seal SET event_id = (SELECT max(id) FROM event WHERE guild_id = 1001)"
            " WHERE id = (SELECT min(id) FROM seal)"
        ),
        "altered",
    ),
    "a seal put before all events, with a number that none has": (
        rows("seal", "id = 0, event_id = NULL", "id = (SELECT max(id) FROM seal)"),
        "altered",
    ),
    "a seal that cannot be read": (
        rows("seal", "rows = '{\"article\": [[1e999, 3], 5]}'"),
        "seal",
    ),
}


@pytest.mark.parametrize("name", ROWS_FOUND)
def test_rows_that_no_entry_explains_are_found_and_named(path: Path, name: str) -> None:
    change, words = ROWS_FOUND[name]
    tamper(path, change)
    found = [str(each) for each in breaks(path)]
    assert any(words in each for each in found), found


def test_a_forged_end_with_fitting_hashes_is_seen_by_a_kept_head_alone(path: Path) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    db.row_factory = sqlite3.Row
    servers.set_rules(db, 1001, two_person=True)
    kept = history.head(db, 1001)
    last_seal = db.execute("SELECT max(id) FROM seal WHERE guild_id = 1001").fetchone()[0]
    unguard(db)
    db.execute("DELETE FROM seal WHERE id = ?", (last_seal,))
    db.execute("UPDATE server SET two_person = 0 WHERE guild_id = 1001")
    history.guard(db)
    assert list(audit.breaks(db)) == []
    assert not history.holds(db, kept)
    db.close()
