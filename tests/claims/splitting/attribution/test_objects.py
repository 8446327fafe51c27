"""What is praised, urged, denied or spoken about, and where that ends."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    ("Ada Brun accused Dal of hiding reports.",
     ["Ada Brun: accused Dal of hiding reports [indirect]"]),
    ('Ada Brun called the dam "a ruin."', ['Ada Brun: called the dam "a ruin." [mixed]']),
    ('Ada Brun called Dal "a ruin."', ['Ada Brun: called Dal "a ruin." [mixed]']),
    ("Ada Brun accused Per Dal of hiding the figures.",
     ["Ada Brun: accused Per Dal of hiding the figures [indirect]"]),
    ("Ada Brun urged the town to save water.",
     ["Ada Brun: urged the town to save water [indirect]"]),
    ("Ada Brun vowed to rebuild the dam.", ["Ada Brun: vowed to rebuild the dam [indirect]"]),
    ("Ada Brun called for a new dam.", ["Ada Brun: called for a new dam [indirect]"]),
    ("Ada Brun denied hiding the figures.", ["Ada Brun: denied hiding the figures [indirect]"]),
    # what is said about something, however far the word stands
    ("Ada Brun spoke at length to the council about her plans.",
     ["Ada Brun: spoke at length to the council about her plans [indirect]"]),
    ("Ada Brun cautioned against opening the dam.",
     ["Ada Brun: cautioned against opening the dam [indirect]"]),
]  # fmt: skip
ENDS = [
    ("Ada Brun praised Dal's dam on Monday.", ["Ada Brun: praised Dal's dam [indirect]"]),
    ("Ada Brun praised Per Dal, but only after the vote.",
     ["Ada Brun: praised Per Dal [indirect]"]),
    ("Ada Brun attacked Per Dal at a rally in Lund.", ["Ada Brun: attacked Per Dal [indirect]"]),
    ("Ada Brun endorsed Per Dal in a speech Monday.", ["Ada Brun: endorsed Per Dal [indirect]"]),
    ("Ada Brun denounced the sale of the dam on Facebook.",
     ["Ada Brun: denounced the sale of the dam [indirect]"]),
    ("Ada Brun called for a dam after the flood.",
     ["Ada Brun: called for a dam after the flood [indirect]"]),
    ("Ada Brun cited a report during the flood.",
     ["Ada Brun: cited a report during the flood [indirect]"]),
    ("Ada Brun vowed to open it after the vote.",
     ["Ada Brun: vowed to open it after the vote [indirect]"]),
    ("Ada Brun said the dam would be sold on Monday.",
     ["Ada Brun: the dam would be sold on Monday [indirect]"]),
]  # fmt: skip
"""When and where somebody was praised is no part of the praise."""
NOT_YET = [
    # The object before the marks is lost, and the marks are.
    ('Ada Brun called that "a ruin."', ['Ada Brun: called that "a ruin." [mixed]']),
    # The marks are lost, and with them that the words are partly her own.
    ('Ada Brun praised "the wise" only days after Dal left.',
     ['Ada Brun: praised "the wise" [mixed]']),
    # Two objects are one.
    ("Ada Brun called it “a ruin,” denounced his plans and said the dam was empty.",
     ["Ada Brun: called it “a ruin,” [mixed]",
      "Ada Brun: denounced his plans [indirect]",
      "Ada Brun: the dam was empty [indirect]"]),
    # What is partly quoted is all in her own words.
    ("Ada Brun knows Dal and calls her “a clerk who said the dam was empty.”",
     ["Ada Brun: calls her “a clerk who said the dam was empty.” [mixed]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), ENDS)
def test_ends_before_when_and_where_it_was_said(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.xfail(reason="the comments say what is found instead", raises=AssertionError)
@pytest.mark.parametrize(("text", "claims"), NOT_YET)
def test_is_not_read_right_yet(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
