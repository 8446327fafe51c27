"""The message by which the bot introduces itself to a server. Pure."""

from bot.messages import ui
from bot.messages.help import MANAGERS
from bot.messages.mark import mark
from bot.messages.parts import layout
from bot.presses.base import button
from bot.presses.pages import LoadExample, ShowPrivacy, ShowSetup
from claims.records.notices import Greeting
from claims.rules.ratings import UNRATED_COLOUR
from claims.wording import phrase, say

INTRODUCTION = phrase(
    "A news article goes in and comes out as claims: who said what, in which words. Everybody can"
    " look them up and follow them; moderators rate them, with evidence, and every change stays in"
    " the history. `/help` shows what you can do here."
)

BUTTONS = phrase(
    "**Three things to press**\n"
    "- *Set up* shows what is chosen here and what is missing, to whoever may manage the server.\n"
    "- *Try an example* lets a moderator load an article that comes with the bot.\n"
    "- *What is kept* says what is stored about people."
)


def welcome(greeting: Greeting) -> ui.LayoutView:
    """Return what this is, three things to press, and how to set it up."""
    container = ui.Container(accent_colour=UNRATED_COLOUR)
    for words in (f"## {say('Claim tracker')}\n{say(INTRODUCTION)}", say(BUTTONS), say(MANAGERS)):
        container.add_item(ui.TextDisplay(words))
    container.add_item(mark_of(greeting))
    return layout(
        container, [button(press) for press in (ShowSetup(), LoadExample(), ShowPrivacy())]
    )


def mark_of(greeting: Greeting) -> ui.TextDisplay:
    """Return the line by which the message is known again."""
    return mark(greeting.guild_id, greeting.claimed_at)
