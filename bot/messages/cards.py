"""
Claims as people see them in Discord. Pure: nothing here talks to Discord or the ledger.

Discord shows at most 4,000 characters and 40 components in one message; every text here has a
share of that which holds for the most hostile input too.
"""

from datetime import datetime

from bot.messages import ui
from bot.messages.excerpt import to_words
from bot.messages.findings import findings
from bot.messages.harmless import harmless, literal
from bot.messages.parts import badge, colour, layout, web_link, who, within, worth
from bot.presses import claims as presses
from bot.presses.base import Press, button
from claims.models import Kind
from claims.records.cards import Appearance, Card
from claims.records.claims import Stage, TrackedClaim
from claims.records.decisions import Action
from claims.rules import workflow
from claims.rules.identity import Person
from claims.wording import say, say_count


def shared_card(card: Card) -> ui.LayoutView:
    """Return one claim's card for everybody, with the buttons that everybody may press."""
    n = card.claim.number
    return layout(
        _container(card),
        list(map(button, (presses.ShowClaim(n), presses.ShowPassage(n), presses.ShowHistory(n)))),
    )


def private_card(
    card: Card, *, moderator: Person | None, follows: bool, now: datetime, note: str = ""
) -> ui.LayoutView:
    """
    Return one claim's card for one person, with the buttons that this person may press now.

    `moderator` is the person if they decide about claims. `note`, of at most 300 characters,
    stands above all: what became of what was asked for.
    """
    claim, n = card.claim, card.claim.number
    everyone: list[Press] = [
        presses.ShowPassage(n),
        presses.ShowHistory(n),
        presses.Unfollow(n) if follows else presses.Follow(n),
        presses.ShareClaim(n),
    ]
    in_hand = moderator is not None and moderator.is_(claim.standing.assignee)
    if claim.standing.stage in (Stage.OPEN, Stage.CHECKING, Stage.REVIEW) and not in_hand:
        everyone.append(presses.AskForCheck(n))
    elif claim.standing.published and not moderator:  # moderators dispute or correct it themselves
        everyone.append(presses.ObjectToRating(n))
    decisions = _decisions(card, moderator, now) if moderator else []
    rows = (everyone, decisions[:5], decisions[5:])
    return layout(_container(card, note, moderator), *(list(map(button, row)) for row in rows))


def _decisions(card: Card, person: Person, now: datetime) -> list[presses.Decision]:
    """What this moderator may decide now, with undo where there is something to undo."""
    claim = card.claim
    kinds: list[type[presses.Decision]] = []
    for move in workflow.moves_of(person, claim.standing):
        if move.action is Action.RATE and claim.standing.published is None:
            kinds.append(presses.Verify)
        kinds.append(presses.DECISIONS[move.action])
    if workflow.may_undo(card.last, now):
        kinds.append(presses.Undo)
    return [kind(claim.number, claim.version) for kind in kinds]


def _container(card: Card, note: str = "", moderator: Person | None = None) -> ui.Container:
    claim, standing = card.claim, card.claim.standing
    container = ui.Container(accent_colour=colour(standing))
    if note:
        container.add_item(ui.TextDisplay(note))
    container.add_item(ui.TextDisplay(f"### #{claim.number} · {badge(standing)}"))
    container.add_item(ui.TextDisplay(f"> {literal(card.claim.text, 800)}"))
    container.add_item(ui.TextDisplay(_attribution(card)))
    container.add_item(ui.TextDisplay(within(map(_appearance, card.appearances), 600)))
    found = findings(card, moderator)
    if found:
        container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(found))
    container.add_item(ui.TextDisplay(_footer(card)))
    return container


def _attribution(card: Card) -> str:
    """Whose claim it is, when it was made, and in which words where the claim has others."""
    claim, source = card.claim, who(card.claim.source)
    if claim.kind is Kind.NARRATION:
        line = say("reported by {source}", source=source)
    else:
        line = say("claimed by {source}", source=source)
    line += _stated(claim)
    quoted = " … ".join(card.appearances[0].quoted) if card.appearances else ""
    if claim.kind in (Kind.DIRECT, Kind.MIXED) and quoted not in ("", claim.text):
        line += "\n-# " + say("In the article's words: {quoted}", quoted=harmless(quoted, 300))
    return line


def _stated(claim: TrackedClaim) -> str:
    """When the claim was made, in the article's words and as dates, so far as is known."""
    when = ""
    if claim.stated_on:
        when = " · " + say("stated {when}", when=harmless(claim.stated_on, 60))
    if claim.stated_between is None:
        return when
    first, last = claim.stated_between
    dates = str(first) if first == last else say("{first} to {last}", first=first, last=last)
    return f"{when} ({dates})"


def _appearance(appearance: Appearance) -> str:
    title = harmless(appearance.title, 120) or say("an article without a title")
    words = appearance.quoted[0] if appearance.quoted else ""
    link = to_words(appearance.url, words, limit=300)
    parts = [web_link(link, title, limit=300), harmless(appearance.publisher, 60)]
    if appearance.published_on:
        parts.append(appearance.published_on.isoformat())
    return "-# " + say("In: {place}", place=", ".join(part for part in parts if part))


def _footer(card: Card) -> str:
    """The claim's tags, where it has any, and in how many places it stands, as of when."""
    seen = len(card.appearances)
    places = say_count("{count} appearance", "{count} appearances", seen)
    if seen > 1:
        places += ", " + say_count("{count} origin", "{count} origins", card.origins)
    parts = (
        places,
        say("check-worthiness {worth}", worth=worth(card.claim)),
        say("as of {when}", when=f"<t:{int(card.last.at.timestamp())}:f>"),
    )
    line = f"-# {' · '.join(parts)}"
    if not card.tags:
        return line
    return f"-# {say('Tags: {tags}', tags=harmless(', '.join(card.tags), 150))}\n{line}"
