"""Articles and their claims go in once, with numbers that people can rely on."""

import pytest

from claims.errors import ArticleError
from claims.ledger.articles import articles, contents
from claims.ledger.lookup import claims
from claims.models import Article, Claim, Source, SourceType, Span
from claims.records.claims import TrackedClaim

ELSEWHERE = 2002


async def test_an_articles_claims_get_the_numbers_from_1_on(ledger, guild_id, article, found, now):
    added = await ledger.write(articles.add, guild_id, article, found, actor=0, now=now)
    assert (added.new, added.known, added.is_repeat) == ((1, 2, 3, 4), (), False)


async def test_numbers_start_at_1_in_each_server(stocked, article, found, now):
    added = await stocked.write(articles.add, ELSEWHERE, article, found, actor=0, now=now)
    assert added.new == (1, 2, 3, 4)


async def test_a_claim_comes_back_as_it_went_in(stocked, guild_id, article, found, now):
    for number, claim in enumerate(found, start=1):
        card = await stocked.read(claims.card, guild_id, number)
        tracked, (appearance,) = card.claim, card.appearances
        assert (tracked.text, tracked.kind) == (claim.text, claim.kind)
        assert tracked.source == claim.source.model_copy(update={"mention": ()})
        assert tracked.check_worthiness == claim.check_worthiness
        assert (tracked.version, tracked.added_at, card.evidence) == (1, now, ())
        assert appearance.quoted == tuple(span.of(article.text) for span in claim.content)
        assert (appearance.title, appearance.publisher) == (article.title, article.publisher)
        assert (appearance.published_on, appearance.url) == (article.published_on, article.url)
        assert (card.last.action, card.last.before, card.last.at) == ("add", None, now)


async def test_dates_of_the_statement_come_back(ledger, guild_id, article, found, now):
    when = {"stated_on": "on Tuesday", "stated_between": (article.published_on,) * 2}
    dated = found[0].model_copy(update=when)
    await ledger.write(articles.add, guild_id, article, [dated], actor=0, now=now)
    tracked = await ledger.read(claims.get, guild_id, 1)
    assert (tracked.stated_on, tracked.stated_between) == tuple(when.values())


@pytest.mark.parametrize(
    "changed", [{}, {"title": "Another headline"}, {"text": "upper"}, {"text": "spaces"}]
)
async def test_loading_a_text_twice_adds_nothing(stocked, guild_id, article, found, now, changed):
    texts = {"upper": article.text.upper(), "spaces": article.text.replace(" ", " \n") + "\n"}
    if "text" in changed:
        changed = {"text": texts[changed["text"]]}
    again = article.model_copy(update=changed)
    before = await stocked.read(everything)
    added = await stocked.write(articles.add, guild_id, again, found, actor=0, now=now)
    assert (added.new, added.known, added.is_repeat) == ((), (), True)
    assert await stocked.read(everything) == before


async def test_where_a_claim_is_made_keeps_the_rule_that_found_it(
    ledger, guild_id, article, found, now
):
    ruled = [found[0].model_copy(update={"rule": "said_that"}), *found[1:]]
    await ledger.write(articles.add, guild_id, article, ruled, actor=0, now=now)

    first = await ledger.read(claims.appearances, guild_id, 1)
    assert [place.rule for place in first] == ["said_that"]
    assert (await ledger.read(contents.passage, guild_id, 1)).rule == "said_that"


async def test_an_article_without_claims_is_stored_once_too(ledger, guild_id, article, now):
    first = await ledger.write(articles.add, guild_id, article, [], actor=0, now=now)
    second = await ledger.write(articles.add, guild_id, article, [], actor=0, now=now)
    assert (first.is_repeat, second.is_repeat) == (False, True)
    assert first.article_id == second.article_id


async def test_a_known_claim_in_another_article_becomes_an_appearance(
    stocked, guild_id, article, found, now
):
    other = article.model_copy(update={"text": article.text + " More tomorrow.", "title": "Port"})
    shouted = found[1].model_copy(update={"text": found[1].text.upper() + "  "})
    new = found[0].model_copy(update={"text": "Trade fell by a third"})
    added = await stocked.write(articles.add, guild_id, other, [shouted, new], actor=0, now=now)
    assert (added.new, added.known) == ((5,), (2,))
    card = await stocked.read(claims.card, guild_id, 2)
    assert [a.title for a in card.appearances] == [article.title, "Port"]
    assert (card.claim.version, card.claim.text) == (1, found[1].text)


async def test_a_claim_made_twice_in_an_article_is_counted_once(
    stocked, guild_id, article, found, now
):
    twice = found[1].model_copy(update={"content": (Span(0, 11),)})
    other = article.model_copy(update={"text": article.text + " More tomorrow."})
    added = await stocked.write(articles.add, guild_id, other, [found[1], twice], actor=0, now=now)
    assert (added.new, added.known) == ((), (2,))
    assert len((await stocked.read(claims.card, guild_id, 2)).appearances) == 3


