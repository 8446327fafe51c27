"""
Claims as people see them in Discord. Pure: nothing here talks to Discord or the ledger.

Discord shows at most 4,000 characters and 40 components in one message; every text here has a
share of that which holds for the most hostile input too.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from urllib.parse import urlsplit

from discord import ui

from bot.messages.buttons import Button, claim_button, list_button, moderator_buttons
from bot.messages.excerpt import to_words
from bot.messages.harmless import harmless
from claims import workflow
from claims.ledger.claims import Filter, Order, Page
from claims.models import Kind, Source, SourceType
from claims.records import (
    Action,
    Appearance,
    Card,
    Event,
    Evidence,
    Grade,
    Rating,
    Stage,
    Standing,
    TrackedClaim,
)

COLOURS: dict[Rating, int] = {
    Rating.VERIFIED: 0x2E9E5B,
    Rating.MOSTLY_TRUE: 0x8BC34A,
    Rating.MIXED: 0xE0B000,
    Rating.MISLEADING: 0xE67E22,
    Rating.FALSE: 0xC0392B,
    Rating.UNPROVEN: 0x7E57C2,
    Rating.NOT_CHECKABLE: 0x607D8B,
}
MARKS: dict[Rating, str] = {
    Rating.VERIFIED: "✅",
    Rating.MOSTLY_TRUE: "🟢",
    Rating.MIXED: "🟡",
    Rating.MISLEADING: "🟠",
    Rating.FALSE: "❌",
    Rating.UNPROVEN: "🟣",
    Rating.NOT_CHECKABLE: "➖",
}
UNRATED_COLOUR = 0x3498DB
STANCE_WORDS = {"supports": "Supports", "refutes": "Refutes", "context": "Context"}


def badge(standing: Standing) -> str:
    """Return the badge with its mark; colour never speaks alone."""
    rating = standing.published
    mark = MARKS[rating] if rating else "🔎" if standing.stage is Stage.CHECKING else "▫️"
    return f"{mark} {workflow.badge(standing)}"


def colour(standing: Standing) -> int:
    """Return the card's accent: the rating's, or one that no rating has."""
    return COLOURS[standing.published] if standing.published else UNRATED_COLOUR


def who(source: Source, *, limit: int = 120) -> str:
    """Return the source in bold, with its role where one is known."""
    name = f"**{harmless(source.name, limit)}**"
    if source.type is SourceType.UNNAMED:
        name += " (unnamed)"
    return f"{name}, {harmless(source.role, limit)}" if source.role else name


def person(user_id: int | None) -> str:
    """Return how a message names a person; erased people have only a pseudonym, below zero."""
    if not user_id:
        return "the ledger"
    return f"<@{user_id}>" if user_id > 0 else "a former member"


def web_link(url: str, words: str, *, limit: int = 520) -> str:
    """Return a Markdown link whose address cannot break out; only the words if it is too long."""
    address = url.replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")
    if not address.startswith(("http://", "https://")) or len(address) > limit:
        return words
    return f"[{words}](<{address}>)"


def layout(container: ui.Container[ui.LayoutView], *rows: Sequence[Button]) -> ui.LayoutView:
    """
    Return a message of one container and rows of at most five buttons each.

    The view is stopped: `presses` answers by custom id, so nothing need stay in memory.
    """
    view = ui.LayoutView(timeout=None)
    view.add_item(container)
    for row in rows:
        if row:
            view.add_item(ui.ActionRow(*row))
    view.stop()
    return view


def shared_card(card: Card) -> ui.LayoutView:
    """Return one claim's card for everybody, with the buttons that everybody may press."""
    claim = card.claim
    return layout(
        _container(card),
        [claim_button(verb, claim.number) for verb in ("show", "context", "history")],
    )


