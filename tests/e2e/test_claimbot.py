"""The installed program, in a process of its own, in front of a Discord: what people do with it."""

import re
from pathlib import Path

import pytest

from tests.e2e.loopback import Answer, Answered, LoopbackDiscord, RefusedByClient, shown
from tests.e2e.newsroom import CALLBACK, EVIDENCE, Newsroom, furnish


def number_in(answer: Answer) -> int:
    """Return the number of the claim that a card shows."""
    found = re.search(r"#(\d+)", answer.text)
    assert found
    return int(found[1])


def label(answer: Answer, word: str) -> str:
    """Return the label with this word among those of the answer's buttons."""
    [found] = [each for each in answer.labels if word in each]
    return found


async def test_from_an_empty_ledger_to_a_digest(discord: LoopbackDiscord, tmp_path: Path) -> None:
    """The main job: setting up, loading seeds, looking up, verifying, posting the digest."""
    room = furnish(discord, tmp_path)
    async with room.start() as bot:
        await bot.ready()
        told = await room.manager.slash(room.general, "setup moderators", role=room.moderators)
        assert told.private
        await room.manager.slash(room.general, "setup rules", strict_evidence=False)
        loaded = await room.manager.slash(room.general, "setup seeds")
        assert "claims were added" in loaded.text
        again = await room.manager.slash(room.general, "setup seeds")
        assert "there already" in again.text

        first = await room.member.slash(room.general, "claim list")
        newest = first.text
        assert (await room.member.press(first, label(first, "Older"))).kind is Answered.UPDATE
        assert first.text != newest
        assert (await room.member.press(first, label(first, "Newer"))).text == newest

        listed = await room.member.slash(room.general, "claim list", words="Watson")
        assert listed.private
        assert "Adrienne Watson" in listed.text
        opened = await room.member.press(listed, "Open")
        assert "claimed by **Adrienne Watson**" in opened.text
        number = number_in(opened)

        rated = await room.moderator.slash(
            room.general, "review verify", number=number, evidence=EVIDENCE, reason="As recorded."
        )
        assert "✅ Verified" in rated.text

        sent = await room.manager.slash(room.news, "digest now")
        assert f"<#{room.news.id}>" in sent.text
        [digest] = room.news.public
        assert "1 new rating" in shown(digest)
        assert not digest.pings
        assert "Verified" in (await room.member.press(digest, f"claim:show:{number}:0")).text


async def test_every_request_can_be_judged_by_discords_own_description(
    discord: LoopbackDiscord,
) -> None:
    if discord.judge.schema is None:
        pytest.skip("Discord's OpenAPI file is absent (set DISCORD_OPENAPI)")


async def test_looking_up(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        listed = await room.member.slash(room.general, "claim list", stage="open")
        assert [listed.text.count(f"#{number}") for number in (1, 2, 3, 4, 5)] == [1, 1, 1, 1, 0]
        card = await room.member.slash(room.general, "claim show", number=1)
        assert "claimed by **Ida Lund**, mayor" in card.text
        assert card.private
        assert card.labels == ["In context", "History", "Follow", "Share", "Ask for a check"]
        assert "added the claim" in (await room.member.press(card, "History")).text
        history = await room.member.slash(room.general, "claim history", number=1)
        assert "added the claim" in history.text

        offered = await room.member.suggestions(room.general, "claim show", "number", "crane")
        assert [each["value"] for each in offered] == [2]
        offered = await room.member.suggestions(room.general, "claim show", "number", "4")
        assert offered[0]["value"] == 4

        missing = await room.member.slash(room.general, "claim show", number=99)
        assert "no claim #99" in missing.text
        assert missing.private


async def test_only_what_everybody_sees_is_sent_back_by_discord(newsroom: Newsroom) -> None:
    """Of a public message the bot needs the id; all else is sent one way."""
    async with newsroom.start() as bot:
        await bot.ready()
        card = await newsroom.member.slash(newsroom.general, "claim show", number=1)
        await newsroom.member.suggestions(newsroom.general, "claim show", "number", "Watson")
        await newsroom.member.press(card, "Follow")
        await newsroom.member.press(card, "Share")
    answers = [call for call in newsroom.discord.calls if call.template == CALLBACK]
    assert [call.query.get("with_response") for call in answers] == [None, None, None, "1"]


async def test_following(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        card = await room.member.slash(room.general, "claim show", number=3)
        await room.member.press(card, "Follow")
        followed = await room.member.slash(room.general, "claim list", followed=True)
        assert "#3" in followed.text
        assert "#1" not in followed.text
        await room.member.slash(room.general, "claim unfollow", number=3)
        followed = await room.member.slash(room.general, "claim list", followed=True)
        assert "#3" not in followed.text


async def test_rating_in_a_form_with_everything_typed_kept(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        card = await room.moderator.slash(room.general, "claim show", number=1)
        form = await room.moderator.press(card, "Verify")
        assert form.kind is Answered.MODAL
        refused = await room.moderator.submit(form, Reason="The port's own table says so.")
        assert refused.private
        again = await room.moderator.press(refused, "Try again")
        assert again.inputs[1]["value"] == "The port's own table says so."
        rated = await room.moderator.submit(again, Evidence=f"{EVIDENCE} table 3")
        assert "✅ Verified" in rated.text
        assert "port.example" in rated.text
        undone = await room.moderator.slash(room.general, "review undo", number=1)
        assert "Verified" not in undone.text


async def test_a_reason_is_asked_where_one_is_needed(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        card = await room.moderator.slash(room.general, "claim show", number=2)
        form = await room.moderator.press(card, "Drop")
        dropped = await room.moderator.submit(form, Reason="Out of scope.")
        assert dropped.kind is Answered.UPDATE
        assert "Dropped" in card.text


async def test_only_moderators_decide(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        refused = await room.member.slash(
            room.general, "review verify", number=1, evidence=EVIDENCE, reason="I say so."
        )
        assert refused.private
        assert "decide about claims here" in refused.text
        with pytest.raises(RefusedByClient):
            await room.member.slash(room.general, "setup seeds")
        with pytest.raises(RefusedByClient):
            await room.moderator.slash(room.general, "digest now")


async def test_an_outdated_button_changes_nothing(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        mine = await room.moderator.slash(room.general, "claim show", number=1)
        other = await room.manager.slash(room.general, "claim show", number=1)
        await room.manager.press(other, "Take")
        stale = await room.moderator.press(mine, "Take")
        assert stale.private
        card = await room.member.slash(room.general, "claim show", number=1)
        assert f"<@{room.manager.user.id}> is checking it" in card.text


async def test_nothing_is_offered_outside_servers(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        private = room.discord.world.dm_with(room.member.user)
        with pytest.raises(RefusedByClient):
            await room.member.slash(private, "claim list")


async def test_servers_do_not_see_each_others_claims(newsroom: Newsroom) -> None:
    room = newsroom
    elsewhere = room.discord.world.add_guild("Elsewhere")
    place = room.discord.world.add_channel(elsewhere, "general")
    outsider = room.discord.person("Otto", elsewhere)
    async with room.start() as bot:
        await bot.ready()
        assert "no claim #1" in (await outsider.slash(place, "claim show", number=1)).text
        assert "#1" not in (await outsider.slash(place, "claim list")).text
