"""The SQLite library that this Python brings along."""

import sqlite3

SAFE = ((3, 51, 3), (3, 50, 7), (3, 44, 6))
"""Where two connections may checkpoint at the same instant (sqlite.org/wal.html, "WAL-reset
bug"): from the first on, and in the later releases of the other two lines."""


def version() -> str:
    """Return the library's version."""
    return sqlite3.sqlite_version


def shares_wal_safely() -> bool:
    """Whether a second program may write to a live ledger without a risk of damage."""
    found = sqlite3.sqlite_version_info
    newest, *lines = SAFE
    return found >= newest or any(found[:2] == line[:2] and found >= line for line in lines)
