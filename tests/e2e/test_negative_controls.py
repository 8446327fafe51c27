"""Broken bots that the harness must catch: a judge that never objects would prove nothing."""

import pytest

from tests.e2e.conftest import RunBot
from tests.e2e.loopback import NOTHING, LoopbackDiscord, NoAnswerError, Permission

# The flaw; Discord's code for it; words of the complaint; whether only the OpenAPI file tells.
CAUGHT = [
    ("answers-twice", 40060, "already been acknowledged", False),
    ("follows-up-unanswered", 10015, "Unknown Webhook", False),
    ("posts-blindly", 50001, "Missing Access", False),
    ("empty-message", 50006, "empty message", False),
    ("empty-label", 50035, "neither label nor emoji", False),
    ("long-text", 50035, "long", False),
    ("long-label", 50035, "too long", True),
    ("unknown-field", 50035, "'colour' was unexpected", True),
    ("wrong-component", 50035, "components/0", True),
    ("unknown-component", 50035, "components/0", True),
    ("v2-with-content", 50035, "components v2 flag", False),
    ("v2-without-flag", 50035, "needs the components v2 flag", False),
    ("v2-too-long", 50035, "4002 displayed characters", False),
    ("same-custom-id", 50035, "'press' 2 times", False),
    ("link-with-id", 50035, "no custom_id", False),
    ("empty-field", 50035, "empty name or value", False),
    ("long-embeds", 50035, "6002 characters", False),
    ("wrong-kind", 50035, "type 7 does not answer", False),
    ("long-modal-title", 50035, "data/", True),
]
CAUGHT_AT_SYNC = [
    ("upper-case", "not a lower-case command name"),
    ("same-name", "'a' 2 times"),
    ("no-description", "no description"),
    ("required-last", "required y after an optional one"),
]


@pytest.mark.parametrize(("flaw", "code", "words", "needs_file"), CAUGHT, ids=str)
async def test_catches(
    discord: LoopbackDiscord, run_bot: RunBot, flaw: str, code: int, words: str, needs_file: bool
) -> None:
    if needs_file and discord.judge.schema is None:
        pytest.skip("Discord's OpenAPI file is absent (set DISCORD_OPENAPI)")
    guild = discord.world.add_guild("Newsroom")
    channel = discord.world.add_channel(guild, "general")
    closed = discord.world.add_channel(guild, "closed")
    closed.overwrites[discord.world.bot.id] = (NOTHING, Permission.VIEW_CHANNEL)
    ada = discord.person("Ada", guild)
    discord.interactions.answer_within = 1.0
    async with run_bot("broken.py", flaw) as bot:
        await bot.ready()
        asking = ada.begin_slash(channel, "show")
        await discord.world.until(lambda: discord.judge.problems, "a refusal")
        asking.cancel()
    assert words in str(discord.judge.excuse(code))


@pytest.mark.parametrize(("flaw", "words"), CAUGHT_AT_SYNC)
async def test_catches_at_sync(
    discord: LoopbackDiscord, run_bot: RunBot, flaw: str, words: str
) -> None:
    discord.world.add_guild("Newsroom")
    async with run_bot("broken.py", flaw) as bot:
        await bot.ended()
    assert words in str(discord.judge.excuse(50035))


@pytest.mark.parametrize(
    ("flaw", "words"), [("never-answers", "no answer"), ("defers-only", "deferred, then nothing")]
)
async def test_catches_silence(
    discord: LoopbackDiscord, run_bot: RunBot, flaw: str, words: str
) -> None:
    guild = discord.world.add_guild("Newsroom")
    channel = discord.world.add_channel(guild, "general")
    ada = discord.person("Ada", guild)
    discord.interactions.answer_within = 1.0
    discord.interactions.complete_within = 1.0
    async with run_bot("broken.py", flaw) as bot:
        await bot.ready()
        with pytest.raises(NoAnswerError, match=words):
            await ada.slash(channel, "show")
