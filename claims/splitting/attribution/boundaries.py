"""Where a clause starts, and where what somebody said ends: at a clause of somebody else's."""

import re

from claims.splitting.attribution.comments import comments, sets_beside
from claims.splitting.attribution.patterns import is_cue
from claims.splitting.lexicon.cues import ANY_CUES, CUES, OCCASIONS
from claims.splitting.lexicon.words import NOT_FINITE, words
from claims.splitting.syntax.phrases import (
    LONGEST,
    has_verb,
    noun_phrase_end,
    prepositional_end,
    time_end,
)
from claims.splitting.syntax.units import Unit

_REDUCED = re.compile("[GE][^,;:.TWSCQ()VvXpP-]{1,12}X")
_DASHED = re.compile("-[^;:.VXvpP-]{1,12}-(?=[VX])")
# Tokens of a content at most, so that no text can make the search for its end a long one; a
# sentence of a third of that is rare.
MOST = 300
_FINDS = words("find finds found finding show shows showed shown showing")


def content_end(unit: Unit, start: int, limit: int, *, subordinate: bool = False) -> int:
    """
    Return where the content from `start` ends: at a clause of somebody else's, or `limit`.

    In a subordinate clause (`While X said …, Y did …`) the main clause ends it too. Each break
    below ends the content in most of the cases where it occurs; `, because` or `, as` do not.
    """
    tags = unit.tags
    end = min(limit, start + MOST)
    while end > start and (tags[end - 1] == "." or _closes_only(tags, start, end - 1)):
        end -= 1
    if tags[start] == "O" and tags[start + 1 : start + 2] in {"V", "X"}:
        return start + 1  # "those who endorsed him say"
    if _has_comma(unit, start) and _ends_behind_quote(unit, start, end, subordinate=subordinate):
        return start + 1
    for at in range(start + 1, end - 1):
        letter = tags[at]
        if letter == ";" or (letter == "A" and sets_beside(unit, at)):
            return at
        if letter == "-" and _goes_on_behind_dash(unit, start, at, end):
            return at
        if (
            letter == ","
            and _ends_at_comma(unit, at, end, subordinate=subordinate)
            and not _awaits_verb(unit, start, at, end)
            and not _compares(unit, start, at)
        ):
            return at
        if _has_comma(unit, at) and _ends_behind_quote(unit, at, end, subordinate=subordinate):
            return at + 1
        if letter == "C" and tags[at - 1] != "," and _starts_own_cue(unit, at + 1, end):
            return at
        if subordinate and letter in "CJ" and _leaves_object(unit, start, at, end):
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
        and unit.tags[verb + 1 : verb + 2] in {"T", "P", "p"}
        and has_verb(unit.tags, start, at)
    )


def _closes_only(tags: str, start: int, at: int) -> bool:
    """Whether the bracket at `at` closes one that stands before what was said."""
    return tags[at] == ")" and tags.count("(", start, at) <= tags.count(")", start, at)


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
    if tags[start] == "-" and "-" not in tags[start + 1 : at]:
        return False  # "that – at heart – she swims"
    if tags[max(0, start - LONGEST) : start].count("-") == 1:
        return True
    alone = "-" not in tags[at + 1 : end]
    if alone and comments(unit, at):
        return True
    if tags[at + 1] == "C":
        verb = starts_clause(unit, at + 2, end)
        return verb is not None and unit.lows[verb] in CUES
    if tags[at + 1] == "D":  # "– the third this year", but "the dams – all of them – are"
        return alone and not tags[start:at].count("-") % 2 and unit.lows[at + 1] != "such"
    return alone and tags[at + 1] in "PpS"


def _without_occasion(unit: Unit, start: int, end: int) -> int:
    """Return where a content ends without `in a statement on Monday`: there it was said."""
    tags, lows = unit.tags, unit.lows
    last = end - 1
    while last > start and tags[last] in "dMIN" and lows[last] not in OCCASIONS:
        last -= 1
    if last <= start or lows[last] not in OCCASIONS or time_end(tags, last + 1) < end:
        return end
    first = last
    while first > start and tags[first - 1] in "NAEU":
        first -= 1
    said_there = lows[first - 2] in {"in", "on", "during"} and tags[first - 1] == "D"
    return first - 2 if said_there and first - 2 > start + 1 else end


def _leaves_object(unit: Unit, start: int, at: int, end: int) -> bool:
    """
    Whether `and has promised` or `as the ships left` follows an object such as `the plan`.

    There is no verb in that for a predicate to be joined to, nor for a clause to belong to.
    """
    tags = unit.tags
    if tags[at] == "C":
        follows = tags[at + 1] in "VXE"
    else:
        follows = unit.lows[at] == "as" and starts_clause(unit, at + 1, end) is not None
    return follows and not has_verb(tags, start, at)


def _has_comma(unit: Unit, at: int) -> bool:
    """Whether a quotation stands there that holds the comma behind it: `"no way," adding`."""
    return at in unit.quotes and unit.quotes[at].comma and at + 1 < len(unit.tags)


