"""Presses on buttons and sent forms: what it is, whose it is, then what it is for."""

from typing import Any

from bot.answers import (
    articles,
    checks,
    claim_buttons,
    claim_lists,
    decisions,
    digest_lists,
    drafts,
    edits,
    queue,
    reports,
    sources,
    stats,
    welcome,
    whose,
)
from bot.answers import help as help_
from bot.answers.again import offer_again
from bot.answers.registry import BUTTONS, OPENED, SENT, answers
from bot.errors import answered
from bot.interaction import Interaction
from bot.presses.base import Form
from bot.presses.forms import TryAgain
from bot.presses.old import find_button, find_form
from bot.refused_forms import Typed
from bot.wellformed import typed_in
from claims.errors import RefusedError
from claims.wording import say

ANSWERING = (
    *(articles, checks, claim_buttons, claim_lists, decisions, digest_lists, drafts, edits),
    *(help_, queue, reports, sources, stats, welcome),
)
"""The modules whose functions answer buttons and forms; each names its own when it is loaded."""


async def press(interaction: Interaction) -> None:
    """Answer a pressed button, however long ago its message was sent."""
    await answered(interaction, _pressed(interaction))


async def _pressed(interaction: Interaction) -> None:
    found = find_button(_custom_id(interaction))
    if found is None:
        raise RefusedError(
            say("This button is from an older version. /help shows what there is now.")
        )
    await whose.require(interaction, found)
    await BUTTONS[type(found)](interaction, found)


async def take(interaction: Interaction) -> None:
    """
    Answer a form that was sent, whenever it was opened.

    Whatever goes wrong is told with the form as it was, so that nothing typed is lost by it.
    """
    form = find_form(_custom_id(interaction))
    if form is None:
        await answered(interaction, _refuse_form(), "form")
        return
    data: Any = interaction.data  # discord.py types it as what any interaction may hold
    typed = dict(typed_in(data.get("components")))

    async def tell(interaction: Interaction, problem: str) -> None:
        await offer_again(interaction, problem, form, typed)

    await answered(interaction, _sent(interaction, form, typed), "form", tell)


async def _sent(interaction: Interaction, form: Form, typed: Typed) -> None:
    await SENT[type(form)](interaction, form, typed)


async def _refuse_form() -> None:
    raise RefusedError(say("This form is from an older version. Open it anew."))


@answers(TryAgain)
async def open_again(interaction: Interaction, press: TryAgain) -> None:
    """Open a refused form, filled in with what this person typed."""
    if press.form is None:
        await _refuse_form()
        return
    await whose.require(interaction, press.form)
    typed = interaction.client.refused_forms.find(interaction.user.id, press.key)
    await OPENED[type(press.form)](interaction, press.form, typed)


def _custom_id(interaction: Interaction) -> str:
    data: Any = interaction.data
    return str(data.get("custom_id"))
