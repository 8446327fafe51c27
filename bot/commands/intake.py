"""/intake: texts in, claims out, after a moderator has looked at them."""

import discord
from discord import app_commands

from bot.answers import drafts
from bot.interaction import Interaction
from claims.ledger.articles.articles import PUBLISHER_LIMIT
from claims.rules.workflow import URL_LIMIT

group = app_commands.Group(name="intake", description="Find the claims in a text (moderators).")


@group.command()
async def paste(interaction: Interaction) -> None:
    """Find the claims in a pasted text; nothing is stored until you add them."""
    await drafts.paste(interaction)


@group.command()
@app_commands.describe(
    file="A .txt, .md or .html file, in English",
    title="Its title, if the file does not say it",
    publisher="Who published it; the source of what it says itself",
    date="When it was published, as 2026-03-31",
    link="Where it is on the web",
)
async def file(
    interaction: Interaction,
    file: discord.Attachment,
    title: app_commands.Range[str, 1, 300] = "",
    publisher: app_commands.Range[str, 1, PUBLISHER_LIMIT] = "",
    date: app_commands.Range[str, 10, 10] = "",
    link: app_commands.Range[str, 1, URL_LIMIT] = "",
) -> None:
    """Find the claims in a file; nothing is stored until you add them."""
    await drafts.read_file(interaction, file, title, publisher, date, link)
