"""Sentences tile the text; quotation marks are paired paragraph by paragraph."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.splitting.syntax.quotes import quotations
from claims.splitting.syntax.sentences import sentences
from claims.splitting.syntax.tokens import texts_of, tokenise

SENTENCES = [
    ("It rained. It stopped.", 2),
    ("Mr. Dal met Sen. Brun in St. Olaf. They talked.", 2),
    ("Per J. Dal left.", 1),
    ("The U.S. dam leaked.", 1),
    ("He went to the U.S. The dam leaked.", 2),
    ("It cost 3.5 million.", 1),
    ("It leaked... The town knew.", 2),
    ("It leaked ... and the town knew.", 1),
    ('"It leaked." The town knew.', 2),
    ("Dam leaks\n\nThe town knew.", 2),
    ("Who knew? Everybody! All of them.", 3),
]
QUOTED = [
    ('"One," she said. "Two."', ['"One,"', '"Two."']),
    ("“One ‘two’ three”", ["“One ‘two’ three”"]),
    ("the workers' rights and the boys' club", []),
    ("it's 'a dam' there", ["'a dam'"]),
    ("the '90s and 'em", []),
    ("“Never closed at all", ["“Never closed at all"]),
    ('a 6" pipe and a 9 inch one', []),
    # the wrong mark closes where no right one is to come
    ('“One," she said. “Two.”', ['“One,"', "“Two.”"]),
    ('"One,” she said. "Two."', ['"One,”', '"Two."']),
    ("“One,“ she said.", ["“One,“"]),
    ("``One,'' she said.", ["``One,''"]),
    # and one kind stands within the other
    ('“One "two" three,” she said.', ['“One "two" three,”']),
    ('"One “two” three," she said.', ['"One “two” three,"']),
    ('"“One two,” she said.', ["“One two,”"]),
    ('“A 6" pipe,” she said.', ['“A 6" pipe,”']),
    # missing closing marks: a quotation that goes on, and one that nobody can tell the end of
    ('It rained. "One two. Three four.', ['"One two. Three four.']),
    ('"One two. "Three four."', ['"One two.', '"Three four."']),
    ('"One two, she said. "Three four."', ['"Three four."']),
    ('The "one two three four.', []),
]


@pytest.mark.parametrize(("text", "count"), SENTENCES)
def test_cuts_sentences(text: str, count: int) -> None:
    assert len(sentences(text)) == count


@given(st.text(alphabet=st.sampled_from(list("Aab .!?…\"“”'’\n1U-(")), max_size=80))
def test_sentences_tile_any_text(text: str) -> None:
    assert "".join(span.of(text) for span in sentences(text)) == text


@pytest.mark.parametrize(("text", "quoted"), QUOTED)
def test_pairs_quotation_marks(text: str, quoted: list[str]) -> None:
    tokens = tokenise(text)
    found = quotations(tokens, texts_of(tokens))
    assert [text[tokens[one.first].start : tokens[one.last].end] for one in found] == quoted
