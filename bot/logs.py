"""Logs: lines for people on a terminal, JSON for machines otherwise. Never what people write."""

import json
import logging
import sys
from datetime import UTC, datetime

import discord

LEAST = {
    "aiosqlite": logging.WARNING,  # logs the arguments of every operation at DEBUG
    "apscheduler": logging.WARNING,  # two lines for every tick
    "discord": logging.INFO,  # logs what people write at DEBUG
    "aiohttp": logging.INFO,
}
"""What libraries may log at the most, however much is asked of our own code."""


class JsonLines(logging.Formatter):
    """One JSON object a record: time, level, logger, message, and the traceback if there is one."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the record as one line."""
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        if record.exc_info:
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line)


def set_up(level: str) -> None:
    """Send the logs of this process to standard error."""
    # discord.py warns of missing voice libraries, which a bot that never speaks does not need.
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")
        if sys.stderr.isatty()
        else JsonLines()
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name, least in LEAST.items():
        logging.getLogger(name).setLevel(max(least, root.level))
