"""What /help and its buttons do: show each person what they may do here."""

from discord import app_commands, ui

from bot.answers.registry import answers
from bot.interaction import Interaction, is_manager, is_moderator, show_page
from bot.messages.help import overview, topic
from bot.presses.pages import ShowTopic
from claims.wording import phrase

MODERATORS_ONLY = frozenset({"review", "intake", phrase("Track as claim")})
MANAGERS_ONLY = frozenset({"digest", "setup"})
"""What is not for everyone: groups of commands, and menus."""


async def show(interaction: Interaction) -> None:
    """Show privately what this person does here first."""
    await interaction.response.send_message(view=await _page(interaction, ""), ephemeral=True)


@answers(ShowTopic)
async def turn(interaction: Interaction, press: ShowTopic) -> None:
    """Turn to a group's commands; to the overview where there is no such group for this person."""
    await show_page(interaction, await _page(interaction, press.topic))


async def _page(interaction: Interaction, name: str) -> ui.LayoutView:
    moderator, manager = await is_moderator(interaction), is_manager(interaction)
    shown = [
        group
        for group in interaction.client.tree.get_commands()
        if isinstance(group, app_commands.Group)
        and (moderator or group.name not in MODERATORS_ONLY)
        and (manager or group.name not in MANAGERS_ONLY)
    ]
    for group in shown:
        if group.name == name:
            return topic(group, shown)
    return overview(shown, moderator=moderator, manager=manager)
