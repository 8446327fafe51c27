"""Options that several commands share, and what is suggested while they are typed."""

from discord import app_commands

from bot.interaction import Interaction, guild_of
from bot.messages.harmless import plain
from claims import workflow
from claims.ledger import claims

Number = app_commands.Range[int, 1, 2**53 - 1]
"""A claim's number, within what Discord's integer options can hold."""


async def suggest_claims(interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
    """Suggest claims by number, or by words of the claim or its source."""
    found = await interaction.client.ledger.read(claims.suggest, guild_of(interaction), typed)
    return [
        app_commands.Choice(
            name=plain(f"#{c.number} {workflow.badge(c.standing)}: {c.text}", 100), value=c.number
        )
        for c in found
    ]
