"""The harness itself, with a small bot that does everything right."""

import asyncio
import signal

import pytest

from tests.e2e.conftest import RunBot
from tests.e2e.loopback import (
    Answered,
    Channel,
    Guild,
    LoopbackDiscord,
    NoAnswerError,
    Permission,
    Person,
    RefusedByClient,
)

MESSAGES = "/channels/{channel_id}/messages"


@pytest.fixture
def guild(discord: LoopbackDiscord) -> Guild:
    """A server."""
    return discord.world.add_guild("Newsroom")


@pytest.fixture
def channel(discord: LoopbackDiscord, guild: Guild) -> Channel:
    """A channel of it."""
    return discord.world.add_channel(guild, "general")


@pytest.fixture
def ada(discord: LoopbackDiscord, guild: Guild) -> Person:
    """A member of it."""
    return discord.person("Ada", guild)


async def test_every_kind_of_interaction(
    discord: LoopbackDiscord, run_bot: RunBot, channel: Channel, ada: Person
) -> None:
    async with run_bot("good.py") as bot:
        await bot.ready()

        said = await ada.slash(channel, "echo", text="well", times=2)
        assert (said.text, said.private) == ("well well", True)
        offered = await ada.suggestions(channel, "echo", "text", "hm")
        assert [each["value"] for each in offered] == ["hm!", "hm?"]

        thought = await ada.slash(channel, "slow")
        assert thought.kind is Answered.DEFERRED_MESSAGE
        await discord.world.until(lambda: len(thought.messages) == 2, "the follow-up")
        assert thought.text == "thought\nand more"
        assert thought.private

        form = await ada.slash(channel, "form")
        sent = await ada.submit(form, Words="roses", colour="red")
        assert sent.text == "roses in red"

        shown = await ada.slash(channel, "card")
        assert shown.text == "Pressed 0 times"
        pressed = await ada.press(shown, "Count 0")
        assert pressed.kind is Answered.UPDATE
        assert shown.text == "Pressed 1 times"

        note = ada.send(channel, "the words of a member")
        assert (await ada.menu(note, "Quote this")).text == "> the words of a member"

        assert await bot.stop(signal.SIGINT) == 0
    assert [link.close_code for link in discord.gateway.links] == [1000]


async def test_messages_of_its_own_accord(
    discord: LoopbackDiscord, run_bot: RunBot, guild: Guild, channel: Channel, ada: Person
) -> None:
    news = discord.world.add_channel(guild, "news")
    async with run_bot("good.py") as bot:
        await bot.ready()
        await ada.slash(channel, "post", channel=news)
        [message] = news.messages
        assert (message.content, message.edits) == ("posted, edited @everyone", 1)
        assert not message.pings

        await ada.slash(channel, "write", member=ada.user)
        assert [each.content for each in discord.world.dm_with(ada.user).messages] == ["hello"]
        ada.user.dms_open = False
        refused = await ada.slash(channel, "write", member=ada.user)
        assert refused.text == "refused: 50007"
        discord.judge.excuse(50007)


async def test_a_nonce_is_posted_once_while_discord_remembers_it(
    discord: LoopbackDiscord, run_bot: RunBot, guild: Guild, channel: Channel, ada: Person
) -> None:
    news = discord.world.add_channel(guild, "news")
    async with run_bot("good.py") as bot:
        await bot.ready()
        await ada.slash(channel, "post", channel=news, nonce="digest-1")
        await ada.slash(channel, "post", channel=news, nonce="digest-1")
        assert len(news.messages) == 1
        discord.world.nonces.clear()
        await ada.slash(channel, "post", channel=news, nonce="digest-1")
        assert len(news.messages) == 2


async def test_a_session_is_resumed_and_nothing_is_lost(
    discord: LoopbackDiscord, run_bot: RunBot, channel: Channel, ada: Person
) -> None:
    async with run_bot("good.py") as bot:
        await bot.ready()
        [session] = discord.gateway.sessions
        await discord.gateway.reconnect()
        await discord.world.until(lambda: session.resumed, "RESUME")
        assert (await ada.slash(channel, "echo", text="still here")).text == "still here"


