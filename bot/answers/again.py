"""A refused form is offered again, with everything that was typed."""

import secrets
from collections import OrderedDict

from bot.answers.forms import Typed
from bot.interaction import Interaction
from bot.messages import ui
from bot.messages.buttons import again_button

MOST_KEPT = 500
"""Refused forms that are remembered, each at most some 10 KB; the oldest is forgotten first."""


class Refused:
    """What stood in forms that were refused. A restart forgets it, and the form opens empty."""

    def __init__(self, most: int = MOST_KEPT) -> None:
        self._most = most
        self._typed: OrderedDict[str, Typed] = OrderedDict()

    def keep(self, typed: Typed) -> str:
        """Remember what was typed; return the key that finds it."""
        key = secrets.token_hex(4)
        self._typed[key] = typed
        if len(self._typed) > self._most:
            self._typed.popitem(last=False)
        return key

    def find(self, key: str) -> Typed:
        """Return what was typed; nothing where it is forgotten."""
        return self._typed.get(key, {})


async def offer_again(
    interaction: Interaction, problem: str, verb: str, number: int, detail: int, typed: Typed
) -> None:
    """Say privately what was wrong with a form, with a button that opens it as it was."""
    key = interaction.client.refused.keep(typed)
    again = ui.ActionRow(again_button(verb, number, detail, key))
    view = ui.LayoutView(ui.TextDisplay(problem), again)
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)
