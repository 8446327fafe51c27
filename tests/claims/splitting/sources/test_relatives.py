"""Whom `who`, `which` or `that` stands for."""

import pytest

from tests.claims.splitting.lines import claims_of

RELATIVES = [
    ("Ada Brun met with several clerks in recent days, who said the dam was empty.",
     ["several clerks: the dam was empty [indirect]"]),
    ("She had a letter from her doctor Friday that says the dam was empty.",
     ["her doctor: the dam was empty [indirect]"]),
    ("Ada Brun, who said the dam was empty, left.", ["Ada Brun: the dam was empty [indirect]"]),
    ("It was a boy who said the dam was empty.", ["boy: the dam was empty [indirect]"]),
    ("It rained on residents of Lund who said the dam was empty.",
     ["residents of Lund: the dam was empty [indirect]"]),
]  # fmt: skip
NOT_YET = [
    # Who is asked is not asserted, and the rain is nobody.
    ("Lund asked a panel of engineers, which said it rained.", ["engineers: it rained [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), RELATIVES)
def test_a_relative_pronoun_means_the_noun_phrase_before_it(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.xfail(reason="the comments say what is found instead", raises=AssertionError)
@pytest.mark.parametrize(("text", "claims"), NOT_YET)
def test_is_not_read_right_yet(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
