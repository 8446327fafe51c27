"""
What of a text is the article: its paragraphs, and what each of them is.

Told by how a paragraph looks and where it stands, never by its subject. What cannot be told
from the body stays body: a sentence too much can be dropped later, one too few is lost.
"""

import re
from collections.abc import Mapping, Sequence, Set
from enum import StrEnum
from typing import NamedTuple

from claims.models import Span
from claims.splitting.body.bylines import is_bio, is_byline, is_publisher_line
from claims.splitting.body.captions import captions
from claims.splitting.body.datelines import dateline
from claims.splitting.body.headings import ITEM, LABEL_WORDS, is_label, is_lead, is_title
from claims.splitting.body.imprints import copyright_holder, is_same, parts_of, speaks_as
from claims.splitting.body.layout import blocks, ends_sentence
from claims.splitting.body.notices import LONGEST, notice


class Role(StrEnum):
    """What a paragraph is to the article."""

    BODY = "body"
    HEADLINE = "headline"
    BYLINE = "byline"
    DATELINE = "dateline"
    FURNITURE = "furniture"


class Paragraph(NamedTuple):
    """A trimmed stretch of the text and what it is."""

    span: Span
    role: Role


# Above the body stand a headline, its twin, a line or two below it, and a summary in points.
TOP = 6
# "WASHINGTON — " stands in the body's first paragraph, but a headline that ends in a full stop
# and a summary look like body before it.
LEADS = 3
IMPRINTS = 12  # lines above and below the body among which the publisher is looked for
BIOS = 3  # who wrote it is told in the last paragraphs

_WORD = re.compile(r"\w+")
_CREDITS = re.compile(
    r"\(?(?:\(|\b(?=Reporting))(?:Additional\s|Further\s)?"
    r"(?:[Rr]eporting|[Ww]riting|[Ee]diting|[Cc]ompiled)\s(?:and\s\w+\s)?by\s[A-Z][^()]*\)\W{0,2}\Z"
)
_CREDITS_TAIL = 400  # the longest seen names six people in four towns
_ELLIPSES = ("...", "…")


def _key(paragraph: str) -> str:
    return " ".join(_WORD.findall(paragraph.casefold()))


def _is_again(part: str, headlines: Mapping[str, set[str]]) -> bool:
    """Whether it is a headline once more; `headlines` are the keys of those by first words."""
    if not headlines:
        return False
    first = _WORD.search(part.casefold())
    alike = headlines.get(first.group() if first else "", ())
    return bool(alike) and _key(part) in alike


class _Page(NamedTuple):
    """The paragraphs of one text as strings, and the index of the one where the body begins."""

    parts: Sequence[str]
    notices: Sequence[str | None]
    captions: Set[int]
    lead: int | None


def _above(part: str, taken: int) -> Role:
    """What stands above the body, `taken` headlines after the first."""
    if taken and is_byline(part, bare=True):
        return Role.BYLINE
    if is_publisher_line(part) or (taken and len(part.split()) == 1):
        return Role.FURNITURE
    said = ends_sentence(part) and not is_title(part)
    return Role.BODY if taken >= TOP or (taken and said) else Role.HEADLINE


def _in_list(page: _Page, at: int) -> bool:
    """Whether the short line belongs to a list that the body goes on after, or announces."""
    parts, notices = page.parts, page.notices
    before, after = at - 1, at + 1
    while before >= 0 and at - before < LABEL_WORDS and is_label(parts[before]):
        before -= 1
    while after < len(parts) and after - at < LABEL_WORDS and is_label(parts[after]):
        after += 1
    if before >= 0 and parts[before].endswith(":") and not notices[before]:
        return True
    # A section has one name, perhaps two; tags and links in a row stand at the very end.
    return after - before > 3 and after < len(parts)


def _below(page: _Page, at: int, headlines: Mapping[str, set[str]]) -> Role:
    """What a paragraph from the lead on is."""
    part = page.parts[at]
    if len(part) <= 300 and _is_again(part, headlines):
        return Role.HEADLINE
    if is_byline(part) or (at >= len(page.parts) - BIOS and is_bio(part)):
        return Role.BYLINE
    if is_publisher_line(part) or at in page.captions:
        return Role.FURNITURE
    if part.endswith(_ELLIPSES) and _announces(part, page.parts[at + 1 : at + 3]):
        return Role.FURNITURE
    if _signs(page, at):
        return Role.BODY
    if is_label(part) and at != page.lead and not _in_list(page, at):
        return Role.FURNITURE
    return Role.BODY


