"""
Word classes by list and shape, one letter a token, so that phrases can be read off a string.

  D determiner, possessive   P subject pronoun   p one with its auxiliary   O object pronoun
  T that   W question word   S subordinator   C coordinator   t to   A adverb   d time word
  I preposition   J one that starts an adverbial   X auxiliary   M number   K possessor ('s)
  V finite verb   v base verb   G -ing   E -ed, participle   U capitalised   N other word
  Q a whole quotation (a short one is N); punctuation stands for itself: , ; : . ( - for a dash
A word that can be noun or verb is decided by the word before it. The letters are a guess, made
in one pass; what is built on them must be right often, and harmless when it is not.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from operator import attrgetter

from claims.splitting.lexicon import inflections, words
from claims.splitting.lexicon.cues import FINITE_CUES, PARTICIPLE_CUES, VERBS_ONLY
from claims.splitting.syntax.retagging import is_plural, mended
from claims.splitting.syntax.tokens import Token, lowered
from claims.splitting.word_cache import WordCache

_MAY_START = frozenset({"", ".", "Q", ":", "-", "(", ")"})
_AFTER_SUBJECT = frozenset("NUPWA,)KMQdCO-")
# The texts of the tokens that stand for a whole quotation: words spoken, a mere phrase, and one
# that starts with the verb of the words before it: `the mayor 'did nothing'`.
QUOTED, PHRASE, PREDICATE = "“”", "‘’", "“v”"
_OF_PREDICATES = frozenset("NUPWA)O")
_APOSTROPHES = frozenset("'’´")

_PUNCTUATION = {
    **dict.fromkeys(["-", "–", "—", "--", "―"], "-"),
    **dict.fromkeys(["(", "["], "("),
    **dict.fromkeys([")", "]"], ")"),
    **dict.fromkeys([".", "!", "?", "…", "...", "...."], "."),
    ",": ",",
    ";": ";",
    ":": ":",
    QUOTED: "Q",
    PHRASE: "N",
    "&": "C",
    "/": "C",
    "%": "N",
}
_NEVER_ADVERBS = words.words("family ally assembly monopoly anomaly bully italy")
_BEFORE_ONCE = frozenset("NUPXpW)")  # "Dal once said", unlike "once Dal said so"
_NEVER_VERBS = words.words(
    "red need bed indeed hundred speed unprecedented sacred during morning evening op-ed poll polls"
)
# Determiners that stand behind an auxiliary as adverbs do: "have all said", "are both running".
_FLOATING = words.words("all both each neither")
# Prepositions that stand before a noun as adjectives do: "an inside source".
_INSIDE = words.words("inside outside near off over under through up")
# The words that rules below name.
_NAMED = _FLOATING | _INSIDE | words.words(f"yet once since said & {PREDICATE}")


def _closed_classes() -> dict[str, str]:
    """The letter of each word of a closed class; of two that have a word the first one counts."""
    letters: dict[str, str] = {}
    for letter, members in (
        ("T", {"that"}),
        ("t", {"to"}),
        ("W", words.words("how why what whether if whatever where when who which whom")),
        ("D", words.DETERMINERS | words.POSSESSIVES),
        ("P", words.SUBJECT_PRONOUNS | words.PRONOMINALS),
        ("O", words.OBJECT_PRONOUNS),
        ("p", words.CONTRACTED),
        ("X", words.AUXILIARIES),
        ("C", words.words("and but or nor yet")),
        ("S", words.words("while because although though unless whereas once lest")),
        ("J", words.LOOSE_PREPOSITIONS),
        ("I", words.PREPOSITIONS),
        ("A", words.ADVERBS),
        ("d", words.TIME_WORDS | words.TIME_NOUNS),
    ):
        for member in members:
            letters.setdefault(member, letter)
    return letters


_CLOSED = _closed_classes()


def _word(low: str) -> str:
    """The letter of a lower-case word by itself: two letters where both readings are common."""
    if letter := _CLOSED.get(low):
        return letter
    if low[0].isdigit() or low[0] in "$£€":
        return "N" if low[-1].isalpha() and "-" in low else "M"
    if low in _NEVER_VERBS:
        return "N"
    finite, participle = low in inflections.FINITE, low in inflections.PAST_PARTICIPLES
    if finite and low in inflections.BASES:  # put, cut, read
        return "Nv"
    if low.endswith("s") and finite:
        return "NV"
    if finite:
        return "V"
    if participle or (low.endswith("ed") and len(low) > 4):
        return "E"
    if low in inflections.PARTICIPLES or (low.endswith("ing") and len(low) > 5):
        return "G"
    if low in inflections.BASES:
        return "Nv"
    if low.endswith("ly") and low not in _NEVER_ADVERBS:
        return "A"
    return "N"


@dataclass(frozen=True, eq=False, slots=True)
class _Form:
    """All that a word tells of its letter. There are some hundred forms, however many words."""

    letter: str  # its letter, where the word alone decides
    guess: str  # else its letter, or two, by the lists
    word: str  # the word itself, where a rule names it
    capital: bool
    says: bool  # a reporting verb's form that is never a noun
    cue: str  # its letter behind a determiner that is a subject: "each saying"
    plural: bool
    alone: bool  # it can be a subject without a noun
    several: bool  # and a plural one


class _Before(dict[_Form, "_Before"]):
    """What of the words before it a word's letter depends on, and what comes of each next form."""

    __slots__ = ("alone", "letter", "plural", "several")

    def __init__(self, letter: str, plural: bool, alone: bool, several: bool) -> None:
        self.letter = letter
        self.plural = plural  # the last word that is no adverb is a plural, or like one
        self.alone = alone  # the last word can be a subject without a noun
        self.several = several  # and a plural one: "some"

    def __missing__(self, form: _Form) -> "_Before":
        """Decide on the letter of a word, once for all that are alike."""
        decided = self[form] = _decided(self, form)
        return decided


