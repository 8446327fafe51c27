"""What a reporting verb governs: where its content starts, and where that ends."""

from claims.splitting.lexicon.cues import ALSO_NOUNS, CUES, EVIDENCE_CUES, PHRASAL, Cue
from claims.splitting.lexicon.titles import DOCUMENT
from claims.splitting.syntax.phrases import (
    LONGEST,
    has_verb,
    noun_phrase_end,
    prepositional_end,
    time_end,
)
from claims.splitting.syntax.units import Unit


def verb_cue(unit: Unit, at: int) -> tuple[Cue, int] | None:
    """Return the cue that starts with the verb at `at`, and where it ends."""
    low = unit.stream[at].low
    if unit.tags[at] == "N" and not _is_plain_verb(unit, at):
        return None
    cue = CUES.get(low) or EVIDENCE_CUES.get(low)
    if cue is None:
        return None
    if low not in CUES and unit.tags[at + 1 : at + 2] != "T" and not _shows(unit, at):
        return None
    if at + 1 < len(unit.stream):
        particle = at + 2 if unit.tags[at + 1] == "A" and at + 2 < len(unit.stream) else at + 1
        pair = PHRASAL.get((cue.lemma, unit.stream[particle].low))
        if pair is None and _is_plural(unit, at, cue):
            return None
        if pair is not None:
            return (cue._replace(takes=pair), particle + 1) if pair else None
    return cue, at + 1


def _is_plain_verb(unit: Unit, at: int) -> bool:
    """Whether `claim` or `estimate` is the verb: between a subject and a clause, no verb before."""
    tags = unit.tags
    if at == 0 or tags[at - 1] not in "NUd)K" or unit.stream[at].low not in CUES:
        return False
    if tags[at + 1 : at + 2] in {"T", "P", "p"}:
        return True
    return tags[at + 1 : at + 2] in {"D", "U", "M"} and not has_verb(tags, max(0, at - LONGEST), at)


def _is_plural(unit: Unit, at: int, cue: Cue) -> bool:
    """Whether `attacks on`, `states and` is a noun in the plural rather than a verb."""
    plural = cue.form == "finite" and cue.lemma in ALSO_NOUNS
    return plural and unit.tags[at + 1] in "IJCVX"


def _shows(unit: Unit, at: int) -> bool:
    """Whether a document or study stands before `found` or `shows`, which people do too."""
    return any(token.low in DOCUMENT for token in unit.stream[max(0, at - LONGEST) : at])


def skip_adverbials(unit: Unit, at: int) -> int:
    """Return where the complement may start: past time, place, and `in a statement`."""
    tags, size = unit.tags, len(unit.tags)
    start = at
    while at < size and not _is_quantity(unit, at):
        if tags[at] == "A":
            at += 1
        elif (end := time_end(tags, at)) > at:
            at = end
        elif tags[at] in "IJ" or (tags[at] == "t" and tags[at + 1 : at + 2] != "v"):
            end = prepositional_end(tags, at)
            if end == at:
                return at
            at = end
        else:
            break
    if start < at < size and tags[at] in "VvX":
        # "said in Iowa Trump would": the last phrase swallowed a subject
        back = at - 1
        while back > start and tags[back] in "NUd" and tags[back - 1] in "NUd":
            back -= 1
        return back
    return at


def _is_quantity(unit: Unit, at: int) -> bool:
    """`about half of …`, `at least 20 people`: no adverbial, but the subject of the content."""
    if at + 1 >= len(unit.stream):
        return False
    low, after = unit.stream[at].low, unit.stream[at + 1].low
    return low in {"about", "at", "over", "under", "between", "around", "up"} and (
        after in {"half", "least", "most", "all"}
        or (unit.tags[at + 1 : at + 2] == "M" and low not in {"at", "under"})
    )


def starts_quote(tags: str, at: int) -> bool:
    """Whether spoken words start at `at`, perhaps after a comma, colon or dash."""
    return tags[at : at + 1] == "Q" or tags[at : at + 2] in {",Q", ":Q", "-Q"}


def addressee_end(unit: Unit, at: int) -> int:
    """Return the end of `reporters`, `the BBC`, `members of the press` after `told`."""
    end = noun_phrase_end(unit.tags, at)
    if (
        end > at
        and unit.tags[end : end + 1] == "I"
        and unit.stream[end].low in {"of", "at", "from"}
    ):
        return prepositional_end(unit.tags, end)
    return end


