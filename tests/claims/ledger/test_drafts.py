"""Drafts and asked texts: whose they are, how long they last, and what becomes of them."""

import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import NamedTuple

import pytest

from claims.errors import ArticleError, ClaimNotFoundError, RefusedError
from claims.ledger import Ledger
from claims.ledger.articles import articles, contents
from claims.ledger.decisions import reviews
from claims.ledger.intake import adding, asks, draft_claims, drafts
from claims.ledger.lookup import claims, queue
from claims.models import NOBODY, Article, Claim, Kind, Source, SourceType, Span
from claims.records.decisions import Act, Action
from claims.records.drafts import AddedDraft, Draft

ANN, BEN = 71, 72
OTHER_GUILD = 2002


class Made(NamedTuple):
    """A draft of Ann's with four claims."""

    ledger: Ledger
    guild_id: int
    id: int
    now: datetime

    async def page(self, start: int = 0, size: int = 4) -> Draft:
        return await self.ledger.read(
            drafts.page, self.guild_id, self.id, owner=ANN, now=self.now, start=start, size=size
        )

    async def add(self) -> AddedDraft:
        return await self.ledger.write(adding.add, self.guild_id, self.id, owner=ANN, now=self.now)


@pytest.fixture
async def made(
    ledger: Ledger, guild_id: int, article: Article, found: list[Claim], now: datetime
) -> Made:
    draft_id = await ledger.write(drafts.make, guild_id, article, found, owner=ANN, now=now)
    return Made(ledger, guild_id, draft_id, now)


async def test_a_draft_gives_back_what_was_found_and_stores_nothing(
    made: Made, article: Article, found: list[Claim]
) -> None:
    page = await made.page()
    assert page.article == article
    assert [each.claim for each in page.claims] == found
    assert (page.total, page.kept) == (4, 4)
    assert (await made.ledger.read(contents.shelf, made.guild_id)).articles == ()


async def test_pages_count_all_claims(made: Made) -> None:
    page = await made.page(start=3, size=2)
    assert [each.place for each in page.claims] == [3]
    assert page.total == 4


async def test_only_what_is_kept_is_added_and_the_draft_is_gone(made: Made) -> None:
    for place in (0, 2):
        await made.ledger.write(
            draft_claims.keep, made.guild_id, made.id, place, kept=False, owner=ANN, now=made.now
        )
    outcome = await made.add()
    assert outcome.added.new == (1, 2)
    with pytest.raises(RefusedError, match="no longer there"):
        await made.page()


async def test_nothing_kept_is_refused_and_the_draft_stays(made: Made) -> None:
    await made.ledger.write(
        draft_claims.keep, made.guild_id, made.id, None, kept=False, owner=ANN, now=made.now
    )
    with pytest.raises(RefusedError, match="nothing to add"):
        await made.add()
    assert (await made.page()).total == 4


async def test_a_merge_that_is_refused_adds_nothing_at_all(made: Made, article: Article) -> None:
    await made.add()
    drop = Act(action=Action.DROP, actor=ANN, reason="Spam.")
    await made.ledger.write(reviews.act, made.guild_id, 1, drop, now=made.now)
    text = "The harbour lost much."
    draft_id = await made.ledger.write(
        drafts.make,
        made.guild_id,
        Article(text=text),
        [_claim(text, "harbour lost much", "Ida Lund")],
        owner=ANN,
        now=made.now,
    )
    second = made._replace(id=draft_id)
    await made.ledger.write(
        draft_claims.same, made.guild_id, draft_id, 0, 1, owner=ANN, now=made.now
    )
    with pytest.raises(RefusedError, match="dropped"):
        await second.add()
    assert (await second.page()).claims[0].same_as == 1
    assert len((await made.ledger.read(contents.shelf, made.guild_id)).articles) == 1


async def test_an_unknown_claim_cannot_absorb(made: Made) -> None:
    with pytest.raises(ClaimNotFoundError):
        await made.ledger.write(
            draft_claims.same, made.guild_id, made.id, 0, 99, owner=ANN, now=made.now
        )


def _claim(text: str, words: str, name: str) -> Claim:
    start = text.index(words)
    return Claim(
        text=words,
        content=(Span(start, start + len(words)),),
        kind=Kind.INDIRECT,
        group=0,
        source=Source(name=name, type=SourceType.PERSON),
        check_worthiness=0.5,
    )


async def test_a_claim_that_repeats_another_is_told_and_becomes_an_appearance(
    made: Made, found: list[Claim]
) -> None:
    await made.add()
    text = "Later. Nobody in this town was asked"
    repeat = _claim(text, "Nobody in this town was asked", "Mayor Ida Lund")
    draft_id = await made.ledger.write(
        drafts.make, made.guild_id, Article(text=text), [repeat], owner=ANN, now=made.now
    )
    again = made._replace(id=draft_id)
    [shown] = (await again.page()).claims
    assert shown.known == 3
    outcome = await again.add()
    assert (outcome.added.new, outcome.added.known) == ((), (3,))


