"""What the commands share: their options, and how they reach the ledger."""

import asyncio
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from claims.cli import tables
from claims.cli.terminal import out
from claims.ledger import open_ledger
from claims.ledger.store.connection import Operation
from claims.records.cards import Card

T = TypeVar("T")

LEDGER = Path("claims.db")
LedgerFile = Annotated[
    Path, typer.Option("--ledger", envvar="CLAIMBOT_LEDGER", help="The ledger's file.")
]
Server = Annotated[
    int,
    typer.Option(
        "--server", min=0, max=2**63 - 1, help="A Discord server's id; 0 is a desk without Discord."
    ),
]
Number = Annotated[int, typer.Argument(help="The claim's number.", show_default=False)]
Actor = Annotated[
    int,
    typer.Option("--actor", min=0, max=2**63 - 1, help="Who decides: a Discord id; 0 is nobody's."),
]
Seen = Annotated[
    int | None,
    typer.Option("--seen", help="Refuse if the claim's version is another by now."),
]
Reason = Annotated[str, typer.Option("--reason", help="Why.", show_default=False)]


def write(path: Path, operation: Operation[..., T], *args: object, **kwargs: object) -> T:
    """Run one operation that writes; where it fails nothing was changed."""

    async def run() -> T:
        async with open_ledger(path) as ledger:
            return await ledger.write(operation, *args, **kwargs)

    return asyncio.run(run())


def read(path: Path, operation: Operation[..., T], *args: object, **kwargs: object) -> T:
    """Run one operation that only reads."""

    async def run() -> T:
        async with open_ledger(path, writes=False) as ledger:
            return await ledger.read(operation, *args, **kwargs)

    return asyncio.run(run())


def show(card: Card) -> None:
    """Print a claim's card."""
    out.print(tables.card_text(card))
