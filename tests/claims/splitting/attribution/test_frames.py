"""What stands beside a frame: `according to`, and an opening that is no part of the words."""

import pytest

from claims.models import Article, Claim, Kind
from claims.splitting import split

FRAMED = [
    ('"They lost it," Ada Brun said on Monday, according to a tape.', ["They lost it"]),
    ('"They lost it," Ada Brun said of the town, according to a tape. "It is gone."',
     ["They lost it", "It is gone."]),
    ('Smiling at "the crowd," Ada Brun said, "We lost the dam."', ["We lost the dam."]),
    ('"They lost it," Ada Brun said. The town sold it, according to a tape.',
     ["They lost it", "The town sold it"]),
]  # fmt: skip


def attributed(text: str) -> list[Claim]:
    return [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION]


@pytest.mark.parametrize(("text", "contents"), FRAMED)
def test_frames_hold_what_was_said_and_nothing_else(text: str, contents: list[str]) -> None:
    assert [claim.text for claim in attributed(text)] == contents


@pytest.mark.parametrize(
    "text",
    ['The town had its word – "We lost the dam for good," Ada Brun said.',
     'The town heard from the clerks ("We lost the dam for good," Ada Brun wrote) in May.'],
)  # fmt: skip
def test_only_the_quotation_is_framed_where_the_writer_leads_up_to_it(text: str) -> None:
    assert "We lost the dam for good" in [claim.text for claim in attributed(text)]


def test_a_quotation_that_an_aside_interrupts_stays_whole() -> None:
    text = '"We lost the dam" – the old one – "and the town too," Ada Brun said.'
    assert len(attributed(text)) == 1


@pytest.mark.parametrize(
    "text",
    ['In her book, "The Year of the Dry Dam," Ada Brun suggested a sale of the dam.',
     'In 2009, under what Brun called "the old and wiser rules," the club charged a fee.'],
)  # fmt: skip
def test_a_title_in_an_opening_phrase_is_not_framed_by_a_verb_with_its_own_object(
    text: str,
) -> None:
    assert not [claim for claim in attributed(text) if claim.text.startswith("In ")]
