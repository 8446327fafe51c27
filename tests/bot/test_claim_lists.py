"""The lists of /claim: every filter narrows, is suggested, is checked, and outlives a restart."""

from datetime import timedelta
from typing import Any

import pytest

from claims.ledger.articles import articles
from claims.ledger.lookup import listings
from claims.models import Article
from tests.bot.desk import Desk, Shown, response, sample_claims, words

EVIDENCE = "https://stats.example.org/rents"


def numbers(message: Shown) -> set[int]:
    """Return the numbers of the claims that a list shows."""
    return {n for n in range(1, 25) if f"**#{n}**" in words(message)}


async def stock(desk: Desk) -> None:
    """Let another publisher's article in, and some of the claims differ in every way."""
    other = Article(text="Ada Lovett said that 7 bridges closed.", title="Bridges", publisher="B")
    claim = sample_claims(12)[0].model_copy(update={"text": "7 bridges closed"})
    await desk.ledger.write(
        articles.add, desk.guild_id, other, [claim], actor=0, now=desk.env.now()
    )
    await desk.moderator.slash(desk.channel, "review take", number=2)
    await desk.moderator.slash(desk.channel, "review tag", number=3, add="Housing Costs")
    tomorrow = (desk.env.now() + timedelta(days=1)).date().isoformat()
    await desk.moderator.slash(desk.channel, "review recheck", number=4, on=tomorrow)
    await desk.later(86_400)
    await desk.moderator.slash(
        desk.channel, "review evidence", number=5, link=EVIDENCE, stance="context"
    )
    await desk.member.slash(desk.channel, "claim follow", number=6)


@pytest.mark.parametrize("typed", ["Łódź", "lodz", "da nang", "ĐÀ NẴNG", "strasse", "straß"])
@pytest.mark.parametrize("command", ["claim search", "claim list", "claim check"])
async def test_special_letters_are_found_by_plain_ones_and_shown(
    desk: Desk, command: str, typed: str
) -> None:
    texts = ["Łódź has a Straße to Đà Nẵng", "Lodz has a Strasse to Da Nang"]
    found = [sample_claims(12)[0].model_copy(update={"text": text}) for text in texts]
    article = Article(text="All of it.", title="Streets")
    await desk.ledger.write(
        articles.add, desk.guild_id, article, found, actor=0, now=desk.env.now()
    )
    option = "text" if command == "claim check" else "words"
    listed = await desk.member.slash(desk.channel, command, **{option: typed})
    assert numbers(response(listed)) == {13, 14}
    assert all(text in words(listed.response) for text in texts)


@pytest.mark.parametrize(
    ("options", "found", "said"),
    [
        ({"publisher": "b"}, {13}, "published by b"),
        ({"article": 2}, {13}, "in “Bridges”"),
        ({"tag": "#housing  costs"}, {3}, "tagged housing costs"),
        ({"evidence": True}, {5}, "with evidence"),
        ({"recheck": True}, {4}, "due for another look"),
        ({"check_worthiness": 0.9}, {12}, "check-worthiness 0.90 or more"),
        ({"kind": "direct"}, set(), "quoted"),
        ({"added_to": "1999-12-31"}, set(), "added to 1999-12-31"),
        ({"source": "Lovett", "words": "bridges"}, {13}, "Claims with “bridges”\n-# by Lovett"),
        ({"followed": True}, {6}, "### Claims that you follow"),
    ],
)
async def test_each_filter_narrows_and_is_named(
    desk: Desk, options: dict[str, Any], found: set[int], said: str
) -> None:
    await stock(desk)
    listed = await desk.member.slash(desk.channel, "claim list", **options)
    assert numbers(response(listed)) == found
    assert said in words(listed.response)


async def test_what_somebody_has_in_hand(desk: Desk) -> None:
    await stock(desk)
    listed = await desk.member.slash(desk.channel, "claim list", checker=desk.moderator)
    assert numbers(response(listed)) == {2}
    assert f"in the hands of <@{desk.moderator.id}>" in words(listed.response)


async def test_following_lists_what_this_person_follows(desk: Desk) -> None:
    await stock(desk)
    mine = await desk.member.slash(desk.channel, "claim following")
    assert mine.ephemeral
    assert numbers(response(mine)) == {6}
    others = await desk.moderator.slash(desk.channel, "claim following")
    assert "You follow none yet." in words(others.response)
    narrowed = await desk.member.slash(
        desk.channel, "claim list", followed=True, tag="housing costs"
    )
    assert "None here. Fewer filters may find more." in words(narrowed.response)


async def test_a_search_without_a_hit_says_what_helps(desk: Desk) -> None:
    found = await desk.member.slash(desk.channel, "claim search", words="submarine cheese")
    assert "Try fewer words, or other ones" in words(found.response)


async def test_long_filters_are_kept_while_pages_turn_through_a_restart(desk: Desk) -> None:
    options = {"publisher": "The Example", "source": "Ada Lovett", "kind": "indirect"}
    first = await desk.member.slash(desk.channel, "claim list", words="r" * 3, **options)
    assert "None here" in words(first.response)
    first = await desk.member.slash(desk.channel, "claim list", evidence=False, **options)
    await desk.restart()
    second = await desk.member.click(response(first), label="Older →")
    assert numbers(response(second)) == {1, 2, 3, 4}
    assert "-# reported · without evidence · by Ada Lovett · published by The Example" in words(
        second.response
    )
    back = await desk.member.click(response(second), label="← Newer")
    assert numbers(response(back)) == set(range(5, 13))
    assert words(back.response) == words(first.response)


async def test_a_kept_list_that_was_forgotten_is_answered(desk: Desk) -> None:
    first = await desk.member.slash(desk.channel, "claim list", evidence=False)
    later = desk.env.now() + listings.KEPT
    await desk.ledger.write(listings.forget_expired, now=later)
    answer = await desk.member.click(response(first), label="Older →")
    assert answer.ephemeral
    assert "Ask for it anew: /claim list" in response(answer).content


async def test_every_problem_with_typed_values_is_told(desk: Desk) -> None:
    answer = await desk.member.slash(
        desk.channel, "claim list", added_from="soon", stated_to="2026-02-30"
    )
    assert "“soon” is no date" in response(answer).content
    assert "“2026-02-30” is no date" in response(answer).content
    desk.refusal()
    answer = await desk.member.slash(desk.channel, "claim list", source="@everyone", tag="zzz")
    assert "No source is known by that name" in response(answer).content
    assert "No claim here has that tag" in response(answer).content
    desk.refusal()


@pytest.mark.parametrize(
    ("option", "typed", "value"),
    [
        ("source", "ada", "Ada Lovett"),
        ("publisher", "exam", "The Example"),
        ("article", "ren", 1),
        ("tag", "#hous", "housing costs"),
        ("added_from", "", "today"),
        ("stated_to", "2020-02-29", "2020-02-29"),
    ],
)
async def test_names_and_days_are_suggested(
    desk: Desk, option: str, typed: str, value: object
) -> None:
    await stock(desk)
    choices = await desk.member.autocomplete(desk.channel, "claim list", option, typed)
    today = desk.env.now().date().isoformat()
    assert choices[0]["value"] == (today if value == "today" else value)
