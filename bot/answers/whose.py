"""Whose a button is, looked at before anything is done."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.interaction import Interaction, guild_of, is_manager, require_manager, require_moderator
from bot.presses.base import Press, Whose
from bot.presses.checks import ShareCheck
from bot.presses.pages import ShowSection
from claims.errors import RefusedError
from claims.ledger.digests import runs
from claims.ledger.intake import asks
from claims.wording import say


async def require(interaction: Interaction, press: Press) -> None:
    """Raise RefusedError unless the button or form is this person's to press."""
    await _CHECKS[press.kind.whose](interaction, press)


async def _anybody(_interaction: Interaction, _press: Press) -> None:
    pass


async def _moderator(interaction: Interaction, _press: Press) -> None:
    await require_moderator(interaction)


async def _manager(interaction: Interaction, _press: Press) -> None:
    require_manager(interaction)


async def _looker(interaction: Interaction, press: ShareCheck) -> None:
    await interaction.client.ledger.read(
        asks.require_looker, guild_of(interaction), press.ask_id, user_id=interaction.user.id
    )


async def _looker_or_shared(interaction: Interaction, press: ShareCheck) -> None:
    await interaction.client.ledger.read(
        asks.require_looker,
        guild_of(interaction),
        press.ask_id,
        user_id=interaction.user.id,
        channel_id=interaction.channel_id,
    )


async def _reader(interaction: Interaction, press: ShowSection) -> None:
    if is_manager(interaction):
        return
    if not press.run_id:
        require_manager(interaction)
    posted = await interaction.client.ledger.read(
        runs.is_in, guild_of(interaction), press.run_id, channel_id=interaction.channel_id or 0
    )
    if not posted:
        raise RefusedError(
            say("No such digest was posted in this channel. /claim list shows the claims.")
        )


_CHECKS: dict[Whose, Callable[[Interaction, Any], Awaitable[None]]] = {
    Whose.EVERYBODY: _anybody,
    Whose.MODERATORS: _moderator,
    Whose.MANAGERS: _manager,
    Whose.LOOKER: _looker,
    Whose.LOOKER_OR_SHARED: _looker_or_shared,
    Whose.READERS: _reader,
}
