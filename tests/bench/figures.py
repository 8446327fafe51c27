"""What is measured, beside what it is to be."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rich import box
from rich.table import Table


class Figure(NamedTuple):
    """One line of the table. `aim` is what `value` may not be above, or below if `at_least`."""

    what: str
    value: float
    unit: str
    aim: float
    at_least: bool = False
    detail: str = ""

    @property
    def holds(self) -> bool:
        """Whether the aim is reached."""
        return self.value >= self.aim if self.at_least else self.value <= self.aim


def at(times: Sequence[float], share: float) -> float:
    """Return the time in milliseconds below which this share of all, in seconds, lies."""
    return sorted(times)[min(len(times) - 1, int(len(times) * share))] * 1000


def table(figures: Iterable[Figure]) -> Table:
    """Return the figures with their aims, and which of them hold."""
    made = Table(box=box.SIMPLE_HEAD)
    for heading in ("what", "measured", "", "aim", "holds", "ours / bare"):
        made.add_column(heading, justify="right" if heading in ("measured", "aim") else "left")
    for figure in figures:
        sign = "≥" if figure.at_least else "≤"
        made.add_row(
            figure.what,
            f"{figure.value:.2f}",
            figure.unit,
            f"{sign} {figure.aim:g}",
            "yes" if figure.holds else "NO",
            figure.detail,
        )
    return made
