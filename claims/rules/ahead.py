"""
Times that lie ahead of now: a clock wrote them that was set back since. Pure.

How long ago such a thing happened nobody knows. So what may be done for a while after it is not
done any more, and what ends by itself after a while ends as if it had begun now. Where that
changes what is stored, "now" is the latest that any clock shows which is known, the machine's
and Discord's: a clock that is wrong for an hour, either way, shortens nothing.
"""

from datetime import datetime, timedelta

TOLERANCE = timedelta(minutes=2)
"""Clocks that are set by less change nothing: it is below the life of a nonce."""

EARLY = timedelta(hours=12)
"""What was sent so much before its time was not its date's: as much as a daily digest may come
after it (`claims.digests.compose.sent_until`)."""


def is_ahead(at: datetime, now: datetime) -> bool:
    """Whether `at`, when something happened, was written by a clock that was set back since."""
    return at > now + TOLERANCE
