"""Where the rehearsal page is served: on the port that was chosen, or the next one that is free."""

import errno
import os
from collections.abc import Callable
from contextlib import AsyncExitStack

import simcord
from rich.console import Console
from simcord.preview import Preview

from bot.settings import SettingsError

TRIED = 20
"""Ports that are tried, from the chosen one on: more rehearsals than a person has open at once."""

HIGHEST = 65535


async def opened(stack: AsyncExitStack, serve: Callable[..., Preview], port: int) -> Preview:
    """
    Open what `serve(port=...)` makes, until the stack is left; 0 is any free port.

    Where the port is taken, the next is tried, and the first that is free is told. Raises
    SettingsError where none is, or where the system forbids it.
    """
    for tried in range(port, min(port + TRIED, HIGHEST + 1)):
        try:
            preview = await stack.enter_async_context(serve(port=tried))
        except simcord.SetupError as error:
            # simcord 3.2.1 raises this with the system's error as its cause.
            if not isinstance(error.__cause__, OSError):
                raise
            why = error.__cause__.errno or 0
            if why != errno.EADDRINUSE:
                raise _refused(f"port {tried}", why) from error
        else:
            if tried != port:
                said = f"Port {port} is taken; the page is on port {tried} instead."
                Console(highlight=False, soft_wrap=True).print(said)
            return preview
    raise _refused(f"the ports {port} to {tried}", errno.EADDRINUSE)


def _refused(where: str, why: int) -> SettingsError:
    return SettingsError(
        f"The rehearsal page cannot be served on {where}: {os.strerror(why)}."
        " Set CLAIMBOT_REHEARSAL_PORT to another port, or to 0 for any."
    )
