"""/article, and a claim where it stands in its text."""

import pytest

from claims.ledger.articles import articles
from claims.models import Article, Claim, Kind, Source, SourceType, Span
from tests.bot.desk import HOSTILE, Desk, Shown, labels, last_message, parts, response, words

LUND = Source(name="Ida Lund", type=SourceType.PERSON)


def news(number: int) -> tuple[Article, list[Claim]]:
    """Return an article with two claims, the one that stands later in the text first."""
    body = f"Ida Lund said that {HOSTILE} {number}. She sold {number} boats."
    text = f"Heading {number}.\n\n{body}\n\nEnd."
    claims = []
    for content in (f"sold {number} boats", f"{HOSTILE} {number}"):
        start = text.index(content)
        claims.append(
            Claim(
                text=content,
                content=(Span(start, start + len(content)),),
                kind=Kind.INDIRECT,
                group=0,
                source=LUND,
                check_worthiness=0.5,
            )
        )
    article = Article(text=text, title=f"Harbour {number} {HOSTILE}", url="https://e.example/(x)")
    return article, claims


async def stock(desk: Desk, count: int) -> None:
    for number in range(count):
        article, claims = news(number)
        await desk.ledger.write(
            articles.add, desk.guild_id, article, claims, actor=0, now=desk.env.now()
        )


def opens(message: Shown) -> list[str]:
    """Return the ids of the buttons that open something."""
    return [p["custom_id"] for p in parts(message) if p.get("label") == "Open"]


async def test_articles_are_listed_newest_first_and_paged_after_a_restart(desk: Desk) -> None:
    await stock(desk, 9)
    listed = await desk.member.slash(desk.channel, "article list")
    assert listed.ephemeral
    assert "Harbour 8" in words(listed.response)
    assert "Rents" not in words(listed.response)
    await desk.restart()
    older = await desk.member.click(response(listed), label="Older →")
    assert "**[Rents](<https://example.org/r>)**\n-# The Example · 12 claims" in words(
        older.response
    )
    newest = await desk.member.click(response(older), label="← Newest")
    assert "Harbour 8" in words(newest.response)


async def test_an_empty_list_says_how_to_begin(desk: Desk) -> None:
    other = desk.env.create_guild("Other")
    channel = other.create_text_channel("claims")
    person = other.add_member(desk.env.create_user("somebody"))
    await desk.env.settle()
    listed = await person.slash(channel, "article list")
    assert "None here yet" in words(listed.response)


async def test_an_articles_claims_stand_in_its_order_with_badges(desk: Desk) -> None:
    await stock(desk, 1)
    listed = await desk.member.slash(desk.channel, "article list")
    shown = await desk.member.click(response(listed), custom_id=opens(response(listed))[0])
    assert shown.ephemeral
    assert opens(response(shown)) == ["claim:show:14:0", "claim:show:13:0"]
    assert "▫️ Not checked yet · Ida Lund" in words(shown.response)
    assert "\\@everyone" in words(shown.response)
    card = await desk.member.click(response(shown), custom_id="claim:show:13:0")
    assert "> sold 0 boats" in words(card.response)


async def test_a_shared_article_is_seen_by_all_and_opened_by_each(desk: Desk) -> None:
    shown = await desk.moderator.slash(desk.channel, "article show", article=1)
    shared = await desk.moderator.click(response(shown), label="Share")
    assert not shared.ephemeral
    public = last_message(desk.channel)
    assert set(labels(public)) == {"Open", "Open article", "Later →"}
    await desk.restart()
    opened = await desk.member.click(public, label="Open article")
    assert opened.ephemeral
    assert "Later →" in labels(opened.response)


async def test_a_long_article_is_paged_both_ways(desk: Desk) -> None:
    shown = await desk.member.slash(desk.channel, "article show", article=1)
    assert opens(response(shown))[0] == "claim:show:1:0"
    later = await desk.member.click(response(shown), label="Later →")
    assert opens(response(later))[0] == "claim:show:9:0"
    assert labels(later.response)[-1] == "← Earlier"
    await desk.restart()
    earlier = await desk.member.click(response(later), label="← Earlier")
    assert opens(response(earlier))[0] == "claim:show:1:0"


@pytest.mark.parametrize("number", [4711, 2**53 - 1])
async def test_an_unknown_article_is_answered(desk: Desk, number: int) -> None:
    answer = await desk.member.slash(desk.channel, "article show", article=number)
    assert answer.ephemeral
    assert "no such article here" in response(answer).content
    desk.refusal()


async def test_articles_of_other_servers_are_not_shown(desk: Desk) -> None:
    other = desk.env.create_guild("Other")
    channel = other.create_text_channel("claims")
    person = other.add_member(desk.env.create_user("somebody"))
    await desk.env.settle()
    answer = await person.slash(channel, "article show", article=1)
    assert "no such article here" in response(answer).content
    desk.refusal()


async def test_articles_are_suggested_by_title(desk: Desk) -> None:
    await stock(desk, 3)
    found = await desk.member.autocomplete(desk.channel, "article show", "article", "RENT")
    assert [choice["value"] for choice in found] == [1]
    every = await desk.member.autocomplete(desk.channel, "article show", "article", "")
    assert [choice["value"] for choice in every] == [4, 3, 2, 1]
    assert all(len(choice["name"]) <= 100 for choice in every)


async def test_in_context_marks_the_words_and_links_to_them(desk: Desk) -> None:
    await stock(desk, 1)
    card = await desk.member.slash(desk.channel, "claim show", number=13)
    await desk.restart()
    shown = await desk.member.click(response(card), label="In context")
    assert shown.ephemeral
    text = words(shown.response)
    assert "She **sold 0 boats**." in text
    assert "Heading" not in text
    assert "https://e.example/%28x%29#:~:text=sold%200%20boats" in text
    assert labels(shown.response) == ["Open", "Open article", "Share"]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("said_that", ["Found by: somebody and a verb of saying, before what was said"]),
        ("", []),
        ("one_of_a_later_version", []),
    ],
)
async def test_in_context_tells_the_rule_that_found_a_claim(
    desk: Desk, rule: str, told: list[str]
) -> None:
    article, [claim, _] = news(1)
    ruled = claim.model_copy(update={"rule": rule})
    await desk.ledger.write(
        articles.add, desk.guild_id, article, [ruled], actor=0, now=desk.env.now()
    )
    card = await desk.member.slash(desk.channel, "claim show", number=13)
    shown = await desk.member.click(response(card), label="In context")
    lines = words(shown.response).splitlines()
    assert [line.removeprefix("-# ") for line in lines if "Found by" in line] == told


async def test_each_appearance_has_its_context(desk: Desk) -> None:
    for number in (1, 2):
        article, [claim, _] = news(number)
        same = claim.model_copy(update={"text": "boats were sold"})
        await desk.ledger.write(
            articles.add, desk.guild_id, article, [same], actor=0, now=desk.env.now()
        )
    card = await desk.member.slash(desk.channel, "claim show", number=13)
    first = await desk.member.click(response(card), label="In context")
    assert "**sold 1 boats**" in words(first.response)
    second = await desk.member.click(response(first), label="Next appearance (2 of 2)")
    assert "**sold 2 boats**" in words(second.response)
    assert labels(second.response) == ["Open", "Open article", "Share"]
