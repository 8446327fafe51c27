"""The gateway: sessions that outlive their sockets, events numbered and replayed, zlib."""

import asyncio
import json
import zlib
from collections import deque
from dataclasses import dataclass, field
from enum import IntEnum

from aiohttp import WSMsgType, web

from . import wire
from .judge import CHANNEL, GUILD, MEMBER, OWN_USER, Judge
from .world import Guild, Json, World

HEARTBEAT_MS = 41_250  # what Discord asks for at present
MOST_SENDS = 121  # more than the 120 that Discord takes within 60 seconds
RESUME_PATH = "/gateway/resume/"
GATEWAY_PATH = "/gateway/"


class Op(IntEnum):
    """Gateway opcodes."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    PRESENCE = 3
    RESUME = 6
    RECONNECT = 7
    REQUEST_MEMBERS = 8
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


@dataclass(eq=False)
class Link:
    """One socket; `close_code` is what it was closed with: 1006 where the bot just vanished."""

    socket: web.WebSocketResponse
    path: str
    squeeze: "zlib._Compress | None"
    close_code: int | None = None
    received: "deque[float]" = field(default_factory=lambda: deque(maxlen=MOST_SENDS))

    async def send(self, payload: Json) -> None:
        """Send one payload, in the connection's one zlib stream where that was asked for."""
        text = json.dumps(payload)
        if self.squeeze is None:
            await self.socket.send_str(text)
        else:
            packed = self.squeeze.compress(text.encode())
            await self.socket.send_bytes(packed + self.squeeze.flush(zlib.Z_SYNC_FLUSH))


@dataclass(eq=False)
class Session:
    """What IDENTIFY began; its events are kept so that RESUME can replay them."""

    id: str
    shard: tuple[int, int]
    intents: int
    link: Link | None
    history: list[Json] = field(default_factory=list)
    resumed: int = 0
    valid: bool = True

    async def dispatch(self, event: str, data: Json) -> None:
        """Number an event, keep it, and send it if somebody listens."""
        number = len(self.history) + 1
        payload: Json = {"op": Op.DISPATCH, "t": event, "s": number, "d": data}
        self.history.append(payload)
        if self.link is not None and not self.link.socket.closed:
            await self.link.send(payload)


