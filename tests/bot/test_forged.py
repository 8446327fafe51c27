"""Interactions that Discord's own programs would never send: one clear refusal for each."""

import logging
from collections.abc import Iterator
from typing import Any

import discord
import pytest
from discord import app_commands
from simcord.backend import serializers

from bot.presses.old import OLD_FORMS
from tests.bot.desk import Desk, words
from tests.bot.scenarios import BUTTONS, COMMANDS, SENT_BEFORE

AnyCommand = app_commands.Command[Any, ..., Any]

COMMAND, PRESS, FORM = (
    discord.InteractionType.application_command.value,
    discord.InteractionType.component.value,
    discord.InteractionType.modal_submit.value,
)
BROKEN = "went wrong on our side"
HUGE = "9" * 18
ODD: list[Any] = ["\udc80x", "", "no such", 2**70, -1, 1.5, True, None, [], {}, float("nan")]


@pytest.fixture(autouse=True)
def no_errors_in_the_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    yield
    assert not [each for each in caplog.records if each.levelno >= logging.ERROR]


async def send(desk: Desk, kind: int, data: dict[str, Any], **more: Any) -> str:
    """Send it as a manager, who may do everything; return what they are told."""
    before = len(desk.env.errors)
    answer = await desk.manager._dispatch_interaction(kind, desk.channel, data, **more)
    del desk.env.errors[before:]
    assert answer.acknowledged, data
    shown = [*filter(None, [answer.response]), *answer.followups]
    told = "".join(words(each) for each in shown)
    assert BROKEN not in told, data
    return told


def field(name: Any, **value: Any) -> dict[str, Any]:
    return {"type": 18, "component": {"type": 4, "custom_id": name, **value}}


@pytest.mark.parametrize("verb", sorted(OLD_FORMS))
async def test_no_form_breaks_anything(desk: Desk, verb: str) -> None:
    names = ("Text", "Title", "Date", "Link", "Claim", "Source", "reason", "links")
    chosen = ("rating", "origin", "stance")
    shapes: list[Any] = [None, [], [None], [{}], [{"component": 7}], [{"component": {"value": 3}}]]
    shapes += [[field(name, value=odd) for name in names] for odd in ODD]
    shapes += [[field(name, values=[odd]) for name in chosen] for odd in ODD]
    shapes += [[field(name, value="no such") for name in chosen]]
    for number in ("1", "0", HUGE):
        for components in shapes:
            data = {"custom_id": f"{verb}:{number}:{number}", "components": components}
            await send(desk, FORM, data)


async def test_an_unknown_rating_is_named_and_the_form_offered_again(desk: Desk) -> None:
    given = [field("rating", values=["splendid"]), field("reason", value="r")]
    told = await send(desk, FORM, {"custom_id": "rate:2:0", "components": given})
    assert told.strip() == "“splendid” is none of the choices."


@pytest.mark.parametrize("custom_id", [None, "", "no:such:form", f"rate:{HUGE}9:0", "\udc80", 7])
async def test_what_is_no_form_is_said_to_be_none(desk: Desk, custom_id: Any) -> None:
    told = await send(desk, FORM, {"custom_id": custom_id, "components": []})
    assert "This form is from an older version." in told


def odd_ids() -> list[str]:
    """Return every button's id with each of its parts replaced, where that is still sent."""
    found = []
    for scenario in (*BUTTONS, *SENT_BEFORE):
        parts = scenario.name.split(":")
        for place in range(1, len(parts)):
            odd = ("no", "0", HUGE, "٣", HUGE + "9", "-1", "\udc80")
            found += [":".join([*parts[:place], each, *parts[place + 1 :]]) for each in odd]
    return sorted(set(found))


@pytest.mark.parametrize("sort", sorted({one.split(":")[0] for one in odd_ids()}))
async def test_no_press_breaks_anything(desk: Desk, sort: str) -> None:
    message = await desk.text_channel().send("rents fell")
    backend = desk.env.backend
    under = {
        "message": dict(
            serializers.message_payload(backend, backend.get_message(desk.channel.id, message.id))
        )
    }
    for custom_id in (one for one in odd_ids() if one.split(":")[0] == sort):
        data = {"custom_id": custom_id, "component_type": 2}
        # discord.py looks for the button in the message that comes with the press.
        button = {"type": 2, "style": 1, "label": "x", "custom_id": custom_id}
        under["message"]["components"] = [{"type": 1, "components": [button]}]
        await send(desk, PRESS, data, extra=under, source_message_id=message.id)


def command_of(desk: Desk, path: list[str]) -> AnyCommand:
    """Return a command by its names from the outermost group inwards."""
    found = desk.bot.tree.get_command(path[0])
    for name in path[1:]:
        assert isinstance(found, app_commands.Group)
        found = found.get_command(name)
    assert isinstance(found, app_commands.Command)
    return found


def options_of(
    command: AnyCommand, path: list[str], values: dict[str, Any]
) -> list[dict[str, Any]]:
    """Return options as Discord sends them, below the commands of a group."""
    kinds = {parameter.display_name: parameter.type.value for parameter in command.parameters}
    found: list[dict[str, Any]] = [
        {"name": name, "type": kinds[name], "value": value} for name, value in values.items()
    ]
    for name in reversed(path[1:]):
        found = [{"name": name, "type": 1, "options": found}]
    return found


@pytest.mark.parametrize("name", sorted({scenario.name for scenario in COMMANDS}))
async def test_no_option_breaks_anything(desk: Desk, name: str) -> None:
    path = name.split()
    command = command_of(desk, path)
    root = {c.name: c for c in await desk.bot.tree.fetch_commands()}[path[0]]
    for parameter in command.parameters:
        for odd in ODD:
            data = {"id": str(root.id), "name": path[0], "type": 1}
            data["options"] = options_of(command, path, {parameter.display_name: odd})
            assert await send(desk, COMMAND, data), data


async def test_a_half_character_in_a_digests_tag_is_told(desk: Desk) -> None:
    path = ["digest", "settings"]
    [root] = [c for c in await desk.bot.tree.fetch_commands() if c.name == "digest"]
    options = options_of(command_of(desk, path), path, {"tag": "\udc80"})
    data = {"id": str(root.id), "name": "digest", "type": 1, "options": options}
    assert "has characters that are no text" in await send(desk, COMMAND, data)


async def test_a_menu_without_its_message_is_told(desk: Desk) -> None:
    [root] = [c for c in await desk.bot.tree.fetch_commands() if c.name == "Check this"]
    data = {"id": str(root.id), "name": "Check this", "type": 3, "target_id": "1", "resolved": {}}
    assert "is incomplete" in await send(desk, COMMAND, data)
