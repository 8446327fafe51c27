"""
Names in a text: where each stands, whose it is, and what the text says its bearer is.

A name is a run of capitalised words. Sex is known only from evidence in the text: a title, a
role word, or a pronoun that can mean nobody else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claims.splitting.lexicon.descriptions import KINDS
from claims.splitting.lexicon.places import PLACES
from claims.splitting.lexicon.titles import (
    DOCUMENT,
    GROUPS,
    KIN,
    NOT_ORGANISATIONS,
    PARTY_AND_PLACE,
    PEOPLE,
    ROLES,
)
from claims.splitting.lexicon.words import DETERMINERS, words
from claims.splitting.sources.runs import Run, bare, is_role, read_run, runs
from claims.splitting.syntax.phrases import (
    LONGEST,
    noun_phrase_end,
    noun_phrase_start,
    prepositional_end,
)
from claims.splitting.syntax.tokens import lows_of, texts_of, tokenise
from claims.splitting.syntax.units import Unit

_PLACING = words("in at near into throughout across outside")
# Words that start a sentence and get a capital by it, but are in no closed class.
_DESCRIBED = re.compile(r"(?:^|[.;])(?:D?[NUAM]{0,4}K)?D?[NUAM]{1,6},$")
MOST_DESCRIBING = 3  # words of what somebody is before their name
_OPENERS = words("see maybe perhaps meet watch like enter says said ask take if when as but and so")
_GROUNDS = PLACES | PARTY_AND_PLACE
_WHOSE = ("ic", "can", "ian", "ish", "ese")  # "Democratic", "Mexican", unlike "Green"
# Two to six capitalised words in a row; a name that is spoken needs no more than a look.
_SPOKEN = re.compile(r"\b(?:[A-Z][\w.’'-]{0,20} ){1,5}[A-Z][a-z][\w’'-]{0,20}")


@dataclass(slots=True, eq=False)  # a slot is read in a fraction of a named tuple's time
class Name:
    """One occurrence of a name: its own words (see `Run`), and the role words before them."""

    start: int
    end: int
    words: tuple[str, ...]
    text: str
    key: tuple[str, ...]
    role: str
    owner: str  # "Ukraine's" before the role
    organisation: bool
    unit: int
    subject: bool
    apposition: str  # "…, the Labour leader,"
    placed: bool  # behind "in", "near" or "the", as places and things are
    opens: bool  # it is the first word of its sentence, which has a capital anyhow
    kin: str = ""  # "her husband" before the name


def names(units: Sequence[Unit]) -> list[Name]:
    """
    Return every name outside quotations, in order.

    A word that opens a sentence is none where the article has it in small letters too and nobody
    is called so elsewhere; and `Green` is no party where Grant Green was named.
    """
    found = [
        name
        for number, unit in enumerate(units)
        for first, end in runs(unit)
        if (name := _name(unit, number, first, end))
    ]
    surnames = {name.key[-1:] for name in found if _is_persons(name)}
    sure = surnames | {name.key for name in found if not name.opens or len(name.key) > 1}
    written = {name.key[0] for name in found if name.key not in sure}
    if written:
        words_of = chain.from_iterable(unit.texts for unit in units)
        written = written.intersection(words_of)
    bodies = {name.key for name in found if name.organisation} - surnames
    return [
        replace(name, organisation=body) if name.organisation != body else name
        for name in found
        for body in [name.key in bodies]
        if name.key in sure or name.key[0] not in written
    ]


def _is_persons(name: Name) -> bool:
    """Whether a name of several words has nothing of a place, a party or an acronym in it."""
    *given, last = name.words
    if not given or name.organisation or last.isupper():
        return False
    low = last.lower()
    whose = low in PARTY_AND_PLACE and low.endswith(_WHOSE)
    return not whose and not any(word.lower() in _GROUNDS for word in given)


def names_in_quotes(text: str, units: Sequence[Unit]) -> Iterator[Name]:
    """Yield the names of several words, or with a title, that stand within quotations."""
    for number, unit in enumerate(units):
        for at in unit.quotes:
            token = unit.stream[at]
            for match in _SPOKEN.finditer(text, token.start, token.end):
                run = tokenise(text, *match.span())
                if run[0].low in DETERMINERS:  # "The Brun camp"
                    continue
                if name := _name(
                    Unit(number, run, "U" * len(run), {}, run, texts_of(run), lows_of(run), (), {}),
                    number,
                    0,
                    len(run),
                ):
                    yield name


def _is_common(unit: Unit, first: int, end: int) -> bool:
    """Whether the capitals name nobody: `Officials` as a first word, `Ky.`, `Republicans`."""
    token = unit.stream[end - 1]
    if token.low in GROUPS:
        return True
    if end - first > 1:
        return False
    if token.low in NOT_ORGANISATIONS and token.text.isupper():
        return True
    if token.text[-1] == "." and not token.text[:-1].isupper():  # "Ky.", "Oct."
        return True
    # "Page, a salesman", "Brun's claim that"
    if first or unit.tags[1:3] == ",D" or token.low.endswith("'s"):
        return False
    return (
        token.low in PEOPLE
        or token.low in DOCUMENT
        or (unit.tags[1:2] in {"I", "W", "N"} and token.low.endswith(("s", "men")))
    )


def _apposition(unit: Unit, first: int, end: int) -> str:
    """Return what a name's bearer is called beside it: `…, the mayor,` or `the mayor, …,`."""
    tags, stream, lows = unit.tags, unit.stream, unit.lows
    at = end + 1
    if tags[end : end + 1] == ",":
        if tags[at : at + 2] == "M,":  # "Ada Brun, 53, a teacher"
            at += 2
        start = at + (tags[at : at + 1] == "D")
        stop = noun_phrase_end(tags, at)
        if tags[stop : stop + 1] == "I":
            stop = prepositional_end(tags, stop)
        if start > at or (start < stop and lows[start] in ROLES):
            words = [token.text for token in stream[start:stop]]
            if {word.lower() for word in words} & ROLES:
                return " ".join(words)
        if tags[end + 1 : end + 2] == "D":
            return ""
    if first > 2 and tags[first - 1] == "," and tags[end : end + 1] in {",", ""}:
        start = noun_phrase_start(tags, first - 2)
        if start < first - 1 and tags[start] in "DUK" and lows[first - 2] in ROLES:
            start += tags[start] == "D"
            return " ".join(token.text for token in stream[start : first - 1])
    return ""


