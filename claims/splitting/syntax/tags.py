"""
The class of each word of a sentence, by list and shape.

A word that can be noun or verb is decided by the word before it. The classes (word_classes.py) are
a guess, made in one pass; what is built on them must be right often, and harmless when it is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import attrgetter

from claims.splitting.lexicon import words
from claims.splitting.lexicon.cues import FINITE_CUES, PARTICIPLE_CUES, VERBS_ONLY
from claims.splitting.syntax.guesses import guess
from claims.splitting.syntax.retagging import is_plural, mended
from claims.splitting.syntax.tokens import Token, lowered
from claims.splitting.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    BASE,
    CLOSING,
    COLON,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DASH,
    DETERMINES,
    FINITE,
    GERUND,
    INFLECTED,
    LOOSE_PREPOSITION,
    NAME,
    NOUN,
    NOUN_OR_BASE,
    NOUN_OR_FINITE,
    NOUNS,
    NUMBER,
    OBJECT_PRONOUN,
    OPENING,
    PARTICIPLE,
    POSSESSOR,
    PREPOSITION,
    QUESTION_WORD,
    QUOTATION,
    SEMICOLON,
    STOP,
    SUBJECT_PRONOUN,
    TENSED,
    THAT,
    TIME,
    TO,
)
from claims.splitting.word_cache import WordCache

_START = ""  # stands for what is before the first word
_SENTENCE_STARTS = frozenset({_START, STOP})  # a capital behind these is a sentence's
_MAY_START = _SENTENCE_STARTS | {QUOTATION, COLON, DASH, OPENING, CLOSING}  # and here it may be
_SUBJECTS = NOUNS | {SUBJECT_PRONOUN, QUESTION_WORD, CLOSING}
_BEFORE_ONCE = _SUBJECTS | {AUXILIARY, CONTRACTED}  # "Dal once said", unlike "once Dal said so"
# Before quoted words that start with a verb; before a verb that may be a noun; before one that is
# never a noun, which goes on behind asides and in lists as well.
_BEFORE_PREDICATE = _SUBJECTS | {ADVERB, OBJECT_PRONOUN}
_BEFORE_FINITE = _BEFORE_PREDICATE | {THAT, QUOTATION, TIME}
_BEFORE_SAYS = (_BEFORE_FINITE - {THAT}) | {COMMA, POSSESSOR, NUMBER, COORDINATOR, DASH}
# The texts of the tokens that stand for a whole quotation: words spoken, a mere phrase, and one
# that starts with the verb of the words before it: `the mayor 'did nothing'`.
QUOTED, PHRASE, PREDICATE = "“”", "‘’", "“v”"
_APOSTROPHES = frozenset("'’´")

_PUNCTUATION = {
    **dict.fromkeys(["-", "–", "—", "--", "―"], DASH),
    **dict.fromkeys(["(", "["], OPENING),
    **dict.fromkeys([")", "]"], CLOSING),
    **dict.fromkeys([".", "!", "?", "…", "...", "...."], STOP),
    ",": COMMA,
    ";": SEMICOLON,
    ":": COLON,
    QUOTED: QUOTATION,
    PHRASE: NOUN,
    "&": COORDINATOR,
    "/": COORDINATOR,
    "%": NOUN,
}
# Determiners that stand behind an auxiliary as adverbs do: "have all said", "are both running".
_FLOATING = words.words("all both each neither")
_BEFORE_FLOATING = frozenset({AUXILIARY, SUBJECT_PRONOUN})  # "they both say" too
# A plain form is a verb behind one of these: "to say", "would say", "they say"; and behind a
# plural: "aides say", "aides often say".
_BEFORE_BASE = frozenset({TO, AUXILIARY, SUBJECT_PRONOUN})
_BEHIND_PLURAL = NOUNS | {ADVERB, QUESTION_WORD}
# Prepositions that stand before a noun as adjectives do: "an inside source".
_INSIDE = words.words("inside outside near off over under through up")
# What a word with a capital may look like and be a name: inside a sentence, and where no capital
# is a sentence's ("Will Brun", "Per Dal").
_LIKE_NAMES = INFLECTED | {NOUN, GERUND, ADVERB, NUMBER, BASE}
_LIKE_GIVEN_NAMES = frozenset({LOOSE_PREPOSITION, AUXILIARY})
# The words that rules below name.
_NAMED = _FLOATING | _INSIDE | words.words(f"yet once since said & {PREDICATE}")


@dataclass(frozen=True, eq=False, slots=True)
class _Form:
    """All that a word tells of its class. There are some hundred forms, however many words."""

    tag: str  # its class, where the word alone decides
    guess: str  # else its class, or two, by the lists
    word: str  # the word itself, where a rule names it
    capital: bool
    says: bool  # a reporting verb's form that is never a noun
    cue: str  # its class behind a determiner that is a subject: "each saying"
    plural: bool
    alone: bool  # it can be a subject without a noun
    several: bool  # and a plural one


class _Before(dict[_Form, "_Before"]):
    """What of the words before it a word's class depends on, and what comes of each next form."""

    __slots__ = ("alone", "plural", "several", "tag")

    def __init__(self, tag: str, plural: bool, alone: bool, several: bool) -> None:
        self.tag = tag
        self.plural = plural  # the last word that is no adverb is a plural, or like one
        self.alone = alone  # the last word can be a subject without a noun
        self.several = several  # and a plural one: "some"

    def __missing__(self, form: _Form) -> "_Before":
        """Decide on the class of a word, once for all that are alike."""
        decided = self[form] = _decided(self, form)
        return decided


