"""*Share*: what one person was shown, for everybody; it keeps its buttons and corrects itself."""

from collections.abc import Mapping
from typing import Any

import discord
import pytest
from simcord import MemberActor, ResponseMessage

from bot.rate_limit import SHARE
from claims.ledger.members import people, shared_messages
from tests.bot.desk import HOSTILE, Desk, Shown, labels, last_message, parts, response, words
from tests.bot.test_claim_lists import numbers
from tests.bot.test_notices import rate, settle
from tests.bot.test_permissions import stored

Asked = tuple[str, Mapping[str, Any]]

LONG: Mapping[str, Any] = {"publisher": "The Example", "source": "Ada Lovett", "kind": "indirect"}
"""Narrows a list by more than a button's id has room for."""

SHAREABLE: list[Asked] = [
    ("claim list", {}),
    ("claim list", {"words": "rents", "order": "check_worthiness"}),
    ("claim list", LONG),
    ("claim search", {"words": "rents fell"}),
    ("claim show", {"number": 5}),
    ("claim history", {"number": 5}),
    ("claim check", {"text": "rents fell by 5%"}),
    ("claim check", {"text": "https://example.org/r"}),
    ("source list", {}),
    ("source show", {"name": "Lovett"}),
    ("article list", {}),
    ("article show", {"article": 1}),
    ("stats", {}),
]
PERSONAL: list[Asked] = [
    ("claim following", {}),
    ("claim list", {"followed": True}),
    ("claim list", {"followed": True, **LONG}),
    ("claim list", {"rating": "verified"}),
    ("claim check", {"text": "zebras yodel"}),
    ("privacy notice", {}),
    ("help", {}),
    ("review queue", {}),
    ("review reports", {}),
    ("setup check", {}),
    ("digest status", {}),
    ("digest preview", {}),
]


def named(asked: Asked) -> str:
    name, options = asked
    return " ".join((name, *map(str, options.values())))


async def answer_to(desk: Desk, person: MemberActor, asked: Asked) -> ResponseMessage:
    """Return the private answer to a command, wherever it stands."""
    done = await person.slash(desk.channel, asked[0], **asked[1])
    assert done.ephemeral
    return done.followups[0] if done.followups else response(done)


async def shared(desk: Desk, asked: Asked) -> discord.Message:
    """Let the member share what a command shows, and return the public message."""
    await desk.member.click(await answer_to(desk, desk.member, asked), label="Share")
    return last_message(desk.channel)


def heads(message: Shown) -> str:
    return words(message).strip().splitlines()[0]


@pytest.mark.parametrize("asked", SHAREABLE, ids=named)
async def test_what_others_want_to_see_can_be_shared_after_a_restart(
    desk: Desk, asked: Asked
) -> None:
    answer = await answer_to(desk, desk.member, asked)
    await desk.restart()
    done = await desk.member.click(answer, label="Share")
    assert not done.ephemeral
    public = last_message(desk.channel)
    assert heads(public) == heads(answer)
    offered = set(labels(public))
    assert not offered & {"Share", "Follow", "Unfollow", "Undo"}
    for label in offered:
        press = parts(public)
        [custom_id, *_] = [p["custom_id"] for p in press if p.get("label") == label]
        opened = await desk.manager.click(public, custom_id=custom_id)
        assert opened.ephemeral, label
    assert words(desk.channel.last_message) == words(public)


@pytest.mark.parametrize("asked", PERSONAL, ids=named)
async def test_what_is_personal_or_says_nothing_cannot(desk: Desk, asked: Asked) -> None:
    await desk.manager.slash(desk.channel, "claim follow", number=5)
    assert "Share" not in labels(await answer_to(desk, desk.manager, asked))


async def test_what_somebody_follows_is_not_shared_by_a_button_nobody_was_shown(
    desk: Desk,
) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=5)
    before = len(desk.channel.history(viewer=desk.manager))
    message = await desk.post_button("list:share:top:::1n:")
    answer = await desk.member.click(message, label="x")
    assert answer.ephemeral
    assert "What you follow is yours alone" in response(answer).content
    assert len(desk.channel.history(viewer=desk.manager)) == before + 1


SHARES = (
    *("claim:share:5:0", "claim:sharepast:5:0", "claim:sharetext:5:0", "list:share:top:::0n:"),
    *("article:share:1:0", "article:sharelist:0:0", "source:share:1:0", "source:sharelist:0:0"),
    *("ask:share:1:0", "stats:share:0:0"),
)


