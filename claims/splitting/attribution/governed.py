"""
Cues that govern the content behind them: `X said (that) …`, `saying …`, `and vowed to …`,
`X's claim that …`; and contents that are somebody else's attribution themselves.
"""

import re
from collections.abc import Iterator

from claims.splitting.attribution.boundaries import content_end, starts_clause
from claims.splitting.attribution.complements import content_start, verb_cue
from claims.splitting.attribution.patterns import OBJECT, Attribution, asserts, possible_cues
from claims.splitting.lexicon.cues import CATENATIVE, CLAUSE_ONLY, LIGHT, NOUNS, Cue
from claims.splitting.lexicon.words import BE, words
from claims.splitting.syntax.phrases import LONGEST, noun_phrase_end, noun_phrase_start
from claims.splitting.syntax.subjects import Range, Subject, subject
from claims.splitting.syntax.tags import PHRASE, QUOTED
from claims.splitting.syntax.units import Unit

_NOT_SPEAKERS = words("you we there nobody none no neither everyone")
# "…, by saying that …", "while denouncing …": whoever does what stands before says it.
_BEFORE_PARTICIPLES = words("by after while before in when")
_COMMENT = words("comment respond elaborate answer")
# "declined to say", "refused to discuss": what was not said.
_SILENT = words(
    """
    say comment answer discuss speak talk elaborate respond disclose identify name specify give
    provide reveal confirm return offer be
    """
)


_CLAIM_NOUNS = frozenset().union(*NOUNS.values())


def governed(unit: Unit, floor: int, limit: int) -> Iterator[Attribution]:
    """Yield the attributions in `floor..limit` whose cue governs what follows it."""
    last: Attribution | None = None
    for at in possible_cues(unit, floor, limit):
        if at < floor:
            continue
        if unit.tags[at] in "NG" and (found := _by_noun(unit, at, limit)):
            yield found
            floor = found.content[-1].end
            continue
        if not (cue := verb_cue(unit, at)):
            continue
        if found := _by_verb(unit, at, *cue, floor=floor, limit=limit, last=last):
            yield found
            last = found
            floor = found.content[-1].end


def announcing(unit: Unit) -> tuple[Range, Range] | None:
    """Return source and cue of a sentence such as `Ada Brun added:`, whose content follows it."""
    size = len(unit.tags)
    if unit.tags[-1:] != ":":
        return None
    for at in possible_cues(unit, 0, size):
        if cue := verb_cue(unit, at):
            whose = subject(unit, at)
            if whose and asserts(whose) and content_start(unit, cue[1], cue[0].takes) == size:
                return whose.mention, Range(at, cue[1])
    return None


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
        rule, end = OBJECT, content_end(unit, start, end, subordinate=True)
    return Attribution(rule, source, Range(at, cue_end), (Range(start, end),))


def _claimant(
    unit: Unit, at: int, cue: Cue, whose: Subject | None, floor: int, last: Attribution | None
) -> tuple[str, Range] | None:
    """Return whom the verb at `at` makes a source, and by which rule; None if nobody."""
    tags, stream = unit.tags, unit.stream
    helped = at > 0 and (stream[at - 1].low in CATENATIVE or _progressive(unit, at))
    if cue.form == "participle" and not helped:
        if at and tags[at - 1] in "IJS":
            source = _agent(unit, at) if stream[at - 1].low in _BEFORE_PARTICIPLES else None
            return ("participle", source) if source else None
        if at == 0 or tags[at - 1] not in ",-NUQCdA)":
            return None
        with_subject = tags[at - 1] in "NU" and (whose := subject(unit, at))
        source = whose.mention if with_subject and whose else last.source if last else None
        source = source or _main_subject(unit, at)
        return ("participle", source) if source else None
    if whose and (whose := _unread(unit, whose, floor)):
        first = whose.mention.start
        imagined = first > 0 and stream[first - 1].low == "if"
        if imagined or stream[first].low in _NOT_SPEAKERS or not asserts(whose):
            return None
        return "governing", whose.mention
    if subject(unit, at) is None and _coordinated(unit, at):
        source = last.source if last else _main_subject(unit, at)
        return ("coordinated", source) if source else None
    return None


