"""Standings as they come about, and acts with everything that each asks for."""

from datetime import date, datetime, timedelta
from typing import Required, TypedDict, Unpack

from claims.models import Source
from claims.records.claims import Evidence, Grade, Opinion, Rating, Stage, Stance, Standing
from claims.records.decisions import Act, Action
from claims.rules.identity import Person
from claims.rules.merging import Other
from claims.rules.workflow import Known, Move, Rules, decide

LUND, MORO = 11, 12  # two moderators
SALT = b"of one server"

OPINION = Opinion(rating=Rating.FALSE, reason="The register says otherwise.")
THERE = Evidence(
    id=7, url="https://port.example/old", stance=Stance.CONTEXT, note="p. 1", is_primary=True
)


class Fields(TypedDict, total=False):
    """What an act has beside its action and who asks for it, as keywords."""

    seen: int | None
    rating: Rating | None
    reason: str
    evidence: tuple[Evidence, ...]
    grade: Grade | None
    withdraw: int | None
    text: str | None
    source: str | None
    add_tags: tuple[str, ...]
    remove_tags: tuple[str, ...]
    recheck_on: date | None
    into: int | None
    reports: tuple[int, ...]


class Asked(Fields, total=False):
    """What somebody asks for, as keywords."""

    action: Required[Action]


DEFAULTS: Fields = {"reason": "Counted."}


class There(TypedDict, total=False):
    """What a decision depends on beside who decides, as keywords."""

    number: int
    text: str
    source: Source | None
    meant: Source | None
    evidence: tuple[Evidence, ...]
    tags: frozenset[str]
    absorbed: tuple[int, ...]
    other: Other | None
    same_words: int | None


def standing(stage: Stage, now: datetime) -> Standing:
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


def starting(move: Move, stage: Stage, now: datetime) -> Standing:
    """A standing in which nothing but the stage can speak against the move."""
    merged = {"merged_into": 2} if move.action is Action.UNMERGE else {}
    return standing(stage, now).model_copy(update=merged)


FIELDS: dict[Action, Fields] = {
    Action.RATE: {"rating": Rating.FALSE},
    Action.WITHDRAW: {"withdraw": 7},
    Action.EDIT: {"text": "The cranes stood still for nine weeks."},
    Action.TAG: {"add_tags": ("harbour",)},
    Action.RECHECK: {"recheck_on": date(2026, 9, 1)},
    Action.MERGE: {"into": 2},
}


def act(action: Action, link: Evidence, actor: int = MORO, **changed: Unpack[Fields]) -> Act:
    """An act with everything that this action asks for."""
    brings = action in (Action.RATE, Action.EVIDENCE)
    fields: Fields = {
        "reason": "Because of the register.",
        "evidence": (link,) if brings else (),
    }
    return Act(action=action, actor=actor, **(fields | FIELDS.get(action, {}) | changed))


def wanted(actor: int = LUND, **asked: Unpack[Asked]) -> Act:
    """An act with a reason, unless another is given."""
    given: Asked = {**DEFAULTS, **asked}
    return Act(actor=actor, **given)


def known(act: Act, now: datetime, **changed: Unpack[There]) -> Known:
    """What is there for an act to be legal: evidence to withdraw, a claim to be merged into."""
    fields: There = {"number": 1, "text": "The cranes stood still."}
    if act.action is Action.WITHDRAW:
        fields["evidence"] = (THERE, THERE.model_copy(update={"id": 8, "url": "https://b.example"}))
    if act.action is Action.MERGE:
        fields["other"] = Other(2, standing(Stage.RATED, now))
    return Known(Person(act.actor, SALT), **(fields | changed))


def decided(
    before: Standing, act: Act, rules: Rules, now: datetime, **changed: Unpack[There]
) -> Standing:
    """What `decide` says of an act where nothing else speaks against it."""
    return decide(before, act, rules, known(act, now, **changed), now=now)
