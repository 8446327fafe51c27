"""Standings as they come about, and acts with everything that each asks for."""

from datetime import date, timedelta

from claims.records.claims import Evidence, Opinion, Rating, Stage, Standing
from claims.records.decisions import Act, Action
from claims.rules.identity import Person
from claims.rules.merging import Other
from claims.rules.workflow import Known, decide

LUND, MORO = 11, 12  # two moderators
SALT = b"of one server"

OPINION = Opinion(rating=Rating.FALSE, reason="The register says otherwise.")
THERE = Evidence(
    id=7, url="https://port.example/old", stance="context", note="p. 1", is_primary=True
)


def standing(stage, now):
    """A claim in this stage as it would have got there."""
    match stage:
        case Stage.OPEN:
            return Standing()
        case Stage.CHECKING:
            return Standing(stage=stage, assignee=LUND, assigned_until=now + timedelta(hours=1))
        case Stage.REVIEW:
            return Standing(stage=stage, assignee=LUND, opinions=(OPINION,))
        case _:
            return Standing(
                stage=stage,
                rating=Rating.FALSE,
                reason="The register says otherwise.",
                rated_by=LUND,
                rated_at=now - timedelta(days=1),
            )


def starting(move, stage, now):
    """A standing in which nothing but the stage can speak against the move."""
    merged = {"merged_into": 2} if move.action is Action.UNMERGE else {}
    return standing(stage, now).model_copy(update=merged)


FIELDS = {
    Action.RATE: {"rating": Rating.FALSE},
    Action.WITHDRAW: {"withdraw": 7},
    Action.EDIT: {"text": "The cranes stood still for nine weeks."},
    Action.TAG: {"add_tags": ("harbour",)},
    Action.RECHECK: {"recheck_on": date(2026, 9, 1)},
    Action.MERGE: {"into": 2},
}


def act(action, link, actor=MORO, **changed):
    """An act with everything that this action asks for."""
    brings = action in (Action.RATE, Action.EVIDENCE)
    fields = {"reason": "Because of the register.", "evidence": (link,) if brings else ()}
    return Act(action=action, actor=actor, **(fields | FIELDS.get(action, {}) | changed))


def known(act, now, **changed):
    """What is there for an act to be legal: evidence to withdraw, a claim to be merged into."""
    fields = {"number": 1, "text": "The cranes stood still."}
    if act.action is Action.WITHDRAW:
        fields["evidence"] = (THERE, THERE.model_copy(update={"id": 8, "url": "https://b.example"}))
    if act.action is Action.MERGE:
        fields["other"] = Other(2, standing(Stage.RATED, now))
    return Known(Person(act.actor, SALT), **(fields | changed))


def decided(before, act, rules, now, **changed):
    """What `decide` says of an act where nothing else speaks against it."""
    return decide(before, act, rules, known(act, now, **changed), now=now)
