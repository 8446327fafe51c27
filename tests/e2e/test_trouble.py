"""The installed program while Discord is in trouble: one digest, and always an answer."""

import asyncio

import pytest

from tests.e2e.loopback import NOTHING, BotProcess, Message, Permission, When, shown
from tests.e2e.loopback.faults import Faults
from tests.e2e.newsroom import CALLBACK, FOLLOW_UP, MESSAGES, Newsroom

# A sending whose answer was lost is tried again by a job that looks every 20 seconds. Here it
# looks more often; that is the only thing about the program that these tests change.
LOOKS_OFTEN = "bot.jobs.schedule:TICK_SECONDS=0.5"


def start(room: Newsroom) -> BotProcess:
    """Start the bot with a quick job."""
    return room.start(LOOPBACK_SET=LOOKS_OFTEN)


def script(name: str, faults: Faults) -> None:
    """Script one kind of trouble for the next message that is posted."""
    match name:
        case "rate limited":
            faults.rate_limited("POST", MESSAGES, times=2)
        case "dropped":
            faults.dropped("POST", MESSAGES)
        case "answer lost":
            faults.answer_lost("POST", MESSAGES)
        case status:
            faults.status("POST", MESSAGES, int(status))


@pytest.mark.parametrize("name", ["500", "502", "503", "rate limited", "dropped", "answer lost"])
async def test_one_digest_whatever_happens_on_the_way(newsroom: Newsroom, name: str) -> None:
    room = newsroom
    script(name, room.discord.faults)
    async with start(room) as bot:
        await bot.ready()
        told = await room.manager.slash(room.general, "digest now")
        assert told.private
        await settled(room)
        [digest] = posts(room)
        assert "4 new claims" in shown(digest)
        assert len({each.body["nonce"] for each in room.discord.calls_to("POST", MESSAGES)}) == 1


def posts(room: Newsroom) -> list[Message]:
    """Return the digests in the channel."""
    return [each for each in room.general.public if "## Digest" in shown(each)]


async def settled(room: Newsroom) -> None:
    """Wait until the bot knows that all is told: then it has nothing more to post."""
    async with asyncio.timeout(15):
        text = ""
        while "Nothing happened" not in text:
            text = (await room.manager.slash(room.general, "digest now")).text
            assert "Nothing happened" in text or "right now" in text, text


KILLED = {
    "and the request is lost": lambda faults: faults.held("POST", MESSAGES, lost=True),
    "and the request comes through later": lambda faults: faults.held("POST", MESSAGES),
    "after its effect": lambda faults: faults.held("POST", MESSAGES, when=When.AFTER),
    "after it was recorded": lambda faults: faults.held("POST", FOLLOW_UP),
}


@pytest.mark.parametrize("step", KILLED)
async def test_one_digest_when_killed_while_sending(newsroom: Newsroom, step: str) -> None:
    room = newsroom
    held = KILLED[step](room.discord.faults)
    async with start(room) as bot:
        await bot.ready()
        asking = room.manager.begin_slash(room.general, "digest now")
        await held.reached.wait()
        await bot.kill()
        asking.cancel()
    held.release()
    async with start(room) as bot:
        await bot.ready()
        await settled(room)
        assert len(posts(room)) == 1


async def test_a_channel_that_is_closed_to_the_bot_is_named(newsroom: Newsroom) -> None:
    room = newsroom
    room.news.overwrites[room.discord.world.bot.id] = (NOTHING, Permission.SEND_MESSAGES)
    async with room.start() as bot:
        await bot.ready()
        refused = await room.manager.slash(
            room.general, "digest set", channel=room.news, at="08:00", zone="Europe/Berlin"
        )
        assert "Send Messages" in refused.text
        refused = await room.manager.slash(room.news, "digest now")
        assert f"refused the digest in <#{room.news.id}>" in refused.text
        room.discord.judge.excuse(50013)
        assert room.news.public == []


async def test_a_digest_is_scheduled_and_switched_off(newsroom: Newsroom) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        cities = await room.manager.suggestions(room.general, "digest set", "zone", "berl")
        assert cities[0]["value"] == "Europe/Berlin"
        scheduled = await room.manager.slash(
            room.general, "digest set", channel=room.news, at="08:00", zone="Europe/Berlin"
        )
        assert "next <t:" in scheduled.text
        assert "is off" in (await room.manager.slash(room.general, "digest off")).text


@pytest.mark.parametrize(
    ("command", "route", "code"),
    [("claim list", CALLBACK, 10062), ("setup seeds", FOLLOW_UP, 50027)],
)
async def test_an_answer_that_comes_too_late_disturbs_nothing(
    newsroom: Newsroom, command: str, route: str, code: int
) -> None:
    room = newsroom
    held = room.discord.faults.held("POST", route)
    async with room.start() as bot:
        await bot.ready()
        asking = room.manager.begin_slash(room.general, command)
        await held.reached.wait()
        room.discord.interactions.latest.expired = True
        held.release()
        await room.discord.world.until(lambda: room.discord.judge.problems, "the refusal")
        asking.cancel()
        assert "#1" in (await room.member.slash(room.general, "claim list")).text
        assert await bot.stop() == 0
    while room.discord.judge.problems:
        room.discord.judge.excuse(code)


async def test_one_digest_when_stopped_while_sending(newsroom: Newsroom) -> None:
    room = newsroom
    held = room.discord.faults.held("POST", MESSAGES, lost=True)
    async with start(room) as bot:
        await bot.ready()
        asking = room.manager.begin_slash(room.general, "digest now")
        await held.reached.wait()
        assert await bot.stop() == 0
        asking.cancel()
    held.release()
    async with start(room) as bot:
        await bot.ready()
        await settled(room)
        assert len(posts(room)) == 1


async def test_answers_through_a_slow_and_limiting_discord(newsroom: Newsroom) -> None:
    room = newsroom
    room.discord.faults.rate_limited("POST", CALLBACK)
    room.discord.faults.stalled("POST", CALLBACK, 0.5)
    async with room.start() as bot:
        await bot.ready()
        assert "#1" in (await room.member.slash(room.general, "claim list")).text
        assert "#1" in (await room.member.slash(room.general, "claim show", number=1)).text
        assert (await room.member.slash(room.general, "claim show", number=2)).latency < 3.0
