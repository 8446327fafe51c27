"""
Print how well articles are split, beside what is aimed at.

    python -m tests.quality          the table
    python -m tests.quality --errors  also why claims that were found match no annotated one
    python -m tests.quality --speed  also how long articles of some 5 kB take
    CLAIMS_EVAL=DIR python -m …      with the annotated sets and `score.py` of another directory

The sets are described in `measure.py`; without them there is nothing to print, and exit code 2.
"""

import sys

from rich.console import Console
from rich.table import Table

from tests.quality.errors import reasons
from tests.quality.measure import HOME, TARGETS, available, scores
from tests.quality.speed import TIMES, cost


def main() -> int:
    """Print the table; return 1 if a figure is below its floor, 2 without the sets."""
    console = Console()
    if not available():
        console.print(f"No annotated sets in {HOME}: set CLAIMS_EVAL to their directory.")
        return 2
    found = scores()
    table = Table("set", "figure", "now", "aim", "floor")
    for target in TARGETS:
        now = target.read(found[target.set])
        colour = "green" if now >= target.aim else "yellow" if now >= target.floor else "red"
        table.add_row(
            target.set, target.figure, f"[{colour}]{now}[/]", f"{target.aim:g}", f"{target.floor:g}"
        )
    console.print(table)
    if "--errors" in sys.argv[1:]:
        for name in found:
            console.print(f"\n{name}, claims found:")
            for reason, count in reasons(name).most_common():
                console.print(f"{count:5}  {reason}")
    for name, score in found.items():
        console.print(
            f"{name}: {score['articles']} articles, {score['gold']} annotated, "
            f"{score['pred']} found; IoU≥.5 precision {score['iou50'][0]}, recall "
            f"{score['iou50'][1]}; recall by kind {score['recall']}"
        )
    if "--speed" in sys.argv[1:]:
        taken = cost()
        console.print(
            f"5 kB: {taken.split:.1f} ms, {taken.split / taken.regex:.0f} times a bare regular"
            f" expression (median of {taken.articles} articles of some 5 kB, the best of {TIMES})"
        )
    return int(any(target.read(found[target.set]) < target.floor for target in TARGETS))


if __name__ == "__main__":
    sys.exit(main())
