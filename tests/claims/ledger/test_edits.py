"""Claims that were put into the wrong mouth are put right, and the history says so."""

from typing import Unpack

import pytest

from claims.errors import RefusedError
from claims.ledger import Ledger
from claims.ledger.articles import articles, sources
from claims.ledger.decisions import aliases, reviews
from claims.ledger.history import audit
from claims.ledger.keeping import checks
from claims.ledger.lookup import claims
from claims.ledger.members import shared_messages
from claims.ledger.members.shared_messages import SharedView, Shows, What
from claims.models import NOBODY, Article, Claim, Kind, Source, SourceType
from claims.records.cards import Card
from claims.records.claims import Rating
from claims.records.decisions import Act, Action
from claims.records.lists import Filter
from tests.claims.acting import Fields, wanted

CRANES = "The two cranes had stood still for nine weeks"
BRANDT = Source(name="Ole Brandt", type=SourceType.PERSON)


@pytest.fixture
def edit(stocked, guild_id, now):
    """Edit a claim and return its card."""

    async def done(number: int, **fields: Unpack[Fields]) -> Card:
        misread: Fields = {"reason": "Misread."}
        asked = wanted(5, action=Action.EDIT, **(misread | fields))
        card: Card = await stocked.write(reviews.act, guild_id, number, asked, now=now)
        return card

    return done


@pytest.fixture
def undo(stocked, guild_id, now):
    async def undone(number):
        return await stocked.write(reviews.undo, guild_id, number, actor=5, now=now)

    return undone


@pytest.fixture
def told(stocked, guild_id, now):
    """Let a source say something in an article of its own; return what became of it."""

    async def each(text, source, *, article="", content=(), kind=Kind.INDIRECT):
        claim = Claim(
            text=text, content=content, kind=kind, group=0, source=source, check_worthiness=0.5
        )
        news = Article(text=article or f"{source.name}: {text}")
        return await stocked.write(articles.add, guild_id, news, [claim], actor=0, now=now)

    return each


@pytest.fixture
async def sound(stocked):
    """The whole ledger is sound after the test: rows, search, history and what came of it."""
    yield
    assert await stocked.write(lambda db: list(checks.whole(db))) == []


pytestmark = pytest.mark.usefixtures("sound")


async def counts(ledger: Ledger, guild_id: int) -> dict[str, int]:
    found, _ = await ledger.read(sources.list_, guild_id)
    return {record.name: record.claims for record in found}


async def test_a_claim_becomes_another_sources_and_the_history_says_whose_it_was(
    stocked, guild_id, edit
):
    card = await edit(2, source="Ole Brandt")
    assert (card.claim.text, card.claim.source) == (CRANES, BRANDT)
    detail = card.last.detail
    assert (detail.source_was.name, detail.source_now) == ("Ida Lund", BRANDT)
    assert (detail.was, detail.now) == (None, None)
    assert await counts(stocked, guild_id) == {
        "Ida Lund": 2,
        "Ole Brandt": 1,
        "shipping office": 1,
    }
    for words, found in (("brandt", [2]), ("lund", [3, 1])):
        page = await stocked.read(claims.page, guild_id, Filter(words=words))
        assert [claim.number for claim in page.claims] == found


async def test_words_and_source_change_in_one_event_and_come_back_with_one_undo(
    stocked, guild_id, edit, undo
):
    before = await stocked.read(claims.get, guild_id, 2)
    card = await edit(2, text="Both cranes were idle", source="Ole Brandt")
    assert (card.claim.text, card.claim.source.name) == ("Both cranes were idle", "Ole Brandt")
    after = (await undo(2)).claim
    assert after == before._replace(version=after.version)
    assert after.version == before.version + 2


@pytest.mark.parametrize("typed", ["Ole Brandt, harbour master", "ole brandt,  whoever"])
async def test_a_source_typed_with_its_role_is_the_one_that_is_known(
    stocked, guild_id, edit, told, typed
):
    await told("The quay is closed", BRANDT)
    assert (await edit(2, source=typed)).claim.source == BRANDT
    assert "Ole Brandt" in await counts(stocked, guild_id)
    assert typed not in await counts(stocked, guild_id)


async def test_a_new_source_typed_with_a_role_keeps_the_two_apart(edit):
    source = (await edit(2, source="Ole Brandt, harbour master")).claim.source
    assert (source.name, source.role) == ("Ole Brandt", "harbour master")


async def test_what_is_said_again_by_the_right_source_joins_at_once(edit, told):
    await edit(2, source="Ole Brandt")
    assert (await told(CRANES, BRANDT)).known == (2,)
    lund = Source(name="Ida Lund", type=SourceType.PERSON)
    assert (await told(CRANES, lund)).new == (5,)


async def test_an_edit_into_what_the_other_source_says_already_names_that_claim(edit, told):
    assert (await told(CRANES, BRANDT)).new == (5,)
    with pytest.raises(RefusedError, match="#5 says just that"):
        await edit(2, source="ole brandt")


