"""Claims as rows of a spreadsheet. Pure."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claims.visible import is_blank


class Row(NamedTuple):
    """One claim; what there are several of stands in one cell, each on a line of its own."""

    number: int
    claim: str
    source: str
    source_type: str
    kind: str
    stage: str
    rating: str
    reason: str
    rated_at: str
    check_worthiness: float
    asked: int
    merged_into: int | None
    tags: str
    evidence: str
    articles: str
    added_at: str


def lines(rows: Iterable[Row]) -> Iterator[str]:
    """
    Yield a heading and the rows, as CSV that no spreadsheet takes for formulas.

    Read it back as utf-8-sig: it begins with a byte-order mark.
    """
    yield MARK + _line(Row._fields)
    for row in rows:
        yield _line(harmless(cell) if isinstance(cell, str) else cell for cell in row)


def _line(cells: Iterable[object]) -> str:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(cells)
    return buffer.getvalue()


MARK = "\ufeff"
"""Without it Excel on Windows reads a CSV file in its country's code page, not as UTF-8."""

FORMULA = frozenset("=+-@＝＋－＠﹦﹢﹣﹫")
"""What begins a formula in Excel, LibreOffice or Google Sheets, and its wide and small forms."""

SEPARATORS = frozenset(";\t\r\n")
"""What begins a cell besides the comma, where a spreadsheet was told, or guesses, so."""


def harmless(text: str) -> str:
    """
    Put an apostrophe before whatever a spreadsheet could run as a formula.

    White space, quotation marks and characters that nobody sees hide none: programs drop them.

    >>> harmless("=1+1")
    "'=1+1"
    """
    written: list[str] = []
    begins = True
    for character in text:
        if begins and character in FORMULA:
            written.append("'")
        begins = character in SEPARATORS or (begins and (character in "\"'" or is_blank(character)))
        written.append(character)
    return "".join(written)
