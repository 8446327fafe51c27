"""How a sentence was read, as the command line shows it: for people, or as a line of JSON."""

import json

from rich.table import Table
from rich.text import Text

from claims.cli.tables import visible, who
from claims.models import Article, Span
from claims.splitting.trace import Trace


def trace_line(article: Article, read: Trace) -> str:
    """Return a trace as one line of JSON, in ASCII."""
    return json.dumps(
        {
            "id": article.id,
            "paragraph": str(read.paragraph),
            "words": [word._asdict() for word in read.words],
            "attributions": [step._asdict() for step in read.attributions],
            "claims": [claim.model_dump(mode="json") for claim in read.claims],
        }
    )


def trace_table(article: Article, read: Trace) -> Table:
    """Return a trace with one stage after the other."""
    grid = Table.grid(padding=(0, 2))
    grid.add_column(style="dim")
    grid.add_column()

    def words(*spans: Span) -> str:
        return " … ".join(visible(" ".join(span.of(article.text).split())) for span in spans)

    grid.add_row("paragraph", str(read.paragraph))
    for word in read.words:
        grid.add_row(word.tag.lower(), Text(words(word.span)))
    for step in read.attributions:
        grid.add_row("attribution", step.rule)
        grid.add_row("  source", Text(words(step.source) if step.source else "nobody named"))
        grid.add_row("  cue", Text(words(step.cue)))
        grid.add_row("  content", Text(words(*step.content)))
    for claim in read.claims:
        grid.add_row("claim", Text(f"{who(claim.source)}: {visible(claim.text)} [{claim.rule}]"))
    return grid
