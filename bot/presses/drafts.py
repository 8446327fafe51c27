"""Buttons of the preview of an article's claims."""

from discord import ButtonStyle

from bot.presses.base import Press, Whose, press
from claims.wording import phrase

MODERATORS = Whose.MODERATORS


@press("draft:page", MODERATORS)
class TurnDraft(Press):
    """Turn to the claims from place `start` on."""

    draft_id: int
    start: int


@press("draft:keep", MODERATORS, phrase("Keep"))
class KeepFound(Press):
    """Keep the found claim."""

    draft_id: int
    place: int


@press("draft:drop", MODERATORS, phrase("Drop"))
class DropFound(Press):
    """Leave the found claim out."""

    draft_id: int
    place: int


@press("draft:all", MODERATORS, phrase("Keep all"))
class KeepAll(Press):
    """Keep every claim, and show the page from `start` on."""

    draft_id: int
    start: int


@press("draft:none", MODERATORS, phrase("Drop all"))
class DropAll(Press):
    """Leave every claim out, and show the page from `start` on."""

    draft_id: int
    start: int


@press("draft:edit", MODERATORS, phrase("Edit"))
class EditFound(Press):
    """Open the form for other words or another source."""

    draft_id: int
    place: int


@press("draft:same", MODERATORS)
class JoinFound(Press):
    """Have the found claim merged into the known claim `number`."""

    draft_id: int
    place: int
    number: int


@press("draft:apart", MODERATORS, phrase("Not the same"))
class PartFound(Press):
    """Have the found claim stay one of its own."""

    draft_id: int
    place: int


@press("draft:add", MODERATORS, style=ButtonStyle.success)
class AddDraft(Press):
    """Store the article with the claims that are kept."""

    draft_id: int


@press("draft:cancel", MODERATORS, phrase("Cancel"), ButtonStyle.danger)
class CancelDraft(Press):
    """Forget the draft."""

    draft_id: int


@press("draft:dismiss", MODERATORS, phrase("Dismiss request"))
class DismissDraft(Press):
    """Forget the draft, and take the text that people asked about off the queue."""

    draft_id: int
    ask_id: int
