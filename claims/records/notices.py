"""Messages that the bot sends by itself, and what became of them."""

from datetime import datetime
from enum import StrEnum

from claims.models import Record
from claims.records.claims import Rating


class Outcome(StrEnum):
    """What became of a digest that was due."""

    CLAIMED = "claimed"  # on its way
    SENT = "sent"
    EMPTY = "empty"  # there was nothing to tell
    FAILED = "failed"  # Discord refused it
    UNCERTAIN = "uncertain"  # the answer was lost: it may be in the channel
    MISSED = "missed"  # not sent in time; the next one tells it


class Greeting(Record):
    """One greeting that this process has taken on sending."""

    guild_id: int
    channel_id: int
    claimed_at: datetime
    outcome: Outcome = Outcome.CLAIMED

    @property
    def nonce(self) -> str:
        """What Discord knows the message by for a few minutes, in its channel."""
        return f"greeting-{int(self.claimed_at.timestamp())}"


class Kind(StrEnum):
    """
    Why somebody is told: followed claims, a day to check again, a claim freed, an opinion that
    is asked for, a digest that was stopped.
    """

    NEWS = "news"
    RECHECK = "recheck"
    EXPIRED = "expired"
    SECOND = "second"
    STOPPED = "stopped"


class News(Record):
    """One claim of a notice; of followed ones the published rating before and after."""

    number: int
    was: Rating | None = None
    now: Rating | None = None


class Notice(Record):
    """One message to be sent, to a person or, without one, to a channel."""

    id: int
    guild_id: int
    user_id: int | None
    channel_id: int | None
    kind: Kind
    news: tuple[News, ...]
    claimed_at: datetime
    outcome: Outcome = Outcome.CLAIMED

    @property
    def nonce(self) -> str:
        """By which Discord knows the message again, for a few minutes."""
        return f"n{self.id}"
