"""
Utterances: attributions as spans of the text, joined over sentences and paragraphs.

A quotation without a cue of its own goes on with what the last speaker said: in the same
paragraph as part of the same utterance, at the start of the next paragraph as a new one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from claims.models import Span
from claims.splitting.attribution.attributions import attributions
from claims.splitting.attribution.governed import nested
from claims.splitting.attribution.narration import narration
from claims.splitting.attribution.patterns import OBJECT, Attribution
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.subjects import Range
from claims.splitting.syntax.units import Unit

NARRATION = "narration"
_MUTE = words("it you we one there which that")
REACH = 2  # paragraphs over which a speaker is carried to a quotation without one
LEAST_FLOATING = 3  # tokens within the marks: a shorter lone quotation is a title or a name


class Utterance(NamedTuple):
    """One content with its source's mention; `group` joins what is said in one go."""

    rule: str
    group: int
    unit: int
    mention: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    via: tuple[Span, ...] = ()  # the mentions of who passed it on, outermost first
    about: Span | None = None  # what a leading "it" stands for, where the sentence tells


def span_of(unit: Unit, part: Range) -> Span:
    """Return the part of the text that a range of a unit covers."""
    return Span(unit.stream[part.start].start, unit.stream[part.end - 1].end)


def _utterance(unit: Unit, number: int, found: Attribution, group: int) -> Utterance:
    return Utterance(
        found.rule,
        group,
        number,
        span_of(unit, found.source) if found.source else None,
        span_of(unit, found.cue),
        tuple(span_of(unit, part) for part in found.content),
    )


def _is_floating(unit: Unit) -> bool:
    """Whether the unit is a quotation and nothing else, and long enough for one."""
    return (
        unit.tags.startswith("Q")
        and len(unit.tags.rstrip(".,;-")) == 1
        and unit.quotes[0].last - unit.quotes[0].first > LEAST_FLOATING
    )


def _can_speak(unit: Unit, found: Attribution) -> bool:
    """Whether a quotation that follows may be the same source's: not that of `it` or a poll."""
    return found.source is not None and unit.stream[found.source.start].low not in _MUTE


def _goes_on(
    units: Sequence[Unit], found: Sequence[Utterance], speaking: Utterance, unit: Unit
) -> bool:
    """Whether a lone quotation is of the same paragraph, or of the same quotation re-opened."""
    before = units[speaking.unit]
    if before.paragraph == unit.paragraph:
        return True
    last = max(before.quotes, default=None)
    return found[-1] is speaking and last is not None and not before.quotes[last].closed


def utterances(units: Sequence[Unit]) -> list[Utterance]:
    """Return all utterances of an article's units in order, the publisher's own among them."""
    found: list[Utterance] = []
    speaking: Utterance | None = None
    spoke_in = group = 0
    for number, unit in enumerate(units):
        if _is_floating(unit):
            if speaking and unit.paragraph - spoke_in > REACH:
                speaking = None
            if speaking is None or not _goes_on(units, found, speaking, unit):
                group += 1
                mention = speaking.mention if speaking else None
                speaking = Utterance("floating", group, number, mention, None, ())
            spoke_in = unit.paragraph
            content = (span_of(unit, Range(0, 1)),)
            speaking = Utterance(
                "floating", speaking.group, number, speaking.mention, None, content
            )
            found.append(speaking)
            continue
        taken = attributions(unit)
        for part in narration(unit, taken):
            group += 1
            found.append(Utterance(NARRATION, group, number, None, None, (span_of(unit, part),)))
        about = None
        for attribution in taken:
            group += 1
            utterance = _utterance(unit, number, attribution, group)
            if inner := nested(unit, attribution):
                passed_on = (utterance.mention,) if utterance.mention else ()
                utterance = _utterance(unit, number, inner, group)._replace(via=passed_on)
            found.append(utterance._replace(about=about))
            about = utterance.content[0] if attribution.rule == OBJECT else None
        if taken and _can_speak(unit, taken[-1]):
            speaking, spoke_in = found[-1], unit.paragraph
    return found
