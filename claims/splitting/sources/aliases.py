"""
Short forms and what they are short for: `Brun`, `Ms. Brun`, `Ada`, `de Brun`, `NWA`.

A short name stands for a longer one of the same article that ends or begins with it. An acronym
stands for the capitalised words whose initials it is made of. Nothing is known beforehand.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count
from operator import ne

from claims.splitting.lexicon.titles import FEMALE, HONORIFICS, MALE
from claims.splitting.lexicon.words import DETERMINERS
from claims.splitting.sources.names import Name
from claims.splitting.sources.runs import bare
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import POSSESSOR, pattern

_ACRONYM = re.compile(r"[A-Z]{2,6}s?\Z|(?:[A-Z]\.){2,5}\Z")
_BRACKETED = pattern("OPENING (?= . CLOSING)")  # one word in brackets
_HEAD = re.compile(r"(?:(?!of|to|for|at|in|from|on|by|with|and|who)[^\s,]{1,30}\s?){1,6}")
_SMALL = frozenset({"of", "for", "and", "the", "on", "in", "&", "de", "du"})
MOST_WORDS = 9  # of the name behind an acronym, small ones included
LONGEST = 4  # words of a name that two words may be short for
NAMESAKES = 3  # how much oftener a namesake must be named in full to be meant by the surname


def sex_of(name: Name) -> str:
    """Return "m" or "f" where the words at the name say so, else nothing."""
    if not name.role and not name.kin and not name.apposition:
        return ""
    beside = _HEAD.match(name.apposition.lower())  # "first lady" of "first lady of Norland"
    lows = {*name.role.lower().split(), *name.kin.split(), *(beside[0].split() if beside else ())}
    male, female = bool(lows & MALE), bool(lows & FEMALE)
    return "" if male == female else "m" if male else "f"


def _roles(name: Name) -> set[str]:
    """Return the words that tell what somebody does, of those before the name."""
    return set(name.role.lower().split()) - HONORIFICS


class Aliases:
    """The longer forms of the names of an article."""

    def __init__(self, found: Sequence[Name], heard: Iterable[Name], units: Sequence[Unit]) -> None:
        self.found = found
        self._ending: dict[tuple[str, ...], list[int]] = {}
        self._starting: dict[str, list[int]] = {}
        self._sole: dict[tuple[str, str], str] = {}
        self._wholes: dict[int, str] = {}  # of the names of several words
        self._sexes: dict[str, str] = {}
        self._times: Counter[str] = Counter()
        for number, name in enumerate(found):
            core = name.key
            if len(core) > 1 and not name.organisation:
                # "Van Dal" is short for "Ada Van Dal"; no name is for a whole headline.
                for at in range(max(1, len(core) - 1 - (len(core) <= LONGEST)), len(core)):
                    self._ending.setdefault(core[at:], []).append(number)
                self._starting.setdefault(core[0], []).append(number)
                whole = self._sole.setdefault((core[0], core[-1]), name.text)
                self._wholes[number] = whole
                self._times[whole] += 1
                if sex := sex_of(name):
                    self._sexes.setdefault(whole, sex)
        self._quoted = {
            name.key[-1]: name.text for name in heard if len(name.key) > 1 and not name.organisation
        }
        self._expanded = _acronyms(found, units)

    def full(self, number: int) -> str:
        """Return the longest form of the name numbered so that the article gives."""
        name = self.found[number]
        core = name.key
        if name.organisation:
            return self.expanded(name.text)
        if len(core) > 2 or (len(core) == 2 and core not in self._ending):
            return self._sole.get((core[0], core[-1]), name.text)
        for places in (self._ending.get(core), self._starting.get(core[0])):
            if places and (len(core) == 1 or places is self._ending.get(core)):
                return self._meant(number, name, places)
        if len(core) == 1:
            return self._quoted.get(core[0]) or self.expanded(name.text)
        return name.text

    def known(self, name: Name) -> str | None:
        """Return the full name that a name within a quotation is short for, if there is one."""
        core = name.key
        if len(core) > 1:
            return self._sole.get((core[0], core[-1]))
        wholes = {self._wholes[place] for place in self._ending.get(core, ())[:NAMESAKES]}
        return wholes.pop() if len(wholes) == 1 else None

    def expanded(self, text: str) -> str:
        """Return a name with its acronym, if it is one that the article explains, written out."""
        return self._expanded.get(text.replace(".", ""), text)

    def _meant(self, number: int, name: Name, places: Sequence[int]) -> str:
        """
        Return which of several bearers is meant: the last one before, as a rule.

        Not if a title says the other sex, or another was called by the role, nor if somebody else
        with the name is whom the article is about, and the last one was only mentioned: `Per Dal
        and his wife, Ada Dal. Dal said`.
        """
        at = bisect_left(places, number)
        near = [places[at - 1] if at else places[0], *places[max(0, at - 12) : at][::-1]]
        sex = sex_of(name)
        fulls = list(dict.fromkeys([self._wholes[place] for place in near]))
        fitting = [full for full in fulls if not sex or self._sexes.get(full, sex) == sex]
        if not fitting:
            return name.text
        if roles := _roles(name):
            called = [self._wholes[place] for place in near if roles & _roles(self.found[place])]
            fitting = [full for full in called if full in fitting] or fitting
        most = max(fitting, key=lambda full: self._times[full])
        often = self._times[most] >= NAMESAKES * self._times[fitting[0]]
        return most if often else fitting[0]


def _acronyms(found: Sequence[Name], units: Sequence[Unit]) -> dict[str, str]:
    """Return what the acronyms among the names stand for, where the article spells it out."""
    wanted = {
        word.replace(".", "")
        for name in found
        for word in name.words
        if word[:2].isupper() or "." in word
        if _ACRONYM.match(word)
    }
    if not wanted:
        return {}
    begun = {acronym[0] for acronym in wanted}
    # A cheap sign: there are at most 26 × 26 of them, however many acronyms a text has.
    signs = {acronym[:2] for acronym in wanted}
    spelled: dict[str, str] = {}
    for unit in units:
        capitals = _capitals(unit)
        initials = "".join([unit.texts[at][0] for at in capitals])
        if any(map(initials.__contains__, signs)):
            for words in _stretches(unit, capitals):
                _match(words, wanted, begun, spelled)
        _bracketed(unit, wanted, spelled)
    return spelled


def _bracketed(unit: Unit, wanted: set[str], spelled: dict[str, str]) -> None:
    """`the department of state health services (DSHS)`: small letters will do before a bracket."""
    for match in _BRACKETED.finditer(unit.tags):
        at = match.end()
        acronym = unit.stream[at].text.replace(".", "")
        if acronym not in wanted:
            continue
        left, first = acronym, at - 1
        while left and first > max(0, at - 1 - MOST_WORDS):
            first -= 1
            word = unit.lows[first]
            if word[0] == left[-1].lower():
                left = left[:-1]
            elif word not in _SMALL:
                break
        if not left:
            words = [bare(word) for word in unit.stream[first : at - 1]]
            spelled.setdefault(acronym, " ".join(words))


def _capitals(unit: Unit) -> list[int]:
    """Return the places of the words of a unit that have a capital."""
    texts = unit.texts
    # Only a word with a capital is another one in lower case, as few are.
    return [at for at in compress(count(), map(ne, texts, unit.lows)) if texts[at][0].isupper()]


def _stretches(unit: Unit, capitals: Sequence[int]) -> Iterator[list[str]]:
    """Yield the stretches of capitalised words of a unit, small words between them included."""
    stream = unit.stream
    first = last = -1
    for at in capitals:
        if last >= 0 and _goes_on(unit, last, at):
            last = at
            continue
        if first < last:
            yield [bare(token) for token in stream[first : last + 1]]
        first = last = at
    if first < last:
        yield [bare(token) for token in stream[first : last + 1]]


def _goes_on(unit: Unit, last: int, at: int) -> bool:
    """Whether nothing but small words stands between two capitalised words, nor a possessive."""
    if unit.tags[last] == POSSESSOR:
        return False
    return at == last + 1 or all(token.text in _SMALL for token in unit.stream[last + 1 : at])


def _match(
    words: Sequence[str], wanted: set[str], begun: set[str], spelled: dict[str, str]
) -> None:
    """Spell out the acronyms, of those wanted, that the words make; `begun`: first letters."""
    for first, word in enumerate(words):
        if (
            word[0] not in begun
            or word in _SMALL
            or len(word) < 2
            or word.isupper()
            or word.lower() in DETERMINERS
        ):
            continue
        initials = ""
        for end in range(first, min(len(words), first + MOST_WORDS)):
            if words[end] in _SMALL:
                continue
            initials += words[end][0]
            if initials in wanted and len(initials) > 1 and len(words[end]) > 1:
                spelled.setdefault(initials, " ".join(words[first : end + 1]))
