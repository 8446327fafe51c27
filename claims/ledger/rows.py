"""Between rows and records. Contains no business logic."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from pydantic_core import from_json

from claims.models import Kind, Source, SourceType, Span
from claims.records.cards import Appearance
from claims.records.claims import Evidence, Standing, TrackedClaim
from claims.records.decisions import Action, Detail, Event
from claims.rules import viewing

GREATEST = 2**63 - 1
"""The greatest integer that SQLite keeps."""


def to_epoch_seconds(moment: datetime) -> int:
    """Return whole seconds since 1970, UTC, as every time in the ledger is kept."""
    return int(moment.timestamp())


@lru_cache(maxsize=4_096)  # all claims of an article were added at the same one
def from_epoch_seconds(seconds: int) -> datetime:
    """Return the moment that the ledger keeps as `seconds`."""
    return datetime.fromtimestamp(seconds, UTC)


def from_epoch_days(days: int) -> date:
    """Return the date that the ledger counts as so many days since 1970."""
    return date(1970, 1, 1) + timedelta(days=days)


def fingerprint(*parts: str) -> str:
    """Return the same digest for the same words, whatever their case and white space."""
    words = "\x1f".join(" ".join(part.casefold().split()) for part in parts)
    return hashlib.sha256(words.encode()).hexdigest()


def folded(name: str) -> str:
    """Return the name as names are compared: whatever its case and white space."""
    return " ".join(encodable(name).casefold().split())


def encodable(text: str) -> str:
    """Return the text with "?" for what SQLite cannot keep: halves of characters."""
    return text.encode(errors="replace").decode()


def spans_json(spans: Iterable[Span]) -> str:
    return json.dumps([list(span) for span in spans], separators=(",", ":"))


def spans(text: str) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in json.loads(text))


COLUMNS = """
claim.number, claim.text, claim.kind, claim.stated_on, claim.stated_from, claim.stated_to,
claim.check_worthiness, claim.standing, claim.version, claim.added_at,
source.name AS source_name, source.type AS source_type, source.role AS source_role
"""
"""What `claim_from_row` needs of the tables claim and source, before any other columns."""

WIDTH = COLUMNS.count(",") + 1

SOURCE = "JOIN source ON source.guild_id = claim.guild_id AND source.id = claim.source_id"

CLAIM = f"SELECT {COLUMNS} FROM claim {SOURCE}"
"""Claims with their sources; a WHERE follows."""


# Members by their values: asking an enumeration takes longer than all else of a row together.
_KINDS = {kind.value: kind for kind in Kind}
_ACTIONS = {action.value: action for action in Action}


def claim_from_row(row: sqlite3.Row) -> TrackedClaim:
    """Return the claim of a row that begins with COLUMNS, as everybody may see it."""
    return viewing.claim(whole_claim_from_row(row))


def whole_claim_from_row(row: sqlite3.Row) -> TrackedClaim:
    """Return the claim of a row that begins with COLUMNS, opinions that wait included."""
    # Taken apart by place: by name, each column would be looked for among all of them.
    number, text, kind, stated_on, first, last, worth, stands, version, at, name, type_, role = row[
        :WIDTH
    ]
    return TrackedClaim(
        number,
        text,
        _KINDS[kind],
        _source(name, type_, role),
        stated_on,
        (date.fromisoformat(first), date.fromisoformat(last)) if first else None,
        worth,
        standing(stands),
        version,
        from_epoch_seconds(at),
    )


def tracked_all(rows: Iterable[sqlite3.Row]) -> tuple[TrackedClaim, ...]:
    """Return the claims of many such rows."""
    return tuple(map(claim_from_row, rows))


# Many claims of a page share these, open ones all; records never change, so that they can. Both
# halve what a page of 25 takes to build.
@lru_cache(maxsize=4_096)
def standing(text: str) -> Standing:
    """Return the standing that the ledger keeps as this text."""
    return Standing.model_validate_json(text)


@lru_cache(maxsize=4_096)
def _source(name: str, type_: str, role: str) -> Source:
    return Source(name=name, type=SourceType(type_), role=role)


EVENT = """
SELECT id, number, at, actor, action, before, after, reason, undone, detail FROM event
"""
"""Events, whole; a WHERE follows."""


def event(row: sqlite3.Row) -> Event:
    """Return the event of a row that EVENT found."""
    id_, number, at, actor, action, before, after, reason, undone, detail = row
    return Event(
        id_,
        number,
        from_epoch_seconds(at),
        actor,
        _ACTIONS[action],
        standing(before) if before else None,
        standing(after),
        reason,
        undone,
        _detail(detail),
    )


EVIDENCE = """
SELECT id, number, url, stance, note, quotation, is_primary, added_by, added_at FROM evidence
"""
"""Pieces of evidence, whole; a WHERE follows."""


def evidence(row: sqlite3.Row) -> Evidence:
    """Return the piece of evidence of a row that EVIDENCE found."""
    id_, _number, url, stance, note, quotation, is_primary, added_by, added_at = row
    return Evidence(
        id=id_,
        url=url,
        stance=stance,
        note=note,
        quotation=quotation,
        is_primary=is_primary,
        added_by=added_by,
        added_at=from_epoch_seconds(added_at),
    )


APPEARANCE = """
SELECT article.id, title, publisher, published_on, url, article.text, appearance.content,
       appearance.origin, appearance.rule
FROM appearance JOIN article
     ON article.guild_id = appearance.guild_id AND article.id = appearance.article_id
"""
"""Appearances with their articles; a WHERE follows."""


def appearance(row: sqlite3.Row) -> Appearance:
    """Return the appearance of a row that APPEARANCE found."""
    article_id, title, publisher, published_on, url, text, content, _origin, rule = row
    return Appearance(
        article_id,
        title,
        publisher,
        date.fromisoformat(published_on) if published_on else None,
        url,
        tuple(text[start:end] for start, end in from_json(content)),
        rule,
    )


@lru_cache(maxsize=1_024)  # most events changed nothing but the standing
def _detail(text: str) -> Detail:
    return Detail.model_validate_json(text)
