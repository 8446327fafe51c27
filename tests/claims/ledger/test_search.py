"""Claims found by their words: stems, phrases, begun words, ranks; no text does any harm."""

import sqlite3

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.errors import RefusedError
from claims.ledger import Ledger, open_ledger
from claims.ledger.articles import articles
from claims.ledger.lookup import claims, search
from claims.models import Article, Claim, Kind, Source, SourceType
from claims.records.lists import Filter, Order

TEXTS = [
    "The ferry to Norvik sails twice a day",
    "Elections were held in nine cities",
    "Both cranes at the harbour had been repaired",
    "Norvik's harbour earned less than the ferry",
    "Київ hat Über-Öfen",
    "The ferry, the ferry and again the ferry",
]


@pytest.fixture
async def worded(filled_once, ledger_path, guild_id, now):
    """A ledger with these texts as claims #1 to #6; odd ones of one source, even of another."""

    async def fill(ledger):
        for number, text in enumerate(TEXTS, start=1):
            claim = Claim(
                text=text,
                content=(),
                kind=Kind.INDIRECT,
                group=0,
                source=Source(
                    name="Ole Brandt" if number % 2 else "Port of Norvik", type=SourceType.PERSON
                ),
                check_worthiness=number / 10,
            )
            article = Article(text=f"{number}", title=f"Headline {number} zebra")
            await ledger.write(articles.add, guild_id, article, [claim], actor=0, now=now)

    async with open_ledger(await filled_once("worded", ledger_path, fill)) as ledger:
        yield ledger


def pieces(db: sqlite3.Connection) -> int:
    """In how many the two indexes are kept."""
    counted = [
        db.execute(f"SELECT count(DISTINCT segid) FROM {index}_idx").fetchone()[0]
        for index in search.INDEXES
    ]
    return sum(counted)


async def test_merging_the_indexes_ends_and_changes_no_answer(worded, guild_id):
    words = [*FINDS, *map(str.upper, FINDS)]
    before = [await found(worded, guild_id, each) for each in words]
    apart = await worded.read(pieces)
    while await worded.write(search.merge):
        pass
    assert await worded.read(pieces) < apart
    assert not await worded.write(search.merge)
    assert [await found(worded, guild_id, each) for each in words] == before
    assert await worded.write(search.in_step)


async def found(
    ledger: Ledger, guild_id: int, words: str, order: Order = Order.NEWEST
) -> list[int]:
    """Numbers of the claims with these words."""
    page = await ledger.read(claims.page, guild_id, Filter(words=words, order=order))
    return [claim.number for claim in page.claims]


FINDS = {
    "ferry": [6, 4, 1],
    "FERRY": [6, 4, 1],
    "ferries": [6, 4, 1],  # the same stem
    "crane": [3],
    "city held": [2],
    "electi": [2],  # begun
    "electi* nine": [2],
    "harb nine": [],
    "harb* earned": [4],
    "ferr norvik": [],  # "ferr" is no whole word, and not the last one
    "ferr* norvik": [6, 4, 1],
    '"ferry to norvik"': [1],
    '"to norvik ferry"': [],
    '"the ferry" again': [6],
    '"ferry to': [1],  # a quotation that is not closed
    "port": [6, 4, 2],
    "brandt ferry": [1],
    "київ": [5],
    "uber": [5],
    "ÜBER-ÖF": [5],
    "o\u0308fen": [5],
    "zebra": [],  # an article's title is not the claim's words
}


@pytest.mark.parametrize("words", FINDS)
async def test_words_find(worded, guild_id, words):
    assert await found(worded, guild_id, words) == FINDS[words]


async def test_the_best_match_comes_first(worded, guild_id):
    ranked = await found(worded, guild_id, "the ferry", order=Order.MATCH)
    assert ranked[0] == 6
    assert sorted(ranked) == [1, 4, 6]


async def test_without_words_the_best_match_is_the_newest(worded, guild_id):
    assert await found(worded, guild_id, "", order=Order.MATCH) == [6, 5, 4, 3, 2, 1]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("words", ["", "ferry", "norvik ferr"])
async def test_each_order_turns_its_pages_both_ways(worded, guild_id, order, words):
    wanted = Filter(words=words, order=order)
    whole = [c.number for c in (await worded.read(claims.page, guild_id, wanted)).claims]
    page = await worded.read(claims.page, guild_id, wanted, size=1)
    down = [page]
    while page.older is not None:
        page = await worded.read(claims.page, guild_id, wanted, start=page.older, size=1)
        down.append(page)
    assert [c.number for p in down for c in p.claims] == whole
    up = [page]
    while page.newer is not None:
        back = {"start": page.newer, "upwards": True, "size": 1}
        page = await worded.read(claims.page, guild_id, wanted, **back)
        up.append(page)
    assert [c.number for p in up for c in p.claims] == whole[::-1]
    assert all(len(p.older or "") <= 19 for p in down)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("start", ["", "x", "-", "12345678901234567", "²", "€", "a" * 40, "\ud800"])
