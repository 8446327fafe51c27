"""A claim's history as people see it. Pure."""

from bot.messages import ui
from bot.messages.buttons import claim_button
from bot.messages.harmless import harmless
from bot.messages.parts import UNRATED_COLOUR, layout, person
from claims import terms
from claims.records import Event
from claims.wording import say


def history_message(number: int, events: tuple[Event, ...], older: int | None) -> ui.LayoutView:
    """Return a page of a claim's history, newest first."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay("### " + say("History of #{number}", number=number)))
    container.add_item(ui.TextDisplay("\n".join(map(_event_line, events))))
    row = [claim_button("show", number)]
    if older is not None:
        row.append(claim_button("history", number, older, label=say("Older →")))
    return layout(container, row)


def _event_line(event: Event) -> str:
    """One event in at most 350 characters: when, who, what, from which badge to which, why."""
    actor = person(event.actor)
    done = say(
        "{who} {did}",
        who=actor[0].upper() + actor[1:],
        did=say(terms.DONE_WORDS[event.action]),
    )
    line = f"- <t:{int(event.at.timestamp())}:f> {done}"
    if event.before is not None:
        line += f": {terms.badge(event.before)} → **{terms.badge(event.after)}**"
    return f"{line}. {harmless(terms.reason_words(event.reason), 200)}" if event.reason else line
