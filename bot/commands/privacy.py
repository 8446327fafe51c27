"""/privacy: what the bot knows about a person, told and erased on request."""

import io

import discord
from discord import app_commands

from bot.answers.work import order
from bot.interaction import Interaction, guild_of
from bot.messages.privacy import NOTICE
from bot.rate_limit import PRIVACY
from claims.ledger.keeping import erasing
from claims.ledger.members import people
from claims.wording import say, say_count

group = app_commands.Group(
    name="privacy", description="What the bot knows about you, told and erased on request."
)


@group.command()
async def notice(interaction: Interaction) -> None:
    """Say what is kept about people in this server, and why."""
    await interaction.response.send_message(say(NOTICE), ephemeral=True)


@group.command()
async def export(interaction: Interaction) -> None:
    """Get everything that this server's ledger holds about you, as a file."""
    interaction.client.count(PRIVACY, guild_of(interaction), interaction.user.id)
    await interaction.response.defer(ephemeral=True, thinking=True)
    mine = order(interaction, say("Your data"))
    found = await interaction.client.worker.read(
        mine, people.export_file, guild_of(interaction), interaction.user.id
    )
    if not found:
        await interaction.followup.send(say("Nothing is kept about you here."), ephemeral=True)
        return
    file = discord.File(io.BytesIO(found), filename="about-you.jsonl")
    words = say("Everything that this server's ledger holds about you, one entry a line.")
    await interaction.followup.send(words, file=file, ephemeral=True)


@group.command()
@app_commands.describe(sure="Choose True to erase; it cannot be taken back")
async def erase(interaction: Interaction, sure: bool = False) -> None:
    """Have this server's ledger forget who you are; it cannot be taken back."""
    if not sure:
        warning = say(
            "This deletes what you follow, and replaces your id by a pseudonym wherever you decided"
            " or asked for something. Texts that you wrote stay. It cannot be taken back. If you"
            " are sure: `/privacy erase sure:True`."
        )
        await interaction.response.send_message(warning, ephemeral=True)
        return
    interaction.client.count(PRIVACY, guild_of(interaction), interaction.user.id)
    await interaction.response.defer(ephemeral=True, thinking=True)
    bot = interaction.client
    changed = await bot.ledger.write(
        erasing.person, guild_of(interaction), interaction.user.id, now=bot.now()
    )
    bot.refused_forms.forget(interaction.user.id)
    words = say("Nothing named you here.")
    if changed:
        words = say_count(
            "Done: {count} entry no longer names you.",
            "Done: {count} entries no longer name you.",
            changed,
        )
    await interaction.followup.send(words, ephemeral=True)
