"""
How much a claim is worth a checker's time: the sum of what speaks for it and against it.

Rules of thumb in the tradition of ClaimBuster's classes, not a trained model: each feature says
by its weight how far it moves the odds, and `features` lists those that were met, so that a
score can be explained. The score orders claims and does not judge them: it says nothing about
whether a claim is true.
"""

import re
from collections import defaultdict
from collections.abc import Sequence, Set
from functools import lru_cache
from itertools import compress
from math import exp
from operator import ne
from typing import NamedTuple

from claims.models import Kind
from claims.splitting.lexicon.words import (
    AUXILIARIES,
    CONTRACTED,
    DAYS,
    DETERMINERS,
    MONTHS,
    POSSESSIVES,
    PRONOUNS,
)
from claims.splitting.lexicon.worthwords import (
    HOLDS,
    LEXICON,
    NOT_PAST,
    ORDERS,
    OWN,
    PAST,
    PROGRESSIVE,
    VAGUE,
)


class Feature(NamedTuple):
    """One thing that was noticed, and what it adds to the logarithm of the odds."""

    name: str
    weight: float


class Worth(NamedTuple):
    """A score from 0 to 1, and the names of what was met and the kind that it is made of."""

    score: float
    met: Set[str]
    kind: Kind

    @property
    def features(self) -> tuple[Feature, ...]:
        """What the score is made of, in the order of the table of weights."""
        found = [Feature(name, weight) for name, weight in _WEIGHTS.items() if name in self.met]
        if weight := _KINDS[self.kind]:
            found.append(Feature(self.kind.value, weight))
        return tuple(found)


# A claim is cut from running text; what comes after this many characters changes no judgement
# of its kind, and the cost of one claim keeps a bound.
LONGEST = 2000

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b\d{4}\b")
_DATES = DAYS | MONTHS
_SELF = frozenset({"I", "I'", "I’"})  # the one pronoun with a capital
_NO_NAMES = DETERMINERS | PRONOUNS | POSSESSIVES | CONTRACTED | {"there", "what", "well", "now"}
_PERIODS = frozenset({"week", "month", "year", "spring", "summer", "autumn", "winter", "weekend"})

_BY_WORD: dict[str, list[str]] = defaultdict(list)
_BY_FIRST: dict[str, list[tuple[str, str]]] = defaultdict(list)
for _name, (_words, _phrases) in LEXICON.items():
    for _word in _words:
        _BY_WORD[_word].append(_name)
    for _phrase in _phrases:
        _BY_FIRST[_phrase.split()[0]].append((f" {_phrase} ", _name))
_FIRSTS = frozenset(_BY_FIRST)
# What a word tells besides features, for those that ask for more than one sign.
_VERB, _OF_ONESELF = "may be a verb", "of oneself"


class _Said(NamedTuple):
    """
    A claim's words as written and in lower case, the latter also in one row; those of them that
    are no names, and the names: a May in the middle is a month, a Hope somebody. The first word
    may be either.
    """

    text: str
    words: Sequence[str]
    row: str
    low: Sequence[str]
    plain: set[str]
    names: Sequence[str]


def _read(text: str) -> _Said:
    text = text[:LONGEST].strip()
    found = _WORD.findall(text)
    row = " ".join(found).lower().replace("’", "'")
    low = row.split()
    # Only a word with a capital is another one in lower case, as few are.
    unlike = compress(found[1:], map(ne, found[1:], low[1:]))
    names = [word.lower() for word in unlike if word[0].isupper() and word[:2] not in _SELF]
    plain = set(low).difference(names).union(low[:1])
    return _Said(text, found, f" {row} ", low, plain, names)


@lru_cache(maxsize=1 << 14)
def _told(word: str) -> frozenset[str]:
    """What a word tells by itself: features, and signs that others ask for."""
    tells = {*_BY_WORD.get(word, ())}
    if _is_past(word):
        tells.add("completed")
    if word in {"ago", "yesterday"}:
        tells.add("date")
    if _may_be_verb(word):
        tells.add(_VERB)
    if word in OWN:
        tells.add(_OF_ONESELF)
    return frozenset(tells)


def _lexical(said: _Said) -> set[str]:
    met: set[str] = set().union(*map(_told, said.plain))
    for word in said.plain & _FIRSTS:
        met.update(name for phrase, name in _BY_FIRST[word] if phrase in said.row)
    return met


def _is_date(said: _Said, *, figure: bool) -> bool:
    """A year, a month or weekday with its capital, "last spring"."""
    if figure and _YEAR.search(said.text):
        return True
    if not _PERIODS.isdisjoint(said.low):
        pairs = zip(said.low, said.low[1:], strict=False)
        if any(by in ("last", "this", "past") and period in _PERIODS for by, period in pairs):
            return True
    return not _DATES.isdisjoint(said.names)


