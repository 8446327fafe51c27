"""What followers, moderators and channels are told without having asked. Pure."""

from bot.messages import ui
from bot.messages.harmless import harmless
from bot.messages.mark import mark
from bot.messages.parts import NEWS_COLOUR, badge, layout
from bot.presses.base import button
from bot.presses.claims import ShowClaim
from claims.records.cards import Card
from claims.records.claims import Rating
from claims.records.notices import Kind, News, Notice
from claims.rules.ratings import RATINGS
from claims.wording import phrase, say

MOST_NEWS = 8
"""Claims in one notice; the rest are counted. Each has at most 400 of the 4,000 characters."""

REMINDERS = {
    Kind.RECHECK: (
        phrase("### 📅 To be looked at again"),
        phrase("In {server} the day has come to check again what you rated."),
    ),
    Kind.EXPIRED: (
        phrase("### 🔓 Free again"),
        phrase("What you took in {server} was not decided in time; anybody may take it now."),
    ),
    Kind.SECOND: (
        phrase("### ⚖️ A second opinion"),
        phrase("In {server} a rating waits for a second moderator: /review queue shows it there."),
    ),
}
"""Heading and words of each kind of reminder. What the first moderator found is not told."""


def message(
    notice: Notice, shown_cards: list[Card], *, server: str = "", mention: int | None = None
) -> ui.LayoutView:
    """
    Return a notice: of followed claims the rating before and after, and why; of others the words.

    One that is sent directly names the `server` and has no buttons, because a claim can only
    be opened in its server; one in a channel may `mention` the follower whom it is for. The last
    line is the notice's mark, by which it is known again.
    """
    container = ui.Container(accent_colour=NEWS_COLOUR)
    container.add_item(ui.TextDisplay(_heading(notice, server, mention)))
    for item, card in zip(notice.news, shown_cards, strict=False):
        told = _line(item, card) if notice.kind is Kind.NEWS else _reminder_line(card, notice.kind)
        if server:
            container.add_item(ui.TextDisplay(told))
        else:
            container.add_item(ui.Section(told, accessory=button(ShowClaim(item.number))))
    if len(notice.news) > MOST_NEWS:
        rest = len(notice.news) - MOST_NEWS
        container.add_item(ui.TextDisplay("-# " + say("and {count} more", count=rest)))
    if notice.user_id is not None and notice.kind is Kind.NEWS:
        numbers = ", ".join(f"#{item.number}" for item in notice.news[:MOST_NEWS])
        end = say("You follow {numbers}; /claim unfollow there ends it.", numbers=numbers)
        container.add_item(ui.TextDisplay(f"-# {end}"))
    container.add_item(mark_of(notice))
    return layout(container)


def stopped_message(notice: Notice, words: str) -> ui.LayoutView:
    """Return what a manager is told of a digest that was stopped."""
    container = ui.Container(accent_colour=NEWS_COLOUR)
    container.add_item(ui.TextDisplay(words))
    container.add_item(mark_of(notice))
    return layout(container)


def mark_of(notice: Notice) -> ui.TextDisplay:
    """Return the line by which the notice is known again; odd numbers are for notices."""
    return mark(2 * notice.id + 1, notice.claimed_at)


def _heading(notice: Notice, server: str, mention: int | None) -> str:
    if notice.kind is not Kind.NEWS:
        heading, words = REMINDERS[notice.kind]
        return f"{say(heading)}\n{say(words, server=harmless(server, 100))}"
    if notice.user_id is None:
        return f"### 🔁 {say('Correction')}\n{say('A rating that was shared here has changed.')}"
    if server:
        decided = say(
            "A claim that you follow in {server} was decided.", server=harmless(server, 100)
        )
    else:
        decided = say("{who}, a claim that you follow was decided.", who=f"<@{mention}>")
    return f"### 🔔 {say('News of your claims')}\n{decided}"


def _line(item: News, card: Card) -> str:
    standing = card.claim.standing
    why = f" {harmless(standing.reason, 150)}" if standing.published else ""
    return (
        f"**#{item.number}** {harmless(card.claim.text, 150)}\n"
        f"{_word(item.was)} → **{_word(item.now)}**.{why}"
    )


def _reminder_line(card: Card, kind: Kind) -> str:
    line = f"**#{card.claim.number}** {harmless(card.claim.text, 150)}"
    return f"{line}\n{badge(card.claim.standing)}" if kind is Kind.RECHECK else line


def _word(rating: Rating | None) -> str:
    if rating is None:
        return say("no rating")
    return f"{RATINGS[rating].mark} {say(RATINGS[rating].words)}"
