"""Claims are found by the letters that people type for those in them, and stay as written."""

import sqlite3
from contextlib import closing

import pytest

from claims.ledger.articles import articles, publishers
from claims.ledger.decisions import reviews
from claims.ledger.keeping import retention
from claims.ledger.lookup import claims, search, text_lookup
from claims.models import Article, Claim, Kind, Source, SourceType
from claims.records.decisions import Act, Action
from claims.records.lists import Filter

TEXTS = [
    "Trams stop in Łódź and Đà Nẵng",
    "Trams stop in Lodz and Da Nang",
    "The Straße Ærøvej was closed",
    "The Strasse Aerovej was closed",
    "Jürgen Müller left",
    "Mueller left",
]
NAMES = ["Søren Ørsted", "Soren Orsted"]


def claim(number: int, text: str) -> Claim:
    return Claim(
        text=text,
        content=(),
        kind=Kind.INDIRECT,
        group=0,
        source=Source(name=NAMES[number % 2], type=SourceType.PERSON),
        check_worthiness=0.5,
    )


@pytest.fixture
async def told(ledger, guild_id, now):
    """A ledger with these texts as claims #1 to #6, of two sources by turns."""
    found = [claim(number, text) for number, text in enumerate(TEXTS)]
    article = Article(text="All of it.", title="Þorlákshöfn")
    await ledger.write(articles.add, guild_id, article, found, actor=0, now=now)
    return ledger


FINDS = {
    "lodz": {1, 2},
    "Łódź": {1, 2},
    "ŁÓDŹ": {1, 2},
    "lod": {1, 2},
    "ło": {1, 2},
    '"da nang"': {1, 2},
    '"Đà Nẵng"': {1, 2},
    "ĐÀ NẴNG": {1, 2},
    "straße": {3, 4},
    "STRASSE": {3, 4},
    "STRAẞE": {3, 4},
    "straß": {3, 4},
    "stras": {3, 4},
    "ærøv": {3, 4},
    "aerovej": {3, 4},
    "søren": {1, 2, 3, 4, 5, 6},
    "soren orst": {1, 2, 3, 4, 5, 6},
    "Ørsted tram*": {1, 2},
    "muller": {5},
    "müller": {5},
    "mueller": {6},
    "dodz": set(),
    "strase": set(),
    '"nang da"': set(),
    "thorlakshofn": set(),  # an article's title is not the claim's words
}


@pytest.mark.parametrize("words", FINDS)
async def test_words_find_both_writings(told, guild_id, words):
    page = await told.read(claims.page, guild_id, Filter(words=words))
    assert {found.number for found in page.claims} == FINDS[words]
    assert {found.text for found in page.claims} <= set(TEXTS)


@pytest.mark.parametrize(
    "words", ["lodz", "ŁÓDŹ", "lo", "straße", "strasse", "søren ærø", "soren aerovej", "da nan"]
)
async def test_what_is_typed_suggests_both_writings(told, guild_id, words):
    suggested = await told.read(claims.suggest, guild_id, words)
    expected = {1, 2} if words.casefold()[0] in "lłd" else {3, 4}
    assert {each.number for each in suggested} == expected
    assert {each.text for each in suggested} <= set(TEXTS)


@pytest.mark.parametrize(
    "text", ["Did trams stop in Łódź and Đà Nẵng?", "did trams stop in lodz and da nang"]
)
async def test_a_text_is_about_both_writings_and_as_like_one_as_the_other(told, guild_id, text):
    known = await told.read(text_lookup.claims_about, guild_id, text)
    assert {each.claim.number for each in known} == {1, 2}
    assert len({(each.shared, each.likeness) for each in known}) == 1
    assert [each.differs for each in known] == [(), ()]


@pytest.mark.parametrize("typed", ["lodz", "ŁÓDŹ", "gazeta ło", ""])
async def test_a_publisher_is_suggested_by_the_letters_that_are_typed(told, guild_id, now, typed):
    article = Article(text="More.", publisher="Gazeta Łódź")
    await told.write(articles.add, guild_id, article, [], actor=0, now=now)
    assert await told.read(publishers.suggest, guild_id, typed) == ("Gazeta Łódź",)
    assert await told.read(publishers.suggest, guild_id, "lomza") == ()


def folded(db: sqlite3.Connection) -> list[tuple[object, ...]]:
    return list(map(tuple, db.execute("SELECT * FROM claim_folded")))


@pytest.mark.parametrize("text", ["Trams stop in Vardø", "Trams stop in Vardo"])
async def test_a_claim_whose_words_change_is_found_by_the_new_ones_only(told, guild_id, now, text):
    asked = Act(action=Action.EDIT, actor=5, reason="Misread.", text=text, source="Þóra Ćosić")
    await told.write(reviews.act, guild_id, 1, asked, now=now)
    for words in ("vardo", "Vardø", "thora"):
        page = await told.read(claims.page, guild_id, Filter(words=words))
        assert [found.number for found in page.claims] == [1]
    for words in ("lodz trams", "soren trams"):
        page = await told.read(claims.page, guild_id, Filter(words=words))
        assert 1 not in {found.number for found in page.claims}
    assert await told.write(search.in_step)


async def test_nothing_is_kept_twice_of_a_server_that_was_erased(told, guild_id):
    assert len(await told.read(folded)) == 6
    await told.write(retention.erase_server, guild_id)
    assert await told.read(folded) == []
    assert await told.write(search.in_step)


async def test_claims_without_special_letters_are_not_kept_twice(ledger, guild_id, now):
    texts = ["The ferry sails", "Ein Öltanker – „groß“ nicht", "Café Škoda, 12 €"]
    found = [claim(1, text) for text in texts]
    await ledger.write(articles.add, guild_id, Article(text="x"), found, actor=0, now=now)
    assert [row[0] & 0xFFFF_FFFF for row in await ledger.read(folded)] == [2]


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE claim_folded SET text = 'trams stop'",
        "DELETE FROM claim_folded WHERE text LIKE '%Lodz%'",
        "UPDATE claim SET text = 'Ławka' WHERE number = 2",
    ],
)
async def test_words_that_are_folded_otherwise_are_told(told, harm):
    await told.write(lambda db: db.execute(harm).rowcount)
    assert not await told.write(search.in_step)


async def test_words_that_an_older_table_folded_are_told_though_the_index_has_them(told):
    def age(db: sqlite3.Connection) -> None:
        db.execute("UPDATE claim_folded SET text = replace(text, 'Lodz', 'Łodz')")
        for index in search.INDEXES:
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")

    await told.write(age)
    assert not await told.write(search.in_step)


async def test_any_program_for_sqlite_can_read_search_and_index_the_file(told):
    """Nothing in the file needs a function or a tokenizer of ours."""
    with closing(sqlite3.connect(told.path)) as db:
        names = [name for (name,) in db.execute("SELECT name FROM pragma_table_list")]
        assert {"claim_words", "claim_folded", "claim_search"} <= set(names)
        for name in names:
            db.execute(f'SELECT * FROM "{name}"').fetchall()
        found = db.execute(
            "SELECT claim.text FROM claim_search JOIN claim ON claim.id = claim_search.rowid"
            " WHERE claim_search MATCH 'lodz' ORDER BY number"
        )
        assert [text for (text,) in found] == TEXTS[:2]
        for index in search.INDEXES:
            db.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
            db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
