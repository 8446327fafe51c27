"""
Who may move a claim where. Pure: a standing and an act go in, the next standing comes out.

`MOVES` is the one table. What is legal, which buttons a card shows, what the help says and
what the tests walk through all come from it. What evidence a rating needs stands in
`evidence`, what a rating does in `rating`, what else can speak against an act in `objections`.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from claims.errors import RefusedError, StaleError
from claims.records.claims import Stage, Standing
from claims.records.decisions import Act, Action, Event
from claims.rules.ahead import is_ahead
from claims.rules.evidence import URL_LIMIT as URL_LIMIT
from claims.rules.evidence import evidence_problems as evidence_problems
from claims.rules.evidence import with_cited
from claims.rules.identity import Person
from claims.rules.objections import REASON_LIMIT as REASON_LIMIT
from claims.rules.objections import Known as Known
from claims.rules.objections import objections
from claims.rules.rating import ASSIGNMENT as ASSIGNMENT
from claims.rules.rating import Rules as Rules
from claims.rules.rating import awaits_another, rated, taken
from claims.rules.rating import rests_on as rests_on
from claims.rules.ratings import STAGES
from claims.rules.terms import done
from claims.visible import is_blank
from claims.wording import inline, phrase
from claims.wording.phrases import Phrase, When, Who

UNDO_WINDOW = timedelta(minutes=15)
"""Long enough to notice a slip, short enough that undo is no quiet way to correct a rating."""


class Move(NamedTuple):
    """One action: the stages it starts from, where it leads (None: it stays), what it needs."""

    action: Action
    origins: frozenset[Stage]
    to: Stage | None
    needs_reason: bool
    label: str
    help: str


ANY = frozenset(Stage)
UNPUBLISHED = frozenset({Stage.OPEN, Stage.CHECKING, Stage.DROPPED})

MOVES: dict[Action, Move] = {
    move.action: move
    for move in (
        Move(
            Action.TAKE,
            frozenset({Stage.OPEN}),
            Stage.CHECKING,
            needs_reason=False,
            label=phrase("Take"),
            help=phrase("Say that you are checking this claim; it frees itself after 48 hours."),
        ),
        Move(
            Action.RELEASE,
            frozenset({Stage.CHECKING}),
            Stage.OPEN,
            needs_reason=False,
            label=phrase("Release"),
            help=phrase("Give a claim that is being checked back to everybody."),
        ),
        Move(
            Action.RATE,
            ANY - {Stage.DROPPED},
            Stage.RATED,
            needs_reason=True,
            label=phrase("Rate"),
            help=phrase("Rate a claim, or correct its rating, with a reason and evidence."),
        ),
        Move(
            Action.DISPUTE,
            frozenset({Stage.RATED}),
            Stage.DISPUTED,
            needs_reason=True,
            label=phrase("Dispute"),
            help=phrase("Mark a rating as disputed; it stays shown, with a banner."),
        ),
        Move(
            Action.REOPEN,
            frozenset({Stage.REVIEW, Stage.RATED, Stage.DISPUTED, Stage.DROPPED}),
            Stage.OPEN,
            needs_reason=True,
            label=phrase("Reopen"),
            help=phrase("Take a rating back, or a dropped claim up again: it is open anew."),
        ),
        Move(
            Action.DROP,
            ANY - {Stage.DROPPED},
            Stage.DROPPED,
            needs_reason=True,
            label=phrase("Drop"),
            help=phrase("Stop following up a claim that is no claim, spam or out of scope."),
        ),
        Move(
            Action.EVIDENCE,
            ANY,
            None,
            needs_reason=False,
            label=phrase("Add evidence"),
            help=phrase("Add links to a claim, whatever its stage, each with what it shows."),
        ),
        Move(
            Action.WITHDRAW,
            ANY,
            None,
            needs_reason=True,
            label=phrase("Withdraw evidence"),
            help=phrase("Take one piece of evidence back; the history keeps it."),
        ),
        Move(
            Action.EDIT,
            UNPUBLISHED,
            None,
            needs_reason=True,
            label=phrase("Edit"),
            help=phrase("Change a claim's words or source while no rating speaks of it."),
        ),
        Move(
            Action.TAG,
            ANY,
            None,
            needs_reason=False,
            label=phrase("Tag"),
            help=phrase("Put tags on a claim, or take them off."),
        ),
        Move(
            Action.RECHECK,
            ANY - {Stage.DROPPED},
            None,
            needs_reason=False,
            label=phrase("Re-check"),
            help=phrase("Set the date from which a claim has to be looked at again, or clear it."),
        ),
        Move(
            Action.MERGE,
            ANY - {Stage.REVIEW, Stage.DROPPED},
            None,
            needs_reason=True,
            label=phrase("Merge"),
            help=phrase("Let another claim that says the same absorb this one."),
        ),
        Move(
            Action.UNMERGE,
            ANY,
            None,
            needs_reason=True,
            label=phrase("Unmerge"),
            help=phrase("Make a merged claim one of its own again."),
        ),
    )
}


def legal_moves(stage: Stage) -> tuple[Move, ...]:
    """Return what moves a claim out of this stage, in the table's order."""
    return tuple(move for move in MOVES.values() if stage in move.origins and move.to is not None)


