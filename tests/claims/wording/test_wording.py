"""Texts in the language of who reads them; the catalogue of each language is complete."""

import ast
import string
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from claims import wording
from claims.rules import terms, workflow
from claims.rules.ratings import RATINGS, STAGES
from claims.wording import (
    LANGUAGES,
    known,
    say,
    say_count,
    say_day,
    say_inline,
    say_number,
    speaking,
)
from tests.test_said import FILES, PATHS, SAID

ROOT = Path(__file__).parents[3]
OTHERS = [language for language in wording.LANGUAGES if language != wording.ENGLISH]
ALWAYS = {"say", "phrase", "say_count"}
"""What is called for a text to be said, also in files that are not judged."""

COUNTS = "say_count"
"""It has two texts in English, and the catalogue has its forms under the second."""


def marked_texts() -> Iterator[str]:
    """Yield every text in the code that is said or marked to be said."""
    for name, path in PATHS.items():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                taker = node.func.id
                if taker in ALWAYS or name in FILES:
                    texts = node.args[: SAID.get(taker, 0)]
                    for text in texts[1:] if taker == COUNTS else texts:
                        if isinstance(text, ast.Constant) and isinstance(text.value, str):
                            yield text.value


USED_INLINE = {
    text[:1].lower() + text[1:]
    for text in (
        *(row.words for row in STAGES.values()),
        *(row.words for row in RATINGS.values()),
        *terms.STANCE_WORDS.values(),
        *(move.label for move in workflow.MOVES.values()),
    )
}
"""What `say_inline` asks of a catalogue for the words of badges and moves."""


def counted_texts() -> dict[str, str]:
    """Every text in the code that counts: its English words for several, and for one."""
    found: dict[str, str] = {}
    for path in PATHS.values():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == COUNTS:
                one, several = (ast.literal_eval(text) for text in node.args[:2])
                assert found.setdefault(several, one) == one, several
    return found


COUNTED = counted_texts()


def entries(language: str) -> dict[str, str | dict[str, str]]:
    """What the catalogue of a language has."""
    return tomllib.loads((wording.FOLDER / f"{language}.toml").read_text(encoding="utf-8"))


def forms(entry: str | dict[str, str]) -> list[str]:
    """The texts of an entry: one, or the forms for counts."""
    return [entry] if isinstance(entry, str) else list(entry.values())


def catalogue(language: str) -> dict[str, str]:
    """What the catalogue of a language has under each English text, all forms of a count in one."""
    return {english: " ".join(forms(entry)) for english, entry in entries(language).items()}


def names(text: str) -> set[str]:
    """The names of the values that a text has places for."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def missing(language: str) -> list[str]:
    """The English texts without words in a language."""
    return sorted((set(marked_texts()) | USED_INLINE) - entries(language).keys())


def forms_of(language: str) -> set[str]:
    """The names of the forms that a language's counts take."""
    plural = LANGUAGES[language].plural
    return {plural(count) for count in (*range(200), 1_000_000)}


def faults(language: str) -> list[str]:
    """The English texts whose translation has not the forms, or the values, that it needs."""
    wanted = dict.fromkeys(COUNTED, forms_of(language) | {"other"})
    return [
        english
        for english, entry in entries(language).items()
        if (set(entry) if isinstance(entry, dict) else None) != wanted.get(english)
        or any(names(text) | {"count"} != names(english) | {"count"} for text in forms(entry))
        or (isinstance(entry, str) and names(entry) != names(english))
    ]


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_has_words_in_every_language(language: str) -> None:
    assert missing(language) == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_a_place_for_each_value_and_a_form_for_each_count(language: str) -> None:
    assert faults(language) == []


def test_what_is_not_translated_is_said_in_english() -> None:
    with speaking("de"):
        assert say("No such text: {it}", it="{braces}") == "No such text: {braces}"


def test_the_language_holds_within_its_block_only() -> None:
    with speaking("de-AT"):
        assert wording.language() == "de"
    assert wording.language() == "en"


@pytest.mark.parametrize(
    ("locale", "language"), [("de", "de"), ("en-GB", "en"), ("xx", "en"), (None, "en"), ("", "en")]
)
def test_a_locale_without_a_catalogue_is_spoken_to_in_english(locale: str, language: str) -> None:
    assert known(locale) == language


def test_a_count_chooses_between_one_and_several() -> None:
    assert say_count("{count} thing", "{count} things", 1) == "1 thing"
    assert say_count("{count} thing", "{count} things", 0) == "0 things"


@pytest.mark.parametrize(
    ("value", "places", "english", "german"),
    [
        (0.714, 2, "0.71", "0,71"),
        (200_000, 0, "200,000", "200.000"),
        (-1234.5, 1, "-1,234.5", "-1.234,5"),
    ],
)
def test_a_number_has_the_separators_of_its_language(
    value: float, places: int, english: str, german: str
) -> None:
    assert say_number(value, places) == english
    with speaking("de"):
        assert say_number(value, places) == german


def test_a_day_has_the_names_and_the_order_of_its_language() -> None:
    day = date(2026, 3, 1)
    assert say_day(day) == "Sunday, 1 March 2026"
    with speaking("de"):
        assert say_day(day) == "Sonntag, 1. März 2026"


def test_words_in_a_sentence_begin_small_where_the_language_has_it_so() -> None:
    assert say_inline("Context") == "context"
    with speaking("de"):
        assert say_inline("Context") == "Kontext"
        assert say_inline("Disputed") == "angefochten"
