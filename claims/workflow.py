"""
Who may move a claim where. Pure: a standing and an act go in, the next standing comes out.

`MOVES` is the one table. What is legal, which buttons a card shows, what the help says and
what the tests walk through all come from it.
"""

import re
from datetime import datetime, timedelta
from typing import NamedTuple
from urllib.parse import urlsplit

from claims.errors import RefusedError, StaleError
from claims.records import Act, Action, Event, Evidence, Rating, Stage, Standing

ASSIGNMENT = timedelta(hours=48)
"""How long a taken claim stays with its moderator: two evenings, so that nothing is parked."""

UNDO_WINDOW = timedelta(minutes=15)
"""Long enough to notice a slip, short enough that undo is no quiet way to correct a rating."""

REASON_LIMIT = 1000
"""Code points; a card has 4,000 in all, of which the claim and its evidence need the rest."""

NOTE_LIMIT = 300
URL_LIMIT = 500
"""Code points; Discord's own limit for a link button is 512."""

EVIDENCE_LIMIT = 10
"""Links per decision."""


class Rules(NamedTuple):
    """What a server chose for its own decisions."""

    two_person: bool = False


class Move(NamedTuple):
    """One action: the stages it starts from, where it leads, and what it asks for."""

    action: Action
    origins: frozenset[Stage]
    to: Stage
    needs_reason: bool
    label: str
    help: str


MOVES: dict[Action, Move] = {
    move.action: move
    for move in (
        Move(
            Action.TAKE,
            frozenset({Stage.OPEN}),
            Stage.CHECKING,
            needs_reason=False,
            label="Take",
            help="Say that you are checking this claim; it frees itself after 48 hours.",
        ),
        Move(
            Action.RELEASE,
            frozenset({Stage.CHECKING}),
            Stage.OPEN,
            needs_reason=False,
            label="Release",
            help="Give a claim that is being checked back to everybody.",
        ),
        Move(
            Action.RATE,
            frozenset({Stage.OPEN, Stage.CHECKING, Stage.REVIEW, Stage.RATED, Stage.DISPUTED}),
            Stage.RATED,
            needs_reason=True,
            label="Rate",
            help="Rate a claim, or correct its rating, with a reason and evidence.",
        ),
        Move(
            Action.DISPUTE,
            frozenset({Stage.RATED}),
            Stage.DISPUTED,
            needs_reason=True,
            label="Dispute",
            help="Mark a rating as disputed; it stays shown, with a banner.",
        ),
        Move(
            Action.REOPEN,
            frozenset({Stage.REVIEW, Stage.RATED, Stage.DISPUTED, Stage.DROPPED}),
            Stage.OPEN,
            needs_reason=True,
            label="Reopen",
            help="Take a rating back, or a dropped claim up again: it is open anew.",
        ),
        Move(
            Action.DROP,
            frozenset(Stage) - {Stage.DROPPED},
            Stage.DROPPED,
            needs_reason=True,
            label="Drop",
            help="Stop following up a claim that is no claim, spam or out of scope.",
        ),
    )
}


def legal_moves(stage: Stage) -> tuple[Move, ...]:
    """Return what a moderator may do with a claim in this stage, in the table's order."""
    return tuple(move for move in MOVES.values() if stage in move.origins)


def decide(before: Standing, act: Act, rules: Rules, *, evidence: int, now: datetime) -> Standing:
    """
    Return the standing after the act.

    `evidence` counts the links that the claim has already. Raises RefusedError, with every
    problem in its message, where the table or the act's own words do not allow it. Whether
    the actor is a moderator is for the caller to check.
    """
    move = MOVES[act.action]
    if before.stage not in move.origins:
        allowed = ", ".join(m.label.lower() for m in legal_moves(before.stage))
        raise RefusedError(
            f"A claim that is {before.stage} cannot be changed so. Possible now: {allowed}."
        )
    problems = _problems(move, act, evidence)
    if problems:
        raise RefusedError(" ".join(problems))
    match act.action:
        case Action.TAKE:
            until = now + ASSIGNMENT
            return Standing(stage=move.to, assignee=act.actor, assigned_until=until)
        case Action.RATE:
            return _rated(before, act, rules, now)
        case Action.DISPUTE | Action.DROP:
            return before.model_copy(
                update={"stage": move.to, "assignee": None, "assigned_until": None}
            )
        case _:
            return Standing(stage=move.to)


