"""A split text as its moderator sees it before anything is stored. Pure."""

from typing import Any

import discord
from discord import ui

from bot.messages.buttons import Button, thing_button
from bot.messages.excerpt import marked
from bot.messages.harmless import harmless
from bot.messages.parts import UNRATED_COLOUR, badge, layout, who
from claims.ledger.adding import AddedDraft
from claims.ledger.drafts import Draft, DraftClaim
from claims.models import Article, Kind

PAGE = 4
"""Claims on a page: each takes six of a message's 40 components and up to 900 characters."""

KIND_WORDS = {
    Kind.DIRECT: "quoted",
    Kind.MIXED: "partly quoted",
    Kind.INDIRECT: "reported",
    Kind.NARRATION: "the publisher's own words",
}


def preview(draft: Draft, *, note: str = "") -> ui.LayoutView:
    """Return one page of a draft with what can be done with each claim and with all."""
    container: ui.Container[Any] = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(_heading(draft, note)))
    for found in draft.claims:
        container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(_found(draft.article, found)))
        container.add_item(ui.ActionRow(*_choices(draft, found)))
    return layout(container, _turners(draft), _endings(draft))


def _heading(draft: Draft, note: str) -> str:
    """What was read and how much of it is kept, in at most 420 characters."""
    title = harmless(draft.article.title or "A text without a title", 150)
    by = f" · {harmless(draft.article.publisher, 80)}" if draft.article.publisher else ""
    count = "1 claim" if draft.total == 1 else f"{draft.total} claims"
    last = draft.start + len(draft.claims)
    lines = [f"### {title}", f"{count} found, {draft.kept} kept{by}"]
    if draft.total > PAGE:
        lines[1] += f" · {draft.start + 1} to {last}"
    lines.append(f"-# {note or 'Nothing is stored until you add them.'}")
    return "\n".join(lines)


def _found(article: Article, found: DraftClaim) -> str:
    """One claim in at most 900 characters: who, how, its words marked, what it repeats."""
    claim = found.claim
    state = "" if found.kept else "❌ *dropped* · "
    facts = f"{KIND_WORDS[claim.kind]} · check-worthiness {claim.check_worthiness:.2f}"
    lines = [
        f"{state}**{found.place + 1}.** {who(claim.source, limit=50)} · {facts}",
        f"> {marked(article.text, claim.content, 290)}",
    ]
    if claim.text != " … ".join(span.of(article.text) for span in claim.content):
        lines.append(f"-# Claim: {harmless(claim.text, 150)}")
    if said := _repeats(found):
        lines.append(f"-# 🔁 {said}")
    return "\n".join(lines)


def _repeats(found: DraftClaim) -> str:
    """Say which known claim this one repeats or is near to, in at most 250 characters."""
    if found.known is not None:
        return f"Adds an appearance to **#{found.known}**, which says the same."
    if found.same_as is not None:
        return f"Will be merged into **#{found.same_as}**."
    if found.like is None:
        return ""
    near = found.like.claim
    differs = f" ⚠️ It differs in {harmless('; '.join(found.like.differs), 80)}"
    end = differs if found.like.differs else ""
    by = harmless(near.source.name, 30)
    return (
        f"Near **#{near.number}** of {by}, {badge(near.standing)}: {harmless(near.text, 60)}{end}"
    )


BEYOND_NUMBERS = 10**10
"""No claim has a number of 2**32 or more: half of its row's id is its number."""


def pair(place: int, number: int) -> int:
    """Return one number for a claim's place and the number of another claim, for a button's id."""
    return place * BEYOND_NUMBERS + number


def unpair(detail: int) -> tuple[int, int]:
    """Return place and number of what `pair` returned."""
    return divmod(detail, BEYOND_NUMBERS)


def _choices(draft: Draft, found: DraftClaim) -> list[Button]:
    verb, label = ("drop", "Drop") if found.kept else ("keep", "Keep")
    return [
        thing_button("draft", verb, draft.id, found.place, label=label),
        thing_button("draft", "edit", draft.id, found.place, label="Edit"),
        *_joining(draft, found),
    ]


def _joining(draft: Draft, found: DraftClaim) -> list[Button]:
    if found.same_as is not None:
        return [thing_button("draft", "apart", draft.id, found.place, label="Not the same")]
    if found.like is None:
        return []
    number = found.like.claim.number
    detail = pair(found.place, number)
    return [thing_button("draft", "same", draft.id, detail, label=f"Same as #{number}")]


def _turners(draft: Draft) -> list[Button]:
    if draft.total <= PAGE:
        return []
    return [
        thing_button(
            "draft",
            "page",
            draft.id,
            max(0, draft.start - PAGE),
            label="← Earlier",
            disabled=draft.start == 0,
        ),
        thing_button(
            "draft",
            "page",
            draft.id,
            draft.start + PAGE,
            label="Later →",
            disabled=draft.start + PAGE >= draft.total,
        ),
    ]


def _endings(draft: Draft) -> list[Button]:
    count = "1 claim" if draft.kept == 1 else f"{draft.kept} claims"
    row = [
        thing_button(
            "draft",
            "add",
            draft.id,
            label=f"Add {count}",
            style=discord.ButtonStyle.success,
            disabled=not draft.kept,
        )
    ]
    if draft.kept < draft.total:
        row.append(thing_button("draft", "all", draft.id, draft.start, label="Keep all"))
    if draft.kept and draft.total > 1:
        row.append(thing_button("draft", "none", draft.id, draft.start, label="Drop all"))
    row.append(
        thing_button("draft", "cancel", draft.id, label="Cancel", style=discord.ButtonStyle.danger)
    )
    if draft.ask_id is not None:
        row.append(
            thing_button("draft", "dismiss", draft.id, draft.ask_id, label="Dismiss request")
        )
    return row


def done(text: str, *buttons: Button) -> ui.LayoutView:
    """Return what takes the preview's place when it is over."""
    container: ui.Container[Any] = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(text))
    return layout(container, buttons)


def added_words(outcome: AddedDraft) -> str:
    """Say what adding a draft came to, in numbers that people can look up."""
    added = outcome.added
    parts = []
    if added.new:
        count = "1 claim was" if len(added.new) == 1 else f"{len(added.new)} claims were"
        parts.append(f"{count} added: {_numbers(added.new)}.")
    if added.known:
        parts.append(f"Another appearance was added to {_numbers(added.known)}.")
    merged = [f"#{number} into #{into}" for number, into in outcome.merged[:10]]
    if merged:
        parts.append(f"Merged: {', '.join(merged)}. /review undo takes one apart again.")
    if added.is_repeat:
        parts.append("This text is in the ledger already, so nothing was added.")
    return " ".join(parts)


def _numbers(numbers: tuple[int, ...]) -> str:
    """Return "#3", "#3 and #7" or "#3 to #9"; of many that are not in a row the first ones."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return f"#{numbers[0]} to #{numbers[-1]}"
    shown = [f"#{number}" for number in numbers[:10]]
    if len(numbers) > 10:
        shown.append(f"{len(numbers) - 10} more")
    return " and ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))
