"""The terminal that the command line speaks to."""

from datetime import UTC, datetime

from rich.console import Console

from claims.cli.tables import person, visible
from claims.errors import ClaimsError
from claims.wording.phrases import Front, Where

out = Console()
err = Console(stderr=True)

WHERE: dict[Where, str] = {
    Where.CLAIMS: "`claims list`",
    Where.CARD: "`claims show`",
    Where.HISTORY: "`claims history`",
    Where.ARTICLES: "`claims articles`",
    Where.SOURCES: "`claims source list`",
    Where.OBJECTIONS: "`claims reports`",
    Where.TEXT_CHECK: "`claims check-text`",
    Where.EVIDENCE: "what `claims evidence` lists",
    Where.TAGS: "what `claims tag` says of a claim",
    Where.CHECK_WISH: "`claims ask`",
}


def _moment(at: datetime) -> str:
    return f"on {at.astimezone(UTC):%Y-%m-%d at %H:%M} UTC"


TERMINAL = Front(who=person, when=_moment, where=WHERE.__getitem__, foreign=visible)
"""How people, times and the ways to lists are written here."""


def complain(error: Exception) -> None:
    """Print on standard error what went wrong, on one line."""
    err.print(f"error: {visible(_words(error))}", soft_wrap=True, markup=False, highlight=False)


def _words(error: Exception) -> str:
    """Return what happened, to which file, without the number that a system gives its errors."""
    if isinstance(error, ClaimsError):
        return error.told(TERMINAL)
    if isinstance(error, OSError) and error.strerror:
        return ": ".join(map(str, filter(None, (error.filename, error.strerror))))
    return str(error)
