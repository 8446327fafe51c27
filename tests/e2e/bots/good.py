"""A small bot that does one of everything, and everything right."""

import asyncio
import os
import re
from typing import Any, Self

import discord
from discord import app_commands, ui

client = discord.AutoShardedClient(
    intents=discord.Intents(guilds=True), allowed_mentions=discord.AllowedMentions.none()
)
tree = app_commands.CommandTree(client)


class Counter(ui.DynamicItem[ui.Button[ui.LayoutView]], template=r"count:(?P<count>\d{1,6})"):
    """A button that survives a restart: its count stands in its custom_id."""

    def __init__(self, count: int) -> None:
        button = ui.Button[ui.LayoutView](label=f"Count {count}", custom_id=f"count:{count}")
        super().__init__(button)
        self.count = count

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction, item: ui.Item[Any], match: re.Match[str]
    ) -> Self:
        return cls(int(match["count"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=card(self.count + 1))


class Form(ui.Modal, title="A form"):
    """Two inputs."""

    words: ui.Label[Self] = ui.Label(
        text="Words", component=ui.TextInput(custom_id="words", max_length=100)
    )
    colour: ui.Label[Self] = ui.Label(
        text="Colour",
        component=ui.Select(
            custom_id="colour",
            options=[discord.SelectOption(label=each) for each in ("red", "green")],
        ),
    )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        words, colour = self.words.component, self.colour.component
        assert isinstance(words, ui.TextInput)
        assert isinstance(colour, ui.Select)
        await interaction.response.send_message(f"{words.value} in {colour.values[0]}")


def card(count: int) -> ui.LayoutView:
    """Show the count, with a button beside it."""
    view = ui.LayoutView(timeout=None)
    container = ui.Container[ui.LayoutView](accent_colour=0x2266AA)
    words = ui.TextDisplay[ui.LayoutView](f"Pressed {count} times")
    container.add_item(ui.Section(words, accessory=Counter(count)))
    container.add_item(ui.Separator())
    view.add_item(container)
    return view


@tree.command(description="Say it back")
@app_commands.describe(text="What to say", times="How often")
async def echo(
    interaction: discord.Interaction, text: str, times: app_commands.Range[int, 1, 5] = 1
) -> None:
    await interaction.response.send_message(" ".join([text] * times), ephemeral=True)


@echo.autocomplete("text")
async def offer(interaction: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{typed}{each}", value=f"{typed}{each}") for each in "!?"]


@tree.command(description="Think first")
async def slow(interaction: discord.Interaction, aloud: bool = False) -> None:
    await interaction.response.defer(ephemeral=not aloud, thinking=True)
    await interaction.edit_original_response(content="thought")
    await interaction.followup.send("and more", ephemeral=True)


@tree.command(description="Open a form")
async def form(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(Form())


@tree.command(name="card", description="Show a card")
async def show_card(interaction: discord.Interaction) -> None:
    await interaction.response.send_message(view=card(0))


@tree.command(description="Post into a channel")
async def post(
    interaction: discord.Interaction, channel: discord.TextChannel, nonce: str = "n"
) -> None:
    await interaction.response.defer(ephemeral=True)
    message = await channel.send("posted @everyone", nonce=nonce)
    await message.edit(content="posted, edited @everyone")
    await interaction.followup.send(f"see {message.jump_url}")


@tree.command(description="Post many messages at once")
async def flood(interaction: discord.Interaction, channel: discord.TextChannel, count: int) -> None:
    await interaction.response.defer(ephemeral=True)
    await asyncio.gather(*(channel.send(f"message {number}") for number in range(count)))
    await interaction.followup.send("posted")


@tree.command(description="Write to somebody")
async def write(interaction: discord.Interaction, member: discord.Member) -> None:
    await interaction.response.defer(ephemeral=True)
    try:
        await member.send("hello")
    except discord.Forbidden as refusal:
        await interaction.followup.send(f"refused: {refusal.code}")
    else:
        await interaction.followup.send("written")


@tree.context_menu(name="Quote this")
async def quote(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"> {message.content}", ephemeral=True)


@client.event
async def setup_hook() -> None:
    client.add_dynamic_items(Counter)
    await tree.sync()


client.run(os.environ["DISCORD_TOKEN"])
