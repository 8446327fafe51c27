"""Claims, looked up."""

import sqlite3

from claims.errors import ClaimNotFoundError
from claims.ledger import rows
from claims.ledger.decisions import evidence, tags
from claims.ledger.lookup.lists import page as page
from claims.ledger.lookup.suggesting import suggest as suggest
from claims.ledger.store.quick import quick
from claims.records.cards import Appearance, Card
from claims.records.claims import TrackedClaim
from claims.records.decisions import Action, Event
from claims.rules import viewing
from claims.rules.viewing import Viewer

# Statements of a card stand ready: putting one together takes a tenth of what running it does.
BY_NUMBER = f"{rows.CLAIM} WHERE claim.guild_id = ? AND claim.number = ?"

PLACES = f"""
{rows.APPEARANCE} WHERE appearance.guild_id = ? AND appearance.number = ?
ORDER BY appearance.article_id  -- by the article's own id SQLite would read them all
"""

LAST = f"{rows.EVENT} WHERE guild_id = ? AND number = ? ORDER BY id DESC LIMIT 1"


@quick
def get(db: sqlite3.Connection, guild_id: int, number: int) -> TrackedClaim:
    """
    Return the claim with this very number, merged or not, whole: to decide about it, not to show.

    Raises ClaimNotFoundError.
    """
    row: sqlite3.Row | None = None
    if 0 < number <= rows.GREATEST:
        row = db.execute(BY_NUMBER, (guild_id, number)).fetchone()
    if row is None:
        raise ClaimNotFoundError(number)
    return rows.whole_claim_from_row(row)


def absorbing(db: sqlite3.Connection, guild_id: int, number: int) -> int:
    """Return the number of the claim that absorbed this one, however often; else its own."""
    row = db.execute(
        """
        WITH RECURSIVE lead (number, step) AS (
          SELECT :number, 0
          UNION SELECT merged_into, step + 1 FROM lead JOIN claim USING (number)
          WHERE guild_id = :guild AND merged_into IS NOT NULL AND step < 100
        )
        SELECT number FROM lead ORDER BY step DESC LIMIT 1
        """,
        {"guild": guild_id, "number": min(number, rows.GREATEST) if number > 0 else 0},
    ).fetchone()
    found: int = row["number"]
    return found if found and number <= rows.GREATEST else number


@quick
def card(
    db: sqlite3.Connection, guild_id: int, number: int, viewer: Viewer = Viewer.MEMBER
) -> Card:
    """
    Return everything that the claim's card shows to this viewer. Raises ClaimNotFoundError.

    The number of a claim that was merged leads to the claim that absorbed it.
    """
    claim = get(db, guild_id, number)
    while claim.standing.merged_into is not None:
        claim = get(db, guild_id, claim.standing.merged_into)
    places = _places(db, guild_id, claim.number)
    found = Card(
        claim,
        tuple(map(rows.appearance, places)),
        len({place["origin"] for place in places}),
        evidence.seen(db, guild_id, claim.number, viewer),
        last_event(db, guild_id, claim.number),
        tags.of(db, guild_id, claim.number),
    )
    if viewer is Viewer.MODERATOR:
        return found
    shown = viewing.card(found)
    return shown._replace(last=_shown(db, guild_id, shown.last))


def appearances(db: sqlite3.Connection, guild_id: int, number: int) -> tuple[Appearance, ...]:
    """Return where the claim is made, oldest article first."""
    return tuple(map(rows.appearance, _places(db, guild_id, number)))


def _places(db: sqlite3.Connection, guild_id: int, number: int) -> list[sqlite3.Row]:
    return db.execute(PLACES, (guild_id, number)).fetchall()


def last_event(db: sqlite3.Connection, guild_id: int, number: int) -> Event:
    """Return what happened last under this very number: at least, that the claim was added."""
    return rows.event(db.execute(LAST, (guild_id, number)).fetchone())


def history(
    db: sqlite3.Connection,
    guild_id: int,
    number: int,
    *,
    start: int | None = None,
    size: int = 10,
    viewer: Viewer = Viewer.MEMBER,
) -> tuple[tuple[Event, ...], int | None]:
    """
    Return up to `size` events, newest first, from event `start` back, and where the next
    page starts (None at the end), as this viewer may see them. Raises ClaimNotFoundError.
    """
    get(db, guild_id, number)
    found = db.execute(
        f"{rows.EVENT} WHERE guild_id = ? AND number = ? AND (? IS NULL OR id <= ?)"
        " ORDER BY id DESC LIMIT ?",
        (guild_id, number, start, start, size + 1),
    ).fetchall()
    following = found[size]["id"] if len(found) > size else None
    events = tuple(rows.event(row) for row in found[:size])
    if viewer is Viewer.MODERATOR:
        return events, following
    return tuple(_shown(db, guild_id, event) for event in events), following


def _shown(db: sqlite3.Connection, guild_id: int, event: Event) -> Event:
    """Return an event as members see it."""
    withheld = event.action is Action.WITHDRAW and evidence.withdrew_withheld(db, event.id)
    if viewing.is_opinion(event):
        withheld = db.execute(CONFIRMED, (guild_id, event.number, event.id)).fetchone() is None
    return viewing.event(event, withheld=withheld)


CONFIRMED = """
SELECT 1 FROM event AS opinion JOIN event AS second
  ON second.guild_id = opinion.guild_id AND second.number = opinion.number
WHERE opinion.guild_id = ? AND opinion.number = ? AND opinion.id = ?
  AND opinion.after ->> '$.stage' = 'review' AND second.id > opinion.id
  AND second.action = 'rate' AND second.before ->> '$.stage' = 'review'
  AND second.after ->> '$.stage' = 'rated'
  AND NOT EXISTS (SELECT 1 FROM event AS back WHERE back.undone = second.id)
  AND NOT EXISTS (
    SELECT 1 FROM event AS later WHERE later.guild_id = opinion.guild_id
    AND later.number = opinion.number AND later.id > opinion.id AND later.id < second.id
    AND later.action = 'rate' AND later.before ->> '$.stage' <> 'review'
    AND later.after ->> '$.stage' = 'review')
"""
"""Finds something where a second moderator gave the rating of this very opinion."""
