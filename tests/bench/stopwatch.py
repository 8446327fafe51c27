"""When answers come: a loopback Discord that takes them in as quickly as it can."""

import asyncio
import json
from time import perf_counter

from aiohttp import web

from tests.e2e.loopback import Asked, LoopbackDiscord, Person, wire
from tests.e2e.loopback.exchange import Handler
from tests.e2e.loopback.world import Channel, Json
from tests.e2e.newsroom import CALLBACK

MESSAGE = 4


class Stopwatch:
    """
    Takes callbacks in the place of the small Discord, and notes when they were there.

    The small Discord looks into each answer and keeps it, which takes longer than most bots take
    over theirs; people would wait for the harness. What the bot is sent and told is the same.
    """

    def __init__(self, discord: LoopbackDiscord) -> None:
        self._discord = discord
        self._usual = discord._exchange._respond
        self._waiting: dict[str, asyncio.Future[float]] = {}
        self._message: Json = {}

    async def learn(self, person: Person, channel: Channel) -> None:
        """Learn by one usual answer what a message looks like; from then on take the callbacks."""
        answer = await person.slash(channel, "claim list")
        self._message = wire.message(answer.message)
        self._discord._exchange._respond = self._respond  # type: ignore[method-assign]  # timed

    def prepared(self, person: Person, channel: Channel, asked: Asked, data: Json) -> Json:
        """Return what the bot is sent when this person asks this."""
        interactions = self._discord.interactions
        return person._payload(interactions.open(asked, person.user, channel, data, None, None))

    async def asked(self, payload: Json) -> float:
        """Send an interaction with a number of its own; return the seconds until it is answered."""
        number = str(self._discord.world.snowflake())
        came: asyncio.Future[float] = asyncio.get_running_loop().create_future()
        self._waiting[number] = came
        world, gateway = self._discord.world, self._discord.gateway
        session = gateway.session_for(world.guilds[int(payload["guild_id"])])
        began = perf_counter()
        await session.dispatch("INTERACTION_CREATE", payload | {"id": number, "token": number})
        return await came - began

    async def _respond(
        self, request: web.Request, template: str, handler: Handler
    ) -> web.StreamResponse:
        number = request.match_info.get("interaction_id", "")
        if template != CALLBACK or number not in self._waiting:
            return await self._usual(request, template, handler)
        raw = await request.read()
        came = perf_counter()
        self._waiting.pop(number).set_result(came)
        if request.query.get("with_response") != "1":
            return web.Response(status=204)
        answer = json.loads(raw)
        told: Json = {"interaction": {"id": number, "type": 2}}
        if answer["type"] == MESSAGE:
            message = self._message | answer["data"]
            told["interaction"]["response_message_id"] = message["id"]
            told["resource"] = {"type": MESSAGE, "message": message}
        return web.Response(
            body=json.dumps(told).encode(), headers={"Content-Type": "application/json"}
        )
