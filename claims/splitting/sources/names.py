"""
Names in a text: where each stands, whose it is, and what the text says its bearer is.

A name is a run of capitalised words. Sex is known only from evidence in the text: a title, a
role word, or a pronoun that can mean nobody else.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from claims.splitting.lexicon.places import PLACES
from claims.splitting.lexicon.titles import PARTY_AND_PLACE
from claims.splitting.lexicon.words import DETERMINERS, words
from claims.splitting.sources.beside_names import (
    apposition,
    is_body,
    is_common,
    is_subject,
    is_thing,
    kin,
)
from claims.splitting.sources.runs import bare, is_role, read_run, runs
from claims.splitting.syntax.tokens import lows_of, texts_of, tokenise
from claims.splitting.syntax.units import Unit
from claims.splitting.syntax.word_classes import GERUND, NAME, NOUNS, POSSESSOR

_PLACING = words("in at near into throughout across outside")
_CALLS = NOUNS | {GERUND}  # what a role before a name is taken for: "acting", "mayor"
# Words that start a sentence and get a capital by it, but are in no closed class.
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
                    Unit(
                        number, run, NAME * len(run), {}, run, texts_of(run), lows_of(run), (), {}
                    ),
                    number,
                    0,
                    len(run),
                ):
                    yield name


def _name(unit: Unit, number: int, first: int, end: int) -> Name | None:
    tags, stream, lows = unit.tags, unit.stream, unit.lows
    if tags[first] == NAME and end - first > 1 and lows[first] in _OPENERS:
        first += 1
    tokens, texts = stream[first:end], tuple(unit.texts[first:end])
    if unit.quotes:  # a nickname between its marks
        tokens = [stream[at] for at in range(first, end) if at not in unit.quotes]
        texts = tuple([token.text for token in tokens])
    run = read_run(texts)
    if run is None or is_common(unit, first, end):
        return None
    before = first
    while before > 0 and is_role(lows[before - 1]) and tags[before - 1] in _CALLS:
        before -= 1
    return Name(
        tokens[run.titles].start,
        tokens[-1].start + len(run.words[-1]),
        run.words,
        run.text,
        run.key,
        " ".join([*unit.texts[before:first], *texts[: run.titles]]),
        bare(stream[before - 1]) if before and tags[before - 1] == POSSESSOR else "",
        run.organisation or (not run.titles and is_body(unit, first, end)),
        number,
        subject=is_subject(tags, before, end),
        apposition=apposition(unit, first, end),
        placed=first > 0 and (lows[first - 1] in _PLACING or is_thing(unit, first, end, run)),
        opens=first == 0 and not run.titles and tags[1:2] != NAME,
        kin=kin(unit, first),
    )
