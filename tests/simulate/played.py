"""What every played life has: a ledger in memory, a process that dies, what Discord remembers."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import cache
from typing import Concatenate, ParamSpec, TypeVar

from claims.ledger.store import migrate
from claims.models import Article, Claim, Kind, Source, SourceType, Span

P = ParamSpec("P")
T = TypeVar("T")

REMEMBERED = timedelta(minutes=5)
"""How long this Discord knows a nonce: longer than the bot trusts, as "a few minutes" is."""


@cache
def empty_ledger() -> bytes:
    """Return the file of a ledger in which nothing is, made once."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    migrate.migrate(db)
    return db.serialize()


def ledger_in_memory() -> sqlite3.Connection:
    """Open a ledger in memory in which nothing is, as the bot opens its file."""
    db = sqlite3.connect(":memory:", isolation_level=None)
    db.row_factory = sqlite3.Row
    db.deserialize(empty_ledger())
    db.execute("PRAGMA foreign_keys = ON")
    return db


HARBOUR = Article(text="Harbour news.")


def said(texts: Iterable[str]) -> list[Claim]:
    """Return claims with these texts, as Ida Lund makes them in `HARBOUR`."""
    source = Source(name="Ida Lund", type=SourceType.PERSON)
    return [
        Claim(
            text=text,
            content=(Span(n, n + 1),),
            kind=Kind.INDIRECT,
            group=n,
            source=source,
            check_worthiness=0.5,
        )
        for n, text in enumerate(texts)
    ]


def written(
    db: sqlite3.Connection,
    operation: Callable[Concatenate[sqlite3.Connection, P], T],
    *args: P.args,
    **kwargs: P.kwargs,
) -> T:
    """Run an operation as one transaction, as the ledger does."""
    db.execute("BEGIN")
    try:
        result = operation(db, *args, **kwargs)
    except BaseException:
        db.execute("ROLLBACK")
        raise
    db.execute("COMMIT")
    return result


class KilledError(Exception):
    """The bot's process ended here."""
