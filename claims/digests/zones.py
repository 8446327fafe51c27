"""
Time zones by what people call them: their city, a larger city nearby, their country.

The names of zones are those of the tz database, countries and regions from its own tables;
`claims.digests.zone_names` adds cities, states and the abbreviations of clocks.
"""

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import NamedTuple
from zoneinfo import TZPATH, ZoneInfo, available_timezones

from claims.digests.zone_names import ABBREVIATIONS, CITIES, REGIONS
from claims.folding import plain
from claims.wording import say


class Found(NamedTuple):
    """A zone, and the name by which it was found where that is not its own."""

    zone: str
    place: str = ""


class _Name(NamedTuple):
    folded: str
    found: Found
    weight: int


def find(typed: str, *, now: datetime, most: int = 25) -> list[Found]:
    """
    Return zones for what people call their clock, the likeliest first, each zone once.

    That is a city, country, state or part of a zone's name; an abbreviation such as CEST; or a
    distance from UTC such as GMT+2, which finds the places whose clocks have it `now`, then
    those that have it at another time of the year. Nothing typed finds the first zones by name.
    """
    away = _distance(typed)
    if away is not None:
        found: Iterator[Found] | list[Found] = _places_at(away, now)
    else:
        found = [Found(zone, typed.strip().upper()) for zone in _abbreviated(typed)]
        found += _named(_folded(typed))
    first: dict[str, Found] = {}
    for each in found:
        first.setdefault(each.zone, each)
    return list(first.values())[:most]


def meant(typed: str) -> tuple[str, ...]:
    """
    Return the zones that a whole name can mean: one where it is clear, none where it is no name.

    A name of the tz database means that zone, but for abbreviations such as EST, which mean
    the clocks of people and not the database's zone without summer time.
    """
    name = typed.strip()
    if abbreviated := _abbreviated(name):
        return abbreviated
    if zone := _by_own_name().get(name.casefold()):
        return (zone,)
    wanted = _folded(name)
    same = sorted((n.weight, n.found.zone) for n in _names() if n.folded == wanted)
    return tuple(dict.fromkeys(zone for _, zone in same))


@cache
def _by_own_name() -> dict[str, str]:
    return {zone.casefold(): zone for zone in _zones()}


def _abbreviated(typed: str) -> tuple[str, ...]:
    wanted = typed.strip().upper()
    zones = (zones for names, zones in ABBREVIATIONS.items() if wanted in names.split())
    return tuple(filter(exists, next(zones, "").split()))


_DISTANCE = re.compile(
    r"\s*(?:UTC|GMT)?\s*(?P<sign>[-+\u2212\u2013])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?\s*",
    re.IGNORECASE,
)


def _distance(typed: str) -> timedelta | None:
    """Return how far ahead of UTC a clock is by something like GMT+2 or -03:30, else None."""
    found = _DISTANCE.fullmatch(typed)
    if found is None:
        return None
    away = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return away if found["sign"] == "+" else -away


def _places_at(away: timedelta, now: datetime) -> Iterator[Found]:
    """
    Yield the zones of places whose clocks are so far ahead of UTC, zones with large cities first.

    The database's own Etc/GMT+2 are left out: their sign is turned round (it is UTC-2).
    """
    places = sorted(
        (zone not in CITIES, zone.startswith("Antarctica"), zone) for zone in _current()
    )
    for season in range(4):
        moment = now + timedelta(days=91 * season)
        for *_, zone in places:
            if moment.astimezone(ZoneInfo(zone)).utcoffset() == away:
                yield Found(zone)


def _named(wanted: str) -> list[Found]:
    """Return what has the folded words in one of its names, the likeliest first."""
    ranked: dict[str, tuple[tuple[int, int, str], Found]] = {}
    for name in _names():
        place = name.folded.find(wanted)
        if place < 0:
            continue
        begins = 0 if place == 0 else 1 if name.folded[place - 1] == " " else 2
        rank = (begins, name.weight, name.found.zone)
        known = ranked.get(name.found.zone)
        if known is None or rank < known[0]:
            ranked[name.found.zone] = (rank, name.found)
    return [found for _, found in sorted(ranked.values())]


def exists(zone: str) -> bool:
    """Whether the tz database has a zone of exactly this name."""
    return zone in _zones()


def no_data() -> str | None:
    """Return what to do where this machine has no data of any zone; None where it has."""
    if _zones():
        return None
    return say(
        "This machine has no time zone data: digests wait, and quiet hours are not kept. Install"
        " the Python package tzdata and start the bot again."
    )


@cache
def _zones() -> frozenset[str]:
    return frozenset(available_timezones())


_MISREAD = frozenset(
    f"{area}GMT{sign}{hours}" for area in ("Etc/", "") for sign in "+-" for hours in range(15)
) | {"EST", "MST", "HST"}
"""
Zones that are other than they look: Etc/GMT+2 is two hours behind UTC, not ahead of it, and the
zone EST knows no summer time.
"""


@cache
def _current() -> frozenset[str]:
    """Return the zones in which people live, without names that are kept for old programs."""
    return _zones() & {"UTC", *(zone for _, _, zone, *_ in _table("zone.tab"))}


@cache
def _names() -> tuple[_Name, ...]:
    """Return all names: of cities with a zone, zones, other cities, countries and regions."""
    names = []
    for zone in _zones() - _MISREAD:
        older = 0 if zone in _current() else 4  # names that are kept for old programs come last
        names.append(_Name(_folded(zone.split("/")[-1]), Found(zone), older))
        names.append(_Name(_folded(zone), Found(zone), older + 1))
    for zone, places in (*CITIES.items(), *REGIONS.items()):
        if zone not in _zones():
            continue
        names += [_Name(_folded(each), Found(zone, each), 0) for each in places.split(", ")]
    countries = dict(_table("iso3166.tab"))
    for row in _table("zone.tab"):
        code, _, zone, *comments = row
        if zone in _zones():
            country = countries.get(code, "")
            place = ", ".join([country, *comments])
            names.append(_Name(_folded(country), Found(zone, place), 2))
            names += [_Name(_folded(comment), Found(zone, place), 3) for comment in comments]
    return tuple(names)


def _table(name: str) -> list[list[str]]:
    """Return the rows of one of the tz database's own tables; none where that is not installed."""
    try:
        folders: list[Traversable] = [files("tzdata").joinpath("zoneinfo")]
    except ModuleNotFoundError:
        folders = [Path(folder) for folder in TZPATH]
    found = [table for folder in folders if (table := folder.joinpath(name)).is_file()]
    text = found[0].read_text(encoding="utf-8") if found else ""
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]


def _folded(name: str) -> str:
    """Return a name as names are compared, without the signs that people leave out."""
    return " ".join(plain(name).replace("_", " ").replace("/", " ").replace(".", " ").split())
