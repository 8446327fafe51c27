"""Rules of application commands that Discord's OpenAPI file does not state."""

from collections.abc import Iterator

from tests.e2e.loopback.world import Json

from .rules import COMMAND_NAME, _unique

CHAT, USER, MESSAGE = 1, 2, 3
LIMITS = {CHAT: 100, USER: 15, MESSAGE: 15}
SUBCOMMAND, GROUP = 1, 2
MAX_CHARACTERS = 8000


def commands(every: list[Json]) -> Iterator[str]:
    """A whole set of commands of one scope."""
    for kind, limit in LIMITS.items():
        of_kind = [each for each in every if each.get("type", CHAT) == kind]
        if len(of_kind) > limit:
            yield f"commands: {len(of_kind)} of type {kind}, more than {limit}"
        yield from _unique("command name", (each["name"] for each in of_kind))
    for each in every:
        yield from command(each)


def command(given: Json) -> Iterator[str]:
    """One command."""
    if given.get("type", CHAT) != CHAT:
        if given.get("description") or given.get("options"):
            yield f"{given['name']}: a menu entry has no description and no options"
        if not given["name"].strip():
            yield "menu entry: empty name"
        return
    yield from _named(given)
    yield from _options(given)
    if (size := _size(given)) > MAX_CHARACTERS:
        yield f"{given['name']}: {size} characters in all, more than {MAX_CHARACTERS}"


def _named(given: Json) -> Iterator[str]:
    name = given["name"]
    if not COMMAND_NAME.fullmatch(name) or name != name.lower():
        yield f"{name!r}: not a lower-case command name"
    if not (given.get("description") or "").strip():
        yield f"{name}: no description"


def _options(given: Json) -> Iterator[str]:
    options = given.get("options") or []
    yield from _unique(f"{given['name']}: option", (each["name"] for each in options))
    nested = [each["type"] in (SUBCOMMAND, GROUP) for each in options]
    if any(nested) and not all(nested):
        yield f"{given['name']}: subcommands beside plain options"
    optional_seen = False
    for each in options:
        yield from _named(each)
        if each["type"] in (SUBCOMMAND, GROUP):
            yield from _options(each)
            if each["type"] == GROUP and not each.get("options"):
                yield f"{each['name']}: an empty group"
            continue
        if each.get("required") and optional_seen:
            yield f"{given['name']}: required {each['name']} after an optional one"
        optional_seen = optional_seen or not each.get("required")
        if each.get("autocomplete") and each.get("choices"):
            yield f"{each['name']}: both choices and autocomplete"
        found = each.get("choices") or []
        yield from _unique(f"{each['name']}: choice", (one["name"] for one in found))


def _size(given: Json) -> int:
    """Count as Discord does: names, descriptions, choices, the longest translation of each."""
    total = 0
    for key in ("name", "description"):
        translations = (given.get(f"{key}_localizations") or {}).values()
        total += max(map(len, (given.get(key) or "", *translations)))
    total += sum(map(_size, given.get("options") or ()))
    choices = given.get("choices") or ()
    return total + sum(len(each["name"]) + len(str(each["value"])) for each in choices)
