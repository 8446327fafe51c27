"""/help as people see it: what to do here, step by step, and each group's commands. Pure."""

from collections.abc import Sequence

from discord import app_commands

from bot.messages import ui
from bot.messages.parts import layout
from bot.presses.base import button
from bot.presses.pages import ShowTopic
from claims.rules.ratings import UNRATED_COLOUR
from claims.wording import phrase, say

Command = app_commands.Command[app_commands.Group, ..., None]
Topics = Sequence[app_commands.Group]
"""Groups of commands, each with a page of its own."""

OVERVIEW = "overview"

EVERYONE = phrase(
    "Claims from news articles: who said what, in which words, and what was found of it."
    " Answers are private; *Share* shows one to the channel.\n"
    "- `/claim list` or `/claim search` finds claims; *Open* shows one, *In context* the"
    " paragraph that it is from.\n"
    "- `/claim check` looks up a text or a link; so does *Apps › Check this* on a message.\n"
    "- *Follow* tells you when a claim is decided; *Ask for a check* puts it before moderators.\n"
    "- *Object* tells moderators what is wrong with a rating; they decide.\n"
    "- `/stats` shows in numbers how the claims here stand."
)

MODERATORS = phrase(
    "**A moderator's day**\n"
    "1. `/intake paste` or `/intake file` finds the claims in a text. Keep, drop or edit each;"
    " nothing is stored until you press *Add*.\n"
    "2. `/review queue` shows what waits. Open a claim and *Take* it, so that nobody else does.\n"
    "3. *Verify* or *Rate* asks for a rating, a reason and links. *Undo* takes a decision back"
    " for 15 minutes.\n"
    "4. Where two have to agree, a second moderator finds it in the queue and rates it the same.\n"
    "5. If you find out more, *Rate* it again: that is shown as a correction.\n"
    "6. `/review reports` shows what members object to. Accept it, and the rating is disputed.\n"
    "7. `/review edit`, `/review tag`, `/review merge` and others keep the ledger in order."
)

MANAGERS = phrase(
    "**Setting up**\n"
    "1. `/setup moderators` says who rates claims, `/setup rules` by which rules.\n"
    "2. `/setup seeds` loads an article to begin with.\n"
    "3. `/digest set` posts every day what changed; `/digest now` does it at once.\n"
    "4. `/setup check` says what is missing."
)


def overview(topics: Topics, *, moderator: bool, manager: bool) -> ui.LayoutView:
    """Return what this person does here first, with a button for each group of commands."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"## {say('Claim tracker')}\n{say(EVERYONE)}"))
    if moderator:
        container.add_item(ui.TextDisplay(say(MODERATORS)))
    if manager:
        container.add_item(ui.TextDisplay(say(MANAGERS)))
    languages = say("Answers are in your own language, posts in the server's: English or German.")
    container.add_item(ui.TextDisplay(f"-# {languages}\n{say('-# Every command, by its group:')}"))
    return layout(container, *_rows(topics))


def topic(group: app_commands.Group, topics: Topics) -> ui.LayoutView:
    """Return one group's commands, each in a line, with the buttons to go on or back."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    lines = [f"- `/{c.qualified_name}` {say(c.description)}" for c in group.commands]
    container.add_item(ui.TextDisplay(f"## /{group.name}\n{say(group.description)}"))
    container.add_item(ui.TextDisplay("\n".join(lines)))
    return layout(container, *_rows(topics, at=group.name))


def _rows(topics: Topics, at: str = OVERVIEW) -> list[list[ui.Button]]:
    """Return buttons, at most five in a row; the page that is shown has a dead one."""
    pages = [(OVERVIEW, say("Overview")), *((group.name, f"/{group.name}") for group in topics)]
    buttons = [button(ShowTopic(name), label, disabled=at == name) for name, label in pages]
    return [buttons[start : start + 5] for start in range(0, len(buttons), 5)]
