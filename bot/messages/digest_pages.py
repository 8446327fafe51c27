"""The private list of one of a digest's sections, page by page. Pure."""

import discord

from bot.messages import ui
from bot.messages.digest_lines import WORDS, line
from bot.messages.parts import NEWS_COLOUR, layout
from bot.presses.base import button
from bot.presses.claims import ShowClaim
from bot.presses.pages import ShowSection
from claims.digests.compose import Digest
from claims.digests.records import Run, Section
from claims.wording import say

PAGE = 8
"""Claims on a page of a section: as many as fit, as in every list."""


def section_page(digest: Digest, run: Run, section: Section, start: int) -> ui.LayoutView:
    """
    Return the claims of one section from place `start` on, with buttons to turn the page.

    `digest` was read from there on where the section is `addition`, which is not read whole.
    """
    listed = digest.of(section)
    total = digest.count(section)
    page = listed[:PAGE] if section is Section.ADDITION else listed[start : start + PAGE]
    container = ui.Container(accent_colour=NEWS_COLOUR)
    last = min(start + len(page), total)
    range_ = say("nothing here any more")
    if page:
        range_ = say("{first}–{last} of {total}", first=start + 1, last=last, total=total)
    container.add_item(ui.TextDisplay(f"### {say(WORDS[section].heading)}\n-# {range_}"))
    for change in page:
        opens = button(ShowClaim(change.claim.number))
        container.add_item(ui.Section(line(section, change), accessory=opens))
    turners = []
    if start > 0:
        turners.append(turner(say("← Back"), run, section, max(0, start - PAGE)))
    if last < total:
        turners.append(turner(say("More →"), run, section, start + PAGE))
    return layout(container, turners)


def is_section_page(message: discord.Message) -> bool:
    """Whether the message, one of the bot's own, is what `section_page` returns."""
    first = message.components[0] if message.components else None
    head = first.children[0] if isinstance(first, discord.Container) else None
    return isinstance(head, discord.TextDisplay) and head.content.startswith("### ")


def turner(label: str, run: Run, section: Section, start: int) -> ui.Button:
    """Return the button that opens the list from place `start` on."""
    return button(ShowSection(section, run.id, start), label)
