"""Hostile texts: a part that is repeated or nested, between an ordinary beginning and an end."""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from random import Random
from typing import NamedTuple

from claims.splitting import lexicon
from tests.bench.test_splitting import TEXT

NAME = "{name}"
"""Stands in a part for an invented name, another one each time."""

LONG = "{long}"
"""Stands in a beginning for one word that is as long as all that is repeated behind it."""

ORDINARY = f"{TEXT.strip()}\n\n"
"""Enough ordinary English before each shape that its language is not what it is refused for."""

JOINS = (
    *(" ", " ", " ", ", ", ", ", ". ", "; ", ": ", " - ", " – ", " — ", "-", "/", "… ", "? ", "! "),
    *(" “", "” ", " ‘", "’ ", ' "', '" ', " '", "' ", " ``", "'' ", "’s ", "' "),
    *(" (", ") ", " [", "] "),
    *(
        "\n",
        "\n\n",
        "\n- ",
        "\n* ",
        "\n1. ",
        "\n> ",
        "\nBy ",
        "\n(",
        "\n“",
        ".”\n\n“",
        "\r\n",
        "\u2028",
    ),
    *(
        " and ",
        ", and ",
        " that ",
        " of ",
        " to ",
        " who ",
        " the ",
        " a ",
        " not ",
        " in ",
        " as ",
    ),
    *(
        f" {NAME} ",
        f" {NAME}, ",
        f". {NAME} ",
        f" “{NAME} ",
        f"\n{NAME} ",
        " he ",
        ". She ",
        " it ",
    ),
    *(
        " 3 ",
        " 12 ",
        " 2019 ",
        " $5 ",
        " 40% ",
        "\t",
        "  ",
        "\u00a0",
        "\u00ad",
        "\x0b",
        " @x ",
        " #x ",
    ),
)
STARTS = ("", "", "", "According to ", "“", "(", "Dal said ", "The mayor ", "Although ", "– ", "‘")
ENDS = (
    *(
        "",
        "",
        ".",
        " Holt, it is so.",
        " said Holt.",
        "” Holt said.",
        ", Holt said that it is late.",
    ),
    *(" is late.", ") said that.", " and Dal left.", ": “It is so.”", " – Ada Holt", "’ she said."),
)


class Shape(NamedTuple):
    """A part repeated between two ends; a nested one is closed as often as it is opened."""

    start: str
    part: str
    end: str
    closing: str = ""

    def text(self, size: int) -> str:
        """Return the shape with `size` characters in its middle, an ordinary text before it."""
        times = max(1, size // len(self.part + self.closing))
        named = self.part.split(NAME)
        if len(named) == 1:
            middle = self.part * times
        else:
            middle = "".join(invented(number).join(named) for number in range(times))
        start = self.start.replace(LONG, "Q" + "a" * size)
        return f"{ORDINARY}{start}{middle}{self.end}{self.closing * times}"


KNOWN = (
    # What was found to grow faster than its text, and is mended.
    Shape("", "According to ", " Holt, it is so."),
    Shape("", "reportedly ", ""),
    Shape("", "as Dal said ", ""),
    Shape(f"Ada {LONG} said that it is so. ", "He said it is so. ", ""),
    Shape(f"A {LONG} report said that it is so. ", "The report said it is so. ", ""),
    # And what was looked for and not found.
    Shape("", "a.\n", ""),
    Shape("", "{name}\n\n", ""),
    Shape("", "It fell (", "", ")"),
    Shape("He ", "closed and opened a dock ", "and left."),
    Shape("", f"{NAME} left. He said so. She said so. They said so. ", ""),
    Shape("", f"Mayor {NAME} left. The mayor said so. ", ""),
)


def invented(number: int) -> str:
    """Return a name of two words; the surname is another one for each number."""
    letters = "abdefgiklmnoprstuv"
    surname = ""
    while number or len(surname) < 3:
        number, letter = divmod(number, len(letters))
        surname += letters[letter]
    return f"Ada {surname.capitalize()}"


def kinds() -> list[list[str]]:
    """Return the words of the splitter's lists, those together that stand in the same lists."""
    lists: dict[str, set[str]] = {}
    for module in pkgutil.iter_modules(lexicon.__path__):
        known = importlib.import_module(f"{lexicon.__name__}.{module.name}")
        for name, held in vars(known).items():
            if isinstance(held, frozenset | set | dict):
                for word in _words(held):
                    lists.setdefault(word, set()).add(name)
    alike: dict[tuple[str, ...], list[str]] = {}
    for word in sorted(lists):
        alike.setdefault(tuple(sorted(lists[word])), []).append(word)
    return list(alike.values())


def _words(held: Iterable[object]) -> Iterator[str]:
    for word in held:
        if isinstance(word, str):
            yield word
        elif isinstance(word, tuple):
            yield from _words(word)


def shapes(random: Random, pairs: int) -> Iterator[Shape]:
    """Yield a shape for a word of each kind alone, then as many as asked for of two words."""
    known = kinds()
    for kind in known:
        yield _shape(random, [_spelled(random, random.choice(kind))])
    for _ in range(pairs):
        yield _shape(random, [_spelled(random, random.choice(random.choice(known))) for _ in "12"])


def _spelled(random: Random, word: str) -> str:
    return word.capitalize() if random.random() < 0.3 else word


def _shape(random: Random, words: Iterable[str]) -> Shape:
    part = "".join(word + random.choice(JOINS) for word in words)
    return Shape(random.choice(STARTS), part, random.choice(ENDS))