def _ends_behind_quote(unit: Unit, at: int, end: int, *, subordinate: bool) -> bool:
    """As at a comma; and the writer goes on behind `“…,” despite her refusal`."""
    return unit.tags[at + 1] == "J" or _ends_at_comma(unit, at, end, subordinate=subordinate)


def _awaits_verb(unit: Unit, start: int, at: int, end: int) -> bool:
    """
    Whether the verb of a clause behind "that" is still to come at the comma at `at`.

    `that in three counties, which include Lund, …`; `that Dal, Brun, and others went`.
    """
    tags = unit.tags
    if tags[start - 1] != "T" or has_verb(tags, start, at):
        return False
    if tags[at + 1] in "VX":
        return True
    if tags[at + 1] == "C":
        return "," in tags[start:at] and starts_clause(unit, at + 2, end) is not None
    closing = tags.rfind(",", at + 1, min(end, at + LONGEST))
    return closing > 0 and starts_clause(unit, closing + 1, end) is not None


def _ends_at_comma(unit: Unit, at: int, end: int, *, subordinate: bool) -> bool:
    tags, low = unit.tags, unit.lows[at + 1]
    following = tags[at + 1]
    if low in {"which", "where", "who"}:
        closing = tags.find(",", at + 1, min(end, at + LONGEST))
        return closing < 0 or tags[closing + 1 : closing + 2] not in set("VvXAI")
    if low in {"while", "although", "though", "according"}:
        return True
    if comments(unit, at) or sets_beside(unit, at + 1) or low in {"following", "ahead"}:
        return True
    if following == "G":
        return is_cue(unit, at + 1)
    if following == "V" and (subordinate or tags[at + 2 : at + 3] in {"T", "P", "p"}):
        return subordinate or is_cue(unit, at + 1)  # "…, admitted that …, and left"
    if subordinate and following in "EX":
        return True
    if following == "C" and low == "but" and _starts_own_predicate(unit, at + 2, end):
        return True
    if following == "C":
        return tags[at + 2 : at + 3] != "T" and (
            _starts_own_cue(unit, at + 2, end) or starts_clause(unit, at + 2, end) is not None
        )
    if following in "DUNPpM":
        verb = starts_clause(unit, at + 1, end)
        return verb is not None and (subordinate or unit.lows[verb] in CUES)
    return False


def _starts_own_predicate(unit: Unit, at: int, end: int) -> bool:
    """Whether `, but later toned it down` goes on with what the speaker did."""
    while at < end and unit.tags[at] == "A":
        at += 1
    return at < end and unit.tags[at] in "VE"


def _starts_own_cue(unit: Unit, at: int, end: int) -> bool:
    """Whether `and vowed …` or `but suggesting …` goes on with a cue of the same subject."""
    while at < end and unit.tags[at] == "A":
        at += 1
    if at >= end or unit.tags[at] not in "VEG":
        return False
    if unit.lows[at] == "told" and unit.tags[at + 1 : end].lstrip("A")[:1] == "t":
        return False  # "she was called in and told to leave"
    return is_cue(unit, at) and ANY_CUES[unit.lows[at]].form != "base"


def starts_clause(unit: Unit, at: int, end: int) -> int | None:
    """Return the verb of the clause that starts at `at`, after at most a time expression."""
    tags = unit.tags
    if tags[at : at + 1] in {"I", "J"}:  # "but for the others, it is"
        comma = prepositional_end(tags, at)
        if comma > at and tags[comma : comma + 1] == ",":
            at = comma + 1
    first = time_end(tags, at)
    if tags[first : first + 1] == "p":
        return first
    after = noun_phrase_end(tags, first)
    if tags[first : first + 3] in {"PCD", "PCU", "PCN"}:  # "he and some others said"
        after = noun_phrase_end(tags, first + 2)
    if after == first and tags[first : first + 2] in {"DV", "DX"}:
        after += 1  # "some said it was late", "these were late"
    if after == first and tags[first : first + 2] == "DI":
        after = prepositional_end(tags, first + 1)  # "one of the clerks said"
    if after == first:
        return None
    if tags[after : after + 1] == "I":
        after = max(after, prepositional_end(tags, after))
    if tags[after : after + 1] == ",":  # "the plan, despite its cost, is late"
        closing = tags.find(",", after + 1, min(end, after + LONGEST // 2))
        if closing < 0 or tags[after + 1] in "CUPp":
            return None
        # "the plan, kept by Dal,"
        aside = tags[after + 1] in "EGV" and not is_cue(unit, after + 1)
        if has_verb(tags, after + 1 + aside, closing):
            return None
        after = closing + 1
    if dashed := _DASHED.match(tags, after, end):  # "the dams – even Dal's – are empty"
        after = dashed.end()
    while after < end and tags[after] == "A":
        after += 1
    if tags[after : after + 1] in {"G", "E"} and (main := _REDUCED.match(tags, after, end)):
        after = main.end() - 1  # "the wall surrounding the town is"
    if tags[after : after + 1] == "E" and tags[after - 1] in "PU" and after + 1 < end:
        return after if tags[after - 1] == "P" or tags[after + 1] in "DAOTWPUQ" else None
    if after >= end or tags[after] not in "VvX" or unit.lows[after] in NOT_FINITE:
        return None
    return after
