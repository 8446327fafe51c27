"""/help: what this person can do here, made from the commands themselves."""

from collections.abc import Iterable

from discord import app_commands, ui

from bot.interaction import Interaction, is_manager, is_moderator
from bot.messages.parts import UNRATED_COLOUR, layout

START = (
    "Claims from news articles, each with who said it and in which words. `/claim list` shows"
    " them; *Open* shows one claim with what was found so far. Answers are private; *Share* shows"
    " a card to the channel."
)

MODERATORS_ONLY = frozenset({"review", "intake"})
MANAGERS_ONLY = frozenset({"digest", "setup"})

Command = app_commands.Command[app_commands.Group, ..., None]


@app_commands.command(name="help")
async def help_(interaction: Interaction) -> None:
    """Show what you can do here, and how to begin."""
    tree = interaction.client.tree.get_commands()
    groups = [c for c in tree if isinstance(c, app_commands.Group)]
    moderator, manager = await is_moderator(interaction), is_manager(interaction)
    shown = [
        group
        for group in groups
        if (moderator or group.name not in MODERATORS_ONLY)
        and (manager or group.name not in MANAGERS_ONLY)
    ]
    await interaction.response.send_message(view=page(shown), ephemeral=True)


def page(groups: Iterable[app_commands.Group]) -> ui.LayoutView:
    """Return the help with the groups' commands, each in a line."""
    container: ui.Container[ui.LayoutView] = ui.Container(accent_colour=UNRATED_COLOUR)
    container.add_item(ui.TextDisplay(f"## Claim tracker\n{START}"))
    for group in groups:
        lines = [f"- `/{c.qualified_name}` {c.description}" for c in group.commands]
        container.add_item(ui.TextDisplay(f"**{group.description}**\n" + "\n".join(lines)))
    return layout(container)
