"""
How much a claim is worth a checker's time: the sum of what speaks for it and against it.

Rules of thumb in the tradition of ClaimBuster's classes, not a trained model: each feature says
by its weight how far it moves the odds, and `features` lists those that were met, so that a
score can be explained. The score orders claims and does not judge them: it says nothing about
whether a claim is true.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from itertools import filterfalse, pairwise
from math import exp
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
from claims.splitting.word_cache import WordCache


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

_WORD = re.compile(r"[A-Za-z0-9]++(?![\w'’-])|[^\W_]+(?:['’-][^\W_]+)*")  # a plain word first
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\b\d{4}\b")
_DATES = DAYS | MONTHS
_SELF = CONTRACTED | {"i"}  # no names, whatever their capital
_NO_NAMES = DETERMINERS | PRONOUNS | POSSESSIVES | CONTRACTED | {"there", "what", "well", "now"}
_PERIODS = frozenset({"week", "month", "year", "spring", "summer", "autumn", "winter", "weekend"})

_BY_WORD: dict[str, list[str]] = defaultdict(list)
_PHRASES: dict[str, str] = {}  # the feature of each phrase
# A phrase is looked for where its longest word stands, which is its rarest as a rule.
_BY_LONGEST: dict[str, list[str]] = defaultdict(list)
for _name, (_words, _phrases) in LEXICON.items():
    for _word in _words:
        _BY_WORD[_word].append(_name)
    for _phrase in _phrases:
        _PHRASES[_phrase] = _name
        _BY_LONGEST[max(_phrase.split(), key=len)].append(_phrase)
# What a word tells besides features and phrases, for those that ask for more than one sign.
_VERB, _OF_ONESELF, _PERIOD = "may be a verb", "of oneself", "a period"
_HELPS, _GOES_ON, _OF_NAME = "before a progressive", "in -ing", "may be a name"


def _is_past(word: str) -> bool:
    return word in PAST or (len(word) > 4 and word.endswith("ed") and word not in NOT_PAST)


def _may_be_verb(word: str) -> bool:
    """Generous: a plural passes for a verb in -s, so that what is left is surely a phrase."""
    return word in AUXILIARIES or word in HOLDS or word[-1] == "s"


def _lowered(word: str) -> str:
    return word.lower().replace("’", "'")


def _told(low: str) -> set[str]:
    """What a word that is no name tells by itself: features, and signs that others ask for."""
    tells = {*_BY_WORD.get(low, ())}
    if _is_past(low):
        tells.add("completed")
    if low in {"ago", "yesterday"}:
        tells.add("date")
    if _may_be_verb(low):
        tells.add(_VERB)
    if low in OWN:
        tells.add(_OF_ONESELF)
    return tells


def _shaped(word: str, low: str) -> set[str]:
    """What a word tells whether it is a name or not."""
    shown = {
        "figure": _FIGURE.search(word),
        "date": _YEAR.search(word),
        _PERIOD: low in _PERIODS,
        _HELPS: low in PROGRESSIVE,
        _GOES_ON: low.endswith("ing"),
    }
    return {sign for sign, seen in shown.items() if seen}.union(_BY_LONGEST.get(low, ()))


def _inner(word: str) -> frozenset[str]:
    """
    What a word tells behind the first: with a capital it is a name.

    A May in the middle is a month, a Hope somebody.
    """
    low = _lowered(word)
    if not _is_name(word):
        return frozenset(_shaped(word, low) | _told(low))
    dated = {"date"} if low in _DATES else set()
    return frozenset(_shaped(word, low) | dated | {"named actor"})


def _first(word: str) -> frozenset[str]:
    """What the first word of a claim tells: its capital may be that of a sentence."""
    low = _lowered(word)
    tells = _shaped(word, low) | _told(low)
    if low in VAGUE:
        tells.add("vague subject")
    if word[0].isupper() and low in ORDERS:  # in lower case: "(they) make less"
        tells.add("appeal")
    if word[0].isupper() and low not in _NO_NAMES:
        tells.add(_OF_NAME)
    return frozenset(tells)


_INNER, _FIRST = WordCache(_inner), WordCache(_first)


def _is_name(word: str) -> bool:
    """Whether a word behind the first one is a name, by its capital."""
    return word[0].isupper() and _lowered(word) not in _SELF


def _in_phrases(words: Sequence[str], row: str, possible: Iterable[str]) -> Iterator[str]:
    """Yield the features of those of the `possible` phrases that a claim has; none is a name."""
    for phrase in possible:
        if f" {phrase} " in f" {row} ":
            plain = map(_lowered, (words[0], *filterfalse(_is_name, words[1:])))
            if phrase.partition(" ")[0] in plain:
                yield _PHRASES[phrase]


def _is_dated(low: Sequence[str]) -> bool:
    """Whether it says `last spring`, `this week`."""
    return any(
        by in ("last", "this", "past") and period in _PERIODS for by, period in pairwise(low)
    )


def _is_moving(low: Sequence[str]) -> bool:
    """A progressive: "is moving", but not "is going to"."""
    return any(
        after.endswith("ing") and word in PROGRESSIVE and after != "going"
        for word, after in pairwise(low)
    )


def _met(text: str, words: Sequence[str]) -> set[str]:
    """The names of all the features that the claim has, and the signs that they were told by."""
    met = set(_FIRST[words[0]]).union(*map(_INNER.__getitem__, words[1:]))
    row = _lowered(" ".join(words))
    if possible := met & _PHRASES.keys():
        met.update(_in_phrases(words, row, possible))
    if _PERIOD in met and _is_dated(row.split(" ")):
        met.add("date")
    if _HELPS in met and _GOES_ON in met and _is_moving(row.split(" ")):
        met.add("ongoing")
    if _OF_NAME in met and len(words) > 1:  # a capital before a verb
        second = _lowered(words[1])
        if second in ("has", "is", "was") or _is_past(second):
            met.add("named actor")
    if text.rstrip("\"'”’)").endswith("?"):
        met.add("question")
    if met.isdisjoint({"completed", _VERB}):
        met.add("no verb")
    if len(words) < 4:  # a phrase, or a cheer
        met.add("very short")
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
    text = text[:LONGEST].strip()
    words = _WORD.findall(text)
    met: set[str] = _met(text, words) if words else set()
    return Worth(
        _score(BASE + _KINDS[kind] + sum([_WEIGHTS.get(name, 0) for name in met])), met, kind
    )


@cache
def _score(total: float) -> float:
    """Return the logistic function of a sum of weights, of which there are some dozens."""
    return round(1 / (1 + exp(-total)), 2)
