"""
Split an article into sourced claims: `split`, or `split_fully` with what was left out.

The splitter is loaded when it is first asked for: what only needs a list of words or a name's shape
from one of its modules does not wait for all of it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.splitting.article import Split, split, split_fully

__all__ = ["Split", "split", "split_fully"]


def __getattr__(name: str) -> Any:
    """Return one of the names above, loaded now."""
    if name in __all__:
        from claims.splitting import article

        return getattr(article, name)
    raise AttributeError(name)
