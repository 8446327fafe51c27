"""/review queue: what waits for a moderator, in the order in which it should be done."""

import pytest

from claims.ledger.intake import asks
from claims.models import Article
from tests.bot.desk import Desk, labels, parts, response, words


async def asked(desk: Desk, text: str, *people: int) -> int:
    now = desk.env.now()
    ask_id = await desk.ledger.write(
        asks.look_up, desk.guild_id, Article(text=text), user_id=7, now=now
    )
    for user_id in people:
        await desk.ledger.write(asks.ask, desk.guild_id, ask_id, user_id=user_id, now=now)
    return ask_id


async def test_the_most_check_worthy_claims_come_first_and_the_page_turns(desk: Desk) -> None:
    shown = await desk.moderator.slash(desk.channel, "review queue")
    assert shown.ephemeral
    numbers = [p["custom_id"].split(":")[2] for p in parts(shown.response) if p.get("custom_id")]
    assert numbers[:8] == [str(n) for n in range(12, 4, -1)]
    await desk.restart()
    more = await desk.moderator.click(response(shown), label="More →")
    assert "**#4**" in words(more.response)
    assert labels(more.response)[-1] == "← First"
    first = await desk.moderator.click(response(more), label="← First")
    assert "**#12**" in words(first.response)


async def test_own_claims_come_first_and_nobody_elses(desk: Desk) -> None:
    await desk.moderator.slash(desk.channel, "review take", number=1)
    mine = words((await desk.moderator.slash(desk.channel, "review queue")).response)
    assert mine.index("You are checking") < mine.index("**#1**") < mine.index("Not checked yet")
    others = words((await desk.manager.slash(desk.channel, "review queue")).response)
    assert "You are checking" not in others
    assert "**#1**" not in others


async def test_texts_that_people_asked_for_wait_too_most_asked_first(desk: Desk) -> None:
    await asked(desk, "Only looked up.")
    await asked(desk, "One asked @everyone.", 1)
    await asked(desk, "Two asked.", 1, 2)
    await asked(desk, "One asked as well.", 3)
    text = words((await desk.moderator.slash(desk.channel, "review queue")).response)
    assert text.index("Two asked.\n-# 🙋 2 people ask") < text.index("One asked \\@everyone.")
    assert "1 more text is asked for" in text
    assert "Only looked up" not in text


async def test_an_asked_text_is_taken_up_and_its_claims_keep_the_demand(desk: Desk) -> None:
    await asked(desk, "Karl Brandt said that the city owns 51% of the port.", 1, 2)
    queue = await desk.moderator.slash(desk.channel, "review queue")
    shown = await desk.moderator.click(response(queue), label="Look")
    assert "**the city owns 51% of the port**" in words(shown.response)
    await desk.restart()
    added = await desk.moderator.click(response(shown), label="Add 1 claim")
    assert "#13" in words(added.response)
    text = words((await desk.moderator.slash(desk.channel, "review queue")).response)
    assert "Asked for" not in text
    assert text.index("**#13**") < text.index("🙋 2 people ask") < text.index("**#12**")


async def test_an_asked_text_can_be_dismissed(desk: Desk) -> None:
    await asked(desk, "It will rain.", 1)
    queue = await desk.moderator.slash(desk.channel, "review queue")
    shown = await desk.moderator.click(response(queue), label="Look")
    gone = await desk.moderator.click(response(shown), label="Dismiss request")
    assert "off the queue" in words(gone.response)
    again = await desk.moderator.click(response(queue), label="Look")
    assert "no longer there" in response(again).content


async def test_cancelling_leaves_the_request_in_the_queue(desk: Desk) -> None:
    await asked(desk, "It will rain.", 1)
    queue = await desk.moderator.slash(desk.channel, "review queue")
    shown = await desk.moderator.click(response(queue), label="Look")
    await desk.moderator.click(response(shown), label="Cancel")
    again = await desk.moderator.slash(desk.channel, "review queue")
    assert "It will rain." in words(again.response)


async def test_an_empty_queue_says_so(desk: Desk) -> None:
    other = desk.env.create_guild("Other")
    channel = other.create_text_channel("claims")
    import discord

    role = other.create_role("M", permissions=discord.Permissions(manage_guild=True))
    person = other.add_member(desk.env.create_user("somebody"), roles=[role])
    await desk.env.settle()
    shown = await person.slash(channel, "review queue")
    assert "Nothing waits here." in words(shown.response)


@pytest.mark.parametrize("label", ["More →"])
async def test_a_member_sees_no_queue(desk: Desk, label: str) -> None:
    refused = await desk.member.slash(desk.channel, "review queue")
    assert "decide about claims here" in response(refused).content
    desk.refusal()
