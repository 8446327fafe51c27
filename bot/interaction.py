"""The interaction type that every command and button receives, and what it tells about a person."""

from typing import Any

import discord

from bot.client import ClaimBot
from claims.errors import RefusedError
from claims.ledger import servers
from claims.records.servers import Server
from claims.rules.viewing import Viewer
from claims.wording import say

Interaction = discord.Interaction[ClaimBot]

Button = discord.ui.Button[Any]
"""A button that was pressed; `messages.ui` has those that are sent."""


def guild_of(interaction: Interaction) -> int:
    """Return the server that the interaction belongs to; every command is for servers only."""
    if interaction.guild_id is None:
        raise RefusedError(say("This works in a server only."))
    return interaction.guild_id


def moderates(
    person: discord.Member | discord.User, allowed: discord.Permissions, server: Server
) -> bool:
    """Whether a person may decide about claims there: by the server's role, or as a manager."""
    return manages(allowed) or (
        server.moderator_role_id is not None
        and isinstance(person, discord.Member)
        and person.get_role(server.moderator_role_id) is not None
    )


def manages(allowed: discord.Permissions) -> bool:
    """Whether whoever is allowed so much may manage the server."""
    return allowed.manage_guild or allowed.administrator


async def is_moderator(interaction: Interaction) -> bool:
    """Whether this person may decide about claims here, by what the server chose."""
    server = await interaction.client.ledger.read(servers.get, guild_of(interaction))
    return moderates(interaction.user, interaction.permissions, server)


async def viewer_of(interaction: Interaction) -> Viewer:
    """Return as whom this person sees claims here."""
    return Viewer.MODERATOR if await is_moderator(interaction) else Viewer.MEMBER


def is_manager(interaction: Interaction) -> bool:
    """Whether this person may manage the server."""
    return manages(interaction.permissions)


async def require_moderator(interaction: Interaction) -> None:
    """Raise RefusedError unless the person is a moderator, saying who is."""
    server = await interaction.client.ledger.read(servers.get, guild_of(interaction))
    if moderates(interaction.user, interaction.permissions, server):
        return
    if server.moderator_role_id:
        raise RefusedError(
            say(
                "Only members with {role} decide about claims here. You can follow claims instead.",
                role=f"<@&{server.moderator_role_id}>",
            )
        )
    raise RefusedError(
        say(
            "Only people who may manage this server decide about claims here (/setup moderators"
            " names a role). You can follow claims instead."
        )
    )


def require_voice(interaction: Interaction) -> None:
    """Raise RefusedError unless the person may write in this channel, for others to read."""
    allowed = interaction.permissions
    in_thread = isinstance(interaction.channel, discord.Thread)
    if not (allowed.send_messages_in_threads if in_thread else allowed.send_messages):
        raise RefusedError(
            say(
                "You may not write in this channel, so nothing was shared here. Ask for it anew"
                " where you may, and share it there."
            )
        )


async def show_page(interaction: Interaction, view: discord.ui.LayoutView) -> None:
    """Replace the private message that a button stands under; answer privately under others."""
    message = interaction.message
    if message is not None and message.flags.ephemeral:
        await interaction.response.edit_message(view=view)
    else:
        await interaction.response.send_message(view=view, ephemeral=True)


def require_manager(interaction: Interaction) -> None:
    """Raise RefusedError unless the person may manage the server."""
    if not is_manager(interaction):
        raise RefusedError(say("This needs the permission Manage Server."))
