"""A claim's card as one person sees it now."""

from bot.interaction import Interaction, guild_of, show_page, viewer_of
from bot.messages import cards, ui
from claims.ledger.lookup import viewer_cards
from claims.rules.viewing import Viewer
from claims.wording import say


async def show(interaction: Interaction, number: int) -> None:
    """Show a claim's card privately."""
    await interaction.response.send_message(view=await _view(interaction, number), ephemeral=True)


async def replace(interaction: Interaction, number: int, note: str = "") -> None:
    """
    Replace the private card that somebody acted on; answer anew where there is none.

    `note` stands above the card: why nothing was done, or what came of it.
    """
    await show_page(interaction, await _view(interaction, number, note))


async def _view(interaction: Interaction, number: int, note: str = "") -> ui.LayoutView:
    viewer = await viewer_of(interaction)
    seen = await interaction.client.ledger.read(
        viewer_cards.claim, guild_of(interaction), number, viewer, user_id=interaction.user.id
    )
    notes = [f"⚠️ {note}"] if note else []
    if seen.card.claim.number != number:
        notes.append("↪️ " + say("#{number} was merged into this claim.", number=number))
    return cards.private_card(
        seen.card,
        moderator=seen.person if viewer is Viewer.MODERATOR else None,
        follows=seen.follows,
        now=interaction.client.now(),
        note="\n".join(notes),
    )
