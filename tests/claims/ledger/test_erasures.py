"""Whoever was erased since a backup is erased again when it is restored, also without a ledger."""

import json
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from claims.errors import LedgerError
from claims.ledger import Ledger, open_ledger, servers
from claims.ledger.keeping import backups, daily, erasing, erasures, restoring, retention
from claims.ledger.keeping.daily import Plan
from claims.ledger.keeping.erasing import Again
from claims.ledger.members import follows, people
from tests.claims.ledger.conftest import ANN, BEN, OTHER_GUILD

LATER = timedelta(hours=1)

Restore = Callable[[], Again]
Erase = Callable[..., Awaitable[None]]


@pytest.fixture
async def live(busy: Ledger) -> Path:
    """The busy ledger's file, which nobody has open, with Ann and Ben in two servers."""
    path = busy.path.parent / "live" / "claims.db"
    path.parent.mkdir()
    with closing(sqlite3.connect(busy.path)) as db, closing(sqlite3.connect(path)) as copy:
        db.backup(copy)
    return path


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """The folder of the backups, beside which erasures are noted too."""
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder


@pytest.fixture
def copied(live: Path, kept: Path, now: datetime) -> Path:
    """A backup in which nobody is erased."""
    backups.backup(live, kept / "copy.db", now=now)
    return kept / "copy.db"


async def erase(path: Path, *persons: int, guild: int = 1001, now: datetime) -> None:
    async with open_ledger(path) as ledger:
        for person in persons:
            await ledger.write(erasing.person, guild, person, now=now)


def held(path: Path, person: int, guild: int = 1001) -> int:
    """Return how many rows of a ledger name a person by their id."""
    with closing(sqlite3.connect(path)) as db:
        db.row_factory = sqlite3.Row
        return sum(str(person) in json.dumps(e.row) for e in people.export(db, guild, person))


def holds(path: Path, person: int) -> bool:
    """Whether a person's id stands anywhere in the file, freed pages included, or in words."""
    number = person.to_bytes(8, "big")
    content = path.read_bytes()
    return number in content or str(person).encode() in content


def private(path: Path) -> bool:
    return path.stat().st_mode & 0o077 == 0


def lose(path: Path) -> None:
    path.unlink()


def spoil(path: Path) -> None:
    path.write_bytes(b"not a database any more" * 1000)


def sound(path: Path) -> bool:
    return backups.check(path) == []


async def test_a_person_erased_after_the_backup_is_gone_from_the_restored_ledger(
    live: Path, copied: Path, now: datetime
) -> None:
    await erase(live, ANN, now=now + LATER)
    assert held(copied, ANN)
    assert restoring.restore(copied, live, now=now + LATER).erased == Again(people=1)
    assert not held(live, ANN)
    assert held(live, BEN)
    assert held(live, ANN, OTHER_GUILD), "they asked for it in one server only"
    assert sound(live)


async def test_nothing_of_them_is_left_in_the_file(live: Path, copied: Path, now: datetime) -> None:
    for guild in (1001, OTHER_GUILD):
        await erase(live, ANN, guild=guild, now=now + LATER)
    assert holds(copied, ANN)
    assert restoring.restore(copied, live, now=now + LATER).erased == Again(people=2)
    assert not holds(live, ANN)
    assert holds(live, BEN)


async def test_a_backup_made_later_holds_nothing_of_them_not_even_in_freed_pages(
    live: Path, kept: Path, now: datetime
) -> None:
    for guild in (1001, OTHER_GUILD):
        await erase(live, ANN, guild=guild, now=now)
    backups.backup(live, kept / "by-hand.db", now=now)
    made = daily.make(Plan(kept), live, now=now)
    for path in (kept / "by-hand.db", made.path):
        assert not holds(path, ANN)
        assert holds(path, BEN)


async def test_a_lost_ledger_is_made_up_for_by_the_notes_beside_the_backups(
    live: Path, copied: Path, now: datetime
) -> None:
    await erase(live, ANN, now=now + LATER)
    erasures.carry(erasures.place(live), copied.with_name("claims.db.erasures"))
    shutil.rmtree(live.parent)
    new = copied.parent.parent / "elsewhere.db"
    assert restoring.restore(copied, new, now=now + LATER).erased == Again(people=1)
    assert not held(new, ANN)
    assert sound(new)
    # The notes go on beside the new ledger: an older backup has to know of it as well.
    assert erasures.since(copied, new) == erasures.since(copied, live)


