"""
The command line, as tests run it.

In this process where a new one would prove nothing more: to start the installed program takes a
second or more. Each of these files runs it, too, where it says so.
"""

import subprocess
import sys
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple

from typer.testing import CliRunner

from claims.__main__ import app


class Done(NamedTuple):
    """How a command ended and what it printed, as a finished process tells it."""

    returncode: int
    stdout: str
    stderr: str


def claims(*arguments: str | Path, cwd: Path) -> Done:
    """Run `claims` in that folder, in this process."""
    with chdir(cwd):
        done = CliRunner(env={"COLUMNS": "80"}).invoke(
            app, [*map(str, arguments)], catch_exceptions=False
        )
    return Done(done.exit_code, done.stdout, done.stderr)


def installed(*arguments: str | Path, cwd: Path) -> Done:
    """Run the installed program `claims` in that folder, in a process of its own."""
    command = [Path(sys.executable).with_name("claims"), *arguments]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=60, check=False)
    return Done(done.returncode, done.stdout, done.stderr)
