"""Answers to the buttons of the welcome; `whose` has looked at who pressed."""

from bot.answers import seeds, setup
from bot.interaction import Interaction
from bot.messages.privacy import NOTICE
from claims.errors import RefusedError
from claims.wording import say


async def press(interaction: Interaction, verb: str, _number: int, _detail: int) -> None:
    """Show how this server is set up, load the example, or say what is kept about people."""
    match verb:
        case "setup":
            state = await setup.state(interaction)
            await interaction.response.send_message(state, ephemeral=True)
        case "example":
            await seeds.load(interaction)
        case "kept":
            await interaction.response.send_message(say(NOTICE), ephemeral=True)
        case _:
            raise RefusedError(
                say("This button is from an older version. /help shows what there is now.")
            )
