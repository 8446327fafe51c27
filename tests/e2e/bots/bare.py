"""A bot that answers the same commands with a constant: what discord.py itself costs."""

import os

import discord
from discord import app_commands


class Bare(discord.AutoShardedClient):
    """As bare as a bot with these commands can be."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True))
        self.tree = app_commands.CommandTree(self)

    async def setup_hook(self) -> None:
        self.tree.add_command(group)
        await self.tree.sync()


group = app_commands.Group(name="claim", description="Constant answers.")
CHOICES = [app_commands.Choice(name=f"#{n} a claim", value=n) for n in range(1, 26)]


@group.command(name="list")
async def list_(interaction: discord.Interaction) -> None:
    """Answer with a constant."""
    await interaction.response.send_message("claims", ephemeral=True)


@group.command()
async def show(interaction: discord.Interaction, number: int) -> None:
    """Answer with a constant."""
    await interaction.response.send_message("a claim", ephemeral=True)


@show.autocomplete("number")
async def suggest(
    _interaction: discord.Interaction, _typed: int | str
) -> list[app_commands.Choice[int]]:
    """Offer the same 25 choices."""
    return CHOICES


Bare().run(os.environ["DISCORD_TOKEN"], log_handler=None)
