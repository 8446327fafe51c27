"""
Attribution: who is said to have said what, as places in a unit.

Two readings. First the frames that stand beside their content: `…, X said`, `…, said X, …`,
`according to X, …`; what they frame is theirs, whatever cues it holds. Then, in what is left,
the cues that govern their content: `X said (that) …`, `saying …`, `and vowed to …`.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from claims.splitting.complements import (
    addressee_end,
    content_end,
    content_start,
    skip_adverbials,
    starts_clause,
    starts_quote,
    verb_cue,
)
from claims.splitting.cues import CATENATIVE, CLAUSE_ONLY, CUES, EVIDENCE_CUES, NOUNS, Cue
from claims.splitting.phrases import (
    LONGEST,
    has_verb,
    noun_phrase_end,
    noun_phrase_start,
    prepositional_end,
)
from claims.splitting.subjects import Range, Subject, subject
from claims.splitting.tags import PHRASE, QUOTED
from claims.splitting.units import Unit
from claims.splitting.words import BE, words

OBJECT = "object"  # the rule of contents that need their cue to be understood
_NOT_SPEAKERS = words("you we there nobody none no neither everyone")
_COMMENT = words("comment respond elaborate answer")


class Attribution(NamedTuple):
    """Source, cue and content as ranges of one unit's stream; `rule` names the pattern."""

    rule: str
    source: Range | None
    cue: Range
    content: tuple[Range, ...]


def attributions(unit: Unit) -> list[Attribution]:
    """Return the attributions of one unit, in the order of their content."""
    found: list[Attribution] = []
    free = 0
    for frame in _frames(unit):
        found += _governed(unit, free, min(part.start for part in (frame.cue, *frame.content)))
        found.append(frame)
        free = max(part.end for part in (frame.source or frame.cue, frame.cue, *frame.content))
    found += _governed(unit, free, len(unit.tags))
    return found


_VERBAL = re.compile("[VvEGN]")
_CUES = CUES.keys() | EVIDENCE_CUES.keys() | {"according"}.union(*NOUNS.values())


def _verbs(unit: Unit, start: int, end: int) -> Iterator[int]:
    stream = unit.stream
    places = (match.start() for match in _VERBAL.finditer(unit.tags, start, end))
    return (at for at in places if stream[at].low in _CUES)


def _frames(unit: Unit) -> Iterator[Attribution]:
    """Yield the attributions whose cue stands beside its content."""
    floor = 0
    for at in _verbs(unit, 0, len(unit.tags)):
        if at < floor:
            continue
        found = None
        if unit.stream[at].low == "according" and unit.tags[at + 1 : at + 2] == "t":
            found = _according_to(unit, at, floor)
        elif cue := verb_cue(unit, at):
            found = (
                _as(unit, at, *cue, floor)
                or _inverted(unit, at, *cue, floor)
                or _parenthesis(unit, at, *cue, floor=floor)
            )
        if found:
            yield found
            floor = max(part.end for part in (found.source or found.cue, found.cue, *found.content))


def _stop(unit: Unit) -> int:
    """Return the end of the unit without its last full stop."""
    end = len(unit.tags)
    while end and unit.tags[end - 1] == ".":
        end -= 1
    return end


def _before(unit: Unit, end: int, floor: int) -> Range | None:
    """Return what stands before a frame that starts at `end`, where a comma or quote divides."""
    tags = unit.tags
    if end <= floor:
        return None
    if tags[end - 1] in ",-":
        end -= 1
    elif tags[end - 1] != "Q" and not (tags[end - 1] == "." and "Q" in tags[floor:end]):
        return None
    start = floor
    while start < end and tags[start] in ",;:-C.A":
        start += 1
    return Range(start, end) if start < end else None


def _after(unit: Unit, at: int, *, quoted: bool) -> Range | None:
    """Return the rest of `"A," X said, "B."`, and of `A, X said, B.` where `quoted` is false."""
    tags = unit.tags
    if tags[at : at + 1] != ",":
        comma = tags.find(",Q", at, at + 30)
        if comma < 0:
            return None
        at = comma
    stop = _stop(unit)
    if at + 1 >= stop:
        return None
    if tags[at + 1] == "Q" or (tags[at + 1] in "CS" and tags[at + 2 : at + 3] == "Q") or not quoted:
        return Range(at + 1, stop)
    return None


