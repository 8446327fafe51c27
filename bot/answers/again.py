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
        self._typed: OrderedDict[str, tuple[int, Typed]] = OrderedDict()

    def keep(self, user_id: int, typed: Typed) -> str:
        """Remember what a person typed; return the key by which they find it."""
        key = secrets.token_hex(4)
        self._typed[key] = (user_id, typed)
        if len(self._typed) > self._most:
            self._typed.popitem(last=False)
        return key

    def find(self, user_id: int, key: str) -> Typed:
        """Return what this person typed; nothing where it is forgotten, or somebody else's."""
        owner, typed = self._typed.get(key, (0, {}))
        return typed if owner == user_id else {}


async def offer_again(
    interaction: Interaction, problem: str, verb: str, number: int, detail: int, typed: Typed
) -> None:
    """Say privately what was wrong with a form, with a button that opens it as it was."""
    key = interaction.client.refused.keep(interaction.user.id, typed)
    again = ui.ActionRow(again_button(verb, number, detail, key))
    view = ui.LayoutView(ui.TextDisplay(problem), again)
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)
