"""What only the words behind a word show of its class: nouns that are verbs, or the reverse."""

from collections.abc import Sequence

from claims.splitting.lexicon.cues import BASE_CUES, FINITE_CUES, PAST_CUES, VERBS_ONLY
from claims.splitting.lexicon.titles import DOCUMENT, GIVEN, ORGANISATION, ROLES
from claims.splitting.lexicon.words import ALONE, SEVERAL, words
from claims.splitting.syntax.guesses import guess
from claims.splitting.syntax.tokens import Token
from claims.splitting.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    BASE,
    COMMA,
    COORDINATOR,
    DETERMINER,
    FINITE,
    NAME,
    NOUN,
    NOUN_OR_BASE,
    NOUN_OR_FINITE,
    OBJECT_PRONOUN,
    OPENING,
    POSSESSOR,
    QUOTATION,
    TENSED,
    THAT,
    TO,
    pattern,
)

_PLURAL = ("s", "people", "who", "also", "men")
_SINGULAR = ("ss", "us", "is", "news")
_SPEAKING = DOCUMENT | ORGANISATION | ROLES  # what is called a word and says something as well
_OF_PEOPLE = SEVERAL | ALONE
_SHOWS = words("show shows suggest indicate reveal")
# Verbs whose past is their plain form, which is a noun as well.
_UNCHANGED = words("cut put set hit cost let shut spread quit cast")

# What stands behind a name that opens a sentence.
_BEHIND_NAME = TENSED | {NAME, POSSESSOR, COMMA, OPENING}
# A pattern is looked for only where one of the strings stands that are named like it.
_TWO_VERBS = pattern(  # the first of them may be a noun
    """
    [NOUN NAME POSSESSOR DETERMINER PARTICIPLE] FINITE
        (?= ADVERB? [FINITE AUXILIARY] )                  # "exit polls suggest"
    | DETERMINER ADVERB? NOUN FINITE
        (?= COMMA [PARTICIPLE FINITE] )                   # "the briefing notes, seen in"
    """
)
_TWO_VERBS_SEEN = (
    FINITE + FINITE,
    FINITE + AUXILIARY,
    FINITE + ADVERB,
    NOUN + FINITE + COMMA,
)
_JOINED = pattern(  # a noun that may be a verb
    """
    COMMA NOUN
        (?= THAT (?! [AUXILIARY FINITE BASE PARTICIPLE] ) # "…, says that the"
        |   [SUBJECT_PRONOUN CONTRACTED QUOTATION OBJECT_PRONOUN]
        |   [COMMA COLON] QUOTATION )                     # "…, says: “…”"
    | COORDINATOR NOUN
        (?= [SUBJECT_PRONOUN CONTRACTED QUOTATION OBJECT_PRONOUN]  # "and calls her"
        |   DETERMINER QUOTATION
        |   [NOUN NAME] FINITE [SUBJECT_PRONOUN CONTRACTED OBJECT_PRONOUN] )
    """
)
_JOINED_SEEN = (COMMA + NOUN, COORDINATOR + NOUN)
_SHOWN = pattern(  # "polls show a lead"
    """
    [FINITE BASE] NOUN
        (?= [DETERMINER NAME NUMBER NOUN POSSESSOR OBJECT_PRONOUN THAT SUBJECT_PRONOUN CONTRACTED
             QUOTATION STOP] )
    | BASE FINITE
    """
)
_SEVERAL = pattern(  # "some accused Dal"
    """
    (?: ^ | [COMMA SEMICOLON STOP COORDINATOR DASH] )
    DETERMINER NOUN
    (?= [NAME SUBJECT_PRONOUN OBJECT_PRONOUN THAT QUESTION_WORD DETERMINER QUOTATION COLON] )
    """
)
_SEVERAL_SEEN = DETERMINER + NOUN
_WHICH_DO = pattern(  # "ads that attack Dal"
    """
    NOUN THAT NOUN
    (?= [DETERMINER NAME OBJECT_PRONOUN NOUN NUMBER PREPOSITION SUBJECT_PRONOUN THAT] )
    """
)
_WHICH_DO_SEEN = NOUN + THAT + NOUN
_CLOSE = pattern(  # "people close to Dal"
    """
    (?<= [NOUN NAME] ) BASE TO
    (?= [NAME DETERMINER SUBJECT_PRONOUN OBJECT_PRONOUN POSSESSOR NOUN] )
    """
)
_CLOSE_SEEN = BASE + TO
_THE_OTHER = pattern(  # "said the other"
    "DETERMINER DETERMINER (?= [FINITE AUXILIARY STOP COMMA SEMICOLON COLON] | $ )"
)
_THE_OTHER_SEEN = DETERMINER + DETERMINER
_HER = pattern(  # "told her that"
    """
    DETERMINER
    (?= [STOP COMMA SEMICOLON COLON CLOSING QUOTATION THAT SUBORDINATOR COORDINATOR PREPOSITION
         LOOSE_PREPOSITION QUESTION_WORD SUBJECT_PRONOUN CONTRACTED TO] | $ )
    """
)
_READ = pattern(  # "“…,” the letter read."
    """
    QUOTATION DETERMINER? [NOUN NAME POSSESSOR NUMBER]{1,6} NOUN (?= [STOP COMMA] | $ )
    """
)
_NO_VERB_YET = pattern(  # "the port cut 300 jobs"
    """
    DETERMINER? [NOUN NAME POSSESSOR ADVERB NUMBER]{1,7} NOUN
    (?= [DETERMINER NUMBER] [^ FINITE AUXILIARY BASE CONTRACTED COMMA SEMICOLON COORDINATOR]*
        (?: [COMMA SEMICOLON COORDINATOR STOP] | $ ) )
    """
)


