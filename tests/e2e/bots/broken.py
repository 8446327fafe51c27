"""Bots with one fault each, named on the command line: the harness must catch every one of them."""

import asyncio
import os
import sys
from collections.abc import Awaitable, Callable

import discord
from discord import app_commands, ui

client = discord.AutoShardedClient(intents=discord.Intents(guilds=True))
tree = app_commands.CommandTree(client)
flaw = sys.argv[1]

Flawed = Callable[[discord.Interaction], Awaitable[object]]


def raw(interaction: discord.Interaction, data: object, kind: int = 4) -> Awaitable[object]:
    """Answer with data of our own making, past discord.py's own checks."""
    route = discord.http.Route(
        "POST", f"/interactions/{interaction.id}/{interaction.token}/callback?with_response=1"
    )
    return client.http.request(route, json={"type": kind, "data": data})


def row(*components: dict[str, object]) -> list[dict[str, object]]:
    """Put components into an action row."""
    return [{"type": 1, "components": [*components]}]


def button(**given: object) -> dict[str, object]:
    """Describe a button; what is not given is right."""
    return {"type": 2, "style": 1, "label": "Press", "custom_id": "press", **given}


async def never_answers(interaction: discord.Interaction) -> None:
    await asyncio.Event().wait()


async def defers_only(interaction: discord.Interaction) -> None:
    await interaction.response.defer(ephemeral=True)


async def answers_twice(interaction: discord.Interaction) -> None:
    await raw(interaction, {"content": "once"})
    await raw(interaction, {"content": "twice"})


async def follows_up_unanswered(interaction: discord.Interaction) -> None:
    try:
        await interaction.followup.send("too early")
    finally:
        await interaction.response.send_message("late")


async def dynamic_label(interaction: discord.Interaction) -> None:
    view = ui.View().add_item(ui.Button(label="", custom_id="x"))
    await interaction.response.send_message("a button without a label", view=view)


async def posts_blindly(interaction: discord.Interaction) -> None:
    assert interaction.guild is not None
    channel = discord.utils.get(interaction.guild.text_channels, name="closed")
    assert channel is not None
    try:
        await channel.send("psst")
    finally:
        await interaction.response.send_message("done")


V2 = 1 << 15
TEXT = {"type": 10, "content": "text"}
FLAWS: dict[str, Flawed] = {
    "never-answers": never_answers,
    "defers-only": defers_only,
    "answers-twice": answers_twice,
    "follows-up-unanswered": follows_up_unanswered,
    "empty-label": dynamic_label,
    "posts-blindly": posts_blindly,
    "long-text": lambda it: raw(it, {"content": "x" * 2001}),
    "long-label": lambda it: raw(it, {"content": "a", "components": row(button(label="x" * 81))}),
    "empty-message": lambda it: raw(it, {"content": ""}),
    "unknown-field": lambda it: raw(it, {"content": "a", "colour": "red"}),
    "wrong-component": lambda it: raw(it, {"content": "a", "components": [button()]}),
    "unknown-component": lambda it: raw(it, {"content": "a", "components": [{"type": 99}]}),
    "v2-with-content": lambda it: raw(it, {"content": "a", "flags": V2, "components": [TEXT]}),
    "v2-without-flag": lambda it: raw(it, {"components": [TEXT]}),
    "v2-too-long": lambda it: raw(
        it, {"flags": V2, "components": [{"type": 10, "content": "x" * 2001}] * 2}
    ),
    "same-custom-id": lambda it: raw(it, {"content": "a", "components": row(button(), button())}),
    "link-with-id": lambda it: raw(
        it, {"content": "a", "components": row(button(style=5, url="https://example.org"))}
    ),
    "empty-field": lambda it: raw(
        it, {"embeds": [{"fields": [{"name": " ", "value": "v", "inline": False}]}]}
    ),
    "long-embeds": lambda it: raw(it, {"embeds": [{"description": "x" * 3001}] * 2}),
    "wrong-kind": lambda it: raw(it, {"content": "a"}, kind=7),
    "long-modal-title": lambda it: raw(
        it, {"title": "x" * 46, "custom_id": "m", "components": row(button())}, kind=9
    ),
}


@tree.command(description="Show the flaw")
async def show(interaction: discord.Interaction) -> None:
    await FLAWS[flaw](interaction)


COMMANDS: dict[str, list[dict[str, object]]] = {
    "upper-case": [{"name": "Show", "description": "d", "type": 1}],
    "same-name": [{"name": "a", "description": "d", "type": 1}] * 2,
    "no-description": [{"name": "a", "description": "", "type": 1}],
    "required-last": [
        {
            "name": "a",
            "description": "d",
            "type": 1,
            "options": [
                {"name": "x", "description": "d", "type": 3},
                {"name": "y", "description": "d", "type": 3, "required": True},
            ],
        }
    ],
}


@client.event
async def setup_hook() -> None:
    if flaw in COMMANDS:
        assert client.application_id is not None
        await client.http.bulk_upsert_global_commands(client.application_id, COMMANDS[flaw])
    else:
        await tree.sync()


client.run(os.environ["DISCORD_TOKEN"])
