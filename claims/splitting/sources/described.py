"""
Sources without a name of their own: `the agency`, `the Ohio senator`, `two aides`, `a new poll`.

Whom a description means is only said where the text leaves one candidate; all others keep the
words they are called by. A description never means somebody with another office, of another
country or of the other sex.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claims.models import Source, SourceType, Span
from claims.splitting.lexicon.descriptions import ALIASES, COVERS, KINDS, OFFICES, SPOKESPEOPLE
from claims.splitting.lexicon.timewords import COUNTS
from claims.splitting.lexicon.titles import DOCUMENT, FEMALE, MALE, ORGANISATION, PEOPLE, ROLES
from claims.splitting.lexicon.words import (
    ALONE,
    ARTICLES,
    DETERMINERS,
    PREPOSITIONS,
    SEVERAL,
    words,
)
from claims.splitting.sources.discourse import Discourse, Seen
from claims.splitting.sources.introduced import named_next
from claims.splitting.sources.people import COUNTRIES, lows_of
from claims.splitting.sources.pronouns import SEX, Place, is_several, pronoun
from claims.splitting.syntax.phrases import LONGEST
from claims.splitting.syntax.tokens import Token
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import (
    COLON,
    COMMA,
    POSSESSOR,
    QUESTION_WORD,
    SEMICOLON,
)

# Behind these a name is no longer what the mention is about.
OF = PREPOSITIONS
ENDS_HEAD = OF | words("who that , close familiar which and")
# Characters of what a source without a name is called. A mention may hold a whole quotation, and
# what it is called is looked at again for every claim behind it; more than this no ledger takes.
LONGEST_NAME = 300
TURNS = 12  # sources that spoke before, among which "the report" is looked for
BACK = 3  # sentences back in which whom "the lawmaker" means must be named
NEAR = 24  # names looked at in them
_OWNERS = words("his her its their")
# Before "group" or "company" these tell no more of its name: "the rights group".
_LOOSE = words(
    "news rights aid relief advocacy media tech technology oil energy environmental non-profit "
    "nonprofit social private campaign state-owned"
)
_BODIES = ORGANISATION | KINDS.keys()
_HOLDERS = ROLES - ORGANISATION  # "the party leader" is no party
_RUNNING = words("candidate nominee contender hopeful front-runner frontrunner challenger")
# Kinds whose names nearly always tell the kind.
_MEDIA = words("broadcaster network site outlet newspaper paper magazine court council university")
_ASIDE = re.compile(
    r",\s(?:seen|drawn|written|who|which|\w+ed|\w{3,}ing)\b"
)  # "a report, seen by the Post,"
_ENDS_CLAUSE = frozenset({COMMA, SEMICOLON, COLON, QUESTION_WORD})
_PAIRS = words("couple pair duo twosome")


def described(told: Discourse, parts: Sequence[Token], mention: Span, place: Place) -> Source:
    """Return the source that a mention without a name describes, as itself or as who is meant."""
    if aside := _ASIDE.search(mention.of(told.text)):  # "the judge, noting that it was late,"
        mention_end = mention.start + aside.start()
        parts = [part for part in parts if part.end <= mention_end]
    head = next((at for at, part in enumerate(parts) if at and part.low in ENDS_HEAD), len(parts))
    definite = parts[0].low == "the"
    if definite and (known := _known(told, parts, head, mention, place)):
        return known.model_copy(update={"mention": (mention,)})
    if named := named_next(told, parts, head, place.unit):
        return named.model_copy(update={"mention": (mention,)})
    lows = {part.low for part in parts[:head]}
    name = _name(told, parts, head, mention, place.unit)[:LONGEST_NAME]
    if lows & DOCUMENT and not lows & PEOPLE:
        kind = SourceType.DOCUMENT
    elif lows & _BODIES and not lows & PEOPLE and parts[head - 1].low not in _HOLDERS:
        kind = SourceType.ORGANISATION
    else:
        kind = SourceType.UNNAMED
    return Source(name=name, type=kind, mention=(mention,))


def _known(
    told: Discourse, parts: Sequence[Token], head: int, mention: Span, place: Place
) -> Source | None:
    """Return the source introduced before that `the …` means."""
    lows = [part.low for part in parts[1:head]]
    if not lows:
        return None
    whole = head == len(parts)
    if not whole:
        return None
    if (number := told.names.by_role(lows, mention.start, told.spoken)) is not None:
        return told.names.person(told.names.full[number])
    if len(lows) == 1 and (before := _said_before(told, lows[0])):
        return before
    loose = all(low in _LOOSE or low.endswith("-based") for low in lows[:-1])
    if (lows[-1] in KINDS and loose) or (len(lows) == 1 and lows[0] in ORGANISATION):
        return _organisation(told, lows, mention, place.unit)
    if lows[-1] in _PAIRS:
        return _pair(told, mention, place.unit)
    if lows[-1] in ALIASES or lows[-1].endswith("-year-old"):
        return _alias(told, lows, mention, place)
    return None


def _said_before(told: Discourse, low: str) -> Source | None:
    """`The report` is the one that spoke before: `a report by the audit office`."""
    for turn in told.turns[:-TURNS:-1]:
        source = turn.source
        if source.type is not SourceType.PERSON and low in source.name.lower().split():
            return source
    return None


def _organisation(told: Discourse, lows: Sequence[str], mention: Span, unit: int) -> Source | None:
    """`The agency` has the word in its name, or is the only one of its kind named just before."""
    name = told.names.introduced(lows[0], mention.start) if len(lows) == 1 else None
    if name is None and lows[-1] in KINDS:
        kind, sure = KINDS[lows[-1]], lows[-1] in _MEDIA
        name = told.names.of_kind(kind, mention.start, unit - BACK, sure=sure)
    return Source(name=name, type=SourceType.ORGANISATION) if name else None


def _pair(told: Discourse, mention: Span, unit: int) -> Source | None:
    """`The couple`: the two people named last, if they were named in one sentence and alone."""
    together: dict[int, set[str]] = {}
    for seen in reversed(told.people_before(mention.start, NEAR)):
        if seen.unit < unit - 2 * BACK:
            break
        together.setdefault(seen.unit, set()).add(seen.full)
    names = next((named for named in together.values() if len(named) > 1), set())
    if len(names) != 2:
        return None
    return Source(name=" and ".join(sorted(names)), type=SourceType.PERSON)


def _alias(told: Discourse, lows: Sequence[str], mention: Span, place: Place) -> Source | None:
    """
    `The Labour politician`: who was named last, if it was one person whom the words may fit.

    If the text calls somebody near by such a word, only they are thought of. Behind a quotation
    it is the last speaker before anybody else; never who is named beside it.
    """
    wanted, last = lows_of(lows), told.last(mention)
    if (
        place.after
        and last
        and last.source.type is SourceType.PERSON
        and told.paragraph(place.unit) - told.paragraph(last.unit) <= 1
        and _fits(told, last.source.name, wanted, lows[-1])
    ):
        return last.source
    end = _clause_end(told.units[place.unit], mention)
    beside = {told.names.full[number] for number in told.named_between(mention.start, end)}
    near = [
        seen
        for seen in told.people_before(mention.start, NEAR)
        if seen.unit < place.unit
        and seen.full not in beside
        and not _owns(told, seen)
        and _fits(told, seen.full, wanted, lows[-1])
    ]
    where = wanted & COUNTRIES  # "the Norlandic leader" is not the leader of a party
    called = [
        seen
        for seen in near
        if (told_of := told.names.role_words(seen.full)) & _alike(lows[-1]) and where <= told_of
    ]
    near = [seen for seen in called or near if seen.unit >= place.unit - BACK]
    fitting = {seen.full for seen in near if seen.unit == near[-1].unit}
    if last and last.source.name in fitting and last.unit == place.unit - 1:
        return told.names.person(last.source.name)  # who spoke in the sentence right before
    return told.names.person(fitting.pop()) if len(fitting) == 1 else None


def _owns(told: Discourse, seen: Seen) -> bool:
    """Whether somebody is named as an owner alone: `Brun's trip comes as …`."""
    unit = told.units[seen.unit]
    return unit.tags[0] == POSSESSOR and unit.stream[0].start == seen.start


def _alike(head: str) -> frozenset[str]:
    """Return the words by which somebody may have been introduced who is called so here."""
    return _RUNNING if head in _RUNNING else COVERS.get(head, frozenset()) | {head}


def _clause_end(unit: Unit, mention: Span) -> int:
    """Return where the clause ends that the mention is the subject of, at the latest."""
    first = bisect_left(unit.stream, mention.end, key=lambda token: token.start)
    last = min(first + LONGEST, len(unit.stream))
    breaks = (at for at in range(first, last) if unit.tags[at] in _ENDS_CLAUSE)
    return unit.stream[next(breaks, last - 1)].end


def _fits(told: Discourse, full: str, wanted: set[str], head: str) -> bool:
    """Whether nothing that the text tells of a person speaks against a description."""
    known = told.names.role_words(full)
    offices, places = known & OFFICES, known & COUNTRIES
    if offices and head in OFFICES and not offices & _alike(head):
        return False
    if places and wanted & COUNTRIES and not places & wanted:
        return False
    sex = told.names.sex.get(full)
    return not sex or not wanted & (FEMALE if sex == "m" else MALE)


def _name(told: Discourse, parts: Sequence[Token], head: int, mention: Span, unit: int) -> str:
    """Return the words that name a description, readable away from its place in the text."""
    text = " ".join(mention.of(told.text).split())
    text = text.removesuffix("'s").removesuffix("’s")  # "Lund's claim that"
    if aside := _ASIDE.search(text):
        text = text[: aside.start()]
    first, _, rest = text.partition(" ")
    low = first.lower()
    if (not rest and low in ALONE | SEVERAL) or text == "the other":
        return _part_of(told, text, mention, unit)
    if not rest:
        return first if low not in SPOKESPEOPLE else _speaking_for(told, first, unit)
    if low in _OWNERS and parts[1].low not in DETERMINERS:
        span = Span(parts[0].start, parts[0].end)
        whose = pronoun(told, span, low, Place(unit)) if low in SEX or low == "its" else None
        return f"{whose.name}’s {rest}" if whose and whose.type is not SourceType.UNNAMED else text
    plain = rest if low in ARTICLES else text
    if owner := _office_holder(told, parts, mention):
        return owner
    if head == len(parts) and plain.lower() in SPOKESPEOPLE:
        return _speaking_for(told, plain, unit)
    first, _, rest = plain.partition(" ")
    spelled = told.names.aliases.expanded(first)
    return f"{spelled} {rest}" if spelled != first else plain


def _part_of(told: Discourse, some: str, mention: Span, unit: int) -> str:
    """`One said` is one of the officials who spoke just before."""
    last = told.last(mention)
    if last is None or not is_several(last) or last.source.type is not SourceType.UNNAMED:
        return some
    counted, _, whole = last.source.name.partition(" ")
    if counted.lower() not in DETERMINERS | COUNTS.keys():
        counted, whole = "", last.source.name
    if not whole or whole.startswith("of ") or counted.lower() in ALONE:
        return some
    return (
        f"{some} of the {whole}" if told.paragraph(unit) - told.paragraph(last.unit) <= 1 else some
    )


def _speaking_for(told: Discourse, who: str, unit: int) -> str:
    """`A spokesperson` speaks for the organisation that was named last, if it was one only."""
    name = told.names.of_kind(None, told.units[unit].stream[0].start, unit - BACK)
    return f"{name} {who}" if name else who


def _office_holder(told: Discourse, parts: Sequence[Token], mention: Span) -> str | None:
    """`The Norland president’s office`, with the name of who the president is."""
    if parts[0].low != "the":
        return None
    at = next((at for at, part in enumerate(parts) if part.low.endswith("'s")), 0)
    lows = [part.low for part in parts[1 : at + 1]]
    if not lows or lows[-1][:-2] not in OFFICES or at + 1 == len(parts):
        return None
    lows[-1] = lows[-1][:-2]
    number = told.names.by_role(lows, mention.start, told.spoken)
    rest = " ".join(told.text[parts[at + 1].start : mention.end].split())
    return f"{told.names.full[number]}’s {rest}" if number is not None else None
