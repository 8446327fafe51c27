"""The border at which every error of a command, button or modal becomes an answer."""

import logging
import secrets
from collections.abc import Awaitable, Callable

import discord
from discord import app_commands

from bot.interaction import Interaction
from bot.messages.front import told
from bot.timing import OUTCOME, pressed, timed
from bot.translation import speak_to
from bot.wellformed import MALFORMED
from claims.errors import ClaimsError
from claims.wording import say

log = logging.getLogger(__name__)


TOO_LATE = frozenset({10015, 10062, 40060, 50027})
"""Discord's codes for an interaction that can no longer be answered, or was already."""


Tell = Callable[[Interaction, str], Awaitable[None]]
"""Says something to the person who asked, privately, whether or not they were answered before."""


async def tell(interaction: Interaction, message: str) -> None:
    """Say it, and nothing else."""
    if interaction.response.is_done():
        await interaction.followup.send(message, ephemeral=True)
    else:
        await interaction.response.send_message(message, ephemeral=True)


async def report(interaction: Interaction, error: Exception, tell: Tell = tell) -> None:
    """
    Answer the person privately: a ClaimsError as it is, anything else with a number that
    the log has too. What the person wrote is not logged.
    """
    error = _original(error)
    if isinstance(error, discord.HTTPException) and error.code in TOO_LATE:
        log.warning("an answer came too late for Discord (code %s)", error.code)
        interaction.extras[OUTCOME] = "late"
        return
    why = refusal(error)
    interaction.extras[OUTCOME] = "failed" if why is None else "refused"
    message = _fault(interaction, error) if why is None else why
    try:
        await tell(interaction, message)
    except discord.HTTPException as refused:
        log.warning(
            "an error could not be answered: HTTP %s, code %s", refused.status, refused.code
        )


async def answered(
    interaction: Interaction, work: Awaitable[object], kind: str = "button", tell: Tell = tell
) -> None:
    """Await what a button or modal does; discord.py itself would only log its errors."""
    speak_to(interaction)
    with timed(interaction, kind, pressed):
        try:
            await work
        except Exception as error:  # noqa: BLE001 - the border: nobody above would answer
            await report(interaction, error, tell)


def refusal(error: Exception) -> str | None:
    """Return what tells a person why not; None for a fault, which is ours to look into."""
    match error := _original(error):
        case ClaimsError():
            return told(error)
        case app_commands.CommandSignatureMismatch() | app_commands.CommandNotFound():
            return say("This command has changed. Restart Discord (Ctrl-R) to get the new one.")
        case app_commands.AppCommandError() if type(error) is app_commands.AppCommandError:
            return say(MALFORMED)  # discord.py itself: what a menu is about did not arrive
        case app_commands.TransformerError():
            return say("One of the options has a value that does not fit. Choose from the list.")
        case app_commands.CheckFailure():
            return say("You may not use this command here.")
    return None


def _original(error: Exception) -> Exception:
    return error.original if isinstance(error, app_commands.CommandInvokeError) else error


def _fault(interaction: Interaction, error: Exception) -> str:
    """Log a fault, and return what is said of it."""
    number = secrets.token_hex(4)
    command = interaction.command
    log.error(
        "error %s in %s",
        number,
        command.qualified_name if command else "a button or form",
        exc_info=error,
    )
    return say(
        "Something went wrong on our side. Before you try again, look whether it was done."
        " Error {number}.",
        number=number,
    )
