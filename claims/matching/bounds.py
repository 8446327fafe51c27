"""What stands before a number, and how sure a text is. Pure; a part of the guard."""

import re
from collections.abc import Iterator, Sequence

from claims.matching.quantities import number_of

_BOUNDS = """
about: about, around, roughly, approximately, circa, some;
nearly: nearly, almost, close to, just under, just below, just short of;
over: over, above, more than, in excess of, upwards of, exceeding, just over;
under: under, below, less than, fewer than;
at least: at least, no less than, no fewer than, not less than, a minimum of;
at most: at most, up to, no more than, not more than, as many as, as much as, a maximum of
"""
BOUNDS = {
    tuple(way.split()): name.strip()
    for row in _BOUNDS.split(";")
    for name, _, ways in [row.partition(":")]
    for way in ways.split(",")
}
"""What bounds a number, and which ways to say it mean the same."""

CHANGES = frozenset({"by", "to", "from"})
"""Before a number these say how far something went, to where or from where."""

LONGEST = max(map(len, BOUNDS))
SIGNS = frozenset("$€£")

_HEDGES = """
allegedly alleged reportedly supposedly supposed purportedly purported apparently seemingly
    ostensibly rumoured rumored
/ possibly perhaps maybe probably presumably
"""
HEDGES = {word: row.split()[0] for row in _HEDGES.split("/") for word in row.split()}
"""Words by which a text does not vouch for what it says, by the first of their sort."""

WORDS = frozenset(word for way in BOUNDS for word in way) | frozenset(HEDGES)
"""Words that are no names, though they stand with a capital."""

_LABEL = re.compile(
    r"(?:\b(?:section|article|paragraph|clause|rule|title|chapter|part|schedule|annex|appendix"
    r"|figure|table|form|route|gate|flat|room|sec|art|para)s?\.?\s*|§+\s*)"
    r"(\d{1,4}) ?\(?([a-z])\b(?!\.\w)",
    re.IGNORECASE,
)


def labels(text: str) -> tuple[str, ...]:
    """Return the numbers of sections and the like that have a letter: "5a", also of "5(A)"."""
    return tuple(
        dict.fromkeys(
            f"{found[1]}{found[2].casefold()}"
            for found in _LABEL.finditer(text)
            if "(" in found[0] or found[0][-2].isdigit()
        )
    )


def hedges(words: Sequence[str]) -> tuple[str, ...]:
    """Return the sorts of hedges that a text has."""
    return tuple(sorted({HEDGES[word] for word in words if word in HEDGES}))


class Bound:
    """A number, what bounds it (one of BOUNDS' names, or ""), by, to or from, and the words."""

    def __init__(self, number: str, words: Sequence[str]) -> None:
        before = [word for word in words if word not in SIGNS]
        way = _bound(before)
        rest = before[: len(before) - len(way)]
        self.number = number
        self.bound = BOUNDS.get(way, "")
        self.change = rest[-1] if rest and rest[-1] in CHANGES and not way else ""
        self.way = way or ((self.change,) if self.change else ())
        self.told = " ".join((*self.way, number))


def _bound(before: Sequence[str]) -> tuple[str, ...]:
    for length in range(LONGEST, 0, -1):
        if (way := tuple(before[-length:])) in BOUNDS:
            return way
    return ()


def bounds(words: Sequence[str]) -> Iterator[Bound]:
    """Yield each number of a text with what stands before it."""
    before = None
    for place, word in enumerate(words):
        value = number_of(word)
        if value is not None and before is None:
            yield Bound(f"{value:.15g}", words[max(0, place - LONGEST - 1) : place])
        before = value


def differing(mine: Sequence[Bound], yours: Sequence[Bound]) -> tuple[list[str], list[str]]:
    """
    Return of each side the numbers that both have, and that are bounded otherwise there.

    "By", "to" and "from" count where both have one: "cut 10 percent" may be "cut by 10 percent".
    """
    own: tuple[list[str], list[str]] = ([], [])
    left = list(yours)
    for one in mine:
        found = [other for other in left if other.number == one.number]
        if not found:
            continue
        left.remove(found[0])
        if one.bound != found[0].bound or "" != one.change != found[0].change != "":
            own[0].append(one.told)
            own[1].append(found[0].told)
    return own


def bounding(words: Sequence[str]) -> frozenset[int]:
    """Return at which places of a text words bound a number, so that they say nothing else."""
    places: set[int] = set()
    for place, word in enumerate(words):
        if number_of(word) is None:
            continue
        start = place
        while start and words[start - 1] in SIGNS:
            start -= 1
        way = _bound(words[max(0, start - LONGEST) : start])
        places.update(range(start - len(way), start))
    return frozenset(places)
