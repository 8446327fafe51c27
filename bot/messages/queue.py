"""What waits for a moderator, as they see it. Pure."""

from bot.messages import ui
from bot.messages.harmless import literal
from bot.messages.lists import list_line
from bot.messages.parts import layout, worth
from bot.presses.base import button
from bot.presses.checks import TakeUpText
from bot.presses.claims import ShowClaim
from bot.presses.queue import ShowReports, TurnQueue
from claims.records.queue import Ask, Asked, Queue
from claims.rules.ratings import UNRATED_COLOUR
from claims.wording import say, say_count

PAGE = 8
"""Pieces of work on a page: with five headings, the objections and the turners that makes 37 of a
message's 40 components."""


def queue_message(queue: Queue, *, first: bool) -> ui.LayoutView:
    """Return one page of the queue, each piece with a button that opens it."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    groups = (
        (say("You are checking"), [_claim(Asked(c, 0)) for c in queue.own]),
        (say("Waiting for a second moderator"), [_claim(Asked(c, 0)) for c in queue.proposed]),
        (say("Members' objections"), _objections(queue.objections)),
        (say("Asked for, and not a claim yet"), [_text(ask) for ask in queue.asks]),
        (say("Not checked yet"), [_claim(asked) for asked in queue.open]),
    )
    if not any(lines for _, lines in groups):
        container.add_item(ui.TextDisplay(f"### {say('Nothing waits here.')}"))
    for heading, lines in groups:
        if lines:
            container.add_item(ui.TextDisplay(f"### {heading}"))
            for line in lines:
                container.add_item(line)
    if queue.more_asks:
        more = say_count(
            "{count} more text is asked for", "{count} more texts are asked for", queue.more_asks
        )
        container.add_item(ui.TextDisplay(f"-# {more}"))
    row = []
    if not first:
        row.append(button(TurnQueue(0), say("← First")))
    if queue.following is not None:
        row.append(button(TurnQueue(queue.following), say("More →")))
    return layout(container, row)


def _objections(count: int) -> list[ui.Section]:
    """How many members' objections wait, with a button that shows them; nothing where none do."""
    if not count:
        return []
    waiting = say_count("{count} waits for an answer", "{count} wait for an answer", count)
    return [ui.Section(waiting, accessory=button(ShowReports()))]


def people(count: int) -> str:
    """Say how many people asked, in at most 40 characters; nothing where nobody did."""
    if not count:
        return ""
    return "🙋 " + say_count("{count} person asks", "{count} people ask", count)


def _claim(asked: Asked) -> ui.Section:
    """One claim in at most 450 characters."""
    line = list_line(asked.claim)
    rank = say("check-worthiness {worth}", worth=worth(asked.claim))
    more = " · ".join(filter(None, (people(asked.people), rank)))
    return ui.Section(f"{line} · {more}", accessory=button(ShowClaim(asked.claim.number)))


def _text(ask: Ask) -> ui.Section:
    line = f"{literal(ask.article.text, 220)}\n-# {people(ask.people)}"
    return ui.Section(line, accessory=button(TakeUpText(ask.id)))
