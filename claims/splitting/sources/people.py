"""
Who is who in one article: short names and their full ones, roles, and what is known of sex.

Everything here is evidence from the text. A surname stands for the full name before it with that
surname; a title or role for the last person who was given it; nobody's sex is guessed from a name.
"""

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Container, Iterable, Sequence, Set
from functools import lru_cache

from claims.models import Source, SourceType, Span
from claims.splitting.lexicon.descriptions import COVERS, OFFICES, POSTS
from claims.splitting.lexicon.inflections import PARTICIPLES
from claims.splitting.lexicon.places import DEMONYMS, PLACES
from claims.splitting.lexicon.titles import HONORIFICS, ORGANISATION, PARTY_AND_PLACE, ROLES, THINGS
from claims.splitting.lexicon.words import words
from claims.splitting.sources.aliases import Aliases, sex_of
from claims.splitting.sources.names import Name, names, names_in_quotes
from claims.splitting.syntax.units import Unit

NEAR = 20  # bearers of a role that are looked at, before a mention and behind it
_PLACES_TOO = words("lane hall castle church temple street park")
_PAPERS = words("paper newspaper outlet network broadcaster")
_NEWS = words("post times herald tribune journal guardian news telegraph courier cnn bbc gazette")
_HE, _SHE = words("he he's himself he'd he'll"), words("she she's herself she'd she'll")
COUNTRIES = frozenset(DEMONYMS.values())


def lows_of(parts: Iterable[str]) -> set[str]:
    """Return the words in lower case, with each country's words as one."""
    lows = (part.lower().strip(",") for part in parts)
    return {DEMONYMS.get(low, low) for low in lows}


def _cleared(role: str) -> str:
    """Return a role without forms of address; nothing if it is only whose somebody is."""
    parts = [word for word in role.split() if word.lower() not in HONORIFICS]
    return "" if parts and parts[-1].endswith(("'s", "’s")) else " ".join(parts).strip("’'")


