"""
Buttons and forms as values. Each writes its own `custom_id`, and is read from it again.

The id holds all that the answer needs, so that a button works after any restart. Anybody can send
any id, of any server they are in, under any message: an id is no proof that somebody was ever
shown the button, so each sort of button says whose it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from enum import Enum, StrEnum, auto
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    NamedTuple,
    TypeVar,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from discord import ButtonStyle

from bot.messages import ui
from claims.wording import say


class Whose(Enum):
    """Who may press: looked at before anything is done."""

    EVERYBODY = auto()
    """It says and does what everybody may see and do by a command."""
    MODERATORS = auto()
    """It is for moderators. Drafts are their maker's besides: the ledger looks at that."""
    MANAGERS = auto()
    """It is for whoever may manage the server."""
    LOOKER = auto()
    """It is about a text that this person looked up."""
    LOOKER_OR_SHARED = auto()
    """The same, or the text was shared in the channel where the button is pressed."""
    READERS = auto()
    """It is about a digest in the channel where it is pressed. A preview is the managers'."""


class Wire(NamedTuple):
    """How a field stands in an id: what it may look like there, and how it is written and read."""

    pattern: str
    write: Callable[[Any], str] = str
    read: Callable[[str], Any] = str


class Kind(NamedTuple):
    """What all buttons of one class share."""

    name: str
    whose: Whose
    label: str
    style: ButtonStyle
    fields: dict[str, Wire]
    pattern: re.Pattern[str]


class Press:
    """A button of a certain sort, with what it is about in its fields."""

    kind: ClassVar[Kind]

    @property
    def custom_id(self) -> str:
        """What Discord keeps of the button and sends when it is pressed; at most 100 characters."""
        kind = self.kind
        values = [wire.write(getattr(self, name)) for name, wire in kind.fields.items()]
        return ":".join((kind.name, *values))


class Form(Press):
    """A form of a certain sort: opened by the bot, and sent by whoever filled it in."""


P = TypeVar("P", bound=Press)

BUTTONS: dict[str, type[Press]] = {}
"""Every sort of button by its name, which its ids begin with."""

FORMS: dict[str, type[Form]] = {}
"""Every sort of form by its name, likewise."""


@dataclass_transform(frozen_default=True)
def press(
    name: str,
    whose: Whose,
    label: str = "",
    style: ButtonStyle = ButtonStyle.secondary,
) -> Callable[[type[P]], type[P]]:
    """
    Make a class one sort of button or form, known by `name`, whose fields stand in its id.

    `label` is what usually stands on it, a phrase; metrics count it by its name.
    """

    def register(cls: type[P]) -> type[P]:
        made = dataclass(frozen=True, slots=True)(cls)
        hints = get_type_hints(made, include_extras=True)
        parts: Any = fields(made)  # type: ignore[arg-type] # what the line above returns is one
        wires = {each.name: _wire(hints[each.name]) for each in parts}
        pattern = "".join(f":({wire.pattern})" for wire in wires.values())
        made.kind = Kind(name, whose, label, style, wires, re.compile(name + pattern, re.DOTALL))
        known: dict[str, Any] = FORMS if issubclass(made, Form) else BUTTONS
        assert name not in known, name
        known[name] = made
        return made

    return register


def read_button(custom_id: str) -> Press | None:
    """Return the button with this id; None for one that is no button of this version."""
    return _read(BUTTONS, custom_id)


def read_form(custom_id: str) -> Form | None:
    """Return the form with this id; None for one that is no form of this version."""
    found = _read(FORMS, custom_id)
    return found if isinstance(found, Form) else None


def _read(known: dict[str, Any], custom_id: str) -> Press | None:
    first, _, rest = custom_id.partition(":")
    cls = known.get(f"{first}:{rest.partition(':')[0]}") or known.get(first)
    found = cls.kind.pattern.fullmatch(custom_id) if cls else None
    if cls is None or found is None:
        return None
    given = zip(cls.kind.fields.values(), found.groups(), strict=True)
    read: Press = cls(*(wire.read(text) for wire, text in given))
    return read


def button(
    press: Press,
    label: str = "",
    *,
    style: ButtonStyle | None = None,
    disabled: bool = False,
) -> ui.Button:
    """Return the button as messages have it; `label` and `style` where it differs from its kind."""
    kind = press.kind
    return ui.Button(label or say(kind.label), press.custom_id, style or kind.style, disabled)


NUMBER = Wire(r"[0-9]{1,18}", str, int)
YES_NO = Wire("[01]", lambda value: str(int(value)), lambda text: text == "1")


def _wire(hint: Any) -> Wire:
    """Return how a field of this type stands in an id."""
    if get_origin(hint) is Annotated:
        [wire] = get_args(hint)[1:]
        assert isinstance(wire, Wire)
        return wire
    if get_origin(hint) is UnionType:
        [of] = set(get_args(hint)) - {NoneType}
        one = _wire(of)
        return Wire(
            f"{one.pattern}|",
            lambda value: "" if value is None else one.write(value),
            lambda text: one.read(text) if text else None,
        )
    if hint is bool:
        return YES_NO
    if hint is int:
        return NUMBER
    assert issubclass(hint, StrEnum), hint
    return Wire("|".join(map(re.escape, hint)), str, hint)
