"""Cues beside their content: `…, X said`, `…, said X, …`, `according to X, …`, `as X said`."""

from collections.abc import Iterator

from claims.splitting.attribution.asides import according_to, as_said
from claims.splitting.attribution.clause_starts import starts_clause
from claims.splitting.attribution.comma_frames import before_frame, goes_on_as_clause, sentence_end
from claims.splitting.attribution.complements import (
    addressee_end,
    skip_adverbials,
    starts_quote,
    verb_cue,
)
from claims.splitting.attribution.non_assertions import is_question
from claims.splitting.attribution.noun_or_verb import is_noun
from claims.splitting.attribution.patterns import Attribution, asserts, possible_cues
from claims.splitting.lexicon.cues import PARTICIPLE_CUES, Cue
from claims.splitting.lexicon.titles import DOCUMENT
from claims.splitting.lexicon.words import ALONE, DAYS, POSSESSIVES, SEVERAL
from claims.splitting.syntax.phrases import has_verb, noun_phrase_end, prepositional_end
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    ADVERBIAL_STARTS,
    COLON,
    COMMA,
    CONTRACTED,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    LEADS_IN,
    NUMBER,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PHRASE_ENDS,
    PHRASE_STARTS,
    PREPOSITION,
    PRONOUN_SUBJECTS,
    QUESTION_WORD,
    QUOTATION,
    SEMICOLON,
    SETS_OFF,
    SOME_OF,
    SUBORDINATOR,
    TENSED,
    THAT,
    TIME,
    TO,
    VERBS,
    pattern,
)

# ", who …,", ", a clerk who …,", ", one of whom …,"
_RELATIVE = pattern(
    """
    COMMA [DETERMINER ADVERB NOUN NAME NUMBER PARTICIPLE POSSESSOR]{0,8} PREPOSITION?
    QUESTION_WORD [^COMMA]* COMMA?
    """
)
_COMMA_QUOTATION = COMMA + QUOTATION
_JOINERS = frozenset({COORDINATOR, SUBORDINATOR})  # "…," X said, "and …"
# What an adverbial before a cue starts with; there may be nothing.
_ADVERBIAL = ADVERBIAL_STARTS | {"", QUESTION_WORD, GERUND, PARTICIPLE, FINITE}
_FRAME_ENDS = PHRASE_ENDS | {DASH, SEMICOLON}
_THAT_IS = frozenset(THAT + verb for verb in TENSED)
_NOT_MAIN = ADVERBIAL_STARTS | {TO}  # what starts no main clause
_OBJECT_STARTS = frozenset({DETERMINER, GERUND, NUMBER})
_BEFORE_INVERTED = SETS_OFF | {QUOTATION}
_ONE_OF = frozenset({SOME_OF, NUMBER + PREPOSITION})
# What shows that a noun phrase behind a cue is a subject: "said the plan | will", not "said Brun".
_BEHIND_SUBJECT = VERBS | {THAT, CONTRACTED}
_ASIDE_STARTS = frozenset({QUESTION_WORD, PARTICIPLE, GERUND})


def frames(unit: Unit) -> Iterator[Attribution]:
    """Yield the attributions whose cue stands beside its content."""
    floor = 0
    for at in possible_cues(unit, 0, 0 if is_question(unit) else len(unit.tags)):
        if at < floor:
            continue
        found = None
        if unit.lows[at] == "according" and unit.tags[at + 1 : at + 2] == TO:
            found = according_to(unit, at, floor)
        elif cue := verb_cue(unit, at):
            found = (
                as_said(unit, at, *cue, floor)
                or _inverted(unit, at, *cue, floor)
                or _parenthesis(unit, at, *cue, floor=floor)
            )
        if found:
            yield found
            floor = max(part.end for part in (found.source or found.cue, found.cue, *found.content))


def _nothing(unit: Unit, end: int, floor: int) -> Range | None:
    """Return an empty range where only `But,` or `Still,` stands before the frame."""
    opened = end > floor + 1 and unit.tags[end - 1] == COMMA and unit.tags[floor] in LEADS_IN
    return Range(floor, floor) if opened and end == floor + 2 else None


def _after(unit: Unit, at: int, *, quoted: bool) -> Range | None:
    """Return the rest of `"A," X said, "B."`, and of `A, X said, B.` where `quoted` is false."""
    tags = unit.tags
    if tags[at : at + 1] != COMMA:
        comma = tags.find(_COMMA_QUOTATION, at, at + 30)
        if comma < 0:
            return None
        at = comma
    stop = sentence_end(unit)
    if at + 1 >= stop:
        return None
    if (
        tags[at + 1] == QUOTATION
        or (tags[at + 1] in _JOINERS and tags[at + 2 : at + 3] == QUOTATION)
        or not quoted
    ):
        return Range(at + 1, stop)
    return None


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


def _content(unit: Unit, before: Range | None, rest: Range | None) -> tuple[Range, ...]:
    parts = tuple(part for part in (before, rest) if part and part.start < part.end)
    said = any(
        QUOTATION in unit.tags[part.start : part.end]
        or part.start in unit.quotes
        or has_verb(unit.tags, *part)
        for part in parts
    )
    return parts if said else ()


