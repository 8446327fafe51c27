"""
Text that is a web page's markup under another name, and entities that were left in it. Pure.

People save a page's paragraphs as .txt, and export data whose texts are escaped. A text that
merely mentions a tag or an entity is left as it stands.
"""

import html
import re
from html.entities import html5

from claims.reading.markup import BLOCKS, read_page

ROUNDS = 3
"""A page that was escaped, and escaped again on its way through a feed; more was not seen."""

LEAST_ENTITIES = 3
"""Entities between spaces that no longer are a text's own example: it explains one or two."""

_NAMES = "|".join(sorted(BLOCKS - {"main", "body", "head", "html"})) + "|br"
_DOCUMENT = re.compile(r"\s*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_BEGINS = re.compile(rf"\s*</?(?:{_NAMES})(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ENDS = re.compile(rf"</?(?:{_NAMES})\s*/?>\s*\Z", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")


def is_page(text: str) -> bool:
    """
    Whether a text is markup: a document, or paragraphs that stand between a page's tags.

    One that begins and ends with such tags is, and one of which most lines begin or end so. Tags
    within lines, as <b>, are no sign of it.
    """
    if _DOCUMENT.match(text) or (_BEGINS.match(text) and _ends(text)):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    marked = sum(1 for line in lines if _BEGINS.match(line) or _ends(line))
    return marked > 1 and 2 * marked > len(lines)


def _ends(text: str) -> bool:
    return _ENDS.search(text, max(0, len(text.rstrip()) - LONGEST_TAG)) is not None


LONGEST_TAG = 20
"""Characters of an end tag: `</blockquote >`."""


def without_markup(text: str) -> str:
    """Return the words of a text: of a page without its tags, and with the signs for entities."""
    for _ in range(ROUNDS):
        if is_page(text):
            text = read_page(text).text
        elif is_escaped(text):
            text = _ENTITY.sub(lambda found: _sign(found[0]), text)
        else:
            break
    return text


def is_escaped(text: str) -> bool:
    """
    Whether a text's entities stand for signs, and are not what it speaks of.

    They do where one touches a word (it&#8217;s), or where there are several and no bare "&".
    """
    found = [each for each in _ENTITY.finditer(text) if _sign(each[0]) != each[0]]
    if any(_touches(text, each.start(), each.end()) for each in found):
        return True
    return len(found) >= LEAST_ENTITIES and text.count("&") == len(found)


def _touches(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


def _sign(entity: str) -> str:
    """Return the sign that an entity stands for; the text itself where there is no such entity."""
    return html.unescape(entity) if entity[1] == "#" or entity[1:] in html5 else entity
