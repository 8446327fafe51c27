"""Quotations without a cue of their own, and what of the sentence before they go on with."""

from collections.abc import Sequence

from claims.splitting.attribution.boundaries import content_end
from claims.splitting.attribution.patterns import NEEDS_CUE, Attribution, RuleName
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.quotes import Quotation
from claims.splitting.syntax.subjects import Range
from claims.splitting.syntax.tags import QUOTED
from claims.splitting.syntax.units import LONGEST_PHRASE, Unit
from claims.splitting.syntax.word_classes import (
    MAIN_VERBS,
    PREPOSITION,
    QUESTION_WORD,
    SUBORDINATING,
    pattern,
)

_MUTE = words("it you we there which that")
_ASIDES = NEEDS_CUE | {RuleName.PARTICIPLE}  # `“…,” she said, | citing the law`
# But, "…."
_LONE = pattern("(?: [COORDINATOR ADVERB] COMMA? )? (QUOTATION) [STOP COMMA SEMICOLON DASH]*")
_NO_SOURCE = SUBORDINATING | {PREPOSITION}  # what names nobody behind `"…,"`
SINGLES = frozenset("'‘`")
LONGEST_HEADING = 14  # tokens, marks included
LONGEST_BEAT = 10  # tokens of a paragraph such as "Brun is not so sure."
LEAST = 3  # tokens within the marks: a shorter lone quotation is a title or a name


def lone(unit: Unit) -> Range | None:
    """
    Return the quotation that a unit is, if it is nothing else and long enough.

    A word that leads in does not count: `But, "if it rains, we leave."`
    """
    found = _LONE.fullmatch(unit.tags)
    at = found.start(1) if found else -1
    long = at >= 0 and unit.quotes[at].last - unit.quotes[at].first > LEAST
    return Range(at, at + 1) if long else None


def leading(unit: Unit) -> Range | None:
    """
    Return what is said in a unit that starts with words quoted and goes on: `"We left" in May.`

    A complete sentence ends there. A comma in the marks, or a verb behind them, tells that
    somebody else is named.
    """
    quote = unit.quotes.get(0)
    if quote is None or unit.stream[0].text != QUOTED or unit.tags[1:2] in MAIN_VERBS:
        return None
    framed = quote.comma and unit.tags[1:2] not in _NO_SOURCE
    if framed or quote.last - quote.first <= LONGEST_PHRASE:
        return None
    complete = unit.tokens[quote.last - 1].text in {".", "?", "!"}
    return Range(0, 1 if complete else content_end(unit, 0, len(unit.tags)))


def is_heading(unit: Unit, quotation: Quotation) -> bool:
    """Whether it is a paragraph like `'We saw it coming.'` where words are in double marks."""
    single = unit.tokens[quotation.first].text in SINGLES
    return single and quotation.closed and len(unit.tokens) <= LONGEST_HEADING


def can_speak(unit: Unit, found: Attribution) -> bool:
    """Whether a quotation that follows may be the same source's: not that of `it` or a poll."""
    return found.source is not None and unit.lows[found.source.start] not in _MUTE


def goes_on_from(unit: Unit, said: Sequence[Attribution]) -> Attribution:
    """
    Return what a quotation that follows goes on with, which is a quotation rather than an aside.

    `"A," she said, citing the law. "B."`, `"A," said Dal, who had denied that it leaked. "B."`
    """
    for found in reversed(said[:-1]):
        quoted = any(part.start in unit.quotes for part in found.content)
        if quoted and _is_beside(unit, said[-1], found):
            return found
    return said[-1]


def _is_beside(unit: Unit, last: Attribution, quoted: Attribution) -> bool:
    """Whether the last attribution of a sentence is an aside to another, or in a clause of it."""
    if last.source is None or last.source == quoted.source:
        return last.rule in _ASIDES
    first = last.source.start
    return unit.tags[first] == QUESTION_WORD or unit.tags[first - 1 : first] in SUBORDINATING
