"""Where a text's paragraphs begin and end, whichever way its lines were broken."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from claims.models import Span

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_CLOSERS = "\"'”’»)]*_"
_ENDERS = ".!?…:"

# Mail and text editors wrap at 60 to 80 columns, a few at 100; a paragraph on one line is longer
# than that, and a list or a poem that happens to be narrower is not full to the edge.
NARROWEST, WIDEST = 40, 100
# Wrapping is greedy: the next word would not have fitted. Editors that hyphenate or count
# tabs differ by a few columns.
SLACK = 8


class Line(NamedTuple):
    """A line without the white space around it; `joined` means no blank line before it."""

    span: Span
    joined: bool


def ends_sentence(text: str) -> bool:
    """Whether the last mark of `text`, closing quotes aside, ends a sentence or announces more."""
    stripped = text.rstrip(_CLOSERS)
    return stripped[-1:] in _ENDERS if stripped else bool(text)


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    before = -1
    for match in _LINE.finditer(text):
        words = match.group()
        if trimmed := words.strip():
            start = match.start() + len(words) - len(words.lstrip())
            # One line break is one character, or two as "\r\n".
            broken = text[before : match.start()]
            joined = bool(lines) and (len(broken) == 1 or broken == "\r\n")
            lines.append(Line(Span(start, start + len(trimmed)), joined))
            before = match.end()
    return lines


def _room(text: str, line: Line, following: Line) -> int:
    """The columns that `line` would have needed to take the first word of `following` too."""
    start, end = following.span
    # A word longer than a line is an address; its length beyond that changes nothing.
    word = text[start : min(end, start + WIDEST)].split(maxsplit=1)[0]
    return line.span.end - line.span.start + 1 + len(word)


def _width(text: str, lines: Sequence[Line]) -> int:
    """The column at which `text` was wrapped by hand or by a program, 0 where it was not."""
    breaks = [pair for pair in pairwise(lines) if pair[1].joined]
    if not breaks:
        return 0
    width = max(line.span.end - line.span.start for line, _ in breaks)
    if not NARROWEST <= width <= WIDEST:
        return 0
    # Half are full: the line before a break that somebody meant is not. A third go on in lower
    # case: two thirds of the words of running English do; names in a list, the lines of a
    # heading and lines that are whole paragraphs do not.
    full = sum(_room(text, line, after) > width - SLACK for line, after in breaks)
    lower = sum(text[after.span.start].islower() for _, after in breaks)
    return width if 2 * full >= len(breaks) and 3 * lower >= len(breaks) else 0


def _continues(text: str, line: Line, following: Line, width: int) -> bool:
    if not following.joined:
        return False
    return _room(text, line, following) > width - SLACK


def _groups(text: str, lines: Sequence[Line], width: int) -> Iterator[list[Line]]:
    group: list[Line] = []
    for line in lines:
        if group and not _continues(text, group[-1], line, width):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def blocks(text: str) -> list[Span]:
    """
    Return the paragraphs of `text`, trimmed, in order; together they cover every non-blank line.

    A line is a paragraph, unless the text was wrapped at a column: then the lines that are full
    are joined with the next. Two wrapped paragraphs without a blank line or a short line between
    them cannot be told apart and stay one.
    """
    lines = _lines(text)
    width = _width(text, lines)
    if not width:
        return [line.span for line in lines]
    return [Span(group[0].span.start, group[-1].span.end) for group in _groups(text, lines, width)]
