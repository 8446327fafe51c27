"""Cues beside their content: `…, X said`, `…, said X, …`, and quotations before and behind."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    ("The dam was empty, Ada Brun told her.", ["Ada Brun: The dam was empty [indirect]"]),
    ("The dam was empty, Ada Brun said in closing the meeting.",
     ["Ada Brun: The dam was empty [indirect]"]),
    ("Even then, Ada Brun said, the dam was empty.",
     ["Ada Brun: Even then the dam was empty [indirect]"]),
    ("But, Ada Brun added, the dam was empty.", ["Ada Brun: the dam was empty [indirect]"]),
    ("We heard of Brun's old jokes and claims that the dam was dry.",
     ["Brun: the dam was dry [indirect]"]),
    ("Ada Brun confirmed these were dry.", ["Ada Brun: these were dry [indirect]"]),
    ("Ada Brun confirmed the dams – even the oldest – were dry.",
     ["Ada Brun: the dams – even the oldest – were dry [indirect]"]),
    ("A clerk said the dam was dry before Ada Brun said it was full.",
     ["clerk: the dam was dry [indirect]",
      "Ada Brun: it was full [indirect]"]),
    ("Ada Brun said it was “an empty dam,” despite its new wall.",
     ["Ada Brun: it was “an empty dam,” [mixed]"]),
    ("A claim made in the council by Ada Brun that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Later in May, Ada Brun said, the dam was empty.",
     ["Ada Brun: Later in May the dam was empty [indirect]"]),
    ("Earlier in May, the dam was empty, Ada Brun said.",
     ["Ada Brun: Earlier in May, the dam was empty [indirect]"]),
    ("The dam, one of Dal's aides said, was empty.",
     ["one of Dal's aides: The dam was empty [indirect]"]),
    ("The dam, an inside source said, was empty.", ["inside source: The dam was empty [indirect]"]),
    ("The dam was empty, Per Dal, 60, a clerk from Lund, said.",
     ["Per Dal: The dam was empty [indirect]"]),
    ("The dam was empty, Ada Brun said.", ["Ada Brun: The dam was empty [indirect]"]),
    ("The dam was empty, Ada Brun told reporters on Monday.",
     ["Ada Brun: The dam was empty [indirect]"]),
    ("The dam was empty, auditors found.", ["auditors: The dam was empty [indirect]"]),
    ("The dam was dry, figures from the water office show.",
     ["figures from the water office: The dam was dry [indirect]"]),
    ("The dam was closed, the court ruled on Monday.", ["court: The dam was closed [indirect]"]),
    ("The dam was empty, said Ada Brun.", ["Ada Brun: The dam was empty [indirect]"]),
    ("The dam, said Ada Brun, was empty.", ["Ada Brun: The dam was empty [indirect]"]),
    ("The dam, Ada Brun said, was empty.", ["Ada Brun: The dam was empty [indirect]"]),
    # quotations
    ('"The dam was empty," Ada Brun said.', ["Ada Brun: The dam was empty [direct]"]),
    ('"Was the dam empty?" Ada Brun asked.', ["Ada Brun: Was the dam empty? [direct]"]),
    ("“The dam was empty,” said engineer Ada Brun.", ["Ada Brun: The dam was empty [direct]"]),
    ("‘The dam was empty,’ Ada Brun said.", ["Ada Brun: The dam was empty [direct]"]),
    ("''The dam was empty,'' Ada Brun said.", ["Ada Brun: The dam was empty [direct]"]),
    ("«The dam was empty,» Ada Brun said.", ["Ada Brun: The dam was empty [direct]"]),
    ('Ada Brun said: "The dam was empty."', ["Ada Brun: The dam was empty. [direct]"]),
    ('Ada Brun told the Post: "The dam was empty."', ["Ada Brun: The dam was empty. [direct]"]),
    ('"The dam," Ada Brun said, "was empty."', ["Ada Brun: The dam was empty. [direct]"]),
    ("”The dam was empty,” Ada Brun said.", ["Ada Brun: The dam was empty [direct]"]),
    ('"The dam was empty," said one.', ["one: The dam was empty [direct]"]),
    ('Ada Brun was angry: "The dam was empty," she said.',
     ["Ada Brun: The dam was empty [direct]"]),
    ('Ada Brun said "the dam was empty. "It leaked all year."',
     ["Ada Brun: the dam was empty. [direct]",
      "Ada Brun: It leaked all year. [direct]"]),
]  # fmt: skip
FRAMED = [
    ('"They lost it," Ada Brun said on Monday, according to a tape.',
     ["Ada Brun: They lost it [direct]"]),
    ('"They lost it," Ada Brun said of the town, according to a tape. "It is gone."',
     ["Ada Brun: They lost it [direct]",
      "Ada Brun: It is gone. [direct]"]),
    ('Smiling at "the crowd," Ada Brun said, "We lost the dam."',
     ["Ada Brun: We lost the dam. [direct]"]),
    ('"They lost it," Ada Brun said. The town sold it, according to a tape.',
     ["Ada Brun: They lost it [direct]",
      "tape: The town sold it [indirect]"]),
    ('The town had its word – "We lost the dam for good," Ada Brun said.',
     ["Ada Brun: We lost the dam for good [direct]"]),
    ('The town heard from the clerks ("We lost the dam for good," Ada Brun wrote) in May.',
     ["Ada Brun: We lost the dam for good [direct]"]),
    ('"We lost the dam" – the old one – "and the town too," Ada Brun said.',
     ['Ada Brun: "We lost the dam" – the old one – "and the town too," [mixed]']),
]  # fmt: skip
"""Frames hold what was said, and neither what leads up to it nor what stands beside it."""
TITLES = [
    ('In her book, "The Year of the Dry Dam," Ada Brun suggested a sale of the dam.',
     ["Ada Brun: suggested a sale of the dam [indirect]"]),
    ('In 2009, under what Brun called "the old and wiser rules," the club charged a fee.', []),
]  # fmt: skip
"""A title in an opening phrase is not framed by a verb that has its own object."""
NOT_YET = [
    # The comma before the cue is lost where the content goes on behind it.
    ("Dear as it is, Ada Brun said, raising the dam was wise.",
     ["Ada Brun: Dear as it is, raising the dam was wise [indirect]"]),
    # The outer marks stay where there are marks within.
    ('Ada Brun wrote: "I think a "dam" is a wall. It is empty."',
     ['Ada Brun: I think a "dam" is a wall. It is empty. [direct]']),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), FRAMED)
def test_frames_hold_what_was_said_and_nothing_else(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), TITLES)
def test_leaves_titles_alone_in_an_opening_phrase(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.xfail(reason="the comments say what is found instead", raises=AssertionError)
@pytest.mark.parametrize(("text", "claims"), NOT_YET)
def test_is_not_read_right_yet(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
