"""The installed program from start to end: logins, restarts, signals, no Discord."""

import signal
from pathlib import Path

import pytest

from tests.e2e.loopback import LoopbackDiscord
from tests.e2e.newsroom import CALLBACK, COMMANDS, EVIDENCE, Newsroom


async def test_commands_are_told_to_discord_once(newsroom: Newsroom) -> None:
    room = newsroom
    for _ in range(2):
        async with room.start() as bot:
            await bot.ready()
            assert "#1" in (await room.member.slash(room.general, "claim list")).text
            assert await bot.stop() == 0
    assert room.syncs == 1
    assert len(room.discord.calls_to("PUT", COMMANDS)) == 1


async def test_buttons_outlive_the_process(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        card = await room.moderator.slash(room.general, "claim show", number=1)
        shared = await room.moderator.press(card, "Share")
        assert not shared.private
        await bot.kill()
    async with room.start() as bot:
        await bot.ready()
        assert "Ida Lund" in (await room.member.press(shared, "Open")).text
        taken = await room.moderator.press(card, "Take")
        assert f"<@{room.moderator.user.id}> is checking it" in taken.text


async def test_what_was_decided_outlives_kill_9(newsroom: Newsroom) -> None:
    room = newsroom
    held = room.discord.faults.held("POST", CALLBACK)
    async with room.start() as bot:
        await bot.ready()
        asking = room.moderator.begin_slash(
            room.general, "review verify", number=1, evidence=EVIDENCE, reason="As recorded."
        )
        await held.reached.wait()
        await bot.kill()
        asking.cancel()
    async with room.start() as bot:
        await bot.ready()
        card = await room.member.slash(room.general, "claim show", number=1)
        assert "✅ Verified" in card.text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_leaves_properly(newsroom: Newsroom, number: signal.Signals) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        await room.member.slash(room.general, "claim list")
        assert await bot.stop(number) == 0
        assert "Traceback" not in bot.output
    assert [link.close_code for link in room.discord.gateway.links] == [1000]
    assert not [*room.ledger.parent.glob("*-wal")], "the ledger was not closed"


async def test_leaves_while_an_answer_is_under_way(newsroom: Newsroom) -> None:
    room = newsroom
    held = room.discord.faults.held("POST", CALLBACK)
    async with room.start() as bot:
        await bot.ready()
        asking = room.member.begin_slash(room.general, "claim list")
        await held.reached.wait()
        assert await bot.stop() == 0
        asking.cancel()


async def test_waits_for_a_discord_that_is_not_there_yet(newsroom: Newsroom) -> None:
    room = newsroom
    await room.discord.offline()
    async with room.start() as bot:
        await bot.printed("no connection to Discord")
        await room.discord.online()
        await bot.ready()
        assert "#1" in (await room.member.slash(room.general, "claim list")).text
        assert "Traceback" not in bot.output


async def test_stops_while_it_waits(newsroom: Newsroom) -> None:
    room = newsroom
    await room.discord.offline()
    async with room.start() as bot:
        await bot.printed("no connection to Discord")
        assert await bot.stop() == 0


async def test_waits_for_a_gateway_that_refuses(newsroom: Newsroom) -> None:
    room = newsroom
    room.discord.gateway.accepting = False
    async with room.start() as bot:
        await bot.printed(r"(?i)retrying|next try")
        room.discord.gateway.accepting = True
        await bot.ready()
        assert "#1" in (await room.member.slash(room.general, "claim list")).text


async def test_stops_while_the_gateway_refuses(newsroom: Newsroom) -> None:
    room = newsroom
    room.discord.gateway.accepting = False
    async with room.start() as bot:
        await bot.printed(r"(?i)retrying|next try")
        assert await bot.stop() == 0


@pytest.mark.parametrize("status", [500, 503])
async def test_survives_a_discord_that_fails_at_login(newsroom: Newsroom, status: int) -> None:
    room = newsroom
    room.discord.faults.status("GET", "/users/@me", status)
    room.discord.faults.status("GET", "/gateway/bot", status)
    async with room.start() as bot:
        await bot.ready()
        assert "#1" in (await room.member.slash(room.general, "claim list")).text


async def test_a_token_that_discord_refuses_is_one_clear_line(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start(DISCORD_TOKEN="not.the.right-one") as bot:
        assert await bot.ended() == 1
        [line] = [each for each in bot.lines if each.startswith("claimbot:")]
        assert "DISCORD_TOKEN" in line
        assert "Traceback" not in bot.output
        assert "not.the.right-one" not in bot.output
    room.discord.judge.excuse(0)


async def test_a_malformed_token_is_one_clear_line_and_is_not_sent(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start(DISCORD_TOKEN="nonsense") as bot:
        assert await bot.ended() == 1
        assert len(bot.lines) == 1
        assert "DISCORD_TOKEN" in bot.output
        assert "nonsense" not in bot.output
    assert room.discord.calls == []


async def test_a_token_that_is_revoked_ends_the_bot_with_one_clear_line(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        room.discord.world.token = "a.new.one"
        await room.discord.gateway.close(4004)
        assert await bot.ended() == 1
        [line] = [each for each in bot.lines if each.startswith("claimbot:")]
        assert "DISCORD_TOKEN" in line
    while room.discord.judge.problems:
        room.discord.judge.excuse(0)


async def test_a_second_copy_on_the_same_ledger_is_refused(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as first:
        await first.ready()
        async with room.start() as second:
            assert await second.ended() == 1
            assert len(second.lines) == 1
            assert "claims.db" in second.output
        assert "#1" in (await room.member.slash(room.general, "claim list")).text


async def test_a_file_that_is_no_ledger_is_refused(
    newsroom: Newsroom, discord: LoopbackDiscord, tmp_path: Path
) -> None:
    other = tmp_path / "holiday.jpg"
    other.write_bytes(b"\xff\xd8\xff\xe0" + b"no ledger" * 500)
    async with newsroom.start(CLAIMBOT_LEDGER=str(other)) as bot:
        assert await bot.ended() == 1
        assert len(bot.lines) == 1
        assert "holiday.jpg" in bot.output
    assert discord.calls == []


async def test_sessions_are_resumed_or_begun_anew(newsroom: Newsroom) -> None:
    room = newsroom
    gateway, world = room.discord.gateway, room.discord.world
    async with room.start() as bot:
        await bot.ready()
        [session] = gateway.sessions
        await gateway.reconnect()
        await world.until(lambda: session.resumed == 1, "RESUME after op 7")
        await gateway.close(4000)
        await world.until(lambda: session.resumed == 2, "RESUME after a lost socket")
        assert "#1" in (await room.member.slash(room.general, "claim list")).text
        await gateway.invalidate()
        await world.until(lambda: len(gateway.sessions) == 2, "IDENTIFY after op 9")
        await world.until(gateway.live, "READY")
        assert "#1" in (await room.member.slash(room.general, "claim list")).text
        assert await bot.stop() == 0
    assert room.syncs == 1


async def test_comes_back_after_an_outage(newsroom: Newsroom) -> None:
    room = newsroom
    gateway, world = room.discord.gateway, room.discord.world
    async with room.start() as bot:
        await bot.ready()
        await room.discord.offline()
        await world.until(lambda: not gateway.live(), "the sockets' end")
        await room.discord.online()
        await world.until(gateway.live, "RESUME or IDENTIFY", within=30.0)
        assert "#1" in (await room.member.slash(room.general, "claim list")).text
        assert await bot.stop() == 0


async def test_stops_during_an_outage(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        await room.discord.offline()
        await room.discord.world.until(lambda: not room.discord.gateway.live(), "the outage")
        assert await bot.stop() == 0


async def test_two_shards_serve_their_servers(newsroom: Newsroom) -> None:
    room = newsroom
    world = room.discord.world
    room.discord.gateway.shards = 2
    others = [world.add_guild(f"Server {number}") for number in range(3)]
    async with room.start() as bot:
        await bot.ready()
        assert "#1" in (await room.member.slash(room.general, "claim list")).text
        for guild in others:
            person = room.discord.person("Otto", guild)
            answer = await person.slash(world.add_channel(guild, "general"), "claim list")
            assert "None here" in answer.text
