"""A refused form is offered again, with everything that was typed."""

from bot.interaction import Interaction
from bot.messages import ui
from bot.messages.buttons import again_button
from bot.refused_forms import Typed


async def offer_again(
    interaction: Interaction, problem: str, verb: str, number: int, detail: int, typed: Typed
) -> None:
    """Say privately what was wrong with a form, with a button that opens it as it was."""
    key = interaction.client.refused_forms.keep(interaction.user.id, typed)
    again = ui.ActionRow(again_button(verb, number, detail, key))
    view = ui.LayoutView(ui.TextDisplay(problem), again)
    if interaction.response.is_done():
        await interaction.followup.send(view=view, ephemeral=True)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)
