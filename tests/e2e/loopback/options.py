"""From a person's words to a command's options, as the registered definition types them."""

from .world import Channel, File, Json, Member, Message, Role, User, World

SUBCOMMANDS = (1, 2)
STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, ATTACHMENT = range(3, 12)
TYPES: dict[int, tuple[type, ...]] = {
    STRING: (str,),
    INTEGER: (int,),
    BOOLEAN: (bool,),
    USER: (User, Member),
    CHANNEL: (Channel,),
    ROLE: (Role,),
    MENTIONABLE: (User, Member, Role),
    NUMBER: (int, float),
    ATTACHMENT: (File,),
}


class RefusedByClient(AssertionError):  # noqa: N818  an assertion about the test, not an error
    """Discord's own client would not let a person do this."""


def find_command(world: World, channel: Channel, name: str, kind: int) -> Json:
    """Return the registered command of this name, the server's own before the global one."""
    scopes = [world.commands[channel.guild.id]] if channel.guild else []
    for scope in (*scopes, world.commands[None]):
        for command in scope.values():
            if command["name"] == name and command["type"] == kind:
                return command
    known = sorted(each["name"] for scope in world.commands.values() for each in scope.values())
    raise RefusedByClient(f"there is no command {name!r}; registered are {known}")


def nested(command: Json, words: list[str]) -> tuple[Json, list[Json]]:
    """Follow `group sub` to the definition that has the options, and the path of shells to it."""
    shells: list[Json] = []
    definition = command
    for word in words:
        options = definition.get("options") or []
        found = [each for each in options if each["type"] in SUBCOMMANDS and each["name"] == word]
        if not found:
            names = [each["name"] for each in options]
            raise RefusedByClient(f"{definition['name']} has no {word!r}; it has {names}")
        definition = found[0]
        shells.append({"type": definition["type"], "name": word})
    if any(each["type"] in SUBCOMMANDS for each in definition.get("options") or []):
        raise RefusedByClient(f"{definition['name']} needs a subcommand")
    return definition, shells


def wrapped(shells: list[Json], options: list[Json]) -> list[Json]:
    """Put options into their shells, innermost last."""
    for shell in reversed(shells):
        options = [{**shell, "options": options}]
    return options


def filled(definition: Json, given: dict[str, object], focused: str | None = None) -> list[Json]:
    """Type the given values, or refuse as Discord's client does what it would not send."""
    known = {each["name"]: each for each in definition.get("options") or []}
    if unknown := given.keys() - known.keys():
        raise RefusedByClient(f"{definition['name']} has no options {sorted(unknown)}")
    if focused is None:
        missing = [
            name for name, each in known.items() if each.get("required") and name not in given
        ]
        if missing:
            raise RefusedByClient(f"{definition['name']} needs {missing}")
    options = []
    for name, value in given.items():
        option: Json = {"type": known[name]["type"], "name": name}
        if name == focused:
            # While a person types, the value is what stands there, whatever the option's type.
            options.append({**option, "value": str(value), "focused": True})
        else:
            _check(known[name], value)
            options.append({**option, "value": _value(value)})
    return options


def _check(definition: Json, value: object) -> None:
    name = definition["name"]
    if not isinstance(value, TYPES[definition["type"]]) or (
        isinstance(value, bool) and definition["type"] != BOOLEAN
    ):
        raise RefusedByClient(f"{name}: {value!r} is not of type {definition['type']}")
    choices = [each["value"] for each in definition.get("choices") or ()]
    if choices and value not in choices:
        raise RefusedByClient(f"{name}: {value!r} is not among {choices}")
    size = len(value) if isinstance(value, str) else value
    for low, high in (("min_length", "max_length"), ("min_value", "max_value")):
        for key, wrong in ((low, -1), (high, 1)):
            limit = definition.get(key)
            if limit is not None and isinstance(size, int | float) and (size - limit) * wrong > 0:
                raise RefusedByClient(f"{name}: {value!r} breaks {key} {limit}")
    types = definition.get("channel_types")
    if types and isinstance(value, Channel) and value.type not in types:
        raise RefusedByClient(f"{name}: a channel of type {value.type} cannot be chosen")


def _value(value: object) -> object:
    if isinstance(value, Member):
        return str(value.user.id)
    if isinstance(value, User | Role | Channel | Message):
        return str(value.id)
    return value
