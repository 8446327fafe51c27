"""
What comes with an interaction, looked at before anybody works with it.

Discord's programs send what fits; whoever writes their own may send anything.
"""

import re
from collections.abc import Iterator
from typing import Any

from discord import AppCommandOptionType, app_commands

from claims.errors import RefusedError
from claims.wording import phrase, say

MALFORMED = phrase(
    "What arrived from Discord is incomplete, or does not fit what was asked for, so nothing was"
    " done. Restart Discord (Ctrl-R), and try again."
)
NO_TEXT = phrase(
    "Some of what you sent has characters that are no text. Delete them, and send it again."
)

_HALF = re.compile("[\ud800-\udfff]")
_MOST = 2**53
"""Beyond this, Discord's numbers are not whole."""

_KINDS: dict[AppCommandOptionType, type[Any] | tuple[type[Any], ...]] = {
    AppCommandOptionType.string: str,
    AppCommandOptionType.integer: int,
    AppCommandOptionType.boolean: bool,
    AppCommandOptionType.number: (int, float),
}


def require_options(tree: app_commands.CommandTree[Any], data: Any) -> None:
    """Raise RefusedError unless a command's options have values of their kinds."""
    if data.get("type", 1) != 1:
        return
    command, options = _command(tree.get_command(str(data.get("name"))), data.get("options"))
    if command is None:
        return  # which discord.py tells as what it is: a command that has changed
    known = {parameter.display_name: parameter for parameter in command.parameters}
    resolved = data.get("resolved") or {}
    for option in options:
        if not isinstance(option, dict) or option.get("name") not in known:
            raise RefusedError(say(MALFORMED))
        _require_value(known[option["name"]], option, resolved)


def _command(found: Any, options: Any) -> tuple[app_commands.Command[Any, ..., Any] | None, Any]:
    """Return the command that is meant below groups of them, and its own options."""
    options = options if isinstance(options, list) else []
    while isinstance(found, app_commands.Group) and options and isinstance(options[0], dict):
        found = found.get_command(str(options[0].get("name")))
        options = options[0].get("options") or []
    return (found, options) if isinstance(found, app_commands.Command) else (None, [])


def _require_value(
    parameter: app_commands.Parameter, option: dict[str, Any], resolved: dict[str, Any]
) -> None:
    value = option.get("value")
    if isinstance(value, str) and _HALF.search(value):
        raise RefusedError(say(NO_TEXT))
    if option.get("focused"):  # still being typed: text, whatever it will be
        return
    fits = option.get("type") == parameter.type.value
    if not fits or not _is_of_kind(parameter, value, resolved):
        raise RefusedError(say(MALFORMED))


def _is_of_kind(parameter: app_commands.Parameter, value: Any, resolved: dict[str, Any]) -> bool:
    if parameter.type not in _KINDS:  # it names something that comes with it
        return any(str(value) in things for things in resolved.values())
    whole = isinstance(value, bool) == (parameter.type is AppCommandOptionType.boolean)
    if not whole or not isinstance(value, _KINDS[parameter.type]):
        return False
    size: float = len(value) if isinstance(value, str) else value
    least, most = parameter.min_value, parameter.max_value
    # What is no number at all is neither more nor less than one.
    return (-_MOST if least is None else least) <= size <= (_MOST if most is None else most)


def typed_in(components: Any) -> Iterator[tuple[str, str]]:
    """
    Yield the fields of a form that was sent, with what was typed or chosen; others are left out.

    Half characters, which nobody can type, become question marks.
    """
    for row in components if isinstance(components, list) else []:
        field = row.get("component") if isinstance(row, dict) else None
        if not isinstance(field, dict) or not isinstance(field.get("custom_id"), str):
            continue
        values = field.get("values")
        value = values[0] if isinstance(values, list) and values else field.get("value")
        if isinstance(value, str):
            yield field["custom_id"], _HALF.sub("?", value)
