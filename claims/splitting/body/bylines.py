"""Who wrote it and who printed it, where a line of its own says so."""

import re

from claims.splitting.body.datelines import AGENCIES
from claims.splitting.lexicon.words import DAYS, MONTHS, words

_LONGEST = 160  # a byline of three people with their posts
_PREFIX = re.compile(
    r"(?:(?:Words|Story|Text|Written|Reported|Posted|Reporting|Analysis|Opinion|Review|Posted)\s)?[Bb][Yy]:?\s+"
)
_MARKS = re.compile(r"[^\w\s.’'-]|\s[-|]\s")
_ROLES = words(
    """
    correspondent reporter editor staff writer writers reporters contributor columnist senior chief
    political business health science economics education foreign diplomatic national world video
    journalist bureau deputy associate assistant executive special
    """
)
_SMALL = words("and for in at of on the de da di du del della la le van von der den bin al el y e")
_JOINING = _SMALL | _ROLES
# The last word, or the only one, of the name of nearly every newspaper and station.
_PRESS = words(
    """
    news times post herald tribune press agency gazette journal guardian telegraph chronicle
    observer standard mail examiner courier dispatch globe independent inquirer sentinel
    broadcasting radio television newswire magazine weekly newspaper mercury bulletin argus
    newsroom
    """
)
_DOMAIN = re.compile(r"(?:www\.)?[\w-]{2,40}\.(?:com|org|net|news|co\.uk|info)\Z", re.IGNORECASE)
_DATES = DAYS | MONTHS
_BIO = re.compile(
    r"[A-Z][^!?]{2,60}?\sis\s(?:a|an|the|our)\s[^!?]{0,80}?\b(?:reporter|correspondent|columnist|"
    r"contributor|contributing\s(?:editor|writer)|staff\swriter|editor|journalist)\b"
    r"[^!?“\"]{0,120}\b(?:for|at|of|with|covering|in)\b"
)


def _is_people(line: str) -> bool:
    """Whether `line` is nothing but capitalised names, their posts and what joins them."""
    found = _MARKS.sub(" ", line).split()
    if not 0 < len(found) <= 16:  # three people with their posts
        return False
    return all(word[0].isupper() or word.lower() in _JOINING for word in found)


def is_byline(line: str, bare: bool = False) -> bool:
    """
    Whether `line` says who wrote the article: "By Ann Oru", "Ann Oru, political correspondent".

    With `bare`, a line of two to four capitalised words passes as well; only the place between
    headline and body makes it a byline.
    """
    if len(line) > _LONGEST or line[-1] in "!?:":
        return False
    if match := _PREFIX.match(line):
        rest = line[match.end() :]
        first = rest.split(maxsplit=1)[0].strip(".,").lower() if rest.strip() else ""
        return first not in _DATES and not first.isdigit() and _is_people(rest)
    if line[-1] == "." or not line[0].isupper() or not _is_people(line):
        return False
    found = line.lower().replace(",", " ").split()
    if not _ROLES.isdisjoint(found[2:]) and "," in line:
        return True
    return (
        bare and 2 <= len(found) <= 4 and not is_publisher_line(line) and _SMALL.isdisjoint(found)
    )


def is_bio(paragraph: str) -> bool:
    """Whether `paragraph` introduces the writer: "Ann Oru is a reporter for …"."""
    return len(paragraph) <= 300 and bool(_BIO.match(paragraph))


def is_publisher_line(line: str) -> bool:
    """Whether `line` is the name of a newspaper, station or agency and nothing else."""
    if len(line) > 50:  # names of papers are shorter
        return False
    found = line.rstrip(".").split()
    if not found or len(found) > 5:  # "The New Northern Evening Post"
        return False
    if len(found) == 1 and (found[0].lower() in AGENCIES or _DOMAIN.match(line)):
        return True
    names = all(word[0].isupper() for word in found if word.lower() not in _SMALL)
    return names and len(found) > 1 and found[-1].lower() in _PRESS and line[-1] != "."
