"""What /article and the buttons under its answers do."""

from bot.answers import sharing
from bot.interaction import Interaction, guild_of
from bot.messages.article import PAGE, contents_message, passage_message, shelf_message
from claims.errors import RefusedError
from claims.ledger.articles import contents
from claims.ledger.members.shown import Subject
from claims.wording import say


async def show_shelf(interaction: Interaction) -> None:
    """List the articles, newest first, privately."""
    shelf = await interaction.client.ledger.read(contents.shelf, guild_of(interaction), size=PAGE)
    view = shelf_message(shelf, first=True)
    await interaction.response.send_message(view=view, ephemeral=True)


async def show(interaction: Interaction, article_id: int) -> None:
    """Show an article's claims from the first on, privately."""
    found = await interaction.client.ledger.read(
        contents.contents, guild_of(interaction), article_id, size=PAGE
    )
    await interaction.response.send_message(view=contents_message(found), ephemeral=True)


async def show_context(interaction: Interaction, number: int, place: int) -> None:
    """Show the paragraph in which a claim is made, privately."""
    found = await interaction.client.ledger.read(
        contents.passage, guild_of(interaction), number, place=place
    )
    await interaction.response.send_message(view=passage_message(found), ephemeral=True)


async def press(interaction: Interaction, verb: str, number: int, detail: int) -> None:
    """Do what a button of an article or of a list of them says."""
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    match verb:
        case "show":
            await show(interaction, number)
        case "turn":
            found = await ledger.read(contents.contents, guild_id, number, start=detail, size=PAGE)
            await interaction.response.edit_message(view=contents_message(found))
        case "share":
            await sharing.share(interaction, Subject(article_id=number, place=detail))
        case "list":
            shelf = await ledger.read(contents.shelf, guild_id, start=number or None, size=PAGE)
            view = shelf_message(shelf, first=not number)
            await interaction.response.edit_message(view=view)
        case _:
            raise RefusedError(say("This button is from an older version. Use /article list."))
