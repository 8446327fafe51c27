"""The judge's own rules: what each finds, and what it must leave alone."""

import pytest

from tests.e2e.loopback import NOTHING, Permission, Schema
from tests.e2e.loopback.judge import commands, rules
from tests.e2e.loopback.permissions import permissions_in
from tests.e2e.loopback.world import COMPONENTS_V2, Json

TEXT = {"type": 10, "content": "text"}
BUTTON = {"type": 2, "style": 1, "label": "Press", "custom_id": "a"}
ONE = {"label": "One", "value": "1"}
SELECT: Json = {"type": 3, "custom_id": "s", "options": [ONE]}
CHOICE = {"name": "one", "value": "1"}
OPTION = {"type": 3, "name": "x", "description": "d"}


def row(*components: Json) -> Json:
    return {"type": 1, "components": [*components]}


def v2(*components: Json) -> Json:
    return {"flags": COMPONENTS_V2, "components": [*components]}


def command(**given: object) -> Json:
    return {"name": "claim", "description": "d", "type": 1, **given}


FOUND_IN_MESSAGES = [
    ("content", {"content": "x" * 2001}),
    ("not allowed together", v2(TEXT) | {"content": "a"}),
    ("not allowed together", v2(TEXT) | {"embeds": [{"title": "a"}]}),
    ("needs the components v2 flag", {"components": [TEXT]}),
    ("more than 40", v2(*[TEXT] * 41)),
    ("displayed characters", v2({"type": 10, "content": "x" * 4001})),
    ("text display: empty", v2({"type": 10, "content": " "})),
    ("'a' 2 times", {"components": [row(BUTTON), row(BUTTON)]}),
    ("neither label nor emoji", {"components": [row({**BUTTON, "label": " "})]}),
    ("needs a custom_id", {"components": [row({"type": 2, "style": 1, "label": "a"})]}),
    ("a link needs", {"components": [row({"type": 2, "style": 5, "label": "a", "url": "ftp:x"})]}),
    ("action row: empty", {"components": [row()]}),
    ("stands alone", {"components": [row(SELECT, BUTTON)]}),
    ("more than 5", {"components": [row(*[{**BUTTON, "custom_id": f"{n}"} for n in range(6)])]}),
    ("no options", {"components": [row({**SELECT, "options": []})]}),
    ("above the number", {"components": [row({**SELECT, "max_values": 2})]}),
    ("above max_values", {"components": [row({**SELECT, "min_values": 2})]}),
    ("'1' 2 times", {"components": [row({**SELECT, "options": [ONE] * 2})]}),
    ("empty name or value", {"embeds": [{"fields": [{"name": "", "value": "v"}]}]}),
    ("6001 characters", {"embeds": [{"description": "x" * 3000}, {"description": "x" * 3001}]}),
    ("both parsed and listed", {"allowed_mentions": {"parse": ["users"], "users": ["1"]}}),
]
LEFT_ALONE_IN_MESSAGES = [
    {"content": "x" * 2000},
    v2({"type": 10, "content": "x" * 4000}),
    v2(*[TEXT] * 40),
    v2({"type": 9, "components": [TEXT], "accessory": BUTTON}),
    {"components": [row(SELECT), row(BUTTON)]},
    {"components": [row({**BUTTON, "label": "", "emoji": {"name": "✅"}})]},
    {"components": [row({"type": 2, "style": 5, "label": "a", "url": "https://a.example"})]},
    {"embeds": [{"title": "x" * 256, "description": "x" * 4096, "footer": {"text": "x" * 1648}}]},
    {"allowed_mentions": {"parse": [], "users": ["1"]}},
]


@pytest.mark.parametrize(("words", "body"), FOUND_IN_MESSAGES)
def test_finds_in_messages(words: str, body: Json) -> None:
    assert any(words in each for each in rules.message(body))


@pytest.mark.parametrize("body", LEFT_ALONE_IN_MESSAGES)
def test_leaves_messages_alone(body: Json) -> None:
    assert list(rules.message(body)) == []


def test_an_edit_of_a_v2_message_needs_no_flag_of_its_own() -> None:
    assert list(rules.message({"components": [TEXT]}, flags_before=COMPONENTS_V2)) == []
    assert list(rules.message({"content": "a"}, flags_before=COMPONENTS_V2)) != []


