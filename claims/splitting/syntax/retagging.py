"""What only the words behind a word show of its class: nouns that are verbs, or the reverse."""

import re
from collections.abc import Callable, Sequence

from claims.splitting.lexicon.cues import BASE_CUES, FINITE_CUES, PAST_CUES, VERBS_ONLY
from claims.splitting.lexicon.titles import DOCUMENT, GIVEN, ORGANISATION, ROLES
from claims.splitting.lexicon.words import ALONE, SEVERAL, words
from claims.splitting.syntax.tokens import Token

_PLURAL = ("s", "people", "who", "also", "men")
_SINGULAR = ("ss", "us", "is", "news")
_TWO_VERBS = re.compile("[NUKDE]V(?=A?[VX])|DA?NV(?=,[EV])")  # "the briefing notes, seen in"
_JOINED = re.compile(",N(?=T(?![XVvE])|[PpQO]|[,:]Q)|CN(?=[PpQO]|DQ|[NU]V[PpO])")
_SHOWN = re.compile("[Vv]N(?=[DUMNKOTPpQ.])|vV")  # "polls show a lead"
_SHOWS = words("show shows suggest indicate reveal")
_SPEAKING = DOCUMENT | ORGANISATION | ROLES  # what is called a word and says something as well
_BEHIND_NAME = frozenset("UVXK,(")
_OF_PEOPLE = SEVERAL | ALONE
_SEVERAL = re.compile("(?:^|[,;.C-])DN(?=[UPOTWDQ:])")  # "some accused Dal"
_WHICH_DO = re.compile("NTN(?=[DUONMIPT])")  # "ads that attack Dal"
_CLOSE = re.compile("(?<=[NU])vt(?=[UDPOKN])")  # "people close to Dal"
_THE_OTHER = re.compile("DD(?=[VX.,;:]|$)")  # "said the other"
_HER = re.compile("D(?=[.,;:)QTSCIJWPpt]|$)")  # "told her that"
_READ = re.compile("QD?[NUKM]{1,6}N(?=[.,]|$)")  # "“…,” the letter read."
_NO_VERB_YET = re.compile("D?[NUKAM]{1,7}N(?=[DM][^VXvp,;C]*(?:[,;C.]|$))")
# Verbs whose past is their plain form, which is a noun as well.
_UNCHANGED = words("cut put set hit cost let shut spread quit cast")

Guess = Callable[[str], str]


def is_plural(low: str) -> bool:
    """Whether a noun is a plural by its ending, or a word like one."""
    return low.endswith(_PLURAL) and not low.endswith(_SINGULAR)


def mended(stream: Sequence[Token], lows: Sequence[str], letters: str, guess: Guess) -> str:
    """
    Return the letters, those mended that only what follows the word shows to be wrong.

    `lows` are the words in lower case; `guess` gives the letters of a word by itself.

    `The mayor, a lawyer, says that …`: a list of nouns does not go on so, nor `and calls her`.
    `Exit polls suggest`: of two verbs the first is a noun; `polls show him`: the second is none.
    `The port cut 300 jobs`: a sentence has a verb. `Mark Dal`, `Kelly said`: names, though "mark"
    is a verb and "-ly" the end of an adverb.
    """
    better = list(letters)
    if letters[1:2] in _BEHIND_NAME and stream[0].text[0].isupper():
        better[0] = "U" if _opens_as_name(lows, letters, guess) else letters[0]
    if ",N" in letters or "CN" in letters:
        for match in _JOINED.finditer(letters):
            if lows[match.start() + 1] in FINITE_CUES:
                better[match.start() + 1] = "V"
    if any(map(letters.__contains__, ("VV", "VX", "VA", "NV,"))):
        for match in _TWO_VERBS.finditer(letters):
            if guess(lows[match.end() - 1]) == "NV":
                better[match.end() - 1] = "N"
    for match in _SHOWN.finditer(letters):
        at = match.start()
        shows = letters[at + 1] == "V" or lows[at + 1] in _SHOWS
        says = lows[at + 1] in VERBS_ONLY and guess(lows[at]) == "NV"  # "trade advocates say"
        if says or (shows and lows[at] in DOCUMENT):
            better[at : at + 2] = "NV"
    _mend_rare(lows, letters, better)
    first = _NO_VERB_YET.match(letters)
    if first and lows[first.end() - 1] in _UNCHANGED:
        better[first.end() - 1] = "V"
    return "".join(better)


def _opens_as_name(lows: Sequence[str], letters: str, guess: Guess) -> bool:
    """Whether a sentence opens with a name that looks like a word: `Mark Dal`, `Ward said`."""
    if lows[0] in GIVEN or guess(lows[0]) != "Nv":
        return lows[0] in GIVEN
    speaks = letters[1] == "V" and (lows[1] in PAST_CUES or lows[1] in FINITE_CUES)
    return letters[1] == "U" or (speaks and lows[0] not in _SPEAKING)


def _mend_rare(lows: Sequence[str], letters: str, better: list[str]) -> None:
    """`Some accused Dal`, `ads that attack Dal`, `“…,” the letter read`: no nouns."""
    if "DN" in letters:
        for match in _SEVERAL.finditer(letters):
            at = match.end() - 1
            if lows[at - 1] in _OF_PEOPLE and lows[at] in PAST_CUES:
                better[at] = "V"
    if "DD" in letters:
        for match in _THE_OTHER.finditer(letters):
            if lows[match.end() - 1] == "other":
                better[match.end() - 1] = "N"
    if "vt" in letters:
        for match in _CLOSE.finditer(letters):
            if lows[match.start()] == "close":
                better[match.start()] = "N"
    if "her" in lows:
        for match in _HER.finditer(letters):
            if lows[match.start()] == "her":
                better[match.start()] = "O"
    if "NTN" in letters:
        for match in _WHICH_DO.finditer(letters):
            verb = match.end() - 1
            if is_plural(lows[match.start()]) and lows[verb] in BASE_CUES:
                better[verb] = "v"
    if "Q" in letters:
        for match in _READ.finditer(letters):
            if lows[match.end() - 1] == "read":
                better[match.end() - 1] = "V"
