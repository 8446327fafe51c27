"""Verbs that govern the content behind them: `X said (that) …`, `saying …`, `and vowed to …`."""

from claims.splitting.attribution.boundaries import content_end
from claims.splitting.attribution.claimants import Claimant, claimant
from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.attribution.content_starts import content_start
from claims.splitting.attribution.non_assertions import (
    asks_for_comment,
    is_silent,
    names,
    questions,
)
from claims.splitting.attribution.objects import (
    is_description,
    is_planned,
    object_end,
    object_parts,
)
from claims.splitting.attribution.patterns import Attribution, RuleName, asserts, possible_cues
from claims.splitting.attribution.verb_cues import verb_cue
from claims.splitting.lexicon.cues import CLAUSE_ONLY, EVIDENCE, Cue
from claims.splitting.lexicon.titles import DOCUMENT
from claims.splitting.syntax.subjects import Range, Subject, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ANNOUNCES,
    AUXILIARY,
    COLON,
    COMMA,
    MAIN_VERBS,
    NOUNS,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PREPOSITION,
    QUESTION_WORD,
    QUOTATION,
    RELATIVES,
    SUBJECT_PRONOUN,
    SUBORDINATING,
    THAT,
    TO,
)

# "a target | it pledged to reach", "a target | that it pledged to reach", ", which it …"
_LEFT_OUT = frozenset(head + relative for head in NOUNS for relative in RELATIVES) | {
    COMMA + QUESTION_WORD
}
_CLAUSE_OPENERS = SUBORDINATING | {PREPOSITION}
_THAT_IS = THAT + AUXILIARY
_VERB_FORMS = MAIN_VERBS | {PARTICIPLE}
# "scolded him: “It leaks,” she said", "three said they would": nothing is told by that alone.
_EMPTY = frozenset(
    {OBJECT_PRONOUN + COLON, SUBJECT_PRONOUN + AUXILIARY, SUBJECT_PRONOUN + 2 * AUXILIARY}
)


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


def by_verb(
    unit: Unit, at: int, cue: Cue, cue_end: int, floor: int, limit: int, last: Attribution | None
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
        rule = RuleName.OBJECT  # "called it “a ruin”" is not understood without its verb
    elif not _is_clause(unit, start, end) and not _must_be_clause(unit, start, end, cue):
        if not _takes_object(unit, cue, found.source, whose, reach):
            return None
        rule, end = RuleName.OBJECT, object_end(unit, start, end, cue)
    if rule is not RuleName.OBJECT:
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
        reduced = found.rule is RuleName.PARTICIPLE and found.source.end == at
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


def _subordinate(unit: Unit, whose: Subject) -> bool:
    first = whose.mention.start
    return unit.tags[first] == QUESTION_WORD or (
        first > 0 and unit.tags[first - 1] in SUBORDINATING
    )
