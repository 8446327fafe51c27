"""Names as people type them."""

import pytest

from claims.matching.names import parted


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("Ida Lund, mayor of Lund", ("Ida Lund", "mayor of Lund")),
        ("Ida van der Berg,  a nurse", ("Ida van der Berg", "a nurse")),
    ],
)
def test_a_role_behind_the_comma_is_no_part_of_the_name(typed: str, parts: tuple[str, str]) -> None:
    assert parted(typed) == parts


@pytest.mark.parametrize(
    "typed",
    [
        "Ida Lund",
        "Lund, Ida",
        "Martin Luther King, Jr.",
        "Ida Lund, MP",
        "Smith, Brown and Partners",
        "a nurse, aged 40",
        "Harbour Authority, Lund office",
        "Ida Lund,",
        ", mayor",
    ],
)
def test_a_comma_that_is_part_of_a_name_stays(typed: str) -> None:
    assert parted(typed) is None
