"""The commands that keep claims in a ledger, and look them up there without Discord."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from claims import intake, tables
from claims.errors import ArticleError
from claims.ledger import articles, claims, open_ledger
from claims.ledger.claims import Filter, Page
from claims.records import Card, Rating, Stage
from claims.splitting import split
from claims.terminal import complain, out

desk = typer.Typer()

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


@desk.command()
def load(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Seed files, or anything else that `split` reads.",
            show_default=False,
        ),
    ],
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Split articles and store their claims. A text that is there already adds nothing."""
    raise typer.Exit(1 if asyncio.run(_load(paths, ledger, server)) else 0)


async def _load(paths: list[Path], path: Path, server: int) -> int:
    """Store what can be stored, then tell every problem with the rest; return how many."""
    problems: list[ArticleError] = []
    async with open_ledger(path) as ledger:
        for item in intake.stream_all(paths):
            try:
                if isinstance(item, ArticleError):
                    raise item
                stored = await ledger.write(
                    articles.add, server, item, split(item), actor=0, now=datetime.now(UTC)
                )
                out.print(tables.stored(item, stored), soft_wrap=True)
            except ArticleError as error:
                problems.append(error)
    for problem in problems:
        complain(problem)
    return len(problems)


@desk.command("list")
def list_(
    stage: Annotated[Stage | None, typer.Option(help="Only claims that stand here.")] = None,
    rating: Annotated[Rating | None, typer.Option(help="Only claims rated so.")] = None,
    words: Annotated[str, typer.Option(help="Only claims with these words.")] = "",
    start: Annotated[
        str | None, typer.Option(help="Go on from here, as told below a list.")
    ] = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """List a ledger's claims, newest first."""
    wanted = Filter(stage=stage, rating=rating, words=words)
    page = asyncio.run(_page(ledger, server, wanted, start))
    out.print(tables.page_table(page))
    if page.older is not None:
        out.print(f"There are older ones: --start {page.older}")


async def _page(path: Path, server: int, wanted: Filter, start: str | None) -> Page:
    async with open_ledger(path, writes=False) as ledger:
        return await ledger.read(claims.page, server, wanted, start=start, size=25)


@desk.command()
def show(
    number: Annotated[int, typer.Argument(help="The claim's number.", show_default=False)],
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Show one claim: who said it, in which words, where, and what was found."""
    out.print(tables.card_text(asyncio.run(_card(ledger, server, number))))


async def _card(path: Path, server: int, number: int) -> Card:
    async with open_ledger(path, writes=False) as ledger:
        return await ledger.read(claims.card, server, number)
