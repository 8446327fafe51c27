"""A claim's words can be read without the article, and say what its source said."""

import pytest

from claims.models import Article, Kind
from claims.splitting import split

COMPLETED = [
    ("Ada Brun said she sold the dam in 2019.", "she [Ada Brun] sold the dam in 2019"),
    ("The Sund Bank said it had lost nine million.", "it [Sund Bank] had lost nine million"),
    ("The Sund Bank said it was closing its doors.", "it [Sund Bank] was closing its doors"),
    # A denial, whose content alone says what its source did not say.
    ("Ada Brun denied that the firm paid her.", "denied that the firm paid her"),
    ("Ada Brun denied the firm had paid her.", "denied that the firm had paid her"),
    ("The town denies that the dam leaks.", "denies that the dam leaks"),
    ("The town rejected that the dam leaks.", "rejected that the dam leaks"),
    ("Ada Brun denied hiding the figures.", "denied hiding the figures"),
]
LEFT_ALONE = [
    ("The Sund Bank said it is expected to rain in May.", "it is expected to rain in May"),
    ("The Sund Bank said it would be wrong to sell.", "it would be wrong to sell"),
    ("The Sund Bank said it seems the dam leaks.", "it seems the dam leaks"),
    ("Ada Brun said they had sold the dam.", "they had sold the dam"),
    ("Ada Brun admitted that the firm paid her.", "the firm paid her"),
    ("Ada Brun said the firm denied that it paid.", "denied that it paid"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words"), COMPLETED + LEFT_ALONE)
def test_reads_alone(text: str, words: str) -> None:
    *_, claim = (c for c in split(Article(text=text)) if c.kind is not Kind.NARRATION)
    assert claim.text == words


def test_a_denial_keeps_the_span_of_what_is_denied() -> None:
    text = "Ada Brun denied that the firm paid her."
    (claim,) = split(Article(text=text))
    assert [span.of(text) for span in claim.content] == ["the firm paid her"]
