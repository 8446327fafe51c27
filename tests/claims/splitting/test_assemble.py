"""A claim's words can be read without the article, and say what its source said."""

import pytest

from claims.models import Article
from claims.splitting import split
from tests.claims.splitting.lines import claims_of

COMPLETED = [
    ("Ada Brun said she sold the dam in 2019.",
     ["Ada Brun: she [Ada Brun] sold the dam in 2019 [indirect]"]),
    ("The Sund Bank said it had lost nine million.",
     ["Sund Bank: it [Sund Bank] had lost nine million [indirect]"]),
    ("The Sund Bank said it was closing its doors.",
     ["Sund Bank: it [Sund Bank] was closing its doors [indirect]"]),
    # A denial, whose content alone says what its source did not say.
    ("Ada Brun denied that the firm paid her.",
     ["Ada Brun: denied that the firm paid her [indirect]"]),
    ("Ada Brun denied the firm had paid her.",
     ["Ada Brun: denied that the firm had paid her [indirect]"]),
    ("The town denies that the dam leaks.", ["town: denies that the dam leaks [indirect]"]),
    ("The town rejected that the dam leaks.", ["town: rejected that the dam leaks [indirect]"]),
    ("Ada Brun denied hiding the figures.", ["Ada Brun: denied hiding the figures [indirect]"]),
]  # fmt: skip
LEFT_ALONE = [
    ("The Sund Bank said it is expected to rain in May.",
     ["Sund Bank: it is expected to rain in May [indirect]"]),
    ("The Sund Bank said it would be wrong to sell.",
     ["Sund Bank: it would be wrong to sell [indirect]"]),
    ("The Sund Bank said it seems the dam leaks.",
     ["Sund Bank: it seems the dam leaks [indirect]"]),
    ("Ada Brun said they had sold the dam.", ["Ada Brun: they had sold the dam [indirect]"]),
    ("Ada Brun admitted that the firm paid her.", ["Ada Brun: the firm paid her [indirect]"]),
    ("Ada Brun said the firm denied that it paid.",
     ["firm (via Ada Brun): denied that it paid [indirect]"]),
]  # fmt: skip
NOT_YET = [
    # The rain is nobody.
    ("The Sund Bank said it rained.", ["Sund Bank: it rained [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), COMPLETED)
def test_completes_what_reads_wrongly_alone(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), LEFT_ALONE)
def test_leaves_alone_what_reads_alone(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.xfail(reason="the comments say what is found instead", raises=AssertionError)
@pytest.mark.parametrize(("text", "claims"), NOT_YET)
def test_is_not_read_right_yet(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


def test_a_denial_keeps_the_span_of_what_is_denied() -> None:
    text = "Ada Brun denied that the firm paid her."
    (claim,) = split(Article(text=text))
    assert [span.of(text) for span in claim.content] == ["the firm paid her"]
