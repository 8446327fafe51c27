"""A refused form is offered again, with everything that was typed."""

from bot.interaction import Interaction
from bot.messages import ui
from bot.presses.base import Form, button
from bot.presses.forms import TryAgain
from bot.refused_forms import Typed


async def offer_again(interaction: Interaction, problem: str, form: Form, typed: Typed) -> None:
    """Say privately what was wrong with a form, with a button that opens it as it was."""
    key = interaction.client.refused_forms.keep(interaction.user.id, typed)
    again = ui.ActionRow(button(TryAgain(key, form)))
    view = ui.LayoutView(ui.TextDisplay(problem), again)
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)
