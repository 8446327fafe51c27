"""
What the lines above an article's words say of it: address, title, byline, day. Pure.

People paste an article with its head: a link in the first line, the title, who wrote it, when.
These lines stay in the text; only what they say is read.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime
from itertools import product
from typing import NamedTuple

from claims.splitting.body.bylines import is_byline, is_publisher_line

TITLE_LIMIT = 200
"""Characters of a line that can be a title; published headlines stay below 150."""

MOST_LINES = 8
"""Lines of a head that has all of them: link, kicker, title, byline, paper, two days, a gap."""

_ADDRESS = re.compile(r"(?:(?:link|source|url)\s*:\s*)?<?(https?://[^\s<>]+)>?", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|·•–—-]\s+|\s*[|·•]\s*")
_LABEL = re.compile(r"(?:first )?(?:published|posted|date)(?: on)?:?\s+", re.IGNORECASE)
_CHANGED = re.compile(r"(?:last )?(?:updated|modified|edited)(?: on)?:?\s", re.IGNORECASE)
_BESIDE_DAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\b(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s*[ap]\.?m\b\.?)?(?:\s+[A-Z]{2,5}\b)?|T\d\d:\S+"
    r"|(?<=\d)(?:st|nd|rd|th)\b|,|(?<=[a-z])\.",
    re.IGNORECASE,
)
_DAYS = ("%Y-%m-%d", "%d %B %Y", "%B %d %Y", "%d %b %Y", "%b %d %Y", "%d.%m.%Y")
"""Ways to write a day that mean one day only; 3/4/2026 is another one in another country."""


class Head(NamedTuple):
    """What was found; what is not there is "" or None."""

    title: str = ""
    publisher: str = ""
    published_on: date | None = None
    url: str = ""


def head_of(text: str) -> Head:
    """
    Return what the first lines of a text say of it.

    A title is a line that stands alone at the top, or above a byline, a day or a paper's name.
    The head ends with the first line that is none of these.
    """
    lines = [line.strip() for line in text.lstrip().split("\n", MOST_LINES)[:MOST_LINES]]
    title, head = "", Head()
    for place, line in enumerate(lines):
        found = _read(line, head, below=bool(title)) if line else head
        if found is None and title:
            break
        if found is None:
            below = lines[place + 1 :]
            if not _may_be_title(line) or not any(below) or (below[0] and not _says(below[0])):
                break
            title = line.lstrip("#").strip()
        else:
            head = found
    return head._replace(title=title)


def _may_be_title(line: str) -> bool:
    return 0 < len(line) <= TITLE_LIMIT


def _says(line: str) -> bool:
    return _read(line, Head(), below=True) is not None


def _read(line: str, head: Head, *, below: bool) -> Head | None:
    """Return the head with what the line adds; None where it is no line of a head."""
    if address := _ADDRESS.fullmatch(line):
        return head._replace(url=head.url or address[1])
    if len(line) > TITLE_LIMIT:
        return None
    for part in _parts(line):
        found = _part(part, head, below=below)
        if found is None:
            return None
        head = found
    return head


def _parts(line: str) -> Iterator[str]:
    return (part for part in _PARTS.split(line) if part)


def _part(part: str, head: Head, *, below: bool) -> Head | None:
    if _CHANGED.match(part):
        return head
    day = day_of(_LABEL.sub("", part, count=1))
    if day is not None:
        return head._replace(published_on=head.published_on or day)
    if is_publisher_line(part) and below:
        return head._replace(publisher=head.publisher or part)
    return head if is_byline(part, bare=below) else None


def day_of(written: str) -> date | None:
    """Return the day that is written here, with or without weekday and time; else None."""
    bare = " ".join(_BESIDE_DAY.sub(" ", written).split())
    for day, form in product((written.strip(), bare), _DAYS):
        try:
            return datetime.strptime(day, form).date()  # noqa: DTZ007  # a day has no zone
        except ValueError:
            continue
    return None