def _is_named(said: _Said) -> bool:
    """Somebody or something named: a capital after the first word, or in it before a verb."""
    if said.names:
        return True
    if len(said.words) < 2 or not said.words[0][0].isupper() or said.low[0] in _NO_NAMES:
        return False
    return said.low[1] in ("has", "is", "was") or _is_past(said.low[1])


def _is_past(word: str) -> bool:
    return word in PAST or (len(word) > 4 and word.endswith("ed") and word not in NOT_PAST)


def _may_be_verb(word: str) -> bool:
    """Generous: a plural passes for a verb in -s, so that what is left is surely a phrase."""
    return word in AUXILIARIES or word in HOLDS or word[-1] == "s"


def _is_moving(said: _Said) -> bool:
    """A progressive: "is moving", but not "is going to"."""
    if "ing " not in said.row or PROGRESSIVE.isdisjoint(said.low):
        return False
    pairs = zip(said.low, said.low[1:], strict=False)
    return any(
        after.endswith("ing") and word in PROGRESSIVE and after != "going" for word, after in pairs
    )


def _met(said: _Said) -> set[str]:
    """The names of all the features that the claim has."""
    met = _lexical(said)
    figure = bool(_FIGURE.search(said.text))
    seen = {
        "figure": figure,
        "date": _is_date(said, figure=figure),
        "named actor": _is_named(said),
        "ongoing": _is_moving(said),
        "question": said.text.rstrip("\"'”’)").endswith("?"),
        # In lower case it is the rest of a sentence: "(they) make less".
        "appeal": said.low[0] in ORDERS and said.words[0][0].isupper(),
        "no verb": met.isdisjoint({"completed", _VERB}),
        "vague subject": said.low[0] in VAGUE,
        # Three words are a phrase, or a cheer.
        "very short": len(said.words) < 4,
    }
    met.update(compress(seen, seen.values()))
    if _OF_ONESELF in met and not met.isdisjoint({"memory", "feeling"}):
        met.add("personal experience")
    if met.isdisjoint({"figure", "date", "named actor", "comparison or change", "public matter"}):
        met.add("nothing to look up")
    return met


# Weights are in steps of a half: 0.5 tips a balance, 1 makes it likely, 2 settles it alone. They
# were set by reasoning and tried on the half of tests/corpus_worth.jsonl marked "tuning".
_WEIGHTS = {
    # Figures are what can be checked best, and what claims that were checked have most often.
    "figure": 1.0,
    "date": 0.5,
    # Whose act it is can be asked and looked up.
    "named actor": 0.5,
    # Only what has happened or is so can be true or false today.
    "completed": 1.0,
    "ongoing": 0.5,
    "comparison or change": 0.5,
    # An office, a law or a statistic leaves records.
    "public matter": 0.5,
    "question": -3.0,
    "appeal": -2.0,
    "wish": -2.0,
    "promise": -2.0,
    # Its time has not come; with figures and names it may still be a plan worth following.
    "forecast": -1.5,
    "opinion": -1.5,
    "belief": -1.0,
    "feeling": -1.5,
    # Only the person could say; nobody can look it up.
    "personal experience": -1.5,
    "pleasantry": -3.0,
    "condition": -0.5,
    "first person": -0.5,
    "second person": -0.5,
    # Without the sentence before, nobody knows what is said of what.
    "vague subject": -0.5,
    "procedure": -1.5,
    "very short": -0.5,
    # Something is named, but nothing said of it.
    "no verb": -0.5,
    "nothing to look up": -0.5,
}
# A claim of which nothing is known is rather not worth it: most of what people say is not.
BASE = -0.75
# Reporters quote the colourful and put the facts into their own words.
_KINDS = {Kind.DIRECT: -0.25, Kind.MIXED: 0.0, Kind.INDIRECT: 0.25, Kind.NARRATION: 0.5}


def assess(text: str, kind: Kind) -> Worth:
    """
    Return how check-worthy the claim `text` is, from 0 to 1, with the features that say so.

    From 0.5 on a claim is rather worth a check. The score is the logistic function of the sum
    of the weights; the order of two claims is more reliable than either score.
    """
    said = _read(text)
    met: set[str] = _met(said) if said.words else set()
    total = BASE + _KINDS[kind] + sum([_WEIGHTS.get(name, 0) for name in met])
    return Worth(round(1 / (1 + exp(-total)), 2), met, kind)
