"""Answers to forms that are sent, and to the buttons that open refused ones again."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple, NoReturn, Self

from discord import ui

from bot.answers import decisions, drafts, edits, reports
from bot.answers.again import offer_again
from bot.errors import answered
from bot.interaction import Button, Interaction
from bot.messages.buttons import AGAIN_ID, FORM
from bot.refused_forms import Typed
from bot.wellformed import typed_in
from claims.errors import RefusedError
from claims.records.decisions import Action
from claims.wording import say

Step = Callable[[Interaction, int, int, Typed], Awaitable[None]]


class Kind(NamedTuple):
    """What opens a form, filled in with what was typed, and what is done when it is sent."""

    open: Step
    submit: Step


def _why(action: Action) -> Kind:
    async def open_(interaction: Interaction, number: int, seen: int, typed: Typed) -> None:
        await decisions.open_reason(interaction, action, number, seen, typed)

    async def submit(interaction: Interaction, number: int, seen: int, typed: Typed) -> None:
        await decisions.submit_reason(interaction, action, number, seen, typed)

    return Kind(open_, submit)


FORMS: dict[str, Kind] = {
    "paste": Kind(drafts.open_paste, drafts.submit_paste),
    "edit": Kind(drafts.open_edit, drafts.submit_edit),
    edits.VERB: Kind(edits.open_edit, edits.submit_edit),
    "object": Kind(reports.open_object, reports.submit_object),
    "reject": Kind(reports.open_reject, reports.submit_reject),
    Action.RATE.value: Kind(decisions.open_rating, decisions.submit_rating),
    **{action.value: _why(action) for action in (Action.DISPUTE, Action.REOPEN, Action.DROP)},
}
"""Every form, by the verb in its id; the number and the detail there say what it is for."""

FORM_ID = re.compile(rf"{FORM}(:[0-9a-f]{{8}})?")
"""Some forms that were opened by an older version have eight more signs."""


async def take(interaction: Interaction) -> None:
    """
    Answer a form that was sent, whenever it was opened.

    Whatever goes wrong is told with the form as it was, so that nothing typed is lost by it.
    """
    data: Any = interaction.data  # discord.py types it as what any interaction may hold
    found = FORM_ID.fullmatch(str(data.get("custom_id")))
    if found is None or found["verb"] not in FORMS:
        await answered(interaction, _refuse(), "form")
        return
    verb, number, detail = found["verb"], int(found["number"]), int(found["detail"])
    typed = dict(typed_in(data.get("components")))

    async def tell(interaction: Interaction, problem: str) -> None:
        await offer_again(interaction, problem, verb, number, detail, typed)

    step = FORMS[verb].submit(interaction, number, detail, typed)
    await answered(interaction, step, "form", tell)


async def _refuse() -> NoReturn:
    raise RefusedError(say("This form is from an older version. Open it anew."))


class AgainPress(ui.DynamicItem[Button], template=AGAIN_ID):
    """A press on *Try again*."""

    def __init__(self, button: Button, verb: str, number: int, detail: int, key: str) -> None:
        super().__init__(button)
        self.verb = verb
        self.number = number
        self.detail = detail
        self.key = key

    @classmethod
    async def from_custom_id(  # type: ignore[override] # every item with this template is a button
        cls, _interaction: Interaction, button: Button, match: re.Match[str], /
    ) -> Self:
        number, detail = int(match["number"]), int(match["detail"])
        return cls(button, match["verb"], number, detail, match["key"])

    async def callback(self, interaction: Interaction) -> None:  # type: ignore[override]
        await answered(interaction, self._open(interaction))

    async def _open(self, interaction: Interaction) -> None:
        if self.verb not in FORMS:
            await _refuse()
        typed = interaction.client.refused_forms.find(interaction.user.id, self.key)
        await FORMS[self.verb].open(interaction, self.number, self.detail, typed)
