"""
What the counts of a server's ledger say: how its claims stood over time, and how balanced it is.

Pure. The ledger counts each day how often claims went from one place to another; everything
about time is a sum of that, so that it costs the same however many claims there are.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from pydantic import Field

from claims.models import Record, SourceType
from claims.records.claims import Rating, Stage
from claims.records.decisions import Action

WEEKS = 12
"""As far as the chart goes back: a quarter of a year, and a bar for each week has room."""


class Place(NamedTuple):
    """Where a claim is counted; `rating` is the published one."""

    stage: Stage
    rating: Rating | None


class Turn(NamedTuple):
    """
    How often, on one day in UTC, an action took claims from one place to another.

    None is the place of claims that are not counted: not added yet, or merged into another.
    """

    day: date
    action: Action
    was: Place | None
    now: Place | None
    times: int


class Tally(Record):
    """How many claims stood where at the end of a day; dropped and merged ones are not counted."""

    day: date
    ratings: dict[Rating, int]
    stages: dict[Stage, int]
    disputed: int

    @property
    def rated(self) -> int:
        """How many claims have a published rating."""
        return sum(self.ratings.values())

    @property
    def waiting(self) -> int:
        """How many claims have none yet."""
        return sum(self.stages.values())


class Lately(Record):
    """
    What was done in the last days; what was undone since does not count.

    `corrected` are published ratings that became another one or were taken back. A correction
    that gives the same rating another reason is none of them, though a digest tells of it.
    """

    added: int = 0
    rated: int = 0
    corrected: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done."""
        return not (self.added or self.rated or self.corrected)


class Share(Record):
    """What was found of the claims of one publisher or source."""

    name: str
    ratings: dict[Rating, int]

    @property
    def rated(self) -> int:
        """How many of its claims have a published rating."""
        return sum(self.ratings.values())


class Balance(Record):
    """What was found of whose claims: the publishers and sources with most ratings, most first."""

    publishers: tuple[Share, ...] = ()
    sources: tuple[Share, ...] = ()


class Stats(Record):
    """
    What is told of a server's ledger as of a day.

    `agreed` and `differed` count second moderators' ratings by whether they were the first's.
    `kinds` are the ratings by type of source.
    """

    course: tuple[Tally, ...]
    week: Lately = Lately()
    month: Lately = Lately()
    agreed: int = 0
    differed: int = 0
    kinds: dict[SourceType, dict[Rating, int]] = Field(default_factory=dict)

    @property
    def today(self) -> Tally:
        """How the claims stand now."""
        return self.course[-1]


def course(turns: Iterable[Turn], today: date) -> tuple[Tally, ...]:
    """Return how the claims stood at the end of each of the last weeks, the last one today."""
    turns = tuple(turns)
    days = [today - timedelta(weeks=back) for back in reversed(range(WEEKS))]
    return tuple(_tally(turns, day, last=day == today) for day in days)


def _tally(turns: tuple[Turn, ...], day: date, *, last: bool) -> Tally:
    counts: dict[Place, int] = {}
    for turn in turns:
        if turn.day <= day or last:  # a clock that was ahead has written days to come
            for place, sign in ((turn.was, -1), (turn.now, 1)):
                if place:
                    counts[place] = counts.get(place, 0) + sign * turn.times
    ratings: dict[Rating, int] = {}
    stages: dict[Stage, int] = {}
    for (stage, rating), count in counts.items():
        if count > 0 and rating:
            ratings[rating] = ratings.get(rating, 0) + count
        elif count > 0 and stage is not Stage.DROPPED:
            stages[stage] = stages.get(stage, 0) + count
    disputed = sum(count for place, count in counts.items() if place.stage is Stage.DISPUTED)
    return Tally(day=day, ratings=ratings, stages=stages, disputed=max(0, disputed))


def lately(turns: Iterable[Turn], today: date, days: int) -> Lately:
    """Return what was done in the last `days` days, today among them."""
    added = rated = corrected = 0
    for turn in turns:
        if turn.day <= today - timedelta(days=days):
            continue
        if turn.action is Action.ADD:
            added += turn.times
        sign = _SIGNS.get(turn.action, 0)
        if turn.was is None or turn.now is None or not sign:
            continue  # it came, was merged or was parted: no rating was made
        first, then = (turn.was, turn.now) if sign > 0 else (turn.now, turn.was)
        if first.rating is None and then.rating:
            rated += sign * turn.times
        elif first.rating is not then.rating:
            corrected += sign * turn.times
    return Lately(added=added, rated=max(0, rated), corrected=max(0, corrected))


_SIGNS = {Action.RATE: 1, Action.REOPEN: 1, Action.DROP: 1, Action.UNDO: -1}
"""What makes, changes or takes back a rating, and what does the opposite of it."""


def agreement(turns: Iterable[Turn]) -> tuple[int, int]:
    """Return how often a second moderator gave the first one's rating, and how often another."""
    agreed = differed = 0
    for turn in turns:
        sign = {Action.RATE: 1, Action.UNDO: -1}.get(turn.action, 0)
        first, then = (turn.was, turn.now) if sign > 0 else (turn.now, turn.was)
        if sign and first and then and first.stage is Stage.REVIEW:
            agreed += sign * turn.times * (then.stage is Stage.RATED)
            differed += sign * turn.times * (then.stage in (Stage.CHECKING, Stage.DISPUTED))
    return max(0, agreed), max(0, differed)
