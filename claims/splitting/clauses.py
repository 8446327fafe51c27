"""
One claim, one point: where a content is divided, and how each piece reads by itself.

A quotation is divided at its sentences only where every one of them names somebody or something
or gives a figure; talk that leans on the sentence before it stays whole. A clause is divided at
`and`, `but` or `;` only where both sides have a subject and a verb of their own, a list of
predicates only where they follow each other directly in the same tense.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter

from claims.models import Kind, Span
from claims.splitting.lexicon.words import NOT_FINITE, words
from claims.splitting.syntax.phrases import (
    has_verb,
    noun_phrase_end,
    prepositional_end,
    time_end,
)
from claims.splitting.syntax.sentences import boundaries
from claims.splitting.syntax.subjects import Range
from claims.splitting.syntax.tags import tags_of
from claims.splitting.syntax.tokens import Token, lows_of, texts_of
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    COMMA,
    COORDINATOR,
    DETERMINER,
    INFLECTED,
    PRONOUN_SUBJECTS,
    SEMICOLON,
    TENSED,
    THAT,
    pattern,
)

_MARKS = '"“”«»'
_EDGES = " \t\n\r\u00a0,;:–—-"
_SHUT = re.compile(r"\w[.,!?]?['’](?!\w)")  # a closing mark, or the apostrophe of "workers' rights"
# "Well, when I was in Congress." is no sentence; "When the dam broke, we left." is one.
_SUBORDINATE = pattern(
    "(?: [ADVERB COORDINATOR NOUN NAME] COMMA )? COORDINATOR? [SUBORDINATOR QUESTION_WORD]"
)
_START, _END = attrgetter("start"), attrgetter("end")
_MANY = re.compile(r"[.!?…]\S{0,3}\s")  # a cheap sign that there may be more than one
# Shorter sentences of a quotation ("It was Friday.") are no claim by themselves.
LEAST_WORDS = 6
LEAST_PREDICATE = 3  # tokens: a verb and what it says of what, "closed a dock"
_JOINS = pattern("[SEMICOLON COORDINATOR]")
# Tokens before a conjunction that are looked at, so that many of them do not make it slow; few
# sentences have as many.
NEAR = 120
_VERB = pattern("[FINITE AUXILIARY BASE CONTRACTED]")
_DEPENDENT = pattern(
    "[THAT QUESTION_WORD SUBORDINATOR]"
)  # a clause that may go on behind the "and"
_SINGULAR = words("is was has isn't wasn't hasn't does doesn't")  # never of two nouns
# A clause within a predicate may own the verb behind it.
_NOT_FLAT = pattern(
    """
    [QUESTION_WORD THAT SUBORDINATOR SUBJECT_PRONOUN CONTRACTED AUXILIARY
     COLON SEMICOLON OPENING QUOTATION]
    """
)
_LISTS = frozenset({COMMA, COORDINATOR})  # what joins predicates
_LOOSE = pattern(
    "LOOSE_PREPOSITION"
)  # `after` begins one in "rose after it closed", none in "rose after May"


def trimmed(text: str, span: Span) -> Span:
    """Return the span without white space, commas and the marks that enclose all of it."""
    start, end = span
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    words = text[start:end]
    if words[:1] in _MARKS and words[:1] and not any(mark in words[1:-1] for mark in _MARKS):
        start += 1
        end -= words[-1] in _MARKS and end > start
    elif words.startswith("''"):
        start += 2
        end -= 2 * words.endswith("''")
    elif words[:1] in "‘'" and words[-1:] in "’'" and len(words) > 2:
        start, end = start + 1, end - 1
    elif words[:1] in "‘'" and words[1:2].isupper() and not _SHUT.search(words, 2):
        start += 1  # its closing mark is missing, or stands in another paragraph
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    return Span(start, end)


def _stands_alone(words: Sequence[Token]) -> bool:
    """Whether a sentence of a quotation is a point: with a main clause, about something named."""
    spelled = [word for word in words if word.text[0].isalnum()]
    if len(spelled) < LEAST_WORDS or not any(
        word.text[0].isdigit()
        or (word.text[0].isupper() and word.low not in {"i", "i'm", "i've", "i'd", "i'll"})
        for word in spelled[1:]
    ):
        return False
    tags = tags_of(words, texts_of(words), lows_of(words))
    opening = _SUBORDINATE.match(tags)
    subordinate = opening and COMMA not in tags[opening.end() :]
    return has_verb(tags, 0, len(tags)) and not subordinate


def sentences_of(text: str, quote: Span, tokens: Sequence[Token]) -> list[Span]:
    """
    Return the sentences of a quotation, each a point of its own; or the whole.

    `tokens` are those of its paragraph.
    """
    if not _MANY.search(text, *quote):
        return [quote]
    first = bisect_left(tokens, quote.start, key=_START)
    words = tokens[first : bisect_left(tokens, quote.end, first, key=_START)]
    starts = boundaries(words, texts_of(words))
    if len(starts) < 2:
        return [quote]
    pieces = [words[a:b] for a, b in zip(starts, [*starts[1:], len(words)], strict=True)]
    if not all(_stands_alone(piece) for piece in pieces):
        return [quote]
    return [Span(piece[0].start, piece[-1].end) for piece in pieces]


def clauses(unit: Unit, part: Range) -> list[Range]:
    """Return the coordinated clauses of a range of a unit, each with its own subject and verb."""
    tags = unit.tags
    found: list[Range] = []
    start = part.start
    for match in _JOINS.finditer(tags, part.start + 2, max(part.start + 2, part.end - 2)):
        at = match.start()
        if tags[at] == SEMICOLON or unit.lows[at] in {"and", "but"}:
            end = at - 1 if tags[at - 1] == COMMA else at
            that = tags[at + 1] == THAT  # "that the port closed and that it lost its trade"
            # In this order: a clause that starts here has a verb, so no later search goes far.
            if (
                _starts_clause(unit, at + 1 + that, part.end)
                and has_verb(tags, start, end)
                and (that or tags[at] == SEMICOLON or not _joins_nouns(unit, start, at))
            ):
                found.append(Range(start, end))
                start = at + 1 + that
    return [*found, Range(start, part.end)]


def _joins_nouns(unit: Unit, start: int, at: int) -> bool:
    """
    Whether the conjunction at `at` may join two nouns, or two clauses within a subordinate one.

    `Dal, Lund and Sund are close`, `where his age and his past matter`, `he trusts Dal and Brun
    should go`. What starts with a pronoun or a time is a clause, and so is what has an article
    or a singular verb.
    """
    tags, lows = unit.tags, unit.lows
    start = max(start, at - NEAR)
    comma = tags.rfind(COMMA, start, at - 1)
    if comma > 0 and noun_phrase_end(tags, comma + 1) >= at - (tags[at - 1] == COMMA):
        return True
    if tags[at - 1] == COMMA:
        return False
    verb = _VERB.search(tags, start + 1, at)
    if verb is None or _DEPENDENT.search(tags, verb.end(), at):
        return True
    if tags[at + 1] in PRONOUN_SUBJECTS or time_end(tags, at + 1) > at + 1:
        return False
    after = noun_phrase_end(tags, at + 1)
    return tags[at + 1] != DETERMINER and lows[after] not in _SINGULAR


def points(unit: Unit, part: Range) -> list[tuple[Range, ...]]:
    """
    Return a range of a unit as its points: clauses, and predicates that share a subject.

    `The port cut 300 jobs, closed a dock and sold its fleet` makes three; the second is the
    subject and `closed a dock`, with nothing between them.
    """
    return [point for clause in clauses(unit, part) for point in _predicates(unit, clause)]


def _predicates(unit: Unit, clause: Range) -> list[tuple[Range, ...]]:
    tags = unit.tags
    named = noun_phrase_end(tags, clause.start)
    if named == clause.start:
        return [(clause,)]
    named = max(named, prepositional_end(tags, named))
    verb = named + (tags[named : named + 1] == ADVERB)
    if not _is_finite(unit, verb, clause.end):
        return [(clause,)]
    cuts = _parallel(unit, verb, clause.end)
    if not cuts:
        return [(clause,)]
    ends = [*(cut.start for cut in cuts[1:]), clause.end]
    whose = Range(clause.start, named)
    shared = [(whose, Range(cut.end, end)) for cut, end in zip(cuts, ends, strict=True)]
    return [(Range(clause.start, cuts[0].start),), *shared]


def _parallel(unit: Unit, verb: int, end: int) -> list[Range]:
    """Return what joins each further predicate to the one with `verb`: `,`, `and`, `, and`."""
    tags, stream, lows = unit.tags, unit.stream, unit.lows
    found: list[Range] = []
    since = verb
    for at in range(verb + LEAST_PREDICATE, end - LEAST_PREDICATE):
        if at < since + LEAST_PREDICATE or tags[at] not in _LISTS:
            continue
        start = at + 1 + (tags[at] == COMMA and lows[at + 1] == "and")
        first = start + (tags[start] == ADVERB)
        joins = tags[at] == COMMA or lows[at] == "and"
        if not joins or not _alike(unit, verb, first, end):
            continue
        if _NOT_FLAT.search(tags, since + 1, at) or any(
            _starts_clause(unit, within.end(), at) for within in _LOOSE.finditer(tags, since, at)
        ):
            return []
        found.append(Range(at, start))
        since = first
    # Without an "and" before the last of them, what a comma begins is an aside.
    return found if found and stream[found[-1].end - 1].low == "and" else []


def _is_finite(unit: Unit, at: int, end: int) -> bool:
    return at < end and unit.tags[at] in INFLECTED


def _alike(unit: Unit, one: int, other: int, end: int) -> bool:
    """Whether two verbs have the same tense, as far as their ending shows it."""
    if not _is_finite(unit, other, end):
        return False
    return unit.lows[one].endswith("s") == unit.lows[other].endswith("s")


def _starts_clause(unit: Unit, at: int, end: int) -> bool:
    """Whether a subject and its verb follow, after at most a time expression."""
    tags = unit.tags
    at = time_end(tags, at)
    after = noun_phrase_end(tags, at)
    if after == at:
        return False
    while after < end and tags[after] == ADVERB:
        after += 1
    return after < end and tags[after] in TENSED and unit.lows[after] not in NOT_FINITE


def kind_of(unit: Unit, content: tuple[Span, ...]) -> Kind:
    """Return in whose words a content of a unit stands, by its share inside quotation marks."""
    whole = sum(end - start for start, end in content)
    inside = 0
    for start, end in content if unit.quotes else ():
        first = bisect_right(unit.stream, start, key=_END)
        last = bisect_left(unit.stream, end, first, key=_START)
        for at in [at for at in range(first, last) if at in unit.quotes]:
            inside += min(end, unit.stream[at].end) - max(start, unit.stream[at].start)
    if inside >= 0.9 * whole:
        return Kind.DIRECT
    return Kind.MIXED if inside else Kind.INDIRECT
