"""
From a mention to a source: `he`, `Watson`, `the agency`, `a spokesman for X` → who that is.

What the text does not tell stays as it is written: unnamed people keep their words, and a
pronoun without a likely antecedent keeps itself as its name.
"""

from bisect import bisect_left
from collections.abc import Sequence

from claims.models import Source, SourceType, Span
from claims.splitting.attribution.utterances import NARRATION, Utterance
from claims.splitting.lexicon.titles import DOCUMENT, ORGANISATION, PEOPLE
from claims.splitting.lexicon.words import words
from claims.splitting.sources.names import Name
from claims.splitting.sources.people import Names
from claims.splitting.syntax.tokens import Token, tokenise
from claims.splitting.syntax.units import Unit

_SEX = {"he": "m", "she": "f", "his": "m", "her": "f", "he's": "m", "she's": "f"}
_THIRD = _SEX.keys() | {"they", "it", "its", "their", "they're", "it's", "they've"}
_FIRST = words("i we my our i'm we're i've")
_ARTICLES = words("the a an")
# Behind these a name is no longer what the mention is about.
_OF = words("of for from in at with on to by near against between")
_ENDS_HEAD = _OF | words("who that , close familiar which and")
NEAR = 40  # names before a pronoun that are looked at
TURNS = 12  # sources that spoke before, among which "the report" is looked for
STEP = 1.2  # what one sentence of distance costs, where being a subject or having spoken gives 2


