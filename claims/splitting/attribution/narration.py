"""
The publisher's own voice: what an article states without saying who says so.

Only statements about somebody or something named, or with a figure, in a finished sentence;
questions, requests for comment and what was not said are left out.
"""

from collections.abc import Iterator, Sequence

from claims.splitting.attribution.patterns import Attribution, possible_cues
from claims.splitting.clauses import clauses
from claims.splitting.lexicon.cues import CUES
from claims.splitting.syntax.phrases import has_verb
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    COMMA,
    COORDINATOR,
    MAIN_VERBS,
    NAME,
    QUOTATION,
    SEMICOLON,
    SETS_OFF,
    STOP,
    SUBORDINATING,
    pattern,
)

LEAST_WORDS = 5
_BEFORE_STATEMENT = SETS_OFF | {COORDINATOR}  # "And, …"
_TOLD_OF = pattern("NAME | POSSESSOR | NUMBER")  # somebody or something named, or a figure
_COMMENT = frozenset({"comment", "comments", "interview", "questions"})


def narration(unit: Unit, taken: Sequence[Attribution]) -> Iterator[Range]:
    """Yield the ranges of a unit that the publisher states itself."""
    tags = unit.tags
    end = len(tags)
    if end and unit.stream[-1].text == "?":
        return
    while end and tags[end - 1] == STOP:
        end -= 1
    if taken:
        first = min(
            part.start
            for found in taken
            for part in (found.cue, found.source or found.cue, *found.content)
        )
        end = first
        if end < 2 or (tags[end - 1] != COORDINATOR and tags[end - 1] != SEMICOLON):
            return
        end -= 1
        if tags[end - 1] == COMMA:
            end -= 1
    start = 0
    while start < end and tags[start] in _BEFORE_STATEMENT:
        start += 1
    if tags[start : start + 1] in SUBORDINATING and taken:
        return
    if unit.stream[start : start + 1] and unit.lows[start] in {"if", "unless"}:
        return  # what might be is not told
    for part in clauses(unit, Range(start, end)):
        if _is_statement(unit, part):
            yield part


def _is_statement(unit: Unit, part: Range) -> bool:
    tags = unit.tags[part.start : part.end]
    if len(tags) < LEAST_WORDS or QUOTATION in tags or not has_verb(tags, 0, len(tags)):
        return False
    if tags[0] != NAME and not _TOLD_OF.search(tags, 1):
        return False
    if not _COMMENT.isdisjoint(unit.lows[part.start : part.end]):
        return False
    for at in possible_cues(unit, part.start, part.end):
        if unit.lows[at] in CUES and unit.tags[at] in MAIN_VERBS:
            whose = subject(unit, at)
            if whose is None or whose.negated:
                return False
    return True
