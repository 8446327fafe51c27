"""The ledger's command line: `claims`, or `python -m claims`."""

import io
import os
import sys
from contextlib import closing
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from typer.core import TyperGroup

from claims.cli import panels, tables
from claims.cli.decisions import decisions
from claims.cli.desk import desk
from claims.cli.keeping import keeping
from claims.cli.lookup import lookup
from claims.cli.members import members
from claims.cli.terminal import complain, err, out
from claims.errors import ArticleError, ClaimsError
from claims.ledger.store import library
from claims.reading import files
from claims.reading.parallel import spread
from claims.splitting import split as split_article
from claims.version import described


class Border(TyperGroup):
    """The one place where a failure becomes a line for people and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command. What is neither expected nor the system's is left as a traceback."""
        try:
            super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read our output has left. Python would flush the rest at exit, and fail.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(1) from None
        except (ClaimsError, OSError) as error:
            complain(error)
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            raise typer.Exit(130) from None


app = typer.Typer(
    cls=Border,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _say_version(asked: bool) -> None:
    if asked:
        print(described("claims", library.version()))
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_say_version, is_eager=True, help="Say which this is."),
    ] = False,
) -> None:
    """Split articles into sourced claims, and keep track of what became of them."""


app.add_typer(desk)
app.add_typer(lookup)
app.add_typer(decisions)
app.add_typer(keeping)
app.add_typer(members)


@app.command(rich_help_panel=panels.READING)
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
            "--explain", help="Show the words that each claim rests on, and its check-worthiness."
        ),
    ] = False,
) -> None:
    """Split articles into sourced claims and print them. Stores nothing."""
    if jsonl and explain:
        raise typer.BadParameter("--jsonl is for programs and --explain for people; choose one.")
    failed = False
    results = spread(split_article, files.stream_all(paths), jobs)
    with closing(results), _progress() as progress:
        task = progress.add_task("split", total=None)  # a stream does not tell its length
        for result in results:
            progress.update(task, advance=1)
            if isinstance(result, ArticleError):
                failed = True
                complain(result)
            elif jsonl:
                print(tables.json_line(*result))
            else:
                out.print(tables.claims_table(*result))
                if explain:
                    out.print(tables.explanation(*result))
    raise typer.Exit(1 if failed else 0)


def _progress() -> Progress:
    """Return a bar on standard error, where that is a terminal and the output goes elsewhere."""
    return Progress(
        TextColumn("{task.completed:.0f} articles"),
        BarColumn(),
        TimeElapsedColumn(),
        console=err,
        transient=True,
        redirect_stdout=False,  # it would send our output to the bar's console
        disable=not err.is_terminal or out.is_terminal,
    )


def main() -> None:
    """Run the command line. What the terminal cannot show is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()


if __name__ == "__main__":
    main()
