"""What /review queue and the buttons under it do."""

from bot.answers.registry import answers
from bot.interaction import Interaction, guild_of, require_moderator, show_page
from bot.messages.queue import PAGE, queue_message
from bot.presses.queue import TurnQueue
from claims.ledger.lookup import queue


async def show(interaction: Interaction) -> None:
    """Show what waits, privately."""
    await require_moderator(interaction)
    found = await interaction.client.ledger.read(
        queue.page, guild_of(interaction), moderator=interaction.user.id, size=PAGE
    )
    view = queue_message(found, first=True)
    await interaction.response.send_message(view=view, ephemeral=True)


@answers(TurnQueue)
async def turn(interaction: Interaction, press: TurnQueue) -> None:
    """Turn the page of the queue."""
    found = await interaction.client.ledger.read(
        queue.page,
        guild_of(interaction),
        moderator=interaction.user.id,
        start=press.start or None,
        size=PAGE,
    )
    await show_page(interaction, queue_message(found, first=not press.start))
