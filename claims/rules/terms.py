"""What people read for ratings, stages and actions. Pure."""

from claims.records.claims import Stage, Stance, Standing
from claims.records.decisions import Action, Event
from claims.rules.ratings import RATINGS, STAGES
from claims.wording import phrase, say

STANCE_WORDS: dict[Stance, str] = {
    Stance.SUPPORTS: phrase("Supports the claim"),
    Stance.REFUTES: phrase("Refutes the claim"),
    Stance.CONTEXT: phrase("Context"),
}
"""What evidence does: to the claim, never to the rating, which may be that the claim is false."""

STILL_DISPUTED = phrase("{rating}, disputed, correction waiting")

DONE_WORDS: dict[Action, str] = {
    Action.ADD: phrase("added the claim"),
    Action.TAKE: phrase("took it for checking"),
    Action.RELEASE: phrase("released it"),
    Action.RATE: phrase("rated it"),
    Action.DISPUTE: phrase("marked the rating as disputed"),
    Action.DROP: phrase("dropped it"),
    Action.REOPEN: phrase("reopened it"),
    Action.EVIDENCE: phrase("added evidence"),
    Action.WITHDRAW: phrase("withdrew evidence"),
    Action.EDIT: phrase("changed its words"),
    Action.TAG: phrase("changed its tags"),
    Action.RECHECK: phrase("set when to look again"),
    Action.MERGE: phrase("merged it with another claim"),
    Action.UNMERGE: phrase("made a merged claim one of its own"),
    Action.UNDO: phrase("took back the last change"),
}
"""What whoever did it is said to have done, behind their name or in brackets."""


def done(event: Event) -> str:
    """Return what an event's actor is said to have done, marked to be said."""
    detail = event.detail
    if event.action is Action.EDIT and detail.source_now is not None:
        both = detail.now is not None
        return phrase("changed its words and source") if both else phrase("changed its source")
    if event.action is Action.TAKE and not event.actor:
        return phrase("counted anew for how long it is being checked")
    return DONE_WORDS[event.action]


def badge(standing: Standing) -> str:
    """Return the one word that a claim wears: its rating where it has one, else its stage."""
    rating = standing.published
    if rating is None:
        return say(STAGES[standing.stage].words)
    beside = STAGES[standing.stage].beside
    if standing.is_disputed and standing.stage is Stage.REVIEW:
        beside = STILL_DISPUTED
    words = say(RATINGS[rating].words)
    return say(beside, rating=words) if beside else words


NOBODY_DECIDED = phrase("Nobody decided in time.")
CLOCK_WAS_AHEAD = phrase("The clock was ahead when it was taken.")
SAID_THE_SAME = phrase("Found to say the same before it was added.")
ANOTHER_NAME = phrase("Found to be another name of the same source.")
MODERATORS_DIFFER = phrase("Two moderators found different things.")
OURS = (NOBODY_DECIDED, CLOCK_WAS_AHEAD, SAID_THE_SAME, ANOTHER_NAME, MODERATORS_DIFFER)
"""Reasons that nobody typed; the history keeps them in English."""


def reason_words(reason: str) -> str:
    """Return an event's reason as it was typed, or in the language spoken now if it is ours."""
    return say(reason) if reason in OURS else reason
