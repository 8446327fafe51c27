"""What /review queue and the buttons under it do."""

from bot.interaction import Interaction, guild_of, require_moderator, show_page
from bot.messages.queue import PAGE, queue_message
from claims.errors import RefusedError
from claims.ledger.lookup import queue
from claims.wording import say


async def show(interaction: Interaction) -> None:
    """Show what waits, privately."""
    await require_moderator(interaction)
    found = await interaction.client.ledger.read(
        queue.page, guild_of(interaction), moderator=interaction.user.id, size=PAGE
    )
    view = queue_message(found, first=True)
    await interaction.response.send_message(view=view, ephemeral=True)


async def press(interaction: Interaction, verb: str, number: int, _detail: int) -> None:
    """Turn the page of the queue to the one from claim `number` on; 0 is the first."""
    if verb != "turn":
        raise RefusedError(say("This button is from an older version. Use /review queue."))
    found = await interaction.client.ledger.read(
        queue.page,
        guild_of(interaction),
        moderator=interaction.user.id,
        start=number or None,
        size=PAGE,
    )
    await show_page(interaction, queue_message(found, first=not number))
