"""Short names and their full ones, those who speak together, and acronyms."""

import pytest

from tests.claims.splitting.lines import claims_of

SHORT_NAMES = [
    ("Co-organiser Ada Brun came with Per Brun. Co-organiser Ms Brun said the dam was empty.",
     ["the publisher: Co-organiser Ada Brun came with Per Brun [narration]",
      "Ada Brun: the dam was empty [indirect]"]),
    ("Ms Ada Brun came. Mr Brun said the dam was empty.", ["Brun: the dam was empty [indirect]"]),
    ("Ada Brun runs the dam. Brun said it was empty.",
     ["the publisher: Ada Brun runs the dam [narration]",
      "Ada Brun: it was empty [indirect]"]),
    ("Brun said the dam was empty. Ada Brun runs it.", ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun runs the dam. Ms. Brun said it was empty.",
     ["the publisher: Ada Brun runs the dam [narration]",
      "Ada Brun: it was empty [indirect]"]),
    ("Ada Brun runs the dam. Ada said it was empty.",
     ["the publisher: Ada Brun runs the dam [narration]",
      "Ada Brun: it was empty [indirect]"]),
    ("Leo O’Dal runs the dam. O’Dal said it was empty.",
     ["the publisher: Leo O’Dal runs the dam [narration]",
      "Leo O’Dal: it was empty [indirect]"]),
    ("Leo McDal runs the dam. McDal said it was empty.",
     ["the publisher: Leo McDal runs the dam [narration]",
      "Leo McDal: it was empty [indirect]"]),
    ("Ada Brun-Dal runs the dam. Brun-Dal said it was empty.",
     ["the publisher: Ada Brun-Dal runs the dam [narration]",
      "Ada Brun-Dal: it was empty [indirect]"]),
    ("Leo J. Dal runs the dam. Dal said it was empty.",
     ["the publisher: Leo J. Dal runs the dam [narration]",
      "Leo J. Dal: it was empty [indirect]"]),
    ("Leo Dal Jr. runs the dam. Dal said it was empty.",
     ["the publisher: Leo Dal Jr. runs the dam [narration]",
      "Leo Dal Jr.: it was empty [indirect]"]),
    ("Ada de Brun runs the dam. De Brun said it was empty.",
     ["the publisher: Ada de Brun runs the dam [narration]",
      "Ada de Brun: it was empty [indirect]"]),
    ("Marine Le Dal runs the dam. Le Dal said it was empty.",
     ["the publisher: Marine Le Dal runs the dam [narration]",
      "Marine Le Dal: it was empty [indirect]"]),
    ("Ada Brun Dal runs the dam. Brun Dal said it was empty.",
     ["the publisher: Ada Brun Dal runs the dam [narration]",
      "Ada Brun Dal: it was empty [indirect]"]),
    ("Ada B. Brun runs the dam. Ada Brun said it was empty.",
     ["the publisher: Ada B. Brun runs the dam [narration]",
      "Ada B. Brun: it was empty [indirect]"]),
    ("Mr. Leo Dal and Ms. Ada Dal came. Mr. Dal said the dam was empty.",
     ["the publisher: Mr. Leo Dal and Ms. Ada Dal came [narration]",
      "Leo Dal: the dam was empty [indirect]"]),
    ("Leo Dal came. Leo Dal spoke. Leo Dal left with Ada Dal. Dal said it was empty.",
     ["the publisher: Leo Dal left with Ada Dal [narration]",
      "Leo Dal: it was empty [indirect]"]),
    ('"Ask Ada Brun," the clerk said. Brun said the dam was empty.',
     ["clerk: Ask Ada Brun [direct]",
      "Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun KC, for Mr Dal – who lives in Lund – said the dam was empty.",
     ["Ada Brun KC: the dam was empty [indirect]"]),
    ("Dr Ada Brun wants you to see their site, Gulls Eating Stuff. She said it was empty.",
     ["the publisher: Dr Ada Brun wants you to see their site, Gulls Eating Stuff [narration]",
      "Ada Brun: it was empty [indirect]"]),
    ("Representative Peter King said the dam was empty.",
     ["Peter King: the dam was empty [indirect]"]),
    ("Mr. King said the dam was empty.", ["King: the dam was empty [indirect]"]),
    ("Dean Brun, a nurse, said the dam was empty.", ["Dean Brun: the dam was empty [indirect]"]),
    ("The Dean said the dam was empty.", ["Dean: the dam was empty [indirect]"]),
    ("Page, a salesman, said the dam was empty. Ada Page laughed.",
     ["Ada Page: the dam was empty [indirect]"]),
    ("Leo “Skipper” Dal said the dam was empty.", ["Leo Dal: the dam was empty [indirect]"]),
    ('Leo "the Rock" Dal runs the dam. Dal said it was empty.',
     ['the publisher: Leo "the Rock" Dal runs the dam [narration]',
      "Leo Dal: it was empty [indirect]"]),
    ("Ada Brun runs the dam. Brun's claim that it was empty is old.",
     ["the publisher: Ada Brun runs the dam [narration]",
      "Ada Brun: it was empty [indirect]"]),
    # words that a sentence opens with: a name that is a verb or looks like an adverb, and no name
    ("Mark Holt runs the dam. Holt said it was empty.",
     ["the publisher: Mark Holt runs the dam [narration]",
      "Mark Holt: it was empty [indirect]"]),
    ("Carly Brun threw a stone. Brun said the dam was empty.",
     ["the publisher: Carly Brun threw a stone [narration]",
      "Carly Brun: the dam was empty [indirect]"]),
    ("Megyn Kelly came. Kelly said the dam was empty.",
     ["Megyn Kelly: the dam was empty [indirect]"]),
    ('"The Brun camp swam," Leo Dal said. Ada Brun left. Brun said the dam was empty.',
     ["Leo Dal: The Brun camp swam [direct]",
      "Ada Brun: the dam was empty [indirect]"]),
    ("The first lady, Ada Dal, left. Mr. Dal said the dam was empty.",
     ["the publisher: The first lady, Ada Dal, left [narration]",
      "Dal: the dam was empty [indirect]"]),
    ("Ada Ward swam. Ward said the dam was empty.", ["Ada Ward: the dam was empty [indirect]"]),
    ("Grant Green, a clerk, left. Green said the dam was empty.",
     ["the publisher: Grant Green, a clerk, left [narration]",
      "Grant Green: the dam was empty [indirect]"]),
    ("Divers agree that the dam was empty. Some divers left.",
     ["Divers: the dam was empty [indirect]"]),
    ("Two in three said the dam was empty. Nearly two left.",
     ["Two in three: the dam was empty [indirect]"]),
    ("Liberal and tired clerks said the dam was empty.",
     ["Liberal and tired clerks: the dam was empty [indirect]"]),
    # a headline is nobody's name
    ("Per Dal Booed After Telling Jeb Brun\n\nJeb Brun swam. Brun said it was empty.",
     ["Jeb Brun: it was empty [indirect]"]),
    # two names that are no pair
    ("Ada Brun, an old clerk and neighbour to Mr. Dal, said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun, a clerk in Lund and close friend of Gov. Per Dal, said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun and former Lund Gov. Per Dal said the dam was empty.",
     ["Ada Brun and Per Dal: the dam was empty [indirect]"]),
    ("Ada Brun of Lund and Mayor Per Dal of Sund said the dam was empty.",
     ["Ada Brun and Per Dal: the dam was empty [indirect]"]),
    # what stands beside a name without meaning its bearer
    ("Most are against Ada Brun, the poll found. The dam was empty, the poll found.",
     ["poll: Most are against Ada Brun [indirect]",
      "poll: The dam was empty [indirect]"]),
    ("Ada Brun, a Kerwick, Ont., diver paid to fill it, said the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
]  # fmt: skip
TOGETHER = [
    ("Ada Brun and Leo Dal said the dam was empty.",
     ["Ada Brun and Leo Dal: the dam was empty [indirect]"]),
    ("Ada Brun met Leo Dal. Brun and Dal said the dam was empty.",
     ["the publisher: Ada Brun met Leo Dal [narration]",
      "Ada Brun and Leo Dal: the dam was empty [indirect]"]),
    ("Ms. Ada Brun swam. The dam was empty, she and Leo Dal said.",
     ["Ada Brun and Leo Dal: The dam was empty [indirect]"]),
    ("The dam was empty, he and Leo Dal said.", ["he and Leo Dal: The dam was empty [indirect]"]),
    ("Norvik Hydro and Leo Dal said the dam was empty.",
     ["Norvik Hydro and Leo Dal: the dam was empty [indirect]"]),
]  # fmt: skip
ACRONYMS = [
    ("The Norvik Water Agency (NWA) came. The NWA said the dam was empty.",
     ["the publisher: The Norvik Water Agency (NWA) came [narration]",
      "Norvik Water Agency: the dam was empty [indirect]"]),
    ("NWA, the Norvik Water Agency, came. NWA said the dam was empty.",
     ["the publisher: NWA, the Norvik Water Agency, came [narration]",
      "Norvik Water Agency: the dam was empty [indirect]"]),
    ("The NWA said the dam was empty. The Norvik Water Agency is old.",
     ["Norvik Water Agency: the dam was empty [indirect]",
      "the publisher: The Norvik Water Agency is old [narration]"]),
    ("The department of land and water (DLW) came. The DLW said the dam was empty.",
     ["the publisher: The department of land and water (DLW) came [narration]",
      "department of land and water: the dam was empty [indirect]"]),
    ("The Norvik Water Agency came. An NWA spokesman said the dam was empty.",
     ["the publisher: The Norvik Water Agency came [narration]",
      "Norvik Water Agency spokesman: the dam was empty [indirect]"]),
    ("Customs and Border Protection came. CBP said the dam was empty.",
     ["the publisher: Customs and Border Protection came [narration]",
      "Customs and Border Protection: the dam was empty [indirect]"]),
]  # fmt: skip
NOT_YET = [
    # Of those who share a title only the first is named.
    ("Senators Brun and Dal said the dam was empty.",
     ["Brun and Dal: the dam was empty [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), SHORT_NAMES)
def test_short_names_mean_who_was_named_in_full(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), TOGETHER)
def test_several_speak_together(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), ACRONYMS)
def test_acronyms_mean_what_they_are_short_for(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.xfail(reason="the comments say what is found instead", raises=AssertionError)
@pytest.mark.parametrize(("text", "claims"), NOT_YET)
def test_is_not_read_right_yet(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
