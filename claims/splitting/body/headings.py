"""How headlines and section labels are set, and by what running text is told from them."""

import re

from claims.splitting.body.datelines import dateline
from claims.splitting.body.layout import ends_sentence
from claims.splitting.lexicon.words import PREPOSITIONS

HEADING = 240  # characters; headlines of 40 words are not set
LABEL_WORDS = 8  # longer lines without a full stop are sentences that lost it

ITEM = re.compile(r"[-–—*•·▪◦‣>]|(?:\d{1,3}[.)]|[A-Za-z][.):])\s")  # starts an item of a list
_QUOTES = "\"“”«»„'‘"
_EDGES = "\"“”«»„'‘’()[].,:;!?"


def is_title(paragraph: str) -> bool:
    """Whether all the longer words but prepositions have a capital, as only in headings."""
    found = [word.strip(_EDGES) for word in paragraph[:HEADING].split()]
    telling = [word for word in found if len(word) > 3 and word.lower() not in PREPOSITIONS]
    # Two such words in a row are a name as often as a heading.
    return len(telling) > 2 and not any(word[0].islower() for word in telling)


def is_lead(paragraph: str) -> bool:
    """Whether the article itself has begun: running text of at least a short sentence."""
    if dateline(paragraph, leads=False):
        return True
    # Five words are the shortest sentence that opens a report.
    if len(paragraph) > HEADING:
        return True
    return ends_sentence(paragraph) and paragraph.count(" ") >= 4 and not is_title(paragraph)


def is_label(paragraph: str) -> bool:
    """Whether the line is set like a section's name: short, in capitals or without a full stop."""
    words = paragraph[:120].split()
    if len(words) > LABEL_WORDS or len(paragraph) > 100 or paragraph[0] in _QUOTES:
        return False
    if ITEM.match(paragraph) or paragraph[-1] in ",;":
        return False
    if not ends_sentence(paragraph):
        return True
    if paragraph[-1] != ".":
        return False
    # Some archives put a full stop after every line.
    return paragraph.isupper() or (len(words) > 1 and all(not word[0].islower() for word in words))
