"""
Whom a pronoun means: the likeliest of those who were named or spoke shortly before it.

A pronoun never means somebody of whom the text says the other sex, a place or a thing. Where
nobody likely was named, it stays what it is.
"""

from typing import NamedTuple

from claims.models import Source, SourceType, Span
from claims.splitting.lexicon.descriptions import ALIASES
from claims.splitting.lexicon.titles import FEMALE, GROUPS, KIN, MALE, PEOPLE, ROLES
from claims.splitting.lexicon.words import words
from claims.splitting.sources.discourse import Discourse, Seen, Turn
from claims.splitting.syntax.retagging import is_plural

SEX = {"he": "m", "she": "f", "his": "m", "her": "f", "he's": "m", "she's": "f", "him": "m"}
THIRD = SEX.keys() | words("they it its their they're it's they've he'd she'd they'd")
_SEVERAL = words("they their they're they've they'd")
# Words for one person without a name, whom "she" may mean.
SINGLE = frozenset(word for word in ROLES | ALIASES | KIN if not is_plural(word)) - words(
    "former acting senior deputy vice prime national security press campaign"
) | words(
    """
        source person spokesperson one man woman boy girl official aide critic supporter child kid
        teenager worker employee neighbour neighbor friend relative witness survivor victim driver
        passenger patient customer user narrator moderator caller insider colleague boss employer
        donor protester demonstrator tourist visitor tenant landlord guest clerk guard soldier
        """
)
# Plural words for people by what they do or where they are from, and for groups of them.
_AGENTS = (
    *("ers", "ors", "ists", "ians", "ants", "ees", "ents", "men", "people", "folk"),
    *("groups", "companies", "firms", "agencies", "charities", "parties", "banks", "countries"),
)
_CROWDS = (PEOPLE - SINGLE) | GROUPS
_THEY = words("spokesperson source")  # who is "they" though one alone
NEAR = 40  # names before a pronoun that are looked at
STEP = 1.2  # what one sentence of distance costs, where being a subject or having spoken gives 2
SILENT = 3  # paragraphs after which an organisation is no longer "it", nor a group "they"


class Place(NamedTuple):
    """
    Where a mention stands: its unit, and the people who are spoken of in what it says.

    `words`: the capitalised words of that, quotations included. `after`: it stands behind that
    (`…, he added`), so that its last speaker is likelier than who was named since.
    """

    unit: int
    told_of: frozenset[str] = frozenset()
    after: bool = False
    words: frozenset[str] = frozenset()

    def speaks_of(self, full: str) -> bool:
        """Whether somebody is named in what is said, be it by the surname in a quotation."""
        return full in self.told_of or full.rsplit(" ", 1)[-1] in self.words


def pronoun(told: Discourse, mention: Span, low: str, place: Place) -> Source | None:
    """Return the source that a pronoun of the third person means, None if that cannot be told."""
    if low in SEX or low in {"he'd", "she'd"}:
        found = _one(told, mention, SEX.get(low, "m" if low == "he'd" else "f"), place)
    elif low in _SEVERAL:
        found = _several(told, mention, place.unit)
    else:
        found = _thing(told, mention, place.unit)
    return found and found.model_copy(update={"mention": (mention,)})


def _one(told: Discourse, mention: Span, sex: str, place: Place) -> Source | None:
    names = told.names
    last = told.last(mention)
    others = _introduced(told, last, mention) if last else []
    if last and _may_go_on(told, last, others, sex, place):
        if last.source.type is SourceType.PERSON:
            names.sex.setdefault(last.source.name, sex)
        return last.source
    # Who was introduced since takes the word from the last speaker.
    ousted = any(_takes_over(told, one, sex, place) for one in others)
    favoured = last.source.name if last and not ousted else ""
    seen = [one for one in told.people_before(mention.start, NEAR) if not place.speaks_of(one.full)]
    nearest = seen[-1].unit if seen else 0
    speakers = {turn.source.name for turn in told.turns[-4:]}

    def score(one: Seen) -> tuple[float, int]:
        spoke = one.full in speakers
        latest = (1 + place.after) * (one.full == favoured)
        return 2 * one.subject + spoke + latest - STEP * (nearest - one.unit), one.start

    fitting = [one for one in seen if names.sex.get(one.full, sex) == sex]
    if fitting:
        likeliest = max(fitting, key=score).full
        names.sex.setdefault(likeliest, sex)  # nobody is "she" here and "he" below
        return names.person(likeliest)
    return next(
        (turn.source for turn in reversed(told.turns[-NEAR:]) if _is_one(turn, sex, told)), None
    )


