"""Application commands, of all servers and of single ones."""

from aiohttp import web

from tests.e2e.loopback import errors
from tests.e2e.loopback.exchange import Call, Exchange
from tests.e2e.loopback.judge import commands as rules
from tests.e2e.loopback.world import Json, World

from .accounts import guild_of

GLOBAL = "/applications/{application_id}/commands"
OF_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands"


class Commands:
    """Both scopes behave alike; `None` is the global one."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self, exchange: Exchange) -> list[web.RouteDef]:
        """Bind all of them."""
        return [
            exchange.serve(method, scope + suffix, handler)
            for scope in (GLOBAL, OF_GUILD)
            for method, suffix, handler in (
                ("GET", "", self.index),
                ("PUT", "", self.replace),
                ("POST", "", self.create),
                ("GET", "/{command_id}", self.get),
                ("PATCH", "/{command_id}", self.edit),
                ("DELETE", "/{command_id}", self.delete),
            )
        ]

    async def index(self, call: Call) -> list[Json]:
        """All of a scope."""
        return [*self._scope(call).values()]

    async def replace(self, call: Call) -> list[Json]:
        """Replace all of a scope; a command that stays under its name keeps its id."""
        scope = self._scope(call)
        errors.refuse(rules.commands(call.body))
        known = {(each["type"], each["name"]): each for each in scope.values()}
        made = [self._made(call, each, known.get(_key(each))) for each in call.body]
        scope.clear()
        scope.update({int(each["id"]): each for each in made})
        return made

    async def create(self, call: Call) -> Json:
        """Add one, or replace the one of this name."""
        scope = self._scope(call)
        known = {(each["type"], each["name"]): each for each in scope.values()}
        others = [each for key, each in known.items() if key != _key(call.body)]
        errors.refuse(rules.commands([*others, call.body]))
        made = self._made(call, call.body, known.get(_key(call.body)))
        scope[int(made["id"])] = made
        return made

    async def get(self, call: Call) -> Json:
        """One command."""
        found = self._scope(call).get(call.number("command_id"))
        if found is None:
            raise errors.unknown_command()
        return found

    async def edit(self, call: Call) -> Json:
        """Change one command."""
        found = await self.get(call)
        changed = {**found, **call.body}
        errors.refuse(rules.command(changed))
        made = self._made(call, changed, found)
        self._scope(call)[int(made["id"])] = made
        return made

    async def delete(self, call: Call) -> None:
        """Remove one command."""
        await self.get(call)
        del self._scope(call)[call.number("command_id")]

    def _scope(self, call: Call) -> dict[int, Json]:
        if call.number("application_id") != self._world.application_id:
            raise errors.missing_access()
        guild = guild_of(self._world, call).id if "guild_id" in call.match else None
        return self._world.commands[guild]

    def _made(self, call: Call, given: Json, known: Json | None) -> Json:
        permissions = given.get("default_member_permissions")
        made: Json = {
            "type": 1,
            "description": "",
            "options": [],
            "nsfw": False,
            "contexts": None,
            "integration_types": [0],
            **{key: value for key, value in given.items() if value is not None},
            "id": known["id"] if known else str(self._world.snowflake()),
            "application_id": str(self._world.application_id),
            "version": str(self._world.snowflake()),
            "default_member_permissions": None if permissions is None else str(permissions),
        }
        if "guild_id" in call.match:
            made["guild_id"] = call.match["guild_id"]
        return made


def _key(given: Json) -> tuple[int, str]:
    return given.get("type", 1), given["name"]
