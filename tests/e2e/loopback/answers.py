"""What a person sees of a bot's answer."""

from .components import INPUTS, SELECTS, Kind, texts, walk
from .interactions import Answered, Interaction
from .options import RefusedByClient
from .world import Json, Message


def shown(message: Message) -> str:
    """Return all words that a message shows: content, embeds, components."""
    words = [message.content]
    for embed in message.embeds:
        words += [embed.get("title") or "", embed.get("description") or ""]
        for each in embed.get("fields") or ():
            words += [each["name"], each["value"]]
        words.append((embed.get("footer") or {}).get("text") or "")
    return "\n".join(filter(None, [*words, *texts(message.components)]))


def buttons(message: Message) -> list[Json]:
    """Return its buttons."""
    return [each for each in walk(message.components) if each["type"] == Kind.BUTTON]


def selects(message: Message) -> list[Json]:
    """Return its select menus."""
    return [each for each in walk(message.components) if each["type"] in SELECTS]


def button(message: Message, name: str) -> Json:
    """Return the button with this label or custom_id, or refuse as nobody could press it."""
    found = [
        each for each in buttons(message) if name in (each.get("label"), each.get("custom_id"))
    ]
    if not found:
        labels = [each.get("label") or each.get("emoji") for each in buttons(message)]
        raise RefusedByClient(f"no button {name!r}; there are {labels}")
    if found[0].get("disabled") or "url" in found[0]:
        raise RefusedByClient(f"button {name!r} is disabled or a link")
    return found[0]


class Answer:
    """A view of one interaction; it shows the present state, later edits included."""

    def __init__(self, interaction: Interaction) -> None:
        self.interaction = interaction

    @property
    def kind(self) -> Answered:
        """How it was answered first."""
        assert self.interaction.answered is not None
        return self.interaction.answered

    @property
    def latency(self) -> float:
        """Seconds from sending to the first answer."""
        assert self.interaction.latency is not None
        return self.interaction.latency

    @property
    def message(self) -> Message:
        """The message that answers: the original one, or else the first follow-up."""
        every = [self.interaction.original, *self.interaction.followups]
        found = next((each for each in every if each is not None and not each.deleted), None)
        assert found is not None, f"{self.kind.name} came with no message"
        return found

    @property
    def messages(self) -> list[Message]:
        """All messages that answer, in order."""
        every = [self.interaction.original, *self.interaction.followups]
        return [each for each in every if each is not None and not each.deleted]

    @property
    def text(self) -> str:
        """All words of all its messages, or of its modal."""
        if self.kind is Answered.MODAL:
            labels = [each.get("label") or "" for each in walk(self.modal["components"])]
            return "\n".join(filter(None, [self.modal["title"], *labels]))
        return "\n".join(map(shown, self.messages))

    @property
    def private(self) -> bool:
        """Whether nobody else sees any of it."""
        return all(each.ephemeral for each in self.messages)

    @property
    def modal(self) -> Json:
        """The modal that opened."""
        assert self.kind is Answered.MODAL, f"no modal but {self.kind.name}: {self.text}"
        return self.interaction.callback

    @property
    def inputs(self) -> list[Json]:
        """The modal's inputs."""
        return [each for each in walk(self.modal["components"]) if each["type"] in INPUTS]

    @property
    def choices(self) -> list[Json]:
        """What autocompletion offers."""
        return self.interaction.callback.get("choices") or []

    @property
    def labels(self) -> list[str]:
        """The labels of its message's buttons."""
        return [each.get("label") or "" for each in buttons(self.message)]

    def __repr__(self) -> str:
        return f"<Answer {self.kind.name} {self.text!r}>"
