"""A digest as people see it in Discord. Pure."""

from datetime import datetime, timedelta
from typing import Any

import discord
from discord import ui

from bot.buttons import claim_button
from bot.cards import badge, layout, web_link, who
from bot.harmless import harmless
from claims import workflow
from claims.digest import Digest
from claims.records import Change, Run

ROOM = 9
"""Claims shown in full. With headings and "and 14 more" lines that is at most 36 of the 40
components, and 9 × 380 + 400 of the 4,000 characters, that Discord allows a message."""

COLOUR = 0x5865F2

LATE = timedelta(minutes=15)
"""From when on a digest is called late: ten thousand servers at once take four minutes."""

TITLES = {
    "corrections": ("🔁 Corrections", "correction", "corrections"),
    "ratings": ("⚖️ New ratings", "new rating", "new ratings"),
    "disputes": ("⚠️ Disputed", "dispute", "disputes"),
    "additions": ("🆕 New claims", "new claim", "new claims"),
}
"""Of each section its heading, and what one and several of its claims are called."""


def digest_message(digest: Digest, run: Run, *, now: datetime) -> ui.LayoutView:
    """
    Return the digest as one message, corrections first; each claim has a button to open it.

    What does not fit is counted, section by section, and never left out silently. The last line
    is the run's mark, by which `bears_mark` knows the message again.
    """
    container: ui.Container[Any] = ui.Container(accent_colour=COLOUR)
    sections = [(name, getattr(digest, name)) for name in TITLES]
    counts = [_counted(name, len(changes)) for name, changes in sections if changes]
    head = f"## Digest\n-# {' · '.join(counts)}"
    if now - run.due_at > LATE:
        head += f"\n-# ⏰ Late: it was due <t:{int(run.due_at.timestamp())}:f>"
    container.add_item(ui.TextDisplay(head))
    shown = _shares([len(changes) for _, changes in sections])
    for (name, changes), share in zip(sections, shown, strict=True):
        if not changes:
            continue
        container.add_item(ui.TextDisplay(f"### {TITLES[name][0]}"))
        for change in changes[:share]:
            button = claim_button("show", change.claim.number)
            container.add_item(ui.Section(_line(name, change), accessory=button))
        if len(changes) > share:
            rest = len(changes) - share
            container.add_item(ui.TextDisplay(f"-# and {rest} more: /claim list shows them"))
    container.add_item(ui.TextDisplay(_mark(run)))
    return layout(container)


def bears_mark(message: discord.Message, run: Run) -> bool:
    """Whether the message is this run's digest. Only the bot's own messages are to be asked."""
    texts = [
        child.content
        for part in message.components
        for child in (part.children if isinstance(part, discord.Container) else ())
        if isinstance(child, discord.TextDisplay)
    ]
    # The whole text of a component, which no claim can be: claims stand in sections.
    return _mark(run) in texts


def _mark(run: Run) -> str:
    return f"-# No. {run.id} · <t:{int(run.claimed_at.timestamp())}:f>"


def _counted(name: str, count: int) -> str:
    _, one, several = TITLES[name]
    return f"{count} {one if count == 1 else several}"


def _shares(counts: list[int]) -> list[int]:
    """Share `ROOM` out in order of importance, leaving each later section at least one place."""
    shares, left = [], ROOM
    for position, count in enumerate(counts):
        later = sum(1 for c in counts[position + 1 :] if c)
        share = min(count, left - later)
        shares.append(share)
        left -= share
    return shares


def _line(section: str, change: Change) -> str:
    """One claim in at most 380 characters."""
    claim = change.claim
    if section == "additions":
        return f"**#{claim.number}** {harmless(claim.text, 200)}\n-# {who(claim.source, limit=60)}"
    head = f"**#{claim.number}** {harmless(claim.text, 120)}"
    now = badge(claim.standing)
    if section == "corrections" and change.before:
        now = f"{workflow.badge(change.before)} → {now}"
    why = harmless(change.reason, 90)
    link = ""
    if change.evidence and claim.standing.published:
        link = " " + web_link(change.evidence.url, "evidence", limit=80)
    return f"{head}\n{now}. {why}{link}"
