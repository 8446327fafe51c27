"""Verbs that make a cue only with the words behind them."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    ("Ada Brun lashed out at the sale.", ["Ada Brun: lashed out at the sale [indirect]"]),
    ("Ada Brun has weighed in on the sale.", ["Ada Brun: weighed in on the sale [indirect]"]),
    ("Ada Brun advocated for a sale.", ["Ada Brun: advocated for a sale [indirect]"]),
    ("Ada Brun made no secret of her doubts.",
     ["Ada Brun: made no secret of her doubts [indirect]"]),
    ("Ada Brun spoke out in favor of the sale.",
     ["Ada Brun: spoke out in favor of the sale [indirect]"]),
]  # fmt: skip
LEAVES_ALONE = [
    ("Ada Brun came out late.", ["the publisher: Ada Brun came out late [narration]"]),
    ("Ada Brun took the boat that Dal had.",
     ["the publisher: Ada Brun took the boat that Dal had [narration]"]),
    ("It hit the dam.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds_verbs_of_several_words(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), LEAVES_ALONE)
def test_leaves_alone_their_verbs_by_themselves(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
