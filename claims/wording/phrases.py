"""
Sentences as data: words with places in them, and the facts that go there.

What is refused, or wrong, is told to people in Discord and on the command line. How a person, a
time or the way to a list is written there is for each of the two to say: it hands a `Front` to
`told`. Phrases are values, so that they travel between processes and have their words last, in
the language of whoever reads them.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import PurePath
from typing import NamedTuple, TypeAlias, Union

from claims.wording import phrase, say


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody by their id; pseudonyms of who was erased are below zero, 0 is nobody."""

    user_id: int


@dataclass(frozen=True, slots=True)
class When:
    """A moment, with its zone."""

    at: datetime


@dataclass(frozen=True, slots=True)
class Which:
    """Claims by their numbers."""

    numbers: tuple[int, ...]


class Where(Enum):
    """Where to look, or what to do instead; the values are what logs have."""

    CLAIMS = phrase("The list of claims")
    CARD = phrase("The claim's card")
    HISTORY = phrase("The claim's history")
    ARTICLES = phrase("The list of articles")
    SOURCES = phrase("The list of sources")
    OBJECTIONS = phrase("The list of objections")
    TEXT_CHECK = phrase("The check of a text")
    EVIDENCE = phrase("the claim's evidence")
    TAGS = phrase("the claims' tags")
    CHECK_WISH = phrase("the button or command for it")


Fact: TypeAlias = Union[
    str, int, PurePath, Who, When, Which, Where, "Phrase", tuple[Union["Phrase", str], ...]
]
"""What a place holds. Text and paths are foreign, which a front makes harmless."""


@dataclass(frozen=True, init=False)
class Phrase:
    """
    Words and the facts for the `{names}` in them. Words without facts are said as they are.

    `text` is a literal or was marked by `phrase`, unless it was said already.
    """

    text: str
    facts: Mapping[str, Fact]

    def __init__(self, text: str, /, **facts: Fact) -> None:
        object.__setattr__(self, "text", text)
        object.__setattr__(self, "facts", facts)

    def __str__(self) -> str:
        return told(self)


class Front(NamedTuple):
    """How facts are written where people read them."""

    who: Callable[[int], str]
    when: Callable[[datetime], str]
    where: Callable[[Where], str]
    foreign: Callable[[str], str]


def _member(user_id: int) -> str:
    if not user_id:
        return say("the ledger")
    return say("member {number}", number=user_id) if user_id > 0 else say("a former member")


PLAIN = Front(
    who=_member,
    when=lambda at: f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC",
    where=lambda where: say(where.value),
    foreign=str,
)
"""Of logs and tracebacks."""


def told(spoken: Phrase, front: Front = PLAIN) -> str:
    """
    Return the phrase in the language that is spoken now, its facts as `front` writes them.

    One that begins with who did something begins with a capital.
    """
    facts = {name: _written(fact, front) for name, fact in spoken.facts.items()}
    words = say(spoken.text, **facts)
    return words[0].upper() + words[1:] if spoken.text.startswith("{who}") else words


def _written(fact: Fact, front: Front) -> str:
    match fact:
        case Who(user_id):
            return front.who(user_id)
        case When(at):
            return front.when(at)
        case Where():
            return front.where(fact)
        case Which(numbers):
            return ", ".join(f"#{number}" for number in numbers)
        case Phrase():
            return told(fact, front)
        case tuple():
            return ", ".join(_written(each, front) for each in fact)
        case str() | PurePath():
            return front.foreign(str(fact))
    return str(fact)