MEANT = [
    ("Ida Lund", "Ida Lund", SourceType.PERSON),
    ("  IDA \n lund ", "Ida Lund", SourceType.PERSON),
    ("Mayor Lund", "Ida Lund", SourceType.PERSON),
    ("Lund", "Ida Lund", SourceType.PERSON),
    ("the boss", "Ida Lund", SourceType.PERSON),
    ("Dr. Ole Brandt", "Ole Brandt", SourceType.PERSON),
    ("Port Authority of Norvik", "Port Authority of Norvik", SourceType.ORGANISATION),
    ("Greenpeace", "Greenpeace", SourceType.ORGANISATION),
    ("dockers", "dockers", SourceType.UNNAMED),
    ("the audit report", "the audit report", SourceType.DOCUMENT),
    (" \n ", NOBODY.name, SourceType.UNNAMED),
]


@pytest.mark.parametrize(("typed", "name", "type_"), MEANT)
async def test_a_name_means_who_is_known_by_it_or_else_somebody_new(
    stocked, guild_id, edit, now, typed, name, type_
):
    """Claim 4 is the shipping office's, so that a lone word may be an organisation's."""
    await stocked.write(aliases.add, guild_id, "Ida Lund", "The Boss", actor=5, now=now)
    known = {*await counts(stocked, guild_id)}
    source = (await edit(4, source=typed)).claim.source
    assert (source.name, source.type) == (name, type_)
    assert {*await counts(stocked, guild_id)} == known | {name}


async def test_of_two_sorts_of_source_with_one_name_the_claims_own_sort_is_meant(edit, told):
    """The form has the name in it: to send it as it is changes nothing."""
    paper = Source(name="Norvik Courier", type=SourceType.PUBLISHER)
    await told("It was windy", paper.model_copy(update={"type": SourceType.ORGANISATION}))
    await told("It rained", paper, kind=Kind.NARRATION)
    card = await edit(6, text="It poured", source="Norvik Courier")
    assert card.claim.source == paper
    assert card.last.detail.source_now is None


async def test_another_servers_sources_are_nobody_here(stocked, edit, told, article, found, now):
    await stocked.write(articles.add, 2002, article, found, actor=0, now=now)
    await told("It rained", BRANDT)
    elsewhere = Act(action=Action.EDIT, actor=5, reason="Misread.", source="Brandt")
    card = await stocked.write(reviews.act, 2002, 1, elsewhere, now=now)
    assert card.claim.source.name == "Brandt"


@pytest.mark.parametrize(
    ("kind", "type_", "typed", "becomes"),
    [
        (Kind.NARRATION, SourceType.PUBLISHER, "Ole Brandt", Kind.INDIRECT),
        (Kind.DIRECT, SourceType.PUBLISHER, "Ole Brandt", Kind.DIRECT),
        (Kind.INDIRECT, SourceType.PERSON, "The Courier", Kind.NARRATION),
        (Kind.DIRECT, SourceType.PERSON, "The Courier", Kind.DIRECT),
        (Kind.INDIRECT, SourceType.PUBLISHER, "Ole Brandt", Kind.INDIRECT),
    ],
)
async def test_narration_is_a_publishers_and_an_undo_knows_what_it_was(
    edit, undo, told, kind, type_, typed, becomes
):
    await told("It snowed", Source(name="The Courier", type=SourceType.PUBLISHER))
    await told("It rained", Source(name="Somebody Else", type=type_), kind=kind)
    assert (await edit(6, source=typed)).claim.kind is becomes
    assert (await undo(6)).claim.kind is kind


async def test_a_rated_claim_keeps_its_source(stocked, guild_id, edit, link, now):
    rate = Act(
        action=Action.RATE, actor=5, rating=Rating.MIXED, reason="Counted.", evidence=(link,)
    )
    await stocked.write(reviews.act, guild_id, 2, rate, now=now)
    with pytest.raises(RefusedError, match="Reopen the claim"):
        await edit(2, source="Ole Brandt")


async def test_a_name_that_only_grows_too_long_in_lower_case_is_refused(edit):
    """Other names are kept in lower case, where ß is two letters."""
    with pytest.raises(RefusedError, match="longer than 300"):
        await edit(2, source="ß" * 151)


async def test_shared_lists_of_both_sources_are_shown_anew(stocked, guild_id, edit):
    def stale(db):
        return [row["message_id"] for row in db.execute("SELECT * FROM shown_message WHERE stale")]

    for message_id, name in ((1, "Ida Lund"), (2, "shipping office")):
        record = await stocked.read(sources.show, guild_id, name)
        about = SharedView(What.SOURCE, source_id=record.id)
        shows = Shows(sources=(record.id,))
        where = {"channel_id": 7, "message_id": message_id}
        await stocked.write(shared_messages.remember, guild_id, about, shows, **where)
    await edit(2, source="shipping office")
    await stocked.write(shared_messages.mark, guild_id, 2)
    assert await stocked.read(stale) == [1, 2]


