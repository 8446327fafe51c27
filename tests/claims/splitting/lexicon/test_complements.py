"""What verbs take: by name, and once."""

import pytest

from claims.splitting.lexicon.complements import NOTHING, Complements, complements
from claims.splitting.lexicon.cues import VERBS


def test_no_verb_stands_twice_in_a_row_of_the_table() -> None:
    rows = {names: verbs.split() for names, verbs in VERBS.items()}
    assert {names: row for names, row in rows.items() if len(row) != len(set(row))} == {}


def test_no_verb_is_given_a_complement_twice() -> None:
    given: dict[str, list[str]] = {}
    for names, verbs in VERBS.items():
        for verb in verbs.split():
            given.setdefault(verb, []).extend(names.split())
    assert {verb: names for verb, names in given.items() if len(names) != len(set(names))} == {}


def test_complements_are_given_by_name() -> None:
    assert complements("clause  addressee") == Complements(clause=True, addressee=True)


def test_a_name_that_is_none_of_a_complement_is_refused() -> None:
    with pytest.raises(TypeError, match="claus"):
        complements("claus")


@pytest.mark.parametrize("name", Complements._fields)
def test_whatever_it_takes_a_verb_takes_something(name: str) -> None:
    assert complements(name)
    assert not NOTHING


@pytest.mark.parametrize(
    ("names", "speech", "things", "only_quotation"),
    [
        ("clause", True, False, False),
        ("quotation", True, False, True),
        ("clause quotation", True, False, False),
        ("infinitive quotation", True, False, False),
        ("noun_phrase", False, True, False),
        ("object", False, True, False),
        ("addressee infinitive participle question", False, False, False),
    ],
)
def test_what_is_asked_together(
    names: str, speech: bool, things: bool, only_quotation: bool
) -> None:
    takes = complements(names)
    assert (takes.speech, takes.things, takes.only_quotation) == (speech, things, only_quotation)
