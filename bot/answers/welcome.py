"""Answers to the buttons of the welcome."""

from bot.answers import seeds, setup
from bot.answers.registry import answers
from bot.interaction import Interaction
from bot.messages.privacy import NOTICE
from bot.presses.pages import LoadExample, ShowPrivacy, ShowSetup
from claims.wording import say


@answers(ShowSetup)
async def show_setup(interaction: Interaction, _press: ShowSetup) -> None:
    """Show how this server is set up."""
    state = await setup.state(interaction)
    await interaction.response.send_message(state, ephemeral=True)


@answers(LoadExample)
async def load_example(interaction: Interaction, _press: LoadExample) -> None:
    """Load the example."""
    await seeds.load(interaction)


@answers(ShowPrivacy)
async def show_privacy(interaction: Interaction, _press: ShowPrivacy) -> None:
    """Say what is kept about people."""
    await interaction.response.send_message(say(NOTICE), ephemeral=True)
