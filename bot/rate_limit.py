"""
How often one member may do what costs others time: intake, look-ups, asks, objections, charts,
messages for everybody.

Kept in memory, because a restart that forgives is harmless and a write for each press is not.
"""

from collections import OrderedDict, deque
from datetime import datetime, timedelta
from typing import NamedTuple

from claims.errors import RefusedError
from claims.wording import phrase, say


class Limit(NamedTuple):
    """At most `times` in `span`; `message` says to the person that this is so, and until `when`."""

    message: str
    times: int
    span: timedelta


INTAKE = Limit(
    phrase(
        "You had {times} texts read in a short time, the most for one person. It goes on {when}."
    ),
    times=20,
    span=timedelta(hours=1),
)
"""A desk that feeds the bot by hand reads a text in three minutes; files go in bulk elsewhere."""

CHECK = Limit(
    phrase(
        "You looked {times} texts up in a short time, the most for one person. It goes on {when}."
    ),
    times=15,
    span=timedelta(minutes=1),
)
"""More than a person can read, and each may keep a text for a day."""

ASK = Limit(
    phrase(
        "You asked for {times} checks in a short time, the most for one person. It goes on {when}."
    ),
    times=10,
    span=timedelta(hours=1),
)
"""What moderators could not answer anyway."""

OBJECT = Limit(
    phrase(
        "You objected to {times} ratings in a short time, the most for one person. It goes on"
        " {when}."
    ),
    times=10,
    span=timedelta(hours=1),
)
"""The same: each waits for a moderator's answer."""

CHARTS = Limit(
    phrase(
        "You had charts drawn {times} times in a short time, the most for one person. It goes on"
        " {when}."
    ),
    times=5,
    span=timedelta(minutes=1),
)
"""Counting and drawing take some tenths of a second, and they say the same a minute later."""

SHARE = Limit(
    phrase("You shared {times} times in a short time, the most for one person. It goes on {when}."),
    times=6,
    span=timedelta(minutes=1),
)
"""What is shared is the bot's message, which a channel's slow mode does not hold back."""

LIST = Limit(
    phrase(
        "You narrowed lists {times} times in a short time, the most for one person. It goes on"
        " {when}."
    ),
    times=20,
    span=timedelta(minutes=1),
)
"""Only what a button has no room for counts: its filter is kept for a month."""

FOLLOW = Limit(
    phrase(
        "You followed and unfollowed {times} times in a short time, the most for one person. It"
        " goes on {when}."
    ),
    times=30,
    span=timedelta(minutes=1),
)
"""Each is written; nobody reads more claims in a minute."""

PRIVACY = Limit(
    phrase(
        "You asked for your data {times} times in a short time, the most for one person. It goes"
        " on {when}."
    ),
    times=5,
    span=timedelta(minutes=10),
)
"""Every table is read for it."""

MOST_KEPT = 10_000
"""Members remembered, at most about 1 KB each; beyond that the longest silent is forgotten."""


class RateLimiter:
    """Who did what when. One for the whole bot."""

    def __init__(self, *, most: int = MOST_KEPT) -> None:
        self._most = most
        self._done: OrderedDict[tuple[int, int, str], deque[float]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._done)

    def hit(
        self, limit: Limit, guild_id: int, user_id: int, *, now: datetime, lasting: float
    ) -> None:
        """
        Count one more time. Raises RefusedError, saying when it goes on, if it is too many.

        `lasting` are seconds on a clock that nobody sets, which alone decide; `now` is for words.
        """
        key = (guild_id, user_id, limit.message)
        times = self._done.setdefault(key, deque(maxlen=limit.times))
        self._done.move_to_end(key)
        if len(times) == limit.times:
            left = limit.span - timedelta(seconds=lasting - times[0])
            if left > timedelta():
                free = int((now + left).timestamp())
                raise RefusedError(say(limit.message, times=limit.times, when=f"<t:{free}:R>"))
        times.append(lasting)
        if len(self._done) > self._most:
            self._done.popitem(last=False)
