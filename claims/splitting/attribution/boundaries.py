"""Where what somebody said ends: at a clause of somebody else's."""

from claims.splitting.attribution.clause_starts import WITHOUT_SUBJECT, starts_clause
from claims.splitting.attribution.comments import comments, sets_beside
from claims.splitting.attribution.patterns import is_cue
from claims.splitting.lexicon.cues import ANY_CUES, CUES, OCCASIONS
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.phrases import (
    LONGEST,
    has_verb,
    time_end,
)
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    ADVERB,
    AUXILIARY,
    CLAUSE_STARTS,
    CLOSING,
    COMMA,
    COORDINATOR,
    DASH,
    DETERMINER,
    FINITE,
    GERUND,
    INFLECTED,
    LOOSE_PREPOSITION,
    MAYBE_TENSED,
    NOUN,
    NOUNS,
    NUMBER,
    OBJECT_PRONOUN,
    OPENING,
    PARTICIPLE,
    PHRASE_STARTS,
    PREPOSITION,
    PRONOUN_SUBJECTS,
    SEMICOLON,
    STOP,
    SUBORDINATOR,
    TENSED,
    THAT,
    TIME,
    TO,
    VERBS,
)

# Tokens of a content at most, so that no text can make the search for its end a long one; a
# sentence of a third of that is rare.
MOST = 300
_MAY_LEAVE = frozenset({COORDINATOR, LOOSE_PREPOSITION})  # "and has promised", "as it left"
_TELLS = PRONOUN_SUBJECTS | {SUBORDINATOR}  # behind a dash: "– she had swum in it"
_OF_DATE = frozenset({TIME, NUMBER, PREPOSITION, NOUN})  # behind "a statement": "on 12 May"
_BEFORE_OCCASION = NOUNS | {ADVERB, PARTICIPLE}  # "in a | written campaign | statement"
# What the main clause goes on with behind a relative one: "which leaks, | also has".
_GOES_ON = VERBS | {ADVERB, PREPOSITION}
_SHARES_SUBJECT = frozenset({PARTICIPLE, AUXILIARY})
_SUBJECT_STARTS = PHRASE_STARTS | PRONOUN_SUBJECTS | {NUMBER}
_FINDS = words("find finds found finding show shows showed shown showing")


def content_end(unit: Unit, start: int, limit: int, *, subordinate: bool = False) -> int:
    """
    Return where the content from `start` ends: at a clause of somebody else's, or `limit`.

    In a subordinate clause (`While X said …, Y did …`) the main clause ends it too. Each break
    below ends the content in most of the cases where it occurs; `, because` or `, as` do not.
    """
    tags = unit.tags
    end = min(limit, start + MOST)
    while end > start and (tags[end - 1] == STOP or _closes_only(tags, start, end - 1)):
        end -= 1
    if tags[start] == OBJECT_PRONOUN and tags[start + 1 : start + 2] in TENSED:
        return start + 1  # "those who endorsed him say"
    if _has_comma(unit, start) and _ends_behind_quote(unit, start, end, subordinate=subordinate):
        return start + 1
    for at in range(start + 1, end - 1):
        tag = tags[at]
        if tag == SEMICOLON or (tag == ADVERB and sets_beside(unit, at)):
            return at
        if tag == DASH and _goes_on_behind_dash(unit, start, at, end):
            return at
        if (
            tag == COMMA
            and _ends_at_comma(unit, at, end, subordinate=subordinate)
            and not _awaits_verb(unit, start, at, end)
            and not _compares(unit, start, at)
        ):
            return at
        if _has_comma(unit, at) and _ends_behind_quote(unit, at, end, subordinate=subordinate):
            return at + 1
        if tag == COORDINATOR and tags[at - 1] != COMMA and _starts_own_cue(unit, at + 1, end):
            return at
        if subordinate and tag in _MAY_LEAVE and _leaves_object(unit, start, at, end):
            return at
        if unit.lows[at] == "before" and _tells_on(unit, start, at, end):
            return at
    return _without_occasion(unit, start, end)


def _tells_on(unit: Unit, start: int, at: int, end: int) -> bool:
    """`said it rained before Dal said that …`: what somebody else said then is no part of it."""
    verb = starts_clause(unit, at + 1, end)
    return (
        verb is not None
        and unit.lows[verb] in CUES
        and unit.tags[verb + 1 : verb + 2] in CLAUSE_STARTS
        and has_verb(unit.tags, start, at)
    )


def _closes_only(tags: str, start: int, at: int) -> bool:
    """Whether the bracket at `at` closes one that stands before what was said."""
    return tags[at] == CLOSING and tags.count(OPENING, start, at) <= tags.count(CLOSING, start, at)


def _compares(unit: Unit, start: int, at: int) -> bool:
    """`found that a third swims, while few sail`: a finding holds what it is set against."""
    found = unit.lows[start - 1] in _FINDS or unit.lows[start - 2] in _FINDS
    return found and unit.lows[at + 1] == "while"


