"""The records of the ledger: what was decided about a claim, by whom, and what was sent of it."""

from datetime import date, datetime, time
from enum import StrEnum

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
    UNDO = "undo"


class Standing(Record):
    """
    All that a decision can change about a claim; events keep it before and after.

    In stage `review`, `rating`, `reason` and `rated_by` are a proposal that waits for a
    second moderator. A disputed claim keeps the rating that stands until it is decided anew.
    """

    stage: Stage = Stage.OPEN
    rating: Rating | None = None
    reason: str = ""
    rated_by: int | None = None
    rated_at: datetime | None = None
    assignee: int | None = None
    assigned_until: datetime | None = None

    @property
    def published(self) -> Rating | None:
        """The rating that members are shown, if there is one."""
        return self.rating if self.stage in (Stage.RATED, Stage.DISPUTED) else None


class Evidence(Record):
    """A link, what it does to the claim, and who brought it. `id` is 0 until it is stored."""

    url: str
    stance: Stance = Stance.SUPPORTS
    note: str = ""
    id: int = 0
    added_by: int = 0
    added_at: datetime | None = None


class Act(Record):
    """What a person asks for. `seen` is the version they looked at, where they looked at one."""

    action: Action
    actor: int
    seen: int | None = None
    rating: Rating | None = None
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()


class Event(Record):
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


class TrackedClaim(Record):
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


class Appearance(Record):
    """One place where a claim is made; `quoted` are the exact words there."""

    article_id: int
    title: str
    publisher: str
    published_on: date | None
    url: str
    quoted: tuple[str, ...]


class Card(Record):
    """Everything that a claim's card shows."""

    claim: TrackedClaim
    appearances: tuple[Appearance, ...]
    evidence: tuple[Evidence, ...]
    last: Event


class Server(Record):
    """What a Discord server chose for its ledger."""

    moderator_role_id: int | None = None


class Schedule(Record):
    """When and where a server's digest is due. Monday is weekday 0."""

    channel_id: int
    local_time: time
    zone: str
    weekdays: frozenset[int] = frozenset(range(7))


class Change(Record):
    """What happened to one claim over a digest's time, however many steps it took."""

    claim: TrackedClaim
    before: Standing | None  # None: the claim was added meanwhile
    reason: str = ""
    evidence: Evidence | None = None
    article: str = ""


class Outcome(StrEnum):
    """What became of a digest that was due."""

    CLAIMED = "claimed"  # on its way
    SENT = "sent"
    EMPTY = "empty"  # there was nothing to tell
    FAILED = "failed"  # Discord refused it
    UNCERTAIN = "uncertain"  # the answer was lost: it may be in the channel
    MISSED = "missed"  # not sent in time; the next one tells it


class Run(Record):
    """One digest that this process has taken on sending."""

    id: int
    guild_id: int
    key: str
    channel_id: int
    since: int
    through: int
    due_at: datetime
    claimed_at: datetime
    attempted_at: datetime
    outcome: Outcome = Outcome.CLAIMED

    @property
    def nonce(self) -> str:
        """
        What Discord knows the message by for a few minutes; at most 25 characters.

        With the time in it, as a ledger that was restored from a backup counts its runs anew.
        """
        return f"{self.id}-{int(self.claimed_at.timestamp())}"


class PastRun(Record):
    """What became of a digest, for people to read. `first_on` is set for several missed dates."""

    key: str
    first_on: str | None
    channel_id: int
    due_at: datetime
    outcome: Outcome
    detail: str
    message_id: int | None


class Stop(Record):
    """A schedule that was stopped after repeated refusals, of which a manager has to be told."""

    guild_id: int
    channel_id: int
    set_by: int
    at: datetime
    why: str
