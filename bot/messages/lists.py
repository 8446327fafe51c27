"""Lists of claims as people see them. Pure."""

from discord import ui

from bot.messages.buttons import claim_button, list_button
from bot.messages.harmless import harmless
from bot.messages.parts import UNRATED_COLOUR, badge, layout
from claims import workflow
from claims.ledger.claims import Filter, Order, Page
from claims.records import TrackedClaim
from claims.wording import inline, phrase, say


def claim_list(page: Page, wanted: Filter) -> ui.LayoutView:
    """Return one page of claims, each with a button that opens it, and the page's turners."""
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"### {say('Claims')}{_described(wanted)}"))
    if not page.claims:
        container.add_item(ui.TextDisplay(say("None here. Fewer filters may find more.")))
    for claim in page.claims:
        container.add_item(
            ui.Section(list_line(claim), accessory=claim_button("show", claim.number))
        )
    back, on = AGES if wanted.order is Order.NEWEST else TURNERS
    turners = [
        list_button(say(label), wanted, start, upwards=upwards)
        for label, start, upwards in ((back, page.newer, True), (on, page.older, False))
        if start is not None
    ]
    return layout(container, turners)


AGES = (phrase("← Newer"), phrase("Older →"))
TURNERS = (phrase("← Back"), phrase("More →"))


def list_line(claim: TrackedClaim) -> str:
    """Return a claim in two lines of at most 420 characters."""
    text, source = harmless(claim.text, 220), harmless(claim.source.name, 60)
    return f"**#{claim.number}** {text}\n-# {badge(claim.standing)} · {source}"


def _described(wanted: Filter) -> str:
    parts = []
    if wanted.stage:
        parts.append(inline(say(workflow.STAGE_WORDS[wanted.stage])))
    if wanted.rating:
        parts.append(inline(say(workflow.RATING_WORDS[wanted.rating])))
    if wanted.words.strip():
        parts.append(say("with “{words}”", words=harmless(wanted.words, 80)))
    if wanted.followed_by:
        parts.append(say("that you follow"))
    if wanted.order is not Order.NEWEST:
        parts.append(say(ORDER_WORDS[wanted.order]))
    return f": {', '.join(parts)}" if parts else ""


ORDER_WORDS = {
    Order.NEWEST: phrase("newest first"),
    Order.WORTH: phrase("most check-worthy first"),
    Order.ASKED: phrase("most asked for first"),
    Order.OLDEST_OPEN: phrase("not checked yet, oldest first"),
    Order.MATCH: phrase("best match first"),
}