@pytest.mark.parametrize(
    ("owner", "guild", "later"),
    [
        pytest.param(BEN, 1001, timedelta(), id="somebody else"),
        pytest.param(ANN, OTHER_GUILD, timedelta(), id="another server"),
        pytest.param(ANN, 1001, drafts.LIFETIME, id="after a day"),
    ],
)
async def test_a_draft_is_its_owners_for_a_day(
    made: Made, owner: int, guild: int, later: timedelta
) -> None:
    now, draft = made.now + later, made.id
    with pytest.raises(RefusedError):
        await made.ledger.read(drafts.page, guild, draft, owner=owner, now=now)
    with pytest.raises(RefusedError):
        await made.ledger.read(draft_claims.claim, guild, draft, 0, owner=owner, now=now)
    operations: tuple[Callable[[sqlite3.Connection], object], ...] = (
        lambda db: draft_claims.keep(db, guild, draft, 0, kept=False, owner=owner, now=now),
        lambda db: draft_claims.edit(db, guild, draft, 0, "x", owner=owner, now=now),
        lambda db: draft_claims.same(db, guild, draft, 0, None, owner=owner, now=now),
        lambda db: drafts.forget(db, guild, draft, owner=owner, now=now),
        lambda db: adding.add(db, guild, draft, owner=owner, now=now),
    )
    for operation in operations:
        with pytest.raises(RefusedError):
            await made.ledger.write(operation)
    assert (await made.page()).kept == 4


async def test_old_drafts_are_forgotten_when_another_is_made(
    made: Made, article: Article, found: list[Claim]
) -> None:
    other = article.model_copy(update={"text": article.text + " More."})
    later = made.now + drafts.LIFETIME
    await made.ledger.write(drafts.make, OTHER_GUILD, other, found, owner=BEN, now=later)
    with pytest.raises(RefusedError):
        await made.page()


async def test_a_person_has_few_drafts_at_a_time(
    made: Made, article: Article, found: list[Claim]
) -> None:
    for number in range(drafts.MOST_DRAFTS):
        assert (await made.page()).total == 4
        other = article.model_copy(update={"text": f"{article.text} {number}"})
        await made.ledger.write(drafts.make, made.guild_id, other, found, owner=ANN, now=made.now)
        await made.ledger.write(drafts.make, made.guild_id, other, found, owner=BEN, now=made.now)
    with pytest.raises(RefusedError):
        await made.page()


@pytest.mark.parametrize("text", ["", "  ", "x" * 4001])
async def test_words_that_cannot_be_stored_are_refused(made: Made, text: str) -> None:
    with pytest.raises(RefusedError, match="1 to 4000"):
        await made.ledger.write(
            draft_claims.edit, made.guild_id, made.id, 0, text, owner=ANN, now=made.now
        )


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": "x" * 501}, "the title .* is longer than 500"),
        ({"publisher": "x" * 201}, "the publisher .* is longer than 200"),
        ({"url": "https://a.example/" + "x" * 2000}, "the address .* is longer than 2000"),
    ],
)
async def test_an_article_that_could_not_be_stored_later_is_refused_at_once(
    ledger: Ledger,
    guild_id: int,
    article: Article,
    now: datetime,
    change: dict[str, str],
    said: str,
) -> None:
    wrong = article.model_copy(update=change)
    with pytest.raises(ArticleError, match=said):
        await ledger.write(drafts.make, guild_id, wrong, [], owner=ANN, now=now)


async def test_more_claims_than_anybody_would_look_at_are_refused(
    ledger: Ledger, guild_id: int, article: Article, found: list[Claim], now: datetime
) -> None:
    with pytest.raises(ArticleError, match="more than the 500"):
        await ledger.write(drafts.make, guild_id, article, found * 126, owner=ANN, now=now)


async def test_a_stored_text_makes_no_draft(
    stocked: Ledger, guild_id: int, article: Article, found: list[Claim], now: datetime
) -> None:
    with pytest.raises(ArticleError, match="is in the ledger already"):
        await stocked.write(drafts.make, guild_id, article, found, owner=ANN, now=now)
    await stocked.write(drafts.make, OTHER_GUILD, article, found, owner=ANN, now=now)


