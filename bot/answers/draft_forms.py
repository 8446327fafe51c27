"""Modals of intake: a pasted text, and other words for a found claim."""

from collections.abc import Awaitable, Callable
from typing import NamedTuple

import discord
from discord import ui

from bot.answers.forms import Form, TryAgain
from bot.interaction import Interaction
from claims.errors import ClaimsError
from claims.ledger.articles import CLAIM_LIMIT, PUBLISHER_LIMIT, TITLE_LIMIT
from claims.wording import phrase, say
from claims.workflow import URL_LIMIT

MOST_PASTED = 4000
"""Characters of a text input; Discord allows no more. Longer texts are files."""


class Pasted(NamedTuple):
    """What was typed, as it was typed."""

    text: str = ""
    title: str = ""
    publisher: str = ""
    day: str = ""
    link: str = ""


NOTHING = Pasted()


Read = Callable[[Interaction, Pasted], Awaitable[None]]
"""What is done with a pasted text, the interaction being deferred."""


class PasteForm(Form):
    """A text and what is known about it. A refusal offers the form again with all of it."""

    def __init__(self, form_id: str, read: Read, typed: Pasted = NOTHING) -> None:
        super().__init__(title=say("Read a text"), custom_id=form_id)
        self.read = read
        self.inputs = [
            self._input(*field, default=value) for field, value in zip(_FIELDS, typed, strict=True)
        ]

    def _input(
        self, label: str, description: str, most: int, *, default: str
    ) -> "ui.TextInput[PasteForm]":
        is_text = label == _FIELDS[0].label
        field: ui.TextInput[PasteForm] = ui.TextInput(
            custom_id=label,
            style=discord.TextStyle.paragraph if is_text else discord.TextStyle.short,
            required=is_text,
            max_length=most,
            default=default or None,
        )
        self.add_item(ui.Label(text=say(label), description=say(description), component=field))
        return field

    async def on_submit(self, interaction: Interaction) -> None:  # type: ignore[override]
        typed = Pasted(*(field.value for field in self.inputs))
        await submit_paste(interaction, self.custom_id, self.read, typed)


async def submit_paste(interaction: Interaction, form_id: str, read: Read, typed: Pasted) -> None:
    """Read what was typed; where that is refused, offer the form again with all of it."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    try:
        await read(interaction, typed)
    except ClaimsError as refused:
        again = TryAgain(str(refused), PasteForm(form_id, read, typed))
        await interaction.followup.send(view=again, ephemeral=True)


class Field(NamedTuple):
    """A field of the form; its id is its label in English, in whatever language it is shown."""

    label: str
    description: str
    most: int


_FIELDS = (
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


class EditForm(Form):
    """Other words for a found claim; the words in the article stay what they are."""

    def __init__(
        self, form_id: str, text: str, edit: Callable[[Interaction, str], Awaitable[None]]
    ) -> None:
        super().__init__(title=say("Edit a found claim"), custom_id=form_id)
        self.edit = edit
        self.text: ui.TextInput[EditForm] = ui.TextInput(
            custom_id="Claim",
            style=discord.TextStyle.paragraph,
            max_length=CLAIM_LIMIT,
            default=text[:CLAIM_LIMIT],
        )
        help_ = say(
            "So that it can be understood by itself. The article's own words stay as they are."
        )
        self.add_item(ui.Label(text=say("Claim"), description=help_, component=self.text))

    async def on_submit(self, interaction: Interaction) -> None:  # type: ignore[override]
        await self.edit(interaction, self.text.value)
