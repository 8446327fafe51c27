"""One interaction's life: sent, answered within three seconds, edited for fifteen minutes."""

import asyncio
from dataclasses import dataclass, field
from enum import IntEnum

from . import errors, wire
from .world import DM, Channel, Json, Message, User, World

ANSWER_WITHIN = 3.0  # seconds; Discord's documentation, "Receiving and Responding"


COMPLETE_WITHIN = 15.0  # seconds; our patience with what was only announced


class Asked(IntEnum):
    """Interaction types."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL_SUBMIT = 5


class Answered(IntEnum):
    """Callback types."""

    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    CHOICES = 8
    MODAL = 9


FITTING = {
    Asked.COMMAND: {4, 5, 9},
    Asked.COMPONENT: {4, 5, 6, 7, 9},
    Asked.AUTOCOMPLETE: {8},
    Asked.MODAL_SUBMIT: {4, 5, 6, 7},
}


@dataclass(eq=False)
class Interaction:
    """What was asked, and everything that came back."""

    id: int
    token: str
    type: Asked
    user: User
    channel: Channel
    data: Json
    source: Message | None = None
    cause: "Interaction | None" = None
    sent_at: float = 0.0
    latency: float | None = None
    answered: Answered | None = None
    callback: Json = field(default_factory=dict)
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    completed: bool = False
    expired: bool = False

    def metadata(self) -> Json:
        """Say where a message comes from that answers this."""
        said: Json = {
            "id": str(self.id),
            "type": int(self.type),
            "user": wire.user(self.user),
            "authorizing_integration_owners": owners(self.channel),
        }
        if self.type is Asked.COMPONENT and self.source is not None:
            said["interacted_message_id"] = str(self.source.id)
        if self.type is Asked.MODAL_SUBMIT and self.cause is not None:
            said["triggering_interaction_metadata"] = self.cause.metadata()
        return said


def owners(channel: Channel) -> Json:
    """Say by whose installation the command is there: the server's."""
    return {"0": str(channel.guild.id if channel.guild else 0)}


class Interactions:
    """All interactions, and the rules of their life cycle."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._by_id: dict[int, Interaction] = {}
        self._by_token: dict[str, Interaction] = {}
        self.answer_within = ANSWER_WITHIN
        self.complete_within = COMPLETE_WITHIN

    def open(
        self,
        asked: Asked,
        user: User,
        channel: Channel,
        data: Json,
        source: Message | None = None,
        cause: Interaction | None = None,
    ) -> Interaction:
        """Begin one; its three seconds run from now."""
        number = self._world.snowflake()
        found = Interaction(
            number, f"token-{number}", asked, user, channel, data, source, cause, sent_at=_now()
        )
        self._by_id[number] = self._by_token[found.token] = found
        return found

    @property
    def latest(self) -> Interaction:
        """The one that was begun last."""
        return self._by_id[max(self._by_id)]

    def answer(self, number: int, token: str, body: Json) -> Interaction:
        """Take the first answer, or refuse it as late, doubled or of a kind that does not fit."""
        found = self._by_id.get(number)
        if found is None or found.token != token:
            raise errors.unknown_interaction()
        if found.answered is not None:
            raise errors.already_acknowledged()
        latency = _now() - found.sent_at
        if found.expired or latency > self.answer_within:
            raise errors.unknown_interaction()
        kind = body["type"]
        if kind not in FITTING[found.type]:
            raise errors.invalid_body([f"type {kind} does not answer a {found.type.name}"])
        if kind in (Answered.UPDATE, Answered.DEFERRED_UPDATE) and found.source is None:
            raise errors.invalid_body(["there is no message to update"])
        found.latency = latency
        return found

    def by_token(self, token: str) -> Interaction:
        """Return the answered interaction that a follow-up belongs to."""
        found = self._by_token.get(token)
        if found is None or found.answered is None:
            raise errors.unknown_webhook()
        if found.expired:
            raise errors.expired_token()
        return found


def context(channel: Channel) -> int:
    """0 in a server, 1 in a direct conversation with the bot."""
    return 1 if channel.type == DM else 0


def _now() -> float:
    return asyncio.get_running_loop().time()
