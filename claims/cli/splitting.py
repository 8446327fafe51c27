"""The command that reads articles and prints their claims."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from claims.cli import article_tables, trace_tables
from claims.cli.terminal import complain, err, out
from claims.errors import ArticleError
from claims.models import Article
from claims.reading import files
from claims.reading.parallel import spread
from claims.splitting import Split, split_fully
from claims.splitting.trace import Trace
from claims.splitting.trace import trace as trace_sentence

splitting = typer.Typer()


@splitting.command()
def split(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH",
            help=".txt, .md, .html, or .jsonl with one article a line; - is standard input.",
            show_default=False,
        ),
    ],
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help="Print one line of JSON an article.")
    ] = False,
    jobs: Annotated[int, typer.Option(min=1, metavar="N", help="Work in N processes.")] = 1,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain",
            help="Show the words that each claim rests on, the rule that found it, and its"
            " check-worthiness; and what was left out.",
        ),
    ] = False,
    trace: Annotated[
        str | None,
        typer.Option(
            metavar="PLACE",
            help="Show how the sentence at a position, or with these words, is read; with --jsonl"
            " as JSON.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Split articles into sourced claims and print them. Stores nothing."""
    if jsonl and explain:
        raise typer.BadParameter("--jsonl is for programs and --explain for people; choose one.")
    if trace is not None and explain:
        raise typer.BadParameter("--trace shows one sentence and --explain all; choose one.")
    if trace is not None:
        _print_each(paths, jobs, partial(trace_sentence, place=trace), _trace_as(jsonl))
    else:
        _print_each(paths, jobs, split_fully, _json if jsonl else _claims_as(explain))


T = TypeVar("T")


def _print_each(
    paths: list[Path],
    jobs: int,
    read: Callable[[Article], T],
    show: Callable[[Article, T], None],
) -> None:
    """Read all articles and show each; the exit code is 1 where one could not be read."""
    failed = False
    results = spread(read, files.stream_all(paths), jobs)
    with closing(results), _counting() as count:
        for result in results:
            count()
            if isinstance(result, ArticleError):
                failed = True
                complain(result)
            else:
                show(*result)
    raise typer.Exit(1 if failed else 0)


def _json(article: Article, found: Split) -> None:
    print(article_tables.json_line(article, found))


def _claims_as(explain: bool) -> Callable[[Article, Split], None]:
    def show(article: Article, found: Split) -> None:
        out.print(article_tables.claims_table(article, found.claims))
        if explain:
            out.print(article_tables.explanation(article, found))

    return show


def _trace_as(jsonl: bool) -> Callable[[Article, Trace], None]:
    def show(article: Article, read: Trace) -> None:
        if jsonl:
            print(trace_tables.trace_line(article, read))
        else:
            out.print(trace_tables.trace_table(article, read))

    return show


@contextmanager
def _counting() -> Iterator[Callable[[], None]]:
    """Count articles on standard error, where that is a terminal and the output goes elsewhere."""
    if not err.is_terminal or out.is_terminal:
        yield lambda: None
        return
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = TextColumn("{task.completed:.0f} articles"), BarColumn(), TimeElapsedColumn()
    # Redirected, our output would go to the bar's console.
    with Progress(*columns, console=err, transient=True, redirect_stdout=False) as progress:
        task = progress.add_task("split", total=None)  # a stream does not tell its length
        yield lambda: progress.advance(task)
