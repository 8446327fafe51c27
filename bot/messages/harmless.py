"""Foreign text made harmless for Discord. Pure."""

import re

from claims.visible import INVISIBLE

# Everything that starts a Markdown construct, a mention, a masked or automatic link. A table for
# `str.translate` takes nearly twice as long over texts with typographic signs, as articles are.
_MARKUP = re.compile(r"[\\`*_~|<>\[\]()#@]|:(?=//)")
_LIST = re.compile(r"(?P<sign>[-+])|\d{1,2}(?=\.\s)")


def harmless(text: str, limit: int) -> str:
    """
    Return `text` as Discord will show it literally, on one line, in at most `limit` characters.

    The limit holds after escaping. What is cut off is replaced by “…”.
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