# One object for all that are equal, so that what depends on them is found by identity.
_the_form, _the_before = cache(_Form), cache(_Before)
_NOTHING = _the_before("", False, False, False)
_OWNING = _the_form("K", "", "", False, False, "", False, False, False)
_LETTER = attrgetter("letter")


def _form(text: str) -> _Form:
    low = lowered(text)
    return _the_form(
        _sure_letter(text, low),
        _word(low),
        low if low in _NAMED else "",
        text[0].isupper(),
        low in VERBS_ONLY,
        "V" if low in FINITE_CUES else "G" if low in PARTICIPLE_CUES else "",
        is_plural(low),
        low in words.ALONE,
        low in words.SEVERAL,
    )


_FORMS = WordCache(_form)


def _sure_letter(text: str, low: str) -> str:
    """Return the letter of a word or mark that is the same whatever stands before it, or none."""
    if text in _PUNCTUATION:
        return _PUNCTUATION[text]
    if not text[0].isalnum() and text != PREDICATE:
        return "M" if text[0] in "$£€" else "."
    if (low.endswith("'s") and low not in words.CONTRACTED) or low.endswith("s'"):
        return "K"
    if text.isupper() and len(text) > 1 and text.isalpha():  # US, IT, WHO
        return "U"
    return ""


def _decided(before: _Before, form: _Form) -> _Before:
    """Return the letter of a word, as what the next word's letter depends on."""
    letter = (before.alone and form.cue) or (before.several and form.says and "V")
    letter = letter or _letter(form, before.letter, plural=before.plural)
    # "visitors only use"
    plural = before.plural if letter == "A" else form.plural
    return _the_before(letter, plural, form.alone, form.several)


def _letter(form: _Form, before: str, *, plural: bool) -> str:
    """Return the letter of a word behind one tagged `before`, a plural or the like if `plural`."""
    if form.letter:
        return "U" if form.word == "&" and before == "U" else form.letter  # "Penrose & Sons"
    guess, word = form.guess, form.word
    if word == PREDICATE:
        return "V" if before in _OF_PREDICATES else "N"
    if (
        (before in {"X", "P"} and word in _FLOATING)
        or (word == "yet" and before not in {"", ","})
        or (word == "once" and before in _BEFORE_ONCE)
        or (word == "since" and before == "X")  # "has since said"
    ):
        return "A"
    if form.capital and (
        (guess[0] in "NVEGAMv" and before not in {"", "."})
        or (guess[0] in "JX" and before not in _MAY_START)  # "Will Brun", "Per Dal"
    ):
        return "U"
    if form.capital and guess == "N":
        return "U"
    if form.says and before in _AFTER_SUBJECT:
        return "V"
    if len(guess) == 2:
        if guess[1] == "v":
            # A plain form is a verb after "to", an auxiliary, a pronoun, a plural: "aides say".
            verb = before in {"t", "X", "P"} or (plural and before in {"N", "U", "A", "W"})
            return "v" if verb else "N"
        return "V" if before and before in "PUNWTAQ)dO" else "N"
    if before in {"D", "K"} and (
        (guess in {"V", "E"} and word != "said") or (guess == "I" and word in _INSIDE)
    ):
        return "N"
    if guess == "V" and before == "X":
        return "E"
    if guess == "G" and before in {"D", "K"}:  # "the meeting", "a growing town"
        return "N"
    return guess


def is_predicate(words_of: Sequence[Token]) -> bool:
    """Whether quoted words start with a verb that may have its subject before them."""
    first = words_of[0]
    return len(words_of) > 1 and not first.text[0].isupper() and _word(first.low) in "XV"


def tags(stream: Sequence[Token], texts: Sequence[str], lows: Sequence[str]) -> str:
    """Return one letter for each token of a sentence, of which `texts` and `lows` are columns."""
    forms = list(map(_FORMS.__getitem__, texts))
    if not _APOSTROPHES.isdisjoint(texts):
        for at, text in enumerate(texts):
            if text in _APOSTROPHES and _owns(stream, at):
                forms[at] = _OWNING
    states = accumulate(forms, _Before.__getitem__, initial=_NOTHING)
    return mended(stream, lows, "".join(map(_LETTER, states)), _word)


def _owns(stream: Sequence[Token], at: int) -> bool:
    """`the Times' report`: a closing mark would have made a quotation."""
    before = stream[at - 1]
    return at > 0 and before.end == stream[at].start and before.low.endswith("s")