def _goes_on_behind_dash(unit: Unit, start: int, at: int, end: int) -> bool:
    """
    Whether `– she had swum in it` or `— and Dal noted that` tells what the writer adds.

    The second dash of `a dam – which Dal says leaks – is dry` ends what was said as well.
    """
    tags = unit.tags
    if unit.stream[at].text == "-" and unit.stream[at - 1].end == unit.stream[at].start:
        return False  # "first- or second-hand"
    if tags[start] == DASH and DASH not in tags[start + 1 : at]:
        return False  # "that – at heart – she swims"
    if tags[max(0, start - LONGEST) : start].count(DASH) == 1:
        return True
    alone = DASH not in tags[at + 1 : end]
    if alone and comments(unit, at):
        return True
    if tags[at + 1] == COORDINATOR:
        verb = starts_clause(unit, at + 2, end)
        return verb is not None and unit.lows[verb] in CUES
    if tags[at + 1] == DETERMINER:  # "– the third this year", but "the dams – all of them – are"
        return alone and not tags[start:at].count(DASH) % 2 and unit.lows[at + 1] != "such"
    return alone and tags[at + 1] in _TELLS


def _without_occasion(unit: Unit, start: int, end: int) -> int:
    """Return where a content ends without `in a statement on Monday`: there it was said."""
    tags, lows = unit.tags, unit.lows
    last = end - 1
    while last > start and tags[last] in _OF_DATE and lows[last] not in OCCASIONS:
        last -= 1
    if last <= start or lows[last] not in OCCASIONS or time_end(tags, last + 1) < end:
        return end
    first = last
    while first > start and tags[first - 1] in _BEFORE_OCCASION:
        first -= 1
    said_there = lows[first - 2] in {"in", "on", "during"} and tags[first - 1] == DETERMINER
    return first - 2 if said_there and first - 2 > start + 1 else end


def _leaves_object(unit: Unit, start: int, at: int, end: int) -> bool:
    """
    Whether `and has promised` or `as the ships left` follows an object such as `the plan`.

    There is no verb in that for a predicate to be joined to, nor for a clause to belong to.
    """
    tags = unit.tags
    if tags[at] == COORDINATOR:
        follows = tags[at + 1] in MAYBE_TENSED
    else:
        follows = unit.lows[at] == "as" and starts_clause(unit, at + 1, end) is not None
    return follows and not has_verb(tags, start, at)


def _has_comma(unit: Unit, at: int) -> bool:
    """Whether a quotation stands there that holds the comma behind it: `"no way," adding`."""
    return at in unit.quotes and unit.quotes[at].comma and at + 1 < len(unit.tags)


def _ends_behind_quote(unit: Unit, at: int, end: int, *, subordinate: bool) -> bool:
    """As at a comma; and the writer goes on behind `“…,” despite her refusal`."""
    return unit.tags[at + 1] == LOOSE_PREPOSITION or _ends_at_comma(
        unit, at, end, subordinate=subordinate
    )


def _awaits_verb(unit: Unit, start: int, at: int, end: int) -> bool:
    """
    Whether the verb of a clause behind "that" is still to come at the comma at `at`.

    `that in three counties, which include Lund, …`; `that Dal, Brun, and others went`.
    """
    tags = unit.tags
    if tags[start - 1] != THAT or has_verb(tags, start, at):
        return False
    if tags[at + 1] in TENSED:
        return True
    if tags[at + 1] == COORDINATOR:
        return COMMA in tags[start:at] and starts_clause(unit, at + 2, end) is not None
    closing = tags.rfind(COMMA, at + 1, min(end, at + LONGEST))
    return closing > 0 and starts_clause(unit, closing + 1, end) is not None


def _ends_at_comma(unit: Unit, at: int, end: int, *, subordinate: bool) -> bool:
    tags, low = unit.tags, unit.lows[at + 1]
    following = tags[at + 1]
    if low in {"which", "where", "who"}:
        closing = tags.find(COMMA, at + 1, min(end, at + LONGEST))
        return closing < 0 or tags[closing + 1 : closing + 2] not in _GOES_ON
    if low in {"while", "although", "though", "according"}:
        return True
    if comments(unit, at) or sets_beside(unit, at + 1) or low in {"following", "ahead"}:
        return True
    if following == GERUND:
        return is_cue(unit, at + 1)
    if following == FINITE and (subordinate or tags[at + 2 : at + 3] in CLAUSE_STARTS):
        return subordinate or is_cue(unit, at + 1)  # "…, admitted that …, and left"
    if subordinate and following in _SHARES_SUBJECT:
        return True
    if following == COORDINATOR and low == "but" and _starts_own_predicate(unit, at + 2, end):
        return True
    if following == COORDINATOR:
        return tags[at + 2 : at + 3] != THAT and (
            _starts_own_cue(unit, at + 2, end) or starts_clause(unit, at + 2, end) is not None
        )
    if following in _SUBJECT_STARTS:
        verb = starts_clause(unit, at + 1, end)
        return verb is not None and (subordinate or unit.lows[verb] in CUES)
    return False


def _starts_own_predicate(unit: Unit, at: int, end: int) -> bool:
    """Whether `, but later toned it down` goes on with what the speaker did."""
    while at < end and unit.tags[at] == ADVERB:
        at += 1
    return at < end and unit.tags[at] in INFLECTED


def _starts_own_cue(unit: Unit, at: int, end: int) -> bool:
    """Whether `and vowed …` or `but suggesting …` goes on with a cue of the same subject."""
    while at < end and unit.tags[at] == ADVERB:
        at += 1
    if at >= end or unit.tags[at] not in WITHOUT_SUBJECT:
        return False
    if unit.lows[at] == "told" and unit.tags[at + 1 : end].lstrip(ADVERB)[:1] == TO:
        return False  # "she was called in and told to leave"
    return is_cue(unit, at) and ANY_CUES[unit.lows[at]].form != "base"
