"""
Names in a text: where each stands, whose it is, and what the text says its bearer is.

A name is a run of capitalised words. Sex is known only from evidence in the text: a title, a
role word, or a pronoun that can mean nobody else.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claims.splitting.titles import (
    FEMALE,
    HONORIFICS,
    MALE,
    ORGANISATION,
    PARTICLES,
    PARTY_AND_PLACE,
    ROLES,
)
from claims.splitting.tokens import Token
from claims.splitting.units import Unit


class Name(NamedTuple):
    """One occurrence of a name: its own words, and the role words right before them."""

    start: int
    end: int
    words: tuple[str, ...]
    role: str
    organisation: bool
    unit: int
    subject: bool

    @property
    def text(self) -> str:
        """The name as people write it."""
        return " ".join(self.words)


def bare(token: Token) -> str:
    """Return the word without a possessive ending."""
    text = token.text
    if token.low.endswith("'s"):
        return text[:-2]
    return text[:-1] if token.low.endswith("s'") else text


def _runs(unit: Unit) -> Iterable[tuple[int, int]]:
    """Yield the ranges of capitalised words that may be one name."""
    tags, stream, size = unit.tags, unit.stream, len(unit.tags)
    at = 0
    while at < size:
        if tags[at] != "U" and not (tags[at] == "K" and stream[at].text[0].isupper()):
            at += 1
            continue
        end = at + 1
        while end < size and tags[end - 1] != "K":
            if tags[end] == "U" or (tags[end] == "K" and stream[end].text[0].isupper()):
                end += 1
            elif (
                end + 1 < size
                and tags[end + 1] in "UK"
                and stream[end + 1].text[0].isupper()
                and (
                    stream[end].low in PARTICLES
                    or (
                        stream[end].low in {"of", "for", "&", "and"}
                        and stream[end - 1].low in ORGANISATION
                    )
                )
            ):
                end += 2
            else:
                break
        yield at, end
        at = end


def split_role(words: Sequence[Token]) -> int:
    """Return how many of a run's first words are title and role rather than name."""
    last = 0
    for at, token in enumerate(words[:-1]):
        if token.low in ROLES or token.low in HONORIFICS:
            last = at + 1
    while last < len(words) - 1 and words[last].low in PARTY_AND_PLACE and len(words) - last > 2:
        last += 1
    return last


def is_organisation(words: Sequence[str]) -> bool:
    """Whether a name is an organisation's, by its words: `… Council`, `CNN`."""
    return any(word.lower() in ORGANISATION for word in words) or (
        len(words) == 1 and (words[0].isupper() and len(words[0]) > 1)
    )


def names(units: Sequence[Unit]) -> list[Name]:
    """Return every name outside quotations, in order."""
    found: list[Name] = []
    for number, unit in enumerate(units):
        for first, end in _runs(unit):
            run = unit.stream[first:end]
            own = [bare(token) for token in run]
            organisation = is_organisation(own) and not (
                len(run) > 2 and run[-2].low not in ORGANISATION and run[0].low in ROLES
            )
            skip = 0 if organisation else split_role(run)
            before = first
            while (
                before > 0
                and unit.stream[before - 1].low in ROLES
                and unit.tags[before - 1] in "NUG"
            ):
                before -= 1
            role = " ".join(token.text for token in [*unit.stream[before:first], *run[:skip]])
            subject = first == 0 or unit.tags[first - 1] in ",SCWT-:;" or before == 0
            found.append(
                Name(
                    run[skip].start,
                    run[-1].start + len(own[-1]),
                    tuple(own[skip:]),
                    role,
                    organisation,
                    number,
                    subject,
                )
            )
    return found


def sexes(units: Sequence[Unit], found: Sequence[Name], full: dict[int, str]) -> dict[str, str]:
    """Return "m" or "f" for each full name of which the text says so."""
    known: dict[str, str] = {}
    for number, name in enumerate(found):
        low = set(name.role.lower().split())
        if low & MALE and not low & FEMALE:
            known[full[number]] = "m"
        elif low & FEMALE and not low & MALE:
            known[full[number]] = "f"
    by_unit: dict[int, list[int]] = {}
    for number, name in enumerate(found):
        if not name.organisation:
            by_unit.setdefault(name.unit, []).append(number)
    for place, unit in enumerate(units):
        people = {full[number] for number in by_unit.get(place, [])}
        if len(people) != 1:
            continue
        (person,) = people
        lows = {token.low for token in unit.stream}
        male, female = (
            lows & {"he", "his", "him", "himself", "he's"},
            lows & {"she", "her", "herself", "she's", "hers"},
        )
        if bool(male) != bool(female):
            known.setdefault(person, "m" if male else "f")
    return known
