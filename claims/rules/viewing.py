"""
What members are shown of an opinion that waits for a second moderator: nothing that came with it.

The one rule, applied where records are gathered for a viewer. An opinion is published once a
second moderator gives the same rating; one that was differed from, or taken back, never is. Its
evidence is shown as well once another rating rests on it. Pure.
"""

from enum import StrEnum

from claims.records.cards import Card
from claims.records.claims import Stage, Standing, TrackedClaim
from claims.records.decisions import Action, Detail, Event
from claims.rules import terms


class Viewer(StrEnum):
    """For whom records are gathered. What everybody can read, or is unsure, is a member's."""

    MEMBER = "member"
    MODERATOR = "moderator"


def is_opinion(event: Event) -> bool:
    """Whether this rating published nothing: it waits for another, or differs from the first."""
    return event.action is Action.RATE and event.after.stage is not Stage.RATED


def standing(standing: Standing) -> Standing:
    """Return the standing without opinions that are not published, nor their reasons."""
    if not standing.opinions or standing.confirmed:
        return standing
    given = {opinion.reason for opinion in standing.opinions}
    # Earlier versions disputed a rating for what the first opinion gave as reason.
    why = terms.MODERATORS_DIFFER if standing.differing and standing.why in given else standing.why
    return standing.model_copy(update={"opinions": (), "why": why})


def claim(claim: TrackedClaim) -> TrackedClaim:
    """Return the claim as everybody may see it."""
    return claim._replace(standing=standing(claim.standing))


def event(event: Event, *, withheld: bool) -> Event:
    """Return the event as members see it; of a `withheld` one only that it happened."""
    shown = event._replace(
        before=standing(event.before) if event.before else None, after=standing(event.after)
    )
    return shown._replace(reason="", detail=Detail()) if withheld else shown


def card(card: Card) -> Card:
    """Return a card as members see it, of which the evidence was chosen when it was read."""
    return card._replace(
        claim=claim(card.claim), last=event(card.last, withheld=is_opinion(card.last))
    )
