"""The commands that look up sources, and what is known already of a text."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from claims.cli import lookup_tables, tables
from claims.cli.options import LEDGER, Actor, LedgerFile, Number, Server, read, write
from claims.cli.terminal import out
from claims.ledger import open_ledger
from claims.ledger.articles import contents, sources
from claims.ledger.decisions import aliases, matches
from claims.ledger.decisions.matches import Match, MatchOutcome
from claims.ledger.lookup import claims, text_lookup
from claims.records.cards import Card
from claims.rules.viewing import Viewer

lookup = typer.Typer()
source = typer.Typer(help="Who claims what, and what was found of it.")
lookup.add_typer(source, name="source")

Name = Annotated[str, typer.Argument(help="Any of its names.", show_default=False)]
OtherName = Annotated[str, typer.Argument(help="Another name of it.", show_default=False)]


@source.command("list")
def list_(
    start: Annotated[str, typer.Option(help="Go on from this name.")] = "",
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """List the sources by name, with what was found of their claims."""
    found, following = read(ledger, sources.list_, server, start=start)
    out.print(lookup_tables.sources_table(found) if found else "No sources found.")
    if following is not None:
        out.print(f"There are more: --start '{tables.visible(following)}'", markup=False)


@source.command()
def show(name: Name, ledger: LedgerFile = LEDGER, server: Server = 0) -> None:
    """Show a source: its names, and counts of its claims by rating."""
    out.print(lookup_tables.source_text(read(ledger, sources.show, server, name)))


@source.command()
def alias(
    name: Name,
    other: OtherName,
    actor: Actor = 0,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Let a source have another name; a source of that name becomes part of it for good."""
    now = datetime.now(UTC)
    write(ledger, aliases.add, server, name, other, actor=actor, now=now)
    show(name, ledger, server)


@source.command()
def unalias(name: Name, other: OtherName, ledger: LedgerFile = LEDGER, server: Server = 0) -> None:
    """Let a source no longer have this other name."""
    write(ledger, aliases.remove, server, name, other)
    show(name, ledger, server)


@lookup.command("check-text")
def check_text(
    text: Annotated[str, typer.Argument(help="In your own words; - is standard input.")],
    most: Annotated[int, typer.Option(min=1, max=100, help="Show so many claims.")] = 10,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Show what the ledger knows about a text, best match first, with what differs from it."""
    if text == "-":
        text = sys.stdin.read()
    found = read(ledger, text_lookup.claims_about, server, text, size=most)
    if found:
        out.print(lookup_tables.known_table(found))
    else:
        out.print("Nothing is known about this here.")


@lookup.command("matches")
def matches_(ledger: LedgerFile = LEDGER, server: Server = 0) -> None:
    """List the claims that may say the same, as long as nobody decided."""
    found = read(ledger, matches.waiting, server)
    if found:
        out.print(lookup_tables.matches_table(found))
    else:
        out.print("No two claims wait for a decision.")


@lookup.command()
def reject(
    number: Number,
    other: Annotated[int, typer.Argument(help="What it may repeat.", show_default=False)],
    actor: Actor = 0,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """Say that two claims of `matches` do not say the same; `merge` says that they do."""
    write(ledger, matches.reject, server, number, other, actor=actor)
    out.print(f"#{number} and #{other} stay two claims.", highlight=False)


@lookup.command("articles")
def articles_(
    start: Annotated[int | None, typer.Option(help="Go on from this article back.")] = None,
    ledger: LedgerFile = LEDGER,
    server: Server = 0,
) -> None:
    """List the articles, newest first, with the ids that `list --article` takes."""
    shelf = read(ledger, contents.shelf, server, start=start, size=25)
    out.print(
        lookup_tables.articles_table(shelf.articles) if shelf.articles else "No articles found."
    )
    if shelf.older is not None:
        out.print(f"There are more: --start {shelf.older}", highlight=False)


@lookup.command("show")
def show_claim(
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
