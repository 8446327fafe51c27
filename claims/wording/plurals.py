"""
Which form of a text a count takes, language by language. Pure.

The rules are those of Unicode's CLDR for cardinal numbers, as far as they concern whole ones; the
forms have its names. https://unicode.org/reports/tr35/tr35-numbers.html#Language_Plural_Rules
"""

from collections.abc import Callable

Plural = Callable[[int], str]
"""Takes a count, 0 or more, to one of zero, one, two, few, many, other."""


def alike(_count: int) -> str:
    """Japanese, Chinese, Korean, Thai, Indonesian: no count changes a text."""
    return "other"


def one_or_other(count: int) -> str:
    """English, German and most other languages of Europe."""
    return "one" if count == 1 else "other"


def up_to_one_or_other(count: int) -> str:
    """Hindi, Persian and Vietnamese: none is like one."""
    return "one" if count in (0, 1) else "other"


def one_or_millions(count: int) -> str:
    """Spanish and Italian: whole millions have a form of their own, as in “un millón de”."""
    return "many" if _is_millions(count) else one_or_other(count)


def up_to_one_or_millions(count: int) -> str:
    """French and Portuguese: as Spanish, and none is like one."""
    return "many" if _is_millions(count) else up_to_one_or_other(count)


def polish(count: int) -> str:
    """1; those that end on 2 to 4 but for 12 to 14; the rest."""
    if count == 1:
        return "one"
    return "few" if _ends(count, 2, 4) else "many"


def russian(count: int) -> str:
    """Russian and Ukrainian: as Polish, but what ends on 1, 11 excepted, is like 1."""
    if _ends(count, 1, 1):
        return "one"
    return "few" if _ends(count, 2, 4) else "many"


def croatian(count: int) -> str:
    """As Russian, with another name for the last form."""
    return {"many": "other"}.get(form := russian(count), form)


def lithuanian(count: int) -> str:
    """What ends on 1, on 2 to 9, and on 0; 11 to 19 are like 10."""
    if count % 10 == 0 or 11 <= count % 100 <= 19:
        return "other"
    return "one" if count % 10 == 1 else "few"


def czech(count: int) -> str:
    """1; 2 to 4; the rest."""
    return "few" if 2 <= count <= 4 else one_or_other(count)


def romanian(count: int) -> str:
    """1; none, and what ends on 01 to 19; the rest."""
    if count == 1:
        return "one"
    return "few" if count == 0 or 1 <= count % 100 <= 19 else "other"


def hebrew(count: int) -> str:
    """1; 2; the rest."""
    return "two" if count == 2 else one_or_other(count)


def arabic(count: int) -> str:
    """0; 1; 2; what ends on 03 to 10; on 11 to 99; the rest."""
    if count < 3:
        return ("zero", "one", "two")[count]
    if 3 <= count % 100 <= 10:
        return "few"
    return "many" if count % 100 >= 11 else "other"


def _ends(count: int, first: int, last: int) -> bool:
    """Whether a count ends on one of these digits, and not on the same with a 1 before it."""
    return first <= count % 10 <= last and not 10 + first <= count % 100 <= 10 + last


def _is_millions(count: int) -> bool:
    return count != 0 and count % 1_000_000 == 0
