"""`claimbot`: the bot in Discord, or, without a token, its rehearsal in a browser."""

import asyncio
import logging
import sys

import discord

from bot.run import run
from bot.settings import Settings, read_settings
from claims.errors import ClaimsError
from claims.ledger import open_ledger


def main() -> None:
    """Run until stopped. Exits with 0 when told to stop, with 1 and one line when it cannot run."""
    try:
        settings = read_settings()
        _set_up_logging(settings.log_level if settings.token else "ERROR")
        asyncio.run(_rehearse(settings) if settings.token is None else _go_live(settings))
    except ClaimsError as error:
        sys.exit(f"claimbot: {error}")
    except KeyboardInterrupt:
        sys.exit(130)


async def _go_live(settings: Settings) -> None:
    assert settings.token is not None
    async with open_ledger(settings.ledger) as ledger:
        await run(ledger, settings.token.get_secret_value())


async def _rehearse(settings: Settings) -> None:
    # Only here: nothing of the rehearsal is loaded when the bot runs in Discord.
    try:
        import simcord  # noqa: F401

        from bot.rehearsal import rehearse
    except ModuleNotFoundError as error:
        raise ClaimsError(
            "There is no DISCORD_TOKEN, and the rehearsal that starts without one needs simcord:"
            f" install claim-tracker[rehearsal] ({error})."
        ) from error
    await rehearse(settings)


def _set_up_logging(level: str) -> None:
    # discord.py warns of missing voice libraries, which a bot that never speaks does not need.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    logging.basicConfig(
        level=level,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        stream=sys.stderr,
    )
    for name, least in {
        "aiosqlite": logging.WARNING,  # logs the arguments of every operation at DEBUG
        "apscheduler": logging.WARNING,  # two lines for every tick
        "discord": logging.INFO,  # logs what people write at DEBUG
    }.items():
        logger = logging.getLogger(name)
        logger.setLevel(max(least, logging.getLogger().level))


if __name__ == "__main__":
    main()
