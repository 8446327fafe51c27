"""What is known about a text, as the person who asked sees it. Pure."""

from collections.abc import Sequence

from bot.messages import ui
from bot.messages.buttons import claim_button, thing_button
from bot.messages.harmless import harmless
from bot.messages.lists import list_line
from bot.messages.parts import UNRATED_COLOUR, layout
from claims import differing
from claims.ledger.lookup.knowing import Known
from claims.matching import NEAR
from claims.wording import say

MOST_SAME = 4
MOST_NEAR = 3
"""Claims in an answer; each takes at most 480 of a message's 4,000 characters."""

FAR = 0.5
"""The share of the best rank below which a claim is left out: further down, one common word is
all that the texts share. Likeness cannot tell: in texts about the shipped article related claims
had 31 to 76, and unrelated ones 22 to 47."""


def check_message(
    text: str, known: Sequence[Known], *, ask_id: int, asked: str = ""
) -> ui.LayoutView:
    """
    Return what is known about `text`, best first, and a button that asks for a check of it.

    What says the same and what only sounds like it stand apart, the latter with what differs.
    `asked` is what asking came to where that is done already.
    """
    same = [found for found in known if found.likeness >= NEAR and not found.differs]
    near = [
        found
        for found in known
        if found not in same and found.score >= FAR * max(each.score for each in known)
    ]
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"> {harmless(text, 250)}"))
    if asked:
        container.add_item(ui.TextDisplay(asked))
    if same:
        _list(container, say("Known here"), same[:MOST_SAME])
    if near:
        heading = say("Near it, by the words") if same else say("Nothing here says just this")
        _list(container, heading, near[:MOST_NEAR])
    if not same and not near:
        nothing = say("Nothing is known about this here yet")
        container.add_item(ui.TextDisplay(f"### {nothing}"))
    row = []
    if not asked:
        plain = not same and not near
        label = say("Ask for a check") if plain else say("None of these: ask for a check")
        row.append(thing_button("ask", "ask", ask_id, label=label))
    return layout(container, row)


def what_differs(known: Known, limit: int) -> str:
    """Say in at most `limit` characters, and some ten, in what a text differs from a claim."""
    told = differing.told(known.differs, here=say("the text"), there=f"#{known.claim.number}")
    return "⚠️ " + say("It differs: {differences}", differences=harmless(told, limit))


def _list(container: ui.Container, heading: str, found: Sequence[Known]) -> None:
    container.add_item(ui.TextDisplay(f"### {heading}"))
    for each in found:
        button = claim_button("show", each.claim.number)
        container.add_item(ui.Section(_line(each), accessory=button))


def _line(found: Known) -> str:
    """One claim in at most 480 characters; what differs is said, never left to be overlooked."""
    line = list_line(found.claim)
    if not found.differs:
        return line
    return f"{line}\n-# {what_differs(found, 150)}"
