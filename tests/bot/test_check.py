"""Looking a text up and asking for a check: /claim check, the message menus, and their buttons."""

import discord
import pytest

from claims.ledger.lookup import search
from tests.bot.desk import HOSTILE, Desk, labels, response, words

NEW = "Karl Brandt said that the city owns 51% of the port."


async def said(desk: Desk, text: str) -> discord.Message:
    return await desk.member.send(desk.channel, text)


async def queue(desk: Desk) -> str:
    return words((await desk.moderator.slash(desk.channel, "review queue")).response)


async def test_a_known_text_shows_its_claim_privately(desk: Desk) -> None:
    answer = await desk.member.slash(desk.channel, "claim check", text="rents fell by 3%")
    assert answer.ephemeral
    assert "Known here" in words(answer.response)
    assert "**#3** rents fell by 3%" in words(answer.response)
    opened = await desk.member.click(response(answer), custom_id="claim:show:3:0")
    assert "#3 · ▫️ Not checked yet" in words(opened.response)


async def test_what_only_sounds_like_it_says_what_differs(desk: Desk) -> None:
    answer = await desk.member.slash(desk.channel, "claim check", text="rents fell by 77%")
    text = words(answer.response)
    assert "Known here" not in text
    assert "Nothing here says just this" in text
    assert "⚠️ It differs: the text says “77”, \\#3 says “3”" in text
    assert labels(answer.response)[-1] == "None of these: ask for a check"


async def test_an_unknown_text_is_asked_for_after_a_restart_by_each_person_once(desk: Desk) -> None:
    answer = await desk.member.slash(desk.channel, "claim check", text=NEW)
    assert "Nothing is known about this here yet" in words(answer.response)
    assert NEW not in await queue(desk)
    await desk.restart()
    asked = await desk.member.click(response(answer), label="Ask for a check")
    assert "in their queue now. 🙋 1 person asks." in response(asked).content
    again = await desk.member.click(response(answer), label="Ask for a check")
    assert "You asked for it already" in response(again).content
    other = await desk.manager.slash(desk.channel, "claim check", text=NEW.upper())
    more = await desk.manager.click(response(other), label="Ask for a check")
    assert "2 people ask" in response(more).content
    assert "51%" in await queue(desk)


async def test_what_was_only_looked_up_is_forgotten_after_a_day(desk: Desk) -> None:
    answer = await desk.member.slash(desk.channel, "claim check", text=NEW)
    await desk.later(25 * 3600)
    bot = desk.bot
    await bot.schedule.forget_passing()
    asked = await desk.member.click(response(answer), label="Ask for a check")
    assert "no longer there" in response(asked).content


async def test_hourly_merging_leaves_what_is_searched(desk: Desk) -> None:
    bot = desk.bot
    asked = {"words": "rents"}
    before = await desk.member.slash(desk.channel, "claim search", **asked)
    await bot.schedule.merge_indexes()
    assert not await desk.ledger.write(search.merge)
    after = await desk.member.slash(desk.channel, "claim search", **asked)
    assert words(after.response) == words(before.response)


async def test_a_link_shows_its_article(desk: Desk) -> None:
    shown = await desk.member.slash(desk.channel, "claim check", text=" https://example.org/r ")
    assert "Rents" in words(shown.response)
    assert "12 claims" in words(shown.response)
    unknown = await desk.member.slash(desk.channel, "claim check", text="https://example.org/s")
    assert "No article with this address" in response(unknown).content
    desk.refusal()


@pytest.mark.parametrize("text", [HOSTILE, '"', "* * *", "NEAR(", "a:b -c", "😀" * 900])
async def test_no_text_breaks_the_look_up(desk: Desk, text: str) -> None:
    answer = await desk.member.slash(desk.channel, "claim check", text=text)
    assert answer.ephemeral
    assert "here" in words(answer.response)
    assert "@everyone" not in words(answer.response).replace("\\@everyone", "")


async def test_check_this_answers_privately_about_a_message(desk: Desk) -> None:
    message = await said(desk, "rents fell by 5%")
    answer = await desk.member.context_menu(desk.channel, "Check this", message)
    assert answer.ephemeral
    assert "**#5** rents fell by 5%" in words(answer.response)
    assert labels(answer.response)[-1] == "None of these: ask for a check"


