"""What of an article no claim rests on is counted, each under one reason."""

import pytest

from claims.models import Article
from claims.splitting import split, split_fully

BODY = "Ada Brun sold the dam in May."

REASONS = [
    (BODY, {}),
    (f"The Dam Of Lund Is Sold\n\nBy Ann Oru\n\nLIMA, Norland - {BODY}",
     {"headline": 1, "byline": 1, "dateline": 1}),
    (f"{BODY} Who sold it? Why? It was late.", {"question": 2, "no statement": 1}),
    (f"{BODY} It was late. It rained.", {"no statement": 2}),
    ("Ole Dal met Ada Brun.\n\nAda Brun added:\n\nWe saw the dam leak in May.",
     {"announcement": 1}),
    (f"{BODY}\n\n“It leaks all year in Lund.”\n\n― Ole Dal", {"signature": 1}),
    (f"{BODY}\n\nRead more: the dams of Lund\n\n{BODY} It was dry in Lund for 12 days.",
     {"furniture": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "left_out"), REASONS)
def test_each_part_without_a_claim_has_a_reason(text: str, left_out: dict[str, int]) -> None:
    assert split_fully(Article(text=text)).left_out == left_out


@pytest.mark.parametrize(("text", "_left_out"), REASONS)
def test_the_claims_are_those_of_a_plain_split(text: str, _left_out: dict[str, int]) -> None:
    article = Article(text=text)
    assert split_fully(article).claims == split(article)
