"""
From a mention to a source: `he`, `Watson`, `the agency`, `a spokesman for X` → who that is.

What the text does not tell stays as it is written: unnamed people keep their words, and a
pronoun without a certain antecedent keeps itself as its name.
"""

from bisect import bisect_left
from collections.abc import Sequence

from claims.models import Article, Source, SourceType, Span
from claims.splitting.names import Name, names, sexes
from claims.splitting.titles import DOCUMENT, HONORIFICS, ORGANISATION, PEOPLE, ROLES
from claims.splitting.tokens import Token, tokenise
from claims.splitting.units import Unit
from claims.splitting.utterances import NARRATION, Utterance

_PRONOUN = {
    "he": "m",
    "she": "f",
    "his": "m",
    "her": "f",
    "they": "",
    "it": "",
    "its": "",
    "their": "",
}
_ARTICLES = {"the", "a", "an"}


class Names:
    """The names of an article, and what each stands for: short forms known by their full ones."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.all = names(units)
        self.starts = [name.start for name in self.all]
        self._by_last: dict[str, list[int]] = {}
        self._by_first: dict[str, list[int]] = {}
        for number, name in enumerate(self.all):
            if len(name.words) > 1 and not name.organisation:
                self._by_last.setdefault(name.words[-1], []).append(number)
                self._by_first.setdefault(name.words[0], []).append(number)
        self.full = {number: self._full(number) for number in range(len(self.all))}
        self.roles: dict[str, str] = {}
        for number, name in enumerate(self.all):
            if name.role and len(name.role) > len(self.roles.get(self.full[number], "")):
                self.roles[self.full[number]] = name.role
        self.sex = sexes(units, self.all, self.full)

    def _full(self, number: int) -> str:
        name = self.all[number]
        if len(name.words) != 1 or name.organisation:
            return name.text
        for table in (self._by_last, self._by_first):
            if places := table.get(name.words[0]):
                at = bisect_left(places, number)
                return self.all[places[at - 1] if at else places[0]].text
        return name.text

    def within(self, span: Span) -> list[int]:
        """Return the names that stand in the span."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end)
        return list(range(first, last))


def _kind(name: Name, full: str) -> SourceType:
    if name.organisation or any(word.lower() in ORGANISATION for word in full.split()):
        return SourceType.ORGANISATION
    return SourceType.PERSON


