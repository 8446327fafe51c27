"""
Time how splitting grows with hostile texts; print the worst, exit with 1 where one is not linear.

    python -m tests.fuzz                    a word of each kind, 1,000 pairs, and the known shapes
    python -m tests.fuzz --pairs 5000       more pairs
    python -m tests.fuzz --seed 7 --jobs 2  another choice, on two cores
"""

import argparse
import sys
from functools import partial
from multiprocessing import Pool
from random import Random

from rich.console import Console
from rich.table import Table

from tests.fuzz.growth import LARGE, MOST_COST, MOST_GROWTH, Growth, growth, ordinary, seconds
from tests.fuzz.shapes import KNOWN, Shape, shapes

SHOWN = 10
LONGEST = 200_000  # characters of the longest text that the bot takes


def main() -> int:
    """Time the shapes; return 1 if one of them grows faster than its text, or costs too much."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1)
    chosen = parser.parse_args()
    tried = [*KNOWN, *shapes(Random(chosen.seed), chosen.pairs)]
    character = ordinary()
    console = Console()
    found: list[tuple[Shape, Growth]] = []
    with Pool(chosen.jobs) as pool:
        timed = pool.imap(partial(growth, character=character), tried)
        for shape, grown in zip(tried, timed, strict=True):
            found.append((shape, grown))
            if not grown.is_linear:  # told at once: the whole takes minutes
                console.print(f"{len(found)}: {grown} {shape[:]!r}")
    table = Table("growth", "cost", "seconds", "shape", title=f"{len(found)} shapes; the worst")
    worst = sorted(found, key=lambda one: one[1].times)[-SHOWN:][::-1]
    dearest = sorted(found, key=lambda one: one[1].cost)[-SHOWN:][::-1]
    for shape, grown in [*worst, *dearest]:
        table.add_row(
            f"{grown.times:.1f}", f"{grown.cost:.1f}", f"{grown.seconds:.2f}", repr(shape[:])
        )
    console.print(table)
    text = dearest[0][0].text(LONGEST)
    wrong = [one for one in found if not one[1].is_linear]
    console.print(
        f"An ordinary text of {LARGE:,} characters takes {LARGE * character:.2f} s, the dearest"
        f" shape of {LONGEST:,} {seconds(text):.1f} s. Growth over {MOST_GROWTH:g} or cost over"
        f" {MOST_COST:g}: {len(wrong)} shapes."
    )
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
