"""One claim, many appearances: what joins by itself, what is suggested, what is known of a text."""

import pytest

from claims.errors import RefusedError
from claims.ledger.articles import articles
from claims.ledger.decisions import matches, reviews
from claims.ledger.decisions.matches import MatchOutcome
from claims.ledger.lookup import claims, text_lookup
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from claims.records.decisions import Act, Action

ELSEWHERE = 2002
CRANES = "The two cranes of the harbour had stood still for nine weeks"


@pytest.fixture
def say(ledger, guild_id, now):
    """Let a source say something in an article of its own; return what that came to."""
    said = []

    async def said_in_an_article(text, source="Ida Lund", *, guild=guild_id, title="", words=None):
        said.append(text)
        words = words or text
        claim = Claim(
            text=text,
            content=(Span(0, len(words)),),
            kind=Kind.INDIRECT,
            group=0,
            source=Source(name=source, type=SourceType.PERSON),
            check_worthiness=0.5,
        )
        article = Article(text=f"{words}, {source} said. Article {len(said)}.", title=title)
        return await ledger.write(articles.add, guild, article, [claim], actor=0, now=now)

    return said_in_an_article


async def test_the_same_source_and_words_join_at_once(say, ledger, guild_id):
    await say(CRANES)
    added = await say(CRANES.upper())
    assert (added.new, added.known) == ((), (1,))
    card = await ledger.read(claims.card, guild_id, 1)
    assert (len(card.appearances), card.origins) == (2, 1)
    assert await ledger.read(matches.of, guild_id, 1) == ()


async def test_other_words_of_the_article_are_another_origin(say, ledger, guild_id):
    await say(CRANES)
    await say(CRANES, words="Two cranes of the harbour stood still, nine weeks long")
    card = await ledger.read(claims.card, guild_id, 1)
    assert (len(card.appearances), card.origins) == (2, 2)


@pytest.mark.parametrize(
    ("altered", "differs"),
    [
        (CRANES.replace("had stood", "stood"), ()),
        (CRANES.replace("nine", "ten"), ("numbers: 10 / 9",)),
        (CRANES.replace("had stood", "had not stood"), ("negation: not stood / none",)),
        (CRANES.replace("harbour", "harbour of Sundby"), ("names: Sundby / none",)),
    ],
)
async def test_a_near_repeat_is_suggested_with_what_differs(
    say, ledger, guild_id, altered, differs
):
    await say(CRANES)
    added = await say(altered)
    assert (added.new, added.known) == ((2,), ())
    [match] = await ledger.read(matches.of, guild_id, 2)
    assert (match.number, match.other, match.differs) == (2, 1, differs)
    assert match.outcome is MatchOutcome.SUGGESTED
    assert 80 <= match.score <= 100
    assert await ledger.read(matches.of, guild_id, 1) == (match,)
    assert await ledger.read(matches.waiting, guild_id) == (match,)


async def test_the_same_words_of_another_source_are_suggested(say, ledger, guild_id):
    await say(CRANES)
    added = await say(CRANES, source="Ole Brandt")
    assert added.new == (2,)
    [match] = await ledger.read(matches.of, guild_id, 2)
    assert (match.score, match.differs) == (100, ())


@pytest.mark.parametrize(
    "other", ["Rents in the old town rose by four per cent", "The ferry is late", "x"]
)
async def test_another_claim_is_no_suggestion(say, ledger, guild_id, other):
    await say(CRANES)
    await say(other)
    assert await ledger.read(matches.waiting, guild_id) == ()


async def test_claims_of_another_server_are_never_suggested(say, ledger, guild_id):
    await say(CRANES)
    await say(CRANES, guild=ELSEWHERE)
    await say(CRANES + " indeed", guild=ELSEWHERE)
    assert await ledger.read(matches.waiting, guild_id) == ()
    [match] = await ledger.read(matches.waiting, ELSEWHERE)
    assert (match.number, match.other) == (2, 1)
    [known] = await ledger.read(text_lookup.claims_about, guild_id, CRANES)
    assert known.claim.number == 1


async def test_what_is_said_over_and_over_is_suggested_a_few_times(say, ledger, guild_id):
    for n in range(30):
        await say(CRANES, source=f"Speaker {'abcdefghijklmnopqrstuvwxyzäöüß'[n]}")
    assert len([m for m in await ledger.read(matches.of, guild_id, 30) if m.number == 30]) == 5


