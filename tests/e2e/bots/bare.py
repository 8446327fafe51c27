"""
A bot that answers the same commands with constants: what discord.py itself costs.

It says a word or two; with BARE_ANSWERS, a file of what another bot answered to each command, it
builds just these messages and choices.
"""

import json
import os
from pathlib import Path
from typing import Any

import discord
from discord import app_commands, ui

ANSWERS: dict[str, Any] = (
    json.loads(Path(os.environ["BARE_ANSWERS"]).read_text()) if "BARE_ANSWERS" in os.environ else {}
)


class Bare(discord.AutoShardedClient):
    """As bare as a bot with these commands can be."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        self.tree.add_command(group)
        await self.tree.sync()


group = app_commands.Group(name="claim", description="Constant answers.")


async def answer(interaction: discord.Interaction, name: str, words: str) -> None:
    """Answer with a constant."""
    if name not in ANSWERS:
        await interaction.response.send_message(words, ephemeral=True)
        return
    view = ui.LayoutView(timeout=None)
    for item in ANSWERS[name]:
        view.add_item(built(item))
    view.stop()
    await interaction.response.send_message(view=view, ephemeral=True)


def built(item: dict[str, Any]) -> ui.Item[Any]:
    """Return a component as a bot makes it."""
    match item["type"]:
        case 1:
            return ui.ActionRow(*map(built, item["components"]))
        case 2:
            style = discord.ButtonStyle(item["style"])
            return ui.Button(label=item["label"], style=style, custom_id=item["custom_id"])
        case 9:
            accessory = built(item["accessory"])
            return ui.Section(*map(built, item["components"]), accessory=accessory)
        case 10:
            return ui.TextDisplay(item["content"])
        case 17:
            inner = map(built, item["components"])
            return ui.Container(*inner, accent_colour=item["accent_color"])
    raise ValueError(item["type"])


@group.command(name="list")
async def list_(interaction: discord.Interaction) -> None:
    """Answer with a constant."""
    await answer(interaction, "/claim list", "claims")


@group.command()
async def show(interaction: discord.Interaction, number: int) -> None:
    """Answer with a constant."""
    await answer(interaction, "/claim show", "a claim")


@show.autocomplete("number")
async def suggest(
    _interaction: discord.Interaction, _typed: int | str
) -> list[app_commands.Choice[int]]:
    """Offer the same choices every time."""
    return CHOICES


CHOICES = [
    app_commands.Choice(name=choice["name"], value=choice["value"])
    for choice in ANSWERS.get(
        "autocomplete", [{"name": f"#{n} a claim", "value": n} for n in range(1, 26)]
    )
]

Bare().run(os.environ["DISCORD_TOKEN"], log_handler=None)
