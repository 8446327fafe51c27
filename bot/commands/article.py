"""/article: which articles there are, and what is claimed in one."""

from discord import app_commands

from bot.answers import articles
from bot.commands.options import Number
from bot.interaction import Interaction, guild_of
from bot.messages.harmless import plain
from claims.ledger import contents

group = app_commands.Group(name="article", description="Look articles and their claims up.")


async def suggest_articles(interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
    """Suggest articles by words of their title."""
    found = await interaction.client.ledger.read(contents.suggest, guild_of(interaction), typed)
    return [
        app_commands.Choice(name=plain(title, 100) or f"Article {article_id}", value=article_id)
        for article_id, title in found
    ]


@group.command(name="list")
async def list_(interaction: Interaction) -> None:
    """List this server's articles, newest first."""
    await articles.show_shelf(interaction)


@group.command()
@app_commands.describe(article="Words of its title, to choose from")
@app_commands.autocomplete(article=suggest_articles)
async def show(interaction: Interaction, article: Number) -> None:
    """Show an article's claims in the order in which they stand there."""
    await articles.show(interaction, article)
