"""What an operator runs beside the bot, as installed programs: doctor and sync; and the logs."""

import json
import os
import re
import sqlite3
from contextlib import closing

import aiohttp

from claims.version import version
from tests.e2e.newsroom import Newsroom


async def test_the_doctor_finds_a_whole_set_up_well(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        await room.manager.slash(
            room.general, "digest set", channel=room.news, at="08:00", zone="UTC"
        )
        await bot.stop()
    async with room.start("doctor") as doctor:
        assert await doctor.ended() == 0
        assert "WRONG" not in doctor.output
        assert "Intents: servers only" in doctor.output
        assert "Newsroom: the digest can be posted in #news" in doctor.output


async def test_the_doctor_names_what_is_wrong(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start("doctor", DISCORD_TOKEN="a.wrong.token") as doctor:
        assert await doctor.ended() == 1
        assert "does not accept the token" in doctor.output
        assert "a.wrong.token" not in doctor.output
        room.discord.judge.excuse(0)
    await room.discord.offline()
    async with room.start("doctor") as doctor:
        assert await doctor.ended() == 1
        assert "cannot be reached" in doctor.output


async def test_sync_tells_the_commands_again(newsroom: Newsroom) -> None:
    room = newsroom
    for times in (1, 2):
        async with room.start("sync") as program:
            assert await program.ended() == 0
            assert "Discord has the commands" in program.output
        assert room.syncs == times
    await room.discord.offline()
    async with room.start("sync") as program:
        assert await program.ended() == 1
        assert "Discord was not told" in program.output
        assert "Traceback" not in program.output


async def test_logs_are_json_without_tokens_or_what_people_write(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start(CLAIMBOT_LOG_LEVEL="DEBUG") as bot:
        await bot.ready()
        await room.member.slash(room.general, "claim list", words="confidential")
        await bot.stop()
        lines = [json.loads(line) for line in bot.lines]
    assert {"time", "level", "logger", "message"} <= set(lines[0])
    assert room.discord.world.token not in bot.output
    assert "confidential" not in bot.output


async def test_the_first_line_of_a_start_says_what_runs_on_which_ledger(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        await bot.stop()
        first = json.loads(bot.lines[0])
    with closing(sqlite3.connect(room.ledger)) as db:
        (claims,) = db.execute("SELECT count(*) FROM claim").fetchone()
        (servers,) = db.execute("SELECT count(*) FROM server").fetchone()
    assert claims > 1
    assert first["message"] == (
        f"claimbot {version()} starts; ledger {room.ledger.resolve()}:"
        f" servers {servers}, claims {claims}"
    )
    assert room.discord.world.token not in bot.output


async def test_figures_for_prometheus_are_served_while_it_runs(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start(CLAIMBOT_METRICS_PORT="0") as bot:
        await bot.ready()
        await room.member.slash(room.general, "claim show", number=1)
        address = re.search(r"http://127\.0\.0\.1:\d+/metrics", await bot.printed("Prometheus"))
        assert address
        async with aiohttp.ClientSession() as session, session.get(address[0]) as answer:
            text = await answer.text()
        assert 'name="claim show",outcome="answered"' in text
        assert await bot.stop() == 0
        assert "Traceback" not in bot.output


async def test_a_second_bot_on_the_same_file_is_refused_by_whatever_name(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        for beside in room.ledger.parent.glob("*.lock"):
            beside.unlink()
        other = room.ledger.with_name("other.db")
        os.link(room.ledger, other)
        for name in (room.ledger, other):
            async with room.start(CLAIMBOT_LEDGER=str(name)) as second:
                assert await second.ended() == 1
                assert "in use by another process" in second.output
                assert str(name) in second.output
        card = await room.member.slash(room.general, "claim show", number=1)
        assert "Ida Lund" in card.text


NO_ZONES = {"PYTHONTZPATH": "", "LOOPBACK_WITHOUT": "tzdata"}


async def test_a_machine_without_time_zone_data_is_told_everywhere_in_words(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    chosen = {"channel": room.news, "at": "08:00", "zone": "Europe/Berlin"}
    async with room.start() as bot:
        await bot.ready()
        await room.manager.slash(room.general, "digest set", **chosen)
        await bot.stop()
    async with room.start("doctor", **NO_ZONES) as doctor:
        assert await doctor.ended() == 1
        assert "WRONG This machine has no time zone data" in doctor.output
    async with room.start(**NO_ZONES) as bot:
        await bot.ready()
        assert "no time zone data" in bot.output
        for command, options in (("digest status", {}), ("digest set", chosen)):
            told = await room.manager.slash(room.general, command, **options)
            assert "Install the Python package tzdata" in told.text
        card = await room.member.slash(room.general, "claim show", number=1)
        assert "Ida Lund" in card.text
        await room.manager.suggestions(room.general, "digest set", "zone", "Berlin")
        await bot.stop()
    async with room.start() as bot:
        await bot.ready()
        status = await room.manager.slash(room.general, "digest status")
        assert "Europe/Berlin" in status.text
