"""What the words beside a name tell of its bearer: what they are, and what they do there."""

from claims.splitting.lexicon.descriptions import KINDS
from claims.splitting.lexicon.titles import (
    DOCUMENT,
    GROUPS,
    KIN,
    NOT_ORGANISATIONS,
    PEOPLE,
    ROLES,
)
from claims.splitting.sources.runs import Run
from claims.splitting.syntax.phrases import (
    CLAUSE_STARTS_BEHIND,
    LONGEST,
    noun_phrase_end,
    noun_phrase_start,
    prepositional_end,
)
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DEFINITE,
    DETERMINER,
    DETERMINES,
    LOOSE_PREPOSITION,
    MAYBE_TENSED,
    NOUN,
    NUMBER,
    OPENING,
    PARTICIPLE,
    PREPOSITION,
    QUESTION_WORD,
    QUOTATION,
    STOP,
    TENSED,
    VERBS,
    pattern,
)

_DESCRIBED = pattern(
    """
    (?: ^ | [STOP SEMICOLON] )
    (?: DETERMINER? [NOUN NAME ADVERB NUMBER]{0,4} POSSESSOR )?  # "the former mayor's"
    DETERMINER? [NOUN NAME ADVERB NUMBER]{1,6} COMMA $           # "mother,"
    """
)
_APPOSED = COMMA + DETERMINER  # "Page, a salesman"
_AGE = NUMBER + COMMA  # "53,"
_APART = frozenset({COMMA, ""})  # behind a name: a comma, or the end
_BEHIND_COMMON = frozenset({PREPOSITION, QUESTION_WORD, NOUN})  # "Voters in", "Voters who"
_DESCRIBES = frozenset({NOUN, NUMBER})  # "restaurant owner Ada Brun"
# Before the subject of a clause; behind it, where a comma is before it, and where none is.
_BEFORE_SUBJECT = CLAUSE_STARTS_BEHIND | {STOP, LOOSE_PREPOSITION, QUOTATION}
_BEHIND_SUBJECT = VERBS | {PARTICIPLE, ADVERB, CONTRACTED}
_BEHIND_OPENING_SUBJECT = _BEHIND_SUBJECT | {COMMA, OPENING, COORDINATOR}
_BEFORE_BODY = MAYBE_TENSED | {COORDINATOR}  # "It helps the firm, Brun said"
MOST_DESCRIBING = 3  # words of what somebody is before their name


def is_common(unit: Unit, first: int, end: int) -> bool:
    """Whether the capitals name nobody: `Officials` as a first word, `Ky.`, `Republicans`."""
    token = unit.stream[end - 1]
    if token.low in GROUPS:
        return True
    if end - first > 1:
        return False
    if token.low in NOT_ORGANISATIONS and token.text.isupper():
        return True
    if token.text[-1] == "." and not token.text[:-1].isupper():  # "Ky.", "Oct."
        return True
    # "Page, a salesman", "Brun's claim that"
    if first or unit.tags[1:3] == _APPOSED or token.low.endswith("'s"):
        return False
    return (
        token.low in PEOPLE
        or token.low in DOCUMENT
        or (unit.tags[1:2] in _BEHIND_COMMON and token.low.endswith(("s", "men")))
    )


def apposition(unit: Unit, first: int, end: int) -> str:
    """Return what a name's bearer is called beside it: `…, the mayor,` or `the mayor, …,`."""
    tags, stream, lows = unit.tags, unit.stream, unit.lows
    at = end + 1
    if tags[end : end + 1] == COMMA:
        if tags[at : at + 2] == _AGE:  # "Ada Brun, 53, a teacher"
            at += 2
        start = at + (tags[at : at + 1] == DETERMINER)
        stop = noun_phrase_end(tags, at)
        if tags[stop : stop + 1] == PREPOSITION:
            stop = prepositional_end(tags, stop)
        if start > at or (start < stop and lows[start] in ROLES):
            words = [token.text for token in stream[start:stop]]
            if {word.lower() for word in words} & ROLES:
                return " ".join(words)
        if tags[end + 1 : end + 2] == DETERMINER:
            return ""
    if first > 2 and tags[first - 1] == COMMA and tags[end : end + 1] in _APART:
        start = noun_phrase_start(tags, first - 2)
        if start < first - 1 and tags[start] in DEFINITE and lows[first - 2] in ROLES:
            start += tags[start] == DETERMINER
            return " ".join(token.text for token in stream[start : first - 1])
    return ""


def is_subject(tags: str, first: int, end: int) -> bool:
    """Whether a clause starts with the name, titles and article included, and goes on with it."""
    if first > 2 and tags[first - 1] == COMMA and tags[end : end + 1] == COMMA:
        described = _DESCRIBED.search(tags[max(0, first - LONGEST) : first])
        if described and tags[end + 1 : end + 2] in TENSED:
            return True  # "Brun's mother, Ada, wept"
    floor = max(0, first - MOST_DESCRIBING)
    while first > floor and tags[first - 1] in _DESCRIBES:
        first -= 1
    if first and tags[first - 1] in DETERMINES:
        first -= 1
    opening = tags[first - 1] if first else STOP
    following = tags[end : end + 1] or STOP
    behind = _BEHIND_SUBJECT if opening == COMMA else _BEHIND_OPENING_SUBJECT
    return opening in _BEFORE_SUBJECT and following in behind


def kin(unit: Unit, before: int) -> str:
    """Return whose relation a name's bearer is, in words: `her husband` before `, Per`."""
    at = before - 1
    if at > 0 and unit.tags[at] == COMMA:
        at -= 1
    low = unit.lows[at] if at > 0 else ""
    return f"{unit.lows[at - 1]} {low}" if low in KIN else ""


def is_thing(unit: Unit, first: int, end: int, run: Run) -> bool:
    """Whether an article says that a name is nobody's: `the Lund Sea`, not `the Ada Brun plan`."""
    named = len(run.words) > 1 and not run.titles
    return named and unit.lows[first - 1] == "the" and unit.tags[end : end + 1] != NOUN


def is_body(unit: Unit, first: int, end: int) -> bool:
    """Whether the text says that a name is a firm's or the like: `the firm, Norvik Tours,`."""
    tags, lows = unit.tags, unit.lows
    if tags[end : end + 2] == _APPOSED:
        return lows[noun_phrase_end(tags, end + 1) - 1] in KINDS
    if first < 3 or tags[first - 1] != COMMA or lows[first - 2] not in KINDS:
        return False
    start = noun_phrase_start(tags, first - 2)
    opens = start == 0 or tags[start - 1] in _BEFORE_BODY
    return tags[start] == DETERMINER and opens and tags[end : end + 1] == COMMA
