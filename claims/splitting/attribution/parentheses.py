"""Cues between their content or behind it: `…, X said.`, `…, X told reporters in Iowa, …`."""

from claims.splitting.attribution.adverbials import skip_adverbials
from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.attribution.comma_frames import before_frame, behind_frame, content_of
from claims.splitting.attribution.content_starts import addressee_end, starts_quote
from claims.splitting.attribution.noun_or_verb import is_noun
from claims.splitting.attribution.patterns import Attribution, RuleName, asserts
from claims.splitting.lexicon.cues import PARTICIPLE_CUES, Cue
from claims.splitting.lexicon.titles import DOCUMENT
from claims.splitting.syntax.phrases import has_verb, prepositional_end
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    ADVERBIAL_STARTS,
    COLON,
    COMMA,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    LEADS_IN,
    NUMBER,
    PARTICIPLE,
    PHRASE_ENDS,
    QUESTION_WORD,
    QUOTATION,
    SEMICOLON,
    TENSED,
    THAT,
    TIME,
    TO,
)

# What an adverbial before a cue starts with; there may be nothing.
_ADVERBIAL = ADVERBIAL_STARTS | {"", QUESTION_WORD, GERUND, PARTICIPLE, FINITE}
_FRAME_ENDS = PHRASE_ENDS | {DASH, SEMICOLON}
_THAT_DOES = frozenset(THAT + verb for verb in TENSED)
_NOT_MAIN = ADVERBIAL_STARTS | {TO}  # what starts no main clause
_OBJECT_STARTS = frozenset({DETERMINER, GERUND, NUMBER})


def parenthesis(unit: Unit, at: int, cue: Cue, cue_end: int, floor: int) -> Attribution | None:
    """Return the attribution of a cue that is set behind its content, or in the middle of it."""
    tags = unit.tags
    whose = subject(unit, at)
    if whose is None or whose.mention.start < floor or not asserts(whose):
        return None
    if cue.form == "participle" or is_noun(unit, at, cue, whose.mention):
        return None
    first = whose.mention.start
    before = before_frame(unit, first, floor) or _nothing(unit, first, floor)
    if before is None:
        return None
    behind = tags[cue_end : cue_end + 1]
    if unit.lows[before.start] in PARTICIPLE_CUES and behind not in PHRASE_ENDS:
        return None  # "Blaming “the rich,” she said taxes would rise"
    quoted = before.end > before.start and tags[before.end - 1] == QUOTATION
    end = skip_adverbials(unit, addressee_end(unit, cue_end) if cue.takes.addressee else cue_end)
    if quoted:
        framed = _frames_quotation(unit, before, cue, cue_end, end)
    else:
        framed = _frames_statement(unit, before, cue, end)
    if not framed or (cue.lemma == "find" and _is_place(unit, cue_end)):
        return None
    content = _content(unit, before, behind_frame(unit, end, quoted=quoted), quoted=quoted)
    if not content or (before.start == before.end and tags[end : end + 1] != COMMA):
        return None
    return Attribution(RuleName.SAID_AFTER, whose.mention, Range(at, cue_end), content)


def _frames_statement(unit: Unit, before: Range, cue: Cue, end: int) -> bool:
    """Whether `…, X said` stands behind a statement in the writer's words."""
    ended = unit.tags[end : end + 1] in _FRAME_ENDS
    return ended and cue.takes.clause and _interrupted(unit, before, end)


def _frames_quotation(unit: Unit, before: Range, cue: Cue, cue_end: int, end: int) -> bool:
    """Whether `“…,” X said` tells who spoke, unlike `Citing “…,” X told the paper that`."""
    tags = unit.tags
    if not cue.takes.speech or (cue.takes.clause and _goes_on(unit, before, cue_end, cue)):
        return False
    of_what = end > cue_end and tags[end : end + 2] in _THAT_DOES  # "said of a dam that was"
    return of_what or THAT not in (tags[cue_end : cue_end + 1], tags[end : end + 1])


def _content(unit: Unit, before: Range, rest: Range | None, *, quoted: bool) -> tuple[Range, ...]:
    """Return what of both sides of the cue was said; what the source did beside it was not."""
    tags = unit.tags
    doing = rest and not quoted and tags[rest.start] == GERUND
    if rest and doing and not _opens_clause(tags, rest):
        rest = None
    if rest and quoted and tags[before.start] == GERUND and not has_verb(tags, *before):
        before = Range(before.start, before.start)  # "Smiling at “the crowd,” she said, “…”"
    return content_of(unit, before, rest)


def _nothing(unit: Unit, end: int, floor: int) -> Range | None:
    """Return an empty range where only `But,` or `Still,` stands before the frame."""
    opened = end > floor + 1 and unit.tags[end - 1] == COMMA and unit.tags[floor] in LEADS_IN
    return Range(floor, floor) if opened and end == floor + 2 else None


def _interrupted(unit: Unit, before: Range, at: int) -> bool:
    """Whether `before, X said` is a statement, not an adverbial before `X said: "…"`."""
    tags = unit.tags
    if tags[at : at + 1] == COLON:
        return False
    if not starts_quote(tags, at):
        return True
    opens = tags[before.start : before.end].lstrip(ADVERB)[:1]  # "Later in the day, X said"
    return opens not in _ADVERBIAL and not has_verb(tags, *before)


def _opens_clause(tags: str, rest: Range) -> bool:
    """Whether `…, she said, raising it is wrong` goes on, unlike `…, she said, adding that`."""
    comma = tags.find(COMMA, *rest)
    return (
        has_verb(tags, rest.start, comma if comma > 0 else rest.end)
        and THAT not in tags[rest.start : rest.start + 2]
    )


def _goes_on(unit: Unit, before: Range, at: int, cue: Cue) -> bool:
    """
    Whether `While he said “no,” she said | it was late` has its main clause there.

    `In her book, “The Dam,” she suggested | a sale` has its object there.
    """
    tags = unit.tags
    opens = tags[before.start : before.end].lstrip(LEADS_IN)[:1]
    if opens not in _NOT_MAIN:
        return False
    follows = not cue.takes.addressee and tags[at : at + 1] in _OBJECT_STARTS
    return follows or starts_clause(unit, at, len(tags)) is not None


def _is_place(unit: Unit, at: int) -> bool:
    """Whether `…, fish found in its rivers` tells where, unlike `found in May`, `in a report`."""
    tags = unit.tags
    end = prepositional_end(tags, at)
    dated = TIME in tags[at:end] or NUMBER in tags[at:end]
    return end > at and not dated and DOCUMENT.isdisjoint(unit.lows[at:end])