async def test_lost_notes_are_made_up_for_by_the_ledger_that_is_replaced(
    live: Path, copied: Path, now: datetime
) -> None:
    await erase(live, ANN, now=now + LATER)
    erasures.place(live).unlink()
    assert restoring.restore(copied, live, now=now + LATER).erased == Again(people=1)
    assert not held(live, ANN)


async def test_a_damaged_ledger_loses_no_erasure(live: Path, copied: Path, now: datetime) -> None:
    await erase(live, ANN, now=now + LATER)
    spoil(live)
    assert restoring.restore(copied, live, now=now + LATER).erased == Again(people=1)
    assert not held(live, ANN)


async def test_a_person_of_whom_only_the_backup_knows_is_erased_in_it(
    live: Path, copied: Path, now: datetime
) -> None:
    """The ledger itself no longer named them when they asked."""
    async with open_ledger(live) as ledger:
        await ledger.write(people.erase, 1001, ANN)
    assert held(copied, ANN)
    await erase(live, ANN, now=now + LATER)
    lose(live)
    assert restoring.restore(copied, live, now=now + LATER).erased == Again(people=1)


async def test_who_came_back_before_the_backup_stays(live: Path, kept: Path, now: datetime) -> None:
    await erase(live, ANN, now=now)
    async with open_ledger(live) as ledger:
        await ledger.write(follows.follow, 1001, 2, user_id=ANN, now=now + LATER)
    backups.backup(live, kept / "second.db", now=now + LATER)
    assert restoring.restore(kept / "second.db", live, now=now + LATER).erased == Again()
    assert held(live, ANN) == 1


async def test_outdated_notes_beside_a_backup_erase_nobody_who_came_back_before_it(
    live: Path, kept: Path, now: datetime
) -> None:
    await erase(live, ANN, now=now)
    erasures.carry(erasures.place(live), kept / "claims.db.erasures")
    async with open_ledger(live) as ledger:
        await ledger.write(follows.follow, 1001, 2, user_id=ANN, now=now + LATER)
    backups.backup(live, kept / "second.db", now=now + LATER)
    assert restoring.restore(kept / "second.db", live, now=now + LATER).erased == Again()
    assert held(live, ANN) == 1


async def test_who_came_back_after_the_backup_loses_what_stood_in_it(
    live: Path, copied: Path, now: datetime
) -> None:
    await erase(live, ANN, now=now + LATER)
    async with open_ledger(live) as ledger:
        await ledger.write(follows.follow, 1001, 2, user_id=ANN, now=now + LATER)
    restoring.restore(copied, live, now=now + LATER)
    assert not held(live, ANN)


async def test_who_is_erased_twice_is_erased_again_in_the_backup_between(
    live: Path, kept: Path, now: datetime
) -> None:
    await erase(live, ANN, now=now)
    async with open_ledger(live) as ledger:
        await ledger.write(follows.follow, 1001, 2, user_id=ANN, now=now + LATER)
    backups.backup(live, kept / "between.db", now=now + LATER)
    await erase(live, ANN, now=now + 2 * LATER)
    lose(live)
    assert restoring.restore(kept / "between.db", live, now=now + 2 * LATER).erased == Again(1)


@pytest.mark.parametrize("wrong_by", [timedelta(days=-400), timedelta(days=400)])
async def test_a_clock_that_is_set_hides_no_erasure(
    live: Path, kept: Path, wrong_by: timedelta, now: datetime
) -> None:
    await erase(live, BEN, now=now)
    backups.backup(live, kept / "copy.db", now=now + LATER)
    await erase(live, ANN, now=now + wrong_by)
    lose(live)
    assert restoring.restore(kept / "copy.db", live, now=now).erased == Again(people=1)


async def test_a_backup_that_nobody_noted_has_every_erasure_applied(
    live: Path, copied: Path, kept: Path, now: datetime
) -> None:
    await erase(live, ANN, now=now)
    backups.backup(live, kept / "noted.db", now=now + LATER)
    plain = kept / "plain.db"
    shutil.copy(copied, plain)
    assert restoring.restore(plain, live, now=now + LATER).erased == Again(people=1)


