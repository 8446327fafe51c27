"""Members' reports that a rating is wrong. A moderator accepts one, or rejects it with a reason."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from claims.errors import RefusedError
from claims.ledger import rows
from claims.ledger.decisions import merges
from claims.ledger.history import history, seals
from claims.ledger.history.seals import Rows
from claims.ledger.lookup import claims
from claims.ledger.rows import to_epoch_seconds
from claims.models import Record
from claims.records.claims import Stage
from claims.rules.objections import reason_problem
from claims.wording import phrase
from claims.wording.phrases import Phrase, Where, Who

WAITING_MOST = 10
"""Reports of one person that wait in a server: more is a campaign, not a concern."""


class Answer(StrEnum):
    """What became of a report."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Report(Record):
    """One member's objection to a rating. `answer` says why it was rejected."""

    id: int
    number: int
    user_id: int
    at: datetime
    reason: str
    outcome: Answer = Answer.WAITING
    decided_by: int | None = None
    answer: str = ""


_WAITING = phrase("#{number} has no rating yet to object to. Ask for a check of it by {where}.")
_UNRATED = {
    Stage.OPEN: _WAITING,
    Stage.CHECKING: _WAITING,
    Stage.REVIEW: _WAITING,
    Stage.DROPPED: phrase(
        "#{number} was dropped, so there is no rating to object to. {where} says why."
    ),
}
"""What to say of an objection where members are shown no rating."""


def add(
    db: sqlite3.Connection, guild_id: int, number: int, *, user_id: int, reason: str, now: datetime
) -> Report:
    """
    Report that a claim's rating is wrong; moderators decide what comes of it.

    Under a merged number it is about the claim that this leads to. Raises ClaimNotFoundError,
    and RefusedError if there is no rating, no reason, or the person's report waits already.
    """
    claims.get(db, guild_id, number)  # which raises for a number that is none
    claim = claims.get(db, guild_id, merges.leads_to(db, guild_id, number))
    if claim.standing.published is None:
        dropped = claim.standing.stage is Stage.DROPPED
        raise RefusedError(
            _UNRATED[claim.standing.stage],
            number=claim.number,
            where=Where.HISTORY if dropped else Where.CHECK_WISH,
        )
    problem = reason_problem(reason)
    if problem:
        raise RefusedError(problem)
    own = db.execute(
        "SELECT number FROM report WHERE guild_id = ? AND user_id IN (?, ?) AND outcome = ?",
        (guild_id, *history.person(db, guild_id, user_id).names, Answer.WAITING),
    ).fetchall()
    if any(row["number"] == claim.number for row in own):
        raise RefusedError("Your report on this claim waits for a moderator already.")
    if len(own) >= WAITING_MOST:
        raise RefusedError(
            "{count} of your reports wait for a moderator. Wait until some are answered.",
            count=WAITING_MOST,
        )
    row = db.execute(
        "INSERT INTO report (guild_id, number, user_id, at, reason) VALUES (?, ?, ?, ?, ?)"
        " RETURNING *",
        (guild_id, claim.number, user_id, to_epoch_seconds(now), reason.strip()),
    ).fetchone()
    seals.add(db, guild_id, _this(row["id"]))
    return report_of(row)


def _this(report_id: int) -> Rows:
    return Rows("report", "report.id = ?", (report_id,))


def get(db: sqlite3.Connection, guild_id: int, report_id: int) -> Report:
    """Return a report that waits. Raises RefusedError if there is none with this id."""
    row = None
    if 0 < report_id <= rows.GREATEST:
        row = db.execute(
            "SELECT * FROM report WHERE guild_id = ? AND id = ?", (guild_id, report_id)
        ).fetchone()
    if row is None:
        raise RefusedError(
            "There is no such objection here. {where} shows which wait.", where=Where.OBJECTIONS
        )
    report = report_of(row)
    if report.outcome is not Answer.WAITING:
        raise RefusedError(_answered(report))
    return report


def _answered(report: Report) -> Phrase:
    accepted = report.outcome is Answer.ACCEPTED
    if not report.decided_by:
        done = phrase("This report was accepted already.")
        return Phrase(done if accepted else phrase("This report was rejected already."))
    done = phrase("This report was accepted by {person} already.")
    return Phrase(
        done if accepted else phrase("This report was rejected by {person} already."),
        person=Who(report.decided_by),
    )


def waiting(
    db: sqlite3.Connection,
    guild_id: int,
    *,
    number: int | None = None,
    start: int = 0,
    size: int = 10,
) -> tuple[Report, ...]:
    """Return up to `size` reports that wait, of one claim or of all, the oldest after `start`."""
    found = db.execute(
        "SELECT * FROM report WHERE guild_id = ? AND (? IS NULL OR number = ?) AND id > ?"
        " AND outcome = ? ORDER BY id LIMIT ?",
        (guild_id, number, number, start, Answer.WAITING, size),
    )
    return tuple(report_of(row) for row in found)


def count_waiting(db: sqlite3.Connection, guild_id: int) -> int:
    """Return how many reports wait for an answer."""
    row = db.execute(
        "SELECT count(*) AS waiting FROM report WHERE guild_id = ? AND outcome = ?",
        (guild_id, Answer.WAITING),
    ).fetchone()
    return int(row["waiting"])


def reject(
    db: sqlite3.Connection, guild_id: int, report_id: int, *, actor: int, reason: str
) -> Report:
    """Reject a report, with a reason for the person who made it. Raises RefusedError."""
    report = get(db, guild_id, report_id)
    problem = reason_problem(reason)
    if problem:
        raise RefusedError(problem)
    with seals.watch(db, guild_id, _this(report.id)):
        row = db.execute(
            "UPDATE report SET outcome = ?, decided_by = ?, answer = ?"
            " WHERE guild_id = ? AND id = ? RETURNING *",
            (Answer.REJECTED, actor, reason.strip(), guild_id, report.id),
        ).fetchone()
    return report_of(row)


def accept(
    db: sqlite3.Connection,
    guild_id: int,
    number: int,
    ids: Iterable[int],
    *,
    actor: int,
    event_id: int | None,
) -> None:
    """Mark reports as accepted, with the dispute that came of it. Raises RefusedError."""
    for report_id in ids:
        if get(db, guild_id, report_id).number != number:
            raise RefusedError("This report is about another claim.")
        with seals.watch(db, guild_id, _this(report_id)):
            db.execute(
                "UPDATE report SET outcome = ?, decided_by = ?, accepted_with = ?"
                " WHERE guild_id = ? AND id = ?",
                (Answer.ACCEPTED, actor, event_id, guild_id, report_id),
            )


def let_wait(db: sqlite3.Connection, guild_id: int, undone: int) -> None:
    """Let the reports wait again that were accepted with a dispute which is undone."""
    found = db.execute(
        "SELECT id FROM report WHERE guild_id = ? AND accepted_with = ?", (guild_id, undone)
    ).fetchall()
    for (report_id,) in found:
        with seals.watch(db, guild_id, _this(report_id)):
            db.execute(
                "UPDATE report SET outcome = ?, decided_by = NULL, accepted_with = NULL"
                " WHERE guild_id = ? AND id = ?",
                (Answer.WAITING, guild_id, report_id),
            )


def report_of(row: sqlite3.Row) -> Report:
    return Report(
        id=row["id"],
        number=row["number"],
        user_id=row["user_id"],
        at=rows.from_epoch_seconds(row["at"]),
        reason=row["reason"],
        outcome=row["outcome"],
        decided_by=row["decided_by"],
        answer=row["answer"],
    )
