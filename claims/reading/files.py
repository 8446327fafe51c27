"""
Files into articles. What cannot be read becomes an ArticleError that names the file and why.

Spans count code points in an article's text, which is here:

.txt, .md   the file as it is, read with universal newlines (a byte-order mark is no part of
            it); below a TOML header between two `+++` lines, the words under the header
.html       the page's words without their markup (see claims.reading.markup)
.jsonl      the string under "text" of each line, exactly as the JSON says it

A text of any format that is markup, or has entities for its signs, counts without them (see
claims.reading.unmarked). Nothing is altered after that.

Standard input (`-`) and names without an ending are taken for
.jsonl where they start with "{", for .html where they start with "<", and otherwise for .txt.
"""

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from itertools import chain
from pathlib import Path
from typing import BinaryIO, NamedTuple

from claims.errors import ArticleError
from claims.models import Article
from claims.reading.formats import LIMIT, read_html, read_line, read_text

STDIN = Path("-")
_READ_AS = {
    ".txt": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".jsonl": "lines",
}

Item = Article | ArticleError


class Intake(NamedTuple):
    """All that could be read, and every problem with what could not."""

    articles: tuple[Article, ...]
    problems: tuple[ArticleError, ...]


def read(paths: Iterable[Path]) -> Intake:
    """Read all files whole. What is wrong with one keeps none of the others from being read."""
    items = list(stream_all(paths))
    return Intake(
        tuple(item for item in items if isinstance(item, Article)),
        tuple(item for item in items if isinstance(item, ArticleError)),
    )


def stream_all(paths: Iterable[Path]) -> Iterator[Item]:
    """Yield what `stream` finds in each of the files, in their order."""
    return chain.from_iterable(map(stream, paths))


def stream(path: Path) -> Iterator[Item]:
    """
    Yield a file's articles and its problems, in the order of the file.

    Holds one article at a time, so a .jsonl file may be of any length. One article may have
    several problems (a seed's header: each is told), and an article with a problem is not
    yielded. Raises nothing that a file can cause.
    """
    name = str(path)
    ending = path.suffix.lower()
    try:
        if path.is_dir():
            yield ArticleError(name, f"is a directory; name the files in it, as {path / '*.txt'}")
        elif ending and ending not in _READ_AS:
            known = ", ".join(_READ_AS)
            yield ArticleError(name, f"cannot tell what a {ending} file is; known are {known}")
        else:
            with _opened(path) as file:
                yield from _articles(name, _READ_AS.get(ending), file)
    except FileNotFoundError:
        yield ArticleError(name, "there is no such file")
    except OSError as error:
        yield ArticleError(name, f"cannot be read: {error.strerror or error}")


def _opened(path: Path) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdin.buffer) if path == STDIN else path.open("rb")


def _articles(name: str, read_as: str | None, file: BinaryIO) -> Iterator[Item]:
    lines = _lines(file)
    first = next(lines, b"").removeprefix(b"\xef\xbb\xbf")
    match read_as or _told_by(first):
        case "lines":
            yield from _from_lines(name, chain([first], lines))
        case "page":
            yield from _named(name, read_html(name, _whole(first, file)))
        case _:
            yield from _named(name, read_text(name, _whole(first, file)))


def _from_lines(name: str, lines: Iterable[bytes]) -> Iterator[Item]:
    empty = True
    for number, line in enumerate(lines, start=1):
        if line.strip():
            empty = False
            yield from _named(f"{name}:{number}", read_line(line))
    if empty:
        yield ArticleError(name, "is empty")


def _told_by(first: bytes) -> str:
    return {b"{": "lines", b"<": "page"}.get(first.lstrip()[:1], "text")


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield each line; of one above the limit its beginning only, so that memory stays flat."""
    while line := file.readline(LIMIT + 1):
        yield line
        while len(line) > LIMIT and not line.endswith(b"\n"):
            line = file.readline(LIMIT + 1)


def _whole(first: bytes, file: BinaryIO) -> bytes:
    """Return a file's bytes from its first line on, cut one byte above the limit."""
    return first + file.read(max(0, LIMIT + 1 - len(first)))


def _named(name: str, found: Article | list[str]) -> Iterator[Item]:
    if isinstance(found, Article):
        yield found
    else:
        yield from (ArticleError(name, problem) for problem in found)