async def test_an_erasure_under_way_while_the_ledger_is_copied_counts_as_later(
    live: Path, kept: Path, copied: Path, now: datetime
) -> None:
    """It is noted before the ledger has it, and the copy may be made in between."""
    async with open_ledger(live) as ledger:

        def meanwhile(db: sqlite3.Connection) -> None:
            erasures.note_person(db, 1001, ANN, now=now)
            backups.backup(live, kept / "meanwhile.db", now=now + timedelta(seconds=2))
            people.erase(db, 1001, ANN)

        await ledger.write(meanwhile)
    assert held(kept / "meanwhile.db", ANN)
    lose(live)
    assert restoring.restore(kept / "meanwhile.db", live, now=now + LATER).erased == Again(people=1)


async def test_a_server_that_was_erased_whole_does_not_come_back(
    live: Path, copied: Path, now: datetime
) -> None:
    async with open_ledger(live) as ledger:
        await ledger.write(retention.bot_left, OTHER_GUILD, now=now)
        await ledger.write(retention.erase_departed, now=now + LATER, after=timedelta())
    assert restoring.restore(copied, live, now=now + LATER).erased == Again(servers=1)
    assert held(live, ANN)
    assert not held(live, ANN, OTHER_GUILD)
    assert sound(live)


async def test_a_server_that_joined_again_is_kept(live: Path, kept: Path, now: datetime) -> None:
    async with open_ledger(live) as ledger:
        await ledger.write(retention.bot_left, OTHER_GUILD, now=now)
        await ledger.write(retention.erase_departed, now=now + LATER, after=timedelta())
        await ledger.write(servers.set_moderators, OTHER_GUILD, 7)
    shutil.copy(live, kept / "later.db")
    assert restoring.restore(kept / "later.db", live, now=now + LATER).erased == Again()


async def test_the_notes_name_nobody_and_are_their_owners_alone(
    live: Path, copied: Path, now: datetime
) -> None:
    await erase(live, ANN, BEN, now=now + LATER)
    notes = erasures.place(live)
    for number in (ANN, BEN, 1001):
        assert str(number) not in notes.read_text()
    assert private(notes)
    assert private(copied)


async def test_asking_again_and_again_adds_one_line(live: Path, now: datetime) -> None:
    for _ in range(3):
        await erase(live, ANN, now=now)
    assert len(erasures.place(live).read_text().splitlines()) == 1


async def test_where_it_cannot_be_noted_nothing_is_erased(live: Path, now: datetime) -> None:
    erasures.place(live).mkdir()
    with pytest.raises(LedgerError, match=r"cannot be noted in .*claims\.db\.erasures"):
        await erase(live, ANN, now=now)
    assert held(live, ANN)


async def test_a_line_that_was_cut_off_hides_no_other(
    live: Path, copied: Path, now: datetime
) -> None:
    await erase(live, BEN, now=now + LATER)
    with erasures.place(live).open("a") as notes:
        notes.write("2026-03-02T13:00:00Z per")
    await erase(live, ANN, now=now + LATER)
    lose(live)
    assert restoring.restore(copied, live, now=now + LATER).erased == Again(people=2)


async def test_a_ledger_by_a_link_has_its_notes_beside_the_file(live: Path, now: datetime) -> None:
    link = live.parent.parent / "link.db"
    link.symlink_to(live)
    await erase(link, ANN, now=now)
    assert erasures.place(live).exists()
    assert erasures.place(link) == erasures.place(live)


def test_notes_are_carried_once_and_lose_nothing_that_is_there(tmp_path: Path) -> None:
    one, other = tmp_path / "one.erasures", tmp_path / "other.erasures"
    for path, persons in ((one, (1, 2)), (other, (2, 3))):
        path.write_text("".join(f"2026-03-02T12:00:00Z person -{each}\n" for each in persons))
    for _ in range(2):
        erasures.carry(one, other)
    assert sorted(line[-1] for line in other.read_text().splitlines()) == ["1", "2", "3"]
