"""The terminal that the command line speaks to."""

import re
from datetime import UTC, datetime

from rich.console import Console

from claims.cli.tables import person, visible

out = Console()
err = Console(stderr=True)


def complain(error: Exception) -> None:
    """Print one line on standard error; what Discord shows as a name or a time is put in words."""
    told = _PERSON.sub(lambda found: person(int(found[1])), visible(_words(error)))
    told = _TIME.sub(lambda found: _moment(int(found[1])), told)
    err.print(f"error: {told}", soft_wrap=True, markup=False, highlight=False)


def _words(error: Exception) -> str:
    """Return what happened, to which file, without the number that a system gives its errors."""
    if isinstance(error, OSError) and error.strerror:
        return ": ".join(map(str, filter(None, (error.filename, error.strerror))))
    return str(error)


_PERSON = re.compile(r"<@(-?\d{1,19})>")
_TIME = re.compile(r"<t:(\d{1,11}):R>")


def _moment(seconds: int) -> str:
    return f"on {datetime.fromtimestamp(seconds, UTC):%Y-%m-%d at %H:%M} UTC"
