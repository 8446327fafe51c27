"""
Cues that govern the content behind them: `X said (that) …`, `saying …`, `and vowed to …`,
`X's claim that …`; and contents that are somebody else's attribution themselves.
"""

from collections.abc import Iterator

from claims.splitting.attribution.boundaries import content_end
from claims.splitting.attribution.claimants import Claimant, claimant
from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.attribution.content_starts import content_start
from claims.splitting.attribution.non_assertions import (
    asks_for_comment,
    is_question,
    is_silent,
    names,
    questions,
)
from claims.splitting.attribution.nouns import by_noun
from claims.splitting.attribution.objects import (
    is_description,
    is_planned,
    object_end,
    object_parts,
)
from claims.splitting.attribution.passives import passive
from claims.splitting.attribution.patterns import OBJECT, Attribution, asserts, possible_cues
from claims.splitting.attribution.verb_cues import verb_cue
from claims.splitting.lexicon.cues import CLAUSE_ONLY, EVIDENCE, Cue
from claims.splitting.lexicon.titles import DOCUMENT
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.subjects import Range, Subject, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ANNOUNCES,
    AUXILIARY,
    COLON,
    COMMA,
    GERUND,
    MAIN_VERBS,
    NOUN,
    NOUNS,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PREPOSITION,
    PRONOUN_SUBJECTS,
    QUESTION_WORD,
    QUOTATION,
    RELATIVES,
    SUBJECT_PRONOUN,
    SUBORDINATING,
    THAT,
    TO,
    pattern,
)

_SHOWS = words("show shows showed proves proved demonstrates demonstrated means meant")
# What may stand before the source that a content consists of: "In a call on Monday, Dal said"
_OPENING = pattern(
    """
    [PREPOSITION LOOSE_PREPOSITION]
    [^
        COMMA SEMICOLON COLON DASH QUOTATION
        THAT QUESTION_WORD SUBORDINATOR CONTRACTED FINITE BASE AUXILIARY
    ]*
    COMMA
    """
)
_NOUN_FORMS = frozenset({NOUN, GERUND})
# "a target | it pledged to reach", "a target | that it pledged to reach", ", which it …"
_LEFT_OUT = frozenset(head + relative for head in NOUNS for relative in RELATIVES) | {
    COMMA + QUESTION_WORD
}
_CLAUSE_OPENERS = SUBORDINATING | {PREPOSITION}
_THAT_IS = THAT + AUXILIARY
_VERB_FORMS = MAIN_VERBS | {PARTICIPLE}
_PRONOUNS = PRONOUN_SUBJECTS | {QUESTION_WORD}
# "scolded him: “It leaks,” she said", "three said they would": nothing is told by that alone.
_EMPTY = frozenset(
    {OBJECT_PRONOUN + COLON, SUBJECT_PRONOUN + AUXILIARY, SUBJECT_PRONOUN + 2 * AUXILIARY}
)


def governed(
    unit: Unit, floor: int, limit: int, last: Attribution | None = None
) -> Iterator[Attribution]:
    """
    Yield the attributions in `floor..limit` whose cue governs what follows it.

    `last` is the one before them, whose source goes on: `"…," she said, adding that …`.
    """
    for at in possible_cues(unit, floor, 0 if is_question(unit) else limit):
        if at < floor:
            continue
        if unit.tags[at] in _NOUN_FORMS and (found := by_noun(unit, at, limit)):
            yield found
            floor = found.content[-1].end
            continue
        if not (cue := verb_cue(unit, at)):
            continue
        if found := _by_verb(unit, at, *cue, floor=floor, limit=limit, last=last):
            yield found
            last = found
            floor = found.content[-1].end
        elif found := passive(unit, at, *cue, floor=floor, limit=limit):
            yield found
            floor = max(found.cue.end, found.content[-1].end)


def announcing(unit: Unit) -> tuple[Range, Range] | None:
    """Return source and cue of a sentence such as `Ada Brun added:`, whose content follows it."""
    size = len(unit.tags)
    if unit.tags[-1:] != COLON:
        return None
    for at in possible_cues(unit, 0, size):
        if cue := verb_cue(unit, at):
            whose = subject(unit, at)
            if whose and asserts(whose) and content_start(unit, cue[1], cue[0].takes) == size:
                return whose.mention, Range(at, cue[1])
    return None


def _by_verb(
    unit: Unit, at: int, cue: Cue, cue_end: int, *, floor: int, limit: int, last: Attribution | None
) -> Attribution | None:
    """Return the attribution of the verb at `at`, if it has a source and governs what was said."""
    whose = subject(unit, at)
    found = claimant(unit, at, cue, whose, floor, last)
    reach = _reach(unit, at, cue, cue_end, whose, found, limit) if found else None
    if found is None or reach is None or _says_nothing(unit, at, cue, reach):
        return None
    start, end = reach
    rule, of_verb = found.rule, Range(at, cue_end)
    if cue.takes.object and not cue.takes.speech:
        rule = OBJECT  # "called it “a ruin”" is not understood without its verb
    elif not _is_clause(unit, start, end) and not _must_be_clause(unit, start, end, cue):
        if not _takes_object(unit, cue, found.source, whose, reach):
            return None
        rule, end = OBJECT, object_end(unit, start, end, cue)
    if rule != OBJECT:
        return Attribution(rule, found.source, of_verb, (Range(start, end),))
    spoken = any(start <= quoted < end for quoted in unit.quotes)
    if not spoken and (is_planned(unit, at) or is_description(unit, at, cue, found.source)):
        return None
    return Attribution(rule, found.source, of_verb, object_parts(unit, start, end))


