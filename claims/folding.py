"""
Words as they are compared in searches: whatever their case, accents and special letters. Pure.

Full-text search folds letters that Unicode takes apart, é into e; `folded` does the rest, for the
indexes and for what is asked of them. `plain` does both, where words are compared without FTS5.

The German ae, oe, ue for ä, ö, ü are not folded: "Müller" is found as Muller, not as Mueller.
Among 42,000 words of English news 410 are written with ae, oe or ue, and of those as many as
one in fourteen would be found for another word: does for dos, statues for status, guests for
gusts, venues for Venus, poet for pot. The same holds for the Danish aa and the Croatian dj.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple


class Row(NamedTuple):
    """Small letters, what people type for each of them, and who does."""

    letters: str
    typed: str
    why: str


ROWS = (
    Row("ß", "ss", "German: Swiss spelling and capitals have ss"),
    Row("æǽǣ", "ae", "Danish, Norwegian, Faroese, Icelandic"),
    Row("œ", "oe", "French; most keyboards lack it"),
    Row("øǿ", "o", "Danish, Norwegian, Faroese; English news writes o"),
    Row("ǡ", "a", "transcriptions; FTS5 forgets this one letter with two accents"),
    Row("þ", "th", "Icelandic; passports and English news write th"),
    Row("ðđɖɗ", "d", "Icelandic; Croatian, Vietnamese, Sami; Ewe; Hausa: capitals look alike"),
    Row("ł", "l", "Polish, Sorbian, Navajo"),
    Row("ŀ", "l", "Catalan: the older way to write the l before a middle dot"),
    Row("ħ", "h", "Maltese"),
    Row("ŧ", "t", "Northern Sami"),
    Row("ŋ", "n", "Sami, Ewe, Wolof, Bambara"),
    Row("ɲ", "n", "Bambara"),
    Row("ĸ", "q", "Greenlandic as written before 1973, and q since"),
    Row("ı", "i", "Turkish, Azerbaijani"),
    Row("əǝɛ", "e", "Azerbaijani; Kanuri; Akan, Ewe, Lingala"),
    Row("ɔ", "o", "Akan, Ewe, Lingala"),
    Row("ɓ", "b", "Hausa, Fulfulde"),
    Row("ƙ", "k", "Hausa"),
    Row("ƴ", "y", "Hausa, Fulfulde"),
    Row("ƒ", "f", "Ewe"),
    Row("ɣǥ", "g", "Ewe; Skolt Sami"),
    Row("ʋ", "v", "Ewe"),
    Row("ɩɨ", "i", "Kabiye; languages of Cameroon"),
    Row("ʊʉ", "u", "Kabiye; languages of Cameroon"),
    Row("ʒǯ", "z", "Skolt Sami"),
    Row("ĳ", "ij", "Dutch, in texts from older systems"),
    Row("ǆǅ", "dz", "Croatian, in texts from older systems"),
    Row("ǉǈ", "lj", "Croatian, in texts from older systems"),
    Row("ǌǋ", "nj", "Croatian, in texts from older systems"),
    Row("ﬀ", "ff", "text that was copied from typeset pages, also the next six"),
    Row("ﬁ", "fi", ""),
    Row("ﬂ", "fl", ""),
    Row("ﬃ", "ffi", ""),
    Row("ﬄ", "ffl", ""),
    Row("ﬅﬆ", "st", ""),
    Row("ŉ", "'n", "Afrikaans: an apostrophe and n"),
    Row("ʻʼ", "'", "Uzbek, Hawaiian; Ukrainian: an apostrophe is typed, which parts words"),
    Row("ё", "е", "Russian: mostly printed without its dots; not so й, which is never и"),
    Row("\u00ad\u0640", "", "not part of a word: the soft hyphen, and what stretches Arabic ones"),
)
"""
Letters that FTS5 of SQLite 3.40 indexes as they are. Where a language has no habit for keyboards
without the letter, it is what English news and the passports of its country write.
"""

GREEK = ((0x370, 0x400), (0x1F00, 0x2000))
"""Written without accents in capitals, and often where people type; FTS5 folds Latin ones only."""

MARKS = "\u0332-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670"
"""
Marks on letters at which FTS5 would part a word: those that it does not know as accents, the
points of Hebrew and the vowel signs of Arabic, which are mostly left out.
"""


def _letters() -> Iterator[tuple[str, str]]:
    """Yield each letter, in both cases, and what is typed for it."""
    for row in ROWS:
        for letter in row.letters:
            yield letter, row.typed
            if len(letter.upper()) == 1:
                yield letter.upper(), row.typed
    yield "ẞ", "ss"  # the capital of ß where its own is used, which upper() does not
    for first, end in GREEK:
        for letter in map(chr, range(first, end)):
            base = unicodedata.normalize("NFD", letter)[0]
            if base != letter and base.isalpha():
                yield letter, base


_TYPED = dict(_letters())
_FOLDED = re.compile(f"[{''.join(_TYPED)}{MARKS}]|(?<=[lLŀĿ])·(?=[lL])")  # Catalan col·lectiu


def folded(text: str) -> str:
    """Return the text with plain letters for those that full-text search leaves as they are."""
    if text.isascii():
        return text
    return _FOLDED.sub(_typed, unicodedata.normalize("NFC", text))


def _typed(found: re.Match[str]) -> str:
    return _TYPED.get(found[0], "")


def plain(text: str) -> str:
    """Return the text as words are compared: small letters without accents."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFD", folded(text).casefold())
    marks = [sign for sign in set(apart) if unicodedata.combining(sign)]  # mostly there are none
    return apart.translate(dict.fromkeys(map(ord, marks))) if marks else apart
