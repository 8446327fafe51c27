"""Cues whose source stands behind the verb: `…, said X.`"""

from claims.splitting.attribution.comma_frames import (
    before_frame,
    behind_frame,
    content_of,
    goes_on_as_clause,
)
from claims.splitting.attribution.patterns import Attribution, RuleName
from claims.splitting.lexicon.cues import Cue
from claims.splitting.lexicon.words import ALONE, DAYS, POSSESSIVES, SEVERAL
from claims.splitting.syntax.phrases import has_verb, noun_phrase_end, prepositional_end
from claims.splitting.syntax.subjects import Range, subject
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    COMMA,
    CONTRACTED,
    DASH,
    GERUND,
    NUMBER,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PHRASE_ENDS,
    PHRASE_STARTS,
    PREPOSITION,
    PRONOUN_SUBJECTS,
    QUESTION_WORD,
    QUOTATION,
    SETS_OFF,
    SOME_OF,
    TENSED,
    THAT,
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
_BEFORE_INVERTED = SETS_OFF | {QUOTATION}
_ONE_OF = frozenset({SOME_OF, NUMBER + PREPOSITION})
# What shows that a noun phrase behind a cue is a subject: "said the plan | will", not "said Brun".
_BEHIND_SUBJECT = VERBS | {THAT, CONTRACTED}
_ASIDE_STARTS = frozenset({QUESTION_WORD, PARTICIPLE, GERUND})
_NO_NAMES = DAYS | {"so"}  # "Ada Brun, the mayor, said Sunday", "…, said so"


def inverted(unit: Unit, at: int, cue: Cue, cue_end: int, floor: int) -> Attribution | None:
    """Return the attribution to the noun phrase behind the verb at `at`, where that is a source."""
    tags = unit.tags
    if at == 0 or tags[at - 1] not in _BEFORE_INVERTED or tags[at] == GERUND:
        return None
    end = _source_end(unit, at, cue, cue_end)
    if not end:
        return None
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
    if tags[end : end + 1] == PREPOSITION or unit.lows[end : end + 1] == ["like"]:
        end = prepositional_end(tags, end)
    if goes_on_as_clause(tags, end):  # "…, said the plan put forward by Oru is late"
        return None
    end = _apposition_end(unit, end)
    goes_on = tags[end : end + 1] == COMMA and tags[end + 1 : end + 2] in TENSED
    if not quoted and (not cue.takes.clause or not (goes_on or _states(tags, before))):
        return None
    content = content_of(unit, before, behind_frame(unit, end, quoted=quoted or not goes_on))
    if not content:
        return None
    return Attribution(RuleName.SAID_INVERTED, Range(cue_end, end), Range(at, cue_end), content)


def _source_end(unit: Unit, at: int, cue: Cue, cue_end: int) -> int:
    """Return the end of the noun phrase behind the cue, or 0 where that can be no source."""
    tags = unit.tags
    first = cue_end + 2 * (tags[cue_end : cue_end + 2] in _ONE_OF)  # "said one of those who"
    end = noun_phrase_end(tags, first)
    if end == first and _is_alone(unit, first):  # "said one."
        end += 1
    if end == first or tags[cue_end] == OBJECT_PRONOUN or tags[end : end + 1] in _BEHIND_SUBJECT:
        return 0
    # "…, said the wall “cannot be saved”"
    if unit.lows[cue_end] in _NO_NAMES or QUOTATION in tags[first:end]:
        return 0
    if tags[cue_end] in PRONOUN_SUBJECTS and tags[at - 1] != QUOTATION:
        return 0
    if unit.lows[cue_end] in POSSESSIVES and not cue.takes.speech:
        return 0  # "Brun called it “a ruin,” denounced her plans and left"
    return end


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
