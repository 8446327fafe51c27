"""Messages in channels, of the bot's own accord."""

from aiohttp import web

from tests.e2e.loopback import errors, posting
from tests.e2e.loopback.exchange import Call, Exchange
from tests.e2e.loopback.permissions import Permission
from tests.e2e.loopback.world import Json, Message, World

from .accounts import channel_of

ALL = "/channels/{channel_id}/messages"
ONE = ALL + "/{message_id}"


class Messages:
    """Create, read, change, delete."""

    def __init__(self, world: World) -> None:
        self._world = world

    def routes(self, exchange: Exchange) -> list[web.RouteDef]:
        """Bind all of them."""
        return [
            exchange.serve("POST", ALL, self.create),
            exchange.serve("GET", ALL, self.index),
            exchange.serve("GET", ONE, self.get),
            exchange.serve("PATCH", ONE, self.edit),
            exchange.serve("DELETE", ONE, self.delete),
            exchange.serve("POST", "/channels/{channel_id}/typing", self.show_typing),
        ]

    async def create(self, call: Call) -> Json:
        """Post; with `enforce_nonce`, a nonce seen lately gives the message that it made then."""
        channel = channel_of(self._world, call)
        body = call.body or {}
        posting.may_post(self._world, channel, body, call.files)
        key = (channel.id, str(body.get("nonce")))
        if body.get("enforce_nonce") and (known := self._world.nonces.get(key)):
            return posting.as_json(known)
        message = posting.create(self._world, channel, body, call.files)
        if body.get("nonce") is not None:
            self._world.nonces[key] = message
        return posting.as_json(message)

    async def index(self, call: Call) -> list[Json]:
        """The latest messages, newest first; none where the bot may not read the history."""
        channel = channel_of(self._world, call)
        allowed = posting.visible(self._world, channel)
        if not allowed & Permission.READ_MESSAGE_HISTORY:
            return []
        after, before = (int(call.query.get(key, 0)) for key in ("after", "before"))
        found = [
            each
            for each in channel.messages
            if not each.ephemeral and each.id > after and (not before or each.id < before)
        ]
        limit = int(call.query.get("limit", 50))
        # With `after`, Discord gives those next to it, not the latest.
        page = found[:limit] if after else found[-limit:]
        return [posting.as_json(each) for each in reversed(page)]

    async def get(self, call: Call) -> Json:
        """One message."""
        return posting.as_json(self._found(call))

    async def edit(self, call: Call) -> Json:
        """Change a message of the bot's."""
        message = self._found(call)
        if message.author is not self._world.bot:
            raise errors.foreign_message()
        if message.channel.archived:
            raise errors.archived_thread()
        return posting.as_json(posting.edit(self._world, message, call.body, call.files))

    async def delete(self, call: Call) -> None:
        """Delete a message of the bot's, or anyone's with the permission."""
        message = self._found(call)
        allowed = message.channel.permissions_of(self._world.bot)
        if message.author is not self._world.bot and not allowed & Permission.MANAGE_MESSAGES:
            raise errors.missing_permissions()
        posting.delete(self._world, message)

    async def show_typing(self, call: Call) -> None:
        """Show the bot as typing."""
        posting.may_post(self._world, channel_of(self._world, call), {}, [])

    def _found(self, call: Call) -> Message:
        channel = channel_of(self._world, call)
        posting.visible(self._world, channel)
        number = call.number("message_id")
        for each in channel.messages:
            if each.id == number and not each.ephemeral:
                return each
        raise errors.unknown_message()
