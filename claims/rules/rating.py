"""What a rating does: publish, propose, confirm, differ, correct. Pure."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple

from claims.errors import RefusedError
from claims.records.claims import Evidence, Grade, Opinion, Rating, Stage, Standing
from claims.records.decisions import Act
from claims.rules.ahead import is_ahead
from claims.rules.evidence import is_well_founded, sufficiency
from claims.rules.identity import Person
from claims.rules.terms import MODERATORS_DIFFER
from claims.wording.phrases import Phrase

ASSIGNMENT = timedelta(hours=48)
"""How long a taken claim stays with its moderator: two evenings, so that nothing is parked."""


class Rules(NamedTuple):
    """What a server chose for its own decisions."""

    two_person: bool = False
    strict_evidence: bool = True


def taken(before: Standing, actor: int, now: datetime) -> Standing:
    """Return the standing once somebody has the claim in hand to check it."""
    return before.model_copy(
        update={
            "stage": Stage.CHECKING,
            "assignee": actor,
            "assigned_until": now + ASSIGNMENT,
        }
    )


def taken_ahead(before: Standing, now: datetime) -> bool:
    """Whether a clock that was ahead said until when somebody has the claim in hand."""
    until = before.assigned_until
    return until is not None and is_ahead(until, now + ASSIGNMENT)


def rated(
    before: Standing,
    act: Act,
    actor: Person,
    rules: Rules,
    evidence: Sequence[Evidence],
    now: datetime,
) -> Standing:
    """
    Return the standing after a rating by `actor`. `evidence` is all that the claim then has.

    Where two persons are asked for, the first opinion waits and what was published stays; the
    same rating by another moderator publishes it, with the second's reason and the first's
    kept. A differing one is kept too, and sends the claim back to checking or, where a rating
    stands, makes that one disputed; what either said is not told to members. Raises
    RefusedError for a second opinion on one's own.
    """
    assert act.rating is not None
    waiting = before.waiting
    if awaits_another(before, actor):
        raise RefusedError("You proposed this rating. Another moderator has to confirm it.")
    opinion = Opinion(rating=act.rating, reason=act.reason, grade=act.grade)
    if waiting is None and rules.two_person:
        return before.model_copy(
            update={
                "stage": Stage.REVIEW,
                "assignee": act.actor,
                "assigned_until": None,
                "opinions": (opinion,),
            }
        )
    if waiting is not None and waiting.rating is not act.rating:
        both = before.model_copy(update={"opinions": (waiting, opinion)})
        if before.published is None:
            return taken(both, act.actor, now)
        why = before.why or MODERATORS_DIFFER
        return both.model_copy(update={"stage": Stage.DISPUTED, "assignee": None, "why": why})
    return Standing(
        stage=Stage.RATED,
        rating=act.rating,
        reason=act.reason,
        rated_by=act.actor,
        rated_at=now,
        grade=_grade(before, act.rating, act.grade or (waiting.grade if waiting else None)),
        earlier=_earlier(before, act.rating),
        relaxed=not is_well_founded(act.rating, evidence),
        opinions=(waiting,) if waiting else (),
        recheck_on=_still_due(before, now),
    )


def awaits_another(before: Standing, person: Person) -> bool:
    """Whether this person proposed the rating that waits, so that somebody else has to confirm."""
    return before.waiting is not None and person.is_(before.assignee)


def _grade(before: Standing, rating: Rating, asked: Grade | None) -> Grade | None:
    """Return which sort of correction this is; None for a first rating."""
    if before.published is None:
        return None
    return Grade.MAJOR if rating is not before.published else asked or Grade.MINOR


def _earlier(before: Standing, rating: Rating) -> Rating | None:
    """Return what the rating was before, kept through corrections that leave it as it is."""
    if before.published is not None and before.published is not rating:
        return before.published
    return before.earlier


def _still_due(before: Standing, now: datetime) -> date | None:
    """Keep a date to look again that is ahead; one that came is met by this very rating."""
    due = before.recheck_on
    return due if due is not None and due > now.date() else None


def rating_problems(before: Standing, act: Act) -> list[Phrase]:
    """Return what is wrong with the rating itself, evidence aside."""
    if act.rating is None:
        return [Phrase("Choose a rating.")]
    published = before.published
    if published is None:
        return [Phrase("There is no rating here yet to correct.")] if act.grade else []
    changes = act.rating is not published
    if changes and act.grade not in (None, Grade.MAJOR):
        return [Phrase("A correction that changes the rating is a major one.")]
    if not changes and act.grade is Grade.MAJOR:
        return [Phrase("A major correction changes the rating; this one leaves it as it is.")]
    nothing = not changes and act.reason.strip() == before.reason.strip() and not act.evidence
    if nothing and before.stage is Stage.RATED:
        return [Phrase("That is what the rating says already.")]
    return []


def rests_on(standing: Standing, evidence: Sequence[Evidence]) -> bool:
    """Whether what is published, if anything is, could rest on this evidence alone."""
    published = standing.published
    strict = not standing.relaxed
    return published is None or not sufficiency(published, evidence, strict=strict)
