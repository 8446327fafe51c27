"""The terminal that the command line speaks to."""

from rich.console import Console

from claims.cli.tables import visible

out = Console()
err = Console(stderr=True)


def complain(error: Exception) -> None:
    """Print one line on standard error."""
    err.print(f"error: {visible(str(error))}", soft_wrap=True, markup=False, highlight=False)