def content_start(unit: Unit, at: int, takes: str) -> int | None:
    """Return where the content of the cue that ends before `at` starts, if it follows at all."""
    tags = unit.tags
    if tags[at : at + 1] == "t" and set("io") & set(takes):
        return at
    start = skip_adverbials(unit, at)
    if "p" in takes and start < len(tags) and tags[start] in "DUNOKMP":
        after = skip_adverbials(unit, addressee_end(unit, start))
        if tags[after : after + 1] in {"T", "W", "P", "p", "D", "U", "t", ":"} or starts_quote(
            tags, after
        ):
            start = after
        elif tags[after : after + 1] in {"", ".", ","}:
            return None
    letter = tags[start : start + 1]
    if letter == "T":
        return start + 1
    if starts_quote(tags, start) or letter == ":":
        return start if letter == "Q" else start + 1
    if letter in {",", "-"}:
        return _past_insertion(unit, at, start, takes)
    if _is_quantity(unit, start) and "c" in takes:
        return start
    if letter == "" or letter in ".;-)":
        return None
    if letter == "t":
        return start if set("iop") & set(takes) else None
    if letter == "W":
        return start if set("cwn") & set(takes) else None
    if letter in "GV":
        return start if set("cgno") & set(takes) else None
    if letter == "S":
        return start if "c" in takes else None
    if set("cnop") & set(takes) and letter in "DPpUNMKQETXAIJO":
        if letter in "IJ" and start == at:
            return None
        return start
    return None


def _past_insertion(unit: Unit, at: int, start: int, takes: str) -> int | None:
    """`said, in a statement, that …`; `says despite all that, he is …`."""
    tags = unit.tags
    if tags[start + 1 : start + 2] == "T":
        return start + 2
    closing = tags.find(tags[start], start + 1, start + 14)
    if closing > 0:
        if "c" in takes and start == at and starts_clause(unit, closing + 1, len(tags)) is not None:
            return closing + 1
        if tags[closing + 1 : closing + 2] == "T":
            return closing + 2
        if starts_quote(tags, closing) or (
            "o" in takes and tags[closing + 1 : closing + 2] in set("DUN")
        ):
            return closing + 1
    if "c" in takes and start > at and tags[at] in "JS" and tags[start] == ",":
        return at if starts_clause(unit, start + 1, len(tags)) is not None else None
    return None


def content_end(unit: Unit, start: int, limit: int, *, subordinate: bool = False) -> int:
    """
    Return where the content from `start` ends: at a clause of somebody else's, or `limit`.

    In a subordinate clause (`While X said …, Y did …`) the main clause ends it too. Each break
    below ends the content in most of the cases where it occurs; `, because` or `, as` do not.
    """
    tags = unit.tags
    end = limit
    while end > start and tags[end - 1] == ".":
        end -= 1
    for at in range(start + 1, end - 1):
        letter = tags[at]
        if letter == ";":
            return at
        if letter == "," and _ends_at_comma(unit, at, end, subordinate=subordinate):
            return at
        if letter == "C" and tags[at - 1] != "," and _starts_own_cue(unit, at + 1, end):
            return at
    return end


def _ends_at_comma(unit: Unit, at: int, end: int, *, subordinate: bool) -> bool:
    tags, low = unit.tags, unit.stream[at + 1].low
    following = tags[at + 1]
    if low in {"which", "where", "who"}:
        closing = tags.find(",", at + 1, min(end, at + LONGEST))
        return closing < 0 or tags[closing + 1 : closing + 2] not in set("VvXA")
    if low in {"while", "although", "though", "according"}:
        return True
    if following == "G":
        return low in CUES
    if subordinate and following in "VEX":
        return True
    if following == "C":
        return tags[at + 2 : at + 3] != "T" and (
            _starts_own_cue(unit, at + 2, end) or starts_clause(unit, at + 2, end) is not None
        )
    if following in "DUNPpM":
        verb = starts_clause(unit, at + 1, end)
        return verb is not None and (subordinate or unit.stream[verb].low in CUES)
    return False


def _starts_own_cue(unit: Unit, at: int, end: int) -> bool:
    """Whether `and vowed …` or `but suggesting …` goes on with a cue of the same subject."""
    while at < end and unit.tags[at] == "A":
        at += 1
    if at >= end or unit.tags[at] not in "VEG":
        return False
    cue = CUES.get(unit.stream[at].low)
    return cue is not None and cue.form != "base"


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
    if after == first:
        return None
    if tags[after : after + 1] == "I":
        after = max(after, prepositional_end(tags, after))
    while after < end and tags[after] == "A":
        after += 1
    return after if after < end and tags[after] in "VvX" else None
