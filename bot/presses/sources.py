"""Buttons of sources and of the list of them."""

from bot.presses.base import Press, Whose, press
from bot.presses.lists import Way
from claims.wording import phrase

EVERYBODY = Whose.EVERYBODY


@press("source:show", EVERYBODY, phrase("Open"))
class ShowSource(Press):
    """Show the source with its record here."""

    source_id: int


@press("source:share", EVERYBODY, phrase("Share"))
class ShareSource(Press):
    """Show the source to the channel."""

    source_id: int


@press("source:turn", EVERYBODY)
class TurnSource(Press):
    """Turn the source's claims, up or down from a claim's number."""

    source_id: int
    way: Way
    start: int


@press("source:list", EVERYBODY)
class TurnSources(Press):
    """Turn to the sources from this one on; 0 is the first."""

    start: int


@press("source:sharelist", EVERYBODY, phrase("Share"))
class ShareSources(Press):
    """Show a page of the sources to the channel."""

    start: int
