"""The modal of intake for a pasted text."""

from typing import NamedTuple

from bot.answers.forms import Modal
from bot.presses.forms import PasteForm
from bot.refused_forms import Typed
from claims.ledger.articles.articles import PUBLISHER_LIMIT, TITLE_LIMIT
from claims.rules.workflow import URL_LIMIT
from claims.wording import phrase, say

MOST_PASTED = 4000
"""Characters of a text input; Discord allows no more. Longer texts are files."""


class PasteModal(Modal):
    """A text and what is known about it."""

    def __init__(self, asked: PasteForm, typed: Typed) -> None:
        super().__init__(say("Read a text"), asked)
        for label, help_, most in FIELDS:
            self.field(
                label,
                say(label),
                help_=say(help_),
                value=typed.get(label, ""),
                most=most,
                required=label == TEXT,
                long=label == TEXT,
            )


class Field(NamedTuple):
    """A field of the form; its id is its label in English, in whatever language it is shown."""

    label: str
    description: str
    most: int


TEXT = "Text"
FIELDS = (
    Field(phrase("Text"), phrase("In English; longer texts go into /intake file."), MOST_PASTED),
    Field(
        phrase("Title"),
        phrase("Left out: the first line, if it stands alone."),
        min(TITLE_LIMIT, 300),
    ),
    Field(
        phrase("Publisher"),
        phrase("Who published it; the source of what it says itself."),
        PUBLISHER_LIMIT,
    ),
    Field(phrase("Date"), phrase("When it was published, as 2026-03-31."), 10),
    Field(phrase("Link"), phrase("Where it is on the web."), URL_LIMIT),
)