class Resolver:
    """Resolves the mentions of one article in order; remembers who spoke."""

    def __init__(self, article: Article, units: Sequence[Unit]) -> None:
        self.text = article.text
        self.publisher = Source(
            name=article.publisher or "the publisher", type=SourceType.PUBLISHER
        )
        self.names = Names(units)
        self.spoken: list[tuple[int, Source]] = []

    def resolve(self, utterance: Utterance) -> Source:
        """Return the source of one utterance."""
        mention = utterance.mention
        if utterance.rule == NARRATION:
            return self.publisher
        if mention is None:
            return Source(name="unnamed", type=SourceType.UNNAMED)
        source = self._resolve(mention, utterance)
        self.spoken.append((mention.start, source))
        return source

    def _resolve(self, mention: Span, utterance: Utterance) -> Source:
        words = tokenise(self.text, *mention)
        low = words[0].low.split("'")[0] if len(words) == 1 else ""
        if low in _PRONOUN:
            return self._pronoun(mention, low, utterance)
        if low in {"who", "which", "that"}:
            return self._relative(mention)
        head = _head(words)
        inside = self.names.within(mention)
        own = [n for n in inside if self._is_head(n, words, mention)]
        if own:
            return self._named(own[0], mention)
        lows = {word.low for word in words[: head + 1]}
        text = " ".join(self.text[mention.start : mention.end].split())
        first, _, rest = text.partition(" ")
        plain = rest if first.lower() in _ARTICLES and rest else text
        if lows & DOCUMENT and not lows & PEOPLE:
            return Source(name=plain, type=SourceType.DOCUMENT, mention=(mention,))
        if lows & ORGANISATION and not lows & PEOPLE:
            return Source(
                name=self._introduced(words, plain, mention),
                type=SourceType.ORGANISATION,
                mention=(mention,),
            )
        if (
            words[0].low == "the"
            and len(words) <= 3
            and (known := self._by_role(words[-1].low, mention))
        ):
            return known.model_copy(update={"mention": (mention,)})
        return Source(name=plain, type=SourceType.UNNAMED, mention=(mention,))

    def _is_head(self, number: int, words: Sequence[Token], mention: Span) -> bool:
        """Whether the name is what the mention is about, not an owner or a place in it."""
        name = self.names.all[number]
        before = self.text[mention.start : name.start].lower().split()
        after = self.text[name.end : mention.end]
        if after[:2] in {"'s", "’s", "´s"} or (after[:1] in {"'", "’"} and name.text.endswith("s")):
            return False
        if before and before[-1] in {
            "of",
            "for",
            "from",
            "in",
            "at",
            "with",
            "on",
            "to",
            "by",
            "near",
        }:
            return False
        follows = after.split()
        if (
            follows
            and after[:1] == " "
            and follows[0].strip(",").islower()
            and follows[0].strip(",")
            not in {
                "of",
                "for",
                "in",
                "from",
                "at",
                "and",
                "who",
                "which",
                "on",
                "with",
                "as",
            }
        ):
            return False
        return True

    def _named(self, number: int, mention: Span) -> Source:
        name = self.names.all[number]
        full = self.names.full[number]
        role = self._prefix(name, mention) or name.role or self._apposition(name, mention)
        if len(role) <= len(known := self.names.roles.get(full, "")):
            role = known
        else:
            self.names.roles[full] = role
        return Source(name=full, type=_kind(name, full), role=role, mention=(mention,))

    def _prefix(self, name: Name, mention: Span) -> str:
        """`National Security Council spokesperson` before the name itself."""
        words = self.text[mention.start : name.start].split()
        if words and words[0].lower() in _ARTICLES:
            words = words[1:]
        return " ".join(word for word in words if word.lower() not in HONORIFICS)

    def _apposition(self, name: Name, mention: Span) -> str:
        rest = self.text[name.end : mention.end]
        if rest.startswith(", "):
            role = " ".join(rest[2:].strip(" ,").split())
            first, _, tail = role.partition(" ")
            return tail if first.lower() in _ARTICLES else role
        return ""

    def _introduced(self, words: Sequence[Token], plain: str, mention: Span) -> str:
        """`the agency` is the organisation named before whose name has that word."""
        if len(words) == 2 and words[0].low == "the":
            last = words[1].low
            for number in reversed(range(bisect_left(self.names.starts, mention.start))):
                name = self.names.all[number]
                if name.organisation and last in {word.lower() for word in name.words}:
                    return name.text
        return plain

    def _by_role(self, role: str, mention: Span) -> Source | None:
        if role not in ROLES:
            return None
        for number in reversed(range(bisect_left(self.names.starts, mention.start))):
            name = self.names.all[number]
            if role in name.role.lower().split():
                return self._named(number, mention)
        return None

    def _relative(self, mention: Span) -> Source:
        at = bisect_left(self.names.starts, mention.start)
        if at and mention.start - self.names.all[at - 1].end < 3:
            return self._named(at - 1, mention)
        return Source(name=mention.of(self.text), type=SourceType.UNNAMED, mention=(mention,))

    def _pronoun(self, mention: Span, low: str, utterance: Utterance) -> Source:
        sex = _PRONOUN[low]
        if sex and utterance.rule == "after" and (found := self._speaker(sex, mention)):
            return found
        if sex:
            for number in self._people_before(mention):
                if self.names.sex.get(self.names.full[number], sex) == sex:
                    found = self._named(number, mention)
                    return found
        for _, source in reversed(self.spoken):
            person = source.type is SourceType.PERSON
            if person == bool(sex) or (sex and source.type is SourceType.UNNAMED):
                return source.model_copy(update={"mention": (mention,)})
        return Source(name=mention.of(self.text), type=SourceType.UNNAMED, mention=(mention,))

    def _speaker(self, sex: str, mention: Span) -> Source | None:
        """`…, he added`: the last speaker, if the text does not say that it is the other sex."""
        for _, source in self.spoken[-1:]:
            if source.type is SourceType.PERSON and self.names.sex.get(source.name, sex) == sex:
                return source.model_copy(update={"mention": (mention,)})
        return None

    def _people_before(self, mention: Span) -> list[int]:
        """Return the people named before the pronoun, the likeliest first."""
        end = bisect_left(self.names.starts, mention.start)
        near = [n for n in range(max(0, end - 40), end) if not self.names.all[n].organisation]
        speakers = {start for start, _ in self.spoken[-4:]}
        last = self.names.all[near[-1]].unit if near else 0

        def score(number: int) -> tuple[float, int]:
            name = self.names.all[number]
            spoke = any(abs(name.start - start) < 60 and start <= name.start for start in speakers)
            return (2 * name.subject + 2 * spoke - 1.2 * (last - name.unit), name.start)

        return sorted(near, key=score, reverse=True)


def _head(words: Sequence[Token]) -> int:
    """Return the index of the head noun: the last word before a preposition, comma or clause."""
    for at, word in enumerate(words[1:], 1):
        if word.low in {
            "of",
            "for",
            "in",
            "from",
            "at",
            "with",
            "on",
            "who",
            "that",
            "to",
            ",",
            "close",
            "familiar",
            "by",
            "which",
        }:
            return at - 1
    return len(words) - 1
