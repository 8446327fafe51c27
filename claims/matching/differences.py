"""What the guard found to differ between two texts, in words for people. Pure."""

from collections.abc import Iterable, Sequence

from claims.matching import guard
from claims.wording import say


def told(differences: Sequence[str], *, here: str, there: str) -> str:
    """
    Say what each of two texts has that makes it another claim; `here` and `there` name them.

    `differences` are what `guard.differences` returned, at least one. What one text merely
    leaves out is told only where nothing else differs, but for a "not", which turns it round.
    """
    found = [_sides(difference) for difference in differences]
    against = [sides for sides in found if all(sides)]
    denied = [
        sides
        for sides, difference in zip(found, differences, strict=True)
        if is_denial(difference) and sides not in against
    ]
    shown = denied + against or found
    mine, yours = (", ".join(filter(None, side)) for side in zip(*shown, strict=True))
    if mine and yours:
        return say(
            "{here} says “{mine}”, {there} says “{yours}”",
            here=here,
            mine=mine,
            there=there,
            yours=yours,
        )
    return say("only {side} says “{words}”", side=here if mine else there, words=mine or yours)


def is_denial(difference: str) -> bool:
    """Whether one of the texts denies what the other one says."""
    return difference.startswith(guard.NEGATION)


def _sides(difference: str) -> tuple[str, str]:
    here, _, there = difference.partition(": ")[2].partition(" / ")
    return ("" if here == guard.NOTHING else here, "" if there == guard.NOTHING else there)


def denies(differs: Iterable[str]) -> bool:
    """Say whether, of two texts that differ so, one denies what the other says."""
    return any(map(is_denial, differs))
