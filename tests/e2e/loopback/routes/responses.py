"""Answers to interactions: the first one, follow-ups, edits."""

from aiohttp import web

from tests.e2e.loopback import errors, posting
from tests.e2e.loopback.exchange import Call, Exchange
from tests.e2e.loopback.interactions import Answered, Interaction, Interactions
from tests.e2e.loopback.judge import rules
from tests.e2e.loopback.world import EPHEMERAL, LOADING, Json, Message, World

WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}"
ORIGINAL = WEBHOOK + "/messages/@original"
FOLLOWUP = WEBHOOK + "/messages/{message_id}"


class Responses:
    """What a bot does with an interaction's token."""

    def __init__(self, world: World, interactions: Interactions) -> None:
        self._world = world
        self._interactions = interactions

    def routes(self, exchange: Exchange) -> list[web.RouteDef]:
        """Bind all of them."""
        callback = "/interactions/{interaction_id}/{interaction_token}/callback"
        changes = [
            exchange.serve(method, template, handler)
            for template in (ORIGINAL, FOLLOWUP)
            for method, handler in (
                ("GET", self.get),
                ("PATCH", self.edit),
                ("DELETE", self.delete),
            )
        ]
        return [
            exchange.serve("POST", callback, self.callback),
            exchange.serve("POST", WEBHOOK, self.follow_up),
            *changes,
        ]

    async def callback(self, call: Call) -> Json | None:
        """Take the first answer."""
        number, token = call.number("interaction_id"), call.match["interaction_token"]
        found = self._interactions.answer(number, token, call.body)
        kind, data = Answered(call.body["type"]), call.body.get("data") or {}
        self._apply(found, kind, data, call.files)
        found.answered, found.callback = kind, data
        self._world.touch()
        if call.query.get("with_response") not in ("1", "true"):
            return None
        return _described(found, kind)

    def _apply(self, found: Interaction, kind: Answered, data: Json, files: list[Json]) -> None:
        match kind:
            case Answered.MESSAGE:
                found.original = self._create(found, data, files)
                found.completed = True
            case Answered.DEFERRED_MESSAGE:
                flags = LOADING | ((data.get("flags") or 0) & EPHEMERAL)
                found.original = Message(
                    self._world.snowflake(),
                    found.channel,
                    self._world.bot,
                    flags=flags,
                    metadata=found.metadata(),
                    seen_by=found.user if flags & EPHEMERAL else None,
                )
                found.channel.messages.append(found.original)
            case Answered.DEFERRED_UPDATE:
                found.original = found.source
            case Answered.UPDATE:
                assert found.source is not None
                found.original = posting.edit(self._world, found.source, data, files)
                found.completed = True
            case Answered.CHOICES:
                errors.refuse(rules.choices(data))
                found.completed = True
            case Answered.MODAL:
                errors.refuse(rules.modal(data))
                found.completed = True

    async def follow_up(self, call: Call) -> Json:
        """Send another message; right after a deferral it fills the message that was announced."""
        found = self._found(call)
        if found.original is not None and found.original.flags & LOADING:
            return posting.as_json(self._fill(found, call.body, call.files))
        message = self._create(found, call.body, call.files)
        found.followups.append(message)
        found.completed = True
        self._world.touch()
        return posting.as_json(message)

    async def get(self, call: Call) -> Json:
        """Read one of its messages."""
        return posting.as_json(self._message(call, self._found(call)))

    async def edit(self, call: Call) -> Json:
        """Change one of its messages."""
        found = self._found(call)
        message = self._message(call, found)
        if message.flags & LOADING:
            return posting.as_json(self._fill(found, call.body, call.files))
        posting.edit(self._world, message, call.body, call.files)
        found.completed = True
        self._world.touch()
        return posting.as_json(message)

    async def delete(self, call: Call) -> None:
        """Delete one of its messages."""
        found = self._found(call)
        posting.delete(self._world, self._message(call, found))
        found.completed = True
        self._world.touch()

    def _fill(self, found: Interaction, body: Json, files: list[Json]) -> Message:
        message = found.original
        assert message is not None
        posting.edit(self._world, message, body, files)
        message.flags &= ~LOADING
        message.pings = posting.pings(self._world, message, body.get("allowed_mentions"))
        message.edits, message.edited_at = 0, None
        found.completed = True
        self._world.touch()
        return message

    def _create(self, found: Interaction, data: Json, files: list[Json]) -> Message:
        return posting.create(
            self._world, found.channel, data, files, metadata=found.metadata(), reader=found.user
        )

    def _found(self, call: Call) -> Interaction:
        if call.number("webhook_id") != self._world.application_id:
            raise errors.unknown_webhook()
        return self._interactions.by_token(call.match["webhook_token"])

    def _message(self, call: Call, found: Interaction) -> Message:
        if "message_id" not in call.match:
            message = found.original
        else:
            number = call.number("message_id")
            every = [each for each in (found.original, *found.followups) if each is not None]
            message = next((each for each in every if each.id == number), None)
        if message is None or message.deleted:
            raise errors.unknown_message()
        return message


def _described(found: Interaction, kind: Answered) -> Json:
    """Describe the answer; a message is among it only where one was made or changed at once."""
    said: Json = {"id": str(found.id), "type": int(found.type)}
    if found.original is not None:
        said["response_message_id"] = str(found.original.id)
        said["response_message_loading"] = bool(found.original.flags & LOADING)
        said["response_message_ephemeral"] = found.original.ephemeral
    described: Json = {"interaction": said}
    if kind in (Answered.MESSAGE, Answered.UPDATE):
        assert found.original is not None
        described["resource"] = {"type": int(kind), "message": posting.as_json(found.original)}
    return described