@pytest.mark.parametrize("custom_id", SHARES)
async def test_who_may_not_write_in_a_channel_shares_nothing_there(
    desk: Desk, custom_id: str
) -> None:
    silent = discord.PermissionOverwrite(send_messages=False)
    channel = desk.env.guild.create_text_channel("news", overwrites={desk.member: silent})
    await desk.env.settle()
    await desk.member.slash(desk.channel, "claim check", text="rents fell by 5%")
    message = await desk.post_button(custom_id, desk.text_channel(channel))
    before = stored(desk)
    answer = await desk.member.click(message, label="x")
    assert answer.ephemeral
    assert "You may not write in this channel" in words(answer.response)
    assert last_message(channel).id == message.id
    assert stored(desk) == before


@pytest.mark.parametrize(("in_threads", "shared_"), [(False, False), (True, True)])
async def test_in_a_thread_it_takes_what_writing_there_takes(
    desk: Desk, in_threads: bool, shared_: bool
) -> None:
    allowed = discord.PermissionOverwrite(
        send_messages=not in_threads, send_messages_in_threads=in_threads
    )
    channel = desk.env.guild.create_text_channel("news", overwrites={desk.member: allowed})
    await desk.env.settle()
    thread = await desk.text_channel(channel).create_thread(
        name="Rents", type=discord.ChannelType.public_thread
    )
    await desk.env.settle()
    message = await desk.post_button("claim:share:5:0", thread)
    [place] = channel.threads
    answer = await desk.member.click(message, label="x")
    assert answer.ephemeral is not shared_
    assert (last_message(place).id != message.id) is shared_


async def test_one_member_cannot_fill_a_channel(desk: Desk) -> None:
    card = await desk.member.slash(desk.channel, "claim show", number=5)
    for _ in range(SHARE.times):
        await desk.member.click(response(card), label="Share")
    refused = await desk.member.click(response(card), label="Share")
    assert refused.ephemeral
    assert "You shared 6 times in a short time" in response(refused).content
    await desk.later(61)
    again = await desk.member.click(response(card), label="Share")
    assert not again.ephemeral


@pytest.mark.parametrize(
    "options", [{}, LONG, {"words": "rents", "order": "check_worthiness"}], ids=str
)
async def test_a_shared_list_keeps_its_filter_and_page_for_whoever_presses(
    desk: Desk, options: dict[str, Any]
) -> None:
    message = await shared(desk, ("claim list", options))
    await desk.restart()
    await desk.later(40 * 86_400)
    on = labels(message)[-1]
    second = await desk.manager.click(message, label=on)
    assert second.ephemeral
    assert heads(response(second)) == heads(message)
    assert numbers(message)
    assert not numbers(message) & numbers(response(second))
    back = await desk.manager.click(response(second), label=labels(second.response)[-1])
    assert words(back.response) == words(message)

    await desk.manager.click(response(second), label="Share")
    assert words(desk.channel.last_message) == words(second.response)


async def shows(desk: Desk, message: discord.Message) -> str:
    """Return what the message shows by now."""
    return next(words(m) for m in everybodys(desk) if m.id == message.id)


def everybodys(desk: Desk) -> list[discord.Message]:
    """Return what stands in the channel for all; the manager was answered nothing privately."""
    return desk.channel.history(viewer=desk.manager)


CORRECTED: list[Asked] = [
    ("claim list", {}),
    ("claim list", LONG),
    ("claim search", {"words": "rents fell"}),
    ("claim check", {"text": "rents fell by 5%"}),
    ("claim history", {"number": 5}),
]


@pytest.mark.parametrize("asked", CORRECTED, ids=named)
async def test_what_was_shared_corrects_itself_and_the_correction_is_announced_once(
    desk: Desk, asked: Asked
) -> None:
    await rate(desk, 5, "verified")
    await settle(desk)
    message = await shared(desk, asked)
    assert "Verified" in words(message)
    await desk.restart()
    await rate(desk, 5, "false", reason="The table was misread.")
    await settle(desk)
    await settle(desk)

    assert "False" in await shows(desk, message)
    first, announcement = everybodys(desk)
    assert labels(first) == labels(message)
    assert "✅ Verified → **❌ False**. The table was misread." in words(announcement)


