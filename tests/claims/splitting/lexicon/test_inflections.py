"""The table of inflected verbs: whole, as it is written, and what splitting finds by it."""

import pytest

from claims.splitting.lexicon.inflections import Inflections, inflections
from tests import inflections as script
from tests.claims.splitting.lines import claims_of

FORMS = {
    "aver": "avers averring averred averred",  # doubled
    "acquit": "acquits acquitting acquitted acquitted",
    "ban": "bans banning banned banned",
    "incur": "incurs incurring incurred incurred",
    "split": "splits splitting split split",
    "fulfil": "fulfills/fulfils fulfilling fulfilled fulfilled",  # in British English too
    "cancel": "cancels canceling/cancelling canceled/cancelled canceled/cancelled",
    "focus": "focuses/focusses focusing/focussing focused/focussed focused",
    "travel": "travels traveling/travelling traveled/travelled traveled/travelled",
    "arise": "arises arising arose arisen",  # irregular
    "freeze": "freezes freezing froze frozen",
    "misspeak": "misspeaks misspeaking misspoke misspoken",
    "rethink": "rethinks rethinking rethought rethought",
    "undercut": "undercuts undercutting undercut undercut",
    "uphold": "upholds upholding upheld upheld",
    "learn": "learns learning learned/learnt learnt/learned",  # both
    "lean": "leans leaning leaned/leant leant",
    "fit": "fits fitting fitted/fit fitted",
    "be": "is being was/were been",
    "boo": "boos booing booed booed",  # an s alone behind oo
}

FINDS = [
    ("Ada Brun averred that the dam is old.",
     ["Ada Brun: the dam is old [indirect]"]),
    ("“The dam is old,” Ada Brun averred.",
     ["Ada Brun: The dam is old [direct]"]),
    ("“The dam is old,” Ada Brun quipped.",
     ["Ada Brun: The dam is old [direct]"]),
    ("“The dam is old,” Ada Brun shrugged.",
     ["Ada Brun: The dam is old [direct]"]),
    ("Ada Brun bragged that the dam is old.",
     ["Ada Brun: the dam is old [indirect]"]),
    ("Ada Brun blogged that the dam is old.",
     ["Ada Brun: the dam is old [indirect]"]),
    ("Ada Brun signalled that the dam is old.",
     ["Ada Brun: the dam is old [indirect]"]),
    ("Ada Brun dubbed the dam a ruin.",
     ["Ada Brun: dubbed the dam a ruin [indirect]"]),
    ("Ada Brun labelled the dam a ruin.",
     ["Ada Brun: labelled the dam a ruin [indirect]"]),
]  # fmt: skip
LEAVES_ALONE = [
    ("Ada Brun said the dam would be shut, beginning in May.",
     ["Ada Brun: the dam would be shut, beginning in May [indirect]"]),
    ("That forecast appeared low in May.",
     ["the publisher: That forecast appeared low in May [narration]"]),
]  # fmt: skip


@pytest.mark.parametrize("base", FORMS)
def test_knows_the_forms_of_a_verb(base: str) -> None:
    assert ["/".join(variants) for variants in inflections(base)] == FORMS[base].split()


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds_what_is_said_by_an_inflected_verb(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), LEAVES_ALONE)
def test_leaves_alone_what_is_spelt_like_a_form(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


def test_every_verb_that_the_lists_name_has_a_row() -> None:
    missing = sorted(verb for verb in script.named() if not any(inflections(verb)))
    assert not missing, "uv run python -m tests.inflections --write"


def test_the_table_is_what_the_script_writes() -> None:
    pytest.importorskip("lemminflect", reason="lemminflect, which makes the table, is missing")
    assert script.TABLE.read_text(encoding="utf-8") == script.table()


def test_a_verb_without_a_row_has_no_forms() -> None:
    assert inflections("flurble") == Inflections([], [], [], [])
