"""The command that reads articles and prints their claims."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Annotated

import typer

from claims.cli import article_tables
from claims.cli.terminal import complain, err, out
from claims.errors import ArticleError
from claims.reading import files
from claims.reading.parallel import spread
from claims.splitting import split_fully

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
) -> None:
    """Split articles into sourced claims and print them. Stores nothing."""
    if jsonl and explain:
        raise typer.BadParameter("--jsonl is for programs and --explain for people; choose one.")
    failed = False
    results = spread(split_fully, files.stream_all(paths), jobs)
    with closing(results), _counting() as count:
        for result in results:
            count()
            if isinstance(result, ArticleError):
                failed = True
                complain(result)
            elif jsonl:
                print(article_tables.json_line(*result))
            else:
                article, found = result
                out.print(article_tables.claims_table(article, found.claims))
                if explain:
                    out.print(article_tables.explanation(article, found))
    raise typer.Exit(1 if failed else 0)


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
