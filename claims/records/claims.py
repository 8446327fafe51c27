"""Claims in a ledger: where they stand, what was found, on what evidence."""

from datetime import date, datetime
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
