"""Between rows and records. Contains no business logic."""

import hashlib
import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from pydantic import TypeAdapter
from pydantic_core import from_json

from claims.models import Source, SourceType, Span
from claims.records import Appearance, Card, Detail, Event, Evidence, Standing, TrackedClaim

GREATEST = 2**63 - 1
"""The greatest integer that SQLite keeps."""


def seconds(moment: datetime) -> int:
    """Return whole seconds since 1970, UTC, as every time in the ledger is kept."""
    return int(moment.timestamp())


@lru_cache(maxsize=4_096)  # all claims of an article were added at the same one
def moment(seconds: int) -> datetime:
    """Return the moment that the ledger keeps as `seconds`."""
    return datetime.fromtimestamp(seconds, UTC)


def day(days: int) -> date:
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
"""What `tracked` needs of the tables claim and source, before any other columns."""

WIDTH = COLUMNS.count(",") + 1

SOURCE = "JOIN source ON source.guild_id = claim.guild_id AND source.id = claim.source_id"

CLAIM = f"SELECT {COLUMNS} FROM claim {SOURCE}"
"""Claims with their sources; a WHERE follows."""


def tracked(row: sqlite3.Row) -> TrackedClaim:
    """Return the claim of a row that begins with COLUMNS."""
    return TrackedClaim.model_validate(_values(row))


def tracked_all(rows: Iterable[sqlite3.Row]) -> tuple[TrackedClaim, ...]:
    """Return the claims of many such rows; validated in one go, which takes half the time."""
    return _CLAIMS.validate_python(tuple(map(_values, rows)))


_CLAIMS = TypeAdapter(tuple[TrackedClaim, ...])


def _values(row: sqlite3.Row) -> dict[str, object]:
    # Taken apart by place: by name, each column would be looked for among all of them.
    number, text, kind, stated_on, first, last, worth, stands, version, at, *source = row[:WIDTH]
    return {
        "number": number,
        "text": text,
        "kind": kind,
        "source": _source(*source),
        "stated_on": stated_on,
        "stated_between": (first, last) if first else None,
        "check_worthiness": worth,
        "standing": standing(stands),
        "version": version,
        "added_at": moment(at),
    }


# Many claims of a page share these, open ones all; records never change, so that they can. Both
# halve what a page of 25 takes to build.
@lru_cache(maxsize=4_096)
def standing(text: str) -> Standing:
    """Return the standing that the ledger keeps as this text."""
    return Standing.model_validate_json(text)


@lru_cache(maxsize=4_096)
def _source(name: str, type_: str, role: str) -> Source:
    return Source(name=name, type=SourceType(type_), role=role)


def event(row: sqlite3.Row) -> Event:
    """Return the event of a whole row."""
    return Event.model_validate(_event(row))


def evidence(row: sqlite3.Row) -> Evidence:
    """Return the piece of evidence of a whole row."""
    return Evidence.model_validate(_evidence(row))


def appearance(row: sqlite3.Row) -> Appearance:
    """Return the appearance of a row with its article's columns and text."""
    return Appearance.model_validate(_appearance(row))


def card(
    claim: sqlite3.Row, places: list[sqlite3.Row], pieces: list[sqlite3.Row], last: sqlite3.Row
) -> Card:
    """Return the card of all these rows; validated in one go, which takes half the time."""
    return Card.model_validate(
        {
            "claim": _values(claim),
            "appearances": tuple(map(_appearance, places)),
            "origins": len({place["origin"] for place in places}),
            "evidence": tuple(map(_evidence, pieces)),
            "last": _event(last),
        }
    )


def _event(row: sqlite3.Row) -> dict[str, object]:
    before = row["before"]
    return {
        "id": row["id"],
        "number": row["number"],
        "at": moment(row["at"]),
        "actor": row["actor"],
        "action": row["action"],
        "before": standing(before) if before else None,
        "after": standing(row["after"]),
        "reason": row["reason"],
        "undone": row["undone"],
        "detail": _detail(row["detail"]),
    }


def _evidence(row: sqlite3.Row) -> dict[str, object]:
    return {
        "id": row["id"],
        "url": row["url"],
        "stance": row["stance"],
        "note": row["note"],
        "quotation": row["quotation"],
        "is_primary": row["is_primary"],
        "added_by": row["added_by"],
        "added_at": moment(row["added_at"]),
    }


def _appearance(row: sqlite3.Row) -> dict[str, object]:
    text = row["text"]
    return {
        "article_id": row["id"],
        "title": row["title"],
        "publisher": row["publisher"],
        "published_on": row["published_on"],
        "url": row["url"],
        "quoted": tuple(text[start:end] for start, end in from_json(row["content"])),
    }


@lru_cache(maxsize=1_024)  # most events changed nothing but the standing
def _detail(text: str) -> Detail:
    return Detail.model_validate_json(text)
