"""
Utterances: attributions as spans of the text, joined over sentences and paragraphs.

A quotation without a cue of its own goes on with what the last speaker said: in the same
paragraph as part of the same utterance, at the start of the next paragraph as a new one.
"""

from collections.abc import Sequence
from typing import NamedTuple

from claims.models import Span
from claims.splitting.attribution.attributions import attributions, nested
from claims.splitting.attribution.continued_quotations import (
    LONGEST_BEAT,
    SINGLES,
    can_speak,
    goes_on_from,
    is_heading,
    leading,
    lone,
)
from claims.splitting.attribution.governed import announcing
from claims.splitting.attribution.implied_subjects import actor
from claims.splitting.attribution.labels import signature, teller, turns
from claims.splitting.attribution.narration import narration
from claims.splitting.attribution.patterns import NEEDS_CUE, Attribution, RuleName
from claims.splitting.clauses import points
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import has_verb
from claims.splitting.syntax.subjects import Range
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import COLON, NAME, PRONOUN_SUBJECTS, QUOTATION

# What only somebody who speaks says. A post that was left out of a copied text must not make
# the publisher's next paragraph the poster's.
_OWN = words("i we my our us me i'm we're i've we've i'll we'll you your")
_FULL_NAME = NAME + NAME
_FLOATING = frozenset(
    {RuleName.QUOTATION_AFTER_ACT, RuleName.CARRIED_QUOTATION, RuleName.LONE_QUOTATION}
)
REACH = 2  # paragraphs over which a speaker is carried to a quotation without one


class Utterance(NamedTuple):
    """One content with its source's mention; `group` joins what is said in one go."""

    rule: RuleName
    group: int
    unit: int
    mention: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    via: tuple[Span, ...] = ()  # the mentions of who passed it on, outermost first
    about: Span | None = None  # what a leading "it" stands for, where the sentence tells
    otherwise: Span | None = None  # whose it is where `mention` names nobody who can speak


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


def _floats(acted: Span | None, carried: Span | None) -> RuleName:
    """Return the rule of a quotation without a cue, by where its source comes from."""
    if acted:
        return RuleName.QUOTATION_AFTER_ACT
    return RuleName.CARRIED_QUOTATION if carried else RuleName.LONE_QUOTATION


def _first(found: Attribution) -> int:
    return (found.source or found.cue).start


