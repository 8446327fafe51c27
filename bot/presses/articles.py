"""Buttons of articles and of the list of them."""

from bot.presses.base import Press, Whose, press
from claims.wording import phrase

EVERYBODY = Whose.EVERYBODY


@press("article:show", EVERYBODY, phrase("Open article"))
class ShowArticle(Press):
    """Show the article's claims from the first on."""

    article_id: int


@press("article:turn", EVERYBODY)
class TurnArticle(Press):
    """Turn to the article's claims from place `start` on."""

    article_id: int
    start: int


@press("article:share", EVERYBODY, phrase("Share"))
class ShareArticle(Press):
    """Show a page of the article's claims to the channel."""

    article_id: int
    start: int


@press("article:list", EVERYBODY)
class TurnShelf(Press):
    """Turn to the articles from the id `start` down; 0 is the newest."""

    start: int


@press("article:sharelist", EVERYBODY, phrase("Share"))
class ShareShelf(Press):
    """Show a page of the articles to the channel."""

    start: int
