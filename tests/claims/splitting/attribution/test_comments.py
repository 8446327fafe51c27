"""What the writer says of somebody's words is no part of them."""

import pytest

from tests.claims.splitting.lines import claims_of

ENDS = [
    ("Ada Brun said the dam was empty, a claim that Per Dal denies.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ('Ada Brun called the dam "a ruin," a swipe at the town.',
     ['Ada Brun: called the dam "a ruin," [mixed]']),
    ("Ada Brun said the dam was empty – the position of the town.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun said the dam was empty – further angering the town.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun said the dam was empty – blaming the frost for that.",
     ["Ada Brun: the dam was empty [indirect]",
      "Ada Brun: blaming the frost for that [indirect]"]),
    ("Ada Brun said the dam was empty, following a visit to it.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun said the dam was empty, two days after she saw it.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun said the dam was empty, a year that the town lost.",
     ["Ada Brun: the dam was empty, a year that the town lost [indirect]"]),
    ("Ada Brun said that the dam – a proposal of Dal's – was dear.",
     ["Ada Brun: the dam – a proposal of Dal's – was dear [indirect]"]),
    ("Ada Brun said that first- and second-hand news is dear.",
     ["Ada Brun: first- and second-hand news is dear [indirect]"]),
    ("Ada Brun said the dam broke two days after she saw it.",
     ["Ada Brun: the dam broke two days after she saw it [indirect]"]),
    ("Ada Brun praised the wise only days after Dal left.",
     ["Ada Brun: praised the wise [indirect]"]),
]  # fmt: skip
NOT_YET = [
    # The cue stands for what the clause is about.
    ("The dam – which clerks say is empty – was sold.", ["clerks: The dam is empty [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), ENDS)
def test_ends_before_the_comment(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.xfail(reason="the comments say what is found instead", raises=AssertionError)
@pytest.mark.parametrize(("text", "claims"), NOT_YET)
def test_is_not_read_right_yet(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
