"""A small Discord on loopback: HTTP and gateway, in the test's own process and event loop."""

from types import TracebackType

from aiohttp import web

from .driver import Person
from .exchange import API, Call, Exchange
from .faults import Faults
from .gateway import GATEWAY_PATH, RESUME_PATH, Gateway, close_all
from .interactions import Interactions
from .judge import Judge, Schema
from .limits import Limits
from .routes import Accounts, Commands, Messages, Responses
from .world import Guild, Role, User, World

LARGEST_UPLOAD = 25 * 1024 * 1024


class LoopbackDiscord:
    """
    Everything together. Enter it to listen; `environment` is what leads a bot's process here.

    It is small: text channels, threads and direct messages, interactions of every kind, no
    reactions, voice, polls or member lists. What it lacks it answers with 404, and the judge
    takes that as a problem. Rate limits hold only where a test sets `limits`.
    """

    def __init__(self, schema: Schema | None = None, *, shards: int = 1) -> None:
        self.world = World()
        self.faults = Faults()
        self.limits = Limits()
        self.judge = Judge(schema)
        self.gateway = Gateway(self.world, self.judge, shards)
        self.interactions = Interactions(self.world)
        self._exchange = Exchange(self.world, self.faults, self.limits, self.judge)
        self._runner: web.AppRunner | None = None
        self._site: web.TCPSite | None = None
        self._port = 0

    @property
    def calls(self) -> list[Call]:
        """Every request so far, in order."""
        return self._exchange.calls

    def calls_to(self, method: str, template: str) -> list[Call]:
        """Return the requests to one route, named as in Discord's documentation."""
        return [each for each in self.calls if (each.method, each.template) == (method, template)]

    @property
    def environment(self) -> dict[str, str]:
        """Where an unmodified program finds this Discord; see `redirect/sitecustomize.py`."""
        return {
            "LOOPBACK_API": f"http://127.0.0.1:{self._port}{API}",
            "LOOPBACK_GATEWAY": self.gateway.url,
        }

    async def __aenter__(self) -> "LoopbackDiscord":
        app = web.Application(client_max_size=LARGEST_UPLOAD)
        subjects = (
            Accounts(self.world, self.gateway),
            Commands(self.world),
            Messages(self.world),
            Responses(self.world, self.interactions),
        )
        for subject in subjects:
            app.add_routes(subject.routes(self._exchange))
        app.router.add_get(GATEWAY_PATH, self.gateway.serve)
        app.router.add_get(RESUME_PATH, self.gateway.serve)
        for kind in ("attachments", "ephemeral-attachments"):
            app.router.add_get(f"/{kind}/{{place}}/{{number}}/{{name}}", self._attached)
        app.router.add_route("*", API + "/{rest:.*}", self._exchange.unknown)
        self._runner = web.AppRunner(app, shutdown_timeout=1.0)
        await self._runner.setup()
        await self.online()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.faults.clear()
        await close_all(self.gateway)
        assert self._runner is not None
        await self._runner.cleanup()

    async def online(self) -> None:
        """Listen, on the same port as before."""
        assert self._runner is not None
        self._site = web.TCPSite(self._runner, "127.0.0.1", self._port)
        await self._site.start()
        if not self._port:
            self._port = self._runner.addresses[0][1]
            self.world.cdn = f"http://127.0.0.1:{self._port}"
            self.gateway.url = f"ws://127.0.0.1:{self._port}{GATEWAY_PATH}"

    async def offline(self) -> None:
        """Stop listening and cut every connection without a word: the network is gone."""
        assert self._runner is not None
        assert self._site is not None
        await self._site.stop()
        assert self._runner.server is not None
        for connection in self._runner.server.connections:
            if connection.transport is not None:
                connection.transport.abort()

    async def _attached(self, request: web.Request) -> web.Response:
        """Hand out a file that a person attached, as Discord's file server does."""
        content = self.world.files.get(request.match_info["number"])
        return web.Response(status=404) if content is None else web.Response(body=content)

    def person(self, name: str, guild: Guild, *roles: Role) -> Person:
        """Let somebody join a server, to act as."""
        user = self.world.add_user(name)
        self.world.add_member(guild, user, roles)
        return self.act_as(user)

    def act_as(self, user: User) -> Person:
        """Act as a user who exists already."""
        return Person(self.world, self.gateway, self.interactions, self.judge, user)

    def verdict(self) -> str:
        """Say all that was wrong with what the bot sent, and with this Discord itself."""
        return self.judge.verdict()
