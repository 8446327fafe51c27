"""
Whose every button is: looked at before anything is done, in this one table.

Anybody can send any `custom_id`, of any server they are in, under any message: an id is no proof
that somebody was ever shown the button.
"""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.interaction import Interaction, guild_of, is_manager, require_manager, require_moderator
from claims.errors import RefusedError
from claims.ledger.digests import runs
from claims.ledger.intake import asks
from claims.wording import say

Check = Callable[[Interaction, int], Awaitable[None]]
"""Raises RefusedError unless the person may press; given the number in the button's id."""


async def everybodys(_interaction: Interaction, _number: int) -> None:
    """It says and does what everybody may see and do by a command."""


async def moderators(interaction: Interaction, _number: int) -> None:
    """It is for moderators. Drafts are their maker's besides: the ledger looks at that."""
    await require_moderator(interaction)


async def managers(interaction: Interaction, _number: int) -> None:
    """It is for whoever may manage the server."""
    require_manager(interaction)


async def lookers(interaction: Interaction, ask_id: int) -> None:
    """It is about a text that this person looked up."""
    await interaction.client.ledger.read(
        asks.require_looker, guild_of(interaction), ask_id, user_id=interaction.user.id
    )


async def lookers_or_shared(interaction: Interaction, ask_id: int) -> None:
    """The same, or it was shared in the channel where the button was pressed."""
    await interaction.client.ledger.read(
        asks.require_looker,
        guild_of(interaction),
        ask_id,
        user_id=interaction.user.id,
        channel_id=interaction.channel_id,
    )


async def readers(interaction: Interaction, run_id: int) -> None:
    """It is about a digest that is in the channel where it was pressed. Previews are managers'."""
    if is_manager(interaction):
        return
    if not run_id:
        require_manager(interaction)
    posted = await interaction.client.ledger.read(
        runs.is_in, guild_of(interaction), run_id, channel_id=interaction.channel_id or 0
    )
    if not posted:
        raise RefusedError(
            say("No such digest was posted in this channel. /claim list shows the claims.")
        )


BUTTONS: dict[str, Check] = {
    **dict.fromkeys(("list", "kept", "help", "article", "source", "stats"), everybodys),
    **dict.fromkeys(
        [
            f"claim:{verb}"
            for verb in (
                *("show", "share", "sharepast", "sharetext", "context"),
                *("ask", "object", "history", "follow", "unfollow"),
            )
        ],
        everybodys,
    ),
    "claim": moderators,
    "ask:ask": lookers_or_shared,
    "ask:share": lookers,
    "ask": moderators,
    "digest": readers,
    "welcome:setup": managers,
    "welcome:example": moderators,
    "welcome:kept": everybodys,
    "welcome": managers,
    **dict.fromkeys(("draft", "queue", "report"), moderators),
}
"""
By the beginning of the `custom_id`; the longer one counts. Lists show what everybody may see; a
kept filter is its owner's, which the ledger looks at. Forms are looked at where they are answered.
"""


async def require(interaction: Interaction) -> None:
    """Raise RefusedError unless the button that was pressed is this person's."""
    data: Any = interaction.data  # discord.py types it as what any interaction may hold
    parts: list[str] = data["custom_id"].split(":")
    what, verb, *rest = (*parts, "")
    check = BUTTONS.get(f"{what}:{verb}") or BUTTONS[what]
    await check(interaction, int(rest[0]) if what in _NUMBERED else 0)


_NUMBERED = ("ask", "digest")
"""Whose check depends on the number after the verb."""


async def press(
    interaction: Interaction, step: Callable[..., Awaitable[None]], *given: object
) -> None:
    """Do what a button says if it is this person's."""
    await require(interaction)
    await step(interaction, *given)
