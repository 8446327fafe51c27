"""The ledger's command line: `claims`, or `python -m claims`."""

import io
import os
import sys
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from claims.cli.commands import COMMANDS, HEADINGS
from claims.errors import ClaimsError
from claims.version import described


class Border(TyperGroup):
    """The one place where a failure becomes a line for people and an exit code."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - click gives it
        """Return the names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, name: str) -> Any:
        """Return a command, its module loaded now; None if there is none of this name."""
        if name not in COMMANDS:
            return None
        module = COMMANDS[name].module
        group = typer.main.get_group(getattr(import_module(f"claims.cli.{module}"), module))
        return group.get_command(ctx, name)

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - click gives it
        """Write the commands under their headings."""
        for heading, listed in HEADINGS.items():
            with formatter.section(heading):
                formatter.write_dl([(command.name, command.does) for command in listed])

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
            from claims.cli.terminal import complain  # rich, which errors alone need here

            complain(error)
            raise typer.Exit(1) from None
        except KeyboardInterrupt:
            raise typer.Exit(130) from None


app = typer.Typer(
    cls=Border,
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help comes in half the time, and the texts have no markup
)


def _say_version(asked: bool) -> None:
    if asked:
        from claims.ledger.store import library  # the ledger, which nothing else needs here

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


def main() -> None:
    """Run the command line. What the terminal cannot show is shown as a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()


if __name__ == "__main__":
    main()
