"""What an article has told so far: who was named, and who spoke."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claims.models import Source, SourceType, Span
from claims.splitting.sources.people import Names
from claims.splitting.syntax.units import Unit


class Turn(NamedTuple):
    """A source as it was resolved, where its mention starts, and in which unit."""

    start: int
    unit: int
    source: Source
    head: str  # the word that says what the mention is: "officials", "mayor", "Brun"


class Seen(NamedTuple):
    """One place where a person was named, or meant by a pronoun that spoke."""

    start: int
    unit: int
    full: str
    subject: bool


class Discourse:
    """The names of an article in its order, and the turns taken so far."""

    def __init__(self, text: str, units: Sequence[Unit]) -> None:
        self.text = text
        self.units = units
        self.names = Names(text, units)
        self.turns: list[Turn] = []
        self.spoken: set[str] = set()  # the names of whose turns these are

    def take(self, turn: Turn) -> None:
        """Add a turn."""
        self.turns.append(turn)
        self.spoken.add(turn.source.name)

    def paragraph(self, unit: int) -> int:
        """Return the paragraph that a unit belongs to."""
        return self.units[unit].paragraph

    def last(self, span: Span) -> Turn | None:
        """Return the last turn before a place; a passing reader may ask out of order."""
        return next((turn for turn in reversed(self.turns[-2:]) if turn.start < span.start), None)

    def people_before(self, place: int, most: int) -> list[Seen]:
        """Return the last `most` places before `place` at which a person was named or spoke."""
        names = self.names
        end = bisect_left(names.starts, place)
        seen = [
            Seen(name.start, name.unit, names.full[number], name.subject)
            for number, name in enumerate(names.all[max(0, end - most) : end], max(0, end - most))
            if names.full[number] in names.people
        ]
        first = seen[0].start if seen else 0
        seen += [
            Seen(turn.start, turn.unit, turn.source.name, subject=True)
            for turn in self.turns[-8:]
            if first <= turn.start < place
            and turn.source.type is SourceType.PERSON
            and turn.source.name in names.people
        ]
        return sorted(seen)

    def named_between(self, start: int, end: int) -> range:
        """Return the numbers of the names that start behind `start` and before `end`."""
        starts = self.names.starts
        return range(bisect_right(starts, start), bisect_left(starts, end))
