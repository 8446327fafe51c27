"""Words that are a noun as often as a verb that attributes: `claims`, `states`, `show`."""

import re

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

_WHICH_DO = re.compile("T(?:[XVv]|N(?=t[^M]|D|O))")  # "rules that promise to"
_OF_ONE = words("a an his her its my your our")
_SHARES = words("half third quarter fifth percent cent majority minority plurality few handful lot")
_RELATIVES = words("who which whose where when")


def is_plain_verb(unit: Unit, at: int) -> bool:
    """Whether `claim` or `estimate` is the verb: between a subject and a clause, no verb before."""
    tags = unit.tags
    low = unit.lows[at]
    if at == 0 or tags[at - 1] not in "NUd)K" or (low not in ANY_CUES and low not in EVIDENCE_CUES):
        return False
    if tags[at + 1 : at + 2] in {"T", "P", "p"}:
        return True
    if low in EVIDENCE_CUES and _is_shown(unit, at):
        return True
    return (
        low in ANY_CUES
        and tags[at + 1 : at + 2] in {"D", "U", "M"}
        and not has_verb(tags, max(0, at - LONGEST), at)
    )


def _is_shown(unit: Unit, at: int) -> bool:
    """`Polls show Brun ahead`; `…, figures from the harbour office show.`"""
    tags = unit.tags
    if tags[at + 1 : at + 2] in {"", "."}:
        return shows(unit, at)
    if tags[at + 1] not in "DUMNKO" or unit.lows[at] not in {"show", "shows"}:
        return False
    return not DOCUMENT.isdisjoint(unit.lows[noun_phrase_start(tags, at - 1) : at])


def is_plural(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether `attacks on`, `states and` is a noun in the plural rather than a verb."""
    plural = cue.form == "finite" and cue.lemma in ALSO_NOUNS
    # "early tweets accusing", but "Dal proposes doing"
    owned = at > 0 and unit.tags[at - 1] in "NK"
    relative = _WHICH_DO.match(unit.tags, at + 1) is not None
    relative = relative or unit.lows[at + 1] in _RELATIVES
    if relative and cue.lemma in THAT_ONLY:  # "a rule that will change"
        return True
    if relative and cue.form == "base" and not is_plural_word(unit.lows[at - 1]):
        return cue.lemma in ALSO_NOUNS  # "a report that will change"
    return plural and (relative or unit.tags[at + 1] in ("IJCVXGS-" if owned else "IJCVX-"))


def is_noun(unit: Unit, at: int, cue: Cue, before: Range) -> bool:
    """`Four reasons`, `personal attacks`, `the key reason`: what is before it is no subject."""
    if unit.tags[before.start] == "O" or _is_counted(unit, at, cue):  # "asked him about attacks"
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
    if tags[0] != "D" and unit.stream[before.start].text[0].isupper():
        return False
    if not set(tags) <= set("DANEGM") or last.endswith("s") or last in PEOPLE:
        return cue.lemma == "state" and tags[-1] in "EAG"
    known = last in ROLES or last in DOCUMENT or last in ORGANISATION
    return tags == "M" or (not known and ("D" not in tags or cue.form == "base"))


def _disagrees(unit: Unit, at: int, cue: Cue, before: Range) -> bool:
    """`a long show`, `his main worry`, `Battleground state Ohio`: one has no verb without an -s."""
    lows = unit.lows[before.start : before.end]
    if at > before.end or any(map(is_plural_word, lows)) or not _SHARES.isdisjoint(lows):
        return False
    named = cue.lemma == "state" and unit.tags[at + 1 : at + 2] == "U"
    return named or lows[0] in _OF_ONE


def _is_counted(unit: Unit, at: int, cue: Cue) -> bool:
    """`rose by six points to eight`, `three states:`, `57 reported cases`: no verbs."""
    before, tags = unit.stream[at - 1], unit.tags
    if not at or (tags[at - 1] != "M" and before.low not in COUNTS):
        return False
    if cue.form == "past":
        return tags[at + 1 : at + 2] == "N" and unit.lows[at + 1].endswith("s")
    if cue.form != "finite" or cue.lemma.split()[0] not in ALSO_NOUNS or before.low == "one":
        return False
    # "Article 33 states that", but no "three" agrees with "states".
    return tags[at - 1] != "M" or tags[at + 1 : at + 2] not in {"T", "P", "p", "Q"}
