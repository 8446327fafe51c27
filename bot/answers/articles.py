"""What /article and the buttons under its answers do."""

from bot.answers import sharing
from bot.answers.registry import answers
from bot.interaction import Interaction
from bot.presses.articles import ShareArticle, ShareShelf, ShowArticle, TurnArticle, TurnShelf
from claims.ledger.members.shared_messages import SharedView, What


async def show_shelf(interaction: Interaction) -> None:
    """List the articles, newest first, privately."""
    await sharing.show(interaction, SharedView(What.SHELF))


async def show(interaction: Interaction, article_id: int) -> None:
    """Show an article's claims from the first on, privately."""
    await sharing.show(interaction, SharedView(What.ARTICLE, article_id=article_id))


@answers(ShowArticle)
async def press_show(interaction: Interaction, press: ShowArticle) -> None:
    """Show the article's claims from the first on."""
    await show(interaction, press.article_id)


@answers(TurnArticle)
async def turn(interaction: Interaction, press: TurnArticle) -> None:
    """Turn to another page of the article's claims."""
    await sharing.turn(interaction, _page(press.article_id, press.start))


@answers(ShareArticle)
async def share(interaction: Interaction, press: ShareArticle) -> None:
    """Show a page of the article's claims to the channel."""
    await sharing.share(interaction, _page(press.article_id, press.start))


@answers(TurnShelf)
async def turn_shelf(interaction: Interaction, press: TurnShelf) -> None:
    """Turn to another page of the articles."""
    await sharing.turn(interaction, SharedView(What.SHELF, place=press.start))


@answers(ShareShelf)
async def share_shelf(interaction: Interaction, press: ShareShelf) -> None:
    """Show a page of the articles to the channel."""
    await sharing.share(interaction, SharedView(What.SHELF, place=press.start))


def _page(article_id: int, place: int) -> SharedView:
    return SharedView(What.ARTICLE, article_id=article_id, place=place)