async def test_a_cursor_that_is_none_is_refused(worded, guild_id, order, start):
    if order in (Order.NEWEST, Order.OLDEST_OPEN) and start.isdecimal():
        return
    wanted = Filter(words="ferry", order=order)
    with pytest.raises(RefusedError, match="no such place"):
        await worded.read(claims.page, guild_id, wanted, start=start)


@pytest.mark.parametrize(
    "words", ["%", "_", "'", "\\", "\ud800", "^", '"', '""', "*", '"*', "+ -", "(", "{}:", "\x00"]
)
async def test_a_text_without_any_word_finds_nothing(worded, guild_id, words):
    assert await found(worded, guild_id, words) == []
    assert await worded.read(claims.suggest, guild_id, words) == ()


@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(words=st.text(st.characters(), max_size=60) | st.text("ab\"* -'():^+{}\u0301é\ue000"))
async def test_no_text_breaks_a_question(worded, guild_id, words):
    for order in (Order.NEWEST, Order.MATCH, Order.CHECK_WORTHINESS):
        numbers = await found(worded, guild_id, words, order=order)
        assert set(numbers) <= set(range(1, 7))
        if words.strip() and not search.tokens(words):
            assert numbers == []
    await worded.read(claims.suggest, guild_id, words)
    assert len(await found(worded, guild_id, "ferry")) == 3


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text("abé žКи19'-.,* ", min_size=1, max_size=30).filter(search.tokens))
async def test_each_word_of_a_claim_finds_it(ledger, guild_id, now, text):
    claim = Claim(
        text=text,
        content=(),
        kind=Kind.INDIRECT,
        group=0,
        source=Source(name="Ole Brandt", type=SourceType.PERSON),
        check_worthiness=0.5,
    )
    await ledger.write(articles.add, guild_id, Article(text=text), [claim], actor=0, now=now)
    for word in search.tokens(text):
        texts = (await ledger.read(claims.page, guild_id, Filter(words=word), size=500)).claims
        assert text.casefold().split() in [c.text.casefold().split() for c in texts]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("electio", [2]),
        ("ELECTION", [2]),
        ("electionz", []),
        ("nine elections", [2]),
        ("ferry elections", []),
        ("nine citie", [2]),
        ("uber-ofe", [5]),
        ("harbou", [4, 3]),
        ("norvi", [6, 4, 2, 1]),
        ("port of norvik", [6, 4, 2]),
    ],
)
async def test_long_words_are_suggested_by_all_of_their_letters(worded, guild_id, typed, expected):
    assert [c.number for c in await worded.read(claims.suggest, guild_id, typed)] == expected


async def test_long_words_are_found_behind_many_that_begin_alike(ledger, guild_id, now):
    for first, count in (("Electricity", 30), ("Electrons", 130)):
        texts = [f"{first} number {n}" for n in range(count)]
        found = [
            Claim(
                text=text,
                content=(),
                kind=Kind.INDIRECT,
                group=0,
                source=Source(name="Ole Brandt", type=SourceType.PERSON),
                check_worthiness=0.5,
            )
            for text in texts
        ]
        article = Article(text=first)
        await ledger.write(articles.add, guild_id, article, found, actor=0, now=now)
    suggested = await ledger.read(claims.suggest, guild_id, "electricit")
    assert [claim.number for claim in suggested] == list(range(30, 5, -1))


def swap(db: sqlite3.Connection, number: int) -> None:
    """Change a claim's words behind the indexes' back."""
    db.execute("UPDATE claim SET text = 'Quite other words' WHERE number = ?", (number,))


def unindexed(db: sqlite3.Connection, number: int) -> None:
    """Take a claim out of the indexes and leave it out."""
    search.remove(db, db.execute("SELECT id FROM claim WHERE number = ?", (number,)).fetchone()[0])


async def test_indexes_in_step_are_told_from_those_that_are_not(worded):
    assert await worded.write(search.in_step)
    await worded.write(swap, 3)
    assert not await worded.write(search.in_step)


async def test_a_claim_missing_in_the_index_is_told(worded):
    await worded.write(unindexed, 3)
    assert not await worded.write(search.in_step)
