"""The commands that keep a ledger: audited, backed up, checked, moved, rid of people who ask."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims.cli.files import reading, writing
from claims.cli.options import LEDGER, LedgerFile, Server, read, write
from claims.cli.tables import visible
from claims.cli.terminal import complain, err, out
from claims.errors import LedgerError
from claims.ledger.history import audit as audits
from claims.ledger.history import history
from claims.ledger.history.history import Head
from claims.ledger.keeping import backups, erasing, exporting, importing, restoring, sheet
from claims.ledger.members import people
from claims.reading import sheets

keeping = typer.Typer()

Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace the file if it is there already.")
]
Person = Annotated[
    int, typer.Argument(metavar="ID", min=1, help="The person's Discord id.", show_default=False)
]
Target = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="- is standard output.", show_default=False),
]


class Format(StrEnum):
    """What an export is for: coming back exactly, or a spreadsheet. Files' names end so."""

    JSONL = "jsonl"
    CSV = "csv"


@keeping.command()
def audit(
    kept: Annotated[
        list[str] | None,
        typer.Option("--head", metavar="SERVER:HASH", help="A head that an audit told before."),
    ] = None,
    ledger: LedgerFile = LEDGER,
) -> None:
    """
    Verify every server's history, and tell each one's head.

    Keep the heads somewhere else: a history whose end was cut off, or that was written anew,
    no longer has them.
    """
    heads = [_head(text) for text in kept or ()]
    breaks = [str(each) for each in read(ledger, audits.all_breaks)]
    breaks += [
        f"Server {head.guild_id}: its history no longer has the head {head.hash}."
        for head in heads
        if not read(ledger, history.holds, head)
    ]
    for head in read(ledger, history.heads):
        _say(f"{head.guild_id}:{head.hash}")
    _fail_with(breaks)
    _say("Every history holds.", to_people=True)


def _head(text: str) -> Head:
    server, _, hash_ = text.partition(":")
    if not (server.isascii() and server.isdigit() and hash_):
        raise typer.BadParameter(f"“{text}” is not SERVER:HASH.")
    return Head(int(server), hash_)


@keeping.command()
def backup(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
    overwrite: Overwrite = False,
    ledger: LedgerFile = LEDGER,
) -> None:
    """Copy the whole ledger as it is at this moment. The bot may run meanwhile."""
    size = backups.backup(ledger, file, now=datetime.now(UTC), overwrite=overwrite)
    _say(f"{file}: {size / 1e6:.1f} MB, whole.")


@keeping.command()
def restore(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
    ledger: LedgerFile = LEDGER,
) -> None:
    """
    Put a backup in the ledger's place, if it passes its check and nobody has the ledger open.

    Whoever was erased since the backup was made is erased again.
    """
    kept, erased = restoring.restore(file, ledger, now=datetime.now(UTC))
    _say(f"{ledger} is {file} now." + (f" What was there is {kept}." if kept else ""))
    _say(f"Erased again, as since that backup: people {erased.people}, servers {erased.servers}.")


@keeping.command()
def check(
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="A backup; the ledger if left out."),
    ] = None,
    ledger: LedgerFile = LEDGER,
) -> None:
    """Check a ledger or a backup: the file, references, history, search. The bot may run."""
    _fail_with(backups.check(file or ledger))
    _say("All is well.")


@keeping.command()
def export(
    file: Target,
    format_: Annotated[
        Format | None,
        typer.Option(
            "--format",
            help="jsonl comes back exactly; csv is for spreadsheets. If left out, as FILE ends;"
            " jsonl where it has no ending.",
            show_default=False,
        ),
    ] = None,
    overwrite: Overwrite = False,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Write one server's ledger to a file: all of it as jsonl, its claims as csv."""
    wanted = format_ or _ending(file)
    if file.exists() and ledger.exists() and file.samefile(ledger):
        raise LedgerError(f"{file} is the ledger itself. Name another file.")
    with _written(file, overwrite=overwrite) as put:
        if wanted is Format.JSONL:
            claims = read(ledger, exporting.export, server, put)
        else:
            claims = _put_all(sheets.lines(read(ledger, sheet.claims, server)), put)
    _say(f"{claims} claims exported.", to_people=True)


def _ending(file: Path) -> Format:
    """Return what a file's name says that it is to hold."""
    ending = file.suffix.casefold().removeprefix(".")
    if ending and ending not in list(Format):
        raise LedgerError(
            f"{file}: an export is no .{ending} file. End the name with .jsonl (all of the ledger)"
            " or .csv (its claims, which spreadsheets open), or choose with --format."
        )
    return Format(ending or Format.JSONL)


@keeping.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", show_default=False)],
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Take an exported ledger (jsonl) into a server that has none; all of it, or nothing."""
    try:
        with reading(file), file.open(encoding="utf-8", newline="\n") as lines:
            claims = write(ledger, importing.import_, server, lines)
    except importing.TransferError as error:
        _fail_with(list(error.problems))
    except UnicodeDecodeError as error:
        raise LedgerError(f"{file} is no export of a ledger: it is not UTF-8.") from error
    else:
        _say(f"{claims} claims imported.")


@keeping.command("export-person")
def export_person(user_id: Person, ledger: LedgerFile = LEDGER, server: Server = 0) -> None:
    """Print all that a server's ledger holds about a person, as lines of JSON."""
    for entry in read(ledger, people.export, server, user_id):
        _say(entry.json())


@keeping.command("erase-person")
def erase_person(
    user_id: Person,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """
    Put a pseudonym in the place of a person's id, everywhere in a server's ledger, for good.

    What they wrote stays: look at export-person first. Backups made before keep the id, and lose
    it when they are restored.
    """
    if not yes:
        typer.confirm(f"Erase {user_id} from the ledger of server {server}?", abort=True)
    changed = write(ledger, erasing.person, server, user_id, now=datetime.now(UTC))
    _say(f"{changed} rows changed.")


def _put_all(lines: Iterator[str], put: Callable[[str], object]) -> int:
    """Write a heading and what follows it; return how many lines follow."""
    return sum(1 for line in lines if put(line)) - 1


def _say(line: str, *, to_people: bool = False) -> None:
    """Print one line; what is only for people goes to standard error."""
    console = err if to_people else out
    console.print(visible(line), soft_wrap=True, markup=False, highlight=False)


def _fail_with(problems: list[str]) -> None:
    for problem in problems:
        complain(LedgerError(problem))
    if problems:
        raise typer.Exit(1)


@contextmanager
def _written(file: Path, *, overwrite: bool) -> Iterator[Callable[[str], object]]:
    """Give what writes a file, which gets its name once it is whole; UTF-8 in any terminal."""
    if str(file) == "-":
        yield lambda line: sys.stdout.buffer.write(line.encode())
        return
    part = file.with_name(f"{file.name}.part")
    with writing(file):
        if file.exists() and not overwrite:
            raise LedgerError(f"{file} is there already. Name another file, or use --overwrite.")
        try:
            with part.open("w", encoding="utf-8", newline="") as written:
                yield written.write
            part.replace(file)
        finally:
            part.unlink(missing_ok=True)
