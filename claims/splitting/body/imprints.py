"""The publisher's name, in lines that may carry one."""

import re
from collections.abc import Iterator

# A year as well: a sign and a name alone stand under photographs.
_HOLDER = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)\s*(?:©|\(c\))?\s*(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?,?\s*"
    r"(?:by\s)?([^\W\d_][\w&’' -]{1,50})",
    re.IGNORECASE,
)
_END = re.compile(r"\s(?:all\s|inc\b|ltd\b|llc\b|limited\b)", re.IGNORECASE)
_SPLIT = re.compile(r"\s?[|,•·–—]\s?|\s-\s|^[Bb][Yy]\s|\sfor\s(?=The\s)")
_ONE_WORD = re.compile(r"[^\W\d_]{2,20}")
_ASKS = ("has asked", "has contacted", "has approached", "has reached out", "reached out to")


def parts_of(line: str) -> Iterator[str]:
    """Yield what a byline joins, any of which may name the publisher: "Ann Oru | The Lima Post"."""
    for part in _SPLIT.split(line):
        if name := part.strip(" ."):
            yield name


def speaks_as(text: str, name: str) -> bool:
    """Whether the article calls itself `name`: people told it, or it has asked somebody."""
    if not _ONE_WORD.fullmatch(name) or not name[0].isupper():
        return False
    return bool(re.search(rf"\btold {name}\b", text)) or any(
        f"{name} {asks} " in text for asks in _ASKS
    )


def copyright_holder(line: str) -> str | None:
    """Return who holds the copyright according to `line`."""
    if not (match := _HOLDER.search(line)):
        return None
    name = _END.split(match[1] + " ", maxsplit=1)[0].strip(" -’'")
    return name if name and name[0].isupper() else None


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word[0].isupper())


def is_same(one: str, other: str) -> bool:
    """Whether two names are the same, one perhaps in initials or without its article."""
    plain, against = (name.casefold().removeprefix("the ") for name in (one, other))
    short = (one.removeprefix("The "), other.removeprefix("The "))
    return plain == against or _initials(short[0]) == short[1] or _initials(short[1]) == short[0]
