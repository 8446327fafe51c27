"""
Counts of what happened, kept with every event, and what they and the ratings say.

The table `tally` is an index over the history: `in_step` tells whether it says what that says.
"""

import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from claims.digests import stats
from claims.digests.stats import Balance, Place, Share, Stats, Turn
from claims.ledger import rows
from claims.models import SourceType
from claims.records.claims import Rating, Stage
from claims.records.decisions import Action

DAY = 86_400

LISTED = 5
"""Publishers and sources in the balance report: those with most ratings, as many as a message
has room for."""


def _place(standing: str) -> str:
    """SQL for where a claim with this standing is counted, as `_parsed` reads it."""
    return (
        f"CASE WHEN {standing} IS NULL OR {standing} ->> '$.merged_into' IS NOT NULL THEN ''"
        f" ELSE ({standing} ->> '$.stage') || '/' ||"
        f" CASE WHEN {standing} ->> '$.stage' IN ('review', 'rated', 'disputed')"
        f" THEN coalesce({standing} ->> '$.rating', '') ELSE '' END END"
    )


_TURNS = (
    f"SELECT guild_id, at / {DAY} AS day, action, {_place('before')} AS was,"
    f" {_place('after')} AS now, {{times}} AS times FROM event"
)
COUNTED = _TURNS.format(times="count(*)")
_BY = "GROUP BY 1, 2, 3, 4, 5"
_COUNT = (
    f"INSERT INTO tally {_TURNS.format(times=1)} WHERE id = ?"
    " ON CONFLICT DO UPDATE SET times = times + 1"
)


def count(db: sqlite3.Connection, event_id: int) -> None:
    """Count an event that has just been added."""
    db.execute(_COUNT, (event_id,))


def count_anew(db: sqlite3.Connection) -> None:
    """Count the whole history of all servers, of which nothing was counted yet."""
    db.execute(f"INSERT INTO tally {COUNTED} {_BY}")


def in_step(db: sqlite3.Connection, guild_id: int) -> bool:
    """Whether the server's counts are those of its history. Reads all of that."""
    kept, counted = (
        set(map(tuple, db.execute(f"{select} WHERE guild_id = ? {by}", (guild_id,))))
        for select, by in (("SELECT * FROM tally", ""), (COUNTED, _BY))
    )
    return kept == counted


def read(db: sqlite3.Connection, guild_id: int, now: datetime) -> Stats:
    """
    Return what the server's counts say now.

    Of all that happened one row a day and sort of happening is read, and of the claims with a
    rating their entries in an index: with 100,000 claims, 22,000 of them rated, 40 ms.
    """
    today = now.astimezone(UTC).date()
    turns = tuple(_turns(db, guild_id, today))
    agreed, differed = stats.agreement(turns)
    kinds: dict[SourceType, dict[Rating, int]] = {}
    for type_, rating, times in db.execute(_BY_TYPE, {"guild": guild_id}):
        kinds.setdefault(SourceType(type_), {})[Rating(rating)] = times
    return Stats(
        course=stats.course(turns, today),
        week=stats.lately(turns, today, 7),
        month=stats.lately(turns, today, 30),
        agreed=agreed,
        differed=differed,
        kinds=kinds,
    )


def balance(db: sqlite3.Connection, guild_id: int) -> Balance:
    """
    Return what was found of whose claims, now.

    By index alone too, but a look at an appearance for each rated claim: with 22,000 of them a
    fifth of a second on a busy core. It is for the weekly report.
    """
    return Balance(
        publishers=_most(db.execute(_BY_PUBLISHER, {"guild": guild_id})),
        sources=_most(db.execute(_BY_SOURCE, {"guild": guild_id})),
    )


def _turns(db: sqlite3.Connection, guild_id: int, today: date) -> Iterable[Turn]:
    """Yield what happened, of the time before the chart begins as if on one day."""
    first = (today - timedelta(weeks=stats.WEEKS) - rows.from_epoch_days(0)).days
    found = db.execute(
        "SELECT max(day, ?) AS day, action, was, now, sum(times) AS times FROM tally"
        " WHERE guild_id = ? GROUP BY 1, 2, 3, 4",
        (first, guild_id),
    )
    for day, action, was, to, times in found:
        yield Turn(rows.from_epoch_days(day), Action(action), _parsed(was), _parsed(to), times)


def _parsed(place: str) -> Place | None:
    if not place:
        return None
    stage, _, rating = place.partition("/")
    return Place(Stage(stage), Rating(rating) if rating else None)


_RATED = """
WITH rated AS MATERIALIZED (
  SELECT source_id, published, count(*) AS times FROM claim INDEXED BY claim_published
  WHERE guild_id = :guild AND published IS NOT NULL GROUP BY source_id, published)
"""
_BY_TYPE = f"""
{_RATED} SELECT source.type, published, sum(times) FROM rated
JOIN source ON source.guild_id = :guild AND source.id = rated.source_id GROUP BY 1, 2
"""
_BY_SOURCE = f"""
{_RATED}, most AS (
  SELECT source_id FROM rated GROUP BY 1 ORDER BY sum(times) DESC, source_id LIMIT {LISTED})
SELECT source.name, published, times FROM most JOIN rated USING (source_id)
JOIN source ON source.guild_id = :guild AND source.id = source_id
"""
# A claim counts with the publisher that was found to carry it first.
_BY_PUBLISHER = """
WITH carried AS MATERIALIZED (
  SELECT (SELECT min(article_id) FROM appearance
          WHERE appearance.guild_id = :guild AND appearance.number = claim.number) AS article_id,
         published
  FROM claim INDEXED BY claim_published WHERE guild_id = :guild AND published IS NOT NULL),
found AS MATERIALIZED (
  SELECT article_id, published, count(*) AS times FROM carried GROUP BY 1, 2)
SELECT article.publisher, found.published, sum(found.times) FROM found
JOIN article ON article.guild_id = :guild AND article.id = found.article_id
WHERE article.publisher <> '' GROUP BY 1, 2
"""


def _most(found: Iterable[tuple[str, str, int]]) -> tuple[Share, ...]:
    """Return those with most ratings, most first."""
    ratings: dict[str, dict[Rating, int]] = {}
    for name, rating, times in found:
        each = ratings.setdefault(name, {})
        each[Rating(rating)] = each.get(Rating(rating), 0) + times
    shares = [Share(name=name, ratings=each) for name, each in ratings.items()]
    return tuple(sorted(shares, key=lambda share: (-share.rated, share.name))[:LISTED])
