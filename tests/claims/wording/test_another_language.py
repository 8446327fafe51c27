"""
A language is added by one catalogue and one row: a made-up one, from right to left, with 3 plurals.

Its words are the English ones in Hebrew letters, which nobody reads, with the values in them.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from bot.messages import canvas, chart
from bot.messages.cards import shared_card
from bot.messages.digest_lines import counted, line
from bot.messages.harmless import harmless
from bot.messages.parts import source_name
from claims import wording
from claims.digests.compose import NEWS
from claims.digests.records import Change, Section
from claims.models import UNKNOWN, Source, SourceType
from claims.wording import say, say_count, say_number, speaking
from claims.wording.languages import LANGUAGES, Language
from claims.wording.plurals import polish
from tests.bot.test_digest_limits import texts
from tests.bot.test_limits import STANDING, claim, worst_card
from tests.claims.wording.test_wording import COUNTED, USED_INLINE, faults, marked_texts, missing

CODE = "qaa"
"""A code that ISO 639 leaves to whoever makes a language up."""

HEBREW = str.maketrans("abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתךםןף")


def translated(english: str) -> str:
    """English words in Hebrew letters; the values keep their names."""
    return "".join(
        words.lower().translate(HEBREW) + (f"{{{name}}}" if name else "")
        for words, name, _, _ in Formatter().parse(english)
    )


def written(texts: set[str]) -> str:
    """The file of a catalogue with these texts."""
    lines = []
    for english in sorted(texts):
        words = json.dumps(translated(english), ensure_ascii=False)
        if english in COUNTED:
            forms = [f'{form} = {words[:-1]} {form}"' for form in ("one", "few", "many", "other")]
            words = f"{{ {', '.join(forms)} }}"
        lines.append(f"{json.dumps(english, ensure_ascii=False)} = {words}\n")
    return "".join(lines)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where the catalogue of the new language is; it has its row."""
    monkeypatch.setattr(wording, "FOLDER", tmp_path)
    monkeypatch.setitem(LANGUAGES, CODE, Language(polish, "’,", right_to_left=True))
    (tmp_path / f"{CODE}.toml").write_text(
        written(set(marked_texts()) | USED_INLINE), encoding="utf-8"
    )
    wording._catalogue.cache_clear()
    yield tmp_path
    wording._catalogue.cache_clear()


def test_a_whole_catalogue_has_no_faults(folder: Path) -> None:
    assert missing(CODE) == []
    assert faults(CODE) == []


def test_what_a_catalogue_lacks_is_told(folder: Path) -> None:
    file = folder / f"{CODE}.toml"
    whole = file.read_text(encoding="utf-8").splitlines()
    for at, rest in (("Verified", []), ("{count} claims", ['"{count} claims" = "{count}"'])):
        kept = [line for line in whole if not line.startswith(f'"{at}" = ')]
        assert len(kept) == len(whole) - 1
        file.write_text("\n".join(kept + rest), encoding="utf-8")
        assert missing(CODE) == ([] if rest else [at])
        assert faults(CODE) == ([at] if rest else [])


def test_a_form_that_a_count_needs_is_asked_for(folder: Path) -> None:
    file = folder / f"{CODE}.toml"
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole.replace("few = ", "fev = ", 1), encoding="utf-8")
    assert len(faults(CODE)) == 1


def test_it_is_spoken_and_what_it_lacks_is_said_in_english(folder: Path) -> None:
    with speaking(f"{CODE}-Hebr"):
        assert wording.language() == CODE
        assert say("Verified") == translated("Verified") == "תהצטוטהד"
        assert say("reported by {source}", source="Ada") == f"{translated('reported by ')}Ada"
        assert say("A text that nobody has translated") == "A text that nobody has translated"
        assert say_number(1234567.5, 1) == "1’234’567,5"


@pytest.mark.parametrize(
    ("count", "form"), [(1, "one"), (2, "few"), (5, "many"), (12, "many"), (22, "few"), (0, "many")]
)
def test_a_count_takes_one_of_three_forms(folder: Path, count: int, form: str) -> None:
    with speaking(CODE):
        assert say_count("{count} claim", "{count} claims", count) == f"{count} גלאטמק {form}"
        assert counted(Section.CORRECTION, count).endswith(f" {form}")


def test_names_of_the_other_direction_are_isolated_in_it(folder: Path) -> None:
    """Nor does a Hebrew name move anything in English."""
    with speaking(CODE):
        assert source_name("Ada Lovett", 50) == "\u2068Ada Lovett\u2069"
        assert source_name("עדה", 50) == "עדה"
        assert source_name(UNKNOWN, 50) == translated(UNKNOWN)
        assert harmless("412, 10.5", 50) == "412, 10.5"
    assert source_name("Ada Lovett", 50) == "Ada Lovett"
    assert source_name("עדה", 50) == "\u2068עדה\u2069"


@pytest.mark.parametrize("section", Section)
def test_a_digest_in_it_isolates_all_that_is_english(folder: Path, section: Section) -> None:
    rated = STANDING.model_copy(update={"reason": "It says so"})
    ada = Source(name="Ada Lovett", type=SourceType.PERSON, role="mayor")
    told = claim(7)._replace(text="Rents fell", source=ada, standing=rated)
    change = Change(claim=told, before=rated, reason="It says so", article="Rents")
    with speaking(CODE):
        said = line(section, change)
    assert "\u2068Rents fell\u2069" in said
    assert "\u2068Ada Lovett\u2069" in said
    if section in NEWS:
        outside = re.sub("\u2068[^\u2068\u2069]*\u2069", "", said)
        assert re.findall(r"[A-Za-z]+", outside) == []


def test_a_card_in_it_isolates_all_that_is_english_within_a_line(folder: Path) -> None:
    card = worst_card()
    named = card.claim._replace(
        source=Source(name="Ada Lovett", type=SourceType.PERSON, role="mayor")
    )
    with speaking(CODE):
        shown = texts(shared_card(card._replace(claim=named)))
        by = say("claimed by {source}", source="**\u2068Ada Lovett\u2069**, \u2068mayor\u2069")
    assert translated("claimed by ") in by
    assert by in shown


def test_a_chart_is_drawn_in_it(folder: Path) -> None:
    """As it is: in Hebrew where that can be set, in English elsewhere."""
    english = chart.by_kind({})
    with speaking(CODE):
        assert chart.by_kind({}).startswith(b"\x89PNG")
        assert (chart.by_kind({}) == english) is not canvas._is_legible("א")