FOUND_IN_COMMANDS = [
    ("lower-case", [command(name="Claim")]),
    ("lower-case", [command(name="two words")]),
    ("no description", [command(description=" ")]),
    ("'claim' 2 times", [command(), command()]),
    ("'x' 2 times", [command(options=[OPTION, OPTION])]),
    ("after an optional", [command(options=[OPTION, {**OPTION, "name": "y", "required": True}])]),
    ("beside plain", [command(options=[OPTION, {"type": 1, "name": "a", "description": "d"}])]),
    ("empty group", [command(options=[{"type": 2, "name": "a", "description": "d"}])]),
    ("both choices", [command(options=[{**OPTION, "autocomplete": True, "choices": [CHOICE]}])]),
    ("no options", [command(type=3, name="Check this")]),
    ("more than 8000", [command(options=[{**OPTION, "description": "x" * 8000}])]),
    ("more than 15", [{"name": f"M {n}", "type": 3} for n in range(16)]),
]
LEFT_ALONE_IN_COMMANDS = [
    [command(), {"name": "Check this", "type": 3}, {"name": "claim", "type": 2}],
    [command(name="prüfen-2"), command(name="確認")],
    [command(options=[{**OPTION, "required": True}, {**OPTION, "name": "y"}])],
    [command(options=[{"type": 1, "name": "show", "description": "d", "options": [OPTION]}])],
]


@pytest.mark.parametrize(("words", "every"), FOUND_IN_COMMANDS)
def test_finds_in_commands(words: str, every: list[Json]) -> None:
    assert any(words in each for each in commands.commands(every))


@pytest.mark.parametrize("every", LEFT_ALONE_IN_COMMANDS)
def test_leaves_commands_alone(every: list[Json]) -> None:
    assert list(commands.commands(every)) == []


CREATE = ("POST", "/channels/{channel_id}/messages")


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("body: Additional properties", {"content": "a", "colour": "red"}),
        ("content", {"content": 5}),
        ("embeds/0/title", {"embeds": [{"title": "x" * 257}]}),
        ("components/0/components/0/label", {"components": [row({**BUTTON, "label": "x" * 81})]}),
        ("components/0", {"components": [{"type": 99}]}),
        ("needs a body", None),
    ],
)
def test_finds_by_discords_description(schema: Schema | None, words: str, body: Json) -> None:
    if schema is None:
        pytest.skip("Discord's OpenAPI file is absent (set DISCORD_OPENAPI)")
    assert any(words in each for each in schema.request(*CREATE, body))


@pytest.mark.parametrize("body", LEFT_ALONE_IN_MESSAGES)
def test_leaves_alone_by_discords_description(schema: Schema | None, body: Json) -> None:
    if schema is None:
        pytest.skip("Discord's OpenAPI file is absent (set DISCORD_OPENAPI)")
    assert schema.request(*CREATE, body) == []


VIEW, SEND = Permission.VIEW_CHANNEL, Permission.SEND_MESSAGES
GUILD, ROLE, OTHER, USER = 1, 2, 3, 4


@pytest.mark.parametrize(
    ("roles", "overwrites", "allowed"),
    [
        ({}, {}, VIEW),
        ({ROLE: SEND}, {}, VIEW | SEND),
        ({}, {GUILD: (NOTHING, VIEW)}, NOTHING),
        ({ROLE: SEND}, {GUILD: (NOTHING, VIEW), ROLE: (VIEW, NOTHING)}, VIEW | SEND),
        (
            {ROLE: SEND, OTHER: NOTHING},
            {ROLE: (NOTHING, SEND), OTHER: (SEND, NOTHING)},
            VIEW | SEND,
        ),
        ({ROLE: SEND}, {ROLE: (SEND, NOTHING), USER: (NOTHING, SEND)}, VIEW),
        ({ROLE: Permission.ADMINISTRATOR}, {USER: (NOTHING, VIEW)}, ~NOTHING),
    ],
)
def test_permissions_combine_as_discord_says(
    roles: dict[int, Permission],
    overwrites: dict[int, tuple[Permission, Permission]],
    allowed: Permission,
) -> None:
    assert permissions_in(VIEW, roles, overwrites, GUILD, USER) == allowed
