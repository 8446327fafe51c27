"""What Discord is told of the commands is complete in every language, and nothing is left over."""

from collections.abc import Iterator
from typing import Any

import discord
import pytest
from discord import app_commands

from bot.commands import ALL
from bot.translation import CommandTranslator
from tests.claims.wording.test_wording import OTHERS, USED_INLINE, catalogue, marked_texts

DESCRIPTION = 100
"""Characters of a command's or an option's description, and of a choice's name."""

MENU = 32
"""Characters of a message menu's name."""


CHAT_INPUT = discord.AppCommandType.chat_input.value


async def payloads() -> list[dict[str, Any]]:
    """What Discord is told of the commands."""
    client = discord.Client(intents=discord.Intents.none())
    tree = app_commands.CommandTree(client)
    return [await command.get_translated_payload(tree, CommandTranslator()) for command in ALL]


def texts(node: dict[str, Any]) -> Iterator[tuple[str, dict[str, str], int]]:
    """Each text of a command as (English, its translations, the most characters of it)."""
    if description := node.get("description"):
        yield description, node.get("description_localizations") or {}, DESCRIPTION
    elif "type" in node and "options" not in node:
        yield node["name"], node.get("name_localizations") or {}, MENU
    for choice in node.get("choices") or ():
        yield choice["name"], choice.get("name_localizations") or {}, DESCRIPTION
    for option in node.get("options") or ():
        yield from texts(option)


@pytest.mark.parametrize("language", OTHERS)
async def test_every_command_option_and_choice_is_told_in_every_language(language: str) -> None:
    known = catalogue(language)
    found = [text for payload in await payloads() for text in texts(payload)]
    assert {"Check this", "Verified", "Only claims with this rating"} <= {text[0] for text in found}
    assert [english for english, _, _ in found if english not in known] == []
    for english, translations, most in found:
        assert translations.get(language) == known[english]
        assert 1 <= len(known[english]) <= most, english


@pytest.mark.parametrize("language", OTHERS)
async def test_no_text_is_translated_that_nobody_says(language: str) -> None:
    commands = {text[0] for payload in await payloads() for text in texts(payload)}
    said = commands | set(marked_texts()) | USED_INLINE
    assert sorted(catalogue(language).keys() - said) == []


def named(node: dict[str, Any]) -> Iterator[dict[str, str]]:
    """The translations of the names of a command, its subcommands and their options."""
    yield node.get("name_localizations") or {}
    for option in node.get("options") or ():
        yield from named(option)


async def test_what_people_type_is_the_same_for_all() -> None:
    typed = [payload for payload in await payloads() if payload["type"] == CHAT_INPUT]
    assert len(typed) > 5
    assert [names for payload in typed for names in named(payload) if names] == []
