"""What was shared is known, marked when it is outdated, and goes with its server and its people."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from claims.ledger.articles import articles, contents, sources
from claims.ledger.decisions import aliases
from claims.ledger.intake import asks
from claims.ledger.keeping import checks, exporting, importing
from claims.ledger.lookup import claims
from claims.ledger.members import people, shared_messages
from claims.ledger.members.shared_messages import SharedView, Shows, What
from claims.ledger.store import opening
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from tests.claims.ledger.conftest import ANN, OTHER_GUILD


@pytest.fixture
def target(
    tmp_path: Path, article: Article, found: list[Claim], now: datetime
) -> Iterator[sqlite3.Connection]:
    """Another ledger, in which another server's article and sources had the first ids."""
    opened = opening.open_writer(tmp_path / "target.db")
    articles.add(opened, 5005, article, found, actor=ANN, now=now)
    yield opened
    opened.close()


def share(db: sqlite3.Connection, guild_id: int, subject: SharedView, shows: Shows) -> int:
    """Note that something was shared; return the message."""
    (message,) = db.execute("SELECT count(*) + 77 FROM shown_message").fetchone()
    shared_messages.remember(db, guild_id, subject, shows, channel_id=5, message_id=message)
    return int(message)


def outdated(db: sqlite3.Connection) -> set[int]:
    return {each.message_id for each in shared_messages.outdated(db)}


def test_a_message_is_outdated_by_the_claims_it_shows_and_the_sources_it_counts(
    db: sqlite3.Connection, guild_id: int
) -> None:
    one, two = (claims.get(db, guild_id, number) for number in (1, 2))
    (source_id,) = db.execute(
        "SELECT source_id FROM claim WHERE guild_id = ? AND number = 2", (guild_id,)
    ).fetchone()
    listed = share(db, guild_id, SharedView(What.LIST, wanted="{}"), Shows((one, two)))
    counts = share(db, guild_id, SharedView(What.SOURCES), Shows(sources=(source_id,)))
    past = share(db, guild_id, SharedView(What.HISTORY, number=1), Shows((one,)))
    elsewhere = claims.get(db, OTHER_GUILD, 2)
    share(db, OTHER_GUILD, SharedView(What.CARD, number=2), Shows((elsewhere,)))
    shared_messages.mark(db, guild_id, 2)
    assert outdated(db) == {counts}
    db.execute("UPDATE claim SET version = version + 1 WHERE guild_id = ?", (guild_id,))
    shared_messages.mark(db, guild_id, 1)
    assert outdated(db) >= {listed, past}


def test_a_source_that_became_part_of_another_takes_its_messages_along(
    db: sqlite3.Connection, guild_id: int, now: datetime
) -> None:
    text = Article(text="The mayor said so.")
    claim = Claim(
        text="the port is safe",
        content=(Span(0, 3),),
        kind=Kind.INDIRECT,
        group=0,
        source=Source(name="Iron Lady", type=SourceType.PERSON),
        check_worthiness=0.5,
    )
    articles.add(db, guild_id, text, [claim], actor=ANN, now=now)
    part, whole = (sources.show(db, guild_id, name) for name in ("Iron Lady", "Ida Lund"))
    ids = (part.id, whole.id)
    both = share(db, guild_id, SharedView(What.SOURCES, source_id=part.id), Shows(sources=ids))
    one = share(db, guild_id, SharedView(What.SOURCE, source_id=part.id), Shows(sources=ids[:1]))
    aliases.add(db, guild_id, whole.name, part.name, actor=ANN, now=now)
    assert outdated(db) == {both, one}
    assert {each.subject.source_id for each in shared_messages.outdated(db)} == {whole.id}
    assert list(checks.of_server(db, guild_id)) == []


def test_what_was_shared_means_the_same_after_an_import(
    db: sqlite3.Connection, guild_id: int, target: sqlite3.Connection, now: datetime
) -> None:
    source_id = sources.by_name(db, guild_id, "Ida Lund")
    ask_id = asks.look_up(db, guild_id, Article(text="Rain."), user_id=7, now=now)
    one = claims.get(db, guild_id, 1)
    messages = [
        share(db, guild_id, subject, Shows((one,), (source_id,)))
        for subject in (
            SharedView(
                What.LIST, article_id=1, wanted='{"order": "newest"}', assignee=ANN, start="3"
            ),
            SharedView(What.CHECK, text="Rain.", ask_id=ask_id, shared_by=ANN),
            SharedView(What.SOURCE, source_id=source_id),
        )
    ]
    lines: list[str] = []
    exporting.export(db, guild_id, lines.append)
    importing.import_(target, guild_id, lines)

    listed, check, source = (
        shared_messages.subject_of(target, guild_id, message) for message in messages
    )
    assert listed is not None
    assert check is not None
    assert source is not None
    assert listed.article_id == contents.shelf(target, guild_id).articles[0].id != 1
    assert (listed.assignee, listed.start) == (ANN, "3")
    assert check.ask_id is not None
    assert asks.get(target, guild_id, check.ask_id).article.text == "Rain."
    assert source.source_id == sources.by_name(target, guild_id, "Ida Lund") != source_id


def test_a_person_in_what_was_shared_is_told_of_and_erased(
    db: sqlite3.Connection, guild_id: int
) -> None:
    subject = SharedView(What.LIST, wanted="{}", assignee=ANN, shared_by=ANN)
    message = share(db, guild_id, subject, Shows())
    told = [entry for entry in people.export(db, guild_id, ANN) if entry.table == "shown_message"]
    assert [entry.row["message_id"] for entry in told] == [message]
    people.erase(db, guild_id, ANN)
    left = shared_messages.subject_of(db, guild_id, message)
    assert left is not None
    assert left.assignee == left.shared_by < 0
