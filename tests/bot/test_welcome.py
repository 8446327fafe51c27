"""A joining bot greets: once, where moderators are, and its buttons look at who presses."""

import discord
import pytest
import simcord
from simcord import ChannelHandle, MemberActor

from bot.app import App
from claims.ledger import Ledger
from tests.bot.desk import Desk, Sent, body, labels, last_message, words


class Server:
    """A server that the bot just joined; nothing is chosen in it."""

    def __init__(self, env: simcord.Env, locale: str = "en-US") -> None:
        self.env = env
        self.guild = env.create_guild("New here", preferred_locale=locale)
        self.state = env.backend.get_guild(self.guild.id)

    def channel(self, name: str, *, closed: bool = False, **denied: bool) -> ChannelHandle:
        me, everybody = self.guild.me, self.guild.default_role
        assert me is not None
        return self.guild.create_text_channel(
            name,
            overwrites={
                everybody: discord.PermissionOverwrite(view_channel=False if closed else None),
                me: discord.PermissionOverwrite(**(denied or {"view_channel": True})),
            },
        )

    async def join(self) -> None:
        """Let the bot find itself in this server, at a start."""
        bot = self.env.bot
        assert isinstance(bot, App)
        await self.env.restart_bot(App(bot.ledger, shard_count=1))
        await self.env.settle()

    def posts(self) -> list[tuple[int, Sent]]:
        """Return where the bot wrote, and what."""
        return [
            (
                int(request.path.split("/")[2]),
                Sent(body(request)["components"]),
            )
            for request in self.env.http_requests
            if request.method == "POST" and request.path.endswith("/messages")
        ]


@pytest.fixture
async def server(simcord_env: simcord.Env) -> Server:
    server = Server(simcord_env)
    await simcord_env.settle()
    return server


async def test_it_says_what_it_is_what_to_press_and_how_to_set_it_up(server: Server) -> None:
    place = server.channel("mod-desk")
    await server.join()
    [(where, message)] = server.posts()
    assert where == place.id
    assert "A news article goes in" in words(message)
    assert "/setup moderators" in words(message)
    assert labels(message) == ["Set up", "Try an example", "What is kept"]


async def test_it_is_greeted_once_however_often_the_bot_starts(server: Server) -> None:
    server.channel("staff")
    await server.join()
    await server.join()
    bot = server.env.bot
    bot.dispatch("guild_join", bot.guilds[0])
    bot.dispatch("guild_available", bot.guilds[0])
    await server.env.settle()
    assert len(server.posts()) == 1


@pytest.mark.parametrize("missing", ["view_channel", "send_messages", "embed_links"])
async def test_where_it_may_not_write_it_goes_on_to_the_next_place(
    server: Server, missing: str
) -> None:
    server.channel("general")
    server.channel("moderators", **{missing: False})
    system = server.channel("arrivals")
    server.state.system_channel_id = system.id
    await server.join()
    assert [where for where, _ in server.posts()] == [system.id]


async def test_never_just_the_first_channel_nor_anybody_directly(server: Server) -> None:
    server.channel("general")
    server.channel("modern-art")
    await server.join()
    assert server.posts() == []
    place = server.channel("admin")
    await server.join()
    assert [where for where, _ in server.posts()] == [place.id]


async def test_discords_own_channel_for_moderators_comes_first(server: Server) -> None:
    server.channel("mods")
    notices = server.channel("notices")
    server.state.public_updates_channel_id = notices.id
    await server.join()
    assert [where for where, _ in server.posts()] == [notices.id]


async def test_a_closed_channel_comes_before_one_that_all_see(server: Server) -> None:
    server.channel("help-desk")
    closed = server.channel("mod-talk", closed=True)
    await server.join()
    assert [where for where, _ in server.posts()] == [closed.id]


async def test_a_server_that_chose_something_is_not_greeted(desk: Desk) -> None:
    desk.env.guild.create_text_channel("mods")
    before = len(desk.env.http_requests)
    await desk.restart()
    await desk.env.settle()
    posted = [r for r in desk.env.http_requests[before:] if r.path.endswith("/messages")]
    assert posted == []


async def test_it_speaks_the_servers_language(simcord_env: simcord.Env, ledger: Ledger) -> None:
    server = Server(simcord_env, "de")
    server.channel("moderation")
    await server.join()
    [(_, message)] = server.posts()
    assert "Behauptungen" in words(message)


async def test_its_buttons_are_for_those_they_name(server: Server, ledger: Ledger) -> None:
    place = server.channel("mods")
    manages = discord.Permissions(manage_guild=True)
    role = server.guild.create_role("Managers", permissions=manages)
    manager = server.guild.add_member(server.env.create_user("mo"), roles=[role])
    member = server.guild.add_member(server.env.create_user("ada"))
    await server.join()
    welcome = last_message(place)

    async def pressed(person: MemberActor, label: str) -> str:
        answer = await person.click(welcome, label=label)
        assert answer.ephemeral
        return words(answer.response)

    assert "Manage Server" in await pressed(member, "Set up")
    assert "Only people who may manage" in await pressed(member, "Try an example")
    assert "What this server's ledger keeps" in await pressed(member, "What is kept")
    assert "/setup moderators" in await pressed(manager, "Set up")
    loaded = await manager.click(welcome, label="Try an example")
    assert "claims were added" in words(
        loaded.followups[-1] if loaded.followups else loaded.response
    )
