"""A claim's history as people see it. Pure."""

from discord import ui

from bot.messages.buttons import claim_button
from bot.messages.harmless import harmless
from bot.messages.parts import UNRATED_COLOUR, layout, person
from claims import workflow
from claims.records import Event


def history_message(number: int, events: tuple[Event, ...], older: int | None) -> ui.LayoutView:
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