def _announces(part: str, following: Sequence[str]) -> bool:
    """Whether `part` is the beginning of one of the next paragraphs, cut off by an ellipsis."""
    start = part.rstrip(".… ")
    return bool(start) and any(one.startswith(start) for one in following)


def _signs(page: _Page, at: int) -> bool:
    """Whether the line is the name under a quotation: `― Ada Brun`."""
    quoted = at > 0 and page.parts[at - 1].endswith(("”", '"', "’", "»"))
    return quoted and page.parts[at][0] in "―—–" and len(page.parts[at]) <= LONGEST


def _roles(page: _Page) -> list[Role]:
    roles: list[Role] = []
    headlines: dict[str, set[str]] = {}
    taken = 0
    for at, (part, name) in enumerate(zip(page.parts, page.notices, strict=True)):
        if name:
            role = Role.BYLINE if name == "byline" else Role.FURNITURE
        elif page.lead is None:
            role = Role.BYLINE if is_byline(part) else Role.BODY
        elif at < page.lead and not ITEM.match(part):
            role = Role.BYLINE if is_byline(part) else _above(part, taken)
        else:
            role = _below(page, at, headlines)
        if role is Role.HEADLINE:
            key = _key(part)
            headlines.setdefault(key.partition(" ")[0], set()).add(key)
            taken += 1
        roles.append(role)
    return roles


def _cut(text: str, span: Span, leads: bool) -> list[Paragraph]:
    """Cut a dateline off the start of a body paragraph and the credits off its end."""
    start, end = span
    cut: list[Paragraph] = []
    if found := dateline(text[start:end], leads):
        line = text[start : start + found.length].rstrip()
        cut.append(Paragraph(Span(start, start + len(line)), Role.DATELINE))
        start += found.length
    closing = None
    tail = max(start, end - _CREDITS_TAIL)
    if text[end - 3 : end].find(")") >= 0 and (match := _CREDITS.search(text[tail:end])):
        closing = Paragraph(Span(tail + match.start(), end), Role.BYLINE)
        end = start + len(text[start : tail + match.start()].rstrip())
    if start < end:
        cut.append(Paragraph(Span(start, end), Role.BODY))
    return [*cut, closing] if closing else cut


def paragraphs(text: str) -> list[Paragraph]:
    r"""
    Return the paragraphs of `text` in order; together they cover every line that is not blank.

    Datelines and closing credits are cut off the body paragraphs that they stand in.

    >>> [one.role.value for one in paragraphs("By Ann Oru\n\nLIMA, Norland - It rained all day.")]
    ['byline', 'dateline', 'body']
    """
    spans = blocks(text)
    parts = [span.of(text) for span in spans]
    notices = [notice(part) for part in parts]
    lead = next((at for at, part in enumerate(parts) if not notices[at] and is_lead(part)), None)
    found: list[Paragraph] = []
    bodies = 0
    for span, role in zip(spans, _roles(_Page(parts, notices, captions(parts), lead)), strict=True):
        if role is Role.BODY:
            found += _cut(text, span, bodies < LEADS)
            bodies += 1
        else:
            found.append(Paragraph(span, role))
    return found


def _around(text: str, found: Sequence[Paragraph]) -> tuple[list[str], list[str]]:
    """The short furniture and the bylines above the body and below it."""
    bodies = [at for at, one in enumerate(found) if one.role is Role.BODY] or [len(found)]
    # Bounded, because each of them may be looked for in the whole text.
    around = [*found[: bodies[0]][-IMPRINTS:], *found[bodies[-1] + 1 :][:IMPRINTS]]
    short = [one for one in around if one.span.end - one.span.start <= LONGEST]
    lines = [one.span.of(text) for one in short if one.role is Role.FURNITURE]
    return lines, [one.span.of(text) for one in short if one.role is Role.BYLINE]


def publisher(text: str, found: Sequence[Paragraph]) -> str | None:
    """
    Return who published `text`, where its own paragraphs say so; None where it is not sure.

    A line with the publisher's name counts most; a one-word line only if the article speaks of
    itself by that word ("told ECHO", "ECHO has asked …"). Agencies in datelines and holders of
    the copyright count unless they contradict each other.
    """
    lines, bylines = _around(text, found)
    for name in [*lines, *(part for line in bylines for part in parts_of(line))]:
        if is_publisher_line(name) or speaks_as(text, name):
            return name
    heads = [one.span.of(text) + " The" for one in found if one.role is Role.DATELINE]
    agencies = [cut.agency for head in heads if (cut := dateline(head)) and cut.agency]
    named = agencies[:1] + [holder for line in lines if (holder := copyright_holder(line))]
    return named[0] if named and all(is_same(named[0], other) for other in named) else None
