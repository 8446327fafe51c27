"""When a claim was stated: the time expression beside its cue, as written and as dates."""

from datetime import date
from typing import NamedTuple

from claims.models import Span
from claims.splitting.attribution.utterances import Utterance
from claims.splitting.lexicon.words import TIME_WORDS
from claims.splitting.syntax.units import Unit
from claims.splitting.times.dates import find_times, resolve

AROUND = 600  # characters before a cue and behind it in which its time is looked for
ADJACENT = 3  # characters between a time and the source that it stands before


class Stated(NamedTuple):
    """The words that tell the time of a statement, and the first and last day they mean."""

    words: str | None = None
    between: tuple[date, date] | None = None


def stated(text: str, unit: Unit, utterance: Utterance, published_on: date | None) -> Stated:
    """
    Return when an utterance was made, if its own sentence says so.

    Only what stands beside the cue counts: `last week` inside the content is when something
    happened, not when it was said.
    """
    cue = utterance.cue
    if cue is None:
        return Stated()
    found = [
        time
        for time in find_times(text, _beside(unit, cue, utterance.content))
        if time.span.start <= unit.stream[0].end  # "Late last year the union said"
        or (_is_near(time.span, utterance.mention) and not _is_title(time.span.of(text)))
    ]
    if not found:
        return Stated()
    nearest = min(found, key=lambda time: abs(time.span.start - cue.start))
    days = resolve(nearest, published_on) if published_on else None
    words = nearest.span.of(text)
    first = words.split()[0].lower()
    if nearest.span.start <= unit.stream[0].end and first not in TIME_WORDS:
        words = words[0].lower() + words[1:]  # the capital is the sentence's, not the time's
    return Stated(words, (days[0], days[1]) if days else None)


def _is_near(time: Span, mention: Span | None) -> bool:
    """Whether a time stands behind the source's mention, or right before it."""
    return mention is None or mention.end <= time.start or 0 <= mention.start - time.end < ADJACENT


def _is_title(words: str) -> bool:
    """`said on the radio's This Week`: a programme, not a time, as its capitals show."""
    return words.istitle() and words.startswith(("This ", "Last ", "Next "))


def _beside(unit: Unit, cue: Span, content: tuple[Span, ...]) -> Span:
    """The stretch of the sentence around the cue that belongs to no content."""
    start = max(unit.stream[0].start, cue.start - AROUND)
    end = min(unit.stream[-1].end, cue.end + AROUND)
    for part in content:
        if part.end <= cue.start:
            start = max(start, part.end)
        elif part.start >= cue.end:
            end = min(end, part.start)
    return Span(start, end)