async def test_a_shared_list_of_sources_corrects_its_counts(desk: Desk) -> None:
    message = await shared(desk, ("source list", {}))
    assert "12 not rated" in words(message)
    await rate(desk, 1, "mixed")
    await settle(desk)
    assert "🟡 1 mixed · 11 not rated" in await shows(desk, message)


async def test_a_claim_that_no_longer_fits_leaves_the_shared_list(desk: Desk) -> None:
    """Also where nothing fits any more, and its very name is gone."""
    await desk.moderator.slash(desk.channel, "review tag", number=5, add="harbour")
    await settle(desk)
    message = await shared(desk, ("claim list", {"tag": "harbour"}))
    assert "**#5**" in words(message)
    await desk.moderator.slash(desk.channel, "review tag", number=5, remove="harbour")
    await settle(desk)
    assert "None here." in await shows(desk, message)


async def test_an_older_page_of_a_history_stays_as_it_is(desk: Desk) -> None:
    for _ in range(5):
        await desk.moderator.slash(desk.channel, "review take", number=1)
        await desk.moderator.slash(desk.channel, "review release", number=1)
    newest = await desk.member.slash(desk.channel, "claim history", number=1)
    older = await desk.member.click(response(newest), label="Older →")
    await desk.member.click(response(older), label="Share")
    message = last_message(desk.channel)
    assert "The ledger added the claim" in words(message)
    await rate(desk, 1, "mixed")
    await settle(desk)
    assert await shows(desk, message) == words(message)


async def test_a_shared_answer_says_whose_question_it_is_until_they_are_erased(
    desk: Desk,
) -> None:
    message = await shared(desk, ("claim check", {"text": f"rents fell {HOSTILE}"}))
    number = min(numbers(message))
    assert f"<@{desk.member.id}> looked this up" in words(message)
    assert "\\@everyone" in words(message)
    asked = await desk.manager.click(message, label="None of these: ask for a check")
    assert "1 person asks" in response(asked).content

    await desk.ledger.write(people.erase, desk.guild_id, desk.member.id)
    await desk.later(31 * 86_400)
    await desk.member.slash(desk.channel, "claim check", text="another text about rents")
    await rate(desk, number, "mixed")
    await settle(desk)
    now = await shows(desk, message)
    assert "🟡 Mixed" in now
    assert "a former member looked this up" in now
    gone = next(m for m in everybodys(desk) if m.id == message.id)
    assert set(labels(gone)) == {"Open"}


async def test_a_passage_and_an_articles_later_page_are_shared_as_they_are_shown(
    desk: Desk,
) -> None:
    card = await desk.member.slash(desk.channel, "claim show", number=5)
    passage = await desk.member.click(response(card), label="In context")
    await desk.member.click(response(passage), label="Share")
    assert words(desk.channel.last_message) == words(passage.response)

    article = await desk.member.slash(desk.channel, "article show", article=1)
    first = words(article.response)
    later = await desk.member.click(response(article), label="Later →")
    await desk.member.click(response(later), label="Share")
    message = last_message(desk.channel)
    assert words(message) == words(later.response)
    earlier = await desk.manager.click(message, label="← Earlier")
    assert earlier.ephemeral
    assert words(earlier.response) == first


async def test_an_articles_page_that_holds_nothing_any_more_says_where_the_claims_are(
    desk: Desk,
) -> None:
    article = await desk.member.slash(desk.channel, "article show", article=1)
    later = await desk.member.click(response(article), label="Later →")
    await desk.member.click(response(later), label="Share")
    message = last_message(desk.channel)
    for number in range(9, 13):
        merged = {"number": number, "into": 1, "reason": "The same."}
        await desk.moderator.slash(desk.channel, "review merge", **merged)
    await settle(desk)
    shown_now = await shows(desk, message)
    assert "8 claims" in shown_now
    assert "Its claims stand on the pages before this one." in shown_now


async def test_a_shared_list_whose_message_was_forgotten_is_answered(desk: Desk) -> None:
    message = await shared(desk, ("claim list", LONG))
    await desk.ledger.write(shared_messages.forget, desk.guild_id, message.id)
    answer = await desk.manager.click(message, label="Older →")
    assert answer.ephemeral
    assert "Ask for it anew: /claim list" in response(answer).content