@pytest.mark.parametrize("menu", ["Check this", "Ask for a check", "Track as claim"])
async def test_a_message_without_words_is_answered(desk: Desk, menu: str) -> None:
    message = await desk.member.send(desk.channel, "", attachments=[("a.png", b"x")])
    answer = await desk.moderator.context_menu(desk.channel, menu, message)
    assert answer.ephemeral
    assert "no words" in response(answer).content
    desk.refusal()


async def test_ask_for_a_check_puts_a_message_into_the_queue(desk: Desk) -> None:
    message = await said(desk, NEW)
    answer = await desk.member.context_menu(desk.channel, "Ask for a check", message)
    assert answer.ephemeral
    assert "in their queue now" in words(answer.response)
    assert labels(answer.response) == []
    assert "51%" in await queue(desk)


async def test_a_claims_button_raises_its_demand_once_a_person(desk: Desk) -> None:
    card = await desk.member.slash(desk.channel, "claim show", number=1)
    asked = await desk.member.click(response(card), label="Ask for a check")
    assert "A check of #1 is asked for now. 🙋 1 person asks." in response(asked).content
    again = await desk.member.click(response(card), label="Ask for a check")
    assert "You asked for a check of #1 already. 🙋 1 person asks." in response(again).content
    text = await queue(desk)
    assert text.index("**#1**") < text.index("**#12**")


async def test_whoever_is_checking_a_claim_is_not_asked_to_ask_for_it(desk: Desk) -> None:
    mine = await desk.moderator.slash(desk.channel, "review take", number=1)
    assert "Ask for a check" not in labels(mine.response)
    others = await desk.manager.slash(desk.channel, "claim show", number=1)
    assert "Ask for a check" in labels(others.response)


async def test_a_rated_claim_is_not_asked_for(desk: Desk) -> None:
    card = await desk.member.slash(desk.channel, "claim show", number=1)
    rated = await desk.moderator.slash(
        desk.channel, "review verify", number=1, evidence="https://s.example/x", reason="Yes."
    )
    assert "Ask for a check" not in labels(rated.response)
    asked = await desk.member.click(response(card), label="Ask for a check")
    assert "needs no check" in response(asked).content


async def test_too_many_asks_of_one_member_wait(desk: Desk) -> None:
    for number in range(1, 11):
        card = await desk.member.slash(desk.channel, "claim show", number=number)
        await desk.member.click(response(card), label="Ask for a check")
    message = await said(desk, NEW)
    answer = await desk.member.context_menu(desk.channel, "Ask for a check", message)
    assert "You asked for 10 checks in a short time" in response(answer).content
    desk.refusal()
    await desk.later(3600)
    answer = await desk.member.context_menu(desk.channel, "Ask for a check", message)
    assert "in their queue now" in words(answer.response)


async def test_track_as_claim_previews_a_message_and_stores_where_it_stands(desk: Desk) -> None:
    message = await said(desk, NEW)
    shown = await desk.moderator.context_menu(desk.channel, "Track as claim", message)
    assert shown.ephemeral
    assert "### \\#claims" in words(shown.response)
    assert "**the city owns 51% of the port**" in words(shown.response)
    await desk.restart()
    added = await desk.moderator.click(response(shown), label="Add 1 claim")
    assert "#13" in words(added.response)
    card = await desk.member.slash(desk.channel, "claim show", number=13)
    link = f"https://discord.com/channels/{desk.guild_id}/{desk.channel.id}/{message.id}"
    assert f"](<{link}>), member" in words(card.response)


async def test_what_a_message_says_itself_is_its_authors_claim(desk: Desk) -> None:
    message = await said(desk, "rents doubled")
    shown = await desk.moderator.context_menu(desk.channel, "Track as claim", message)
    assert "**member** · the publisher's own words" in words(shown.response)


async def test_a_member_cannot_track(desk: Desk) -> None:
    message = await said(desk, NEW)
    answer = await desk.member.context_menu(desk.channel, "Track as claim", message)
    assert "decide about claims here" in response(answer).content
    desk.refusal()
