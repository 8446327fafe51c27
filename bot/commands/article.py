"""/article: which articles there are, and what is claimed in one."""

from discord import app_commands

from bot.answers import articles
from bot.commands.options import Number, suggest_articles
from bot.interaction import Interaction

group = app_commands.Group(name="article", description="Look articles and their claims up.")


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
