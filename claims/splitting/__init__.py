"""
Split an article into sourced claims: `split`.

The splitter is loaded when it is first asked for: what only needs a list of words or a name's shape
from one of its modules does not wait for all of it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.splitting.article import split

__all__ = ["split"]


def __getattr__(name: str) -> Any:
    """Return `split`, loaded now."""
    if name == "split":
        from claims.splitting.article import split

        return split
    raise AttributeError(name)