def _interrupted(unit: Unit, before: Range, at: int) -> bool:
    """Whether `before, X said` is a statement, not an adverbial before `X said: "…"`."""
    tags = unit.tags
    if tags[at : at + 1] == ":":
        return False
    if not starts_quote(tags, at):
        return True
    return tags[before.start] not in "IJSWGEV" and not has_verb(tags, *before)


def _content(unit: Unit, before: Range | None, rest: Range | None) -> tuple[Range, ...]:
    parts = tuple(part for part in (before, rest) if part)
    said = any(
        "Q" in unit.tags[part.start : part.end] or has_verb(unit.tags, *part) for part in parts
    )
    return parts if said else ()


def _parenthesis(unit: Unit, at: int, cue: Cue, cue_end: int, *, floor: int) -> Attribution | None:
    """`…, X said.`, `…, X told reporters in Iowa, …`."""
    tags = unit.tags
    whose = subject(unit, at)
    if whose is None or whose.mention.start < floor or not _asserts(whose):
        return None
    before = _before(unit, whose.mention.start, floor)
    if before is None or cue.form == "participle":
        return None
    quoted = tags[before.end - 1] == "Q"
    end = cue_end
    if "p" in cue.takes:
        end = addressee_end(unit, end)
    end = skip_adverbials(unit, end)
    if not quoted and tags[end : end + 1] not in {"", ".", ",", "-", ";"}:
        return None
    if not quoted and "c" not in cue.takes:
        return None
    if not quoted and not _interrupted(unit, before, end):
        return None
    if not set("cq") & set(cue.takes):
        return None
    if quoted and tags[cue_end : cue_end + 1] == "T":
        return None
    rest = _after(unit, end, quoted=quoted)
    if rest and not quoted and tags[rest.start] == "G":  # "…, she said, adding that"
        rest = None
    content = _content(unit, before, rest)
    if not content:
        return None
    return Attribution("after", whose.mention, Range(at, cue_end), content)


def _inverted(unit: Unit, at: int, cue: Cue, cue_end: int, floor: int) -> Attribution | None:
    """`…, said X.`: the source is the noun phrase after the verb."""
    tags = unit.tags
    if at == 0 or tags[at - 1] not in ",Q-" or tags[at] == "G":
        return None
    end = noun_phrase_end(tags, cue_end)
    if end == cue_end or tags[cue_end] == "O" or tags[end : end + 1] in set("VXTvp"):
        return None
    if tags[cue_end] in "Pp" and tags[at - 1] != "Q":
        return None
    before = _before(unit, at, floor)
    if before is None:
        return None
    quoted = "Q" in tags[before.start : before.end]
    if tags[end : end + 1] == "I":
        end = prepositional_end(tags, end)
    end = _apposition_end(unit, end)
    goes_on = tags[end : end + 1] == "," and tags[end + 1 : end + 2] in {"V", "X"}
    if not quoted and ("c" not in cue.takes or not (goes_on or has_verb(tags, *before))):
        return None
    content = _content(unit, before, _after(unit, end, quoted=True))
    return (
        Attribution("inverted", Range(cue_end, end), Range(at, cue_end), content)
        if content
        else None
    )


def _as(unit: Unit, at: int, cue: Cue, cue_end: int, floor: int) -> Attribution | None:
    """`As X reported, …`, `As reported by X, …`, and either behind what it frames."""
    tags, stream = unit.tags, unit.stream
    if stream[at - 1].low == "as" and at and stream[cue_end : cue_end + 1]:
        end = noun_phrase_end(tags, cue_end + 1)
        if stream[cue_end].low != "by" or end == cue_end + 1:
            return None
        source, first = Range(cue_end + 1, max(end, prepositional_end(tags, end))), at - 1
        end = source.end
    else:
        whose = subject(unit, at)
        if whose is None or not whose.mention.start or not _asserts(whose):
            return None
        first, source = whose.mention.start - 1, whose.mention
        if stream[first].low != "as" or "c" not in cue.takes:
            return None
        end = skip_adverbials(unit, cue_end)
    stop = _stop(unit)
    if tags[end : end + 1] == "," and first <= floor + 1 and end + 1 < stop:
        return Attribution("as", source, Range(at, cue_end), (Range(end + 1, stop),))
    before = _before(unit, first, floor)
    if before and end >= stop and has_verb(tags, *before):
        return Attribution("as", source, Range(at, cue_end), (before,))
    return None