def _introduced(told: Discourse, last: Turn, mention: Span) -> list[int]:
    """Return the numbers of the other people's names since the last turn."""
    names = told.names
    return [
        number
        for number in told.named_between(last.start, mention.start)[-NEAR:]
        if names.full[number] in names.people and names.full[number] != last.source.name
    ]


def _takes_over(told: Discourse, number: int, sex: str, place: Place) -> bool:
    """Whether somebody is introduced in full, or the sentence right before is about him or her."""
    names = told.names
    name, full = names.all[number], names.full[number]
    before = name.unit == place.unit - 1 or (
        name.unit == place.unit - 2 and told.units[place.unit - 1].lows[0] in SEX
    )
    topical = name.subject and before and names.sex.get(full) == sex
    return len(name.words) > 1 or (topical and not place.speaks_of(full))


def _may_go_on(told: Discourse, last: Turn, others: list[int], sex: str, place: Place) -> bool:
    """Whether the last speaker speaks on: nobody else was introduced since."""
    if not _is_one(last, sex, told) or place.speaks_of(last.source.name):
        return False
    if last.source.type is not SourceType.PERSON:
        # An unnamed official is followed by "she" at once, or is out of sight.
        apart = told.paragraph(place.unit) - told.paragraph(last.unit)
        return apart <= 1 and not any(told.names.all[number].subject for number in others)
    return place.after and not any(_takes_over(told, number, sex, place) for number in others)


def _is_one(turn: Turn, sex: str, told: Discourse) -> bool:
    """Whether a turn was a single person's who can be of that sex."""
    source = turn.source
    if is_several(turn) or source.type not in {SourceType.PERSON, SourceType.UNNAMED}:
        return False
    if source.type is SourceType.PERSON:
        return told.names.sex.get(source.name, sex) == sex
    if turn.head not in SINGLE:
        return False
    lows = set(source.name.lower().replace(",", " ").split())
    male, female = bool(lows & MALE), bool(lows & FEMALE)
    return male == female or male == (sex == "m")


def _several(told: Discourse, mention: Span, unit: int) -> Source | None:
    last = told.last(mention)
    if last and last.head in _THEY and told.paragraph(unit) - told.paragraph(last.unit) <= 1:
        return last.source
    for turn in reversed(told.turns[-NEAR:]):
        if told.paragraph(unit) - told.paragraph(turn.unit) > SILENT:
            return None
        kind = turn.source.type
        if turn.start < mention.start and (is_several(turn) or kind is SourceType.ORGANISATION):
            return turn.source
    return None


def _thing(told: Discourse, mention: Span, unit: int) -> Source | None:
    for turn in reversed(told.turns[-NEAR:]):
        if told.paragraph(unit) - told.paragraph(turn.unit) > SILENT:
            break
        if turn.start < mention.start and turn.source.type in {
            SourceType.ORGANISATION,
            SourceType.DOCUMENT,
        }:
            return turn.source
    return None


def is_several(turn: Turn) -> bool:
    """Whether a turn was more than one person's: `aides`, `two critics`, `Ada Brun and Per Dal`."""
    if turn.source.type is SourceType.PERSON:
        return " and " in turn.source.name
    if turn.source.type is not SourceType.UNNAMED:
        return False
    return turn.head in _CROWDS or turn.head.endswith(_AGENTS)
