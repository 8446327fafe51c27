"""The articles that come with the program, read and split."""

from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from claims.models import Article, Claim
from claims.reading import files
from claims.splitting import split


def shipped() -> list[Path]:
    """Return the seed files, wherever the program is installed."""
    folder = resources.files("seeds")
    return sorted(Path(str(f)) for f in folder.iterdir() if f.name.endswith(".txt"))


def load_seeds() -> Iterator[tuple[Article, list[Claim]]]:
    """Yield each shipped article with its claims. Raises ArticleError for a broken one: a bug."""
    read = files.read(shipped())
    if read.problems:
        raise read.problems[0]
    for article in read.articles:
        yield article, split(article)