def private_card(card: Card, *, moderator: bool, follows: bool, now: datetime) -> ui.LayoutView:
    """Return one claim's card for one person, with the buttons that this person may press now."""
    claim = card.claim
    everyone = [
        claim_button("context", claim.number),
        claim_button("history", claim.number),
        claim_button("unfollow" if follows else "follow", claim.number),
        claim_button("share", claim.number),
    ]
    if claim.standing.stage in (Stage.OPEN, Stage.CHECKING, Stage.REVIEW):
        everyone.append(claim_button("ask", claim.number))
    decisions = moderator_buttons(card, now) if moderator else []
    return layout(_container(card), everyone, decisions[:5], decisions[5:])


def _container(card: Card) -> ui.Container[ui.LayoutView]:
    claim, standing = card.claim, card.claim.standing
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=colour(standing))
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
    claim = card.claim
    verb = "reported by" if claim.kind is Kind.NARRATION else "claimed by"
    when = f" · stated {harmless(claim.stated_on, 60)}" if claim.stated_on else ""
    line = f"{verb} {who(claim.source)}{when}{_as_dates(claim.stated_between)}"
    quoted = " … ".join(card.appearances[0].quoted) if card.appearances else ""
    if claim.kind in (Kind.DIRECT, Kind.MIXED) and quoted not in ("", claim.text):
        line += f"\n-# In the article's words: {harmless(quoted, 300)}"
    return line


def _as_dates(between: tuple[date, date] | None) -> str:
    if between is None:
        return ""
    first, last = between
    return f" ({first})" if first == last else f" ({first} to {last})"


def _appearance(appearance: Appearance) -> str:
    title = harmless(appearance.title or "an article without a title", 120)
    words = appearance.quoted[0] if appearance.quoted else ""
    link = to_words(appearance.url, words, limit=300)
    parts = [web_link(link, title, limit=300), harmless(appearance.publisher, 60)]
    if appearance.published_on:
        parts.append(appearance.published_on.isoformat())
    return "-# In: " + ", ".join(part for part in parts if part)


def _rating(card: Card) -> str:
    """What moderators found so far, or what is under way, and on what evidence."""
    standing = card.claim.standing
    lines = _banners(card)
    if standing.published and standing.rated_at:
        moment = int(standing.rated_at.timestamp())
        lines.append(
            f"Rated by {person(standing.rated_by)} <t:{moment}:D>: {harmless(standing.reason, 400)}"
        )
    if standing.published and standing.relaxed:
        lines.append("-# On less evidence than two independent origins or a primary source.")
    if standing.stage is Stage.CHECKING and standing.assigned_until:
        until = int(standing.assigned_until.timestamp())
        lines.append(f"{person(standing.assignee)} is checking it, until <t:{until}:R>.")
    if card.evidence:
        lines.append(_within(map(evidence_line, card.evidence), 700))
    return "\n".join(lines)


def _banners(card: Card) -> list[str]:
    """What a reader has to know before the rating: disputes, corrections, open questions."""
    standing, lines = card.claim.standing, []
    if standing.merged_into is not None:
        lines.append(f"↪️ **Merged** into #{standing.merged_into}, which says the same.")
    if standing.stage is Stage.DISPUTED:
        why = card.last.reason if card.last.action is Action.DISPUTE else "its history says why."
        lines.append(f"⚠️ **Disputed:** {harmless(why, 250)}")
    if standing.published and standing.grade is Grade.MAJOR and standing.earlier:
        lines.append(f"🔁 **Corrected:** it was rated {workflow.RATING_WORDS[standing.earlier]}.")
    if standing.stage is Stage.REVIEW:
        lines.append("⏳ Waits for a second moderator, who must rate it the same.")
    if standing.recheck_on:
        lines.append(f"-# To be looked at again from {standing.recheck_on}.")
    return lines


def evidence_line(evidence: Evidence) -> str:
    """Return one piece of evidence: stance, where it leads, note."""
    link = web_link(evidence.url, harmless(urlsplit(evidence.url).hostname or "link", 80))
    note = f": {harmless(evidence.note, 150)}" if evidence.note else ""
    return f"- {STANCE_WORDS[evidence.stance]}: {link}{note}"


