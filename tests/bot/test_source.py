"""/source: who claims what, and what was found of it."""

import pytest

from claims.ledger.articles import articles
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from tests.bot.desk import HOSTILE, Desk, labels, last_message, response, words


async def stock(desk: Desk, *names: str) -> None:
    """Add an article in which each of these people claims something."""
    found = [
        Claim(
            text=f"claim of {name}",
            content=(Span(number, number + 1),),
            kind=Kind.INDIRECT,
            group=number,
            source=Source(name=name, type=SourceType.PERSON),
            check_worthiness=0.5,
        )
        for number, name in enumerate(names)
    ]
    article = Article(text="Many spoke. " * 50)
    await desk.ledger.write(
        articles.add, desk.guild_id, article, found, actor=0, now=desk.env.now()
    )


async def test_sources_are_listed_by_name_with_counts_and_paged(desk: Desk) -> None:
    await stock(desk, *(f"Person {letter} Ng" for letter in "BCDEFGHI"))
    listed = await desk.member.slash(desk.channel, "source list")
    assert listed.ephemeral
    assert "**Ada Lovett**, mayor\n-# 12 claims · 12 not rated" in words(listed.response)
    assert "Person I Ng" not in words(listed.response)
    await desk.restart()
    more = await desk.member.click(response(listed), label="More →")
    assert "Person I Ng" in words(more.response)
    first = await desk.member.click(response(more), label="← First")
    assert "Ada Lovett" in words(first.response)


async def test_a_sources_claims_are_counted_by_rating_and_paged_both_ways(desk: Desk) -> None:
    links = "https://a.example/1 a table"
    await desk.moderator.slash(
        desk.channel, "review rate", number=2, rating="mixed", evidence=links, reason="Half."
    )
    shown = await desk.member.slash(desk.channel, "source show", name="ada lovett")
    assert shown.ephemeral
    assert "12 claims · 🟡 1 mixed · 11 not rated" in words(shown.response)
    assert "**#12**" in words(shown.response)
    await desk.restart()
    older = await desk.member.click(response(shown), label="Older →")
    assert "**#4**" in words(older.response)
    newer = await desk.member.click(response(older), label="← Newer")
    assert "**#12**" in words(newer.response)
    card = await desk.member.click(response(newer), custom_id="claim:show:12:0")
    assert "#12" in words(card.response)


async def test_a_shared_source_is_seen_by_all_and_opened_by_each(desk: Desk) -> None:
    shown = await desk.member.slash(desk.channel, "source show", name="Ada Lovett")
    shared = await desk.member.click(response(shown), label="Share")
    assert not shared.ephemeral
    public = last_message(desk.channel)
    assert set(labels(public)) == {"Open", "Open source", "Older →"}
    opened = await desk.member.click(public, label="Open source")
    assert opened.ephemeral


async def test_the_list_opens_a_source(desk: Desk) -> None:
    listed = await desk.member.slash(desk.channel, "source list")
    opened = await desk.member.click(response(listed), label="Open")
    assert opened.ephemeral
    assert "### Ada Lovett, mayor" in words(opened.response)


async def test_an_unknown_source_is_answered_harmlessly(desk: Desk) -> None:
    answer = await desk.member.slash(desk.channel, "source show", name=HOSTILE)
    assert answer.ephemeral
    assert "No source is known" in response(answer).content
    assert "[click](https://" not in response(answer).content
    desk.refusal()


async def test_hostile_names_are_shown_literally(desk: Desk) -> None:
    await stock(desk, HOSTILE)
    listed = await desk.member.slash(desk.channel, "source list")
    assert "\\@everyone" in words(listed.response)


@pytest.mark.parametrize(("typed", "names"), [("ada", ["Ada Lovett"]), ("zzz", []), ("\udc00", [])])
async def test_sources_are_suggested(desk: Desk, typed: str, names: list[str]) -> None:
    found = await desk.member.autocomplete(desk.channel, "source show", "name", typed)
    assert [choice["value"] for choice in found] == names


async def test_an_empty_ledger_has_no_sources(desk: Desk) -> None:
    other = desk.env.create_guild("Other")
    channel = other.create_text_channel("claims")
    person = other.add_member(desk.env.create_user("somebody"))
    await desk.env.settle()
    listed = await person.slash(channel, "source list")
    assert "None here yet" in words(listed.response)
    assert labels(listed.response) == []
