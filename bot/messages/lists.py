"""Lists of claims as people see them. Pure."""

from collections.abc import Iterator

from bot.messages import ui
from bot.messages.front import named
from bot.messages.harmless import harmless
from bot.messages.parts import KIND_WORDS, badge, layout, source_name
from bot.presses.base import button
from bot.presses.claims import ShowClaim
from bot.presses.lists import Way, fits_in_button, list_press
from claims.records.claims import TrackedClaim
from claims.records.lists import Filter, Listing, Order
from claims.rules.ratings import RATINGS, STAGES, UNRATED_COLOUR
from claims.wording import phrase, say, say_inline, say_number

PAGE = 8
"""Claims on a page: each takes three of a message's 40 components and up to 420 characters."""


def claim_list(
    listing: Listing, wanted: Filter, *, kept: int | None = None, shared: bool = False
) -> ui.LayoutView:
    """
    Return one page of claims, each with a button that opens it, and the page's turners.

    `kept` is the filter's number in the ledger, where a button has no room for it. The turners of
    a shared page show the next one to whoever presses. What somebody follows nobody shares.
    """
    page = listing.page
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(heading(wanted, listing.article)))
    if not page.claims:
        container.add_item(ui.TextDisplay(_none(wanted)))
    for claim in page.claims:
        container.add_item(ui.Section(list_line(claim), accessory=button(ShowClaim(claim.number))))
    kept = None if fits_in_button(wanted) else kept
    row = []
    if page.claims and not shared and wanted.followed_by is None:
        row.append(button(list_press(wanted, Way.SHARE, page.here, kept), say("Share")))
    back, on = AGES if wanted.order is Order.NEWEST else TURNERS
    for label, start, way in ((back, page.newer, Way.UP), (on, page.older, Way.DOWN)):
        if start is not None:
            row.append(button(list_press(wanted, way, start, kept), say(label)))
    return layout(container, row)


def _none(wanted: Filter) -> str:
    if wanted == Filter(order=wanted.order):
        return say("None here yet. A moderator adds articles with /intake.")
    if wanted == Filter(order=wanted.order, followed_by=wanted.followed_by):
        return say("You follow none yet. *Follow* on a claim's card puts it here.")
    if wanted == Filter(order=wanted.order, words=wanted.words):
        return say(
            "None here has all these words. Try fewer words, or other ones; /claim check compares"
            " a whole sentence with what is known."
        )
    return say("None here. Fewer filters may find more.")


AGES = (phrase("← Newer"), phrase("Older →"))
TURNERS = (phrase("← Back"), phrase("More →"))


def list_line(claim: TrackedClaim) -> str:
    """Return a claim in two lines of at most 420 characters."""
    text, source = harmless(claim.text, 220), source_name(claim.source.name, 60)
    return f"**#{claim.number}** {text}\n-# {badge(claim.standing)} · {source}"


def heading(wanted: Filter, article: str = "") -> str:
    """Say which claims these are, in at most 640 characters; `article` is its title."""
    title, rest = say("Claims"), wanted
    if wanted.followed_by:
        title, rest = say("Claims that you follow"), wanted._replace(followed_by=None)
    elif wanted.words.strip():
        words = harmless(wanted.words, 50)
        title, rest = say("Claims with “{words}”", words=words), wanted._replace(words="")
    parts = [*_kinds(rest), *_names(rest, article), *_days(rest)]
    if wanted.order is not Order.NEWEST:
        parts.append(say(ORDER_WORDS[wanted.order]))
    return f"### {title}" + (f"\n-# {' · '.join(parts)}" if parts else "")


def _kinds(wanted: Filter) -> Iterator[str]:
    if wanted.stage:
        yield say_inline(STAGES[wanted.stage].words)
    if wanted.rating:
        yield say_inline(RATINGS[wanted.rating].words)
    if wanted.kind:
        yield say(KIND_WORDS[wanted.kind])
    if wanted.has_evidence is not None:
        yield say("with evidence") if wanted.has_evidence else say("without evidence")


def _names(wanted: Filter, article: str) -> Iterator[str]:
    if wanted.words.strip():
        yield say("with “{words}”", words=harmless(wanted.words, 50))
    if wanted.source:
        yield say("by {source}", source=harmless(wanted.source, 50))
    if wanted.publisher:
        yield say("published by {publisher}", publisher=harmless(wanted.publisher, 40))
    if wanted.article:
        yield say("in “{article}”", article=harmless(article, 50))
    if wanted.tag:
        yield say("tagged {tag}", tag=harmless(wanted.tag, 30))
    if wanted.assignee:
        yield say("in the hands of {person}", person=named(wanted.assignee))


def _days(wanted: Filter) -> Iterator[str]:
    if wanted.worth is not None:
        yield say("check-worthiness {worth} or more", worth=say_number(wanted.worth, 2))
    if wanted.added_from:
        yield say("added from {day}", day=wanted.added_from)
    if wanted.added_to:
        yield say("added to {day}", day=wanted.added_to)
    if wanted.stated_from:
        yield say("stated from {day}", day=wanted.stated_from)
    if wanted.stated_to:
        yield say("stated to {day}", day=wanted.stated_to)
    if wanted.recheck_by:
        yield say("due for another look")


ORDER_WORDS = {
    Order.NEWEST: phrase("newest first"),
    Order.CHECK_WORTHINESS: phrase("most check-worthy first"),
    Order.ASKED: phrase("most asked for first"),
    Order.OLDEST_OPEN: phrase("not checked yet, oldest first"),
    Order.MATCH: phrase("best match first"),
}
