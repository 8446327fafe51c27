"""The commands that keep claims in a ledger, and look them up there without Discord."""

import asyncio
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from claims.cli import lookup_tables, panels, tables
from claims.cli.terminal import complain, out
from claims.errors import ArticleError
from claims.ledger import open_ledger
from claims.ledger.articles import articles
from claims.ledger.decisions import matches
from claims.ledger.decisions.matches import Match, MatchOutcome
from claims.ledger.lookup import claims
from claims.models import Article, Kind
from claims.reading import files
from claims.records.cards import Card
from claims.records.claims import Evidence, Rating, Stage
from claims.records.lists import Filter, Order, Page
from claims.rules.viewing import Viewer
from claims.rules.workflow import evidence_problems
from claims.splitting import split
from claims.visible import is_blank

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


@desk.command(rich_help_panel=panels.READING)
def load(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Seed files, or anything else that `split` reads.",
            show_default=False,
        ),
    ],
    title: Annotated[str, typer.Option(help="The article's title.", show_default=False)] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.", show_default=False)] = "",
    published_on: Annotated[
        datetime | None, typer.Option(help="When.", formats=["%Y-%m-%d"], show_default=False)
    ] = None,
    url: Annotated[str, typer.Option(help="Where it can be read.", show_default=False)] = "",
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """
    Split articles and store their claims. A text that is there already adds nothing.

    What the options say of one article counts more than what it says of itself.
    """
    day = published_on.date() if published_on else None
    items = files.stream_all(paths)
    about = _about(title=title, publisher=publisher, published_on=day, url=url)
    if about:
        items = _described(_of_one(items), about)
    raise typer.Exit(1 if asyncio.run(_load(items, ledger, server)) else 0)


def _about(*, url: str, **named: str | date | None) -> dict[str, object]:
    """Return what was said of an article; what is left out, or blank, is not there."""
    if problems := evidence_problems(Evidence(url=url)) if url else []:
        raise typer.BadParameter(" ".join(map(str, problems)), param_hint="--url")
    given = {**named, "url": url}
    blank = [f"--{name}" for name, value in given.items() if value and is_blank(str(value))]
    if blank:
        raise typer.BadParameter("nothing of it can be seen.", param_hint=", ".join(blank))
    return {name: value for name, value in given.items() if value}


def _of_one(items: Iterable[files.Item]) -> list[files.Item]:
    """Return all items if they are of one article; with several, options would describe each."""
    kept: list[files.Item] = []
    for item in items:
        if isinstance(item, Article) and any(isinstance(each, Article) for each in kept):
            raise typer.BadParameter(
                "--title, --publisher, --published-on and --url describe one article, and these"
                " are several. Load it alone; nothing was stored."
            )
        kept.append(item)
    return kept


def _described(items: Iterable[files.Item], about: dict[str, object]) -> Iterator[files.Item]:
    """Yield the items, articles with what was said of them."""
    for item in items:
        yield item.model_copy(update=about) if isinstance(item, Article) else item


async def _load(items: Iterable[files.Item], path: Path, server: int) -> int:
    """Store what can be stored, then tell every problem with the rest; return how many."""
    problems: list[ArticleError] = []
    async with open_ledger(path) as ledger:
        for item in items:
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


@desk.command("list", rich_help_panel=panels.LOOKING_UP)
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


@desk.command(rich_help_panel=panels.LOOKING_UP)
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


@desk.command(rich_help_panel=panels.LOOKING_UP)
def show(
    number: Annotated[int, typer.Argument(help="The claim's number.", show_default=False)],
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Show one claim: who said it, in which words, where, what was found, what may repeat it."""
    card, found = asyncio.run(_card(ledger, server, number))
    if card.claim.number != number:
        out.print(f"#{number} was merged into #{card.claim.number}.", highlight=False)
    out.print(tables.card_text(card))
    if found:
        out.print(lookup_tables.matches_table(found))


async def _card(path: Path, server: int, number: int) -> tuple[Card, list[Match]]:
    """Return a claim's card, and the suggestions about it that wait for a decision."""
    async with open_ledger(path, writes=False) as ledger:
        card = await ledger.read(claims.card, server, number, Viewer.MODERATOR)
        found = await ledger.read(matches.of, server, card.claim.number)
    return card, [match for match in found if match.outcome is MatchOutcome.SUGGESTED]
