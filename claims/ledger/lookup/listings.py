"""Lists that people turn the pages of: the names in a filter checked, and the filter kept."""

import json
import sqlite3
from datetime import datetime, timedelta

from pydantic import TypeAdapter, ValidationError

from claims.errors import RefusedError
from claims.ledger import rows, servers
from claims.ledger.articles import contents, publishers, sources
from claims.ledger.decisions import tags
from claims.ledger.lookup import lists
from claims.ledger.store.quick import quick
from claims.records.lists import Filter, Listing
from claims.wording.phrases import Phrase, Where

KEPT = timedelta(days=30)
"""How long a list's page can be turned after it was last asked for; a new one is a command away."""


@quick
def page(
    db: sqlite3.Connection,
    guild_id: int,
    wanted: Filter,
    *,
    start: str | None = None,
    upwards: bool = False,
    size: int,
    typed: bool = True,
) -> Listing:
    """
    Return a page as `lists.page` does, of a filter that a person typed.

    Raises RefusedError with every name in it that the server does not know: choices that
    Discord suggests bind nobody. What is shown anew is not `typed`: whatever became of the names.
    """
    given = [name for name in _NAMES if typed and getattr(wanted, name)]
    problems = list(filter(None, (_problem(db, guild_id, wanted, name) for name in given)))
    if problems:
        raise RefusedError(*problems)
    found = lists.page(db, guild_id, wanted, start=start, upwards=upwards, size=size)
    title = contents.get(db, guild_id, wanted.article).title if wanted.article else ""
    return Listing(found, title)


_NAMES = ("source", "publisher", "article", "tag")


def _problem(db: sqlite3.Connection, guild_id: int, wanted: Filter, name: str) -> Phrase | None:
    """Say what is wrong with one name in the filter; None where it is known or not given."""
    match name:
        case "source" if wanted.source and sources.id_of(db, guild_id, wanted.source) is None:
            return Phrase(
                "No source is known by that name here: {where} shows which are.",
                where=Where.SOURCES,
            )
        case "publisher" if wanted.publisher and not publishers.is_known(
            db, guild_id, wanted.publisher
        ):
            return Phrase(
                "No article here is by that publisher: {where} shows which there are.",
                where=Where.ARTICLES,
            )
        case "article" if wanted.article and not contents.exists(db, guild_id, wanted.article):
            return Phrase(
                "There is no such article here. {where} shows which there are.",
                where=Where.ARTICLES,
            )
        case "tag" if wanted.tag and not tags.is_used(db, guild_id, wanted.tag):
            return Phrase("No claim here has that tag. Choose from {where}.", where=Where.TAGS)
    return None


def keep(
    db: sqlite3.Connection, guild_id: int, wanted: Filter, *, owner: int, now: datetime
) -> int:
    """Keep a filter for the buttons of a person's list; return the number that they carry."""
    servers.ensure(db, guild_id)
    forget_expired(db, now=now)
    mine = {"mine": True} if wanted.followed_by is not None else {}
    row = db.execute(
        "INSERT INTO kept_list (guild_id, owner, wanted, assignee, made_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT (guild_id, owner, wanted, assignee) DO UPDATE SET made_at = excluded.made_at"
        " RETURNING id",
        (
            guild_id,
            owner,
            written(wanted, **mine),
            wanted.assignee or 0,
            rows.to_epoch_seconds(now),
        ),
    ).fetchone()
    number: int = row["id"]
    return number


@quick
def kept(db: sqlite3.Connection, guild_id: int, number: int, *, user_id: int) -> Filter:
    """
    Return a filter that was kept for this person.

    Raises RefusedError where it was forgotten, is somebody else's, or an older version kept it.
    """
    row = db.execute(
        "SELECT wanted, assignee FROM kept_list WHERE guild_id = ? AND id = ? AND owner = ?",
        (guild_id, number, user_id),
    ).fetchone()
    if row is None:
        raise RefusedError(
            "This list is from long ago. Ask for it anew: {where}.", where=Where.CLAIMS
        )
    return read(row["wanted"], row["assignee"], user_id=user_id)


def written(wanted: Filter, **more: object) -> str:
    """Return a filter as JSON without the people in it, who stand in columns of their own."""
    named = wanted._replace(assignee=None, followed_by=None)._asdict() | more
    set_ = {name: value for name, value in named.items() if value is not None}
    return rows.encodable(json.dumps(set_, default=str, sort_keys=True))


def read(text: str, assignee: int, *, user_id: int | None = None) -> Filter:
    """
    Return the filter that `written` wrote, with the people in it.

    Raises RefusedError where an older version wrote it.
    """
    values = json.loads(text)
    mine = values.pop("mine", False)
    try:
        wanted = _FILTERS.validate_python(values)
    except ValidationError as error:
        raise RefusedError(
            "This list is from an older version. Ask for it anew: {where}.", where=Where.CLAIMS
        ) from error
    return wanted._replace(assignee=assignee or None, followed_by=user_id if mine else None)


_FILTERS = TypeAdapter(Filter)


def forget_expired(db: sqlite3.Connection, *, now: datetime) -> int:
    """Forget the filters of lists that nobody asked for in their time; return how many."""
    done = db.execute(
        "DELETE FROM kept_list WHERE made_at <= ?", (rows.to_epoch_seconds(now - KEPT),)
    )
    return done.rowcount
