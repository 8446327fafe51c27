"""What people decide about claims, and the history that it leaves."""

from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from claims.models import Kind, Record, Source
from claims.records.claims import Evidence, Grade, Rating, Standing


class Action(StrEnum):
    """What can happen to a claim; each happening is one event."""

    ADD = "add"
    TAKE = "take"
    RELEASE = "release"
    RATE = "rate"
    DISPUTE = "dispute"
    DROP = "drop"
    REOPEN = "reopen"
    EVIDENCE = "evidence"
    WITHDRAW = "withdraw"
    EDIT = "edit"
    TAG = "tag"
    RECHECK = "recheck"
    MERGE = "merge"
    UNMERGE = "unmerge"
    UNDO = "undo"


class Act(Record):
    """
    What a person asks for. `seen` is the version they looked at, where they looked at one.

    Below `evidence`, each field belongs to one action: `withdraw` is the id of a piece of
    evidence, `into` the number of the claim that is to absorb this one, and a `recheck_on`
    of None takes the date away. `reports` are the members' reports that a dispute accepts. Of
    `text` and `source`, None leaves what there is; a `source` of "" is nobody who is named.
    """

    action: Action
    actor: int
    seen: int | None = None
    rating: Rating | None = None
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()
    grade: Grade | None = None
    withdraw: int | None = None
    text: str | None = None
    source: str | None = None
    add_tags: tuple[str, ...] = ()
    remove_tags: tuple[str, ...] = ()
    recheck_on: date | None = None
    into: int | None = None
    reports: tuple[int, ...] = ()


class Detail(Record):
    """
    What an event changed beside the standing, so far as it did.

    `was` and `now` are the claim's text, the latter of a new claim too; so are `source_was` and
    `source_now`, which an undo says for itself: what the source was may have become part of
    another meanwhile. `kind_was` and `kind_now` are what follows from that. `into` and `moved`
    (each an article's fingerprint and the content there) stand with the claim that was merged,
    `absorbed` and `released` with the other one. Members are never named here, for it cannot be
    erased, nor rows by their ids, for those are other ones once a ledger was imported.
    """

    evidence: tuple[Evidence, ...] = ()
    withdrawn: tuple[Evidence, ...] = ()
    was: str | None = None
    now: str | None = None
    source_was: Source | None = None
    source_now: Source | None = None
    kind_was: Kind | None = None
    kind_now: Kind | None = None
    added_tags: tuple[str, ...] = ()
    removed_tags: tuple[str, ...] = ()
    into: int | None = None
    moved: tuple[tuple[str, str], ...] = ()
    absorbed: int | None = None
    released: int | None = None


# What a page or a card is made of is a plain tuple: it is built from rows that were checked when
# they were written, dozens for one answer, and validating it took longer than reading it.
class Event(NamedTuple):
    """One entry of a claim's history. `undone` names the event that an undo took back."""

    id: int
    number: int
    at: datetime
    actor: int
    action: Action
    before: Standing | None
    after: Standing
    reason: str = ""
    undone: int | None = None
    detail: Detail = Detail()
