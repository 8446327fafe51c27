"""Is a text in English? Told by the small words that no English paragraph does without."""

import re
from typing import NamedTuple

from claims.splitting.lexicon.words import words
from claims.splitting.word_cache import WordCache

# An article's language shows in its first paragraphs; more would only cost time.
LOOKED_AT = 2000  # characters
# Under 20 words chance and names decide: a headline may have no small word at all.
SHORT = 20
# Of a hundred words of English running text about 40 are in the list below; of 15,000 paragraphs
# of 20 words and more in English news, one in 2,500 had fewer than 7: mostly lists of names. Texts
# in other languages stay under 6, by words that happen to look the same, or, like Dutch, have more
# small words of their own.
LEAST_SHARE = 0.07
# In a short text two small words of another language must be seen, and none of English.
FOREIGN_SEEN = 2
# Letters of other scripts: a name or a word in brackets is a few of them, a text nearly all.
MOST_OTHER_SCRIPT = 0.3

# Left out because other languages have them as often: a, am, as, do, he, i, me, no, so, we.
_ENGLISH = words(
    """
    an the and or but of to in on at by for from with without within into over under about against
    after before between through during until since because while where when why how who whom whose
    which what that this these those there than then if not only also other some any each both all
    more most many much my you your his him she her it its us our they them their is are was were be
    been being has have had does did will would can could may might must should said says told it's
    don't i'm out up off one two first last new
    """
)
# Small words of other languages that are neither English words nor common in names ("de", "la",
# "van"): Spanish, Portuguese, French, Italian, German, Dutch, Polish, Scandinavian, Turkish.
_FOREIGN = words(
    """
    que por para una como más pero fue está están se su sus las
    não uma pelo pela mais foi são com seu sua dos
    des une est dans qui pour sur pas avec sont aux cette ses été il elle nous vous et ce
    che della non è gli sono alla nel dei delle anche più questo di per
    der das und ist nicht ein eine einer dem mit auf für von zu im sich auch wird sind dass
    het een dat niet zijn op te voor met ook aan maar wordt naar hij zij bij uit
    nie się na jest że jak przez dla po ale był są oraz
    och att det som är på en av till inte har och ikke til jeg er
    ve bir bu için olarak çok daha
    """
)
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_BEYOND = re.compile(r"[^\u0000-\u024f]+")  # a cheap sign that there may be such letters
# Any letter but those of Basic Latin, its supplements and extensions, and full-width forms.
_OTHER_LETTER = re.compile(
    r"[^\W\d_\u0000-\u024f\u1e00-\u1eff\u2c60-\u2c7f\ua720-\ua7ff\uff00-\uffef]"
)


class _Seen(NamedTuple):
    """What stands between two spaces: how many words and letters, and words of which language."""

    words: int
    letters: int
    english: int
    foreign: int


def _seen(written: str) -> _Seen:
    found = _WORD.findall(written.lower().replace("’", "'"))
    return _Seen(
        len(found),
        sum(map(len, found)),
        sum(word in _ENGLISH for word in found),
        sum(word in _FOREIGN for word in found),
    )


_SEEN = WordCache(_seen)
_NOTHING = _Seen(0, 0, 0, 0)


def is_english(text: str) -> bool:
    """
    Return whether `text` is English enough to be split; in doubt about a short one, yes.

    A paragraph in another language is refused by its lack of English function words, whichever
    language it is; a short one only if it shows another script or another language's small
    words. Quotations and names in other languages do not count against the text around them.
    Which other language it is, is not told.

    >>> is_english("The council closed the bridge."), is_english("El puente está cerrado por hoy.")
    (True, False)
    """
    start = text[:LOOKED_AT]
    each = map(_SEEN.__getitem__, start.split())
    counted, letters, english, foreign = map(sum, zip(_NOTHING, *each, strict=True))
    beyond = "".join(_BEYOND.findall(start))
    if len(_OTHER_LETTER.findall(beyond)) > MOST_OTHER_SCRIPT * letters:
        return False
    if counted < SHORT:
        return english > 0 or foreign < FOREIGN_SEEN
    return english >= foreign and english >= LEAST_SHARE * counted
