"""
Four times a hostile text makes four times the work, and what bounded looks ahead add to it.

Counted are the lines of Python that run and the characters that patterns go over, the same each
time. A pattern that goes over the same ones again and again, or what another function in C does
within a line, is not seen here: `python -m tests.fuzz` times that.
"""

from random import Random

import pytest

from tests.fuzz.shapes import KNOWN, Shape, shapes
from tests.fuzz.work import work_of

SMALL, LARGE = 3_000, 12_000  # characters
MOST_GROWTH = 6  # the smaller text is not much longer than what is looked at ahead and back
CHOSEN = Random(1).sample(list(shapes(Random(1), 500)), 4)


@pytest.mark.parametrize("shape", [*KNOWN, *CHOSEN], ids=repr)
def test_work_grows_no_faster_than_the_text(shape: Shape) -> None:
    less, more = (sum(work_of(shape.text(size)).values()) for size in (SMALL, LARGE))
    assert more <= MOST_GROWTH * less
