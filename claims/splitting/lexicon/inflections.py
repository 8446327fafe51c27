"""
How verbs inflect, read from inflections.tsv, which `python -m tests.inflections --write` writes.

A line there is a verb: its base form, third person, -ing form, past and past participle, with tabs
between; spellings and forms that may stand for each other have spaces between.
"""

from pathlib import Path
from typing import NamedTuple

from claims.splitting.lexicon.words import words


class Inflections(NamedTuple):
    """The forms of a verb but its base form."""

    third_person: list[str]
    participle: list[str]  # in -ing
    past: list[str]
    past_participle: list[str]


_PATH = Path(__file__).with_name("inflections.tsv")
_ROWS = [line.split("\t") for line in _PATH.read_text(encoding="utf-8").splitlines()]
_TABLE = {row[0]: row for row in _ROWS}
_NONE = [""] * 5
# The forms of all verbs that the lists of words name. Whole columns are split at once.
_BASES, _THIRD_PERSONS, _PARTICIPLES, _PASTS, _PAST_PARTICIPLES = map(
    " ".join, zip(*_ROWS, strict=True)
)
BASES = words(_BASES)
FINITE = words(f"{_THIRD_PERSONS} {_PASTS}")
PARTICIPLES = words(_PARTICIPLES)
PAST_PARTICIPLES = words(_PAST_PARTICIPLES)
PASTS = words(f"{_PASTS} {_PAST_PARTICIPLES}")


def inflections(base: str) -> Inflections:
    """Return the forms of a verb: none of one without a row, which a test reports."""
    return Inflections(*map(str.split, _TABLE.get(base, _NONE)[1:]))
