"""Act as a person in Discord: run commands, press, choose, fill in; and see what comes back."""

import asyncio
from collections.abc import Iterable

from . import options, wire, writing
from .answers import Answer, button, selects
from .forms import submitted
from .gateway import Gateway
from .interactions import Asked, Interaction, Interactions, context, owners
from .judge import CHANNEL, MEMBER, MESSAGE, Judge
from .options import RefusedByClient
from .permissions import Permission
from .world import Channel, File, Json, Member, Message, Role, User, World

CHAT_COMMAND, USER_COMMAND, MESSAGE_COMMAND = 1, 2, 3


class NoAnswerError(AssertionError):
    """The person saw "This interaction failed", or waits still for what was announced."""


class Person:
    """
    One user, acting. Every action waits for its outcome: the first answer and, where
    that only announced one, the message itself.
    """

    def __init__(
        self,
        world: World,
        gateway: Gateway,
        interactions: Interactions,
        judge: Judge,
        user: User,
    ) -> None:
        self._world = world
        self._gateway = gateway
        self._interactions = interactions
        self._judge = judge
        self.user = user

    def send(self, channel: Channel, text: str, *files: File) -> Message:
        """Write a message; a text that is too long for one becomes a file."""
        return writing.send(self._world, channel, self.user, text, *files)

    def forward(self, message: Message, channel: Channel) -> Message:
        """Forward a message that one sees."""
        return writing.forward(self._world, self._seen(message), channel, self.user)

    async def slash(self, channel: Channel, name: str, /, **given: object) -> Answer:
        """Run `/group sub` with options; a trailing underscore in an option's name is left out."""
        return await self._ask(Asked.COMMAND, channel, self._slash_data(channel, name, given))

    def begin_slash(self, channel: Channel, name: str, /, **given: object) -> asyncio.Task[Answer]:
        """Run a command without waiting: for tests that do something meanwhile."""
        return asyncio.create_task(self.slash(channel, name, **given))

    async def suggestions(
        self, channel: Channel, name: str, focused: str, typed: str, /, **given: object
    ) -> list[Json]:
        """Type into an option and return what is offered."""
        data = self._slash_data(channel, name, {**given, focused: typed}, focused)
        return (await self._ask(Asked.AUTOCOMPLETE, channel, data)).choices

    async def menu(self, message: Message, name: str) -> Answer:
        """Choose a message's menu entry."""
        command = self._command(message.channel, name, MESSAGE_COMMAND)
        data = _command_data(command) | {"target_id": str(message.id)}
        data["resolved"] = {"messages": {str(message.id): wire.message(message)}}
        self._judge.event(MESSAGE, wire.message(message))
        return await self._ask(Asked.COMMAND, message.channel, data)

    async def press(self, on: Answer | Message, name: str) -> Answer:
        """Press the button with this label or custom_id."""
        message = self._seen(on)
        return await self._component(message, button(message, name), {})

    async def choose(self, on: Answer | Message, *values: str, select: str | None = None) -> Answer:
        """Choose in a select menu; `select` is its custom_id where there are several."""
        message = self._seen(on)
        found = [each for each in selects(message) if select in (None, each["custom_id"])]
        if len(found) != 1 or found[0].get("disabled"):
            raise RefusedByClient(f"no one select {select!r} that is enabled, but {len(found)}")
        offered = {each["value"] for each in found[0].get("options") or ()}
        if offered and not offered.issuperset(values):
            raise RefusedByClient(f"{values} are not all among {sorted(offered)}")
        return await self._component(message, found[0], {"values": [*values]})

    async def submit(self, modal: Answer, /, **given: object) -> Answer:
        """
        Fill in a modal and send it.

        Inputs are named by label or custom_id; what is not named keeps what was prefilled.
        """
        data = submitted(modal.modal, given)
        cause = modal.interaction
        return await self._ask(Asked.MODAL_SUBMIT, cause.channel, data, cause.source, cause)

    async def forge(
        self, asked: Asked, channel: Channel, data: Json, source: Message | None = None
    ) -> Answer:
        """Send what no client of Discord's would, but a program of one's own can."""
        return await self._ask(asked, channel, data, source)

    async def _component(self, message: Message, component: Json, extra: Json) -> Answer:
        data: Json = {"component_type": component["type"], "id": component["id"], **extra}
        data["custom_id"] = component["custom_id"]
        return await self._ask(Asked.COMPONENT, message.channel, data, message)

    def _seen(self, on: Answer | Message) -> Message:
        message = on.message if isinstance(on, Answer) else on
        if message.deleted or message.seen_by not in (None, self.user):
            raise RefusedByClient(f"{self.user.name} cannot see this message")
        return message

    def _slash_data(
        self, channel: Channel, name: str, given: dict[str, object], focused: str | None = None
    ) -> Json:
        first, *rest = name.removeprefix("/").split()
        command = self._command(channel, first, CHAT_COMMAND)
        definition, shells = options.nested(command, rest)
        named = {key.removesuffix("_"): value for key, value in given.items()}
        filled = options.filled(definition, named, focused)
        attached = self._attached(filled)
        data = _command_data(command) | {"options": options.wrapped(shells, filled)}
        if resolved := self._resolved(channel, named.values()) | attached:
            data["resolved"] = resolved
        return data

    def _attached(self, filled: list[Json]) -> Json:
        """Upload the files among the options, which then name them by number."""
        found: Json = {}
        for option in filled:
            file = option["value"]
            if isinstance(file, File):
                kept = writing.uploaded(self._world, file, "ephemeral-attachments/0")
                option["value"] = kept["id"]
                found[kept["id"]] = kept | {"ephemeral": True}
        return {"attachments": found} if found else {}

    def _command(self, channel: Channel, name: str, kind: int) -> Json:
        command = options.find_command(self._world, channel, name, kind)
        allowed = channel.permissions_of(self.user)
        needed = command["default_member_permissions"]
        admin = bool(allowed & Permission.ADMINISTRATOR)
        if needed is not None and not admin and (needed == "0" or int(needed) & ~allowed):
            raise RefusedByClient(f"{self.user.name} is not shown {name!r}: needs {needed}")
        if command["contexts"] and context(channel) not in command["contexts"]:
            raise RefusedByClient(f"{name!r} is not offered here")
        return command

    def _resolved(self, channel: Channel, values: Iterable[object]) -> Json:
        found: Json = {}
        for value in values:
            if isinstance(value, User | Member):
                user = value.user if isinstance(value, Member) else value
                found.setdefault("users", {})[str(user.id)] = wire.user(user)
                member = channel.guild.members.get(user.id) if channel.guild else None
                if member is not None:
                    part = {k: v for k, v in wire.member(member).items() if k not in NOT_RESOLVED}
                    part["permissions"] = str(int(channel.permissions_of(user)))
                    found.setdefault("members", {})[str(user.id)] = part
            elif isinstance(value, Role):
                found.setdefault("roles", {})[str(value.id)] = wire.role(value)
            elif isinstance(value, Channel):
                part = {**wire.channel(value)}
                part["permissions"] = str(int(value.permissions_of(self.user)))
                found.setdefault("channels", {})[str(value.id)] = part
        return found

    async def _ask(
        self,
        asked: Asked,
        channel: Channel,
        data: Json,
        source: Message | None = None,
        cause: Interaction | None = None,
    ) -> Answer:
        """Send an interaction and wait for its outcome."""
        session = self._gateway.session_for(channel.guild)
        found = self._interactions.open(asked, self.user, channel, data, source, cause)
        await session.dispatch("INTERACTION_CREATE", self._payload(found))
        patience = self._interactions.answer_within
        try:
            await self._world.until(lambda: found.answered, "an answer", within=patience + 0.5)
        except AssertionError:
            raise NoAnswerError(f"no answer within {patience:g} s to {data}") from None
        try:
            within = self._interactions.complete_within
            await self._world.until(lambda: found.completed, "the rest", within=within)
        except AssertionError:
            raise NoAnswerError(f"deferred, then nothing: {data}") from None
        return Answer(found)

    def _payload(self, found: Interaction) -> Json:
        channel = found.channel
        payload: Json = {
            "id": str(found.id),
            "application_id": str(self._world.application_id),
            "type": int(found.type),
            "token": found.token,
            "version": 1,
            "data": found.data,
            "channel_id": str(channel.id),
            "channel": wire.channel(channel),
            "app_permissions": str(int(channel.permissions_of(self._world.bot))),
            "locale": "en-US",
            "entitlements": [],
            "authorizing_integration_owners": owners(channel),
            "context": context(channel),
            "attachment_size_limit": 10_485_760,
        }
        if channel.guild is None:
            payload["user"] = wire.user(self.user)
        else:
            guild = channel.guild
            permissions = str(int(channel.permissions_of(self.user)))
            payload["member"] = wire.member(guild.members[self.user.id])
            payload["member"]["permissions"] = permissions
            payload["guild"] = {"id": str(guild.id), "locale": "en-US", "features": []}
            payload["guild_id"] = str(guild.id)
            payload["guild_locale"] = "en-US"
            self._judge.event(MEMBER, payload["member"])
        self._judge.event(CHANNEL, payload["channel"])
        if found.source is not None:
            payload["message"] = wire.message(found.source)
            self._judge.event(MESSAGE, payload["message"])
        return payload


NOT_RESOLVED = ("user", "deaf", "mute")


def _command_data(command: Json) -> Json:
    data: Json = {"id": command["id"], "name": command["name"], "type": command["type"]}
    if "guild_id" in command:
        data["guild_id"] = command["guild_id"]
    return data
