"""
What is shown to one person and can be shared with a channel.

What was shared is remembered, so that it can correct itself.
"""

from bot.gathering import gather
from bot.interaction import Interaction, guild_of, require_voice, show_page
from bot.rate_limit import SHARE
from bot.translation import speak_publicly
from claims.ledger.members import shared_messages
from claims.ledger.members.shared_messages import SharedView, Shows


async def show(interaction: Interaction, subject: SharedView) -> None:
    """Show it privately."""
    gathered = await gather(interaction.client.ledger, guild_of(interaction), subject)
    await interaction.response.send_message(view=gathered.draw(shared=False), ephemeral=True)


async def turn(interaction: Interaction, subject: SharedView) -> None:
    """Show it in place of the private page whose button was pressed; under a public one, anew."""
    gathered = await gather(interaction.client.ledger, guild_of(interaction), subject)
    await show_page(interaction, gathered.draw(shared=False))


async def share(interaction: Interaction, subject: SharedView) -> None:
    """
    Show it to everybody in the channel, and remember where if it can become outdated.

    Raises RefusedError for who may not write there, or shared much in a short time.
    """
    require_may_share(interaction)
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    gathered = await gather(ledger, guild_id, subject)
    speak_publicly(interaction)
    sent = await interaction.response.send_message(view=gathered.draw(shared=True))
    if sent.message_id is None or interaction.channel_id is None or gathered.shows == Shows():
        return
    await ledger.write(
        shared_messages.remember,
        guild_id,
        subject,
        gathered.shows,
        channel_id=interaction.channel_id,
        message_id=sent.message_id,
    )


def require_may_share(interaction: Interaction) -> None:
    """Raise RefusedError for who may not write in the channel; count the sharing otherwise."""
    require_voice(interaction)
    bot = interaction.client
    bot.count(SHARE, guild_of(interaction), interaction.user.id)
