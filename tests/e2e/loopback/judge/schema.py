"""
Discord's OpenAPI file as judge. Operations are looked up by path and method, never by the
schemas' names, which change from one edition of the file to the next.
"""

import copy
import functools
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.e2e.loopback.world import Json

PROJECT = Path(__file__).parents[4]
NAME = "urn:discord"

# Operations whose answers have the shape of what gateway events carry.
MESSAGE = ("get", "/channels/{channel_id}/messages/{message_id}")
GUILD = ("get", "/guilds/{guild_id}")
CHANNEL = ("get", "/channels/{channel_id}")
MEMBER = ("get", "/guilds/{guild_id}/members/{user_id}")
OWN_USER = ("get", "/users/@me")


def find_openapi() -> Path | None:
    """Return Discord's OpenAPI file: DISCORD_OPENAPI, or beside the project, or None."""
    given = os.environ.get("DISCORD_OPENAPI")
    path = Path(given) if given else PROJECT.parent / "shared" / "discord" / "openapi.json"
    return path if path.is_file() else None


class Schema:
    """One edition of the file. Requests may have no unknown fields, answers may."""

    def __init__(self, path: Path) -> None:
        self._open = json.loads(path.read_text(encoding="utf-8"))
        _admit_forwards(self._open)
        self._closed = copy.deepcopy(self._open)
        _admit(self._closed)
        _close(self._closed["components"]["schemas"])
        self._registries = {
            True: Registry().with_resource(NAME, _resource(self._closed)),
            False: Registry().with_resource(NAME, _resource(self._open)),
        }

    def request(self, method: str, template: str, body: object) -> list[str]:
        """Say what is wrong with a request's body."""
        operation = self._operation(method, template)
        if operation is None:
            return [f"Discord has no {method} {template}"]
        if "requestBody" not in operation:
            return [] if body is None else ["this operation takes no body"]
        if body is None:
            return (
                ["this operation needs a body"] if operation["requestBody"].get("required") else []
            )
        pointer = _pointer("paths", template, method.lower(), "requestBody", "content")
        return self._errors(f"{pointer}/application~1json/schema", body, closed=True)

    def answer(self, method: str, template: str, status: int, body: object) -> list[str]:
        """Say what is wrong with an answer that this Discord gives."""
        operation = self._operation(method, template)
        if operation is None:
            return []
        keys = (str(status), f"{status // 100}XX")
        key = next((each for each in keys if each in operation["responses"]), None)
        if key is None:
            return [f"status {status} is not among {sorted(operation['responses'])}"]
        response = operation["responses"][key]
        pointer = _pointer("paths", template, method.lower(), "responses", key)
        if "$ref" in response:
            pointer = response["$ref"]
            response = functools.reduce(dict.__getitem__, pointer[2:].split("/"), self._open)
        if "content" not in response:
            return [] if body is None else [f"status {status} carries no body"]
        return self._errors(f"{pointer}/content/application~1json/schema", body, closed=False)

    def _operation(self, method: str, template: str) -> Json | None:
        found: Json | None = self._open["paths"].get(template, {}).get(method.lower())
        return found

    def _errors(self, pointer: str, body: object, *, closed: bool) -> list[str]:
        validator = Draft202012Validator(
            {"$ref": NAME + pointer}, registry=self._registries[closed]
        )
        return [_in_words(error) for error in validator.iter_errors(body)]


def _resource(document: Json) -> Resource[Any]:
    return Resource.from_contents(document, default_specification=DRAFT202012)


def _pointer(*parts: str) -> str:
    escaped = (part.replace("~", "~0").replace("/", "~1") for part in parts)
    # A JSON pointer in a URI fragment: braces of path templates are percent-encoded there.
    return "#/" + "/".join(escaped).replace("{", "%7B").replace("}", "%7D")


def _objects(schema: object) -> Iterator[Json]:
    """Yield every schema that describes an object by its properties, except parts of an allOf."""
    if isinstance(schema, list):
        for each in schema:
            yield from _objects(each)
    elif isinstance(schema, dict):
        if "properties" in schema and "allOf" not in schema:
            yield schema
        for key, held in schema.items():
            if key not in ("allOf", "enum", "const", "default"):
                yield from _objects(held)


def _close(schemas: Json) -> None:
    for schema in _objects(schemas):
        schema.setdefault("additionalProperties", False)


def _admit(document: Json) -> None:
    """Admit what discord.py 2.7 sends, and Discord takes, but the file does not describe."""
    snowflake_forms = [
        each
        for each in document["components"]["schemas"].values()
        if each.get("format") == "snowflake" and each.get("type") == "string"
    ]
    for each in snowflake_forms:
        each["type"] = ["string", "integer"]
    for schema in _objects(document["components"]["schemas"]):
        properties = schema["properties"]
        if {"default_member_permissions", "options"} <= properties.keys():
            properties.setdefault("nsfw", {"type": "boolean"})
        if {"title", "description", "fields"} <= properties.keys():
            properties.setdefault("flags", {"type": "integer"})
        if {"embeds", "allowed_mentions", "components"} <= properties.keys():
            properties.setdefault("tts", {"type": "boolean"})


def _admit_forwards(document: Json) -> None:
    """Admit 1 as the type of a message's reference: a forward, by Discord's documentation."""
    for schema in _objects(document["components"]["schemas"]):
        if schema["properties"].keys() == {"type", "channel_id", "message_id", "guild_id"}:
            schema["properties"]["type"] = {"type": "integer", "enum": [0, 1]}


def _in_words(error: ValidationError) -> str:
    """Name the most telling part of an error: inside alternatives, the one that was meant."""
    while error.context:
        branches: dict[object, list[ValidationError]] = {}
        for each in error.context:
            branches.setdefault(each.schema_path[0], []).append(each)
        meant = [
            errors
            for errors in branches.values()
            if not any(
                list(each.path)[-1:] == ["type"] and each.validator == "enum" for each in errors
            )
            and not any(each.validator == "type" and not each.path for each in errors)
        ]
        error = min(meant or branches.values(), key=len)[0]
    where = "/".join(map(str, error.absolute_path)) or "body"
    message = error.message
    short = message if len(message) <= 300 else f"{message[:150]} … {message[-150:]}"
    return f"{where}: {short}"
