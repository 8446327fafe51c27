"""
Who is who in one article: short names and their full ones, roles, and what is known of sex.

Everything here is evidence from the text. A surname stands for the full name before it with that
surname; a title or role for the last person who was given it; nobody's sex is guessed from a name.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from claims.models import Span
from claims.splitting.lexicon.places import DEMONYMS
from claims.splitting.lexicon.titles import FEMALE, HONORIFICS, MALE, ROLES
from claims.splitting.lexicon.words import words
from claims.splitting.sources.names import Name, names
from claims.splitting.syntax.units import Unit

NEAR = 20  # bearers of a role that are looked at, before a mention and behind it
_GENERIC = words("leader member official aide adviser advisor candidate officer expert analyst")
_PAPERS = words("paper newspaper outlet network broadcaster")
_NEWS = words("post times herald tribune journal guardian news telegraph courier cnn bbc gazette")
COUNTRIES = frozenset(DEMONYMS.values())


def _lows(parts: Iterable[str]) -> set[str]:
    """Return the words in lower case, with each country's words as one."""
    lows = (part.lower().strip(",") for part in parts)
    return {DEMONYMS.get(low, low) for low in lows}


def _cleared(role: str) -> str:
    """Return a role without forms of address; nothing if it is only whose somebody is."""
    parts = [word for word in role.split() if word.lower() not in HONORIFICS]
    return "" if parts and parts[-1].endswith(("'s", "’s")) else " ".join(parts).strip("’'")


class Names:
    """The names of an article, and what each stands for."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.all = names(units)
        self.starts = [name.start for name in self.all]
        by_last: dict[str, list[int]] = {}
        by_first: dict[str, list[int]] = {}
        for number, name in enumerate(self.all):
            if len(name.words) > 1 and not name.organisation:
                by_last.setdefault(name.words[-1], []).append(number)
                by_first.setdefault(name.words[0], []).append(number)
        self.full = [self._full(at, name, (by_last, by_first)) for at, name in enumerate(self.all)]
        self.people = self._people()
        self.sex = _sexes(units, self.all, self.full)
        self.roles: dict[str, str] = {}
        self._by_role: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._role_words: dict[str, set[str]] = {}
        for number, name in enumerate(self.all):
            if name.organisation:
                lows = {word.lower() for word in name.words}
                for low in lows | _PAPERS if lows & _NEWS else lows:
                    self._by_word.setdefault(low, []).append(number)
            elif name.role or name.apposition:
                told = f"{name.role} {name.apposition} {name.owner}"
                self._role_words.setdefault(self.full[number], set()).update(_lows(told.split()))
                self.learn(self.full[number], name.role, name.apposition)
        for number, full in enumerate(self.full):
            for word in self._role_words.get(full, ()):
                if word in ROLES:
                    self._by_role.setdefault(word, []).append(number)
        self.central = self._central()

    def _full(self, number: int, name: Name, tables: Iterable[dict[str, list[int]]]) -> str:
        if len(name.words) == 1 and not name.organisation:
            for table in tables:
                if places := table.get(name.words[0]):
                    at = bisect_left(places, number)
                    return self.all[places[at - 1] if at else places[0]].text
        return name.text

    def _people(self) -> set[str]:
        """Return the full names that can be a person's: two words or a title, and not places."""
        seen: dict[str, int] = {}
        for name, full in zip(self.all, self.full, strict=True):
            if not name.organisation:
                short = len(name.words) < len(full.split())
                sign = 2 * bool(name.role) + short + name.subject - 2 * name.placed
                seen[full] = seen.get(full, " " in full) + sign
        return {full for full, sign in seen.items() if sign > (0 if " " in full else 1)}

    def _central(self) -> str | None:
        """Return the person whom the article is about: named far more often than any other."""
        told = self.people & (self.roles.keys() | self.sex.keys())
        counted = Counter(full for full in self.full if full in told).most_common(2)
        if not counted or counted[0][1] < 3:
            return None
        others = counted[1][1] if len(counted) > 1 else 0
        return counted[0][0] if counted[0][1] >= 2 * others else None

    def learn(self, full: str, *roles: str) -> str:
        """Keep the longest role that the text gives a person, and return it."""
        told = (_cleared(role) for role in roles)
        longest = max((*told, self.roles.get(full, "")), key=len)
        if longest:
            self.roles[full] = longest
        return longest

    def within(self, span: Span) -> range:
        """Return the numbers of the names that stand in the span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def by_role(self, parts: Sequence[str], before: int) -> int | None:
        """
        Return the person meant by a role: the last one before a place who was called so.

        `The US president` is also the only president of whom no other country is told, and
        `the minister` the only minister of the article.
        """
        lows = _lows(parts)
        places = self._by_role.get(parts[-1], []) if parts else []
        at = bisect_left(places, bisect_left(self.starts, before))
        for number in places[max(0, at - NEAR) : at][::-1]:
            if lows <= self._role_words[self.full[number]]:
                return number
        if parts[-1:] and parts[-1] in _GENERIC:
            return None
        where = lows & COUNTRIES
        bearers: dict[str, int] = {}
        for number in places[max(0, at - NEAR) : at + NEAR]:
            other = self._role_words[self.full[number]] & COUNTRIES
            if not (where and other and where != other):
                bearers.setdefault(self.full[number], number)
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def introduced(self, low: str, before: int) -> str | None:
        """Return the last organisation before a place whose name has the word: `the agency`."""
        places = self._by_word.get(low, [])
        at = bisect_left(places, bisect_left(self.starts, before))
        return self.all[places[at - 1]].text if at else None


def _sexes(units: Sequence[Unit], found: Sequence[Name], full: Sequence[str]) -> dict[str, str]:
    """Return "m" or "f" for each full name of which the text says so."""
    known: dict[str, str] = {}
    by_unit: dict[int, set[str]] = {}
    for name, whose in zip(found, full, strict=True):
        lows = set(name.role.lower().split())
        if bool(lows & MALE) != bool(lows & FEMALE):
            known[whose] = "m" if lows & MALE else "f"
        if not name.organisation:
            by_unit.setdefault(name.unit, set()).add(whose)
    for place, people in by_unit.items():
        if len(people) == 1:
            lows = {token.low for token in units[place].stream}
            male, female = lows & {"he", "he's", "himself"}, lows & {"she", "she's", "herself"}
            if bool(male) != bool(female):
                known.setdefault(next(iter(people)), "m" if male else "f")
    return known
