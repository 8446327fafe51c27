"""Foreign text made harmless for Discord. Pure."""

import re

from claims.visible import INVISIBLE
from claims.wording import is_right_to_left

# Everything that starts a Markdown construct, a mention, a masked or automatic link. A table for
# `str.translate` takes nearly twice as long over texts with typographic signs, as articles are.
_MARKUP = re.compile(r"[\\`*_~|<>\[\]()#@]|:(?=//)")
_LIST = re.compile(r"(?P<sign>[-+])|\d{1,2}(?=\.\s)")

_RIGHT_TO_LEFT = re.compile(
    r"[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Letters that are written from right to left, by the blocks that Unicode keeps for them."""

_LEFT_TO_RIGHT = re.compile(rf"(?!{_RIGHT_TO_LEFT.pattern})[^\W\d_]")

_ISOLATE, _END = "\u2068", "\u2069"
"""
What is between them is set by itself, in the direction of its first letter: its neighbours, as a
number or a colon, keep their places. Where Discord drops them, as it does overrides of direction,
nothing is lost.
"""


def harmless(text: str, limit: int) -> str:
    """
    Return `text` as `literal` does, so that it does not move what stands beside it on its line.

    With letters of the other direction than the language spoken now it is isolated.
    """
    shown = literal(text, limit)
    if limit < _SHORTEST_ISOLATED or not _runs_against(shown):
        return shown
    return f"{_ISOLATE}{literal(text, limit - 2)}{_END}"


_SHORTEST_ISOLATED = 5
"""Characters of a limit that leaves room for both signs, and for a letter and “…” between them."""


def _runs_against(text: str) -> bool:
    if is_right_to_left():
        return _LEFT_TO_RIGHT.search(text) is not None
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def literal(text: str, limit: int) -> str:
    """
    Return `text` as Discord will show it literally, on one line, in at most `limit` characters.

    The limit holds after escaping. What is cut off is replaced by “…”. For what has its line to
    itself, or is a part of a running text.
    """
    visible = _visible(text)
    # Escaping never shortens, so nothing beyond `limit` characters can be needed.
    escaped = _MARKUP.sub(_literal, visible[: limit + 1])
    if begins := _LIST.match(escaped):
        place = 0 if begins["sign"] else begins.end()
        escaped = f"{escaped[:place]}\\{escaped[place:]}"
    if len(escaped) <= limit and len(visible) <= limit:
        return escaped
    cut = _whole_words(escaped, limit - 1)
    # An odd run of backslashes at the end would swallow the “…”.
    dangling = (len(cut) - len(cut.rstrip("\\"))) % 2
    return cut[: len(cut) - dangling].rstrip() + "…"


def _literal(sign: re.Match[str]) -> str:
    # Where there is nothing to escape, as mostly, this takes half the time of a template.
    return f"\\{sign[0]}"


def plain(text: str, limit: int) -> str:
    """Return `text` on one line for places that show no Markdown (buttons, choices, fields)."""
    visible = _visible(text)
    if len(visible) <= limit:
        return visible
    return _whole_words(visible, limit - 1).rstrip() + "…"


def _whole_words(text: str, limit: int) -> str:
    """Return the text's beginning; a word that is cut goes, unless that were a third of it all."""
    cut = text[:limit]
    words = cut if text[limit : limit + 1].isspace() else cut.rpartition(" ")[0]
    return words if 3 * len(words) > 2 * limit else cut


def _visible(text: str) -> str:
    """Return what is seen of the text; line breaks become spaces, so that it stays on its line."""
    # Among what is printable, the only white space is the space.
    spaced = text.isprintable() and "  " not in text
    line = text.strip() if spaced else " ".join(text.split())
    if line.isascii() and line.isprintable():
        return line
    return INVISIBLE.sub("", line).strip()
