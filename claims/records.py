"""The records of the ledger: what was decided about a claim, by whom, and what a server chose."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from claims.models import Kind, Record, Source


class Stage(StrEnum):
    """Where a claim stands in the work."""

    OPEN = "open"
    CHECKING = "checking"
    REVIEW = "review"
    RATED = "rated"
    DISPUTED = "disputed"
    DROPPED = "dropped"


class Rating(StrEnum):
    """What the check found."""

    VERIFIED = "verified"
    MOSTLY_TRUE = "mostly_true"
    MIXED = "mixed"
    MISLEADING = "misleading"
    FALSE = "false"
    UNPROVEN = "unproven"
    NOT_CHECKABLE = "not_checkable"


class Stance(StrEnum):
    """What a piece of evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


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


class Grade(StrEnum):
    """How much a correction changes: the rating; the reason or the evidence; a slip of the pen."""

    MAJOR = "major"
    MINOR = "minor"
    TYPO = "typo"


class Opinion(Record):
    """A rating that one of two moderators gave. Who that was stands in the history."""

    rating: Rating
    reason: str
    grade: Grade | None = None


class Standing(Record):
    """
    What decisions changed about a claim; events keep it before and after.

    `rating`, `reason`, `rated_by` and `rated_at` are of what was last published; `grade` says
    which sort of correction that was, if one, and `earlier` what the rating was before.
    `why` says why the published rating is disputed, or why the claim was dropped; of what an
    earlier version wrote, only the history says it.
    `opinions` are of the two-person rule: the one that waits for a second in stage `review`,
    the one that a rating confirmed, or both where two differed. `assignee` is who has the
    claim in hand: who took it, or whose opinion waits. `relaxed`: the server allowed this
    rating on less evidence than two independent origins or a primary source, as origins
    were told apart on that day.
    """

    stage: Stage = Stage.OPEN
    rating: Rating | None = None
    reason: str = ""
    rated_by: int | None = None
    rated_at: datetime | None = None
    assignee: int | None = None
    assigned_until: datetime | None = None
    grade: Grade | None = None
    earlier: Rating | None = None
    relaxed: bool = False
    why: str = ""
    opinions: tuple[Opinion, ...] = ()
    recheck_on: date | None = None
    merged_into: int | None = None

    @property
    def published(self) -> Rating | None:
        """
        The rating that members are shown, if there is one.

        A correction that waits for a second moderator does not hide what stands so far.
        """
        return self.rating if self.stage in _PUBLISHED else None

    @property
    def waiting(self) -> Opinion | None:
        """The opinion that waits for a second moderator, if there is one."""
        waits = self.stage is Stage.REVIEW and self.opinions  # which members are not shown
        return self.opinions[0] if waits else None

    @property
    def confirmed(self) -> Opinion | None:
        """The first opinion, where a second moderator published the same rating."""
        alone = len(self.opinions) == 1 and self.stage is not Stage.REVIEW
        return self.opinions[0] if alone and self.published else None

    @property
    def differing(self) -> tuple[Opinion, ...]:
        """The opinions of two moderators that differ, as long as nobody decided between them."""
        return self.opinions if len(self.opinions) > 1 else ()

    @property
    def is_disputed(self) -> bool:
        """Whether the published rating is disputed, also while a correction of it waits."""
        waits = self.stage is Stage.REVIEW and self.published is not None
        return self.stage is Stage.DISPUTED or (waits and bool(self.why))


_PUBLISHED = frozenset({Stage.RATED, Stage.DISPUTED, Stage.REVIEW})


class Evidence(Record):
    """
    A link, what it does to the claim, and who brought it. `id` is 0 until it is stored.

    `quotation` are the words there; `is_primary` says that it is itself what the claim is
    about (the register, the recording, the statute), not a report of it.
    """

    url: str
    stance: Stance = Stance.SUPPORTS
    note: str = ""
    quotation: str = ""
    is_primary: bool = False
    id: int = 0
    added_by: int = 0
    added_at: datetime | None = None


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


class TrackedClaim(NamedTuple):
    """A claim in one server's ledger. `version` rises with every event."""

    number: int
    text: str
    kind: Kind
    source: Source
    stated_on: str | None
    stated_between: tuple[date, date] | None
    check_worthiness: float
    standing: Standing
    version: int
    added_at: datetime


class Appearance(NamedTuple):
    """One place where a claim is made; `quoted` are the exact words there."""

    article_id: int
    title: str
    publisher: str
    published_on: date | None
    url: str
    quoted: tuple[str, ...]


class Card(NamedTuple):
    """
    Everything that a claim's card shows.

    `origins` counts the appearances that are independent: the same words of the same source
    are one origin, however many articles have them.
    """

    claim: TrackedClaim
    appearances: tuple[Appearance, ...]
    origins: int
    evidence: tuple[Evidence, ...]
    last: Event
    tags: tuple[str, ...] = ()


USUAL_FROM, USUAL_UNTIL = time(22), time(7)
"""Quiet hours of a server that chose none: the night hours of most codes on noise."""


class Quiet(Record):
    """The hours, in local time, in which people are not written to; `zone` is an IANA name."""

    zone: str
    begins: time = USUAL_FROM
    ends: time = USUAL_UNTIL


class Server(Record):
    """
    What a Discord server chose for its ledger.

    `two_person`: a rating is published once a second moderator gives the same one.
    `strict_evidence`: verified and false need two independent origins or a primary source.
    `quiet`: the hours in which people are not written to; None where no zone is known.
    """

    moderator_role_id: int | None = None
    two_person: bool = False
    strict_evidence: bool = True
    quiet: Quiet | None = None
