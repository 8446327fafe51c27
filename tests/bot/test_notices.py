"""Followers are told once, old cards correct themselves, and corrections are announced once."""

import sqlite3

import discord
import pytest

from bot.jobs.sending import Turns
from claims.ledger.members import people
from tests.bot.desk import Desk, labels, last_message, response, words

EVIDENCE = "https://stats.example.org/rents"


async def settle(desk: Desk, seconds: float = 61) -> None:
    """Let a decision rest, then run what APScheduler runs."""
    await desk.later(seconds)
    await desk.notices()


async def rate(desk: Desk, number: int, rating: str, reason: str = "The table says so.") -> None:
    await desk.moderator.slash(
        desk.channel, "review rate", number=number, rating=rating, evidence=EVIDENCE, reason=reason
    )


async def test_a_follower_is_told_once_what_was_found_and_why(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")
    await settle(desk)
    await settle(desk)

    [message] = desk.told(desk.member)
    assert "in Fact desk" in message
    assert "no rating → **✅ Verified**. The table says so." in message
    assert "/claim unfollow" in message


async def test_several_claims_make_one_message(desk: Desk) -> None:
    for number in (1, 2, 3):
        await desk.member.slash(desk.channel, "claim follow", number=number)
        await rate(desk, number, "false")
    await settle(desk)
    [message] = desk.told(desk.member)
    assert all(f"**#{number}**" in message for number in (1, 2, 3))


async def test_what_is_undone_in_time_is_never_told(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")
    await settle(desk, seconds=30)
    await desk.moderator.slash(desk.channel, "review undo", number=1)
    await settle(desk)
    assert desk.told(desk.member) == []


async def test_taking_a_claim_is_no_news(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await desk.moderator.slash(desk.channel, "review take", number=1)
    await settle(desk)
    assert desk.told(desk.member) == []


async def test_who_does_not_follow_any_more_is_not_told(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await desk.member.slash(desk.channel, "claim unfollow", number=1)
    await rate(desk, 1, "verified")
    await settle(desk)
    assert desk.told(desk.member) == []


async def test_closed_direct_messages_are_replaced_by_the_channel(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")
    desk.env.inject_error("POST", "/users/@me/channels", status=403)
    await settle(desk)
    last = last_message(desk.channel)
    assert f"<@{desk.member.id}>" in words(last)
    assert labels(last) == ["Open"]


async def test_a_restart_tells_nobody_twice(desk: Desk) -> None:
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")
    await settle(desk)
    await desk.restart()
    await settle(desk)
    assert len(desk.told(desk.member)) == 1


async def test_a_shared_card_corrects_itself_and_the_correction_is_announced_once(
    desk: Desk,
) -> None:
    await rate(desk, 1, "verified")
    shown = await desk.moderator.slash(desk.channel, "claim show", number=1)
    await desk.moderator.click(response(shown), label="Share")
    shared = last_message(desk.channel)
    await settle(desk)
    assert last_message(desk.channel).id == shared.id

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
    await desk.moderator.click(response(shown), label="Share")
    await rate(desk, 1, "mixed")
    await settle(desk)
    [message] = desk.channel.history(viewer=desk.member)
    assert "🟡 Mixed" in words(message)


@pytest.mark.parametrize("status", [403, 404])
async def test_a_card_out_of_reach_is_forgotten(desk: Desk, status: int) -> None:
    shown = await desk.moderator.slash(desk.channel, "claim show", number=1)
    await desk.moderator.click(response(shown), label="Share")
    await rate(desk, 1, "mixed")
    desk.env.inject_error("PATCH", "/channels/*/messages/*", status=status)
    await settle(desk)
    edits = [r for r in desk.env.http_requests if r.method == "PATCH"]
    await settle(desk)
    assert [r for r in desk.env.http_requests if r.method == "PATCH"] == edits


async def shared(desk: Desk, command: str, **options: object) -> discord.Message:
    """Share what a command shows, let that rest, and return the public message."""
    shown = await desk.moderator.slash(desk.channel, command, **options)
    await desk.moderator.click(response(shown), label="Share")
    return last_message(desk.channel)


@pytest.mark.parametrize(
    ("command", "options"), [("article show", {"article": 1}), ("source show", {"name": "Lovett"})]
)
async def test_a_shared_list_corrects_itself_and_its_corrections_are_announced_once(
    desk: Desk, command: str, options: dict[str, object]
) -> None:
    for number in (5, 6):
        await rate(desk, number, "verified")
    await settle(desk)
    message = await shared(desk, command, **options)
    assert words(message).count("✅ Verified") == 2
    await rate(desk, 5, "false", reason="The table was misread.")
    await settle(desk)
    await settle(desk)

    first, *later = desk.channel.history(viewer=desk.member)
    assert first.id == message.id
    assert words(first).count("❌ False") == 1
    assert words(first).count("✅ Verified") == 1
    assert labels(first) == labels(message)
    [announcement] = later
    assert "✅ Verified → **❌ False**. The table was misread." in words(announcement)


async def test_a_shared_list_outlives_a_restart(desk: Desk) -> None:
    message = await shared(desk, "article show", article=1)
    await desk.restart()
    await rate(desk, 5, "mixed")
    await settle(desk)
    [only] = desk.channel.history(viewer=desk.member)
    assert only.id == message.id
    assert "🟡 Mixed" in words(only)


async def test_a_sources_counts_are_corrected_for_claims_on_its_later_pages(desk: Desk) -> None:
    message = await shared(desk, "source show", name="Lovett")
    assert "#1**" not in words(message)
    await rate(desk, 1, "mixed")
    await settle(desk)
    assert "🟡 1 mixed" in words(desk.channel.last_message)


async def test_the_card_of_a_merged_claim_follows_the_one_that_absorbed_it(desk: Desk) -> None:
    await rate(desk, 1, "verified")
    await settle(desk)
    message = await shared(desk, "claim show", number=1)
    await rate(desk, 2, "verified")
    merged = {"number": 1, "into": 2, "reason": "The same."}
    await desk.moderator.slash(desk.channel, "review merge", **merged)
    await settle(desk)
    [only] = desk.channel.history(viewer=desk.member)
    assert "### #2 · ✅ Verified" in words(only)

    await rate(desk, 2, "false", reason="Misread.")
    await settle(desk)
    first, announcement = desk.channel.history(viewer=desk.member)
    assert first.id == message.id
    assert "### #2 · ❌ False" in words(first)
    assert "**#2**" in words(announcement)

    await desk.moderator.slash(desk.channel, "review unmerge", number=1, reason="Not the same.")
    await settle(desk)
    assert "### #1 · ✅ Verified" in words(desk.channel.history(viewer=desk.member)[0])


async def test_a_correction_is_announced_once_while_the_card_cannot_be_edited(desk: Desk) -> None:
    await rate(desk, 1, "verified")
    await settle(desk)
    await shared(desk, "claim show", number=1)
    await rate(desk, 1, "false", reason="Misread.")
    for tag in ("housing", "rents"):
        desk.env.inject_error("PATCH", "/channels/*/messages/*", status=400)
        await settle(desk)
        await desk.moderator.slash(desk.channel, "review tag", number=1, add=tag)
    await settle(desk)
    first, *later = desk.channel.history(viewer=desk.member)
    assert "❌ False" in words(first)
    assert len(later) == 1


MESSAGES = "/channels/*/messages"


async def due(desk: Desk) -> None:
    """Have news for a follower that settled a minute ago."""
    await desk.member.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")
    await desk.later(61)


@pytest.mark.parametrize(("status", "code"), [(503, 0), (429, 0), (403, 40003)])
async def test_trouble_that_passes_loses_no_notice(desk: Desk, status: int, code: int) -> None:
    """Also where it lasts for longer than Discord knows a nonce."""
    await due(desk)
    desk.env.inject_error("POST", MESSAGES, status=status, code=code, times=None)
    for _ in range(8):
        await settle(desk)
    desk.env.backend.faults.clear()
    for _ in range(3):
        await settle(desk, 600)
    assert len(read(desk)) == 1


async def test_a_lost_answer_is_looked_for_before_anything_is_sent_again(desk: Desk) -> None:
    await due(desk)
    await desk.notices()
    await desk.ledger.write(_forget_the_answer)
    for _ in range(3):
        await settle(desk, 600)
    assert len(desk.told(desk.member)) == 1
    assert await desk.ledger.read(_outcomes) == ["sent"]


async def test_who_left_the_server_is_told_nothing_nor_named_there(desk: Desk) -> None:
    await due(desk)
    desk.env.inject_error("GET", "/guilds/*/members/*", status=404, code=10007)
    before = len(desk.channel.history(viewer=desk.manager))
    for _ in range(3):
        await settle(desk)
    assert desk.told(desk.member) == []
    assert len(desk.channel.history(viewer=desk.manager)) == before
    assert await desk.ledger.read(_outcomes) == ["failed"]


def read(desk: Desk) -> list[object]:
    """What stands in the follower's direct messages."""
    backend = desk.env.backend
    return [*backend.messages[backend.dm_channels[desk.member.id]].values()]


def _forget_the_answer(db: sqlite3.Connection) -> None:
    db.execute("UPDATE notice SET outcome = 'claimed', waits_until = 1, attempted_at = 1")


def _outcomes(db: sqlite3.Connection) -> list[str]:
    return [row["outcome"] for row in db.execute("SELECT outcome FROM notice")]


async def test_who_is_erased_before_their_turn_comes_is_not_written_to(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for person in (desk.member, desk.moderator):
        await person.slash(desk.channel, "claim follow", number=1)
    await rate(desk, 1, "verified")

    async def take(_: Turns, __: int = 1) -> None:
        await desk.ledger.write(people.erase, desk.guild_id, desk.member.id)

    monkeypatch.setattr(Turns, "take", take)
    await settle(desk)
    assert desk.told(desk.member) == []
    assert len(desk.told(desk.moderator)) == 1
