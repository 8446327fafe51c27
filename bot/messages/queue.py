"""What waits for a moderator, as they see it. Pure."""

from typing import Any

from discord import ui

from bot.messages.buttons import claim_button, thing_button
from bot.messages.harmless import harmless
from bot.messages.lists import list_line
from bot.messages.parts import UNRATED_COLOUR, layout
from claims.ledger.asks import Ask
from claims.ledger.queue import Asked, Queue

PAGE = 8
"""Pieces of work on a page: with four headings and the turners 34 of a message's 40 components."""


def queue_message(queue: Queue, *, first: bool) -> ui.LayoutView:
    """Return one page of the queue, each piece with a button that opens it."""
    container: ui.Container[Any] = ui.Container(accent_colour=UNRATED_COLOUR)
    groups = (
        ("You are checking", [_claim(Asked(c, 0)) for c in queue.own]),
        ("Waiting for a second moderator", [_claim(Asked(c, 0)) for c in queue.proposed]),
        ("Asked for, and not a claim yet", [_text(ask) for ask in queue.asks]),
        ("Not checked yet", [_claim(asked) for asked in queue.open]),
    )
    if not any(lines for _, lines in groups):
        container.add_item(ui.TextDisplay("### Nothing waits here."))
    for heading, lines in groups:
        if lines:
            container.add_item(ui.TextDisplay(f"### {heading}"))
            for line in lines:
                container.add_item(line)
    if queue.more_asks:
        container.add_item(ui.TextDisplay(f"-# {queue.more_asks} more texts are asked for"))
    row = []
    if not first:
        row.append(thing_button("queue", "turn", 0, label="← First"))
    if queue.following is not None:
        row.append(thing_button("queue", "turn", queue.following, label="More →"))
    return layout(container, row)


def people(count: int) -> str:
    """Say how many people asked, in at most 30 characters; nothing where nobody did."""
    if not count:
        return ""
    return f"🙋 {'1 person asks' if count == 1 else f'{count} people ask'}"


def _claim(asked: Asked) -> ui.Section[Any]:
    """One claim in at most 450 characters."""
    line = list_line(asked.claim)
    worth = f"{asked.claim.check_worthiness:.2f}"
    more = " · ".join(filter(None, (people(asked.people), f"worth {worth}")))
    return ui.Section(f"{line} · {more}", accessory=claim_button("show", asked.claim.number))


def _text(ask: Ask) -> ui.Section[Any]:
    line = f"{harmless(ask.article.text, 220)}\n-# {people(ask.people)}"
    return ui.Section(line, accessory=thing_button("ask", "look", ask.id, label="Look"))