# Origins ---------------------------------------------------------------------------------------


async def test_origins_follow_the_source_and_other_claims_words_are_left_alone(
    stocked, guild_id, edit, undo, told, now
):
    """Three say the same; the claim in whom the others are absorbed was put into a wrong mouth."""
    for number, name in enumerate(("Ann Berg", "Bo Berg", "Ann Berg")):
        source = Source(name=name, type=SourceType.PERSON)
        text = f"Rents fell {number}"
        await told(text, source, article=f"Rents fell, one said. {number}", content=((0, 10),))
    merge = Act(action=Action.MERGE, actor=5, into=5, reason="The same.")
    for number in (6, 7):
        await stocked.write(reviews.act, guild_id, number, merge, now=now)

    async def origins() -> int:
        card: Card = await stocked.read(claims.card, guild_id, 5)
        return card.origins

    assert await origins() == 2  # Ann and Bo
    await edit(5, source="Bo Berg")
    assert await origins() == 2  # Bo twice, Ann
    await edit(5, source="Cy Berg")
    assert await origins() == 3
    await undo(5)
    assert await origins() == 2


# Other names -----------------------------------------------------------------------------------


async def test_a_source_that_becomes_part_of_another_is_told_in_each_claims_history(
    stocked, guild_id, now
):
    await stocked.write(aliases.add, guild_id, "Ida Lund", "Shipping Office", actor=5, now=now)
    office = await stocked.read(claims.card, guild_id, 4)
    assert office.claim.source.name == "shipping office"  # an organisation is no other person

    await stocked.write(articles.add, guild_id, *lone("Iron Lady"), actor=0, now=now)
    await stocked.write(aliases.add, guild_id, "Ida Lund", "Iron Lady", actor=7, now=now)
    last = (await stocked.read(claims.card, guild_id, 5)).last
    assert (last.action, last.actor) == ("edit", 7)
    assert (last.detail.source_was.name, last.detail.source_now.name) == ("Iron Lady", "Ida Lund")


def lone(name: str, text: str = "Rents fell") -> tuple[Article, list[Claim]]:
    """An article in which somebody says one thing."""
    claim = Claim(
        text=text,
        content=(),
        kind=Kind.INDIRECT,
        group=0,
        source=Source(name=name, type=SourceType.PERSON),
        check_worthiness=0.5,
    )
    return Article(text=f"{name}: {text}"), [claim]


async def test_the_history_holds_when_a_name_is_given_taken_away_and_used_anew(
    stocked, guild_id, edit, undo, now
):
    """Each step may leave a claim with a source that an older event calls otherwise."""
    await stocked.write(articles.add, guild_id, *lone("Iron Lady"), actor=0, now=now)
    await edit(5, source="Ole Brandt")
    await stocked.write(aliases.add, guild_id, "Ida Lund", "Iron Lady", actor=7, now=now)
    restored = await undo(5)
    assert restored.claim.source.name == "Ida Lund"
    assert restored.last.detail.source_now.name == "Ida Lund"
    await stocked.write(aliases.remove, guild_id, "Ida Lund", "Iron Lady")
    await stocked.write(articles.add, guild_id, *lone("Iron Lady", "Rents rose"), actor=0, now=now)
    assert (await stocked.read(claims.get, guild_id, 6)).source.name == "Iron Lady"
    assert await stocked.read(lambda db: list(audit.breaks(db))) == []


async def test_what_another_name_joined_is_not_taken_apart_by_an_undo(stocked, guild_id, undo, now):
    await stocked.write(articles.add, guild_id, *lone("Iron Lady"), actor=0, now=now)
    await stocked.write(aliases.add, guild_id, "Ida Lund", "Iron Lady", actor=7, now=now)
    with pytest.raises(RefusedError, match="Iron Lady is another name"):
        await undo(5)


async def test_a_merge_is_not_undone_from_the_other_side_once_the_merged_claim_changed(
    stocked, guild_id, undo, now
):
    await stocked.write(articles.add, guild_id, *lone("Iron Lady"), actor=0, now=now)
    merge = Act(action=Action.MERGE, actor=5, into=1, reason="The same.")
    await stocked.write(reviews.act, guild_id, 5, merge, now=now)
    await stocked.write(aliases.add, guild_id, "Ida Lund", "Iron Lady", actor=7, now=now)
    with pytest.raises(RefusedError, match="#5 changed since"):
        await undo(1)
    part = Act(action=Action.UNMERGE, actor=5, reason="They are not.")
    card = await stocked.write(reviews.act, guild_id, 5, part, now=now)
    assert (card.claim.number, card.claim.source.name) == (5, "Ida Lund")
