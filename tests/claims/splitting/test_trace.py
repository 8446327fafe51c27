"""How one sentence went through the stages."""

import pytest

from claims.errors import ArticleError
from claims.models import Article
from claims.splitting.trace import trace

TEXT = (
    "The Dam Of Lund\n\nIt was late. Ada Brun said that “the dam” was empty. “It leaks all year.”"
)
ARTICLE = Article(text=TEXT, title="Dam")


@pytest.mark.parametrize("place", ["was empty", str(TEXT.index("Ada")), str(TEXT.index("that"))])
def test_a_place_anywhere_in_a_sentence_traces_all_of_it(place: str) -> None:
    read = trace(ARTICLE, place)
    assert read.paragraph == "body"
    words = [(word.span.of(TEXT), word.tag) for word in read.words]
    assert words[:4] == [("Ada", "NAME"), ("Brun", "NAME"), ("said", "FINITE"), ("that", "THAT")]
    [step] = read.attributions
    assert step.rule == "said_that"
    assert step.source is not None
    assert step.source.of(TEXT) == "Ada Brun"
    assert step.cue.of(TEXT) == "said"
    assert [claim.rule for claim in read.claims] == ["said_that"]


def test_a_rule_of_passages_shows_in_the_claims_alone() -> None:
    read = trace(ARTICLE, "leaks")
    assert read.attributions == ()
    assert [claim.rule for claim in read.claims] == ["carried_quotation"]


def test_what_is_no_body_has_no_words() -> None:
    assert trace(ARTICLE, "Dam") == ("headline", (), (), ())


@pytest.mark.parametrize("place", ["", "snow", "9" * 5_000, str(len(TEXT)), "-1", "²"])
def test_where_nothing_stands_is_said(place: str) -> None:
    with pytest.raises(ArticleError, match="nothing to trace"):
        trace(ARTICLE, place)
