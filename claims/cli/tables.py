"""
Claims as the command line shows them: a table for people, a line of JSON for programs.

Pure. Whatever comes from an article passes through `visible`, for a terminal obeys control
characters, and as rich's Text, for rich obeys square brackets.
"""

import re
from collections.abc import Iterator

from rich import box
from rich.table import Table
from rich.text import Text

from claims.models import Article, Source
from claims.records.articles import Added
from claims.records.cards import Card
from claims.records.claims import Stage, Standing
from claims.records.lists import Page
from claims.rules import terms
from claims.rules.ratings import RATINGS

# Control characters, and those that turn the direction of what follows or show as nothing.
_UNSHOWABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"
)
_SPACE = re.compile(r"\s+")


def visible(text: str) -> str:
    """Return the text on one line, with "�" for whatever a terminal would obey or hide."""
    return _SPACE.sub(" ", _UNSHOWABLE.sub("\ufffd", text)).strip()


def stored(article: Article, added: Added) -> Text:
    """Return one line on what storing an article came to."""
    name = visible(article.title or article.id)
    if added.is_repeat:
        return Text(f"{name}: there already, nothing added")
    known = f", {len(added.known)} known already" if added.known else ""
    return Text(f"{name}: {counted(len(added.new))} added{known}")


def page_table(page: Page) -> Table:
    """Return a table with one tracked claim a row."""
    table = Table(box=box.SIMPLE_HEAD, expand=True)
    table.add_column("#", justify="right", style="dim")
    table.add_column("Claim", ratio=5)
    table.add_column("Source", ratio=2)
    table.add_column("Status", no_wrap=True)
    for claim in page.claims:
        table.add_row(
            str(claim.number),
            Text(visible(claim.text)),
            Text(visible(claim.source.name)),
            terms.badge(claim.standing),
        )
    return table


def card_text(card: Card) -> Text:
    """Return everything about one tracked claim, in lines."""
    claim, standing = card.claim, card.claim.standing
    rows = [("source", who(claim.source)), ("kind", claim.kind.value)]
    if claim.stated_on:
        rows.append(("stated", visible(claim.stated_on)))
    if len(card.appearances) > 1:
        origins = "1 origin" if card.origins == 1 else f"{card.origins} origins"
        rows.append(("made in", f"{len(card.appearances)} appearances, {origins}"))
    for place in card.appearances:
        words = " … ".join(f"“{visible(words)}”" for words in place.quoted)
        where = [place.title, place.publisher, str(place.published_on or ""), place.url]
        rows.append(("in", ", ".join(visible(part) for part in where if part)))
        rows.append(("", words))
        if place.rule:
            rows.append(("found by", visible(place.rule)))
    if standing.published:
        rows.append(("reason", visible(standing.reason)))
    rows += _standing_lines(standing)
    if card.tags:
        rows.append(("tags", visible(", ".join(card.tags))))
    for piece in card.evidence:
        primary = "primary source" if piece.is_primary else ""
        said = f"“{piece.quotation}”" if piece.quotation else ""
        parts = [piece.url, primary, piece.note, said]
        rows.append((piece.stance.value, visible(" · ".join(part for part in parts if part))))
    lines = [f"{label:<10}{value}\n" for label, value in rows]
    head = f"#{claim.number} {terms.badge(standing)}\n"
    return Text.assemble((head, "bold"), f"{visible(claim.text)}\n", *lines)


def _standing_lines(standing: Standing) -> Iterator[tuple[str, str]]:
    """Yield a label and a text for all that stands beside the rating and its reason."""
    if standing.why:
        yield "dropped" if standing.stage is Stage.DROPPED else "disputed", visible(standing.why)
    if standing.relaxed and standing.published:
        yield "evidence", "less than two independent origins or a primary source"
    if standing.earlier:
        grade = f" ({standing.grade} correction)" if standing.grade else ""
        yield "earlier", f"{RATINGS[standing.earlier].words}{grade}"
    for opinion in standing.opinions:
        label = "proposed" if standing.waiting else "opinion"
        yield label, f"{RATINGS[opinion.rating].words}: {visible(opinion.reason)}"
    if standing.assignee is not None:
        yield "in hand", person(standing.assignee)
    if standing.recheck_on:
        yield "re-check", f"from {standing.recheck_on}"
    if standing.merged_into is not None:
        yield "merged", f"into #{standing.merged_into}"


def person(user_id: int) -> str:
    """Return how a person is called here; below 0 stand those who were erased."""
    if user_id == 0:
        return "the command line"
    return f"member {user_id}" if user_id > 0 else "an erased member"


def who(source: Source) -> str:
    role = f", {source.role}" if source.role else ""
    return visible(f"{source.name}{role} ({source.type})")


def counted(number: int) -> str:
    return f"{number} claim" if number == 1 else f"{number or 'no'} claims"