def moves_of(person: Person, standing: Standing) -> tuple[Move, ...]:
    """Return which of them are this moderator's: nobody confirms what they proposed themselves."""
    seconds = not awaits_another(standing, person)
    return tuple(m for m in legal_moves(standing.stage) if seconds or m.action is not Action.RATE)


def decide(before: Standing, act: Act, rules: Rules, known: Known, *, now: datetime) -> Standing:
    """
    Return the standing after the act.

    Raises RefusedError, with every problem, where the table or the act's own
    words do not allow it. Whether the actor is a moderator is for the caller to check.
    """
    move = MOVES[act.action]
    if before.merged_into is not None and act.action is not Action.UNMERGE:
        raise RefusedError(
            "#{number} was merged into #{into}. Decide about that one, or unmerge this one first.",
            number=known.number,
            into=before.merged_into,
        )
    if before.stage not in move.origins:
        raise RefusedError(_not_from_here(before, act, known))
    problems = objections(before, act, rules, known, now)
    if move.needs_reason and is_blank(act.reason):
        problems.insert(0, Phrase("Say why: a reason is needed."))
    if problems:
        raise RefusedError(*problems)
    match act.action:
        case Action.TAKE:
            return taken(before, act.actor, now)
        case Action.RELEASE:
            return released(before)
        case Action.RATE:
            evidence = with_cited(known.evidence, act.evidence)
            return rated(before, act, known.actor, rules, evidence, now)
        case Action.DISPUTE:
            return before.model_copy(update={"stage": Stage.DISPUTED, "why": act.reason})
        case Action.DROP:
            gone = {"stage": Stage.DROPPED, "recheck_on": None, "opinions": (), "why": act.reason}
            return released(before).model_copy(update=gone)
        case Action.REOPEN:
            return reopened(before)
        case Action.RECHECK:
            return before.model_copy(update={"recheck_on": act.recheck_on})
        case Action.MERGE:
            alone = released(before) if before.stage is Stage.CHECKING else before
            return alone.model_copy(update={"merged_into": act.into})
        case Action.UNMERGE:
            return before.model_copy(update={"merged_into": None})
        case _:
            return before


def released(before: Standing) -> Standing:
    """Return the standing back in stage `open`, with no assignee."""
    return before.model_copy(update={"stage": Stage.OPEN, "assignee": None, "assigned_until": None})


def reopened(before: Standing) -> Standing:
    """Return an open standing without a rating; `earlier` keeps it, and the re-check date stays."""
    return Standing(earlier=before.rating or before.earlier, recheck_on=before.recheck_on)


def _not_from_here(before: Standing, act: Act, known: Known) -> Phrase:
    if act.action is Action.EDIT:
        return Phrase(
            "A rating speaks of these very words and their source. Reopen the claim to change them."
        )
    if act.action is Action.MERGE and before.stage is Stage.REVIEW:
        return Phrase("A rating waits here for a second moderator. Decide that first.")
    return Phrase(
        "#{number} is {stage}, so this cannot be done. Possible now: {moves}.",
        number=known.number,
        stage=Phrase(inline(STAGES[before.stage].words)),
        moves=tuple(Phrase(inline(move.label)) for move in moves_of(known.actor, before)),
    )


def undo(last: Event, now: datetime) -> Standing:
    """
    Return the standing before the last event, which an undo event then restores.

    Only the last event can be undone, once, and only within `UNDO_WINDOW`; the creation of
    a claim cannot (drop it). Raises RefusedError that names the other way.
    """
    if last.before is None:
        raise RefusedError("There is nothing to undo yet. To be rid of the claim, drop it.")
    if last.action is Action.UNDO:
        raise RefusedError("The last change was undone already. To change more, rate or reopen.")
    if is_ahead(last.at, now):
        raise RefusedError(
            "The clock was set back since the last change, so nobody can tell how old it is."
            " Rate the claim again or reopen it; either is shown as a correction."
        )
    if now - last.at > UNDO_WINDOW:
        raise RefusedError(
            "The last change is more than {minutes} minutes old, so people may have relied on"
            " it. Rate the claim again or reopen it; either is shown as a correction.",
            minutes=int(UNDO_WINDOW.total_seconds() // 60),
        )
    return last.before


def may_undo(last: Event, now: datetime) -> bool:
    """Whether `undo` would do something now."""
    try:
        undo(last, now)
    except RefusedError:
        return False
    return True


def check_seen(act_seen: int | None, version: int, last: Event) -> None:
    """Raise StaleError, saying who changed what and when, if the person saw another version."""
    if act_seen is not None and act_seen != version:
        raise StaleError(
            "{who} changed this claim {when} ({what}). Nothing was done; look at it again and"
            " decide.",
            who=Who(last.actor) if last.actor else Phrase("The bot"),
            when=When(last.at),
            what=Phrase(done(last)),
        )
