"""What /stats and the buttons under its answers do."""

from bot.answers import sharing
from bot.answers.registry import answers
from bot.answers.work import order
from bot.interaction import Interaction, guild_of
from bot.messages.pictures import draw
from bot.messages.stats import files, stats_message
from bot.presses.pages import ShareStats, ShowStats
from bot.rate_limit import CHARTS
from bot.translation import speak_publicly
from claims.ledger.history import tallies
from claims.wording import say


async def show(interaction: Interaction) -> None:
    """Show the server's counts, privately."""
    _step(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    await _send(interaction, shared=False)


@answers(ShowStats)
async def press_show(interaction: Interaction, _press: ShowStats) -> None:
    """Show the counts to whoever pressed."""
    await show(interaction)


@answers(ShareStats)
async def share(interaction: Interaction, _press: ShareStats) -> None:
    """Show the counts to the channel."""
    sharing.require_may_share(interaction)
    _step(interaction)
    await interaction.response.defer(thinking=True)
    speak_publicly(interaction)
    await _send(interaction, shared=True)


def _step(interaction: Interaction) -> None:
    bot = interaction.client
    bot.count(CHARTS, guild_of(interaction), interaction.user.id)


async def _send(interaction: Interaction, *, shared: bool) -> None:
    ledger, guild_id = interaction.client.ledger, guild_of(interaction)
    counts = await ledger.read(tallies.read, guild_id, interaction.client.now())
    balance = await ledger.read(tallies.balance, guild_id)
    mine = order(interaction, say("The charts"))
    pictures = await interaction.client.worker.run(mine, draw, counts)
    view = stats_message(counts, balance, pictures, shared=shared)
    await interaction.followup.send(view=view, files=files(pictures), ephemeral=not shared)
