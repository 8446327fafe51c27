"""Whose a quotation is, over sentences and paragraphs, whatever marks are missing."""

import pytest

from claims.models import Article
from claims.splitting import split
from tests.claims.splitting.lines import claims_of

SHAKES = "“It leaks all year,” Ada Brun said.\n\n"
LEAKS = "Ada Brun: It leaks all year [direct]"

BEFORE = [
    (SHAKES + "Ole Dal shook his head. “It is dry in May.”",
     [LEAKS,
      "the publisher: Ole Dal shook his head [narration]",
      "Ole Dal: It is dry in May. [direct]"]),
    (SHAKES + "Ole Dal, a clerk, is not so sure.\n\n“It is dry in May.”",
     [LEAKS,
      "the publisher: Ole Dal, a clerk, is not so sure [narration]",
      "Ole Dal: It is dry in May. [direct]"]),
    (SHAKES + "Dal isn't so sure.\n\n“It is dry in May.”\n\nOle Dal and Dal swim.",
     [LEAKS, "Ole Dal: It is dry in May. [direct]"]),
    (SHAKES + "Norland has two dams. “They are dry in May.”",
     [LEAKS, "Ada Brun: They are dry in May. [direct]"]),
    (SHAKES + "The dam was built in 1951. “It is dry in May.”",
     [LEAKS,
      "the publisher: The dam was built in 1951 [narration]",
      "Ada Brun: It is dry in May. [direct]"]),
    (SHAKES + "Ole Dal had this to say:\n\n“It is dry in May.”",
     [LEAKS, "Ole Dal: It is dry in May. [direct]"]),
    # also with an employer before the name
    (("“It rained,” Leo Dal said.\n\n"
     "Norvik College's Ada Brun agreed. “The dam was empty and dry all May.”"),
     ["Leo Dal: It rained [direct]",
      "the publisher: Norvik College's Ada Brun agreed [narration]",
      "Ada Brun: The dam was empty and dry all May. [direct]"]),
]  # fmt: skip

ANNOUNCED = [
    ("It was a dam.\n\nAda Brun, the mayor, wrote:\n\n“The dam was empty. It leaked all year.”",
     ["Ada Brun: The dam was empty. It leaked all year. [direct]"]),
    ("It was late in May.\n\nAda Brun, the mayor, wrote:\n\nI saw that the dam was empty.",
     ["the publisher: It was late in May [narration]",
      "Ada Brun: I saw that the dam was empty. [direct]"]),
    # A post that was left out puts nobody's words into the poster's mouth.
    ("Ada Brun posted:\n\nThe mayor then left for Lund with her staff.",
     ["the publisher: The mayor then left for Lund with her staff [narration]"]),
]  # fmt: skip

MISSING_MARKS = [
    # A quotation that is never closed runs to where the next one opens,
    (('Ada Brun said: "It is dry, which will mean that ships stay in the port for going by the '
     'river. "We must go on. "It will rain in May," she added.'),
     [("Ada Brun: It is dry, which will mean that ships stay in the port for going by the river."
      " [direct]"),
      "Ada Brun: We must go on. [direct]",
      "Ada Brun: It will rain in May [direct]"]),
    # to the end, whatever is told within it,
    ('Ada Brun spoke in Lund. "We heard that the dam was empty. The radio says it leaks.',
     ["the publisher: Ada Brun spoke in Lund [narration]",
      "Ada Brun: We heard that the dam was empty. The radio says it leaks. [direct]"]),
    # or to where its speaker is told.
    ("“The dam was empty. Nobody in Lund was told of it, said Leo Dal, the mayor of Lund.",
     ["Leo Dal: The dam was empty. Nobody in Lund was told of it [direct]"]),
    ("“The dam was empty. Nobody in Lund was told of it, said the mayor, Leo Dal.",
     ["Leo Dal: The dam was empty. Nobody in Lund was told of it [direct]"]),
    ("“The dam was empty. Nobody in Lund was told of it, Leo Dal said.",
     ["Leo Dal: The dam was empty. Nobody in Lund was told of it [direct]"]),
    # It spoils its own paragraph only.
    ('The "dam was empty at last.\n\n"It leaked all year," Ada Brun said.',
     ["Ada Brun: It leaked all year [direct]"]),
    # A full stop within the marks parts no quotation from its speaker.
    ("Per Dal swam.\n\n“The dam was empty and dry all May.” Ada Brun said.",
     ["Ada Brun: The dam was empty and dry all May. [direct]"]),
]  # fmt: skip