class Names:
    """The names of an article, and what each stands for."""

    def __init__(self, text: str, units: Sequence[Unit]) -> None:
        self.all = names(units)
        self.starts = [name.start for name in self.all]
        heard = list(names_in_quotes(text, units))
        self.aliases = Aliases(self.all, heard, units)
        self.full = [self.aliases.full(number) for number in range(len(self.all))]
        # Where each was named first: the last that is put in counts.
        self.first = dict(zip(reversed(self.full), range(len(self.full) - 1, -1, -1), strict=True))
        self.people = self._people()
        self.sex = _sexes(units, self.all, self.full)
        self.roles: dict[str, str] = {}
        self._by_role: dict[str, list[int]] = {}
        self._covering: dict[str, list[int]] = {}
        self._by_word: dict[str, list[int]] = {}
        self._role_words: dict[str, set[str]] = {}
        for number, name in enumerate(self.all):
            if name.organisation:
                for low in _called(name.words, self.full[number]):
                    self._by_word.setdefault(low, []).append(number)
            elif name.role or name.apposition:
                told = f"{name.role} {name.apposition} {name.owner}"
                self._role_words.setdefault(self.full[number], set()).update(lows_of(told.split()))
                self.learn(self.full[number], name.role, name.apposition)
        for name in heard:
            if name.role and (full := self.aliases.known(name)):
                self._role_words.setdefault(full, set()).update(lows_of(name.role.split()))
        roles = {full: told & ROLES for full, told in self._role_words.items()}
        for number, full in enumerate(self.full):
            for word in roles.get(full, ()):
                self._by_role.setdefault(word, []).append(number)
        self.central = self._central()

    def _people(self) -> set[str]:
        """Return the full names that can be a person's: two words or a title, and not places."""
        seen: dict[str, int] = {}
        forms = {*self.full, *(name.text for name in self.all)}
        living = {form for form in forms if _may_live(form)}
        for name, full in zip(self.all, self.full, strict=True):
            lives = name.text in living and full in living
            if not name.organisation and (lives or (name.role and _is_surname(name))):
                short = name.text.count(" ") < full.count(" ")
                sign = 2 * bool(name.role or name.kin) + short + name.subject - 2 * name.placed
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
        told = [_cleared(role) for role in roles if role]
        longest = max((*told, self.roles.get(full, "")), key=len)
        if longest:
            self.roles[full] = longest
        return longest

    def within(self, span: Span) -> range:
        """Return the numbers of the names that stand in the span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def by_role(self, parts: Sequence[str], before: int, spoken: Container[str]) -> int | None:
        """
        Return the person meant by a role: the last one before a place who was called so.

        One who has neither `spoken` nor done anything, but is only mentioned, comes behind others.

        `The US president` is also the only president of whom no other country is told, and
        `the minister` the only minister of the article.
        """
        lows = lows_of(parts)
        head = parts[-1] if parts else ""
        places = self._by_role.get(head, [])
        if not places and head in COVERS:
            places, lows = self._covered(head), lows - {head}
        at = bisect_left(places, bisect_left(self.starts, before))
        called = [
            number
            for number in places[max(0, at - NEAR) : at][::-1]
            if lows <= self._role_words[self.full[number]]
        ]
        if called:
            heard = (n for n in called if self.all[n].subject or self.full[n] in spoken)
            return next(heard, called[0])
        if head not in OFFICES:  # others may have been called so by the way
            return None
        where = lows & COUNTRIES
        bearers: dict[str, int] = {}
        for number in places[max(0, at - NEAR) : at + NEAR]:
            told = self._role_words[self.full[number]]
            other = told & COUNTRIES
            # "The prime minister" is not the finance minister.
            another = lows & POSTS and told & POSTS and not lows & told & POSTS
            if not another and not (where and other and where != other):
                bearers.setdefault(self.full[number], number)
        return next(iter(bearers.values())) if len(bearers) == 1 else None

    def _covered(self, head: str) -> list[int]:
        """Return where the bearers of all roles are named that a word covers; sought out once."""
        if head not in self._covering:
            roles = [self._by_role.get(role, ()) for role in COVERS[head]]
            self._covering[head] = sorted(number for places in roles for number in places)
        return self._covering[head]

    def call(self, number: int, lows: set[str]) -> None:
        """Keep what the text calls the bearer of a name before it names them."""
        self._role_words.setdefault(self.full[number], set()).update(lows)
        for word in lows & ROLES:
            insort(self._by_role.setdefault(word, []), number)

    def introduced(self, low: str, before: int) -> str | None:
        """Return the last organisation before a place whose name has the word: `the agency`."""
        places = self._by_word.get(low, [])
        at = bisect_left(places, bisect_left(self.starts, before))
        return self.full[places[at - 1]] if at else None

    def of_kind(
        self, kind: frozenset[str] | None, before: int, unit: int, *, sure: bool = False
    ) -> str | None:
        """
        Return the one organisation named before a place, from `unit` on, that may be of a kind.

        It may if its name has a word of the kind, or none that tells what it is; any will do
        where no kind is asked for, and only the former if it must be `sure`. The sentence nearest
        to the place decides, and nobody's name as a subject in it leaves doubt: `Amazon rose`.
        """
        end = bisect_left(self.starts, before)
        nearest, fitting = -1, set[str]()
        for number in range(end - 1, max(-1, end - NEAR), -1):
            name = self.all[number]
            if name.unit < max(unit, nearest):
                break
            full = self.full[number]
            if name.organisation and _may_be(name, kind, sure=sure):
                nearest = name.unit
                fitting.add(full)
            elif name.subject and not name.organisation and full not in self.people:
                nearest = name.unit
                fitting |= {full, ""}
        return fitting.pop() if len(fitting) == 1 else None

    def role_words(self, full: str) -> set[str]:
        """Return all that the text calls a person by: roles, places, owners, in lower case."""
        return self._role_words.get(full, set())

    def person(self, full: str) -> Source:
        """Return somebody named as a source, with the role that the text gives."""
        return Source(name=full, type=SourceType.PERSON, role=self.roles.get(full, ""))


def _is_surname(name: Name) -> bool:
    """Whether a name that sounds like a place's is a person's by their title: `Mayor Ada Lane`."""
    return len(name.words) > 1 and name.words[-1].lower() in _PLACES_TOO


@lru_cache(maxsize=1 << 12)
def _called(own: tuple[str, ...], full: str) -> Set[str]:
    """Return the words that an organisation may be called by, those of its whole name included."""
    lows = {word.lower() for word in (*own, *full.split())}
    return lows | _PAPERS if lows & _NEWS else lows


@lru_cache(maxsize=1 << 12)
def _may_live(name: str) -> bool:
    """Whether nothing in a name says that it is a law, a work or a flight."""
    parts = name.split()
    last = parts[-1]
    return (
        last.lower() not in THINGS
        and (last.isalpha() or not any(mark.isdigit() for mark in last))
        and not any(word.lower() in PARTICIPLES for word in parts[1:])
    )


def _may_be(name: Name, kind: frozenset[str] | None, *, sure: bool) -> bool:
    lows = {word.lower() for word in name.words}
    if lows & PLACES or lows <= PARTY_AND_PLACE:
        return False
    return kind is None or bool(lows & kind) or (not sure and not lows & ORGANISATION)


def _sexes(units: Sequence[Unit], found: Sequence[Name], full: Sequence[str]) -> dict[str, str]:
    """
    Return "m" or "f" for each full name of which the text says so.

    Titles and words of kinship say it outright. Else pronouns are counted: those in a sentence
    whose subject is the only person named, and one that opens the sentence after it.
    """
    told: dict[str, str] = {}
    people: dict[int, set[str]] = {}
    subjects: dict[int, str] = {}
    for name, whose in zip(found, full, strict=True):
        if sex := sex_of(name):
            told.setdefault(whose, sex)
        if not name.organisation:
            people.setdefault(name.unit, set()).add(whose)
            if name.subject:
                subjects.setdefault(name.unit, whose)
    for name, whose in zip(found, full, strict=True):
        owner = subjects.get(name.unit, whose)
        if owner != whose and name.kin.startswith(("his ", "her ")):
            told.setdefault(owner, "f" if name.kin[1] == "e" else "m")
    votes: dict[str, Counter[str]] = {}
    for place, whose in subjects.items():
        if len(people[place]) != 1:
            continue
        lows = set(units[place].lows)
        if place + 1 < len(units) and units[place + 1].paragraph == units[place].paragraph:
            lows.update(units[place + 1].lows[:1])
        male, female = not lows.isdisjoint(_HE), not lows.isdisjoint(_SHE)
        if male != female:
            votes.setdefault(whose, Counter())["m" if male else "f"] += 1
    for whose, counted in votes.items():
        (sex, most), *rest = counted.most_common(2)
        if not rest or most > 2 * rest[0][1]:
            told.setdefault(whose, sex)
    return told