def _unread(unit: Unit, whose: Subject, floor: int) -> Subject | None:
    """Return the subject, or what of it stands before a relative clause that was read already."""
    first = whose.mention.start
    if first >= floor:
        return whose
    comma = unit.tags.find(",W", first, floor)  # "Oru, who said …, said …"
    return whose._replace(mention=Range(first, comma)) if comma > 0 else None


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
    inner = next(governed(unit, start, end), None)
    if inner is None or inner.rule != "governing" or inner.source is None:
        return None
    first, after = inner.source.start, inner.content[0].end
    if first - start > 1 or unit.tags[first] in "PpW" or after < end:
        return None
    return inner


def _by_noun(unit: Unit, at: int, limit: int) -> Attribution | None:
    """`Trump's claim that …`, `she made the case that …`, `a warning by the union that …`."""
    tags, stream = unit.tags, unit.stream
    if stream[at].low not in _CLAIM_NOUNS or (tags[at] == "G" and tags[at - 1] not in "DKNE"):
        return None
    whose, link = _author(unit, at), at + 1
    if whose is None and at + 1 < limit and stream[at + 1].low in {"by", "from"}:
        link = noun_phrase_end(tags, at + 2)
        whose = Range(at + 2, link) if link > at + 2 else None
    while link < limit and tags[link] == "A":
        link += 1
    if whose is None or link + 1 >= limit:
        return None
    word = "T" if tags[link] == "T" else stream[link].low
    if stream[at].low not in NOUNS.get(word, ()):
        return None
    start = link if word == "to" else link + 1
    end = content_end(unit, start, limit, subordinate=True)
    inside = re.compile("[,-]").search(tags, start, end)
    end = inside.start() if inside else end
    rule = OBJECT if word == "to" else "noun"
    if end <= start + 1:
        return None
    return Attribution(rule, whose, Range(at, at + 1), (Range(start, end),))


def _author(unit: Unit, noun: int) -> Range | None:
    """Return whose claim or promise the noun is: its possessor's, or who makes it."""
    tags, stream = unit.tags, unit.stream
    owner = noun - 1
    while owner > 0 and tags[owner] in "NAEG" and noun - owner < 4:
        owner -= 1
    if owner >= 0 and tags[owner] == "K":
        first = owner
        while first and tags[first - 1] in "UND" and owner - first < LONGEST:
            first -= 1
        return Range(first, owner + 1)
    verb = noun_phrase_start(tags, noun) - 1
    light = verb > 0 and stream[verb].low in LIGHT
    whose = subject(unit, verb) if light and tags[verb] != "G" else None
    if whose:
        return whose.mention if asserts(whose) else None
    if owner >= 0 and stream[owner].low in {"his", "her", "their", "its"}:
        return Range(owner, owner + 1)
    return None


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
    if stream[start - 1].low.startswith(("declin", "refus")) and stream[start + 1].low in _SILENT:
        return True
    return any(
        stream[at].low in _COMMENT and stream[at - 1].low in {"for", "to"}
        for at in range(start + 1, min(end, start + 10))
    )


def _agent(unit: Unit, before: int) -> Range | None:
    """Return the subject of the nearest verb before a phrase such as `by saying that …`."""
    for at in range(before - 2, max(0, before - LONGEST), -1):
        if unit.tags[at] in "VXE" and (whose := subject(unit, at)):
            return None if whose.passive else whose.mention
    return None


def _main_subject(unit: Unit, before: int) -> Range | None:
    """Return the subject of the unit's first finite verb."""
    for at in range(1, min(before, 2 * LONGEST)):
        if unit.tags[at] in "VXE" and (whose := subject(unit, at)):
            if unit.tags[at] == "E" and whose.mention.end < at - 1:
                continue  # "aides, asked …": a participle
            return whose.mention
    return None
