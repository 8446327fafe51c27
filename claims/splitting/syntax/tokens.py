"""Words and marks of a text, each with its place; nothing is normalised away."""

import re
from collections.abc import Iterable
from itertools import accumulate, repeat
from operator import attrgetter
from typing import NamedTuple

from claims.splitting.word_cache import WordCache

# Every alternative consumes at least one character per step without a way back, so the whole is
# linear. The look ahead spares white space all of them. The first is the commonest token by far,
# a plain word. An apostrophe inside a word belongs to it; so does a hyphen.
_TOKEN = re.compile(
    r"""
    (?=\S)(
      [A-Za-z]++(?![\w.&'’´`-])
    | (?:[^\W\d_]\.){2,}(?:-\w+)*             # U.S.  a.m.  U.S.-led
    # Abbreviations and initials keep their full stop.
    | (?:Mr|Mrs|Ms|Dr|Prof|Sens?|Reps?|Govs?|Lt|Col|Gen|Sgt|Capt|Maj|Adm|Rev|Hon|St|Ste|Mt|Messrs
        |Atty|Supt|Dept|Inc|Co|Corp|Ltd|Jr|Sr|Bros|No|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Ave
        |Blvd|Calif|Conn|Fla|Ill|Ind|Mass|Mich|Minn|Neb|Nev|Okla|Penn|Tenn|Tex|Wash|Wis|Ariz|Ark
        |Const|Cst|Insp|Cpl|Det|Coun|Ont|Que|Sask|Alta
        |Colo|Del|Ala|Kan|Ky|La|Md|Me|Mo|Va|Vt|Pa|Ga|[A-Z]|vs|etc|v)\.
    | [$£€]?\d+(?:[.,]\d+)*(?:%|['’]s\b|(?:-\w+)+)?  # $1,300  4.5%  Radio 4's  39-year-old
    | \w+(?:(?:['’´`-]|&(?!\w+;))\w+)*        # don’t  well-known  AT&T
    | ''|``|\.{2,}|--+                        # NYT's double quotes, ellipsis, dash
    | [^\w\s]
    )
    """,
    re.VERBOSE,
)
# Characters of a word; a longer one is cut, so that what is done with each word of a text has a
# bound. The longest of the 969 annotated articles, part of an address, has 98.
LONGEST_WORD = 200
_TEXT, _LOW = attrgetter("text"), attrgetter("low")
_APOSTROPHES = str.maketrans("’´`", "'''")


class Token(NamedTuple):
    """A word or mark; `low` is its lower-case form with straight apostrophes."""

    start: int
    end: int
    text: str
    low: str


def lowered(text: str) -> str:
    """Return a word in lower case with straight apostrophes."""
    return text.lower().translate(_APOSTROPHES)


_LOWERED = WordCache(lowered)


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]`, their places counted in the whole text."""
    pieces = _TOKEN.split(text[start:end])  # a gap, a word, a gap …, a gap
    if max(map(len, pieces)) > LONGEST_WORD:
        pieces = [piece for at, found in enumerate(pieces) for piece in _cut(found, at % 2 > 0)]
    places = list(accumulate(map(len, pieces), initial=start))
    words = pieces[1::2]
    columns = places[1::2], places[2::2], words, map(_LOWERED.__getitem__, words)
    # As `Token(…)` for each row, but without a step of Python: there is nothing of which an
    # article has more.
    return list(map(tuple.__new__, repeat(Token), zip(*columns, strict=False)))


def _cut(piece: str, is_word: bool) -> list[str]:
    """Return a gap as it is, a word in parts of `LONGEST_WORD` with empty gaps between them."""
    if not is_word or len(piece) <= LONGEST_WORD:
        return [piece]
    starts = range(0, len(piece), LONGEST_WORD)
    parts = [part for at in starts for part in ("", piece[at : at + LONGEST_WORD])]
    return parts[1:]


def texts_of(tokens: Iterable[Token]) -> list[str]:
    """Return the words and marks as they stand there."""
    return list(map(_TEXT, tokens))


def lows_of(tokens: Iterable[Token]) -> list[str]:
    """Return the words and marks in lower case."""
    return list(map(_LOW, tokens))