def _apposition_end(unit: Unit, at: int) -> int:
    """Return the end of `, its leader` or `, an engineer from Sund` after `said X`, or `at`."""
    tags = unit.tags
    if tags[at : at + 1] != "," or tags[at + 1 : at + 2] not in {"D", "U", "N"}:
        return at
    end = noun_phrase_end(tags, at + 1)
    end = max(end, prepositional_end(tags, end))
    return end if tags[end : end + 1] in {"", ".", ","} else at


def _according_to(unit: Unit, at: int, floor: int) -> Attribution | None:
    tags = unit.tags
    end = noun_phrase_end(tags, at + 2)
    if end == at + 2:
        return None
    end = max(end, prepositional_end(tags, end))
    source, cue, stop = Range(at + 2, end), Range(at, at + 2), _stop(unit)
    if at - floor <= 2:
        comma = tags.find(",", end)
        if 0 < comma + 1 < stop:
            return Attribution("according", source, cue, (Range(comma + 1, stop),))
        return None
    start = floor
    while start < at and tags[start] in ",;:-C":
        start += 1
    last = at - 1 if tags[at - 1] == "," else at
    if last <= start:
        return None
    rest = Range(end + 1, stop) if tags[end : end + 1] == "," and end + 1 < stop else None
    if (
        rest
        and tags[at - 1] == ","
        and (tags[rest.start] in "VvX" or not has_verb(tags, start, last))
    ):
        return Attribution("according", source, cue, (Range(start, last), rest))
    return Attribution("according", source, cue, (Range(start, last),))


def _asserts(whose: Subject) -> bool:
    """Whether the verb says that something was said: not denied, passive, wished or imagined."""
    return not (whose.negated or whose.passive or whose.infinitive or whose.modal)


def _governed(unit: Unit, floor: int, limit: int) -> Iterator[Attribution]:
    """Yield the attributions in `floor..limit` whose cue governs what follows it."""
    last: Attribution | None = None
    for at in _verbs(unit, floor, limit):
        if at < floor:
            continue
        if unit.tags[at] == "N" and (found := _by_noun(unit, at, limit)):
            yield found
            floor = found.content[-1].end
            continue
        if not (cue := verb_cue(unit, at)):
            continue
        if found := _by_verb(unit, at, *cue, floor=floor, limit=limit, last=last):
            yield found
            last = found
            floor = found.content[-1].end


def _by_verb(
    unit: Unit, at: int, cue: Cue, cue_end: int, *, floor: int, limit: int, last: Attribution | None
) -> Attribution | None:
    whose = subject(unit, at)
    found = _claimant(unit, at, cue, whose, floor, last)
    if found is None:
        return None
    start = content_start(unit, cue_end, cue.takes)
    if start is None or start >= limit:
        return None
    rule, source = found
    end = content_end(
        unit, start, limit, subordinate=whose is not None and _subordinate(unit, whose)
    )
    if end <= start or _asks_for_comment(unit, start, end):
        return None
    if not _is_clause(unit, start, end):
        if cue.lemma in CLAUSE_ONLY or (cue.form == "past" and _names(unit, start, cue)):
            return None
        rule = OBJECT
    return Attribution(rule, source, Range(at, cue_end), (Range(start, end),))


def _claimant(
    unit: Unit, at: int, cue: Cue, whose: Subject | None, floor: int, last: Attribution | None
) -> tuple[str, Range] | None:
    """Return whom the verb at `at` makes a source, and by which rule; None if nobody."""
    tags, stream = unit.tags, unit.stream
    helped = at > 0 and (stream[at - 1].low in CATENATIVE or _progressive(unit, at))
    if cue.form == "participle" and not helped:
        if at == 0 or tags[at - 1] not in ",-NUQCdA)":
            return None
        with_subject = tags[at - 1] in "NU" and (whose := subject(unit, at))
        source = whose.mention if with_subject and whose else last.source if last else None
        source = source or _main_subject(unit, at)
        return ("participle", source) if source else None
    if whose and whose.mention.start >= floor:
        first = whose.mention.start
        imagined = first > 0 and stream[first - 1].low == "if"
        if imagined or stream[first].low in _NOT_SPEAKERS or not _asserts(whose):
            return None
        return "governing", whose.mention
    if whose is None and _coordinated(unit, at):
        source = last.source if last else _main_subject(unit, at)
        return ("coordinated", source) if source else None
    return None


