"""How people are told what the guard found."""

import pytest

from claims.matching import differences, guard
from claims.wording import speaking
from tests.claims.matching.test_similarity import DIFFERENT


def told(one: str, other: str) -> str:
    """What is told of a text beside claim #3."""
    found = guard.differences(one, other)
    return differences.told(found, here="the text", there="#3")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Rents fell by 77%", "Rents fell by 3%", "the text says “77”, #3 says “3”"),
        ("It is flat", "It is not flat", "only #3 says “not flat”"),
        ("It is not flat", "It is flat", "only the text says “not flat”"),
        (
            "Rents in Harlow rose by 7%",
            "Rents in Lund did not fall by 8%",
            "the text says “7, Harlow, rose”, #3 says “not fall, 8, Lund, fall”",
        ),
        # What is only left out is told together, and not beside what contradicts.
        ("Trade fell", "Trade fell in 31 of 40 years", "only #3 says “31, 40, years”"),
        ("Trade fell by 9%", "Trade fell by 8% in ten years", "the text says “9”, #3 says “8, 10”"),
        ("Trade fell by 9%", "Trade in Harlow fell by 8%", "the text says “9”, #3 says “8”"),
        (
            "It costs 40 million",
            "It costs 31 million",
            "the text says “40,000,000”, #3 says “31,000,000”",
        ),
        ("Rents fell by 9%", "Rents fell to 9%", "the text says “by 9”, #3 says “to 9”"),
        ("Almost 300 came", "300 came", "the text says “almost 300”, #3 says “300”"),
        ("Section 5", "Section 5a", "only #3 says “5a”"),
        ("Lund stole it", "Lund reportedly stole it", "only #3 says “reportedly”"),
        (
            "The mayor sued the port",
            "The port sued the mayor",
            "the text says “mayor sued the port”, #3 says “port sued the mayor”",
        ),
        ("Norvik sued Sundby", "Sundby sued Norvik", "the text says “Norvik, Sundby”, #3 says"),
    ],
)
def test_each_side_is_told_by_name(one: str, other: str, expected: str) -> None:
    assert expected in told(one, other)


def test_it_is_told_in_the_language_spoken_with_the_words_as_they_are() -> None:
    with speaking("de"):
        assert told("It is flat", "It is not flat") == "nur #3 sagt „not flat“"
        expected = "the text sagt „by 9“, #3 sagt „to 9“"
        assert told("Rents fell by 9%", "Rents fell to 9%") == expected


@pytest.mark.parametrize(("one", "other", "_what"), DIFFERENT)
def test_every_difference_is_told_without_empty_sides(one: str, other: str, _what: str) -> None:
    for words in (told(one, other), told(other, one)):
        assert "“”" not in words
        assert guard.NOTHING not in words
