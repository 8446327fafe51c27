"""Which version of this program runs, and on what. Needs nothing but Python."""

import platform
from importlib import metadata

DISTRIBUTION = "claim-tracker"


def version() -> str:
    """Return the installed version; "unknown" in a checkout that was never installed."""
    try:
        return metadata.version(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return "unknown"


def described(program: str, sqlite: str) -> str:
    """Return the program's version, Python's and that of `sqlite`, in one line."""
    return f"{program} {version()} (Python {platform.python_version()}, SQLite {sqlite})"
