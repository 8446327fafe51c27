"""What a server's counts say, in words and pictures. Pure; drawing takes some 40 ms."""

from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import NamedTuple

import discord

from bot.messages import chart, ui
from bot.messages.buttons import thing_button
from bot.messages.harmless import harmless, plain
from bot.messages.parts import MARKS, UNRATED_COLOUR, layout
from claims import terms
from claims.records import Rating, Stage
from claims.stats import WEEKS, Balance, Lately, Share, Stats, Tally
from claims.wording import say, say_count

ALT_LIMIT = 1024
"""Characters that Discord takes as the description of a picture."""

NAME = 40
"""Characters of a publisher's or source's name."""


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


def galleries(pictures: Sequence[Picture]) -> list[ui.MediaGallery]:
    """Return the pictures one below the other; `files` have to be sent with them."""
    return [
        ui.MediaGallery(
            discord.MediaGalleryItem(f"attachment://{each.name}", description=each.description)
        )
        for each in pictures
    ]


def files(pictures: Sequence[Picture]) -> list[discord.File]:
    """Return the pictures as files, for one sending."""
    return [
        discord.File(BytesIO(each.png), each.name, description=each.description)
        for each in pictures
    ]


def stats_message(
    stats: Stats, balance: Balance, pictures: Sequence[Picture], *, shared: bool = False
) -> ui.LayoutView:
    """Return the answer to /stats; a shared one opens it privately for whoever presses."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(say("### Claims here in numbers")))
    container.add_item(ui.TextDisplay(summary(stats)))
    for gallery in galleries(pictures):
        container.add_item(gallery)
    report = balance_report(balance, most=5)
    if report:
        container.add_item(ui.TextDisplay(report))
    if shared:
        return layout(container, [thing_button("stats", "show", 0, label=say("Open"))])
    return layout(container, [thing_button("stats", "share", 0, label=say("Share"))])


def summary(stats: Stats) -> str:
    """Say how the claims stand and what was done lately, in at most 600 characters."""
    now = stats.today
    lines = [
        _standing(now),
        say("**In the last 7 days:** {done}", done=_done(stats.week)),
        say("**In the last 30 days:** {done}", done=_done(stats.month)),
    ]
    if stats.agreed or stats.differed:
        lines.append(
            say(
                "**Second moderators:** {agreed} agreed with the first, {differed} differed",
                agreed=stats.agreed,
                differed=stats.differed,
            )
        )
    return "\n".join(lines)


def _standing(now: Tally) -> str:
    if not now.disputed:
        return say(
            "**Now:** {rated} rated, {waiting} not yet", rated=now.rated, waiting=now.waiting
        )
    return say(
        "**Now:** {rated} rated ({disputed} of them disputed), {waiting} not yet",
        rated=now.rated,
        disputed=now.disputed,
        waiting=now.waiting,
    )


def balance_report(balance: Balance, *, most: int) -> str:
    """
    Say whose claims were rated how, `most` publishers and sources, 110 characters a line.

    These are counts and no score: what was chosen to be checked says nothing of the rest.
    """
    groups = (
        (say("**Most rated publishers**"), balance.publishers),
        (say("**Most rated sources**"), balance.sources),
    )
    lines: list[str] = []
    for heading, shares in groups:
        if shares:
            lines += [heading, *map(_share, shares[:most])]
    return "\n".join(lines)


def _share(share: Share) -> str:
    marks = " ".join(f"{MARKS[r]} {share.ratings[r]}" for r in Rating if share.ratings.get(r))
    return f"{harmless(share.name, NAME)}: {marks}"


def _done(lately: Lately) -> str:
    return ", ".join(
        (
            say_count("{count} claim added", "{count} claims added", lately.added),
            say("{count} rated", count=lately.rated),
            say("{count} changed or taken back", count=lately.corrected),
        )
    )


def _listed(ratings: Mapping[Rating, int]) -> str:
    return ", ".join(
        f"{ratings[rating]} {say(words).lower()}"
        for rating, words in terms.RATING_WORDS.items()
        if ratings.get(rating)
    )


def _stages(tally: Tally) -> str:
    return ", ".join(
        f"{tally.stages[stage]} {say(words)}"
        for stage, words in chart.STAGE_WORDS.items()
        if tally.stages.get(Stage(stage))
    )
