"""One source for each person, however an article names them."""

import pytest

from claims.errors import RefusedError
from claims.ledger import Ledger
from claims.ledger.articles import articles, sources
from claims.ledger.decisions import aliases, reviews
from claims.ledger.lookup import claims, search
from claims.matching.names import named
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.claims import Rating
from claims.records.decisions import Act, Action
from claims.records.lists import Filter

ELSEWHERE = 2002

STRIPPED = [
    ("NSC spokesperson Adrienne Berg", "Adrienne Berg", "NSC spokesperson"),
    ("Mayor Ida Lund", "Ida Lund", "Mayor"),
    ("Dr. Ole van der Berg", "Ole van der Berg", "Dr."),
    ("Mayor Lund", "Lund", "Mayor"),
]
KEPT = ["Ida Lund", "Lund", "spokesperson", "Dean Lund", "Mayor Ida Lund of Norvik", "the mayor"]


@pytest.mark.parametrize(("name", "plain", "role"), STRIPPED)
def test_titles_and_roles_are_no_part_of_a_name(name, plain, role):
    found = named(Source(name=name, type=SourceType.PERSON))
    assert (found.name, found.role) == (plain, role)


@pytest.mark.parametrize("name", KEPT)
def test_a_name_without_a_clear_title_stays(name):
    assert named(Source(name=name, type=SourceType.PERSON)).name == name


def test_only_persons_have_titles():
    assert (
        named(Source(name="Mayor Ida Lund", type=SourceType.ORGANISATION)).name == "Mayor Ida Lund"
    )


@pytest.fixture
def say(ledger, guild_id, now):
    """Let sources say one thing each, in articles of their own."""
    count = []

    async def each(*names, type_="person", guild=guild_id):
        for name in names:
            count.append(name)
            claim = Claim(
                text=f"Claim {len(count)}",
                content=(),
                kind=Kind.INDIRECT,
                group=0,
                source=Source(name=name, type=type_),
                check_worthiness=0.5,
            )
            article = Article(text=f"Article {len(count)}")
            await ledger.write(articles.add, guild, article, [claim], actor=0, now=now)

    return each


async def names(ledger: Ledger, guild_id: int) -> dict[str, int]:
    """The server's sources with how many claims each has."""
    found, _ = await ledger.read(sources.list_, guild_id)
    return {record.name: record.claims for record in found}


async def test_one_person_is_one_source_however_named(say, ledger, guild_id):
    await say("Ida Lund", "IDA LUND", "Mayor Ida Lund", "Lund", "Mayor Lund", "Ida  Lund")
    assert await names(ledger, guild_id) == {"Ida Lund": 6}
    record = await ledger.read(sources.show, guild_id, "ida LUND")
    assert (record.name, record.role) == ("Ida Lund", "Mayor")


async def test_a_title_before_a_new_name_becomes_the_role(say, ledger, guild_id):
    await say("NSC spokesperson Ida Lund", "Lund")
    assert await names(ledger, guild_id) == {"Ida Lund": 2}
    record = await ledger.read(sources.show, guild_id, "Ida Lund")
    assert (record.role, record.aliases) == ("NSC spokesperson", ("nsc spokesperson ida lund",))


async def test_a_surname_that_two_people_share_is_neither(say, ledger, guild_id):
    await say("Ida Lund", "Ole Lund", "Lund")
    assert await names(ledger, guild_id) == {"Ida Lund": 1, "Lund": 1, "Ole Lund": 1}


async def test_a_surname_says_nothing_about_another_server(say, ledger, guild_id):
    await say("Ida Lund", guild=ELSEWHERE)
    await say("Lund")
    assert await names(ledger, guild_id) == {"Lund": 1}
    with pytest.raises(RefusedError):
        await ledger.read(sources.show, guild_id, "Ida Lund")


async def test_organisations_have_no_surnames(say, ledger, guild_id):
    await say("Port of Norvik", type_="organisation")
    await say("Norvik", "Norvik")
    assert await names(ledger, guild_id) == {"Norvik": 2, "Port of Norvik": 1}


async def test_the_same_words_under_another_name_are_the_same_claim(ledger, guild_id, now):
    for number, name in enumerate(["Ida Lund", "Mayor Lund", "Lund"]):
        claim = Claim(
            text="Rents fell",
            content=(),
            kind=Kind.INDIRECT,
            group=0,
            source=Source(name=name, type=SourceType.PERSON),
            check_worthiness=0.5,
        )
        article = Article(text=f"Article {number}")
        await ledger.write(articles.add, guild_id, article, [claim], actor=0, now=now)
    card = await ledger.read(claims.card, guild_id, 1)
    assert (len(card.appearances), card.origins) == (3, 1)


async def test_another_name_joins_what_was_two_sources(say, ledger, guild_id, now):
    await say("Ida Lund", "Norvik's iron lady", "Norvik's iron lady")
    alias = {"actor": 5, "now": now}
    await ledger.write(aliases.add, guild_id, "Ida Lund", "Norvik's Iron Lady", **alias)
    assert await names(ledger, guild_id) == {"Ida Lund": 3}
    await say("NORVIK'S IRON LADY")
    assert await names(ledger, guild_id) == {"Ida Lund": 4}
    assert await ledger.write(search.in_step)
    page = await ledger.read(claims.page, guild_id, Filter(source="norvik's iron lady"))
    assert [claim.source.name for claim in page.claims] == ["Ida Lund"] * 4
    page = await ledger.read(claims.page, guild_id, Filter(words="lund"))
    assert len(page.claims) == 4


