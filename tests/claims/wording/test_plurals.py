"""Which form a count takes, in each language that Discord has, and in Arabic and Hebrew."""

import pytest

from claims.wording import plurals

RULES = {
    plurals.alike: {"other": "0 1 2 100"},
    plurals.one_or_other: {"one": "1", "other": "0 2 11 21 101"},
    plurals.up_to_one_or_other: {"one": "0 1", "other": "2 11 101"},
    plurals.one_or_millions: {"one": "1", "many": "1000000 2000000", "other": "0 2 1000001"},
    plurals.up_to_one_or_millions: {"one": "0 1", "many": "1000000", "other": "2 11 1000001"},
    plurals.polish: {
        "one": "1",
        "few": "2 3 4 22 24 102 104",
        "many": "0 5 11 12 13 14 20 21 31 101 111 112 114 1000000",
    },
    plurals.russian: {
        "one": "1 21 31 101 1001",
        "few": "2 4 22 24 102 104",
        "many": "0 5 10 11 12 14 19 20 25 111 112 114 1000",
    },
    plurals.croatian: {"one": "1 21 101", "few": "2 4 22", "other": "0 5 11 12 14 20 111 112"},
    plurals.lithuanian: {
        "one": "1 21 101",
        "few": "2 9 22 29 102",
        "other": "0 10 11 12 19 20 111 1000",
    },
    plurals.czech: {"one": "1", "few": "2 3 4", "other": "0 5 11 21 22 102"},
    plurals.romanian: {"one": "1", "few": "0 2 19 101 119 1001", "other": "20 21 100 120 1000"},
    plurals.hebrew: {"one": "1", "two": "2", "other": "0 3 10 20 21 22 102"},
    plurals.arabic: {
        "zero": "0",
        "one": "1",
        "two": "2",
        "few": "3 10 103 110 1003",
        "many": "11 26 99 111 199 1011",
        "other": "100 101 102 200 202 1000",
    },
}
"""Each rule's forms, and counts that take them, those beside each border among them."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_a_count_takes_the_form_of_its_language(rule: plurals.Plural) -> None:
    for form, counts in RULES[rule].items():
        assert {count: rule(int(count)) for count in counts.split()} == dict.fromkeys(
            counts.split(), form
        )


def test_every_rule_is_tried() -> None:
    public = {
        value
        for name, value in vars(plurals).items()
        if not name.startswith("_") and getattr(value, "__module__", "") == plurals.__name__
    }
    assert public == set(RULES)
