"""Followers are told once, old cards correct themselves, and corrections are announced once."""

from types import SimpleNamespace

import pytest

from bot.client import ClaimBot
from tests.bot.desk import Desk, labels, words

EVIDENCE = "https://stats.example.org/rents"


async def settle(desk: Desk, seconds: float = 61) -> None:
    """Let a decision rest, then run what APScheduler runs."""
    await desk.later(seconds)
    bot = desk.env.bot
    assert isinstance(bot, ClaimBot)
    await bot.schedule.notices.tick()
    await desk.env.settle()


def told(desk: Desk) -> list[str]:
    """Return the direct messages that the member got, oldest first."""
    channel = desk.env.backend.dm_channels.get(desk.member.id)
    return [
        words(SimpleNamespace(content="", components=request.json["components"]))
        for request in desk.env.http_requests
        if (request.method, request.path) == ("POST", f"/channels/{channel}/messages")
    ]


async def rate(desk: Desk, number: int, rating: str, reason: str = "The table says so.") -> None:
    await desk.moderator.slash(
        desk.channel, "review rate", number=number, rating=rating, evidence=EVIDENCE, reason=reason
    )


async def test_a_follower_is_told_once_what_was_found_and_why(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")
    await settle(desk)
    await settle(desk)

    [message] = told(desk)
    assert "in Fact desk" in message
    assert "no rating → **✅ Verified**. The table says so." in message
    assert "/claim unfollow" in message


async def test_several_claims_make_one_message(desk: Desk) -> None:
    for number in (1, 2, 3):
        await desk.member.slash(desk.channel, "claim follow", number=number)
        await rate(desk, number, "false")
    await settle(desk)
    [message] = told(desk)
    assert all(f"**#{number}**" in message for number in (1, 2, 3))


async def test_what_is_undone_in_time_is_never_told(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")
    await settle(desk, seconds=30)
    await desk.moderator.slash(desk.channel, "review undo", number=1)
    await settle(desk)
    assert told(desk) == []


async def test_taking_a_claim_is_no_news(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await desk.moderator.slash(desk.channel, "review take", number=1)
    await settle(desk)
    assert told(desk) == []


async def test_who_does_not_follow_any_more_is_not_told(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await desk.member.slash(desk.channel, "claim unfollow", number=1)
    await rate(desk, 1, "verified")
    await settle(desk)
    assert told(desk) == []


async def test_closed_direct_messages_are_replaced_by_the_channel(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")
    desk.env.inject_error("POST", "/users/@me/channels", status=403)
    await settle(desk)
    last = desk.channel.last_message
    assert f"<@{desk.member.id}>" in words(last)
    assert labels(last) == ["Open"]


async def test_a_restart_tells_nobody_twice(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")
    await settle(desk)
    await desk.restart()
    await settle(desk)
    assert len(told(desk)) == 1


async def test_a_shared_card_corrects_itself_and_the_correction_is_announced_once(
    desk: Desk,
) -> None:
    await rate(desk, 1, "verified")
    shown = await desk.moderator.slash(desk.channel, "claim show", number=1)
    await desk.moderator.click(shown.response, label="Share")
    shared = desk.channel.last_message
    await settle(desk)
    assert desk.channel.last_message.id == shared.id

    await rate(desk, 1, "false", reason="The table was misread.")
    await settle(desk)
    await settle(desk)

    first, *later = desk.channel.history(viewer=desk.member)
    assert first.id == shared.id
    assert "❌ False" in words(first)
    [announcement] = later
    assert "🔁 Correction" in words(announcement)
    assert "✅ Verified → **❌ False**. The table was misread." in words(announcement)


async def test_a_card_shared_before_the_rating_shows_it_without_an_announcement(
    desk: Desk,
) -> None:
    shown = await desk.moderator.slash(desk.channel, "claim show", number=1)
    await desk.moderator.click(shown.response, label="Share")
    await rate(desk, 1, "mixed")
    await settle(desk)
    [message] = desk.channel.history(viewer=desk.member)
    assert "🟡 Mixed" in words(message)


@pytest.mark.parametrize("status", [403, 404])
async def test_a_card_out_of_reach_is_forgotten(desk: Desk, status: int) -> None:
    shown = await desk.moderator.slash(desk.channel, "claim show", number=1)
    await desk.moderator.click(shown.response, label="Share")
    await rate(desk, 1, "mixed")
    desk.env.inject_error("PATCH", "/channels/*/messages/*", status=status)
    await settle(desk)
    edits = [r for r in desk.env.http_requests if r.method == "PATCH"]
    await settle(desk)
    assert [r for r in desk.env.http_requests if r.method == "PATCH"] == edits