@pytest.mark.parametrize("merged_first", [True, False])
async def test_words_of_what_was_two_sources_are_one_origin(ledger, guild_id, now, merged_first):
    for number, name in enumerate(["Ida Lund", "Iron Lady"]):
        claim = Claim(
            text="Rents fell",
            content=(Span(0, 10),),
            kind=Kind.INDIRECT,
            group=0,
            source=Source(name=name, type=SourceType.PERSON),
            check_worthiness=0.5,
        )
        article = Article(text=f"Rents fell, {name} said. {number}")
        await ledger.write(articles.add, guild_id, article, [claim], actor=0, now=now)
    merge = Act(action=Action.MERGE, actor=5, into=1, reason="The same.")
    steps = [
        lambda: ledger.write(reviews.act, guild_id, 2, merge, now=now),
        lambda: ledger.write(aliases.add, guild_id, "Ida Lund", "Iron Lady", actor=5, now=now),
    ]
    for step in steps if merged_first else reversed(steps):
        await step()
    card = await ledger.read(claims.card, guild_id, 2)
    assert (card.claim.number, len(card.appearances), card.origins) == (1, 2, 1)


async def test_of_two_sources_whose_names_differ_in_case_each_is_found_by_its_own(
    say, ledger, guild_id
):
    """None are made so any more, but older ledgers have some; other names lead to the oldest."""
    await say("Ida Lund")
    second = "INSERT INTO source (guild_id, name, type, role) VALUES (?, 'IDA LUND', 'person', '')"
    await ledger.write(lambda db: db.execute(second, (guild_id,)).lastrowid)
    for name, means in (("Ida Lund", "Ida Lund"), ("IDA LUND", "IDA LUND"), ("ida", None)):
        found = await ledger.read(sources.find, guild_id, Source(name=name, type=SourceType.PERSON))
        assert (found and found.name) == means


async def test_a_name_that_was_taken_away_finds_nothing(say, ledger, guild_id, now):
    await say("Ida Lund")
    await ledger.write(aliases.add, guild_id, "Ida Lund", "IL", actor=5, now=now)
    assert (await ledger.read(sources.show, guild_id, "il")).name == "Ida Lund"
    await ledger.write(aliases.remove, guild_id, "Ida Lund", "IL")
    with pytest.raises(RefusedError, match="No source is known as “il”"):
        await ledger.read(sources.show, guild_id, "il")


@pytest.mark.parametrize(
    ("name", "alias", "why"),
    [("Ida Lund", "ida lund", "own name"), ("Ida Lund", "x", "not known"), ("x", "y", "No source")],
)
async def test_only_another_name_can_be_taken_away(say, ledger, guild_id, name, alias, why):
    await say("Ida Lund")
    with pytest.raises(RefusedError, match=why):
        await ledger.write(aliases.remove, guild_id, name, alias)


@pytest.mark.parametrize("alias", ["", "  ", "x" * 301])
async def test_a_name_that_is_none_is_refused(say, ledger, guild_id, now, alias):
    await say("Ida Lund")
    with pytest.raises(RefusedError, match="1 to 300"):
        await ledger.write(aliases.add, guild_id, "Ida Lund", alias, actor=5, now=now)


async def test_a_sources_record_counts_its_published_ratings(say, ledger, guild_id, link, now):
    await say("Ida Lund", "Ida Lund", "Ida Lund")
    rate = Act(
        action=Action.RATE, actor=5, rating=Rating.MIXED, reason="Counted.", evidence=(link,)
    )
    await ledger.write(reviews.act, guild_id, 2, rate, now=now)
    record = await ledger.read(sources.show, guild_id, "Ida Lund")
    assert (record.claims, record.ratings) == (3, {"mixed": 1})


async def test_sources_are_listed_by_name_page_by_page(say, ledger, guild_id):
    await say("Ida Lund", "Ole Brandt", "Ann Berg")
    first, following = await ledger.read(sources.list_, guild_id, size=2)
    assert ([r.name for r in first], following) == (["Ann Berg", "Ida Lund"], "Ole Brandt")
    second, following = await ledger.read(sources.list_, guild_id, start=following, size=2)
    assert ([r.name for r in second], following) == (["Ole Brandt"], None)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ["Ann Berg", "Ida Lund", "Ole Brandt"]),
        ("b", ["Ann Berg", "Ole Brandt"]),
        ("IDA L", ["Ida Lund"]),
        ("mayor", ["Ida Lund"]),
        ("x", []),
        ("%", []),
        ("\ud800", []),
    ],
)
async def test_sources_are_suggested_by_how_any_name_begins(say, ledger, guild_id, typed, expected):
    await say("Mayor Ida Lund", "Ole Brandt", "Ann Berg")
    await say("Bo Berg", guild=ELSEWHERE)
    assert list(await ledger.read(sources.suggest, guild_id, typed)) == expected


async def test_a_source_is_found_by_its_id_in_its_own_server_only(say, ledger, guild_id):
    await say("Ida Lund")
    record = await ledger.read(sources.show, guild_id, "Ida Lund")
    assert await ledger.read(sources.by_id, guild_id, record.id) == record
    for guild, number in ((ELSEWHERE, record.id), (guild_id, 99), (guild_id, 0)):
        with pytest.raises(RefusedError, match="no such source"):
            await ledger.read(sources.by_id, guild, number)
