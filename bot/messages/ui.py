"""
What messages are made of, named as in `discord.ui`: values that know what Discord is told of them.

discord.py's own items also wait to be pressed, which none of ours need: `answers.presses` finds
what to do by a button's id. A page of claims made of those takes nearly thrice as long. Pure.
"""

from dataclasses import dataclass, field
from typing import Any, NamedTuple, Protocol

import discord
from discord import ButtonStyle, ComponentType

Payload = dict[str, Any]
"""A component as Discord's API has it."""


class Item(Protocol):
    """A part of a message."""

    def payload(self) -> Payload:
        """Return what Discord is told."""


class TextDisplay(NamedTuple):
    """A text, in Discord's Markdown; Discord numbers it where it has no id of its own."""

    content: str
    id: int | None = None

    def payload(self) -> Payload:
        """Return what Discord is told."""
        told: Payload = {"type": _TEXT, "content": self.content}
        return told if self.id is None else told | {"id": self.id}


class Button(NamedTuple):
    """A button that is found again by its id, which only one in a message may have."""

    label: str
    custom_id: str
    style: ButtonStyle = ButtonStyle.secondary
    disabled: bool = False

    def payload(self) -> Payload:
        """Return what Discord is told."""
        told = {
            "type": _BUTTON,
            "style": self.style.value,
            "label": self.label,
            "custom_id": self.custom_id,
        }
        return told | {"disabled": True} if self.disabled else told


class Section(NamedTuple):
    """A text with a button beside it."""

    content: str
    accessory: Button

    def payload(self) -> Payload:
        """Return what Discord is told."""
        return {
            "type": _SECTION,
            "components": [{"type": _TEXT, "content": self.content}],
            "accessory": self.accessory.payload(),
        }


class Separator:
    """A line across."""

    def payload(self) -> Payload:
        """Return what Discord is told."""
        return {"type": _SEPARATOR, "divider": True}


class MediaGallery(NamedTuple):
    """One picture."""

    picture: discord.MediaGalleryItem

    def payload(self) -> Payload:
        """Return what Discord is told."""
        return {"type": _GALLERY, "items": [self.picture.to_dict()]}


class ActionRow:
    """At most five buttons side by side."""

    def __init__(self, *buttons: Button) -> None:
        self.buttons = buttons

    def payload(self) -> Payload:
        """Return what Discord is told."""
        return {"type": _ROW, "components": [button.payload() for button in self.buttons]}


@dataclass(slots=True)
class Container:
    """Items in a frame with a colour at its side."""

    accent_colour: int
    items: list[Item] = field(default_factory=list)

    def add_item(self, item: Item) -> None:
        """Put one more below."""
        self.items.append(item)

    def payload(self) -> Payload:
        """Return what Discord is told."""
        return {
            "type": _CONTAINER,
            "accent_color": self.accent_colour,
            "components": [item.payload() for item in self.items],
        }


class LayoutView(discord.ui.LayoutView):
    """
    A message of such items, as discord.py sends it.

    It is over before it is sent, so that discord.py keeps nothing of it in memory.
    """

    def __init__(self, *items: Item) -> None:
        super().__init__(timeout=None)
        self._items = items

    def to_components(self) -> list[Payload]:
        return [item.payload() for item in self._items]

    def has_components_v2(self) -> bool:
        return True

    def is_finished(self) -> bool:
        return True


# Looked up once: discord.py's enumerations are slow.
_ROW = ComponentType.action_row.value
_BUTTON = ComponentType.button.value
_SECTION = ComponentType.section.value
_TEXT = ComponentType.text_display.value
_GALLERY = ComponentType.media_gallery.value
_SEPARATOR = ComponentType.separator.value
_CONTAINER = ComponentType.container.value
