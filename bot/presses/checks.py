"""Buttons of texts that people looked up."""

from bot.presses.base import Press, Whose, press
from claims.wording import phrase


@press("ask:ask", Whose.LOOKER_OR_SHARED, phrase("Ask for a check"))
class AskForTextCheck(Press):
    """Put the text into the moderators' queue, or be one more who asks."""

    ask_id: int


@press("ask:share", Whose.LOOKER, phrase("Share"))
class ShareCheck(Press):
    """Show the channel what is known about the text."""

    ask_id: int


@press("ask:look", Whose.MODERATORS, phrase("Look"))
class TakeUpText(Press):
    """Preview the claims of the text."""

    ask_id: int
