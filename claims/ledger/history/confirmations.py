"""Was any rating that stands confirmed by the very person who proposed it?"""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from claims.ledger.history import history

ALONE = "whoever proposed this rating confirmed it too; two persons should have. Reopen the claim."


class Confirmation(NamedTuple):
    """A claim, and the event with which one person alone published its rating."""

    number: int
    event_id: int


_STANDING = """
SELECT event.id, event.number, event.actor, event.before ->> '$.assignee' AS proposer
FROM event JOIN claim ON claim.guild_id = event.guild_id AND claim.number = event.number
WHERE event.guild_id = ? AND event.action = 'rate'
  AND event.before ->> '$.stage' = 'review' AND event.after ->> '$.stage' = 'rated'
  AND claim.stage IN ('rated', 'disputed', 'review')
  AND claim.standing ->> '$.rated_at' = event.after ->> '$.rated_at'
ORDER BY event.id
"""
"""Events by which a rating that stands was confirmed; whose proposal waited, the standing says."""


def by_one(db: sqlite3.Connection, guild_id: int) -> Iterator[Confirmation]:
    """
    Yield the ratings of a server that stand and that one person both proposed and confirmed.

    What was taken back, corrected by others or reopened since is history, and no longer wrong.
    """
    for event_id, number, actor, proposer in db.execute(_STANDING, (guild_id,)):
        if history.person(db, guild_id, actor).is_(proposer):
            yield Confirmation(number, event_id)
