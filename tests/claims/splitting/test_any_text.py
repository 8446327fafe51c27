"""Splitting any text: it never raises, never leaves the text, and gives the same twice."""

import gc
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claims.errors import ArticleError
from claims.models import Article, Claim
from claims.splitting import split
from tests.fuzz.work import work_of

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


@pytest.mark.parametrize("collecting", [True, False])
def test_the_garbage_collector_is_left_as_it_was_and_has_nothing_to_do(collecting: bool) -> None:
    text = "\n\n".join(f"Ada {name} said that the {name} dam was dry. He left." for name in PIECES)
    (gc.enable if collecting else gc.disable)()
    try:
        assert split(Article(text=text))
        with pytest.raises(ArticleError):
            split(Article(text="El puente está cerrado por hoy."))
        assert gc.isenabled() is collecting
    finally:
        gc.enable()
    gc.collect()
    split(Article(text=text))
    assert not gc.collect()


# Texts built to make a careless pattern or loop go over the same words again and again.
HOSTILE = {
    "nouns and verbs": " and dogs are wet",
    "open quotes": '"a ',
    "open single quotes": "'a ",
    "nested quotes": "“‘",
    "mixed quotes": '“Ada said", ',
    "quotes of two kinds": '“a "b ',
    "re-opened quotes": '"Ada ran. ',
    "nicknames": "Ada “Al” ",
    "of relatives": "those who ran in ",
    "causes": "led Ada to admit ",
    "means": "used it to say ",
    "insertions": "Ada, after saying ",
    "running": "Ada running to ",
    "commas": "Ada Brun, ",
    "cues": "Ada Brun said ",
    "bare cues": "said ",
    "and": "Ada and ",
    "of": "the head of ",
    "brackets": "Ada (a ",
    "names in brackets": "(Ada) ",
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
    "hearsay": "reports that Ada ",
    "objects": "Ada wrote books and ",
    "commas in quotes": 'Ada said "Brun," ',
    "passives": "Ada was accused of it and ",
    "by": "was rejected by Ada ",
    "openings": "Calling it ",
    "asides": ", calling it ",
    "some of": "some of the ",
    "for whom": "Ada, for Dal – who ",
    "which": ", which ",
    "while": ", while ",
    "colons": "Ada: ",
    "semicolons": "; Ada ",
    "owners": "Ada's ",
    "told": "told the head of ",
    "comment": "asked for comment ",
    "put": "as Ada put it ",
    "lists": "1. Ada\n",
    "dots": "A.",
    "periods": ".",
}


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_cost_is_linear_however_the_text_is_built(piece: str) -> None:
    """
    Counted, not timed: what a machine does meanwhile must not fail a test.

    Four times the text may cost four times as much, and what a bounded look ahead adds while the
    text is shorter than it; quadratic would be sixteen times.
    """
    small, large = (work_of(piece * (size // len(piece))) for size in (3_000, 12_000))
    assert all(large[kind] < 6 * small[kind] for kind in small), (small, large)
