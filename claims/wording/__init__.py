"""
Every text that people see, in their language.

English stands in the code, where it is read best, and is the key by which the catalogue of
another language, `<language>.toml` beside this file, has it. A test reads the code and proves
each catalogue complete.

A text that counts has a table of forms there, under its English words for several:

    "{count} claims" = { one = "{count} Behauptung", other = "{count} Behauptungen" }
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, LiteralString

from claims.wording.languages import ENGLISH as ENGLISH
from claims.wording.languages import LANGUAGES as LANGUAGES

FOLDER = files(__name__)
"""Where the catalogues are."""

_language = ContextVar("language", default=ENGLISH)


def language() -> str:
    """Return the language that is spoken now, one of `LANGUAGES`."""
    return _language.get()


def known(locale: str | None) -> str:
    """Return the language of a locale such as `de` or `en-GB`; English for one without words."""
    whole = locale or ENGLISH
    return next((code for code in (whole, whole.partition("-")[0]) if code in LANGUAGES), ENGLISH)


def is_right_to_left() -> bool:
    """Whether the language that is spoken now is written from right to left."""
    return LANGUAGES[language()].right_to_left


def speak(locale: str | None) -> None:
    """Speak the language of `locale` from here on, in this task and in what it starts."""
    _language.set(known(locale))


@contextmanager
def speaking(locale: str | None) -> Iterator[None]:
    """Speak the language of `locale` within the block."""
    before = _language.set(known(locale))
    try:
        yield
    finally:
        _language.reset(before)


def phrase(text: LiteralString) -> str:
    """Return `text` as it is: words in a table of data, which `say` speaks when they are shown."""
    return text


def say(text: str, /, **values: Any) -> str:
    """
    Return `text` in the language that is spoken now, with `values` in place of its `{names}`.

    `text` is a literal, or what was marked by `phrase`. Words that the catalogue lacks are said
    in English. Values are never looked into, whatever braces they hold.
    """
    spoken = _catalogue(language()).get(text)
    words = spoken if isinstance(spoken, str) else text
    return words.format(**values) if values else words


def say_count(one: LiteralString, several: LiteralString, count: int, /, **values: Any) -> str:
    """
    Return the form of a text that `count`, 0 or more, asks for; `{count}` in it is that number.

    `one` and `several` are the English forms. The catalogue has the forms of its language under
    `several`; where it lacks them, English is said.
    """
    forms = _catalogue(language()).get(several)
    if isinstance(forms, dict):
        words = forms.get(LANGUAGES[language()].plural(count), forms["other"])
    else:
        words = one if count == 1 else several
    return words.format(count=count, **values)


def say_number(value: float, places: int = 0) -> str:
    """Return a number with its thousands and decimals parted as the language spoken now does."""
    separators = str.maketrans(",.", LANGUAGES[language()].separators)
    return f"{value:,.{places}f}".translate(separators)


def say_day(day: date) -> str:
    """Return a day with the name of its weekday and month."""
    return say(
        "{weekday}, {day} {month} {year}",
        weekday=say(WEEKDAYS[day.weekday()]),
        day=day.day,
        month=say(MONTHS[day.month - 1]),
        year=day.year,
    )


def say_inline(text: str) -> str:
    """
    Return a text that begins with a capital as it stands within a sentence or a list.

    Which first letters are small there depends on the language (German writes nouns with a
    capital), so a catalogue has this form as a text of its own, under its English words.
    """
    return say(inline(text))


def inline(text: str) -> str:
    """Return the English words under which catalogues have that form, as `phrase` would."""
    return text[:1].lower() + text[1:]


WEEKDAYS = (
    phrase("Monday"),
    phrase("Tuesday"),
    phrase("Wednesday"),
    phrase("Thursday"),
    phrase("Friday"),
    phrase("Saturday"),
    phrase("Sunday"),
)
MONTHS = (
    phrase("January"),
    phrase("February"),
    phrase("March"),
    phrase("April"),
    phrase("May"),
    phrase("June"),
    phrase("July"),
    phrase("August"),
    phrase("September"),
    phrase("October"),
    phrase("November"),
    phrase("December"),
)


@cache
def _catalogue(spoken: str) -> dict[str, str | dict[str, str]]:
    if spoken == ENGLISH:
        return {}
    return tomllib.loads((FOLDER / f"{spoken}.toml").read_text(encoding="utf-8"))
