"""One HTTP exchange: read, meet scripted trouble, judge, handle, judge the answer, reply."""

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from . import errors
from .errors import ApiError
from .faults import Fault, Faults, When
from .judge import Judge
from .limits import Limits
from .world import Json, World

API = "/api/v10"
TOKENLESS = ("/interactions/", "/webhooks/")


@dataclass
class Call:
    """One request as handlers see it: path and query parameters, JSON body, uploaded files."""

    method: str
    template: str
    path: str
    match: dict[str, str]
    query: dict[str, str]
    body: Any
    files: list[Json] = field(default_factory=list)
    status: int = 0

    def number(self, name: str) -> int:
        """Return a path parameter that is a snowflake; what is none names nothing."""
        return int(self.match[name]) if self.match[name].isdecimal() else 0


Handler = Callable[[Call], Awaitable[Json | list[Json] | None]]


class Exchange:
    """Everything between the socket and the handlers; `calls` is the record of what was asked."""

    def __init__(self, world: World, faults: Faults, limits: Limits, judge: Judge) -> None:
        self.world = world
        self.limits = limits
        self.faults = faults
        self.judge = judge
        self.calls: list[Call] = []

    def serve(self, method: str, template: str, handler: Handler) -> web.RouteDef:
        """Bind a handler to one route of Discord's, named as in its OpenAPI file."""

        async def respond(request: web.Request) -> web.StreamResponse:
            return await self._respond(request, template, handler)

        return web.route(method, API + template, respond)

    async def unknown(self, request: web.Request) -> web.StreamResponse:
        """Answer what this Discord does not have: a problem to look at, of the bot's or of ours."""
        error = ApiError(404, 0, "404: Not Found (the loopback Discord has no such route)")
        self.judge.refused(request.method, request.path, error)
        return _reply(404, {"message": error.message, "code": 0})

    async def _respond(
        self, request: web.Request, template: str, handler: Handler
    ) -> web.StreamResponse:
        call = await self._read(request, template)
        self.calls.append(call)
        self.world.touch()
        trouble = self.faults.take(call.method, template, When.BEFORE)
        if trouble and (reply := await self._meet(trouble, request)):
            call.status = reply.status
            return reply
        now = asyncio.get_running_loop().time()
        wait, for_all, headers = self.limits.take(call.method, template, call.match, now)
        if wait:
            call.status = 429
            return _limited(wait, for_all, headers)
        status, body = await self._handle(request, call, handler)
        call.status = status
        self.world.touch()
        trouble = self.faults.take(call.method, template, When.AFTER)
        if trouble and (reply := await self._meet(trouble, request)):
            return reply
        return _reply(status, body, headers)

    async def _handle(
        self, request: web.Request, call: Call, handler: Handler
    ) -> tuple[int, Json | list[Json] | None]:
        body: Json | list[Json] | None
        try:
            if not call.template.startswith(TOKENLESS) and call.template != "/gateway":
                self._authorize(request)
            self.judge.request(call.method, call.template, call.body)
            body = await handler(call)
            status = 204 if body is None else 200
        except ApiError as error:
            self.judge.refused(call.method, call.path, error)
            status, body = error.status, {"message": error.message, "code": error.code}
            if error.details:
                complaints = [{"code": error.code, "message": each} for each in error.details]
                body["errors"] = {"body": {"_errors": complaints}}
        except Exception as bug:
            self.judge.own_mistakes.append(f"{call.method} {call.path}: {bug!r:.1000}")
            raise
        self.judge.answer(call.method, call.template, status, body)
        return status, body

    def _authorize(self, request: web.Request) -> None:
        if request.headers.get("Authorization") != f"Bot {self.world.token}":
            raise errors.unauthorized()

    async def _meet(self, trouble: Fault, request: web.Request) -> web.StreamResponse | None:
        if trouble.gate is not None:
            await trouble.gate.wait()
        if trouble.stall:
            # A slow server is what is being played; no test waits by this.
            await asyncio.sleep(trouble.stall)
        if trouble.drop:
            if request.transport is not None:
                request.transport.abort()
            return web.Response(status=500)
        if trouble.status is not None:
            return _reply(trouble.status, trouble.body, trouble.headers)
        return None

    async def _read(self, request: web.Request, template: str) -> Call:
        path = request.path.removeprefix(API)
        match, query = dict(request.match_info), dict(request.query)
        call = Call(request.method, template, path, match, query, None)
        if request.content_type == "multipart/form-data":
            await self._read_parts(request, call)
        elif raw := await request.read():
            call.body = json.loads(raw)
        return call

    async def _read_parts(self, request: web.Request, call: Call) -> None:
        form = await request.post()
        described: dict[str, Json] = {}
        if isinstance(payload := form.get("payload_json"), str):
            call.body = json.loads(payload)
            given = call.body.get("data", call.body).get("attachments") or []
            described = {str(each["id"]): each for each in given}
        for name, part in form.items():
            if isinstance(part, web.FileField):
                content = part.file.read()
                number = name.removeprefix("files[").removesuffix("]")
                call.files.append(self._keep(part, content, described.get(number, {})))

    def _keep(self, part: web.FileField, content: bytes, described: Json) -> Json:
        number = str(self.world.snowflake())
        self.world.files[number] = content
        url = f"https://cdn.discordapp.com/attachments/0/{number}/{part.filename}"
        kept: Json = {"id": number, "filename": part.filename, "size": len(content)}
        kept |= {"url": url, "proxy_url": url, "content_type": part.content_type}
        if described.get("description"):
            kept["description"] = described["description"]
        return kept


def _reply(status: int, body: object, headers: dict[str, str] | None = None) -> web.Response:
    """
    Reply as Discord does.

    discord.py reads JSON only where the type is exactly application/json, without a charset.
    """
    if body is None:
        return web.Response(status=status, headers=headers)
    if isinstance(body, str):
        return web.Response(status=status, text=body)
    raw = json.dumps(body).encode()
    kind = {"Content-Type": "application/json"}
    return web.Response(status=status, body=raw, headers={**kind, **(headers or {})})


def _limited(wait: float, for_all: bool, headers: dict[str, str]) -> web.Response:
    body = {"message": "You are being rate limited.", "retry_after": wait, "global": for_all}
    extra = {"Via": "1.1 google", "Retry-After": f"{wait:.3f}"}
    scope = {"X-RateLimit-Scope": "global" if for_all else "user"}
    return _reply(429, body, {**headers, **extra, **scope})