def is_plural(low: str) -> bool:
    """Whether a noun is a plural by its ending, or a word like one."""
    return low.endswith(_PLURAL) and not low.endswith(_SINGULAR)


def mended(stream: Sequence[Token], lows: Sequence[str], tags: str) -> str:
    """
    Return the tags, those mended that only what follows the word shows to be wrong.

    `lows` are the words in lower case.

    `The mayor, a lawyer, says that …`: a list of nouns does not go on so, nor `and calls her`.
    `Exit polls suggest`: of two verbs the first is a noun; `polls show him`: the second is none.
    `The port cut 300 jobs`: a sentence has a verb. `Mark Dal`, `Kelly said`: names, though "mark"
    is a verb and "-ly" the end of an adverb.
    """
    better = list(tags)
    if tags[1:2] in _BEHIND_NAME and stream[0].text[0].isupper():
        better[0] = NAME if _opens_as_name(lows, tags) else tags[0]
    if any(map(tags.__contains__, _JOINED_SEEN)):
        for match in _JOINED.finditer(tags):
            if lows[match.start() + 1] in FINITE_CUES:
                better[match.start() + 1] = FINITE
    if any(map(tags.__contains__, _TWO_VERBS_SEEN)):
        for match in _TWO_VERBS.finditer(tags):
            if guess(lows[match.end() - 1]) == NOUN_OR_FINITE:
                better[match.end() - 1] = NOUN
    for match in _SHOWN.finditer(tags):
        at = match.start()
        shows = tags[at + 1] == FINITE or lows[at + 1] in _SHOWS
        says = lows[at + 1] in VERBS_ONLY and guess(lows[at]) == NOUN_OR_FINITE
        if says or (shows and lows[at] in DOCUMENT):  # "trade advocates say"
            better[at : at + 2] = NOUN, FINITE
    _mend_rare(lows, tags, better)
    first = _NO_VERB_YET.match(tags)
    if first and lows[first.end() - 1] in _UNCHANGED:
        better[first.end() - 1] = FINITE
    return "".join(better)


def _opens_as_name(lows: Sequence[str], tags: str) -> bool:
    """Whether a sentence opens with a name that looks like a word: `Mark Dal`, `Ward said`."""
    if lows[0] in GIVEN or guess(lows[0]) != NOUN_OR_BASE:
        return lows[0] in GIVEN
    speaks = tags[1] == FINITE and (lows[1] in PAST_CUES or lows[1] in FINITE_CUES)
    return tags[1] == NAME or (speaks and lows[0] not in _SPEAKING)


def _mend_rare(lows: Sequence[str], tags: str, better: list[str]) -> None:
    """`Some accused Dal`, `ads that attack Dal`, `“…,” the letter read`: no nouns."""
    if _SEVERAL_SEEN in tags:
        for match in _SEVERAL.finditer(tags):
            at = match.end() - 1
            if lows[at - 1] in _OF_PEOPLE and lows[at] in PAST_CUES:
                better[at] = FINITE
    if _THE_OTHER_SEEN in tags:
        for match in _THE_OTHER.finditer(tags):
            if lows[match.end() - 1] == "other":
                better[match.end() - 1] = NOUN
    if _CLOSE_SEEN in tags:
        for match in _CLOSE.finditer(tags):
            if lows[match.start()] == "close":
                better[match.start()] = NOUN
    if "her" in lows:
        for match in _HER.finditer(tags):
            if lows[match.start()] == "her":
                better[match.start()] = OBJECT_PRONOUN
    if _WHICH_DO_SEEN in tags:
        for match in _WHICH_DO.finditer(tags):
            verb = match.end() - 1
            if is_plural(lows[match.start()]) and lows[verb] in BASE_CUES:
                better[verb] = BASE
    if QUOTATION in tags:
        for match in _READ.finditer(tags):
            if lows[match.end() - 1] == "read":
                better[match.end() - 1] = FINITE
