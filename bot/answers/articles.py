"""What /article and the buttons under its answers do."""

from bot.answers import sharing
from bot.interaction import Interaction
from claims.errors import RefusedError
from claims.ledger.members.shown import Subject, What
from claims.wording import say


async def show_shelf(interaction: Interaction) -> None:
    """List the articles, newest first, privately."""
    await sharing.show(interaction, Subject(What.SHELF))


async def show(interaction: Interaction, article_id: int) -> None:
    """Show an article's claims from the first on, privately."""
    await sharing.show(interaction, Subject(What.ARTICLE, article_id=article_id))


async def press(interaction: Interaction, verb: str, number: int, detail: int) -> None:
    """Do what a button of an article or of a list of them says."""
    match verb:
        case "show":
            await show(interaction, number)
        case "turn":
            await sharing.turn(interaction, _page(number, detail))
        case "share":
            await sharing.share(interaction, _page(number, detail))
        case "list":
            await sharing.turn(interaction, Subject(What.SHELF, place=number))
        case "sharelist":
            await sharing.share(interaction, Subject(What.SHELF, place=number))
        case _:
            raise RefusedError(say("This button is from an older version. Use /article list."))


def _page(article_id: int, place: int) -> Subject:
    return Subject(What.ARTICLE, article_id=article_id, place=place)
