"""Sources and what was found of their claims, as people see them. Pure."""

from collections.abc import Sequence

from bot.messages import ui
from bot.messages.harmless import harmless
from bot.messages.lists import AGES, list_line
from bot.messages.parts import layout, source_name
from bot.presses.base import button
from bot.presses.claims import ShowClaim
from bot.presses.lists import Way
from bot.presses.sources import ShareSource, ShareSources, ShowSource, TurnSource, TurnSources
from claims.records.articles import SourceRecord
from claims.records.lists import Page
from claims.rules.ratings import RATINGS, UNRATED_COLOUR
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
        container.add_item(ui.Section(line, accessory=button(ShowSource(record.id))))
    row: list[ui.Button] = []
    if found and not shared:
        row.append(button(ShareSources(start)))
    if start:
        row.append(button(TurnSources(0), say("← First")))
    if len(found) > PAGE:
        row.append(button(TurnSources(found[PAGE].id), say("More →")))
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
        container.add_item(ui.Section(list_line(claim), button(ShowClaim(claim.number))))
    row = [button(ShareSource(record.id))]
    if shared:
        row = [button(ShowSource(record.id), say("Open source"))]
    for way, label, start in zip((Way.UP, Way.DOWN), AGES, (page.newer, page.older), strict=True):
        if start is not None:
            row.append(button(TurnSource(record.id, way, int(start)), say(label)))
    return layout(container, row)


def counts(record: SourceRecord) -> str:
    """
    Say how many claims there are and what was found of those that were rated.

    These are counts and no score: what was chosen to be checked says nothing of the rest.
    """
    total = say_count("{count} claim", "{count} claims", record.claims)
    parts = [
        f"{RATINGS[rating].mark} {record.ratings[rating]} {say_inline(row.words)}"
        for rating, row in RATINGS.items()
        if record.ratings.get(rating)
    ]
    unrated = record.claims - sum(record.ratings.values())
    if unrated:
        parts.append(say("{count} not rated", count=unrated))
    return " · ".join([total, *parts])


def _role(record: SourceRecord, limit: int) -> str:
    return f", {harmless(record.role, limit)}" if record.role else ""