def _footer(card: Card) -> str:
    seen = len(card.appearances)
    places = "1 appearance" if seen == 1 else f"{seen} appearances"
    if seen > 1:
        places += f", {card.origins} origin{'' if card.origins == 1 else 's'}"
    worth = f"check-worthiness {card.claim.check_worthiness:.2f}"
    moment = int(card.last.at.timestamp())
    return f"-# {places} · {worth} · as of <t:{moment}:f>"


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
        kept.append(f"-# and {left_out} more")
    return "\n".join(kept)


def claim_list(page: Page, wanted: Filter) -> ui.LayoutView:
    """Return one page of claims, each with a button that opens it, and the page's turners."""
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"### Claims{_described(wanted)}"))
    if not page.claims:
        container.add_item(ui.TextDisplay("None here. Fewer filters may find more."))
    for claim in page.claims:
        container.add_item(
            ui.Section(list_line(claim), accessory=claim_button("show", claim.number))
        )
    back, on = ("← Newer", "Older →") if wanted.order is Order.NEWEST else ("← Back", "More →")
    turners = [
        list_button(label, wanted, start, upwards=upwards)
        for label, start, upwards in ((back, page.newer, True), (on, page.older, False))
        if start is not None
    ]
    return layout(container, turners)


def list_line(claim: TrackedClaim) -> str:
    """Return a claim in two lines of at most 420 characters."""
    text, source = harmless(claim.text, 220), harmless(claim.source.name, 60)
    return f"**#{claim.number}** {text}\n-# {badge(claim.standing)} · {source}"


def _described(wanted: Filter) -> str:
    parts = []
    if wanted.stage:
        parts.append(workflow.STAGE_WORDS[wanted.stage].lower())
    if wanted.rating:
        parts.append(workflow.RATING_WORDS[wanted.rating].lower())
    if wanted.words.strip():
        parts.append(f"with “{harmless(wanted.words, 80)}”")
    if wanted.followed_by:
        parts.append("that you follow")
    if wanted.order is not Order.NEWEST:
        parts.append(ORDER_WORDS[wanted.order])
    return f": {', '.join(parts)}" if parts else ""


ORDER_WORDS = {
    Order.NEWEST: "newest first",
    Order.WORTH: "most check-worthy first",
    Order.ASKED: "most asked for first",
    Order.OLDEST_OPEN: "not checked yet, oldest first",
    Order.MATCH: "best match first",
}


def history(number: int, events: tuple[Event, ...], older: int | None) -> ui.LayoutView:
    """Return a page of a claim's history, newest first."""
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"### History of #{number}"))
    container.add_item(ui.TextDisplay("\n".join(map(_event_line, events))))
    row = [claim_button("show", number)]
    if older is not None:
        row.append(claim_button("history", number, older, label="Older"))
    return layout(container, row)


DONE_WORDS = {
    "add": "added the claim",
    "take": "took it for checking",
    "release": "released it",
    "rate": "rated it",
    "dispute": "marked the rating as disputed",
    "drop": "dropped it",
    "reopen": "reopened it",
    "evidence": "added evidence",
    "withdraw": "withdrew evidence",
    "edit": "changed its words",
    "tag": "changed its tags",
    "recheck": "set when to look again",
    "merge": "merged it with another claim",
    "unmerge": "made a merged claim one of its own",
    "undo": "took the change before back",
}


def _event_line(event: Event) -> str:
    """One event in at most 350 characters: when, who, what, from which badge to which, why."""
    actor = person(event.actor)
    actor = actor[0].upper() + actor[1:]
    line = f"- <t:{int(event.at.timestamp())}:f> {actor} {DONE_WORDS[event.action]}"
    if event.before is not None:
        line += f": {workflow.badge(event.before)} → **{workflow.badge(event.after)}**"
    return f"{line}. {harmless(event.reason, 200)}" if event.reason else line
