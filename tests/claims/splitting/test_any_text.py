"""Splitting any text: it never raises, never leaves the text, and gives the same twice."""

import json
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ArticleError
from claims.models import Article, Claim
from claims.splitting import split

PIECES = [
    "said", "that", "Ada", "Brun", "he", "she", "they", "it", ",", ".", "?", '"', "“", "”", "'",
    "’", "(", ")", "—", ":", ";", "\n\n", "\n", "and", "but", "which", "who", "according", "to",
    "accused", "of", "told", "the", "dam", "adding", "claims", "Mr.", "U.S.", "5", "3.5%", "if",
    "not", "was", "is", "…", "''", "é", "\u2028", "\x00", "said.", "While", "in", "Monday",
]  # fmt: skip


def split_or_refuse(text: str) -> list[Claim]:
    try:
        return split(Article(text=text))
    except ArticleError:
        return []


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join) | st.text(max_size=200))
def test_spans_lie_in_the_text_and_the_result_is_the_same_twice(text: str) -> None:
    found = split_or_refuse(text)
    for claim in found:
        assert claim.text
        assert 0 <= claim.check_worthiness <= 1
        for start, end in (*claim.content, *claim.cue, *claim.source.mention):
            assert 0 <= start < end <= len(text)
    assert found == split_or_refuse(text)
    json.dumps([claim.model_dump(mode="json") for claim in found])


# Texts built to make a careless pattern or loop go over the same words again and again.
HOSTILE = {
    "open quotes": '"a ',
    "open single quotes": "'a ",
    "nested quotes": "“‘",
    "commas": "Ada Brun, ",
    "cues": "Ada Brun said ",
    "bare cues": "said ",
    "and": "Ada and ",
    "of": "the head of ",
    "brackets": "Ada (a ",
    "dashes": "Ada — ",
    "according": "according to ",
    "adverbs": "also ",
    "times": "last week ",
    "capitals": "Ada ",
    "adding": ", adding ",
    "lines": "Ada Brun said so.\n",
    "speakers": '"Yes," Ada Brun said. He said so.\n\n',
    "roles": "President Ada Brun said so. The president said so. ",
    "no spaces": "a-",
    "helpers": "began to ",
    "going on": "Ada went on to ",
    "who": "Ada, who met ",
    "leader of": "Ada, leader of ",
    "of said": "Ada, of said ",
    "as": "as Ada said ",
    "quoted titles": 'on "Ada" ',
    "noun cues": "his claim that ",
    "dots": "A.",
    "periods": ".",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_cost_is_linear_however_the_text_is_built(piece: str) -> None:
    def cost(characters: int) -> float:
        text = piece * (characters // len(piece))
        best = float("inf")
        for _ in range(2):
            started = time.process_time()
            split_or_refuse(text)
            best = min(best, time.process_time() - started)
        return best

    small = cost(20_000)
    # Four times the text may cost four times as much; quadratic would be sixteen times. The
    # constant absorbs what the clock cannot resolve.
    assert cost(80_000) < 9 * small + 0.05
