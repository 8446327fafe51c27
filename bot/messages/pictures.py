"""
A server's counts, drawn. Pure; drawing takes some 40 ms, and is done in the worker.

That is why nothing here loads discord.py.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bot.messages import chart
from bot.messages.harmless import plain
from claims.digests.stats import WEEKS, Stats, Tally
from claims.records.claims import Rating, Stage
from claims.rules.ratings import RATINGS
from claims.wording import say, say_inline

ALT_LIMIT = 1024
"""Characters that Discord takes as the description of a picture."""


class Picture(NamedTuple):
    """A drawn chart and what it shows, for those who cannot see it."""

    name: str
    png: bytes
    description: str


def draw(stats: Stats) -> tuple[Picture, ...]:
    """Draw what the counts say: over time, and by kind of source where there are ratings."""
    pictures = [Picture("claims.png", chart.over_time(stats.course), described(stats.course))]
    if stats.kinds:
        by_kind = "; ".join(
            f"{say(words)}: {_listed(stats.kinds[kind])}"
            for kind, words in chart.KIND_WORDS.items()
            if kind in stats.kinds
        )
        words = say(
            "Bars: what was found of the claims of each kind of source. {kinds}.", kinds=by_kind
        )
        pictures.append(Picture("sources.png", chart.by_kind(stats.kinds), plain(words, ALT_LIMIT)))
    return tuple(pictures)


def described(course: Sequence[Tally]) -> str:
    """Say what the chart over time shows."""
    first, now = course[0], course[-1]
    words = say(
        "Bars over {weeks} weeks. Rated: from {rated_first} to {rated}, now {ratings}."
        " Not rated yet: from {waiting_first} to {waiting}, now {stages}.",
        weeks=WEEKS,
        rated_first=first.rated,
        rated=now.rated,
        ratings=_listed(now.ratings) or "0",
        waiting_first=first.waiting,
        waiting=now.waiting,
        stages=_stages(now) or "0",
    )
    return plain(words, ALT_LIMIT)


def _listed(ratings: Mapping[Rating, int]) -> str:
    return ", ".join(
        f"{ratings[rating]} {say_inline(row.words)}"
        for rating, row in RATINGS.items()
        if ratings.get(rating)
    )


def _stages(tally: Tally) -> str:
    return ", ".join(
        f"{tally.stages[stage]} {say(words)}"
        for stage, (words, _) in chart.STAGE_PARTS.items()
        if tally.stages.get(Stage(stage))
    )
