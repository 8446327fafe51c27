"""
From a mention to a source: `he`, `Watson`, `the agency`, `a spokesman for X` → who that is.

What the text does not tell stays as it is written: unnamed people keep their words, and a
pronoun without a likely antecedent keeps itself as its name.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claims.models import NOBODY, Source, SourceType, Span
from claims.splitting.attribution.patterns import RuleName
from claims.splitting.attribution.utterances import Utterance
from claims.splitting.lexicon.titles import DOCUMENT, ROLES, THINGS
from claims.splitting.lexicon.words import ARTICLES, words
from claims.splitting.sources.about import about, together
from claims.splitting.sources.described import ENDS_HEAD, LONGEST_NAME, described
from claims.splitting.sources.discourse import Discourse, Turn
from claims.splitting.sources.names import Name
from claims.splitting.sources.pronouns import THIRD, Place, pronoun
from claims.splitting.sources.relatives import phrase_end, phrase_start
from claims.splitting.syntax.tokens import Token, tokenise
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import DETERMINER, PREPOSITION

_CAPITALISED = re.compile(r"[A-Z]\w[\w-]*")
_FIRST = words("i we my our i'm we're i've")
_RELATIVES = words("who which that")
_APART = re.compile(r",\s(?:\d{1,3},\s)?(?:of [^,\n]{1,30},\s)?")


class Resolver:
    """Resolves the mentions of one article in order; remembers who spoke."""

    def __init__(self, text: str, units: Sequence[Unit], publisher: str) -> None:
        self.text = text
        self.publisher = Source(name=publisher, type=SourceType.PUBLISHER)
        self.told = Discourse(text, units)

    def resolve(self, utterance: Utterance) -> Source:
        """Return the source of one utterance."""
        mention, turns = utterance.mention, self.told.turns
        if utterance.rule is RuleName.NARRATION:
            return self.publisher
        if mention is None and utterance.cue:  # "it was reported that"
            return NOBODY
        if mention is None:
            return self._unattributed(utterance)
        if turns and turns[-1].source.mention == (mention,):
            return turns[-1].source
        parts = tokenise(self.text, *mention)
        source = self._resolve(parts, mention, utterance)
        if utterance.otherwise and source.name not in self.told.names.people:
            return self.resolve(utterance._replace(mention=utterance.otherwise, otherwise=None))
        self.told.take(Turn(mention.start, utterance.unit, source, _head(parts)))
        return source

    def passed_on(self, utterance: Utterance) -> tuple[Source, ...]:
        """Return the sources that an utterance came through, outermost first."""
        text = self.text
        return tuple(
            self._resolve(tokenise(text, *mention), mention, utterance) for mention in utterance.via
        )

    def _unattributed(self, utterance: Utterance) -> Source:
        """A quotation with nobody beside it: whom the article is about, if it is not about them."""
        names = self.told.names
        central = names.central
        said = " ".join(span.of(self.text) for span in utterance.content)
        if central is None or central.split()[-1] in said:
            return NOBODY
        return names.person(central)

    def _resolve(self, parts: Sequence[Token], mention: Span, utterance: Utterance) -> Source:
        low = parts[0].low if len(parts) == 1 else ""
        if low in THIRD:
            found = pronoun(self.told, mention, low, self._place(utterance))
            return found or _unknown(self.text, mention)
        if low in _FIRST:
            return self.publisher.model_copy(update={"mention": (mention,)})
        if low in _RELATIVES:
            return self._relative(mention, utterance)
        if parts[0].low in THIRD and len(parts) > 2 and parts[1].low == "and":
            return self._both(parts, mention, utterance)
        return self._phrase(parts, mention, utterance)

    def _both(self, parts: Sequence[Token], mention: Span, utterance: Utterance) -> Source:
        """`He and Mr. Dal`: both, where it is clear who he is."""
        he, rest = Span(parts[0].start, parts[0].end), Span(parts[2].start, mention.end)
        one = pronoun(self.told, he, parts[0].low, self._place(utterance))
        other = self._phrase(parts[2:], rest, utterance)
        if one is None or {one.type, other.type} != {SourceType.PERSON}:
            return _unknown(self.text, mention)
        name = f"{one.name} and {other.name}"
        return Source(name=name, type=SourceType.PERSON, mention=(mention,))

    def _place(self, utterance: Utterance) -> Place:
        names = self.told.names
        spans, mention = utterance.content, utterance.mention
        if mention and mention.end < spans[0].start:  # "he told Brun that": he is not Brun
            spans = (Span(mention.end, spans[0].start), *spans)
        told_of = {names.full[number] for span in spans for number in names.within(span)[:MOST]}
        said = " ".join(self.text[span.start : span.end][:SAID] for span in spans[:2])
        words = frozenset(_CAPITALISED.findall(said))
        return Place(
            utterance.unit, frozenset(told_of), utterance.rule is RuleName.SAID_AFTER, words
        )

    def _phrase(self, parts: Sequence[Token], mention: Span, utterance: Utterance) -> Source:
        """A source by a noun phrase: by its name or names, or by what it is called."""
        names = self.told.names
        own = about(self.told, mention)
        if not own:
            # "…, like Brun, the poll found" is no apposition.
            apart = parts[0].low == "the" and _head(parts) not in ROLES
            if len(parts) > 1 and not apart and (bearer := self._bearer(mention)) is not None:
                return self._named(bearer, mention)
            return described(self.told, parts, mention, self._place(utterance))
        if len(own) > 1 and (both := together(self.told, own, mention)):
            return both
        # "City of Lanett Mayor Jo Oru": the person, not the town.
        titled = [n for n in own if names.all[n].role and not names.all[n].organisation]
        first = titled[0] if titled and names.all[own[0]].organisation else own[0]
        return self._named(first, mention)

    def _bearer(self, mention: Span) -> int | None:
        """Return whose apposition the mention is: `Ada Brun, 53, a nurse from Lund, said`."""
        names = self.told.names
        number = bisect_left(names.starts, mention.start) - 1
        if number < 0 or names.full[number] not in names.people:
            return None
        between = self.text[names.all[number].end : mention.start]
        return number if _APART.fullmatch(between) else None

    def _named(self, number: int, mention: Span) -> Source:
        names = self.told.names
        name, full = names.all[number], names.full[number]
        kind = self._type(number)
        role = ""
        if kind is SourceType.PERSON:
            role = names.learn(full, self._prefix(name, mention), name.role)
        return Source(name=full, type=kind, role=role, mention=(mention,))

    def _type(self, number: int) -> SourceType:
        names = self.told.names
        name, full = names.all[number], names.full[number]
        last = name.words[-1].lower()
        if name.organisation:
            return SourceType.ORGANISATION
        if full in names.people or (" " in full and last not in THINGS):
            return SourceType.PERSON
        if last in THINGS:
            return SourceType.DOCUMENT if last in DOCUMENT else SourceType.ORGANISATION
        return SourceType.PERSON

    def _prefix(self, name: Name, mention: Span) -> str:
        """`National Security Council spokesperson` before the name itself."""
        if name.start >= mention.end:  # named elsewhere: "the mayor … Ada Brun, the mayor"
            return ""
        before = self.text[mention.start : name.start].split()
        if before and before[0].lower() in ARTICLES:
            before = before[1:]
        return " ".join(before).strip(",")

    def _relative(self, mention: Span, utterance: Utterance) -> Source:
        """`Ada Brun, who said`, `a boy who asked`: the noun phrase before the relative pronoun."""
        unit = self.told.units[utterance.unit]
        at = bisect_left(unit.stream, mention.start, key=lambda token: token.start)
        end = phrase_end(unit, at)
        if end and (number := self._ending_at(unit, end, mention.of(self.text))) is not None:
            return self._named(number, mention)
        start = phrase_start(unit, end)
        if start >= end:
            return _unknown(self.text, mention)
        before = Span(unit.stream[start].start, unit.stream[end - 1].end)
        parts = tokenise(self.text, *before)
        source = self._phrase(parts, before, utterance)
        return source.model_copy(update={"mention": (mention,)})

    def _ending_at(self, unit: Unit, end: int, mention: str) -> int | None:
        """Return the name that ends at a place of a unit, if it is not just where something is."""
        names, place = self.told.names, unit.stream[end - 1].end
        number = bisect_left(names.starts, place) - 1
        if number < 0 or names.all[number].end != place:
            return None
        at = bisect_left(unit.stream, names.starts[number], key=lambda token: token.start)
        if mention == "who" and unit.tags[at - 1 : at] == DETERMINER:
            at -= 1  # "members of the Lund Council, who said"
        inner = (
            at > 0 and unit.tags[at - 1] == PREPOSITION and names.full[number] not in names.people
        )
        return None if inner else number


SAID = 400  # characters of a content in which names are looked for, quotations included
MOST = 40  # names in a content that are looked at


def _head(parts: Sequence[Token]) -> str:
    """Return the word that says what a mention is, `officials` of `officials from two towns`."""
    head = next((at for at, part in enumerate(parts) if at and part.low in ENDS_HEAD), len(parts))
    return parts[head - 1].low


def _unknown(text: str, mention: Span) -> Source:
    return Source(name=mention.of(text)[:LONGEST_NAME], type=SourceType.UNNAMED, mention=(mention,))
