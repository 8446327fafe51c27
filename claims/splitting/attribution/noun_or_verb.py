"""Words that are a noun as often as a verb that attributes: `claims`, `states`, `show`."""

from claims.splitting.attribution.evidence import shows
from claims.splitting.lexicon.cues import (
    ALSO_NOUNS,
    ANY_CUES,
    EVIDENCE,
    EVIDENCE_CUES,
    THAT_ONLY,
    Cue,
)
from claims.splitting.lexicon.timewords import COUNTS
from claims.splitting.lexicon.titles import (
    DOCUMENT,
    ORGANISATION,
    PARTY_AND_PLACE,
    PEOPLE,
    ROLES,
)
from claims.splitting.lexicon.words import SEVERAL, words
from claims.splitting.syntax.phrases import LONGEST, has_verb, noun_phrase_start
from claims.splitting.syntax.retagging import is_plural as is_plural_word
from claims.splitting.syntax.subjects import Range
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    CLAUSE_STARTS,
    CLOSING,
    COORDINATOR,
    DASH,
    DETERMINER,
    GERUND,
    MODIFIERS,
    NAME,
    NOUN,
    NOUNS,
    NUMBER,
    OBJECT_PRONOUN,
    PARTICIPLE,
    PHRASE_STARTS,
    POSSESSOR,
    PREPOSITIONS,
    QUOTATION,
    STOP,
    SUBORDINATOR,
    TENSED,
    TIME,
    pattern,
)

# "that will", and "that promise | to", "… | the plan", "… | them"
_WHICH_DO = pattern(
    """
    THAT
    (?: [AUXILIARY FINITE BASE] | NOUN (?= TO [^NUMBER] | DETERMINER | OBJECT_PRONOUN) )
    """
)
_MAY_END_SUBJECT = NOUNS | {TIME, CLOSING, POSSESSOR}
_OBJECT_STARTS = frozenset({DETERMINER, NAME, NUMBER})
_SENTENCE_ENDS = frozenset({"", STOP})
_SHOWN = PHRASE_STARTS | {NUMBER, POSSESSOR, OBJECT_PRONOUN}  # "Polls show | Brun's lead"
_OWNS = frozenset({NOUN, POSSESSOR})  # "Brun's | attacks", "government | attacks"
# What follows a noun rather than a verb: "attacks | on", "states | and".
_BEHIND_NOUN = PREPOSITIONS | TENSED | {COORDINATOR, DASH}
_BEHIND_OWNED = _BEHIND_NOUN | {GERUND, SUBORDINATOR}
_BEFORE_NOUN = frozenset({DETERMINER, ADVERB, NOUN, PARTICIPLE, GERUND, NUMBER})  # "four new dam"
_CONTENT_STARTS = CLAUSE_STARTS | {QUOTATION}
_OF_ONE = words("a an his her its my your our")
_SHARES = words("half third quarter fifth percent cent majority minority plurality few handful lot")
_RELATIVES = words("who which whose where when")


def is_plain_verb(unit: Unit, at: int) -> bool:
    """Whether `claim` or `estimate` is the verb: between a subject and a clause, no verb before."""
    tags = unit.tags
    low = unit.lows[at]
    if (
        at == 0
        or tags[at - 1] not in _MAY_END_SUBJECT
        or (low not in ANY_CUES and low not in EVIDENCE_CUES)
    ):
        return False
    if tags[at + 1 : at + 2] in CLAUSE_STARTS:
        return True
    if low in EVIDENCE_CUES and _is_shown(unit, at):
        return True
    return (
        low in ANY_CUES
        and tags[at + 1 : at + 2] in _OBJECT_STARTS
        and not has_verb(tags, max(0, at - LONGEST), at)
    )


def _is_shown(unit: Unit, at: int) -> bool:
    """`Polls show Brun ahead`; `…, figures from the harbour office show.`"""
    tags = unit.tags
    if tags[at + 1 : at + 2] in _SENTENCE_ENDS:
        return shows(unit, at)
    if tags[at + 1] not in _SHOWN or unit.lows[at] not in {"show", "shows"}:
        return False
    return not DOCUMENT.isdisjoint(unit.lows[noun_phrase_start(tags, at - 1) : at])


def is_plural(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether `attacks on`, `states and` is a noun in the plural rather than a verb."""
    plural = cue.form == "finite" and cue.lemma in ALSO_NOUNS
    # "early tweets accusing", but "Dal proposes doing"
    owned = at > 0 and unit.tags[at - 1] in _OWNS
    relative = _WHICH_DO.match(unit.tags, at + 1) is not None
    relative = relative or unit.lows[at + 1] in _RELATIVES
    if relative and cue.lemma in THAT_ONLY:  # "a rule that will change"
        return True
    if relative and cue.form == "base" and not is_plural_word(unit.lows[at - 1]):
        return cue.lemma in ALSO_NOUNS  # "a report that will change"
    return plural and (relative or unit.tags[at + 1] in (_BEHIND_OWNED if owned else _BEHIND_NOUN))


def is_noun(unit: Unit, at: int, cue: Cue, before: Range) -> bool:
    """`Four reasons`, `personal attacks`, `the key reason`: what is before it is no subject."""
    asked = unit.tags[before.start] == OBJECT_PRONOUN  # "asked him about attacks"
    if asked or _is_counted(unit, at, cue):
        return True
    if cue.form == "base" and _disagrees(unit, at, cue, before):
        return True
    if cue.lemma not in ALSO_NOUNS or cue.lemma in EVIDENCE or cue.form not in {"finite", "base"}:
        return False
    if cue.form == "finite" and unit.lows[before.start] in SEVERAL:
        return True  # "many of the town pledges"
    tags, last = unit.tags[before.start : before.end], unit.lows[before.end - 1]
    if cue.lemma == "state" and last in PARTY_AND_PLACE:  # "Western states"
        return True
    if tags[0] != DETERMINER and unit.stream[before.start].text[0].isupper():
        return False
    if not _BEFORE_NOUN.issuperset(tags) or last.endswith("s") or last in PEOPLE:
        return cue.lemma == "state" and tags[-1] in MODIFIERS
    known = last in ROLES or last in DOCUMENT or last in ORGANISATION
    return tags == NUMBER or (not known and (DETERMINER not in tags or cue.form == "base"))


def _disagrees(unit: Unit, at: int, cue: Cue, before: Range) -> bool:
    """`a long show`, `his main worry`, `Battleground state Ohio`: one has no verb without an -s."""
    lows = unit.lows[before.start : before.end]
    if at > before.end or any(map(is_plural_word, lows)) or not _SHARES.isdisjoint(lows):
        return False
    named = cue.lemma == "state" and unit.tags[at + 1 : at + 2] == NAME
    return named or lows[0] in _OF_ONE


def _is_counted(unit: Unit, at: int, cue: Cue) -> bool:
    """`rose by six points to eight`, `three states:`, `57 reported cases`: no verbs."""
    before, tags = unit.stream[at - 1], unit.tags
    if not at or (tags[at - 1] != NUMBER and before.low not in COUNTS):
        return False
    if cue.form == "past":
        return tags[at + 1 : at + 2] == NOUN and unit.lows[at + 1].endswith("s")
    if cue.form != "finite" or cue.lemma.split()[0] not in ALSO_NOUNS or before.low == "one":
        return False
    # "Article 33 states that", but no "three" agrees with "states".
    return tags[at - 1] != NUMBER or tags[at + 1 : at + 2] not in _CONTENT_STARTS
