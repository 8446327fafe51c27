"""The welcome over sockets: once a server, whenever the bot joined it and whatever stopped it."""

from tests.e2e.loopback import Channel, Guild
from tests.e2e.loopback.faults import When
from tests.e2e.newsroom import MESSAGES, Newsroom


def invited(room: Newsroom) -> tuple[Guild, Channel]:
    """Let there be a server that the bot knows nothing of, with a channel for moderators."""
    world = room.discord.world
    guild = world.add_guild("Elsewhere")
    world.add_channel(guild, "general")
    return guild, world.add_channel(guild, "mods")


async def greeted(room: Newsroom, place: Channel) -> None:
    await room.discord.world.until(lambda: place.public, "a welcome")


async def test_it_greets_a_server_that_it_joins_and_answers_its_buttons(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    async with room.start() as bot:
        await bot.ready()
        guild, place = invited(room)
        await room.discord.gateway.join(guild)
        await greeted(room, place)
        [welcome] = place.public
        ada = room.discord.person("Bea", guild)
        assert "Manage Server" in (await ada.press(welcome, "Set up")).text
        assert "keeps about people" in (await ada.press(welcome, "What is kept")).text
        assert await bot.stop() == 0
    assert not room.general.public


async def test_it_greets_a_server_that_it_joined_while_it_was_off_and_only_once(
    newsroom: Newsroom,
) -> None:
    room = newsroom
    _, place = invited(room)
    async with room.start() as bot:
        await bot.ready()
        await greeted(room, place)
        assert await bot.stop() == 0
    async with room.start() as bot:
        await bot.ready()
        await room.member.slash(room.general, "claim list")
        assert await bot.stop() == 0
    assert len(place.public) == 1


async def test_killed_before_discord_answers_it_does_not_greet_twice(newsroom: Newsroom) -> None:
    room = newsroom
    _, place = invited(room)
    held = room.discord.faults.held("POST", MESSAGES, when=When.AFTER, lost=True)
    async with room.start() as bot:
        await held.reached.wait()
        await bot.kill()
    held.release()
    assert len(place.public) == 1
    async with room.start() as bot:
        await bot.ready()
        await bot.printed("greeting of server")
    assert len(place.public) == 1
