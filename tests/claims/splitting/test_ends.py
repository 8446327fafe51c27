"""Where a content ends, continued from test_attribution.py, and whose the words behind it are."""

import pytest

from claims.models import Article, Claim, Kind
from claims.splitting import split

ENDS = [
    # what saying it does, or stands to
    ("Ada Brun said the dam was empty, drawing laughs from Per Dal.", "the dam was empty"),
    ('Ada Brun said the dam was "a ruin," echoing Per Dal.', 'the dam was "a ruin,"'),
    ("Ada Brun said the dam was empty, as has Per Dal.", "the dam was empty"),
    ("Ada Brun said the dam was empty, as is the lake.", "the dam was empty, as is the lake"),
    ("Ada Brun praised the sale – last week calling the dam a ruin.", "praised the sale"),
    # a finding holds what it is set against
    ("A survey found that a third of the town swims, while few sail.",
     "a third of the town swims, while few sail"),
    ("Ada Brun said that a third of the town swims, while few sail.", "a third of the town swims"),
    # a pair is a subject
    ("Ada Brun said she and some others saw it.", "she [Ada Brun] and some others saw it"),
    ("Ada Brun said nothing had changed.", "nothing had changed"),
]  # fmt: skip


def attributed(text: str) -> list[Claim]:
    return [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION]


@pytest.mark.parametrize(("text", "content"), ENDS)
def test_a_content_ends_where_the_writer_or_somebody_else_goes_on(text: str, content: str) -> None:
    assert content in [claim.text for claim in attributed(text)]


@pytest.mark.parametrize(
    "text", ["Ada Brun said nothing about the dam.", "Ada Brun has said nothing in public."]
)
def test_whoever_said_nothing_about_it_said_nothing(text: str) -> None:
    assert attributed(text) == []


def test_a_participle_behind_a_dash_and_a_time_is_of_whoever_the_things_before_are() -> None:
    text = "Ada Brun praised Per Dal's talks with the port – last week calling the dam a ruin."
    assert [claim.source.name for claim in attributed(text)][-1] == "Per Dal"
