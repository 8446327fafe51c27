"""Sources and matches as the command line shows them. Pure; foreign text passes `visible`."""

from collections.abc import Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from claims.cli.tables import visible
from claims.ledger.decisions.matches import Match
from claims.matching import differences
from claims.records.articles import Listed, SourceRecord
from claims.records.lists import Known
from claims.rules import terms
from claims.rules.ratings import RATINGS

ONLY_HERE = "Counted is only what was checked here; it says nothing of what else a source claims."


def sources_table(found: Sequence[SourceRecord]) -> Table:
    """Return a table with one source a row."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, caption=ONLY_HERE, caption_justify="left")
    table.add_column("Source", ratio=3)
    table.add_column("Role", ratio=2)
    table.add_column("Claims", justify="right", no_wrap=True)
    table.add_column("Rated", ratio=3)
    for record in found:
        table.add_row(
            Text(visible(record.name)),
            Text(visible(record.role)),
            str(record.claims),
            _ratings(record) or "none",
        )
    return table


def source_text(record: SourceRecord) -> Text:
    """Return everything about one source, in lines."""
    rows = [("type", record.type.value), ("role", visible(record.role))]
    rows += [("also", visible(alias)) for alias in record.aliases]
    rows += [("claims", str(record.claims)), ("rated", _ratings(record) or "none")]
    lines = [f"{label:<10}{value}\n" for label, value in rows if value]
    return Text.assemble((f"{visible(record.name)}\n", "bold"), *lines, ONLY_HERE)


def _ratings(record: SourceRecord) -> str:
    return ", ".join(
        f"{row.words} {record.ratings[rating]}"
        for rating, row in RATINGS.items()
        if rating in record.ratings
    )


def known_table(found: Sequence[Known]) -> Table:
    """Return a table of what is known about a text, with what differs from it."""
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    table.add_column("#", justify="right", style="dim")
    table.add_column("Claim", ratio=5)
    table.add_column("Source", ratio=2)
    table.add_column("Status", no_wrap=True)
    table.add_column("Alike", justify="right", no_wrap=True)
    table.add_column("Differs", ratio=3)
    for known in found:
        table.add_row(
            str(known.claim.number),
            Text(visible(known.claim.text)),
            Text(visible(known.claim.source.name)),
            terms.badge(known.claim.standing),
            f"{known.likeness:.0f} %",
            Text(_differing(known.differs, "the text", known.claim.number)),
        )
    return table


def matches_table(found: Sequence[Match]) -> Table:
    """Return a table of suggestions: which claim may repeat which."""
    table = Table(box=box.SIMPLE_HEAD)
    table.add_column("Claim", justify="right")
    table.add_column("may repeat", justify="right")
    table.add_column("Alike", justify="right")
    table.add_column("Differs")
    for match in found:
        table.add_row(
            f"#{match.number}",
            f"#{match.other}",
            f"{match.score:.0f} %",
            Text(_differing(match.differs, f"#{match.number}", match.other)),
        )
    return table


def _differing(differs: Sequence[str], here: str, number: int) -> str:
    return visible(differences.told(differs, here=here, there=f"#{number}")) if differs else ""


def articles_table(found: Sequence[Listed]) -> Table:
    """Return a table with one article a row."""
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    table.add_column("Id", justify="right", no_wrap=True)
    table.add_column("Title", ratio=4)
    table.add_column("Publisher", ratio=2)
    table.add_column("Published", no_wrap=True)
    table.add_column("Claims", justify="right", no_wrap=True)
    for article in found:
        table.add_row(
            str(article.id),
            Text(visible(article.title)),
            Text(visible(article.publisher)),
            str(article.published_on or ""),
            str(article.claims),
        )
    return table