def _is_subject(tags: str, first: int, end: int) -> bool:
    """Whether a clause starts with the name, titles and article included, and goes on with it."""
    if first > 2 and tags[first - 1] == "," and tags[end : end + 1] == ",":
        described = _DESCRIBED.search(tags[max(0, first - LONGEST) : first])
        if described and tags[end + 1 : end + 2] in {"V", "X"}:
            return True  # "Brun's mother, Ada, wept"
    floor = max(0, first - MOST_DESCRIBING)
    while first > floor and tags[first - 1] in "NM":  # "restaurant owner Ada Brun"
        first -= 1
    if first and tags[first - 1] in "DK":
        first -= 1
    opening = tags[first - 1] if first else "."
    following = tags[end : end + 1] or "."
    return opening in ".SCWTJ-:;Q," and following in ("VXvEAp" if opening == "," else "VXvEAp,(C")


def _kin(unit: Unit, before: int) -> str:
    """Return whose relation a name's bearer is, in words: `her husband` before `, Per`."""
    at = before - 1
    if at > 0 and unit.tags[at] == ",":
        at -= 1
    low = unit.lows[at] if at > 0 else ""
    return f"{unit.lows[at - 1]} {low}" if low in KIN else ""


def _is_thing(unit: Unit, first: int, end: int, run: Run) -> bool:
    """Whether an article says that a name is nobody's: `the Lund Sea`, not `the Ada Brun plan`."""
    named = len(run.words) > 1 and not run.titles
    return named and unit.lows[first - 1] == "the" and unit.tags[end : end + 1] != "N"


def _is_body(unit: Unit, first: int, end: int) -> bool:
    """Whether the text says that a name is a firm's or the like: `the firm, Norvik Tours,`."""
    tags, lows = unit.tags, unit.lows
    if tags[end : end + 2] == ",D":
        return lows[noun_phrase_end(tags, end + 1) - 1] in KINDS
    if first < 3 or tags[first - 1] != "," or lows[first - 2] not in KINDS:
        return False
    start = noun_phrase_start(tags, first - 2)
    opens = start == 0 or tags[start - 1] in "VXEC"  # "It helps the firm, Brun said"
    return tags[start] == "D" and opens and tags[end : end + 1] == ","


def _name(unit: Unit, number: int, first: int, end: int) -> Name | None:
    tags, stream, lows = unit.tags, unit.stream, unit.lows
    if tags[first] == "U" and end - first > 1 and lows[first] in _OPENERS:
        first += 1
    tokens, texts = stream[first:end], tuple(unit.texts[first:end])
    if unit.quotes:  # a nickname between its marks
        tokens = [stream[at] for at in range(first, end) if at not in unit.quotes]
        texts = tuple([token.text for token in tokens])
    run = read_run(texts)
    if run is None or _is_common(unit, first, end):
        return None
    before = first
    while before > 0 and is_role(lows[before - 1]) and tags[before - 1] in "NUG":
        before -= 1
    return Name(
        tokens[run.titles].start,
        tokens[-1].start + len(run.words[-1]),
        run.words,
        run.text,
        run.key,
        " ".join([*unit.texts[before:first], *texts[: run.titles]]),
        bare(stream[before - 1]) if before and tags[before - 1] == "K" else "",
        run.organisation or (not run.titles and _is_body(unit, first, end)),
        number,
        subject=_is_subject(tags, before, end),
        apposition=_apposition(unit, first, end),
        placed=first > 0 and (lows[first - 1] in _PLACING or _is_thing(unit, first, end, run)),
        opens=first == 0 and not run.titles and tags[1:2] != "U",
        kin=_kin(unit, first),
    )
