"""A sign of life for whoever watches the process: a file beside the ledger, as fresh as its bot."""

import logging
from pathlib import Path

from bot.client import ClaimBot
from claims.errors import LedgerError
from claims.ledger import servers

log = logging.getLogger(__name__)


def place(ledger: Path) -> Path:
    """Return which file tells of the bot that works on this ledger."""
    return Path(f"{ledger}.alive")


async def beat(bot: ClaimBot) -> None:
    """
    Touch the file while Discord is connected and the ledger answers; else take it away.

    A process that hangs does neither: the file grows old then, which a health check has to mind.
    """
    file = place(bot.ledger.path)
    try:
        if connected(bot) and await _answers(bot):
            file.touch()
        else:
            file.unlink(missing_ok=True)
    except OSError as error:
        log.warning("no sign of life can be given: %s", error)


def still(ledger: Path) -> None:
    """Take the file away, since the bot stops."""
    try:
        place(ledger).unlink(missing_ok=True)
    except OSError as error:
        log.warning("the sign of life stays: %s", error)


def connected(bot: ClaimBot) -> bool:
    """
    Say whether every shard's connection is open and has heard from Discord.

    discord.py closes one by itself that gets no answer to its heartbeats for a minute.
    """
    return bot.is_ready() and not any(shard.is_closed() for shard in bot.shards.values())


async def _answers(bot: ClaimBot) -> bool:
    assert bot.application_id is not None
    try:
        await bot.ledger.read(servers.synced_commands, bot.application_id)
    except LedgerError as error:
        log.warning("the ledger does not answer: %s", error)
        return False
    return True
