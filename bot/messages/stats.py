"""What a server's counts say, in words and pictures. Pure."""

from collections.abc import Sequence
from io import BytesIO

import discord

from bot.messages import ui
from bot.messages.harmless import harmless
from bot.messages.parts import layout
from bot.messages.pictures import Picture
from bot.presses.base import button
from bot.presses.pages import ShareStats, ShowStats
from claims.digests.stats import Balance, Lately, Share, Stats, Tally
from claims.rules.ratings import RATINGS, UNRATED_COLOUR
from claims.wording import say, say_count

NAME = 40
"""Characters of a publisher's or source's name."""


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
        return layout(container, [button(ShowStats())])
    return layout(container, [button(ShareStats())])


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
    found = [(row.mark, share.ratings.get(rating)) for rating, row in RATINGS.items()]
    marks = " ".join(f"{mark} {count}" for mark, count in found if count)
    return f"{harmless(share.name, NAME)}: {marks}"


def _done(lately: Lately) -> str:
    return ", ".join(
        (
            say_count("{count} claim added", "{count} claims added", lately.added),
            say("{count} rated", count=lately.rated),
            say("{count} changed or taken back", count=lately.corrected),
        )
    )
