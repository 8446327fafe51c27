"""A claim's exact words where they stand: marked in their paragraph, and linked. Pure."""

from collections.abc import Sequence
from urllib.parse import quote, urlsplit

from bot.messages.harmless import literal
from claims.models import Span

LONG = 120
"""Characters of words above which a link names their beginning and end only."""

ENDS = 4
"""Words at each end of such a link: enough to be found once in an article."""

LOOKED_AT = 8
"""Times the room that there is: what is so much longer is cut, however much white space it has."""

DISCORD = (".discord.com", ".discordapp.com")
"""Links to messages lead there within the app, which takes no text fragment."""


def marked(text: str, content: Sequence[Span], limit: int) -> str:
    """
    Return the paragraph in which `content` stands, with its words in bold.

    Everything is shown literally, on one line, in at most `limit` characters, of which the
    words themselves come first; what is left out is replaced by “…”. A paragraph ends at an
    empty line.
    """
    start, end = content[0].start, content[-1].end
    left = text.rfind("\n\n", 0, start) + 1
    right = text.find("\n\n", end)
    right = len(text) if right < 0 else right
    words = _bold(text, content, limit)
    room = limit - len(words) - 2  # a space at either side
    before = _tail(text[left:start], room // 2)
    after = _head(text[end:right], room - len(before))
    before = _tail(text[left:start], room - len(after))
    return before + _gap(text, start, before) + words + _gap(text, end, after) + after


def to_words(url: str, words: str, *, limit: int) -> str:
    """
    Return the address of `words` on the page at `url` (a text fragment), as browsers find them.

    The address is `url` itself where that is too long for `limit`, or where the page is
    Discord's own. Browsers that do not know text fragments open the page at its top.
    """
    host = urlsplit(url).hostname or ""
    if not words.strip() or f".{host}".endswith(DISCORD):
        return url
    page = url.partition(":~:")[0].removesuffix("#")
    linked = f"{page}{'' if '#' in page else '#'}:~:text={_directive(words)}"
    return linked if len(linked) <= limit else url


def _directive(words: str) -> str:
    parts = words.split()
    if ("\n" not in words and len(words) <= LONG) or len(parts) <= 2 * ENDS:
        return _encoded(parts)
    return f"{_encoded(parts[:ENDS])},{_encoded(parts[-ENDS:])}"


def _encoded(words: Sequence[str]) -> str:
    # A hyphen would start a prefix or suffix; `quote` takes it for harmless.
    return quote(" ".join(words), safe="", errors="replace").replace("-", "%2D")


def _bold(text: str, content: Sequence[Span], limit: int) -> str:
    """Return the words in bold, with what stands between them as it is."""
    shown = ""
    at = content[0].start
    for span in content:
        shown += _between(text[at : span.start], max(0, min(80, limit - len(shown) - 8)) or 2)
        room = max(2, limit - len(shown) - 8)
        words = literal(_near(span.of(text), room), room)
        shown += f"**{words}**" if words else ""
        at = span.end
        if len(shown) >= limit - 8:
            break
    return shown


def _between(text: str, limit: int) -> str:
    """Return what stands between two stretches of bold, with its spaces; never nothing."""
    shown = literal(text, limit)
    if not shown:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{shown}{' ' * text[-1].isspace()}"


def _gap(text: str, at: int, beside: str) -> str:
    return " " if beside and (text[at - 1 : at].isspace() or text[at : at + 1].isspace()) else ""


def _head(text: str, limit: int) -> str:
    return literal(_near(text, limit), limit) if limit > 1 else ""


def _near(text: str, limit: int) -> str:
    """Return as much of the beginning as can be shown, so that no whole book is looked through."""
    return text if len(text) <= LOOKED_AT * limit else text[: LOOKED_AT * limit] + "…"


def _tail(text: str, limit: int) -> str:
    """Return the end of `text` in at most `limit` characters, “…” for what is left out."""
    if limit < 2:
        return ""
    kept = limit
    while kept > 0:
        shown = literal(_whole_words(text, kept), 2 * kept)
        more = "…" if kept < len(text) else ""
        if len(more + shown) <= limit:
            return more + shown
        kept -= len(more + shown) - limit
    return ""


def _whole_words(text: str, kept: int) -> str:
    """Return the text's end; a word that is cut goes, unless that were a third of it all."""
    end = text[-kept:]
    if kept >= len(text) or text[-kept - 1].isspace():
        return end
    words = end.split(maxsplit=1)[-1] if end and not end[0].isspace() else end
    return words if 3 * len(words) > 2 * kept else end
