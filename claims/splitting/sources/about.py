"""Which of the names in a mention it is about, and which only say whose or where somebody is."""

import re
from collections.abc import Sequence
from itertools import pairwise

from claims.models import Source, SourceType, Span
from claims.splitting.lexicon.titles import PARTY_AND_PLACE, ROLES
from claims.splitting.lexicon.words import ARTICLES, POSSESSIVES, SELVES, words
from claims.splitting.sources.described import ENDS_HEAD, OF
from claims.splitting.sources.discourse import Discourse

_THE = POSSESSIVES | {"the"}
_SPEAKS_FOR = words("for to")  # "a spokesman for Mayor Ada Brun"
_JOINS = words("and or ,")
# "Brun of Lund and Mayor ", "Brun, a Democrat, and ", unlike "Brun, a friend and aide of Gov. ".
_LISTED = re.compile(
    r"(?: (?:of|from) [^,]{1,40}|, [^,]{1,80},)?(?:,?\s+and|,)(?P<titles>[^,]{0,60})"
)
# "a nurse, 53-year-old Ada Brun", "his father, then-mayor Leo Dal"
_AGE = re.compile(r"\s(?:\d{1,3}-year-old|then-\w{1,20})\s$")
_OTHERS_TOO = re.compile(r" and [a-z]")
LEAD = 60  # characters of titles before the first of two names: "the two senators, Ada Brun and"


def about(told: Discourse, mention: Span) -> list[int]:
    """Return the names that a mention is about: neither one in `polls in Lund and Sund`."""
    names, own, aside = told.names, list[int](), -1
    for number in names.within(mention):
        last = names.all[aside].end if aside >= 0 else -1
        between = told.text[last : names.all[number].start] if last >= 0 else ""
        joined = between.strip().removesuffix(" the") in _JOINS
        if joined or not _is_about(told, number, mention):
            aside = number
        else:
            own.append(number)
    return own


def together(told: Discourse, own: Sequence[int], mention: Span) -> Source | None:
    """`Ada Brun and Norvik Hydro`: both, where only "and", commas and titles are between."""
    names = told.names
    people = [n for n in own if names.full[n] in names.people]
    fulls = list(dict.fromkeys(names.full[n] for n in own))
    known = len(people) + sum(names.all[n].organisation for n in own)
    if known < len(own) or len(fulls) < 2:
        return None
    between = [
        told.text[names.all[one].end : names.all[other].start] for one, other in pairwise(own)
    ]
    if "and" not in between[-1].split() or names.all[own[0]].start - mention.start > LEAD:
        return None
    if not all(map(_is_list, between)):
        return None
    name = f"{', '.join(fulls[:-1])} and {fulls[-1]}"
    kind = SourceType.PERSON if len(people) == len(own) else SourceType.ORGANISATION
    return Source(name=name, type=kind, mention=(mention,))


def _is_list(between: str) -> bool:
    """Whether two names are listed: `, `, ` and `, with titles, a place or an apposition."""
    listed = _LISTED.fullmatch(between)
    return listed is not None and all(
        not word[0].islower() or word.strip(",.") in ROLES for word in listed["titles"].split()
    )


def _is_pair_of_places(told: Discourse, number: int, mention: Span) -> bool:
    """`The Norlandic and US governments`: both names only say whose they are."""
    names = told.names
    last = number + 1
    return (
        last in names.within(mention)
        and told.text[names.all[number].end : names.all[last].start] == " and "
        and names.all[last].organisation
        and not _is_about(told, last, mention)
    )


def _is_about(told: Discourse, number: int, mention: Span) -> bool:
    """Whether the name is what the mention is about, not an owner or a place in it."""
    name = told.names.all[number]
    before = told.text[mention.start : name.start].lower().split()
    while before and before[-1] in ARTICLES:
        before.pop()
    after = told.text[name.end : mention.end]
    if name.role and not after.strip():
        untitled = before[: -len(name.role.split())]
        return not untitled or untitled[-1] not in _SPEAKS_FOR
    possessive = after[:2] in {"'s", "’s", "´s"} or (
        after[:1] in {"'", "’"} and name.text.endswith("s")
    )
    # Behind a comma only an apposition counts: "a lawyer for the town, Jo Oru,".
    head = told.text[mention.start : name.start]
    if age := _AGE.search(head):
        head = head[: age.start()]
    if "," in head and head.rstrip()[-1] != ",":
        return False
    if not after[2:].strip() and possessive:  # "Brun's claim that"
        return True
    if possessive or after[:1] == "/" or head[-1:] == "/" or (before and before[-1] in OF):
        return False
    if head.rstrip()[-1:] == "," and _holds_office(head):
        return False
    if name.organisation and _is_pair_of_places(told, number, mention):
        return False
    if _OTHERS_TOO.match(after) and PARTY_AND_PLACE.issuperset(map(str.lower, name.words)):
        return False  # "Liberal and other economists"
    follows = after.split()[0] if after[:1] == " " and after.split() else ""
    word = follows.strip(",")
    return not (word.islower() and word not in ENDS_HEAD and word not in SELVES)


def _holds_office(head: str) -> bool:
    """Whether a name behind it is an office's in it: `a friend of the mayor, Ada Brun,`."""
    lows = head.lower().rstrip(", ").split()
    places = [at for at, low in enumerate(lows) if low in OF]
    office = lows[places[-1] + 1 :] if places else []
    return len(office) > 1 and office[0] in _THE and office[-1] in ROLES
