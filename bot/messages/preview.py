"""A split text as its moderator sees it before anything is stored. Pure."""

from bot.messages import ui
from bot.messages.check import what_differs
from bot.messages.excerpt import marked
from bot.messages.harmless import harmless
from bot.messages.parts import KIND_WORDS, badge, layout, source_name, who, worth
from bot.presses import drafts as presses
from bot.presses.base import Press, button
from claims.models import Article
from claims.records.drafts import AddedDraft, Draft, DraftClaim
from claims.rules.ratings import UNRATED_COLOUR
from claims.wording import say, say_count, say_inline

PAGE = 4
"""Claims on a page: each takes six of a message's 40 components and up to 910 characters."""


def preview(draft: Draft, *, note: str = "") -> ui.LayoutView:
    """Return one page of a draft with what can be done with each claim and with all."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(_heading(draft, note)))
    for found in draft.claims:
        container.add_item(ui.Separator())
        container.add_item(ui.TextDisplay(_found(draft.article, found)))
        container.add_item(ui.ActionRow(*_choices(draft, found)))
    return layout(container, _turners(draft), _endings(draft))


def _heading(draft: Draft, note: str) -> str:
    """What was read and how much of it is kept, in at most 360 characters."""
    title = harmless(draft.article.title or say("A text without a title"), 150)
    facts = [
        say_count(
            "{count} claim found, {kept} kept",
            "{count} claims found, {kept} kept",
            draft.total,
            kept=draft.kept,
        ),
        harmless(draft.article.publisher, 80),
    ]
    if draft.total > PAGE:
        last = draft.start + len(draft.claims)
        facts.append(say("{first} to {last}", first=draft.start + 1, last=last))
    note = note or say("Nothing is stored until you add them.")
    return f"### {title}\n{' · '.join(filter(None, facts))}\n-# {note}"


def _found(article: Article, found: DraftClaim) -> str:
    """One claim in at most 910 characters: who, how, its words marked, what it repeats."""
    claim = found.claim
    facts = [
        f"**{found.place + 1}.** {who(claim.source, limit=50)}",
        say(KIND_WORDS[claim.kind]),
        say("check-worthiness {worth}", worth=worth(claim)),
    ]
    if not found.kept:
        facts.insert(0, f"❌ *{say_inline('Dropped')}*")
    lines = [" · ".join(facts), f"> {marked(article.text, claim.content, 270)}"]
    if claim.text != " … ".join(span.of(article.text) for span in claim.content):
        lines.append("-# " + say("Claim: {words}", words=harmless(claim.text, 150)))
    if said := _repeats(found):
        lines.append(f"-# 🔁 {said}")
    return "\n".join(lines)


def _repeats(found: DraftClaim) -> str:
    """Say which known claim this one repeats or is near to, in at most 280 characters."""
    if found.known is not None:
        return say(
            "Adds an appearance to **#{number}**, where the same words of the same source are"
            " known. Other words (Edit) make it another claim.",
            number=found.known,
        )
    if found.same_as is not None:
        return say("Will be merged into **#{number}**.", number=found.same_as)
    if found.like is None:
        return ""
    near = found.like.claim
    line = say(
        "Near **#{number}** of {source}, {badge}: {words}",
        number=near.number,
        source=source_name(near.source.name, 30),
        badge=badge(near.standing),
        words=harmless(near.text, 60),
    )
    return f"{line} {what_differs(found.like, 80)}" if found.like.differs else line


def _choices(draft: Draft, found: DraftClaim) -> list[ui.Button]:
    keeps: Press = presses.KeepFound(draft.id, found.place)
    if found.kept:
        keeps = presses.DropFound(draft.id, found.place)
    edits = presses.EditFound(draft.id, found.place)
    return [button(keeps), button(edits), *_joining(draft, found)]


def _joining(draft: Draft, found: DraftClaim) -> list[ui.Button]:
    if found.same_as is not None:
        return [button(presses.PartFound(draft.id, found.place))]
    if found.like is None:
        return []
    number = found.like.claim.number
    joins = presses.JoinFound(draft.id, found.place, number)
    return [button(joins, say("Same as #{number}", number=number))]


def _turners(draft: Draft) -> list[ui.Button]:
    if draft.total <= PAGE:
        return []
    back = presses.TurnDraft(draft.id, max(0, draft.start - PAGE))
    on = presses.TurnDraft(draft.id, draft.start + PAGE)
    return [
        button(back, say("← Earlier"), disabled=draft.start == 0),
        button(on, say("Later →"), disabled=draft.start + PAGE >= draft.total),
    ]


def _endings(draft: Draft) -> list[ui.Button]:
    label = say_count("Add {count} claim", "Add {count} claims", draft.kept)
    row = [button(presses.AddDraft(draft.id), label, disabled=not draft.kept)]
    if draft.kept < draft.total:
        row.append(button(presses.KeepAll(draft.id, draft.start)))
    if draft.kept and draft.total > 1:
        row.append(button(presses.DropAll(draft.id, draft.start)))
    row.append(button(presses.CancelDraft(draft.id)))
    if draft.ask_id is not None:
        row.append(button(presses.DismissDraft(draft.id, draft.ask_id)))
    return row


def done(text: str, *buttons: ui.Button) -> ui.LayoutView:
    """Return what takes the preview's place when it is over."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(text))
    return layout(container, buttons)


def added_words(outcome: AddedDraft) -> str:
    """
    Say what adding a draft came to, in numbers that people can look up.

    Each claim is counted once: as new, as known, or as merged.
    """
    added = outcome.added
    merged = dict(outcome.merged)
    parts = []
    if new := tuple(number for number in added.new if number not in merged):
        parts.append(
            say_count(
                "{count} claim was added: {numbers}.",
                "{count} claims were added: {numbers}.",
                len(new),
                numbers=_numbers(new),
            )
        )
    if added.known:
        parts.append(
            say_count(
                "{count} claim was known and has another appearance: {numbers}.",
                "{count} claims were known and have another appearance: {numbers}.",
                len(added.known),
                numbers=_numbers(added.known),
            )
        )
    if merged:
        shown = [f"#{number} → #{into}" for number, into in outcome.merged[:10]]
        parts.append(
            say_count(
                "{count} claim was merged: {merged}. /review undo takes it apart again.",
                "{count} claims were merged: {merged}. /review undo takes one apart again.",
                len(merged),
                merged=", ".join(shown) + (" …" if len(merged) > len(shown) else ""),
            )
        )
    if added.is_repeat:
        parts.append(say("This text is in the ledger already, so nothing was added."))
    return " ".join(parts)


def _numbers(numbers: tuple[int, ...]) -> str:
    """Return "#3", "#3 and #7" or "#3 to #9"; of many that are not in a row the first ones."""
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return say("{first} to {last}", first=f"#{numbers[0]}", last=f"#{numbers[-1]}")
    shown = [f"#{number}" for number in numbers[:10]]
    if len(numbers) > 10:
        shown.append(say("{count} more", count=len(numbers) - 10))
    if len(shown) == 1:
        return shown[0]
    return say("{some} and {last}", some=", ".join(shown[:-1]), last=shown[-1])
