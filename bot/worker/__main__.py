"""Starts the worker: `python -m bot.worker LEDGER MEMORY SECONDS`; only the bot does."""

import sys
from pathlib import Path

from bot.worker.child import main

main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
