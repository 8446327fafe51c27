"""What a reporting verb governs: where its content starts, and where that ends."""

from claims.splitting.cues import CUES, EVIDENCE_CUES, PHRASAL, Cue
from claims.splitting.phrases import (
    has_verb,
    noun_phrase_end,
    prepositional_end,
    time_end,
)
from claims.splitting.subjects import subject
from claims.splitting.units import Unit


def verb_cue(unit: Unit, at: int) -> tuple[Cue, int] | None:
    """Return the cue that starts with the verb at `at`, and where it ends."""
    if unit.tags[at] not in "VvEG":
        return None
    low = unit.stream[at].low
    cue = CUES.get(low) or EVIDENCE_CUES.get(low)
    if cue is None:
        return None
    if at + 1 < len(unit.stream):
        pair = PHRASAL.get((cue.lemma, unit.stream[at + 1].low))
        if pair is not None:
            return (cue._replace(takes=pair), at + 2) if pair else None
    return cue, at + 1


def skip_adverbials(unit: Unit, at: int) -> int:
    """Return where the complement may start: past time, place, and `in a statement`."""
    tags, size = unit.tags, len(unit.tags)
    start = at
    while at < size:
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
    start = skip_adverbials(unit, at)
    if "p" in takes and start < len(tags) and tags[start] in "DUNOKMP":
        after = skip_adverbials(unit, addressee_end(unit, start))
        if tags[after : after + 1] in {"T", "W", "P", "D", "U", "t"} or starts_quote(tags, after):
            start = after
        elif tags[after : after + 1] in {"", ".", ","}:
            return None
    letter = tags[start : start + 1]
    if letter == "T":
        return start + 1
    if starts_quote(tags, start) or letter == ":":
        return start if letter == "Q" else start + 1
    if letter == ",":  # "said, in a statement, that"
        closing = tags.find(",", start + 1, start + 12)
        if closing > 0 and (tags[closing + 1 : closing + 2] == "T" or starts_quote(tags, closing)):
            return closing + (2 if tags[closing + 1] == "T" else 1)
        return None
    if letter == "" or letter in ".;-)":
        return None
    if letter == "t":
        return start if set("iop") & set(takes) else None
    if letter == "W":
        return start if set("cwn") & set(takes) else None
    if letter == "G":
        return start if set("gn") & set(takes) else None
    if set("cnop") & set(takes) and letter in "DPUNMKQETXAIJO":
        if letter in "IJ" and start == at:
            return None
        if "c" in takes and "n" not in takes and not has_verb(tags, start, len(tags)):
            return None
        return start
    return None


def content_end(unit: Unit, start: int, limit: int) -> int:
    """Return where the content from `start` ends: at the next cue's clause, or `limit`."""
    tags, stream = unit.tags, unit.stream
    end = limit
    while end > start and tags[end - 1] == ".":
        end -= 1
    for at in range(start + 1, end):
        if tags[at] == "," and at + 1 < end:
            following = at + 1
            if stream[following].low in {"according", "saying", "adding", "citing"}:
                return at
            if tags[following] in "CSJ":
                following += 1
                verb = _next_cue(unit, following, min(end, following + 14))
                found = subject(unit, verb) if verb else None
                if found and found.mention.start <= following:
                    return at
            elif tags[following] == "G" and stream[following].low in CUES:
                return at
        elif tags[at] == "C" and at + 1 < end and tags[at + 1] in "VE":
            cue = CUES.get(stream[at + 1].low)
            if cue and cue.form in {"finite", "past"}:
                return at
    return end


def _next_cue(unit: Unit, start: int, end: int) -> int | None:
    for at in range(start, end):
        if unit.tags[at] in ",;:.Q":
            return None
        if unit.stream[at].low in CUES and unit.tags[at] in "VvE":
            return at
    return None