class Resolver:
    """Resolves the mentions of one article in order; remembers who spoke."""

    def __init__(self, text: str, units: Sequence[Unit], publisher: str) -> None:
        self.text = text
        self.publisher = Source(name=publisher, type=SourceType.PUBLISHER)
        self.names = Names(units)
        self.spoken: list[tuple[int, Source]] = []

    def resolve(self, utterance: Utterance) -> Source:
        """Return the source of one utterance."""
        mention = utterance.mention
        if utterance.rule == NARRATION:
            return self.publisher
        if mention is None:
            central = self.names.central
            if central is None:
                return Source(name="unnamed", type=SourceType.UNNAMED)
            return Source(
                name=central, type=SourceType.PERSON, role=self.names.roles.get(central, "")
            )
        if self.spoken and self.spoken[-1][1].mention == (mention,):
            return self.spoken[-1][1]
        source = self._resolve(mention, utterance)
        self.spoken.append((mention.start, source))
        return source

    def passed_on(self, utterance: Utterance) -> tuple[Source, ...]:
        """Return the sources that an utterance came through, outermost first."""
        return tuple(self._resolve(mention, utterance) for mention in utterance.via)

    def _resolve(self, mention: Span, utterance: Utterance) -> Source:
        parts = tokenise(self.text, *mention)
        low = parts[0].low if len(parts) == 1 else ""
        if low in _THIRD:
            return self._pronoun(mention, low, utterance)
        if low in _FIRST:
            return self.publisher.model_copy(update={"mention": (mention,)})
        if low in {"who", "which", "that"}:
            return self._relative(mention)
        own = [n for n in self.names.within(mention) if self._is_about(n, mention)]
        if own:
            # "City of Lanett Mayor Jo Oru": the person, not the town.
            titled = [
                n for n in own if self.names.all[n].role and not self.names.all[n].organisation
            ]
            first = titled[0] if titled and self.names.all[own[0]].organisation else own[0]
            return self._named(first, mention)
        return self._described(parts, mention)

    def _described(self, parts: Sequence[Token], mention: Span) -> Source:
        """A source without a name of its own: `the agency`, `two aides`, `a new poll`."""
        head = next(
            (at for at, part in enumerate(parts) if at and part.low in _ENDS_HEAD), len(parts)
        )
        lows = {part.low for part in parts[:head]}
        first, _, rest = " ".join(mention.of(self.text).split()).partition(" ")
        plain = rest if first.lower() in _ARTICLES and rest else f"{first} {rest}".strip()
        if parts[0].low == "the" and head == len(parts):
            known = self.names.by_role([part.low for part in parts[1:head]], mention.start)
            if known is not None:
                return self._named(known, mention)
        if (
            parts[0].low == "the"
            and len(parts) == 2
            and (before := self._said_before(parts[1].low))
        ):
            return before.model_copy(update={"mention": (mention,)})
        if lows & DOCUMENT and not lows & PEOPLE:
            kind = SourceType.DOCUMENT
        elif lows & ORGANISATION and not lows & PEOPLE:
            kind = SourceType.ORGANISATION
            if parts[0].low == "the" and len(parts) == 2:
                plain = self.names.introduced(parts[1].low, mention.start) or plain
        else:
            kind = SourceType.UNNAMED
        return Source(name=plain, type=kind, mention=(mention,))

    def _said_before(self, low: str) -> Source | None:
        """`The report` is the one that spoke before: `a report by the audit office`."""
        for _, source in self.spoken[:-TURNS:-1]:
            if source.type is not SourceType.PERSON and low in source.name.lower().split():
                return source
        return None

    def _is_about(self, number: int, mention: Span) -> bool:
        """Whether the name is what the mention is about, not an owner or a place in it."""
        name = self.names.all[number]
        before = self.text[mention.start : name.start].lower().split()
        while before and before[-1] in _ARTICLES:
            before.pop()
        after = self.text[name.end : mention.end]
        if name.role and not after.strip():
            return True
        possessive = after[:2] in {"'s", "’s", "´s"} or (
            after[:1] in {"'", "’"} and name.text.endswith("s")
        )
        # Behind a comma only an apposition counts: "a lawyer for the town, Jo Oru,".
        if "," in (head := self.text[mention.start : name.start]) and head.rstrip()[-1] != ",":
            return False
        if possessive or (before and before[-1] in _OF):
            return False
        follows = after.split()[0] if after[:1] == " " and after.split() else ""
        word = follows.strip(",")
        return not (word.islower() and word not in _ENDS_HEAD)

    def _named(self, number: int, mention: Span) -> Source:
        name = self.names.all[number]
        full = self.names.full[number]
        person = not name.organisation and (" " in full or full in self.names.people)
        role = self.names.learn(full, self._prefix(name, mention), name.role) if person else ""
        return Source(
            name=full,
            type=SourceType.PERSON if not name.organisation else SourceType.ORGANISATION,
            role=role,
            mention=(mention,),
        )

    def _prefix(self, name: Name, mention: Span) -> str:
        """`National Security Council spokesperson` before the name itself."""
        if name.start >= mention.end:  # named elsewhere: "the mayor … Ada Brun, the mayor"
            return ""
        before = self.text[mention.start : name.start].split()
        if before and before[0].lower() in _ARTICLES:
            before = before[1:]
        return " ".join(before).strip(",")

    def _relative(self, mention: Span) -> Source:
        at = bisect_left(self.names.starts, mention.start)
        if at and mention.start - self.names.all[at - 1].end < 3:
            return self._named(at - 1, mention)
        return Source(name=mention.of(self.text), type=SourceType.UNNAMED, mention=(mention,))

    def _pronoun(self, mention: Span, low: str, utterance: Utterance) -> Source:
        sex = _SEX.get(low, "")
        if sex and utterance.rule == "after" and (found := self._speaker(sex, mention)):
            return found
        if sex:
            for number in self._people_before(mention, sex):
                if self.names.sex.get(self.names.full[number], sex) == sex:
                    return self._named(number, mention)
        for _, source in self.spoken[: -NEAR - 1 : -1]:
            if (source.type is SourceType.PERSON) == bool(sex):
                return source.model_copy(update={"mention": (mention,)})
        return Source(name=mention.of(self.text), type=SourceType.UNNAMED, mention=(mention,))

    def _speaker(self, sex: str, mention: Span) -> Source | None:
        """`…, he added`: the last speaker, if the text does not say that it is the other sex."""
        for start, source in self.spoken[-1:]:
            if self._introduced_since(start, mention, source.name):
                return None
            if source.type is SourceType.PERSON and self.names.sex.get(source.name, sex) == sex:
                return source.model_copy(update={"mention": (mention,)})
        return None

    def _introduced_since(self, start: int, mention: Span, name: str) -> bool:
        """Whether somebody else was named in full between two places."""
        since = range(
            bisect_left(self.names.starts, start + 1), bisect_left(self.names.starts, mention.start)
        )
        return any(
            len(self.names.all[number].words) > 1
            and self.names.full[number] in self.names.people
            and self.names.full[number] != name
            for number in since[-NEAR:]
        )

    def _people_before(self, mention: Span, sex: str) -> list[int]:
        """Return the people named before the pronoun, the likeliest first."""
        end = bisect_left(self.names.starts, mention.start)
        near = [
            number
            for number in range(max(0, end - NEAR), end)
            if self.names.full[number] in self.names.people
        ]
        speakers = [start for start, _ in self.spoken[:-5:-1]]
        last = self.names.all[near[-1]].unit if near else 0

        def score(number: int) -> tuple[float, int]:
            name = self.names.all[number]
            known = self.names.sex.get(self.names.full[number]) == sex
            turns = [turn for turn, start in enumerate(speakers) if 0 <= name.start - start < 60]
            spoke = 3 * (0 in turns) or bool(turns)
            return (2 * name.subject + spoke + known - STEP * (last - name.unit), name.start)

        return sorted(near, key=score, reverse=True)
