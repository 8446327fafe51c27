"""Sources and what was found of their claims, as people see them. Pure."""

from collections.abc import Sequence

from bot.messages import ui
from bot.messages.buttons import claim_button, thing_button
from bot.messages.colours import UNRATED_COLOUR
from bot.messages.harmless import harmless
from bot.messages.lists import AGES, list_line
from bot.messages.parts import MARKS, layout, source_name
from claims.records.articles import SourceRecord
from claims.records.lists import Page
from claims.rules import terms
from claims.wording import say, say_count, say_inline

PAGE = 8
"""Sources or claims on a page: three of a message's 40 components each."""


def sources_message(
    found: Sequence[SourceRecord], *, start: int = 0, shared: bool = False
) -> ui.LayoutView:
    """
    Return one page of sources by name, each with its counts and a button that opens it.

    `start` is the id of the first one, 0 at the top; one more than `PAGE` tells where to go on.
    """
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"### {say('Sources')}"))
    if not found:
        none = say("None here yet. A moderator adds articles with /intake.")
        container.add_item(ui.TextDisplay(none))
    for record in found[:PAGE]:
        line = f"**{source_name(record.name, 100)}**{_role(record, 80)}\n-# {counts(record)}"
        button = thing_button("source", "show", record.id, label=say("Open"))
        container.add_item(ui.Section(line, accessory=button))
    row: list[ui.Button] = []
    if found and not shared:
        row.append(thing_button("source", "sharelist", start, label=say("Share")))
    if start:
        row.append(thing_button("source", "list", 0, label=say("← First")))
    if len(found) > PAGE:
        row.append(thing_button("source", "list", found[PAGE].id, label=say("More →")))
    return layout(container, row)


def source_message(record: SourceRecord, page: Page, *, shared: bool = False) -> ui.LayoutView:
    """
    Return a source with one page of its claims, newest first.

    The buttons of a shared one open the source, or its next page, for whoever presses.
    """
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    heading = f"### {source_name(record.name, 150)}{_role(record, 150)}"
    lines = [heading, counts(record)]
    if others := harmless(", ".join(record.aliases), 150):
        lines.append("-# " + say("Also known as {names}", names=others))
    container.add_item(ui.TextDisplay("\n".join(lines)))
    for claim in page.claims:
        button = claim_button("show", claim.number)
        container.add_item(ui.Section(list_line(claim), accessory=button))
    row: list[ui.Button] = [thing_button("source", "share", record.id, label=say("Share"))]
    if shared:
        row = [thing_button("source", "show", record.id, label=say("Open source"))]
    for verb, label, start in zip(("up", "down"), AGES, (page.newer, page.older), strict=True):
        if start is not None:
            row.append(thing_button("source", verb, record.id, int(start), label=say(label)))
    return layout(container, row)


def counts(record: SourceRecord) -> str:
    """
    Say how many claims there are and what was found of those that were rated.

    These are counts and no score: what was chosen to be checked says nothing of the rest.
    """
    total = say_count("{count} claim", "{count} claims", record.claims)
    parts = [
        f"{MARKS[rating]} {record.ratings[rating]} {say_inline(words)}"
        for rating, words in terms.RATING_WORDS.items()
        if record.ratings.get(rating)
    ]
    unrated = record.claims - sum(record.ratings.values())
    if unrated:
        parts.append(say("{count} not rated", count=unrated))
    return " · ".join([total, *parts])


def _role(record: SourceRecord, limit: int) -> str:
    return f", {harmless(record.role, limit)}" if record.role else ""
