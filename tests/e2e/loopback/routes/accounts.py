"""Who the bot is, where its gateway is, and the servers and channels that it can ask for."""

from aiohttp import web

from tests.e2e.loopback import errors, posting, wire
from tests.e2e.loopback.exchange import Call, Exchange
from tests.e2e.loopback.gateway import Gateway
from tests.e2e.loopback.world import GUILD_TEXT, Channel, Guild, Json, World


def channel_of(world: World, call: Call) -> Channel:
    """Return the channel that the path names, or refuse."""
    found = world.channels.get(call.number("channel_id"))
    if found is None:
        raise errors.unknown_channel()
    return found


def guild_of(world: World, call: Call) -> Guild:
    """Return the server that the path names, or refuse where the bot is not in it."""
    found = world.guilds.get(call.number("guild_id"))
    if found is None or world.bot.id not in found.members:
        raise errors.unknown_guild()
    return found


class Accounts:
    """Login, gateway, servers, channels."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway

    def routes(self, exchange: Exchange) -> list[web.RouteDef]:
        """Bind all of them."""
        return [
            exchange.serve("GET", "/users/@me", self.me),
            exchange.serve("GET", "/oauth2/applications/@me", self.application),
            exchange.serve("GET", "/applications/@me", self.application),
            exchange.serve("GET", "/gateway", self.gateway),
            exchange.serve("GET", "/gateway/bot", self.gateway_bot),
            exchange.serve("GET", "/guilds/{guild_id}", self.guild),
            exchange.serve("GET", "/guilds/{guild_id}/channels", self.guild_channels),
            exchange.serve("GET", "/guilds/{guild_id}/roles", self.guild_roles),
            exchange.serve("GET", "/guilds/{guild_id}/members/{user_id}", self.guild_member),
            exchange.serve("GET", "/users/{user_id}", self.user),
            exchange.serve("GET", "/channels/{channel_id}", self.channel),
            exchange.serve("POST", "/users/@me/channels", self.open_dm),
        ]

    async def me(self, call: Call) -> Json:
        """The bot's own user."""
        return wire.own_user(self._world.bot)

    async def application(self, call: Call) -> Json:
        """The bot's application."""
        return wire.application(self._world)

    async def gateway(self, call: Call) -> Json:
        """The gateway's address."""
        return {"url": self._gateway.url}

    async def gateway_bot(self, call: Call) -> Json:
        """The gateway's address, with the advice for sharding."""
        limit = {
            "total": 1000,
            "remaining": self._gateway.identify_limit,
            "reset_after": 14_400_000,
            "max_concurrency": 1,
        }
        address = {"url": self._gateway.url, "shards": self._gateway.shards}
        return {**address, "session_start_limit": limit}

    async def guild(self, call: Call) -> Json:
        """One server."""
        return wire.guild(guild_of(self._world, call))

    async def guild_channels(self, call: Call) -> list[Json]:
        """A server's channels, without threads."""
        places = guild_of(self._world, call).channels.values()
        return [wire.channel(each) for each in places if each.type == GUILD_TEXT]

    async def guild_roles(self, call: Call) -> list[Json]:
        """A server's roles."""
        return [wire.role(each) for each in guild_of(self._world, call).roles.values()]

    async def guild_member(self, call: Call) -> Json:
        """One member."""
        found = guild_of(self._world, call).members.get(call.number("user_id"))
        if found is None:
            raise errors.ApiError(404, 10007, "Unknown Member")
        return wire.member(found)

    async def user(self, call: Call) -> Json:
        """One user."""
        found = self._world.users.get(call.number("user_id"))
        if found is None:
            raise errors.unknown_user()
        return wire.user(found)

    async def channel(self, call: Call) -> Json:
        """One channel."""
        found = channel_of(self._world, call)
        posting.visible(self._world, found)
        return wire.channel(found)

    async def open_dm(self, call: Call) -> Json:
        """Open a direct conversation; that it is refused shows only when something is posted."""
        found = self._world.users.get(int(call.body["recipient_id"]))
        if found is None:
            raise errors.unknown_user()
        return wire.channel(self._world.dm_with(found))