WHOSE = [
    # A heading in other marks than the words of the article is nobody's.
    (SHAKES + "'A long dry year.'\n\nNobody swam in the dam of Lund in 1990.",
     [LEAKS, "the publisher: Nobody swam in the dam of Lund in 1990 [narration]"]),
    # One of those who spoke speaks on.
    ('Two officials said it rained. "The dam was empty," said one. "It leaked all year."',
     ["Two officials: it rained [indirect]",
      "one of the officials: The dam was empty [direct]",
      "one of the officials: It leaked all year. [direct]"]),
    # Who passes it on is kept beside whoever said it.
    ("In a call on Monday, Ada Brun said the dam was empty, the Courier said.",
     ["Ada Brun (via Courier): the dam was empty [indirect]"]),
]  # fmt: skip

BELONGS = [
    # Who said a question stands behind it, up to five words away.
    ('"Did it leak?" Ada Brun said in May. It rained in Lund for two days.',
     ["Ada Brun: Did it leak? [direct]",
      "the publisher: It rained in Lund for two days [narration]"]),
    ('"Did it leak all year?" Mayor Ada Brun of Lund said.',
     ["Ada Brun: Did it leak all year? [direct]"]),
    # A paragraph in marks with capitals throughout is a heading; before a speaker it is speech.
    ('"The Dam Of Lund Is Dry."\n\nIt rained in Lund for two days.',
     ["the publisher: It rained in Lund for two days [narration]"]),
    ('"The Dam Of Lund Is Dry," the clerks of Lund said.',
     ["clerks of Lund: The Dam Of Lund Is Dry [direct]"]),
    # Who acts alone in the paragraph before a quotation speaks it, even by one name.
    (('Ole Dal met Ada Brun.\n\n"It leaks all year," Ada Brun said.\n\nDal shook his head.\n\n“It '
      "is dry in May.”"),
     ["the publisher: Ole Dal met Ada Brun [narration]",
      "Ada Brun: It leaks all year [direct]",
      "Ole Dal: It is dry in May. [direct]"]),
    (('Ole Dal met Ada Brun.\n\n"It leaks all year," Ada Brun said.\n\nDal shook his head at the '
      "sight of the clerks and of the old dam.\n\n“It is dry.”"),
     ["the publisher: Ole Dal met Ada Brun [narration]",
      "Ada Brun: It leaks all year [direct]",
      ("the publisher: Dal shook his head at the sight of the clerks and of the old dam "
       "[narration]"),
      "Ada Brun: It is dry. [direct]"]),
    # A name that is signed under words which have a source changes nothing.
    ('"It leaks all year in Lund."\n\n- Ole Dal', ["Ole Dal: It leaks all year in Lund. [direct]"]),
    ('"It leaks all year in Lund," the clerks said.\n\n- Ole Dal',
     ["clerks: It leaks all year in Lund [direct]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), BELONGS)
def test_whose_a_quotation_is(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), BEFORE)
def test_a_quotation_is_of_whoever_did_something_just_before_it(
    text: str, claims: list[str]
) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), ANNOUNCED)
def test_words_that_were_announced_follow_in_the_next_paragraph(
    text: str, claims: list[str]
) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), MISSING_MARKS)
def test_missing_marks_part_no_words_from_who_said_them(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), WHOSE)
def test_words_are_of_who_said_them(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize("mark", ["'", "‘", '"', "“"])
def test_words_in_any_marks_are_in_the_speakers_own_words(mark: str) -> None:
    text = f"Ada Brun said: {mark}It leaked all year.\n\n{mark}Nobody was told of it."
    assert claims_of(text) == [
        "Ada Brun: It leaked all year. [direct]",
        "Ada Brun: Nobody was told of it. [direct]",
    ]


@pytest.mark.parametrize("who", ["Neither Brun nor Dal", "No clerk in Lund", "None of the clerks"])
def test_what_nobody_said_is_told_by_nobody(who: str) -> None:
    assert claims_of(f"{who} said that the dam was empty in 1990.") == []


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        # A sentence of the same paragraph is part of what was said, a new paragraph is not,
        ('"The dam was empty," Ada Brun said. "It leaked."\n\n"Nobody was told."', [1, 1, 2]),
        ('"The dam was empty," Ada Brun said. But, "it will rain in May."', [1, 1]),
        # unless its marks open again without having been closed.
        ('Ada Brun said: "The dam was empty.\n\n"Nobody in the town was told."', [1, 1]),
        # An aside is an utterance of its own.
        ('"The dam was empty," Ada Brun said, citing a report. "It leaked."', [1, 2, 1]),
    ],
)
def test_the_pieces_of_one_utterance_are_a_group(text: str, groups: list[int]) -> None:
    claims = split(Article(text=text))
    assert [claim.group for claim in claims] == groups
    assert {claim.source.name for claim in claims} == {"Ada Brun"}
