"""
Has each claim the words, source, tags and evidence that its history says?

An event tells what it changed beside the standing, and the chain of hashes covers that. Claims
that an earlier version added have no words or source there until they are edited. What no event
tells is told by `seals`, or named in docs/history.md as not covered.
"""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from pydantic import ValidationError

from claims.ledger.rows import SOURCE
from claims.models import SourceType
from claims.records.claims import Evidence
from claims.records.decisions import Action, Detail


class Problem(NamedTuple):
    """What a claim has otherwise than an event says."""

    number: int
    event_id: int | None
    problem: str


Piece = tuple[str, str, str, str, int]
"""A piece of evidence so far as an event tells it."""


class _Brought(NamedTuple):
    """The evidence that came with an event: for which claim, by whom and when."""

    number: int
    actor: int
    at: int
    pieces: Counter[Piece]


class _Retold:
    """What a server's events come to, one after the other."""

    def __init__(self) -> None:
        self.words: dict[int, str] = {}
        self.sources: dict[int, tuple[str, SourceType]] = {}
        self.tags: defaultdict[int, set[str]] = defaultdict(set)
        self.brought: dict[int, _Brought] = {}
        self.withdrawn: dict[int, Counter[Piece]] = {}
        self.undone: dict[int, int] = {}
        self._changes: dict[int, Detail] = {}

    def tell(self, row: sqlite3.Row) -> Iterator[Problem]:
        """Go on with the next event; yield what it says of the one before that was not so."""
        number, event_id = row["number"], row["id"]
        if row["undone"] is not None:
            self.undone[row["undone"]] = event_id
            self.withdrawn.pop(row["undone"], None)
            self._take_back(number, self._changes.get(row["undone"]))
        if row["detail"] == "{}":
            return
        try:
            detail = Detail.model_validate_json(row["detail"])
        except ValidationError:
            yield Problem(number, event_id, "what it changed cannot be read.")
            return
        if detail.evidence:
            pieces = Counter(map(_piece, detail.evidence))
            self.brought[event_id] = _Brought(number, row["actor"], row["at"], pieces)
        if detail.withdrawn:
            self.withdrawn[event_id] = Counter(map(_piece, detail.withdrawn))
        if detail.was is not None or detail.added_tags or detail.removed_tags:
            self._changes[event_id] = detail
        if detail.was is not None and self.words.get(number, detail.was) != detail.was:
            yield Problem(number, event_id, "it changed other words than the claim had.")
        if detail.now is not None and row["action"] in (Action.ADD, Action.EDIT):
            self.words[number] = detail.now
        was, now = detail.source_was, detail.source_now
        if was is not None and self.sources.get(number, was.key) != was.key:
            yield Problem(number, event_id, "it changed another source than the claim had.")
        if now is not None:
            self.sources[number] = now.key
        self.tags[number] -= set(detail.removed_tags)
        self.tags[number] |= set(detail.added_tags)

    def _take_back(self, number: int, detail: Detail | None) -> None:
        if detail is None:
            return
        if detail.was is not None:
            self.words[number] = detail.was
        self.tags[number] -= set(detail.added_tags)
        self.tags[number] |= set(detail.removed_tags)


def problems(db: sqlite3.Connection, guild_id: int) -> Iterator[Problem]:
    """Yield where a server's claims are not what its events, taken for true, made of them."""
    told = _Retold()
    for row in db.execute(
        "SELECT id, number, action, actor, at, undone, detail FROM event"
        " WHERE guild_id = ? ORDER BY id",
        (guild_id,),
    ):
        yield from told.tell(row)
    yield from _words(db, guild_id, told)
    yield from _tags(db, guild_id, told)
    yield from _evidence(db, guild_id, told)


def _words(db: sqlite3.Connection, guild_id: int, told: _Retold) -> Iterator[Problem]:
    for number, text, *source in db.execute(
        f"SELECT number, text, source.name, source.type FROM claim {SOURCE}"
        " WHERE claim.guild_id = ?",
        (guild_id,),
    ):
        if told.words.get(number, text) != text:
            yield Problem(number, None, "it has other words than its history gave it.")
        if told.sources.get(number, tuple(source)) != tuple(source):
            yield Problem(number, None, "it has another source than its history gave it.")


def _tags(db: sqlite3.Connection, guild_id: int, told: _Retold) -> Iterator[Problem]:
    there: defaultdict[int, set[str]] = defaultdict(set)
    for row in db.execute("SELECT number, name FROM tag WHERE guild_id = ?", (guild_id,)):
        there[row["number"]].add(row["name"])
    for number in sorted(there.keys() | told.tags.keys()):
        if there[number] != told.tags[number]:
            yield Problem(number, None, "it has other tags than its history gave it.")


_ROWS = """
SELECT evidence.*, claim.merged_into FROM evidence
LEFT JOIN event ON event.id = evidence.brought_with
LEFT JOIN claim ON claim.guild_id = event.guild_id AND claim.number = event.number
WHERE evidence.guild_id = ?
"""


def _evidence(db: sqlite3.Connection, guild_id: int, told: _Retold) -> Iterator[Problem]:
    """Yield events that brought or withdrew other evidence than is there, or not, from them."""
    there: defaultdict[int, Counter[Piece]] = defaultdict(Counter)
    gone: defaultdict[int, Counter[Piece]] = defaultdict(Counter)
    for row in db.execute(_ROWS, (guild_id,)):
        event_id, piece = row["brought_with"], tuple(row[name] for name in _PIECE)
        there[event_id][piece] += 1
        brought = told.brought.get(event_id)
        if brought is None:
            yield Problem(row["number"], event_id, ALTERED)
            continue
        if (row["added_by"], row["added_at"]) != (brought.actor, brought.at):
            yield Problem(row["number"], event_id, "its evidence names somebody else, or a time.")
        if row["number"] not in (brought.number, row["merged_into"]):
            yield Problem(row["number"], event_id, "its evidence stands with another claim.")
        undo = told.undone.get(event_id)
        if undo is not None and row["withdrawn_by"] != undo:
            yield Problem(row["number"], undo, "what it took back stands.")
        elif undo is None and row["withdrawn_by"] is not None:
            gone[row["withdrawn_by"]][piece] += 1
    for event_id, brought in told.brought.items():
        if there[event_id] != brought.pieces:
            yield Problem(brought.number, event_id, ALTERED)
    for event_id in sorted(gone.keys() | told.withdrawn.keys()):
        if gone[event_id] != told.withdrawn.get(event_id, Counter()):
            number = db.execute("SELECT number FROM event WHERE id = ?", (event_id,)).fetchone()
            words = "other evidence was withdrawn with it than it says."
            yield Problem(number["number"] if number else 0, event_id, words)


ALTERED = "the evidence that it brought was altered, removed or put in later."

_PIECE = ("url", "stance", "note", "quotation", "is_primary")


def _piece(evidence: Evidence) -> Piece:
    return (
        evidence.url,
        evidence.stance.value,
        evidence.note,
        evidence.quotation,
        int(evidence.is_primary),
    )