class _Reading:
    """One pass over an article's units: what was said so far, and who speaks."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.turns = turns(units)
        self.doubles = any(
            unit.tokens[quotation.first].text not in SINGLES
            for unit in units
            for quotation in unit.quotes.values()
        )
        self.found: list[Utterance] = []
        self.speaking: Utterance | None = None
        self.spoke_in = 0  # the paragraph in which `speaking` was last heard
        self.turn: Utterance | None = None  # whose words a whole paragraph is
        self.turn_ends = 0  # the paragraph
        self.group = 0

    def read(self, number: int) -> None:
        """Read one unit; they come in their order."""
        unit = self.units[number]
        if self.turn and unit.paragraph > self.turn_ends:
            self.turn = None
        if quotation := lone(unit):
            if not (self.doubles and is_heading(unit, unit.quotes[quotation.start])):
                self._floating(number, quotation)
        elif number in self.turns:
            self._open_turn(number, self.turns[number])
        elif self.turn:
            self._in_turn(number, 0)
        elif (name := signature(unit)) and self.found and self.found[-1].unit == number - 1:
            self._signed(span_of(unit, name))
        else:
            self._told(number)

    def _next_group(self) -> int:
        self.group += 1
        return self.group

    def _open_turn(self, number: int, colon: int) -> None:
        """`BRUN: We lost it.` The rest of the paragraph is Brun's too."""
        unit = self.units[number]
        mention, cue = span_of(unit, Range(0, colon)), span_of(unit, Range(colon, colon + 1))
        self.turn = Utterance(RuleName.TURN, self._next_group(), number, mention, cue, ())
        self.turn_ends = unit.paragraph
        self._in_turn(number, colon + 1)

    def _in_turn(self, number: int, start: int) -> None:
        """A sentence in somebody's own words without marks; a question is no claim."""
        assert self.turn is not None
        unit, end = self.units[number], len(self.units[number].tags)
        if unit.stream[-1].text != "?" and has_verb(unit.tags, start, end):
            content = span_of(unit, Range(start, end))
            self.found.append(self.turn._replace(unit=number, content=(content,)))

    def _announce(self, number: int, source: Range, cue: Range) -> None:
        """`Ada Brun added:` The paragraph behind it is hers where it shows that somebody speaks."""
        unit = self.units[number]
        said = self._announced(number, span_of(unit, source))
        following = [u for u in self.units[number + 1 : number + 9] if u.paragraph > unit.paragraph]
        words_of = [u for u in following if u.paragraph == following[0].paragraph]
        unmarked = not any(u.quotes for u in words_of)
        if unmarked and any(token.low in _OWN for u in words_of for token in u.stream):
            self.turn = said._replace(cue=span_of(unit, cue))
            self.turn_ends = words_of[0].paragraph

    def _announced(self, number: int, mention: Span) -> Utterance:
        """Let whoever is mentioned speak from now on."""
        said = Utterance(RuleName.ANNOUNCED, self._next_group(), number, mention, None, ())
        self.speaking, self.spoke_in = said, self.units[number].paragraph
        return said

    def _floating(self, number: int, part: Range) -> None:
        """A quotation without a source of its own: the last speaker's, if that is not long ago."""
        unit = self.units[number]
        if self.speaking and unit.paragraph - self.spoke_in > REACH:
            self.speaking = None
        mention = self.speaking.mention if self.speaking else None
        content = (span_of(unit, part),)
        acted = self._who_acted(number)
        if self.speaking and not acted and self._goes_on(self.speaking, unit):
            group = self.speaking.group
        else:
            group = self._next_group()
        rule = _floats(acted, mention)
        said = Utterance(rule, group, number, acted or mention, None, content)
        self.speaking = said._replace(otherwise=mention) if acted else said
        self.spoke_in = unit.paragraph
        self.found.append(self.speaking)

    def _who_acted(self, number: int) -> Span | None:
        """
        `Brun shook her head. "It leaks."`: whose name the sentence before a quotation starts.

        In the paragraph before it only who is named in full, or does nothing but that in it.
        """
        last = self.found[-1] if self.found else None
        if (
            not number
            or number - 1 in self.turns
            or (last and last.unit == number - 1 and last.mention)
        ):
            return None
        before = self.units[number - 1]
        apart = self.units[number].paragraph - before.paragraph
        who = actor(before) if apart < 2 else None
        alone = len(before.tokens) == len(before.stream) <= LONGEST_BEAT
        sure = who and (not apart or alone or _FULL_NAME in before.tags[: who.end])
        return span_of(before, who) if who and sure else None

    def _goes_on(self, speaking: Utterance, unit: Unit) -> bool:
        """Whether a lone quotation is of the same paragraph, or of the same one re-opened."""
        before = self.units[speaking.unit]
        if before.paragraph == unit.paragraph or not speaking.content:
            return True
        last = max(before.quotes, default=None)
        closed = last is None or before.quotes[last].closed
        return bool(self.found) and self.found[-1] is speaking and not closed

    def _signed(self, mention: Span) -> None:
        """The name under a lone quotation says whose it is."""
        last = self.found[-1]
        if last.rule in _FLOATING:
            signed = last._replace(rule=RuleName.SIGNED, group=self._next_group(), mention=mention)
            self.found[-1] = self.speaking = signed

    def _told(self, number: int) -> None:
        """A sentence of the publisher's, with what it attributes to others."""
        unit = self.units[number]
        if announced := announcing(unit):
            self._announce(number, *announced)
            return
        taken = attributions(unit)
        heard = self.speaking and self.spoke_in == unit.paragraph
        if heard and not taken and (words_of := leading(unit)):
            self._floating(number, words_of)
            return
        for part in narration(unit, taken):
            whole = Utterance(RuleName.NARRATION, self._next_group(), number, None, None, ())
            self._add_points(whole, part)
        about: Span | None = None
        uttered: list[Utterance] = []
        for found in taken:
            self._attribute(number, found, about)
            about = span_of(unit, found.content[0]) if found.rule in NEEDS_CUE else None
            uttered.append(self.found[-1])
        if taken and can_speak(unit, last := goes_on_from(unit, taken)):
            self.speaking, self.spoke_in = uttered[taken.index(last)], unit.paragraph
        if unit.tags[-1:] == COLON and (who := teller(unit, len(unit.tags) - 1)):
            self._announced(number, span_of(unit, who))  # "Brun had this to say:"

    def _attribute(self, number: int, found: Attribution, about: Span | None) -> None:
        """What a sentence attributes to somebody, through whoever passed it on."""
        unit, group = self.units[number], self._next_group()
        utterance = _utterance(unit, number, found, group)
        if inner := nested(unit, found):
            same = (
                found.rule is RuleName.SAID_AFTER and unit.tags[_first(found)] in PRONOUN_SUBJECTS
            )  # "…, she added"
            passed_on = (utterance.mention,) if utterance.mention and not same else ()
            utterance = _utterance(unit, number, inner, group)._replace(via=passed_on)
            found = inner
        if about:
            utterance = utterance._replace(about=about)
        first = found.content[0]
        if found.rule in NEEDS_CUE or len(found.content) > 1 or unit.tags[first.start] == QUOTATION:
            self.found.append(utterance)
        else:
            self._add_points(utterance, first)

    def _add_points(self, whole: Utterance, part: Range) -> None:
        """Add each point that a range of a unit makes, as one group."""
        unit = self.units[whole.unit]
        for point in points(unit, part):
            content = tuple(span_of(unit, piece) for piece in point)
            self.found.append(whole._replace(content=content))


def utterances(units: Sequence[Unit]) -> list[Utterance]:
    """Return all utterances of an article's units in order, the publisher's own among them."""
    reading = _Reading(units)
    for number in range(len(units)):
        reading.read(number)
    return reading.found
