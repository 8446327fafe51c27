"""Loads the articles that come with the bot into a server's ledger."""

from bot.interaction import Interaction, guild_of
from claims.ledger.articles import articles
from claims.reading.seeds import load_seeds
from claims.wording import say, say_count


async def load(interaction: Interaction) -> None:
    """Load them and say what was added. Whoever calls this has looked at who asked."""
    await interaction.response.defer(ephemeral=True, thinking=True)
    added = 0
    for article, found in load_seeds():
        stored = await interaction.client.ledger.write(
            articles.add,
            guild_of(interaction),
            article,
            found,
            actor=interaction.user.id,
            now=interaction.client.now(),
        )
        added += len(stored.new)
    words = say("Everything was there already.")
    if added:
        words = say_count("{count} claim was added.", "{count} claims were added.", added)
    await interaction.followup.send(f"{words} {say('/claim list shows them.')}", ephemeral=True)
