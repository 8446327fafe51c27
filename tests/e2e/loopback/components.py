"""Walk Discord's components: rows, containers, sections and labels nest others."""

from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Any

from .world import Json


class Kind(IntEnum):
    """Component types, under Discord's names."""

    ACTION_ROW = 1
    BUTTON = 2
    STRING_SELECT = 3
    TEXT_INPUT = 4
    USER_SELECT = 5
    ROLE_SELECT = 6
    MENTIONABLE_SELECT = 7
    CHANNEL_SELECT = 8
    SECTION = 9
    TEXT_DISPLAY = 10
    THUMBNAIL = 11
    MEDIA_GALLERY = 12
    FILE = 13
    SEPARATOR = 14
    CONTAINER = 17
    LABEL = 18
    FILE_UPLOAD = 19
    RADIO_GROUP = 21
    CHECKBOX_GROUP = 22
    CHECKBOX = 23


SELECTS = frozenset({3, 5, 6, 7, 8})
V2_ONLY = frozenset({9, 10, 11, 12, 13, 14, 17})
INPUTS = frozenset({3, 4, 5, 6, 7, 8, 19, 21, 22, 23})


def walk(components: Iterable[Json]) -> Iterator[Json]:
    """Yield every component, parents before what they hold."""
    for component in components:
        yield component
        yield from walk(component.get("components") or ())
        yield from walk(
            held
            for key in ("accessory", "component")
            if isinstance(held := component.get(key), dict)
        )


def texts(components: Iterable[Json]) -> list[str]:
    """Return the text displays' contents in reading order."""
    return [each["content"] for each in walk(components) if each["type"] == Kind.TEXT_DISPLAY]


def stored(components: Iterable[Json]) -> list[Json]:
    """Return the components as Discord gives them back: numbered, resolved, defaults filled."""
    kept = [_copy(component) for component in components]
    for number, component in enumerate(walk(kept), start=1):
        if not component.get("id"):
            component["id"] = number
        if component["type"] in SELECTS:
            component.setdefault("min_values", 1)
            component.setdefault("max_values", 1)
        if component["type"] == Kind.CONTAINER:
            component.setdefault("accent_color", None)
            component.setdefault("spoiler", False)
        if component["type"] == Kind.SEPARATOR:
            component.setdefault("spacing", 1)
            component.setdefault("divider", True)
        for holder in (component, *component.get("items", ())):
            if "media" in holder:
                holder.setdefault("description", None)
                holder.setdefault("spoiler", False)
                holder["media"] = _media(holder["media"])
    return kept


def _media(given: Json) -> Json:
    return {"id": "0", "proxy_url": given["url"], **given}


def _copy(value: Any) -> Any:
    """Copy deeply, leaving out nulls: Discord gives back no absent field as null."""
    if isinstance(value, dict):
        return {key: _copy(held) for key, held in value.items() if held is not None}
    return [_copy(each) for each in value] if isinstance(value, list) else value