@pytest.mark.parametrize("status", [500, 502])
async def test_scripted_trouble_happens_to_the_next_requests(
    discord: LoopbackDiscord, run_bot: RunBot, channel: Channel, ada: Person, status: int
) -> None:
    discord.faults.status("POST", MESSAGES, status)
    discord.faults.rate_limited("POST", MESSAGES)
    async with run_bot("good.py") as bot:
        await bot.ready()
        await ada.slash(channel, "post", channel=channel)
        answered = [each.status for each in discord.calls_to("POST", MESSAGES)]
        assert answered == [status, 429, 200]


async def test_announced_limits_hold_and_can_be_heeded(
    discord: LoopbackDiscord, run_bot: RunBot, guild: Guild, channel: Channel, ada: Person
) -> None:
    news = discord.world.add_channel(guild, "news")
    discord.limits.of_route["POST", MESSAGES] = (3, 0.2)
    async with run_bot("good.py") as bot:
        await bot.ready()
        await ada.slash(channel, "flood", channel=news, count=8)
        assert len(news.messages) == 8
        # discord.py knows the limit after its first answer, and asks no more than is left then.
        assert discord.limits.exceeded == 0


async def test_the_limit_of_all_requests_holds(
    discord: LoopbackDiscord, run_bot: RunBot, guild: Guild, channel: Channel, ada: Person
) -> None:
    places = [discord.world.add_channel(guild, f"news-{number}") for number in range(4)]
    async with run_bot("good.py") as bot:
        await bot.ready()
        discord.limits.of_all = (2, 0.2)
        floods = [ada.begin_slash(channel, "flood", channel=each, count=2) for each in places]
        await asyncio.gather(*floods)
        assert [len(each.messages) for each in places] == [2] * 4
        assert discord.limits.exceeded > 0


async def test_an_answer_can_be_lost_after_its_effect(
    discord: LoopbackDiscord, run_bot: RunBot, guild: Guild, channel: Channel, ada: Person
) -> None:
    news = discord.world.add_channel(guild, "news")
    discord.faults.answer_lost("POST", MESSAGES)
    discord.interactions.complete_within = 1.0
    async with run_bot("good.py") as bot:
        await bot.ready()
        with pytest.raises(NoAnswerError, match="deferred, then nothing"):
            await ada.slash(channel, "post", channel=news)
        assert len(news.messages) == 1


async def test_a_request_can_be_held_and_the_bot_killed_meanwhile(
    discord: LoopbackDiscord, run_bot: RunBot, guild: Guild, channel: Channel, ada: Person
) -> None:
    news = discord.world.add_channel(guild, "news")
    held = discord.faults.held("POST", MESSAGES)
    async with run_bot("good.py") as bot:
        await bot.ready()
        asking = ada.begin_slash(channel, "post", channel=news)
        await held.reached.wait()
        await bot.kill()
        asking.cancel()
    assert bot.exit_code == -signal.SIGKILL
    assert news.messages == []


async def test_permissions_are_those_of_the_channel(
    discord: LoopbackDiscord, run_bot: RunBot, guild: Guild, channel: Channel, ada: Person
) -> None:
    mute = discord.world.add_channel(guild, "mute")
    mute.overwrites[guild.id] = (Permission(0), Permission.SEND_MESSAGES)
    async with run_bot("good.py") as bot:
        await bot.ready()
        discord.interactions.complete_within = 1.0
        with pytest.raises(NoAnswerError):
            await ada.slash(channel, "post", channel=mute)
    discord.judge.excuse(50013)


async def test_a_person_can_do_only_what_discord_offers(
    discord: LoopbackDiscord, run_bot: RunBot, channel: Channel, ada: Person
) -> None:
    async with run_bot("good.py") as bot:
        await bot.ready()
        for name, given in (
            ("nonsense", {}),
            ("echo", {}),
            ("echo", {"text": "a", "times": 6}),
            ("echo", {"text": 1}),
            ("echo", {"text": "a", "colour": "red"}),
        ):
            with pytest.raises(RefusedByClient):
                await ada.slash(channel, name, **given)


async def test_a_bad_token_is_refused(discord: LoopbackDiscord, run_bot: RunBot) -> None:
    bot = run_bot("good.py")
    discord.world.token = "another"
    async with bot:
        assert await bot.ended() == 1
        assert "Improper token" in bot.output
    discord.judge.excuse(0)
