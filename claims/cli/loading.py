"""The command that reads articles into a ledger."""

import asyncio
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from claims import splitting
from claims.cli import tables
from claims.cli.options import LEDGER, LedgerFile, Server
from claims.cli.terminal import complain, out
from claims.errors import ArticleError
from claims.ledger import open_ledger
from claims.ledger.articles import articles
from claims.models import Article
from claims.reading import files
from claims.records.claims import Evidence
from claims.rules.workflow import evidence_problems
from claims.visible import is_blank

loading = typer.Typer()


@loading.command()
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
                    articles.add,
                    server,
                    item,
                    splitting.split(item),
                    actor=0,
                    now=datetime.now(UTC),
                )
                out.print(tables.stored(item, stored), soft_wrap=True)
            except ArticleError as error:
                problems.append(error)
    for problem in problems:
        complain(problem)
    return len(problems)
