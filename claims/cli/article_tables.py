"""An article's claims as the command line shows them: a table, an explanation, a line of JSON."""

import json
from collections.abc import Iterator, Sequence

from rich import box
from rich.table import Table
from rich.text import Text

from claims.cli.tables import counted, visible, who
from claims.models import Article, Claim, Source, SourceType, Span
from claims.splitting import Split
from claims.splitting.attribution.rules import finds
from claims.splitting.worth import BASE, Feature, assess
from claims.wording import say


def json_line(article: Article, found: Split) -> str:
    """
    Return one article's claims, and what was left out, as one line of JSON, in ASCII.

    ASCII, so that no reader splits the line at U+2028, no terminal obeys what is in it, and
    no locale can fail to encode it.
    """
    return json.dumps(
        {
            "id": article.id,
            "claims": [claim.model_dump(mode="json") for claim in found.claims],
            "left_out": found.left_out,
        }
    )


def claims_table(article: Article, claims: Sequence[Claim]) -> Table:
    """Return a table with one claim a row, in the order of the article."""
    stated = any(claim.stated_on for claim in claims)
    table = Table(
        title=Text(_heading(article), style="bold"),
        title_justify="left",
        caption=counted(len(claims)),
        caption_justify="left",
        box=box.SIMPLE_HEAD,
        expand=True,
    )
    table.add_column("#", justify="right", style="dim")
    table.add_column("Claim", ratio=5)
    table.add_column("Source", ratio=3)
    table.add_column("Kind", no_wrap=True)
    if stated:
        table.add_column("Said", max_width=14)
    table.add_column("Check-\nworthiness", justify="right", no_wrap=True)
    for number, claim in enumerate(claims, start=1):
        table.add_row(
            str(number),
            Text(visible(claim.text)),
            _source(claim),
            claim.kind.value,
            *([Text(visible(claim.stated_on or ""))] if stated else []),
            f"{claim.check_worthiness:.2f}",
        )
    return table


def explanation(article: Article, found: Split) -> Table:
    """
    Return, for each claim, the words it rests on, its rule, and what makes it check-worthy.

    The last line counts what no claim rests on, by reason.
    """
    grid = Table.grid(padding=(0, 2))
    grid.add_column(justify="right", style="dim")
    grid.add_column()
    for number, claim in enumerate(found.claims, start=1):
        grid.add_row(str(number), Text(visible(claim.text), style="bold"))
        for label, words in _grounds(article, claim):
            grid.add_row(label, Text(words))
        grid.add_row()
    if found.left_out:
        grid.add_row("left out", ", ".join(f"{why}: {n}" for why, n in found.left_out.items()))
    return grid


def _grounds(article: Article, claim: Claim) -> Iterator[tuple[str, str]]:
    yield "content", _placed(article, claim.content)
    yield "source", _named(article, claim.source)
    for source in claim.via:
        yield "via", _named(article, source)
    yield "cue", _placed(article, claim.cue) or "none"
    if claim.stated_between:
        first, last = claim.stated_between
        yield "said", f"{visible(claim.stated_on or '')}: {first} to {last}"
    yield "rule", _found_by(claim)
    yield "group", str(claim.group)
    yield "check-worthiness", _weighed(claim)


def _found_by(claim: Claim) -> str:
    """Return the rule that found a claim, with what it finds: said_that: somebody and a verb …"""
    return f"{claim.rule}: {say(finds(claim.rule))}"


def _weighed(claim: Claim) -> str:
    """Return the score with what was noticed, and what each adds: 0.62: figure +1.0, …"""
    worth = assess(claim.text, claim.kind)
    noticed = [f"{one.name} {one.weight:+g}" for one in (*worth.features, Feature("start", BASE))]
    return f"{claim.check_worthiness:.2f}: {', '.join(noticed)}"


def _placed(article: Article, spans: Sequence[Span]) -> str:
    """Return the exact words with their spans: 12–18 wonder 25–30 whether"""
    return " ".join(f"{s.start}–{s.end} {visible(s.of(article.text))}" for s in spans)


def _named(article: Article, source: Source) -> str:
    return f"{who(source)}: {_placed(article, source.mention) or 'not named here'}"


def _source(claim: Claim) -> Text:
    source = claim.source
    cell = Text(visible(source.name), style="bold")
    notes = [visible(source.role)] if source.role else []
    if source.type in (SourceType.UNNAMED, SourceType.DOCUMENT):
        notes.append(source.type.value)
    notes += [f"via {visible(via.name)}" for via in claim.via]
    if notes:
        cell.append(f"\n{', '.join(notes)}", style="not bold dim")
    return cell


def _heading(article: Article) -> str:
    where = [visible(part) for part in (article.publisher, str(article.published_on or "")) if part]
    return " · ".join([visible(article.title or article.id), *where])
