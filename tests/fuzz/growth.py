"""How the processor's time for a text grows with it."""

from contextlib import suppress
from time import process_time
from typing import NamedTuple

from claims.errors import ArticleError
from claims.models import Article
from claims.splitting import split
from tests.fuzz.shapes import ORDINARY, Shape

SMALL, LARGE = 25_000, 100_000
"""Characters of the two texts of a shape that are timed."""

MOST_GROWTH = 5.0
"""Times the time that four times the text may take: linear is 4, and a quadratic 16."""

MOST_COST = 20.0
"""
Times an ordinary article's cost of a character that one of a hostile text may have.

An ordinary article of the longest text that people can hand in, 200,000 characters, is split in
about a second; what the bot is given may thus take some 20 s at worst, in its worker.
"""

SUSPECT = 4.4
"""Growth between texts of a quarter of the sizes above from which on a shape is timed in full."""


class Growth(NamedTuple):
    """How much longer four times the text takes, and a character beside an ordinary one's."""

    times: float
    cost: float
    seconds: float  # of the larger text

    @property
    def is_linear(self) -> bool:
        """Whether both are within what is allowed."""
        return self.times <= MOST_GROWTH and self.cost <= MOST_COST


def read(text: str) -> None:
    """Split a text; that it is refused is an answer too."""
    with suppress(ArticleError):
        split(Article(text=text))


def ordinary() -> float:
    """Return the seconds that a character of an ordinary text takes."""
    text = ORDINARY * (LARGE // len(ORDINARY))
    return seconds(text, 3) / len(text)


def seconds(text: str, runs: int = 1) -> float:
    """Return the processor time of the quickest of some runs: what else goes on only adds."""
    times = []
    for _ in range(runs):
        start = process_time()
        read(text)
        times.append(process_time() - start)
    return min(times)


def growth(shape: Shape, character: float) -> Growth:
    """Return how a shape's time grows; timed in full, and again, only where it looks wrong."""
    found = _timed(shape, SMALL // 4, LARGE // 4, 1, character)
    if found.times > SUSPECT or found.cost > MOST_COST / 2:
        found = _timed(shape, SMALL, LARGE, 1, character)
        if not found.is_linear:
            found = _timed(shape, SMALL, LARGE, 3, character)
    return found


def _timed(shape: Shape, small: int, large: int, runs: int, character: float) -> Growth:
    less, more = shape.text(small), shape.text(large)
    first, second = seconds(less, runs), seconds(more, runs)
    return Growth(second / first, second / len(more) / character, second)
