"""
Claims as people see them in Discord. Pure: nothing here talks to Discord or the ledger.

Discord shows at most 4,000 characters and 40 components in one message; every text here has a
share of that which holds for the most hostile input too.
"""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlsplit

from bot.messages import ui
from bot.messages.buttons import claim_button, moderator_buttons
from bot.messages.excerpt import to_words
from bot.messages.harmless import harmless
from bot.messages.parts import badge, colour, layout, person, web_link, who, worth
from claims import terms
from claims.models import Kind
from claims.records import Action, Appearance, Card, Evidence, Grade, Stage, TrackedClaim
from claims.wording import say, say_count


def shared_card(card: Card) -> ui.LayoutView:
    """Return one claim's card for everybody, with the buttons that everybody may press."""
    claim = card.claim
    return layout(
        _container(card),
        [claim_button(verb, claim.number) for verb in ("show", "context", "history")],
    )


def private_card(
    card: Card, *, moderator: int | None, follows: bool, now: datetime, note: str = ""
) -> ui.LayoutView:
    """
    Return one claim's card for one person, with the buttons that this person may press now.

    `moderator` is the person's id if they decide about claims. `note`, of at most 300 characters,
    stands above all: why what was asked for was not done.
    """
    claim = card.claim
    everyone = [
        claim_button("context", claim.number),
        claim_button("history", claim.number),
        claim_button("unfollow" if follows else "follow", claim.number),
        claim_button("share", claim.number),
    ]
    if claim.standing.stage in (Stage.OPEN, Stage.CHECKING, Stage.REVIEW):
        everyone.append(claim_button("ask", claim.number))
    decisions = moderator_buttons(card, moderator, now) if moderator else []
    return layout(_container(card, note), everyone, decisions[:5], decisions[5:])


def _container(card: Card, note: str = "") -> ui.Container:
    claim, standing = card.claim, card.claim.standing
    container = ui.Container(accent_colour=colour(standing))
    if note:
        container.add_item(ui.TextDisplay(f"⚠️ {note}"))
    container.add_item(ui.TextDisplay(f"### #{claim.number} · {badge(standing)}"))
    container.add_item(ui.TextDisplay(f"> {harmless(card.claim.text, 800)}"))
    container.add_item(ui.TextDisplay(_attribution(card)))
    container.add_item(ui.TextDisplay(_within(map(_appearance, card.appearances), 600)))
    rating = _rating(card)
    if rating:
        container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(rating))
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


def _rating(card: Card) -> str:
    """What moderators found so far, or what is under way, and on what evidence."""
    standing = card.claim.standing
    lines = _banners(card)
    if standing.published and standing.rated_at:
        lines.append(
            say(
                "Rated by {who} {when}: {reason}",
                who=person(standing.rated_by),
                when=f"<t:{int(standing.rated_at.timestamp())}:D>",
                reason=harmless(standing.reason, 400),
            )
        )
    if standing.published and standing.relaxed:
        rule = say("On less evidence than two independent origins or a primary source.")
        lines.append(f"-# {rule}")
    if standing.stage is Stage.CHECKING and standing.assigned_until:
        until = f"<t:{int(standing.assigned_until.timestamp())}:R>"
        lines.append(
            say("{who} is checking it, until {when}.", who=person(standing.assignee), when=until)
        )
    if card.evidence:
        lines.append(_within(map(evidence_line, card.evidence), 700))
    return "\n".join(lines)


def _banners(card: Card) -> list[str]:
    """What a reader has to know before the rating: disputes, corrections, open questions."""
    standing, lines = card.claim.standing, []
    if (into := standing.merged_into) is not None:
        merged = say("**Merged** into #{number}, which says the same.", number=into)
        lines.append(f"↪️ {merged}")
    if standing.stage is Stage.DISPUTED:
        why = harmless(card.last.reason, 250) if card.last.action is Action.DISPUTE else ""
        why = why or say("its history says why.")
        lines.append("⚠️ " + say("**Disputed:** {reason}", reason=why))
    if standing.published and standing.grade is Grade.MAJOR and standing.earlier:
        earlier = say(terms.RATING_WORDS[standing.earlier])
        lines.append("🔁 " + say("**Corrected:** it was rated {rating}.", rating=earlier))
    if standing.stage is Stage.REVIEW:
        lines.append("⏳ " + say("Waits for a second moderator, who must rate it the same."))
    if standing.recheck_on:
        again = say("To be looked at again from {day}.", day=standing.recheck_on)
        lines.append(f"-# {again}")
    return lines


def evidence_line(evidence: Evidence) -> str:
    """Return one piece of evidence: stance, where it leads, note."""
    link = web_link(evidence.url, harmless(urlsplit(evidence.url).hostname or say("link"), 80))
    note = f": {harmless(evidence.note, 150)}" if evidence.note else ""
    return f"- {say(terms.STANCE_WORDS[evidence.stance])}: {link}{note}"


def _footer(card: Card) -> str:
    seen = len(card.appearances)
    places = say_count("{count} appearance", "{count} appearances", seen)
    if seen > 1:
        places += ", " + say_count("{count} origin", "{count} origins", card.origins)
    parts = (
        places,
        say("check-worthiness {worth}", worth=worth(card.claim)),
        say("as of {when}", when=f"<t:{int(card.last.at.timestamp())}:f>"),
    )
    return f"-# {' · '.join(parts)}"


def _within(lines: Iterable[str], budget: int) -> str:
    """Join lines while they fit into `budget` characters, and say how many were left out."""
    kept: list[str] = []
    left_out = 0
    for line in lines:
        used = sum(len(k) + 1 for k in kept)
        if not left_out and used + len(line) <= budget - 20:
            kept.append(line)
        else:
            left_out += 1
    if left_out:
        kept.append("-# " + say("and {count} more", count=left_out))
    return "\n".join(kept)