def _reach(
    unit: Unit,
    at: int,
    cue: Cue,
    cue_end: int,
    whose: Subject | None,
    found: Claimant,
    limit: int,
) -> Range | None:
    """Return what the verb at `at` governs, up to `limit` at most."""
    if found.ends:  # "Calling the plan a waste, Ada Brun …"
        limit = min(limit, found.ends)
    start = content_start(unit, cue_end, cue.takes)
    if start is None or start >= limit:
        return None
    if whose and not cue.takes.clause:
        reduced = found.rule == "participle" and found.source.end == at
        if reduced or unit.tags[whose.mention.start] == QUESTION_WORD:
            limit = _main_verb(unit, at, start, limit)
    subordinate = whose is not None and _subordinate(unit, whose)
    end = content_end(unit, start, limit, subordinate=subordinate)
    if end <= start or unit.lows[end - 1] in {"a", "an", "the"}:  # cut off: "ruled that the"
        return None
    return Range(start, end)


def _says_nothing(unit: Unit, at: int, cue: Cue, reach: Range) -> bool:
    """Whether what the verb governs tells nothing: `said little.`, `a film called “The Dam”`."""
    start, end = reach
    if is_silent(unit, start, cue) or questions(unit, start, cue):
        return True
    if names(unit, at, start, end, cue):
        return True
    if unit.tags[start:end] == OBJECT_PRONOUN and not cue.takes.things:
        return True  # "a day after she said them"
    return unit.tags[start:end] in _EMPTY


def _takes_object(unit: Unit, cue: Cue, source: Range, whose: Subject | None, reach: Range) -> bool:
    """Whether what is no clause behind the verb is what was praised, promised or announced."""
    if asks_for_comment(unit, *reach):
        return False
    document = unit.lows[source.end - 1] in DOCUMENT
    if cue.lemma in CLAUSE_ONLY and not (document and cue.lemma in EVIDENCE):
        return False
    return unit.tags[reach.start] != TO or whose is None or not _is_of_noun(unit, whose)


def _is_of_noun(unit: Unit, whose: Subject) -> bool:
    """Whether a noun is what it is about, left out: `a target (that) it pledged to reach`."""
    tags, first = unit.tags, whose.mention.start
    before = tags[max(0, first - 2) : first]
    left_out = before[-1:] in NOUNS or before in _LEFT_OUT
    return left_out and tags[first] not in RELATIVES


def _main_verb(unit: Unit, at: int, start: int, limit: int) -> int:
    """Return where `those who praised the dam | say` goes on with its main verb, or `limit`."""
    verb = starts_clause(unit, start, limit)
    whose = subject(unit, verb) if verb else None
    return verb if verb and whose and whose.mention.start < at else limit


def _is_clause(unit: Unit, start: int, end: int) -> bool:
    """Whether the content can stand by itself, not `him of lying` or `to fight on`."""
    tags = unit.tags
    if (
        tags[start - 1] in ANNOUNCES
        or QUOTATION in tags[start:end]
        or tags[start] in _CLAUSE_OPENERS
    ):
        return True
    if tags[start : start + 2] == _THAT_IS:  # "that was late"
        return True
    return starts_clause(unit, start, end) is not None


def _must_be_clause(unit: Unit, start: int, end: int, cue: Cue) -> bool:
    """Whether `said the ferry leaked` is a clause though its verb is not known for one."""
    takes = cue.takes
    if takes.things or takes.addressee or takes.infinitive or takes.question:
        return False
    return not _VERB_FORMS.isdisjoint(unit.tags[start + 1 : end])


def nested(unit: Unit, found: Attribution) -> Attribution | None:
    """
    Return the attribution that a content consists of: `The Post reported that aides believe …`.

    Only where a source other than a pronoun starts the content and the rest of it is theirs.
    What a relative clause seemed to say may hold the main verb: `those who back it say …`; whose
    that is stands before the content then.
    """
    if found.rule == OBJECT or len(found.content) != 1:
        return None
    start, end = found.content[0]
    inner = next(governed(unit, start, end), None)
    if inner is None or inner.rule != "governing" or inner.source is None:
        return None
    first, after = inner.source.start, inner.content[0].end
    if unit.lows[inner.cue.start] in _SHOWS and unit.lows[inner.source.end - 1] not in DOCUMENT:
        return None  # "Brun said the case showed that …" has one source
    if after < end or unit.tags[first] in _PRONOUNS:
        return None
    if first <= start + 1:
        return inner
    passed_on = found.source is not None and unit.tags[found.source.start] not in PRONOUN_SUBJECTS
    return inner if passed_on and _OPENING.fullmatch(unit.tags, start, first) else None


def _subordinate(unit: Unit, whose: Subject) -> bool:
    first = whose.mention.start
    return unit.tags[first] == QUESTION_WORD or (
        first > 0 and unit.tags[first - 1] in SUBORDINATING
    )