async def test_the_same_words_of_another_source_are_another_claim(
    stocked, guild_id, article, found, now
):
    other = article.model_copy(update={"text": article.text + " More tomorrow."})
    moro = found[1].model_copy(update={"source": Source(name="Aldo Moro", type=SourceType.PERSON)})
    added = await stocked.write(articles.add, guild_id, other, [moro], actor=0, now=now)
    assert added.new == (5,)


async def test_where_the_name_ends_and_the_words_begin_tells_claims_apart(
    ledger, guild_id, article, found, now
):
    pair = [
        found[0].model_copy(
            update={"text": text, "source": Source(name=name, type=SourceType.PERSON)}
        )
        for name, text in (("Ida", "Lund"), ("IdaL", "und"))
    ]
    added = await ledger.write(articles.add, guild_id, article, pair, actor=0, now=now)
    assert added.new == (1, 2)


async def test_a_role_that_was_not_known_is_learnt_and_one_that_was_stays(
    ledger, guild_id, article, found, now
):
    async def add(text: str, role: str) -> str:
        source = found[0].source.model_copy(update={"role": role})
        claim = found[0].model_copy(update={"source": source, "text": f"{found[0].text} {text}"})
        stored = Article(text=article.text + text)
        await ledger.write(articles.add, guild_id, stored, [claim], actor=0, now=now)
        stands: TrackedClaim = await ledger.read(claims.get, guild_id, 1)
        return stands.source.role

    assert [await add("a", ""), await add("b", "mayor"), await add("c", "former mayor")] == [
        "",
        "mayor",
        "mayor",
    ]


async def test_a_text_of_five_million_characters_is_kept_whole(ledger, guild_id, found, now):
    text = "x" * 5_000_000 + "the last words"
    claim = found[0].model_copy(update={"content": (Span(5_000_000, len(text)),)})
    await ledger.write(articles.add, guild_id, Article(text=text), [claim], actor=0, now=now)
    (appearance,) = (await ledger.read(claims.card, guild_id, 1)).appearances
    assert appearance.quoted == ("the last words",)


HOSTILE = "Robert'); DROP TABLE claim;--\x00\x1f\u202e\U0001f600 %_\\ \"`"


async def test_hostile_words_come_back_as_they_are(ledger, guild_id, found, now):
    source = Source(name=HOSTILE, type=SourceType.PERSON, role=HOSTILE, mention=(Span(0, 6),))
    claim = found[0].model_copy(
        update={"text": HOSTILE, "source": source, "content": (Span(0, 6),)}
    )
    stored = Article(text=HOSTILE, title=HOSTILE, publisher=HOSTILE, url=HOSTILE)
    await ledger.write(articles.add, guild_id, stored, [claim], actor=0, now=now)
    card = await ledger.read(claims.card, guild_id, 1)
    assert [card.claim.text, card.claim.source.name, card.claim.source.role] == [HOSTILE] * 3
    assert card.appearances[0].title == HOSTILE


@pytest.mark.parametrize(("field", "limit"), [("title", 500), ("publisher", 200), ("url", 2000)])
async def test_an_articles_parts_have_limits_that_are_met_exactly(
    ledger, guild_id, article, now, field, limit
):
    longest = article.model_copy(update={field: "ü" * limit, "text": "one"})
    await ledger.write(articles.add, guild_id, longest, [], actor=0, now=now)
    longer = article.model_copy(update={field: "ü" * (limit + 1), "text": "two"})
    with pytest.raises(ArticleError, match=f"longer than {limit}"):
        await ledger.write(articles.add, guild_id, longer, [], actor=0, now=now)


@pytest.mark.parametrize(("field", "limit"), [("text", 4000), ("name", 300), ("role", 300)])
async def test_a_claims_parts_have_limits_that_are_met_exactly(
    ledger, guild_id, article, found, now, field, limit
):
    one: Claim = found[0]

    def claim(length: int) -> Claim:
        if field == "text":
            return one.model_copy(update={"text": "ü" * length})
        source = one.source.model_copy(update={field: "ü" * length})
        return one.model_copy(update={"source": source})

    with pytest.raises(ArticleError, match=f"longer than {limit}"):
        await ledger.write(articles.add, guild_id, article, [claim(limit + 1)], actor=0, now=now)
    await ledger.write(articles.add, guild_id, article, [claim(limit)], actor=0, now=now)


async def test_all_that_is_too_long_is_told_at_once(ledger, guild_id, article, found, now):
    long = article.model_copy(update={"title": "t" * 501, "publisher": "p" * 201})
    claim = found[0].model_copy(update={"text": "c" * 4001})
    with pytest.raises(ArticleError) as refusal:
        await ledger.write(articles.add, guild_id, long, [claim], actor=0, now=now)
    for part in ("norvik: ", "title", "publisher", "claim"):
        assert part in str(refusal.value)
    assert len(str(refusal.value)) < 400


def everything(db):
    """Every row of every table."""
    tables = [
        row["name"] for row in db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
    ]
    return {name: [tuple(row) for row in db.execute(f"SELECT * FROM {name}")] for name in tables}