async def test_a_moderator_rejects_a_suggestion(say, ledger, guild_id):
    await say(CRANES)
    await say(CRANES, source="Ole Brandt")
    await ledger.write(matches.reject, guild_id, 1, 2, actor=5)
    assert await ledger.read(matches.waiting, guild_id) == ()
    [match] = await ledger.read(matches.of, guild_id, 1)
    assert match.outcome is MatchOutcome.REJECTED
    with pytest.raises(RefusedError, match="#1 and #3"):
        await ledger.write(matches.reject, guild_id, 1, 3, actor=5)


async def test_merging_confirms_a_suggestion_and_undoing_lets_it_wait_again(
    say, ledger, guild_id, now
):
    for source in ("Ida Lund", "Ole Brandt", "Ann Berg"):
        await say(CRANES, source=source)
    merge = Act(action=Action.MERGE, actor=5, into=1, reason="The same.")
    await ledger.write(reviews.act, guild_id, 2, merge, now=now)
    outcomes = {m.number: m.outcome for m in await ledger.read(matches.of, guild_id, 1)}
    assert outcomes == {2: MatchOutcome.CONFIRMED, 3: MatchOutcome.SUGGESTED}
    assert {(m.number, m.other) for m in await ledger.read(matches.waiting, guild_id)} == {
        (3, 1),
        (3, 2),
    }
    with pytest.raises(RefusedError, match="Unmerge"):
        await ledger.write(matches.reject, guild_id, 1, 2, actor=5)
    await ledger.write(reviews.act, guild_id, 3, merge, now=now)
    assert await ledger.read(matches.waiting, guild_id) == ()
    await ledger.write(reviews.undo, guild_id, 3, actor=5, now=now)
    await ledger.write(
        reviews.act, guild_id, 2, Act(action=Action.UNMERGE, actor=5, reason="No."), now=now
    )
    assert len(await ledger.read(matches.waiting, guild_id)) == 3


async def test_what_is_known_about_a_text_comes_best_first(say, ledger, guild_id):
    await say("Rents in the old town rose by four per cent")
    await say(CRANES)
    await say("The harbour's cranes earned less than the ferry")
    found = await ledger.read(
        text_lookup.claims_about,
        guild_id,
        "is it true that the #HarbourCranes stood still?? https://t.co/x",
    )
    assert [known.claim.number for known in found] == [2, 3]
    assert found[0].score > found[1].score > 0


async def test_an_articles_title_and_the_source_help_to_find_a_claim(say, ledger, guild_id):
    await say("Nobody was asked", source="Ole Brandt", title="Protest against the tunnel")
    await say("The ferry is late")
    for text in ("tunnels", "who did brandt mean"):
        assert [
            k.claim.number for k in await ledger.read(text_lookup.claims_about, guild_id, text)
        ] == [1]


async def test_a_known_claim_tells_what_differs_from_the_text(say, ledger, guild_id):
    await say("Rents in the old town rose by 12 %")
    [known] = await ledger.read(
        text_lookup.claims_about, guild_id, "rents in the old town rose by 21 %"
    )
    assert known.differs == ("numbers: 21 / 12",)
    assert known.likeness > 80


@pytest.mark.parametrize("text", ["", "   ", "!?", '"', "\ud800", "https://example.org", "\x00"])
async def test_about_a_text_without_words_nothing_is_known(say, ledger, guild_id, text):
    await say(CRANES)
    assert await ledger.read(text_lookup.claims_about, guild_id, text) == ()


async def test_hostile_texts_are_searched_for_as_words(say, ledger, guild_id):
    await say(CRANES)
    for text in ('cranes" OR "x', "cranes* AND NOT (", "text:cranes", "{headline} : cranes"):
        assert [
            k.claim.number for k in await ledger.read(text_lookup.claims_about, guild_id, text)
        ] == [1]


async def test_a_claim_whose_words_were_changed_matches_by_the_new_ones(say, ledger, guild_id, now):
    await say(CRANES)
    await say("Rents in the old town rose by four per cent")
    edit = Act(action=Action.EDIT, actor=5, text=CRANES.replace("nine", "ten"), reason="Misheard.")
    await ledger.write(reviews.act, guild_id, 2, edit, now=now)
    [match] = await ledger.read(matches.waiting, guild_id)
    assert (match.number, match.other, match.differs) == (2, 1, ("numbers: 10 / 9",))
    await ledger.write(reviews.undo, guild_id, 2, actor=5, now=now)
    assert await ledger.read(matches.waiting, guild_id) == ()
    edit = Act(
        action=Action.EDIT,
        actor=5,
        text="Rents in the old town rose by four percent",
        reason="Misheard.",
    )
    await ledger.write(reviews.act, guild_id, 1, edit, now=now)
    [match] = await ledger.read(matches.waiting, guild_id)
    assert (match.number, match.other, match.differs) == (2, 1, ())
