"""The commands that list a ledger's claims without Discord."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from claims.cli import tables
from claims.cli.options import LEDGER, LedgerFile, Server
from claims.cli.terminal import out
from claims.ledger import open_ledger
from claims.ledger.lookup import claims
from claims.models import Kind
from claims.records.claims import Rating, Stage
from claims.records.lists import Filter, Order, Page

lists = typer.Typer()

Day = typer.Option(formats=["%Y-%m-%d"], show_default=False)
Start = Annotated[
    str | None, typer.Option("--start", help="Go on from here, as told below a list.")
]
OnlyStage = Annotated[Stage | None, typer.Option("--stage", help="Only claims that stand here.")]
OnlyRating = Annotated[Rating | None, typer.Option("--rating", help="Only claims rated so.")]
OnlySource = Annotated[
    str | None, typer.Option("--source", help="Only claims of this source, by any of its names.")
]
Backwards = Annotated[bool, typer.Option("--newer", help="Go the other way from --start.")]


@lists.command("list")
def list_(
    stage: OnlyStage = None,
    rating: OnlyRating = None,
    words: Annotated[
        str, typer.Option(help='Only claims with these words; "quoted" a phrase, begu* begun.')
    ] = "",
    source: OnlySource = None,
    publisher: Annotated[str | None, typer.Option(help="Only claims that it published.")] = None,
    article: Annotated[int | None, typer.Option(help="Only claims of this article.")] = None,
    kind: Annotated[Kind | None, typer.Option(help="Only claims in such words.")] = None,
    tag: Annotated[str | None, typer.Option(help="Only claims with this tag.")] = None,
    assignee: Annotated[int | None, typer.Option(help="Only claims that they check.")] = None,
    worth: Annotated[
        float | None,
        typer.Option(
            "--check-worthiness", min=0, max=1, help="Only claims at least so check-worthy."
        ),
    ] = None,
    added_from: Annotated[datetime | None, Day] = None,
    added_to: Annotated[datetime | None, Day] = None,
    stated_from: Annotated[datetime | None, Day] = None,
    stated_to: Annotated[datetime | None, Day] = None,
    evidence: Annotated[
        bool | None, typer.Option("--evidence/--no-evidence", help="Only with, or without any.")
    ] = None,
    recheck: Annotated[bool, typer.Option(help="Only claims due for another check.")] = False,
    followed_by: Annotated[int | None, typer.Option(help="Only claims that they follow.")] = None,
    order: Annotated[Order, typer.Option(help="Which claims come first.")] = Order.NEWEST,
    start: Start = None,
    newer: Backwards = False,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """List a ledger's claims. Options add up, and every order can be turned page by page."""
    wanted = Filter(
        stage=stage,
        rating=rating,
        words=words,
        source=source,
        publisher=publisher,
        article=article,
        kind=kind,
        tag=tag,
        assignee=assignee,
        worth=worth,
        added_from=added_from and added_from.date(),
        added_to=added_to and added_to.date(),
        stated_from=stated_from and stated_from.date(),
        stated_to=stated_to and stated_to.date(),
        has_evidence=evidence,
        recheck_by=datetime.now(UTC).date() if recheck else None,
        followed_by=followed_by,
        order=order,
    )
    _show_page(asyncio.run(_page(ledger, server, wanted, start, upwards=newer)))


@lists.command()
def search(
    words: Annotated[
        list[str],
        typer.Argument(
            help='Words; "quoted" a phrase, the last one begun only.', metavar="WORD..."
        ),
    ],
    stage: OnlyStage = None,
    rating: OnlyRating = None,
    source: OnlySource = None,
    start: Start = None,
    newer: Backwards = False,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Search a ledger's claims, best match first."""
    wanted = Filter(
        stage=stage, rating=rating, source=source, words=" ".join(words), order=Order.MATCH
    )
    _show_page(asyncio.run(_page(ledger, server, wanted, start, upwards=newer)))


def _show_page(page: Page) -> None:
    out.print(tables.page_table(page) if page.claims else "No claims found.")
    if page.newer is not None:
        out.print(f"Back: --newer --start {page.newer}", soft_wrap=True)
    if page.older is not None:
        out.print(f"There are more: --start {page.older}", soft_wrap=True)


async def _page(
    path: Path, server: int, wanted: Filter, start: str | None, *, upwards: bool
) -> Page:
    async with open_ledger(path, writes=False) as ledger:
        return await ledger.read(claims.page, server, wanted, start=start, upwards=upwards, size=25)
