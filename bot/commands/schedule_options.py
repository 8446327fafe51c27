"""Times, weekdays and time zones as people type them into an option."""

import re
from datetime import datetime, time

from discord import app_commands

from bot.interaction import Interaction
from bot.messages.days import EVERY_DAY, WORKDAYS, days_said
from bot.messages.harmless import harmless
from claims.digests import zones
from claims.digests.compose import zone_of
from claims.errors import RefusedError
from claims.wording import WEEKDAYS, phrase, say

_TIME = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])")
_WORDS = re.compile(r"[^\W\d_]+|[-–]")
_EVERY_DAY = phrase("every day")
_SHORTEST = 2
"""Letters by which a weekday is known, where no other begins with them."""


def time_typed(typed: str) -> time:
    """Return a local time. Raises RefusedError for what is none."""
    clock = _TIME.fullmatch(typed.strip())
    if clock is None:
        raise RefusedError(
            say("“{typed}” is no time. Write it as 08:00.", typed=harmless(typed, 20))
        )
    return time(int(clock[1]), int(clock[2]))


def zone_typed(typed: str) -> str:
    """Return the zone that is meant. Raises RefusedError where that is none, or not clear."""
    meant = zones.meant(typed)
    if len(meant) > 1:
        raise RefusedError(
            say(
                "“{typed}” can mean {zones}. Type a city and choose from the list.",
                typed=harmless(typed, 40),
                zones=", ".join(meant[:5]),
            )
        )
    if not meant:
        missing = zones.no_data()
        raise RefusedError(
            missing or say("That is no time zone. Type a city and choose from the list.")
        )
    return meant[0]


def days_typed(typed: str) -> frozenset[int]:
    """
    Return weekdays; Monday is 0. Reads names, their beginnings, and from-to.

    Raises RefusedError for words that name no day.
    """
    if typed.strip().casefold() in (_EVERY_DAY, say(_EVERY_DAY).casefold()):
        return EVERY_DAY
    found: list[int] = []
    until = False
    for word in _WORDS.findall(typed.casefold()):
        if word in ("-", "–", "to", say("to")):
            until = bool(found)
            continue
        day = _day(word)
        if day is None and word not in ("and", say("and")):
            raise RefusedError(
                say(
                    "“{typed}” is no weekday. Write them as Monday, Thursday.",
                    typed=harmless(word, 20),
                )
            )
        if day is not None:
            first = found[-1] + 1 if until else day
            found += [n % 7 for n in range(first, day + 1 if day >= first else day + 8)]
            until = False
    if not found:
        raise RefusedError(say("Name at least one weekday, or “every day”."))
    return frozenset(found)


def _day(word: str) -> int | None:
    """Return the one weekday that a word names or begins, in English or the language spoken now."""
    names = [
        (number, each.casefold()) for number, day in enumerate(WEEKDAYS) for each in (day, say(day))
    ]
    whole = {number for number, name in names if name == word}
    begun = {number for number, name in names if name.startswith(word.rstrip("s"))}
    found = whole or (begun if len(word) >= _SHORTEST else whole)
    return found.pop() if len(found) == 1 else None


async def suggest_days(_interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Suggest what was typed so far, and that with one day more."""
    try:
        chosen = days_typed(typed) if typed.strip() else frozenset[int]()
    except RefusedError:
        chosen = frozenset()
    sets = [chosen] if chosen else [EVERY_DAY, WORKDAYS]
    sets += [chosen | {day} for day in range(7) if day not in chosen]
    said = dict.fromkeys(days_said(each) for each in sets)
    return [app_commands.Choice(name=each[:100], value=each[:100]) for each in said]


async def suggest_zones(interaction: Interaction, typed: str) -> list[app_commands.Choice[str]]:
    """Suggest time zones by city or country, each with the time that it is there."""
    now = interaction.client.now()
    return [
        app_commands.Choice(name=_zone_said(found, now)[:100], value=found.zone)
        for found in zones.find(typed, now=now)
    ]


def _zone_said(found: zones.Found, now: datetime) -> str:
    clock = now.astimezone(zone_of(found.zone))
    place = f"{found.place}: " if found.place else ""
    return f"{place}{found.zone} ({clock:%H:%M})"
