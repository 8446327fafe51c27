"""What a cue's object is no statement: a name that is given, and what somebody would not say."""

from claims.splitting.lexicon.cues import EVIDENCE, Cue
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import noun_phrase_end
from claims.splitting.syntax.tags import PHRASE, PREDICATE, QUOTED
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    ADVERBIAL_STARTS,
    AUXILIARY,
    COMMA,
    COORDINATOR,
    DETERMINER,
    NAME,
    NOUN,
    NUMBER,
    OBJECT_PRONOUN,
    QUESTION_WORD,
    SEMICOLON,
    SETS_OFF,
    STOP,
    SUBORDINATOR,
    TENSED,
    THAT,
)

_ENDS_NAME = TENSED | SETS_OFF | {COORDINATOR, SUBORDINATOR, QUESTION_WORD}
_MERE_NAMES = frozenset({DETERMINER + NOUN, OBJECT_PRONOUN, NUMBER})  # "called | a meeting"
_ASKED = frozenset({NAME, OBJECT_PRONOUN})
_QUESTIONS = (AUXILIARY, QUESTION_WORD + AUXILIARY)  # "Did Brun …", "Why has Brun …"
# What may follow "said nothing" where nothing was said.
_NO_CLAUSE = ADVERBIAL_STARTS | {STOP, COMMA, SEMICOLON, ADVERB, COORDINATOR}
NEAR = 5  # tokens behind whoever is asked: "on the radio about"
_COMMENT = words("comment respond elaborate answer")
# "said little about", but "said little has changed"
_NOTHING = words("nothing little anything")
# "declined to say", "refused to discuss": what was not said.
_SILENT = words(
    """
    say comment answer discuss speak talk elaborate respond disclose identify name specify give
    provide reveal confirm return offer be
    """
)


def names(unit: Unit, at: int, start: int, end: int, cue: Cue) -> bool:
    """`a film called "A Long Year"`, `called a meeting`: a name is given, nothing is said."""
    if cue.lemma not in {"call", "name", "dub"}:
        return False
    tags = unit.tags
    if unit.stream[start].text in {QUOTED, PHRASE, PREDICATE}:
        return cue.form == "past" and tags[start - 1] != THAT  # "called that “a ruin”"
    first = noun_phrase_end(tags, start)
    if first < end and tags[first] not in _ENDS_NAME:
        return False
    named = set(tags[start:first]) == {NAME} and tags[at - 1] == NOUN and cue.form == "past"
    return named or tags[start:first] in _MERE_NAMES


def questions(unit: Unit, start: int, cue: Cue) -> bool:
    """`questioned Brun on the radio about the dam`: it was asked, nothing is said of it."""
    at = start
    while unit.tags[at : at + 1] in _ASKED:
        at += 1
    return cue.lemma == "question" and at > start and "about" in unit.lows[at : at + NEAR]


def is_question(unit: Unit) -> bool:
    """`Did Brun say that …?`, `Why has Brun said …?`: nobody says that Brun did."""
    return unit.stream[-1].text == "?" and unit.tags.startswith(_QUESTIONS)


def is_silent(unit: Unit, start: int, cue: Cue) -> bool:
    """`declined to comment`, `refused to answer questions`, `said nothing about it`."""
    if unit.lows[start] in _NOTHING and cue.lemma not in EVIDENCE:
        return unit.tags[start + 1 : start + 2] in _NO_CLAUSE
    before, after = unit.lows[start - 1], unit.stream[start + 1 : start + 2]
    return before.startswith(("declin", "refus")) and bool(after) and after[0].low in _SILENT


def asks_for_comment(unit: Unit, start: int, end: int) -> bool:
    """`asked the embassy for comment`, `offered to answer questions`."""
    lows = unit.lows
    return any(
        lows[at] in _COMMENT and lows[at - 1] in {"for", "to"}
        for at in range(start + 1, min(end, start + 10))
    )
