"""Captions: lines that say again, without a full stop, what the article says in its text."""

import re
from collections.abc import Sequence

from claims.splitting.body.headings import LABEL_WORDS
from claims.splitting.body.layout import ends_sentence

LONGEST = 300  # characters; a caption is a sentence or two
# Of three words in a row, how many stand so in the text: a caption shortens, it does not retell.
SAME = 0.6

_WORD = re.compile(r"\w+")


def captions(parts: Sequence[str]) -> frozenset[int]:
    """Return which paragraphs are captions that repeat what others of the text say."""
    lines = [at for at, part in enumerate(parts) if _may_be(part)]
    if not lines:
        return frozenset()
    told = set[tuple[str, ...]]().union(*map(_threes, filter(ends_sentence, parts)))
    return frozenset(at for at in lines if _repeats(_threes(parts[at]), told))


def _may_be(part: str) -> bool:
    return len(part) <= LONGEST and part.count(" ") >= LABEL_WORDS and not ends_sentence(part)


def _threes(part: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(part.casefold())
    return set(zip(words, words[1:], words[2:], strict=False))


def _repeats(said: set[tuple[str, ...]], told: set[tuple[str, ...]]) -> bool:
    return bool(said) and len(said & told) >= SAME * len(said)
