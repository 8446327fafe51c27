"""
The whole speed table: `python -m tests.bench.speed [FILE]`.

FILE is a ledger of a million claims, made (some ten minutes) if it is not there, and then kept.

Each operation runs through the ledger, as the bot runs it, and beside it, in turns, the SQL that
it consists of runs through the standard library's sqlite3. Exits with 1 if an aim is missed.
What writes does so in copies of FILE that are removed afterwards.
"""

import argparse
import asyncio
import gc
import sys
import tempfile
from pathlib import Path

from rich.console import Console

from bot.run import NEW_OBJECTS
from claims.ledger import open_ledger
from claims.ledger.lookup import search
from tests.bench.figures import Figure, table
from tests.bench.generate import generate
from tests.bench.loading import loading
from tests.bench.reading import reading
from tests.bench.writing import writing

FILE = Path(tempfile.gettempdir()) / "claims-million.db"


async def measure(path: Path, rounds: int, articles: int) -> list[Figure]:
    """Return every figure. `path` keeps what is in it, its indexes merged."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)  # as the bot does
    async with open_ledger(path) as ledger:
        while await ledger.write(search.merge):  # as the bot does every hour
            pass
        found = list(await reading(ledger, path, rounds))
    with tempfile.TemporaryDirectory(dir=path.parent) as folder:
        found += await writing(path, Path(folder), max(3, rounds // 10))
        found += loading(Path(folder), articles)
    return found


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=FILE)
    parser.add_argument("--rounds", type=int, default=400, help="calls that each figure is made of")
    parser.add_argument("--articles", type=int, default=10_000, help="how many to load")
    arguments = parser.parse_args()
    if not arguments.file.exists():
        part = arguments.file.with_suffix(".part")
        part.unlink(missing_ok=True)
        generate(part)
        part.rename(arguments.file)
    figures = asyncio.run(measure(arguments.file, arguments.rounds, arguments.articles))
    Console(width=140).print(table(figures))
    sys.exit(0 if all(figure.holds for figure in figures) else 1)


if __name__ == "__main__":
    main()
