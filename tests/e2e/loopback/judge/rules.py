"""Rules of Discord that its OpenAPI file does not state. Each yields complaints in words."""

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator

from tests.e2e.loopback.components import INPUTS, SELECTS, V2_ONLY, Kind, texts, walk
from tests.e2e.loopback.world import COMPONENTS_V2, Json

MAX_CONTENT = 2000
MAX_DISPLAYED = 4000
MAX_EMBEDDED = 6000
MAX_COMPONENTS = 40
MAX_MODAL_ROWS = 5
LINK, PREMIUM = 5, 6
LINK_SCHEMES = ("http://", "https://", "discord://")

CONTENT_KEYS = ("content", "embeds", "poll", "sticker_ids")


def message(body: Json, *, flags_before: int = 0) -> Iterator[str]:
    """A message to create or, with the flags that it has already, to edit."""
    if len(body.get("content") or "") > MAX_CONTENT:
        yield f"content: longer than {MAX_CONTENT}"
    flags = (body.get("flags") or 0) | (flags_before & COMPONENTS_V2)
    given = body.get("components") or []
    if flags & COMPONENTS_V2:
        for key in CONTENT_KEYS:
            if body.get(key):
                yield f"{key}: not allowed together with the components v2 flag"
    else:
        for each in walk(given):
            if each["type"] in V2_ONLY:
                yield f"components: type {each['type']} needs the components v2 flag"
    yield from _components(given)
    yield from _embeds(body.get("embeds") or [])
    yield from _allowed_mentions(body.get("allowed_mentions") or {})


def _components(given: list[Json]) -> Iterator[str]:
    every = list(walk(given))
    if len(every) > MAX_COMPONENTS:
        yield f"components: {len(every)} in all, more than {MAX_COMPONENTS}"
    if (shown := sum(map(len, texts(given)))) > MAX_DISPLAYED:
        yield f"components: {shown} displayed characters, more than {MAX_DISPLAYED}"
    yield from _unique("custom_id", (each.get("custom_id") for each in every))
    yield from _unique("component id", (each.get("id") for each in every))
    for each in every:
        if each["type"] == Kind.BUTTON:
            yield from _button(each)
        elif each["type"] in SELECTS:
            yield from _select(each)
        elif each["type"] == Kind.ACTION_ROW:
            yield from _row(each["components"])
        elif each["type"] == Kind.TEXT_DISPLAY and not each["content"].strip():
            yield "text display: empty"


def _row(held: list[Json]) -> Iterator[str]:
    kinds = {each["type"] for each in held}
    if not held:
        yield "action row: empty"
    if kinds & SELECTS and len(held) > 1:
        yield "action row: a select stands alone"
    if len(held) > 5:
        yield "action row: more than 5 buttons"


def _button(button: Json) -> Iterator[str]:
    style, url, custom_id = button["style"], button.get("url"), button.get("custom_id")
    if style == PREMIUM:
        return
    if not (button.get("label") or "").strip() and not button.get("emoji"):
        yield "button: neither label nor emoji"
    if style == LINK:
        if custom_id or not url or not url.startswith(LINK_SCHEMES):
            yield "button: a link needs a web address and no custom_id"
    elif url or not custom_id:
        yield "button: needs a custom_id and no address"


def _select(select: Json) -> Iterator[str]:
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if least is not None and most is not None and least > most:
        yield "select: min_values above max_values"
    if select["type"] == Kind.STRING_SELECT:
        options = select["options"]
        if not options:
            yield "select: no options"
        elif most is not None and most > len(options):
            yield "select: max_values above the number of options"
        yield from _unique("select option", (each["value"] for each in options))
        for each in options:
            if not each["label"].strip() or not each["value"]:
                yield "select option: empty label or value"


def _embeds(embeds: list[Json]) -> Iterator[str]:
    total = 0
    for embed in embeds:
        fields = embed.get("fields") or []
        parts = [embed.get("title"), embed.get("description")]
        parts += [(embed.get(key) or {}).get(name) for key, name in EMBED_PARTS]
        parts += [each[key] for each in fields for key in ("name", "value")]
        total += sum(len(part) for part in parts if part)
        if any(not each[key].strip() for each in fields for key in ("name", "value")):
            yield "embed field: empty name or value"
    if total > MAX_EMBEDDED:
        yield f"embeds: {total} characters in all, more than {MAX_EMBEDDED}"


EMBED_PARTS = (("footer", "text"), ("author", "name"))


def _allowed_mentions(allowed: Json) -> Iterator[str]:
    for key in ("users", "roles"):
        if key in (allowed.get("parse") or ()) and allowed.get(key):
            yield f"allowed_mentions: {key} both parsed and listed"


def modal(data: Json) -> Iterator[str]:
    """A modal to open."""
    rows = data["components"]
    if len(rows) > MAX_MODAL_ROWS:
        yield f"modal: more than {MAX_MODAL_ROWS} rows"
    inputs = [each for each in walk(rows) if each["type"] in INPUTS]
    if not data["title"].strip():
        yield "modal: empty title"
    yield from _unique("custom_id", (each.get("custom_id") for each in inputs))
    for each in inputs:
        if each["type"] == Kind.STRING_SELECT:
            yield from _select(each)
        if each["type"] == Kind.TEXT_INPUT:
            value, least = each.get("value") or "", each.get("min_length") or 0
            most = each.get("max_length") or MAX_DISPLAYED
            if value and not least <= len(value) <= most:
                yield "text input: its value does not fit its own limits"
            if least > most:
                yield "text input: min_length above max_length"


def choices(data: Json) -> Iterator[str]:
    """An autocompletion."""
    for each in data.get("choices") or ():
        if not each["name"].strip() or len(each["name"]) > 100:
            yield "choice: name empty or longer than 100"
        if isinstance(each["value"], str) and not 1 <= len(each["value"]) <= 100:
            yield "choice: value empty or longer than 100"


def _unique(what: str, values: Iterable[Hashable]) -> Iterator[str]:
    for value, count in Counter(each for each in values if each not in (None, "", 0)).items():
        if count > 1:
            yield f"{what}: {value!r} {count} times"


# Discord's own pattern allows letters and digits of every script: \w is these and _.
COMMAND_NAME = re.compile(r"[-'\w]{1,32}")
