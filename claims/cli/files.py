"""What keeps a file from being read or written, in words that a person can act on."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claims.errors import LedgerError


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Raise LedgerError where the system says that this file cannot be read."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder. Name a file in it.")
    try:
        yield
    except FileNotFoundError as error:
        raise LedgerError(f"There is no file {path}.") from error
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {why(error)}.") from error


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Raise LedgerError where the system says that this file cannot be written."""
    if path.is_dir():
        raise LedgerError(f"{path} is a folder. Name a file in it.")
    if not path.parent.is_dir():
        raise LedgerError(f"{path} cannot be written: there is no folder {path.parent}.")
    try:
        yield
    except OSError as error:
        raise LedgerError(f"{path} cannot be written: {why(error)}.") from error


def why(error: OSError) -> str:
    """Return what the system says, without the number of the error."""
    return error.strerror or str(error)
