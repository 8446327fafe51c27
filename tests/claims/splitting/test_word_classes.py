"""Classes of words: their names, and patterns that are written in them."""

import pytest

from claims.splitting.syntax.word_classes import COMMA, DASH, NAMES, NOUN, STOP, named, pattern


def test_each_class_has_a_character_of_its_own() -> None:
    assert len(set(NAMES.values())) == len(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_pattern_takes_each_class_as_it_is(name: str) -> None:
    others = "".join(value for value in NAMES.values() if value != NAMES[name])
    assert pattern(name).fullmatch(NAMES[name])
    assert not pattern(name).search(others)
    assert not pattern(f"[{name}]").search(others)


def test_a_pattern_is_a_regular_expression_of_names() -> None:
    lists = pattern("COMMA [NAME NOUN]{1,2} (?= FINITE | AUXILIARY)")
    found = lists.search(NOUN + COMMA + NOUN + NAMES["NAME"] + NAMES["AUXILIARY"])
    assert found
    assert found.span() == (1, 4)
    assert not lists.search(NOUN + COMMA + NOUN + STOP)


def test_a_pattern_may_have_comments() -> None:
    lists = pattern(
        """
        COMMA   # "A mayor, [NOUN"
        NOUN    # (the others follow
        """
    )
    assert lists.fullmatch(COMMA + NOUN)
    assert lists.pattern == COMMA + NOUN


def test_a_pattern_with_a_class_that_is_none_says_so_at_once() -> None:
    with pytest.raises(KeyError, match="NOUNS"):
        pattern("NOUNS COMMA")


def test_tags_can_be_read() -> None:
    assert named(NOUN + DASH) == ["NOUN", "DASH"]