async def test_an_ask_becomes_demand_for_its_claims(
    made: Made, article: Article, found: list[Claim]
) -> None:
    ask_id = await made.ledger.write(
        asks.look_up, made.guild_id, Article(text="Was it so?"), user_id=7, now=made.now
    )
    for person in (ANN, BEN, BEN):
        await made.ledger.write(asks.ask, made.guild_id, ask_id, user_id=person, now=made.now)
    other = article.model_copy(update={"text": article.text + " More."})
    draft_id = await made.ledger.write(
        drafts.make, made.guild_id, other, found[:1], owner=ANN, now=made.now, ask_id=ask_id
    )
    await made._replace(id=draft_id).add()
    work = await made.ledger.read(queue.page, made.guild_id, moderator=ANN)
    assert [(each.claim.number, each.people) for each in work.open] == [(1, 2)]
    assert work.asks == ()


@pytest.mark.parametrize(
    ("asked", "later", "kept"),
    [
        (False, timedelta(hours=23), True),
        (False, timedelta(days=1), False),
        (True, timedelta(days=29), True),
        (True, timedelta(days=30), False),
    ],
)
async def test_texts_are_forgotten_after_their_time(
    ledger: Ledger, guild_id: int, now: datetime, asked: bool, later: timedelta, kept: bool
) -> None:
    ask_id = await ledger.write(
        asks.look_up, guild_id, Article(text="Was it so?"), user_id=7, now=now
    )
    if asked:
        await ledger.write(asks.ask, guild_id, ask_id, user_id=ANN, now=now)
    gone = await ledger.write(asks.forget_expired, now=now + later)
    assert gone == (not kept)


async def test_the_same_words_are_one_ask(ledger: Ledger, guild_id: int, now: datetime) -> None:
    first, second, other = [
        await ledger.write(asks.look_up, guild, Article(text=text), user_id=7, now=now)
        for guild, text in ((guild_id, "Was it?"), (guild_id, "was  IT?"), (OTHER_GUILD, "Was it?"))
    ]
    assert first == second != other
    with pytest.raises(RefusedError):
        await ledger.read(asks.get, guild_id, other)


async def test_a_found_claim_is_added_as_the_right_sources(made: Made, found: list[Claim]) -> None:
    await edited(made, 1, "Ole Brandt")
    assert (await made.page()).claims[1].claim.source == Source(
        name="Ole Brandt", type=SourceType.PERSON, mention=found[1].source.mention
    )
    new = (await made.add()).added.new
    names = [
        (await made.ledger.read(claims.get, made.guild_id, number)).source.name for number in new
    ]
    assert names == ["Ida Lund", "Ole Brandt", "Ida Lund", "shipping office"]


async def edited(made: Made, place: int, source: str | None) -> None:
    text = (await made.page()).claims[place].claim.text
    await made.ledger.write(
        draft_claims.edit, made.guild_id, made.id, place, text, source, owner=ANN, now=made.now
    )


async def test_a_found_claim_that_is_known_of_the_right_source_becomes_its_appearance(
    made: Made, article: Article, found: list[Claim]
) -> None:
    brandt = Source(name="Ole Brandt", type=SourceType.PERSON)
    known = found[1].model_copy(update={"source": brandt})
    other = article.model_copy(update={"text": f"{article.text} And more."})
    await made.ledger.write(articles.add, made.guild_id, other, [known], actor=0, now=made.now)
    assert (await made.page()).claims[1].known is None
    await edited(made, 1, "brandt")
    assert (await made.page()).claims[1].known == 1
    assert (await made.add()).added.known == (1,)


@pytest.mark.parametrize("source", [None, "ida  LUND"])
async def test_a_source_that_was_not_changed_is_kept_as_it_was_found(
    made: Made, found: list[Claim], source: str | None
) -> None:
    await edited(made, 1, source)
    assert (await made.page()).claims[1].claim == found[1]


async def test_a_found_claim_may_be_nobodys(made: Made) -> None:
    await edited(made, 2, "")
    source = (await made.page()).claims[2].claim.source
    assert (source.name, source.type) == (NOBODY.name, NOBODY.type)


async def test_narration_that_is_given_to_a_person_is_reported_speech(
    ledger: Ledger, guild_id: int, article: Article, found: list[Claim], now: datetime
) -> None:
    paper = Source(name="Norvik Courier", type=SourceType.PUBLISHER)
    told = found[0].model_copy(update={"source": paper, "kind": Kind.NARRATION})
    draft_id = await ledger.write(drafts.make, guild_id, article, [told], owner=ANN, now=now)
    made = Made(ledger, guild_id, draft_id, now)
    await edited(made, 0, "Ida Lund")
    assert (await made.page()).claims[0].claim.kind is Kind.INDIRECT


@pytest.mark.parametrize("source", ["x" * 301, "ß" * 151, "half \ud800", "\x00"])
async def test_a_source_that_cannot_be_stored_is_refused(made: Made, source: str) -> None:
    with pytest.raises(RefusedError, match="The source's name"):
        await edited(made, 0, source)