def _names(unit: Unit, start: int, cue: Cue) -> bool:
    """`a film called "A Long Year"`: a name is given, nothing is said."""
    return cue.lemma in {"call", "name", "dub"} and unit.stream[start].text in {QUOTED, PHRASE}


def _is_clause(unit: Unit, start: int, end: int) -> bool:
    """Whether the content can stand by itself, not `him of lying` or `to fight on`."""
    tags = unit.tags
    if tags[start - 1] in "T:" or "Q" in tags[start:end] or tags[start] in "ISJW":
        return True
    return starts_clause(unit, start, end) is not None


def nested(unit: Unit, found: Attribution) -> Attribution | None:
    """
    Return the attribution that a content consists of: `The Post reported that aides believe …`.

    Only where a source other than a pronoun starts the content and the rest of it is theirs.
    """
    if found.rule == OBJECT or len(found.content) != 1:
        return None
    start, end = found.content[0]
    inner = next(_governed(unit, start, end), None)
    if inner is None or inner.rule != "governing" or inner.source is None:
        return None
    first, after = inner.source.start, inner.content[0].end
    if first - start > 1 or unit.tags[first] in "PpW" or after < end:
        return None
    return inner


def _by_noun(unit: Unit, at: int, limit: int) -> Attribution | None:
    """`Trump's claim that …`, `the union's call for …`: an owner, a noun, what it holds."""
    tags, stream = unit.tags, unit.stream
    if at + 2 >= limit:
        return None
    link = "T" if tags[at + 1] == "T" else stream[at + 1].low
    if stream[at].low not in NOUNS.get(link, ()):
        return None
    owner = at - 1
    while owner > 0 and tags[owner] in "NAE" and at - owner < 4:
        owner -= 1
    if owner < 0:
        return None
    if tags[owner] == "K":
        first = owner
        while first and tags[first - 1] in "UND" and owner - first < LONGEST:
            first -= 1
        source = Range(first, owner + 1)
    elif stream[owner].low in {"his", "her", "their", "its"}:
        source = Range(owner, owner + 1)
    else:
        return None
    start = at + 1 if link == "to" else at + 2
    end = content_end(unit, start, limit, subordinate=True)
    inside = re.compile("[,-]").search(tags, start, end)
    end = inside.start() if inside else end
    rule = OBJECT if link == "to" else "noun"
    return (
        Attribution(rule, source, Range(at, at + 1), (Range(start, end),))
        if end > start + 1
        else None
    )


def _coordinated(unit: Unit, at: int) -> bool:
    """Whether the verb at `at` shares a subject said before: `… and has also vowed`."""
    at -= 1
    while at > 0 and unit.tags[at] in "AX":
        at -= 1
    return at > 0 and unit.tags[at] == "C" and unit.stream[at].low in {"and", "but"}


def _progressive(unit: Unit, at: int) -> bool:
    """Whether the participle at `at` belongs to "is" or "was": `is also warning`."""
    at -= 1
    while at > 0 and unit.tags[at] == "A":
        at -= 1
    return unit.tags[at] == "p" or unit.stream[at].low in BE


def _subordinate(unit: Unit, whose: Subject) -> bool:
    first = whose.mention.start
    return unit.tags[first] == "W" or (first > 0 and unit.tags[first - 1] in "SJW")


def _asks_for_comment(unit: Unit, start: int, end: int) -> bool:
    """`asked the embassy for comment`, `declined to comment`, `refused to answer questions`."""
    stream = unit.stream
    return any(
        stream[at].low in _COMMENT and stream[at - 1].low in {"for", "to"}
        for at in range(start + 1, min(end, start + 10))
    )


def _main_subject(unit: Unit, before: int) -> Range | None:
    """Return the subject of the unit's first finite verb."""
    for at in range(1, min(before, 2 * LONGEST)):
        if unit.tags[at] in "VX" and (whose := subject(unit, at)):
            return whose.mention
    return None