def _rated(before: Standing, act: Act, rules: Rules, now: datetime) -> Standing:
    """A first moderator proposes where two are asked for; the second confirms or sends back."""
    proposed = Standing(
        stage=Stage.RATED, rating=act.rating, reason=act.reason, rated_by=act.actor, rated_at=now
    )
    if before.stage is Stage.REVIEW:
        if act.actor == before.rated_by:
            raise RefusedError("You proposed this rating. Another moderator has to confirm it.")
        if act.rating is not before.rating:
            until = now + ASSIGNMENT
            return Standing(stage=Stage.CHECKING, assignee=act.actor, assigned_until=until)
    elif rules.two_person:
        return proposed.model_copy(update={"stage": Stage.REVIEW})
    return proposed


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
    if now - last.at > UNDO_WINDOW:
        minutes = int(UNDO_WINDOW.total_seconds() // 60)
        raise RefusedError(
            f"The last change is more than {minutes} minutes old, so people may have relied on"
            " it. Rate the claim again or reopen it; either is shown as a correction."
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
        who = f"<@{last.actor}>" if last.actor else "The bot"
        raise StaleError(
            f"{who} changed this claim <t:{int(last.at.timestamp())}:R>"
            f" ({last.action}). Nothing was done; look at it again and decide."
        )


def _problems(move: Move, act: Act, evidence: int) -> list[str]:
    problems = []
    if move.needs_reason and not act.reason.strip():
        problems.append("Say why: a reason is needed.")
    if len(act.reason) > REASON_LIMIT:
        problems.append(f"The reason is longer than {REASON_LIMIT} characters.")
    if move.action is Action.RATE:
        if act.rating is None:
            problems.append("Choose a rating.")
        if evidence + len(act.evidence) == 0:
            problems.append("Give at least one link as evidence.")
    if len(act.evidence) > EVIDENCE_LIMIT:
        problems.append(f"Give at most {EVIDENCE_LIMIT} links at a time.")
    for item in act.evidence:
        problems.extend(evidence_problems(item))
    return problems


# A link may hold no white space, control, bidirectional, invisible or half character: they
# hide where it leads. Angle brackets, backslashes and backticks would end a Markdown link early.
_UNSAFE_IN_URL = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    r"\U000e0000-\U000e0fff<>\\`]"
)


def evidence_problems(evidence: Evidence) -> list[str]:
    """Return what is wrong with a piece of evidence, in words for the person who gave it."""
    problems = []
    url = evidence.url
    shown = url if len(url) <= 60 else url[:59] + "…"
    try:
        parts = urlsplit(url)
        host, user, _port = parts.hostname or "", parts.username, parts.port
    except ValueError:
        parts, host, user = urlsplit(""), "", None
    if parts.scheme not in ("http", "https") or not all(host.split(".")) or "." not in host:
        problems.append(f"“{shown}” is no web address; it has to start with https://.")
    elif user is not None or _UNSAFE_IN_URL.search(url):
        problems.append(f"“{shown}” has characters or a login in it that a link may not have.")
    if len(url) > URL_LIMIT:
        problems.append(f"The link “{shown}” is longer than {URL_LIMIT} characters.")
    if len(evidence.note) > NOTE_LIMIT:
        problems.append(f"The note on “{shown}” is longer than {NOTE_LIMIT} characters.")
    return problems


RATING_WORDS: dict[Rating, str] = {
    Rating.VERIFIED: "Verified",
    Rating.MOSTLY_TRUE: "Mostly true",
    Rating.MIXED: "Mixed",
    Rating.MISLEADING: "Misleading",
    Rating.FALSE: "False",
    Rating.UNPROVEN: "Unproven",
    Rating.NOT_CHECKABLE: "Not checkable",
}
"""What people read for each rating. None of them shares a word with a stage."""

STAGE_WORDS: dict[Stage, str] = {
    Stage.OPEN: "Not checked yet",
    Stage.CHECKING: "Being checked",
    Stage.REVIEW: "Waiting for a second moderator",
    Stage.RATED: "Rated",
    Stage.DISPUTED: "Disputed",
    Stage.DROPPED: "Dropped",
}


def badge(standing: Standing) -> str:
    """Return the one word that a claim wears: its rating where it has one, else its stage."""
    rating = standing.published
    if rating is None:
        return STAGE_WORDS[standing.stage]
    words = RATING_WORDS[rating]
    return f"{words}, disputed" if standing.stage is Stage.DISPUTED else words