def _parenthesis(unit: Unit, at: int, cue: Cue, cue_end: int, *, floor: int) -> Attribution | None:
    """`…, X said.`, `…, X told reporters in Iowa, …`."""
    tags = unit.tags
    whose = subject(unit, at)
    if whose is None or whose.mention.start < floor or not asserts(whose):
        return None
    if is_noun(unit, at, cue, whose.mention):
        return None
    before = before_frame(unit, whose.mention.start, floor) or _nothing(
        unit, whose.mention.start, floor
    )
    if before is None or cue.form == "participle":
        return None
    if (
        unit.lows[before.start] in PARTICIPLE_CUES
        and tags[cue_end : cue_end + 1] not in PHRASE_ENDS
    ):
        return None  # "Blaming “the rich,” she said taxes would rise"
    quoted = before.end > before.start and tags[before.end - 1] == QUOTATION
    end = cue_end
    if cue.takes.addressee:
        end = addressee_end(unit, end)
    end = skip_adverbials(unit, end)
    if not quoted and tags[end : end + 1] not in _FRAME_ENDS:
        return None
    if quoted and cue.takes.clause and _goes_on(unit, before, cue_end, cue):
        return None
    if not quoted and not cue.takes.clause:
        return None
    if not quoted and not _interrupted(unit, before, end):
        return None
    if not cue.takes.speech or (cue.lemma == "find" and _is_place(unit, cue_end)):
        return None
    of_what = end > cue_end and tags[end : end + 2] in _THAT_IS  # "said of a dam that was"
    if quoted and not of_what and THAT in (tags[cue_end : cue_end + 1], tags[end : end + 1]):
        return None  # "Citing "…," she told the paper that"
    rest = _after(unit, end, quoted=quoted)
    if rest and not quoted and tags[rest.start] == GERUND and not _opens_clause(tags, rest):
        rest = None
    if rest and quoted and tags[before.start] == GERUND and not has_verb(tags, *before):
        before = Range(before.start, before.start)  # "Smiling at “the crowd,” she said, “…”"
    content = _content(unit, before, rest)
    if not content or (before.start == before.end and tags[end : end + 1] != COMMA):
        return None
    return Attribution("after", whose.mention, Range(at, cue_end), content)


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
    told = (
        not DOCUMENT.isdisjoint(unit.lows[at:end]) or TIME in tags[at:end] or NUMBER in tags[at:end]
    )
    return end > at and not told


def _inverted(unit: Unit, at: int, cue: Cue, cue_end: int, floor: int) -> Attribution | None:
    """`…, said X.`: the source is the noun phrase after the verb."""
    tags = unit.tags
    if at == 0 or tags[at - 1] not in _BEFORE_INVERTED or tags[at] == GERUND:
        return None
    first = cue_end + 2 * (tags[cue_end : cue_end + 2] in _ONE_OF)  # "said one of those who"
    end = noun_phrase_end(tags, first)
    if end == first and _is_alone(unit, first):  # "said one."
        end += 1
    if end == first or tags[cue_end] == OBJECT_PRONOUN or tags[end : end + 1] in _BEHIND_SUBJECT:
        return None
    # "Ada Brun, the mayor, said Sunday", "…, said so", "…, said the wall “cannot be saved”"
    if unit.lows[cue_end] in DAYS | {"so"} or QUOTATION in tags[first:end]:
        return None
    if tags[cue_end] in PRONOUN_SUBJECTS and tags[at - 1] != QUOTATION:
        return None
    if unit.lows[cue_end] in POSSESSIVES and not cue.takes.speech:
        return None  # "Brun called it “a ruin,” denounced her plans and left"
    if tags[at - 1] == COMMA and cue.lemma != "say" and _follows_aside(unit, at, floor):
        return None
    before = before_frame(unit, at, floor)
    if before is None:
        return None
    quoted = QUOTATION in tags[before.start : before.end]
    if not quoted and tags[at - 1] == DASH and DASH in tags[before.start : before.end]:
        return None  # "the rules — those of May — add another"
    if cue.takes.addressee and not quoted:  # "…, told the BBC the offer was"
        return None
    if tags[end : end + 1] == PREPOSITION or (
        unit.stream[end : end + 1] and unit.lows[end] == "like"
    ):
        end = prepositional_end(tags, end)
    if goes_on_as_clause(tags, end):  # "…, said the plan put forward by Oru is late"
        return None
    end = _apposition_end(unit, end)
    goes_on = tags[end : end + 1] == COMMA and tags[end + 1 : end + 2] in TENSED
    if not quoted and (not cue.takes.clause or not (goes_on or _states(tags, before))):
        return None
    content = _content(unit, before, _after(unit, end, quoted=quoted or not goes_on))
    return (
        Attribution("inverted", Range(cue_end, end), Range(at, cue_end), content)
        if content
        else None
    )


def _follows_aside(unit: Unit, at: int, floor: int) -> bool:
    """`Ada Brun, 69, told the BBC`, `Ada Brun, who swims, denounced the plan`: Brun's verb."""
    whose = subject(unit, at)
    if whose is None or whose.mention.start < floor:
        return False
    aside = unit.tags[whose.mention.start : at].partition(COMMA)[2]
    return aside[:1] in _ASIDE_STARTS or not has_verb(aside, 0, len(aside))


def _is_alone(unit: Unit, at: int) -> bool:
    """Whether a determiner that is a source by itself stands there: `said one`."""
    return at < len(unit.lows) and (unit.lows[at] in ALONE or unit.lows[at] in SEVERAL)


def _states(tags: str, before: Range) -> bool:
    """Whether there is a verb other than those of relative clauses behind commas."""
    plain = _RELATIVE.sub("", tags[before.start : before.end])
    return has_verb(plain, 0, len(plain))


def _apposition_end(unit: Unit, at: int) -> int:
    """Return the end of `, its leader` or `, an engineer from Sund` after `said X`, or `at`."""
    tags = unit.tags
    if tags[at : at + 1] != COMMA or tags[at + 1 : at + 2] not in PHRASE_STARTS:
        return at
    end = noun_phrase_end(tags, at + 1)
    end = max(end, prepositional_end(tags, end))
    return end if tags[end : end + 1] in PHRASE_ENDS else at
