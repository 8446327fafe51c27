"""
Sentences: ranges of tokens that tile a paragraph.

`boundaries` decides by the tokens alone. Joined, the spans of `sentences` give the text back,
white space included; nothing between two sentences is lost.
"""

from collections.abc import Iterable, Sequence
from itertools import compress, count, pairwise
from operator import itemgetter

from claims.models import Span
from claims.splitting.lexicon.words import words
from claims.splitting.syntax.tokens import Token, texts_of, tokenise

ENDERS = frozenset({".", "!", "?", "…"})
_LAST = itemgetter(-1)
CLOSERS = frozenset("\"”’')]»") | {"''"}
OPENERS = frozenset("\"“‘'([«") | {"``", "''"}

# A name follows these nearly always; tokens that carry their full stop, as all below.
TITLES = words(
    """
    mr. mrs. ms. dr. prof. sen. sens. rep. reps. gov. govs. lt. col. gen. sgt. capt. maj. adm. rev.
    hon. st. ste. mt. messrs. atty. supt. const. cst. insp. cpl. det. coun. dept. vs. v. e.g. i.e.
    """
)
# A word with a capital that starts a sentence rather than a name.
STARTERS = words(
    """
    the a an this that these those he she it they we i you but and so in on at for with after before
    while when if as his her their its our my there what who how why not no some many most all
    however meanwhile still yet then also now since under both another although though because
    """
)


def _may_start(token: Token) -> bool:
    first = token.text[0]
    return not first.islower() and first not in ",;:)]%&/-"


def _is_end(tokens: Sequence[Token], at: int, after: int) -> bool:
    """Whether the mark at `at` ends a sentence, when the next one would start with `after`."""
    following, mark = tokens[after], tokens[at]
    if tokens[after - 1].end == following.start:  # no space: a number, a file name, an address
        return following.text in OPENERS and mark.text != "."
    return _may_start(following)


def _dotted_end(tokens: Sequence[Token], at: int) -> bool:
    """Whether an abbreviation that carries its own full stop (U.S., a.m.) ends the sentence."""
    token, following = tokens[at], tokens[at + 1]
    return (
        token.low not in TITLES
        and token.end < following.start
        and not following.text[0].islower()
        and (following.low in STARTERS or (following.text in OPENERS and _may_open(tokens, at + 2)))
    )


def _may_open(tokens: Sequence[Token], at: int) -> bool:
    """Whether words in quotation marks may start a sentence: not `the U.S. “clearly” needs`."""
    return at >= len(tokens) or not tokens[at].text[0].islower()


def boundaries(tokens: Sequence[Token], texts: Iterable[str]) -> list[int]:
    """Return the indices at which a sentence starts; `texts` are those of the tokens."""
    end = len(tokens)
    starts, done = [0] if tokens else [], 0
    # An abbreviation that carries its full stop ends as an ender does.
    for at in compress(count(), map(ENDERS.__contains__, map(_LAST, texts))):
        text = tokens[at].text
        if at < done or at == end - 1:
            continue
        if text in ENDERS or text[:2] == "..":
            done = at + 1
            while done < end and (tokens[done].text in ENDERS or _closes(tokens, done)):
                done += 1
            if done < end and _is_end(tokens, at, done):
                starts.append(done)
        elif _dotted_end(tokens, at):
            starts.append(at + 1)
    return starts


def _closes(tokens: Sequence[Token], at: int) -> bool:
    """Whether the mark at `at` closes something: it stands against what is before it."""
    return tokens[at].text in CLOSERS and tokens[at - 1].end == tokens[at].start


def sentences(text: str) -> list[Span]:
    """Return spans that tile `text`; a line break ends a sentence as a full stop does."""
    tokens = tokenise(text)
    starts: list[int] = []
    first = 0
    for at in range(1, len(tokens) + 1):
        if at == len(tokens) or "\n" in text[tokens[at - 1].end : tokens[at].start]:
            line = tokens[first:at]
            starts += [line[index].start for index in boundaries(line, texts_of(line))]
            first = at
    cuts = [0, *starts[1:], len(text)]
    return [Span(a, b) for a, b in pairwise(cuts) if a < b]
