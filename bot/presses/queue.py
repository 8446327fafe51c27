"""Buttons of the moderators' queue and of members' objections."""

from discord import ButtonStyle

from bot.presses.base import Press, Whose, press
from claims.wording import phrase

MODERATORS = Whose.MODERATORS


@press("queue:turn", MODERATORS)
class TurnQueue(Press):
    """Turn to the open claims from this number on; 0 is the first page."""

    start: int


@press("report:list", MODERATORS, phrase("Look"))
class ShowReports(Press):
    """Show the objections that wait for an answer."""


@press("report:accept", MODERATORS, phrase("Accept"), ButtonStyle.primary)
class AcceptReport(Press):
    """Mark the rating as disputed for this objection."""

    report_id: int


@press("report:reject", MODERATORS, phrase("Reject"))
class RejectReport(Press):
    """Open the form for why the rating stands."""

    report_id: int
