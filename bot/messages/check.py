"""What is known about a text, as the person who asked sees it. Pure."""

from collections.abc import Sequence
from typing import NamedTuple

from bot.messages import ui
from bot.messages.front import named
from bot.messages.harmless import harmless, literal
from bot.messages.lists import list_line
from bot.messages.parts import layout
from bot.presses.base import button
from bot.presses.checks import AskForTextCheck, ShareCheck
from bot.presses.claims import ShowClaim
from claims.matching import differences
from claims.matching.similarity import NEAR
from claims.records.lists import Known
from claims.rules.ratings import UNRATED_COLOUR
from claims.wording import say

MOST_SAME = 4
MOST_NEAR = 3
"""Claims in an answer; each takes at most 480 of a message's 4,000 characters."""

FAR = 0.5
"""The share of the best rank below which a claim is left out: further down, one common word is
all that the texts share. Likeness cannot tell: in texts about the shipped article related claims
had 31 to 76, and unrelated ones 22 to 47."""


class Told(NamedTuple):
    """What is told of all that may be meant: what says the same, and what only sounds like it."""

    same: tuple[Known, ...]
    near: tuple[Known, ...]


def told(known: Sequence[Known]) -> Told:
    """Choose what to tell, best first."""
    same = [found for found in known if found.likeness >= NEAR and not found.differs]
    near = [
        found
        for found in known
        if found not in same and found.score >= FAR * max(each.score for each in known)
    ]
    return Told(tuple(same[:MOST_SAME]), tuple(near[:MOST_NEAR]))


def check_message(text: str, known: Told, *, ask_id: int, asked: str = "") -> ui.LayoutView:
    """
    Return what is known about `text`, and buttons that ask for a check of it and share this.

    What says the same and what only sounds like it stand apart, the latter with what differs.
    `asked` is what asking came to where that is done already.
    """
    container = _answer(text, known, asked)
    row = []
    if known.same or known.near:
        row.append(button(ShareCheck(ask_id)))
    if not asked:
        row.append(_ask_button(known, ask_id))
    return layout(container, row)


def shared_check(text: str, known: Told, *, ask_id: int | None, asker: int) -> ui.LayoutView:
    """Return the same for everybody, with whose question it is."""
    who = say("{person} looked this up", person=named(asker))
    container = _answer(text, known, f"-# {who}")
    return layout(container, [_ask_button(known, ask_id)] if ask_id else [])


def _answer(text: str, known: Told, note: str) -> ui.Container:
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"> {literal(text, 250)}"))
    if note:
        container.add_item(ui.TextDisplay(note))
    if known.same:
        _list(container, say("Known here"), known.same)
    if known.near:
        only = say("Nothing here says just this")
        _list(container, say("Near it, by the words") if known.same else only, known.near)
    if not known.same and not known.near:
        nothing = say("Nothing is known about this here yet")
        container.add_item(ui.TextDisplay(f"### {nothing}"))
    return container


def _ask_button(known: Told, ask_id: int) -> ui.Button:
    plain = not known.same and not known.near
    return button(AskForTextCheck(ask_id), "" if plain else say("None of these: ask for a check"))


def what_differs(known: Known, limit: int) -> str:
    """Say in at most `limit` characters, and some ten, in what a text differs from a claim."""
    told = differences.told(known.differs, here=say("the text"), there=f"#{known.claim.number}")
    return "⚠️ " + say("It differs: {differences}", differences=harmless(told, limit))


def _list(container: ui.Container, heading: str, found: Sequence[Known]) -> None:
    container.add_item(ui.TextDisplay(f"### {heading}"))
    for each in found:
        container.add_item(ui.Section(_line(each), button(ShowClaim(each.claim.number))))


def _line(found: Known) -> str:
    """One claim in at most 480 characters; what differs is said, never left to be overlooked."""
    line = list_line(found.claim)
    if not found.differs:
        return line
    return f"{line}\n-# {what_differs(found, 150)}"
