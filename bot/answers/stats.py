"""What /stats and the buttons under its answers do."""

from bot.answers import sharing
from bot.answers.work import order
from bot.interaction import Interaction, guild_of
from bot.messages.pictures import draw
from bot.messages.stats import files, stats_message
from bot.pace import CHARTS
from bot.translation import speak_publicly
from claims.errors import RefusedError
from claims.ledger.history import tallies
from claims.wording import say


async def show(interaction: Interaction) -> None:
    """Show the server's counts, privately."""
    _step(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    await _send(interaction, shared=False)


async def press(interaction: Interaction, verb: str, _number: int, _detail: int) -> None:
    """Show the counts to whoever pressed, or to the channel."""
    if verb not in ("show", "share"):
        raise RefusedError(say("This button is from an older version. Use /stats."))
    shared = verb == "share"
    if shared:
        sharing.require_may_share(interaction)
    _step(interaction)
    await interaction.response.defer(ephemeral=not shared, thinking=True)
    if shared:
        speak_publicly(interaction)
    await _send(interaction, shared=shared)


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
