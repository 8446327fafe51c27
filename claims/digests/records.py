"""The records of digests: what a server wants in them, when they are due, and what was sent."""

from datetime import date, datetime, time
from enum import StrEnum
from typing import NamedTuple

from claims.models import Record
from claims.records.claims import Evidence, Standing, TrackedClaim
from claims.records.notices import Outcome

REFUSALS = 3
"""Days in a row on which Discord refuses the digest before the schedule is stopped: a channel
that is closed for an afternoon is none of our business, and refusals count against the bot."""


class Schedule(Record):
    """When and where a server's digest is due. Monday is weekday 0."""

    channel_id: int
    local_time: time
    zone: str
    weekdays: frozenset[int] = frozenset(range(7))


class Change(NamedTuple):
    """What happened to one claim over a digest's time, however many steps it took."""

    claim: TrackedClaim
    before: Standing | None  # None: the claim was added meanwhile
    reason: str = ""
    evidence: Evidence | None = None
    article: str = ""


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
    weekly: date | None = None  # the chosen weekday whose weekly part it carries

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


class Section(StrEnum):
    """The parts of a digest, in the order in which people should read them."""

    CORRECTION = "correction"
    RATING = "rating"
    DISPUTE = "dispute"
    ADDITION = "addition"
    ASKED = "asked"
    CHECKING = "checking"
    RECHECK = "recheck"


class Choice(Record):
    """
    What a server wants in its digest.

    `least_worth` is of new and most-asked claims; `tag` narrows everything to claims with it.
    `weekly_on` is the weekday of the chart and the balance report; Monday is 0, None never.
    """

    hidden: frozenset[Section] = frozenset()
    least_worth: float = 0.0
    tag: str = ""
    ping_role_id: int | None = None
    skip_empty: bool = True
    weekly_on: int | None = 0
