"""
Which reads are over sooner than another thread would have begun them.

Contains no business logic.
"""

import sqlite3
from collections.abc import Callable
from typing import TypeVar

F = TypeVar("F", bound=Callable[..., object])

STEPS = 500
"""Of SQLite's machine, after which it asks whether it may go on."""

MOST_STEPS = 50_000
"""A read that takes more of them, about 2 ms, is begun anew on its thread. That is ten times what
the way there costs, and nothing else waits longer; a page of 25 claims takes some 2,000."""


class Here(sqlite3.Connection):
    """The event loop's own connection, on which nothing may take long."""


class NotHereError(Exception):
    """A quick read came to a question that may take long; it is begun anew on its thread."""


def may_take_long(db: sqlite3.Connection) -> None:
    """Raise NotHereError where `db` is the event loop's own."""
    if isinstance(db, Here):
        raise NotHereError


_QUICK: dict[object, Callable[..., bool]] = {}


def quick(*, unless: Callable[..., bool] = lambda *_, **__: False) -> Callable[[F], F]:
    """
    Mark a read that usually takes less than a millisecond, so that it runs in its caller's thread.

    `unless` is asked with the same arguments, the connection aside. To be marked, a read has to
    spend its time in statements that can be broken off. A full-text question cannot: it says
    `may_take_long` before it asks one that is not of one indexed word.
    """

    def mark(operation: F) -> F:
        _QUICK[operation] = unless
        return operation

    return mark


def is_quick(operation: object, *args: object, **kwargs: object) -> bool:
    """Whether the read is marked, and not excepted with these arguments."""
    unless = _QUICK.get(operation)
    return unless is not None and not unless(*args, **kwargs)
