"""Datelines: the place, date and agency that stand before a report's first words."""

import re
from typing import NamedTuple

from claims.splitting.lexicon.words import MONTHS, words

# No dateline seen is longer than 80 characters; press releases name a service as well.
_HEAD = 120
_DASH = re.compile(r"\s?[—–―]\s*|\s--?(?:\s+|\Z)|\)\s?-\s+|:\s+")
_AGENCY = re.compile(r"\s?\(([^\W\d_][\w .&]{1,29})\)\Z")
# OSTRAVA, Feb. 2, 2025 /Wire Service/ --    MOSCOW, March 3. /TASS/.
# LIMA / Wire Service / May 2, 2025 /
_SLASHED = re.compile(
    r"([^/\n]{3,60}?)\.?\s?/\s?([^\W\d_][\w. ]{1,29}?)\s?/"
    r"(?:\s?[\w., ]{4,25}/)?\s?(?:--?|[—–.])?\s+"
)
_BRACKETED = re.compile(r"\(([A-Z]{2,6})\)\s?(?=[A-Z“\"])")  # (CNN)The council …
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_WORD = re.compile(r"[^\W_]+")

# What may stand in capitals before a dash or a colon without being a place.
_LABELS = words(
    """
    exclusive breaking update updated analysis opinion comment editorial watch video listen live
    correction clarification note explainer explained interview review podcast gallery photos
    fact check factbox timeline profile question answer q a by more just in read related
    """
)
AGENCIES = words("ap afp upi reuters cnn bbc xinhua tass ani pti dpa kyodo yonhap efe ansa ians")


class Dateline(NamedTuple):
    """How many characters the dateline takes with the space after it, and whose report it is."""

    length: int
    agency: str | None


def _is_date(part: str) -> bool:
    found = _WORD.findall(part.lower())
    if not found or len(found) > 4:  # weekday, day, month, year
        return False
    dated = any(word in MONTHS for word in found) and any(word.isdigit() for word in found)
    return dated or bool(_YEAR.match(found[0]) and len(found) == 1)


def _is_name(part: str, longest: int = 4) -> bool:
    found = part.split()
    return 0 < len(found) <= longest and all(word[0].isupper() for word in found)


def _is_place(part: str) -> bool:
    found = part.split()
    return (
        0 < len(found) <= 4  # "SALT LAKE CITY", "PORT OF SPAIN"
        and part.isupper()
        and len(part) > 2  # the shortest: "RIO"; "Q:" and "UN:" are not places
        and _LABELS.isdisjoint(_WORD.findall(part.lower()))
    )


def _agency(left: str) -> tuple[str, str | None]:
    """Split the agency off the end of `left`: in brackets, or the bare name of a known one."""
    if match := _AGENCY.search(left):
        return left[: match.start()], match[1]
    place, _, last = left.rpartition(" ")
    if last.lower() in AGENCIES and not last.islower():
        return place, last
    return left, None


def _judge(left: str, after: str, leads: bool, colon: bool) -> tuple[bool, str | None]:
    if colon and left.lower() in AGENCIES:  # somebody's words are introduced
        return False, None
    left, agency = _agency(left.strip())
    place, *rest = [part.strip() for part in left.split(",")]
    dated = [part for part in rest if _is_date(part)]
    if not all(_is_name(part) for part in rest if part not in dated):
        return False, None
    if agency:
        return not left or _is_name(place) or _is_date(place), agency
    # Without an agency, only what is set in capitals and starts a sentence anew.
    anew = bool(after) and not after[0].islower()
    if not _is_place(place) or not anew:
        return False, None
    return bool(dated) or (leads and (not colon or bool(rest))), None


def dateline(paragraph: str, leads: bool = True) -> Dateline | None:
    """
    Return the dateline that `paragraph` begins with.

    `leads`: the paragraph is among the article's first; only there is a place in capitals
    enough, since further down it may be a label, and an agency must be named. Mixed case needs
    the agency in brackets. A place with nothing but a colon is left alone: so does a transcript
    name who speaks.

    >>> dateline("OSTRAVA, March 3 (Northwire) - The river fell.")
    Dateline(length=31, agency='Northwire')
    """
    head = paragraph[:_HEAD]
    if not leads and "(" not in head and "/" not in head:
        return None
    if match := _BRACKETED.match(head):
        if match[1].lower() in AGENCIES:
            return Dateline(match.end(), match[1])
        return None
    if match := _SLASHED.match(head):
        place, *rest = [part.strip() for part in match[1].split(",")]
        if place.isupper() and _is_name(place) and len(rest) <= 4:  # town … year
            return Dateline(match.end(), match[2])
    if not (match := _DASH.search(head)):
        return None
    mark = match.group()
    left = head[: match.start() + mark.startswith(")")]
    fits, agency = _judge(left, head[match.end() :], leads, ":" in mark)
    return Dateline(match.end(), agency) if fits else None
