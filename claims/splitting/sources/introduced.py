"""
Who is described first and named in the paragraph behind: `A Lund nurse said … ¶ Ada Brun swam …`.

So news opens. It is only believed where both open their paragraphs, where the name is new, and
where nothing that the text tells of its bearer speaks against the description.
"""

from collections.abc import Sequence

from claims.models import Source, Span
from claims.splitting.lexicon.descriptions import OFFICES
from claims.splitting.lexicon.titles import FEMALE, MALE
from claims.splitting.lexicon.words import words
from claims.splitting.sources.discourse import Discourse
from claims.splitting.sources.people import lows_of
from claims.splitting.sources.pronouns import SINGLE
from claims.splitting.syntax.tokens import Token

_OTHERS = words("one another his her their each some the that this no any every")
LEAD = 60  # characters of titles before the name
MOST = 12  # sentences of a paragraph


def named_next(told: Discourse, parts: Sequence[Token], head: int, unit: int) -> Source | None:
    """Return whom the description that the unit `unit` opens with means, if that is told next."""
    word, names = parts[head - 1].low, told.names
    if word not in SINGLE or parts[0].low in _OTHERS or not _opens(told, unit, parts[0].start):
        return None
    behind = _next_paragraph(told, unit)
    number = None if behind is None else _opening_name(told, behind)
    if number is None:
        return None
    full = names.full[number]
    wanted, known, sex = lows_of(part.text for part in parts[:head]), names.role_words(full), ""
    if word in OFFICES and word not in known:
        return None
    if wanted & (MALE | FEMALE):
        sex = "m" if wanted & MALE else "f"
        if names.sex.setdefault(full, sex) != sex:
            return None
    names.call(number, wanted)
    return names.person(full)


def _opens(told: Discourse, unit: int, start: int) -> bool:
    """Whether a place is where a paragraph starts."""
    first = unit == 0 or told.paragraph(unit - 1) < told.paragraph(unit)
    return first and told.units[unit].stream[0].start == start


def _next_paragraph(told: Discourse, unit: int) -> int | None:
    """Return the first unit of the paragraph behind that of `unit`."""
    for behind in range(unit + 1, min(unit + MOST, len(told.units))):
        if told.paragraph(behind) > told.paragraph(unit):
            return behind
    return None


def _opening_name(told: Discourse, unit: int) -> int | None:
    """Return the number of the person's name, new and in full, that a unit opens with."""
    names, start = told.names, told.units[unit].stream[0].start
    number = next(iter(names.within(Span(start, start + LEAD))), None)
    if number is None:
        return None
    name, full = names.all[number], names.full[number]
    new = names.first[full] == number and len(name.words) > 1 and full in names.people
    return number if new and name.subject and name.unit == unit else None
