"""/setup: who moderates, and the articles that come with the bot."""

from datetime import time

import discord
import pytest

from claims.digests.records import Choice, Schedule
from claims.ledger.digests import digests
from tests.bot.desk import Desk, response, words


async def test_a_role_can_be_made_moderators(desk: Desk) -> None:
    checkers = desk.env.guild.create_role("Checkers")
    checker = desk.env.guild.add_member(desk.env.create_user("checker"), roles=[checkers])
    answer = await desk.manager.slash(desk.channel, "setup moderators", role=checkers)
    assert f"<@&{checkers.id}>" in response(answer).content
    taken = await checker.slash(desk.channel, "review take", number=1)
    assert "is checking it" in words(taken.response)


async def test_each_step_shows_all_that_is_chosen_and_missing(desk: Desk) -> None:
    answer = await desk.manager.slash(
        desk.channel, "setup rules", two_person=True, strict_evidence=True
    )
    told = response(answer).content
    assert f"✅ Members with <@&{desk.role.id}> rate claims." in told
    assert "Ratings take two moderators" in told
    assert "Verified and false need two independent origins" in told
    assert "▫️ No digest is set" in told
    answer = await desk.manager.slash(desk.channel, "setup moderators", managers_only=True)
    assert "Only people who may manage this server decide" in response(answer).content
    assert "▫️ Only managers rate claims" in response(answer).content


async def test_asking_who_moderates_takes_nobodys_right_away(desk: Desk) -> None:
    answer = await desk.manager.slash(desk.channel, "setup moderators")
    assert response(answer).content.startswith(f"✅ Members with <@&{desk.role.id}> rate claims.")
    both = await desk.manager.slash(
        desk.channel, "setup moderators", role=desk.role, managers_only=True
    )
    assert "Choose one of the two" in response(both).content
    desk.refusal()
    taken = await desk.moderator.slash(desk.channel, "review take", number=1)
    assert "is checking it" in words(taken.response)


async def test_the_check_tries_the_digests_channel(desk: Desk) -> None:
    async def checked() -> str:
        return response(await desk.manager.slash(desk.channel, "setup check")).content

    me = desk.me
    denied = {"send_messages": False, "read_message_history": False, "mention_everyone": False}
    closed = desk.env.guild.create_text_channel(
        "closed", overwrites={me: discord.PermissionOverwrite(**denied)}
    )
    await desk.env.settle()
    schedule = Schedule(channel_id=desk.channel.id, local_time=time(8), zone="Asia/Tokyo")
    await desk.ledger.write(
        digests.set_schedule, desk.guild_id, schedule, now=desk.env.now(), actor=1
    )
    await desk.ledger.write(digests.set_choice, desk.guild_id, Choice(ping_role_id=desk.role.id))
    fine = await checked()
    assert "✅ The digest comes at 08:00 in Asia/Tokyo, next <t:" in fine
    assert f"✅ The digest can be posted in <#{desk.channel.id}>." in fine
    assert "❌" not in fine

    elsewhere = schedule.model_copy(update={"channel_id": closed.id})
    await desk.ledger.write(
        digests.set_schedule, desk.guild_id, elsewhere, now=desk.env.now(), actor=1
    )
    wrong = await checked()
    assert f"❌ The bot lacks Send Messages in <#{closed.id}>." in wrong
    assert f"▫️ Without Read Message History in <#{closed.id}>" in wrong
    assert f"❌ <@&{desk.role.id}> is not pinged" in wrong

    gone = schedule.model_copy(update={"channel_id": 1})
    await desk.ledger.write(digests.set_schedule, desk.guild_id, gone, now=desk.env.now(), actor=1)
    assert "❌ The digest's channel is gone" in await checked()


async def test_a_server_without_claims_is_told_how_to_begin(desk: Desk) -> None:
    elsewhere = desk.env.create_guild("Elsewhere")
    manages = discord.Permissions(manage_guild=True)
    role = elsewhere.create_role("Managers", permissions=manages)
    manager = elsewhere.add_member(desk.env.create_user("mo"), roles=[role])
    place = elsewhere.create_text_channel("general")
    await desk.env.settle()
    answer = await manager.slash(place, "setup check")
    assert "▫️ No claims are here yet: `/setup seeds`" in response(answer).content


async def test_seeds_are_loaded_once(desk: Desk) -> None:
    first = await desk.manager.slash(desk.channel, "setup seeds")
    assert "claims were added" in response(first).content
    second = await desk.manager.slash(desk.channel, "setup seeds")
    assert "Everything was there already" in response(second).content


async def test_the_commands_are_told_to_discord_once(desk: Desk) -> None:
    def syncs() -> int:
        return sum(r.method == "PUT" and "/commands" in r.path for r in desk.env.http_requests)

    assert syncs() == 1
    await desk.restart()
    assert syncs() == 1


async def test_an_internal_error_gives_the_person_a_number(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from bot.answers import claim_buttons

    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(claim_buttons, "show", broken)
    answer = await desk.member.slash(desk.channel, "claim show", number=1)
    assert answer.ephemeral
    number = response(answer).content.rstrip(".").split()[-1]
    assert f"error {number}" in caplog.text
    assert "boom" not in response(answer).content
    assert desk.env.errors
