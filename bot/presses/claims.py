"""Buttons of one claim."""

from dataclasses import dataclass

from discord import ButtonStyle

from bot.presses.base import Press, Whose, press
from claims.records.decisions import Action
from claims.rules.workflow import MOVES
from claims.wording import phrase

EVERYBODY, MODERATORS = Whose.EVERYBODY, Whose.MODERATORS


@press("claim:show", EVERYBODY, phrase("Open"))
class ShowClaim(Press):
    """Show the claim's card. `place` only tells two such buttons of one message apart."""

    number: int
    place: int = 0


@press("claim:share", EVERYBODY, phrase("Share"))
class ShareClaim(Press):
    """Show the claim's card to the channel."""

    number: int


@press("claim:context", EVERYBODY, phrase("In context"))
class ShowPassage(Press):
    """Show the article's words around the claim's appearance at `place`, from 0."""

    number: int
    place: int = 0


@press("claim:sharetext", EVERYBODY, phrase("Share"))
class SharePassage(Press):
    """Show the words around an appearance to the channel."""

    number: int
    place: int


@press("claim:history", EVERYBODY, phrase("History"))
class ShowHistory(Press):
    """Show what happened to the claim before the event `start`; 0 is the newest page."""

    number: int
    start: int = 0


@press("claim:sharepast", EVERYBODY, phrase("Share"))
class ShareHistory(Press):
    """Show a page of the history to the channel."""

    number: int
    start: int


@press("claim:ask", EVERYBODY, phrase("Ask for a check"))
class AskForCheck(Press):
    """Raise the claim's demand by one person."""

    number: int


@press("claim:object", EVERYBODY, phrase("Object"))
class ObjectToRating(Press):
    """Open the form for an objection."""

    number: int


@press("claim:follow", EVERYBODY, phrase("Follow"))
class Follow(Press):
    """Have the person told of changes."""

    number: int


@press("claim:unfollow", EVERYBODY, phrase("Unfollow"))
class Unfollow(Press):
    """Have the person told no more."""

    number: int


@dataclass(frozen=True, slots=True)
class Decision(Press):
    """What a moderator decides about the claim, having seen it in version `seen`."""

    number: int
    seen: int


@press("claim:verify", MODERATORS, phrase("Verify"), ButtonStyle.success)
class Verify(Decision):
    """Open the form for a rating with *verified* chosen."""


@press("claim:undo", MODERATORS, phrase("Undo"), ButtonStyle.danger)
class Undo(Decision):
    """Take the last decision back."""


@press("claim:rate", MODERATORS, MOVES[Action.RATE].label, ButtonStyle.primary)
class Rate(Decision):
    """Open the form for a rating."""


@press("claim:take", MODERATORS, MOVES[Action.TAKE].label, ButtonStyle.primary)
class Take(Decision):
    """Take the claim for checking."""


@press("claim:release", MODERATORS, MOVES[Action.RELEASE].label, ButtonStyle.primary)
class Release(Decision):
    """Give the claim back."""


@press("claim:dispute", MODERATORS, MOVES[Action.DISPUTE].label, ButtonStyle.primary)
class Dispute(Decision):
    """Open the form for why the rating is disputed."""


@press("claim:reopen", MODERATORS, MOVES[Action.REOPEN].label, ButtonStyle.primary)
class Reopen(Decision):
    """Open the form for why the claim is to be looked at anew."""


@press("claim:drop", MODERATORS, MOVES[Action.DROP].label, ButtonStyle.primary)
class Drop(Decision):
    """Open the form for why the claim is dropped."""


DECISIONS: dict[Action, type[Decision]] = {
    Action.RATE: Rate,
    Action.TAKE: Take,
    Action.RELEASE: Release,
    Action.DISPUTE: Dispute,
    Action.REOPEN: Reopen,
    Action.DROP: Drop,
}
"""The button of each move that cards offer."""
