"""Which version of this program runs, and on what."""

import platform
from importlib import metadata

from claims.ledger.store import library

DISTRIBUTION = "claim-tracker"


def version() -> str:
    """Return the installed version; "unknown" in a checkout that was never installed."""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "unknown"


def described(program: str) -> str:
    """Return the program's version, and those of what its behaviour depends on, in one line."""
    return f"{program} {version()} (Python {platform.python_version()}, SQLite {library.version()})"