class Gateway:
    """All sockets and sessions. `shards` is how many Discord recommends."""

    def __init__(self, world: World, judge: Judge, shards: int = 1) -> None:
        self._world = world
        self._judge = judge
        self.shards = shards
        self.accepting = True
        self.acknowledging = True
        self.identify_limit = 1000
        self.sessions: list[Session] = []
        self.links: list[Link] = []
        self.url = ""

    def live(self) -> list[Session]:
        """Return the sessions that somebody listens to and that have had their READY."""
        return [each for each in self.sessions if each.link is not None and each.history]

    def session_for(self, guild: Guild | None) -> Session:
        """Return the latest live session of a server's shard; direct messages are on shard 0."""
        for session in reversed(self.live()):
            number, count = session.shard
            if number == ((guild.id >> 22) % count if guild else 0):
                return session
        raise AssertionError("no bot is connected to the gateway")

    async def reconnect(self, *, resumable: bool = True) -> None:
        """Tell every session to come back (op 7), after which RESUME works or is refused."""
        for session in self.live():
            session.valid = resumable
            if session.link is not None:
                await session.link.send({"op": Op.RECONNECT, "d": None})

    async def invalidate(self, *, resumable: bool = False) -> None:
        """Tell every session that it is over (op 9)."""
        for session in self.live():
            session.valid = resumable
            if session.link is not None:
                await session.link.send({"op": Op.INVALID_SESSION, "d": resumable})

    async def close(self, code: int) -> None:
        """Close every socket from this side."""
        for session in self.live():
            if session.link is not None:
                await session.link.socket.close(code=code)

    async def serve(self, request: web.Request) -> web.StreamResponse:
        """Speak with one socket until it closes."""
        if not self.accepting:
            return web.Response(status=503)
        # The stream is compressed by us, as Discord does; aiohttp shall not do it once more.
        socket = web.WebSocketResponse(compress=False)
        await socket.prepare(request)
        zipped = request.query.get("compress") == "zlib-stream"
        link = Link(socket, request.path, zlib.compressobj() if zipped else None)
        self.links.append(link)
        try:
            await link.send({"op": Op.HELLO, "d": {"heartbeat_interval": HEARTBEAT_MS}})
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._receive(link, json.loads(message.data))
        finally:
            link.close_code = socket.close_code
            for session in self.sessions:
                if session.link is link:
                    session.link = None
            self._world.touch()
        return socket

    def _complain(self, words: str) -> None:
        self._judge.gateway_problems.append(f"gateway: {words}")

    async def _receive(self, link: Link, payload: Json) -> None:
        link.received.append(asyncio.get_running_loop().time())
        if len(link.received) == MOST_SENDS and link.received[-1] - link.received[0] < 60:
            self._complain(f"{MOST_SENDS} sends within a minute")
            await link.socket.close(code=4008)
        match payload["op"]:
            case Op.HEARTBEAT:
                if self.acknowledging:
                    await link.send({"op": Op.HEARTBEAT_ACK, "d": None})
            case Op.IDENTIFY:
                await self._identify(link, payload["d"])
            case Op.RESUME:
                await self._resume(link, payload["d"])
            case Op.PRESENCE:
                pass
            case other:
                self._complain(f"op {other} is not for a bot with these intents")
                await link.socket.close(code=4001)
        self._world.touch()

    async def _identify(self, link: Link, asked: Json) -> None:
        shard = tuple(asked.get("shard", (0, 1)))
        if asked["token"] != self._world.token:
            await link.socket.close(code=4004)
            return
        if not 0 <= shard[0] < shard[1]:
            await link.socket.close(code=4010)
            return
        self.identify_limit -= 1
        name = f"session-{self._world.snowflake()}"
        session = Session(name, (shard[0], shard[1]), asked["intents"], link)
        self._judge.event(OWN_USER, wire.own_user(self._world.bot))
        guilds = [
            each for each in self._world.guilds.values() if (each.id >> 22) % shard[1] == shard[0]
        ]
        self.sessions.append(session)
        application = {"id": str(self._world.application_id), "flags": 0}
        await session.dispatch(
            "READY",
            {
                "v": 10,
                "user": wire.own_user(self._world.bot),
                "guilds": [{"id": str(each.id), "unavailable": True} for each in guilds],
                "session_id": session.id,
                "resume_gateway_url": self.url.removesuffix(GATEWAY_PATH) + RESUME_PATH,
                "shard": list(shard),
                "application": application,
            },
        )
        for guild in guilds:
            await self._create(session, guild)

    async def join(self, guild: Guild) -> None:
        """Tell the bot that somebody invited it to this server just now."""
        await self._create(self.session_for(guild), guild)

    async def _create(self, session: Session, guild: Guild) -> None:
        created = wire.guild_create(guild, self._world.bot)
        self._judge.event(GUILD, created)
        for place in (*created["channels"], *created["threads"]):
            self._judge.event(CHANNEL, place)
        for member in created["members"]:
            self._judge.event(MEMBER, member)
        await session.dispatch("GUILD_CREATE", created)

    async def _resume(self, link: Link, asked: Json) -> None:
        if asked["token"] != self._world.token:
            await link.socket.close(code=4004)
            return
        found = [each for each in self.sessions if each.id == asked["session_id"] and each.valid]
        if not found:
            await link.send({"op": Op.INVALID_SESSION, "d": False})
            return
        session = found[0]
        if link.path != RESUME_PATH:
            self._complain("RESUME did not go to resume_gateway_url")
        session.link = link
        session.resumed += 1
        for payload in session.history[asked["seq"] :]:
            await link.send(payload)
        await session.dispatch("RESUMED", {})


async def close_all(gateway: Gateway) -> None:
    """Close what is still open, at the end of a test."""
    open_links = [each.socket.close(code=1001) for each in gateway.links if not each.socket.closed]
    await asyncio.gather(*open_links)