# One object for all that are equal, so that what depends on them is found by identity.
_the_form, _the_before = cache(_Form), cache(_Before)
_NOTHING = _the_before(_START, False, False, False)
_OWNING = _the_form(POSSESSOR, "", "", False, False, "", False, False, False)
_TAG = attrgetter("tag")


def _form(text: str) -> _Form:
    low = lowered(text)
    return _the_form(
        _sure_class(text, low),
        guess(low),
        low if low in _NAMED else "",
        text[0].isupper(),
        low in VERBS_ONLY,
        FINITE if low in FINITE_CUES else GERUND if low in PARTICIPLE_CUES else "",
        is_plural(low),
        low in words.ALONE,
        low in words.SEVERAL,
    )


_FORMS = WordCache(_form)


def _sure_class(text: str, low: str) -> str:
    """Return the class of a word or mark that is the same whatever stands before it, or none."""
    if text in _PUNCTUATION:
        return _PUNCTUATION[text]
    if not text[0].isalnum() and text != PREDICATE:
        return NUMBER if text[0] in "$£€" else STOP
    if (low.endswith("'s") and low not in words.CONTRACTED) or low.endswith("s'"):
        return POSSESSOR
    if text.isupper() and len(text) > 1 and text.isalpha():  # US, IT, WHO
        return NAME
    return ""


def _decided(before: _Before, form: _Form) -> _Before:
    """Return the class of a word, as what the next word's class depends on."""
    tag = (before.alone and form.cue) or (before.several and form.says and FINITE)
    tag = tag or _class(form, before.tag, plural=before.plural)
    # "visitors only use"
    plural = before.plural if tag == ADVERB else form.plural
    return _the_before(tag, plural, form.alone, form.several)


def _class(form: _Form, before: str, *, plural: bool) -> str:
    """Return the class of a word behind one tagged `before`, a plural or the like if `plural`."""
    if form.tag:
        return NAME if form.word == "&" and before == NAME else form.tag  # "Penrose & Sons"
    guessed, word = form.guess, form.word
    if word == PREDICATE:
        return FINITE if before in _BEFORE_PREDICATE else NOUN
    if (
        (before in _BEFORE_FLOATING and word in _FLOATING)
        or (word == "yet" and before not in {_START, COMMA})
        or (word == "once" and before in _BEFORE_ONCE)
        or (word == "since" and before == AUXILIARY)  # "has since said"
    ):
        return ADVERB
    if form.capital and (
        (guessed[0] in _LIKE_NAMES and before not in _SENTENCE_STARTS)
        or (guessed[0] in _LIKE_GIVEN_NAMES and before not in _MAY_START)
        or guessed == NOUN
    ):
        return NAME
    if form.says and before in _BEFORE_SAYS:
        return FINITE
    if guessed == NOUN_OR_BASE:
        verb = before in _BEFORE_BASE or (plural and before in _BEHIND_PLURAL)
        return BASE if verb else NOUN
    if guessed == NOUN_OR_FINITE:
        return FINITE if before in _BEFORE_FINITE else NOUN
    if before in DETERMINES and (
        guessed == GERUND  # "the meeting", "a growing town"
        or (guessed in INFLECTED and word != "said")
        or (guessed == PREPOSITION and word in _INSIDE)
    ):
        return NOUN
    return PARTICIPLE if guessed == FINITE and before == AUXILIARY else guessed


def is_predicate(words_of: Sequence[Token]) -> bool:
    """Whether quoted words start with a verb that may have its subject before them."""
    first = words_of[0]
    return len(words_of) > 1 and not first.text[0].isupper() and guess(first.low) in TENSED


def tags_of(stream: Sequence[Token], texts: Sequence[str], lows: Sequence[str]) -> str:
    """Return the class of each token of a sentence, of which `texts` and `lows` are columns."""
    forms = list(map(_FORMS.__getitem__, texts))
    if not _APOSTROPHES.isdisjoint(texts):
        for at, text in enumerate(texts):
            if text in _APOSTROPHES and _owns(stream, at):
                forms[at] = _OWNING
    states = accumulate(forms, _Before.__getitem__, initial=_NOTHING)
    return mended(stream, lows, "".join(map(_TAG, states)))


def _owns(stream: Sequence[Token], at: int) -> bool:
    """`the Times' report`: a closing mark would have made a quotation."""
    before = stream[at - 1]
    return at > 0 and before.end == stream[at].start and before.low.endswith("s")
