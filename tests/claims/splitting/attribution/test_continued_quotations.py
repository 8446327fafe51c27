"""Quotations that go on with what somebody said before them."""

import pytest

from claims.models import Article
from claims.splitting import split
from tests.claims.splitting.lines import claims_of

SPOKEN = '"The dam was empty by then,"'
NEXT = '"Nobody in the town was told about any of it."'
FIRST = "Ada Brun: The dam was empty by then [direct]"
SECOND = "Ada Brun: Nobody in the town was told about any of it. [direct]"

GOES_ON = [
    ('"The dam was empty," Ada Brun said. "It leaked."\n\n"Nobody in the town was told."',
     ["Ada Brun: The dam was empty [direct]",
      "Ada Brun: It leaked. [direct]",
      "Ada Brun: Nobody in the town was told. [direct]"]),
    ('"The dam was empty," Ada Brun said. But, "it will rain in May."',
     ["Ada Brun: The dam was empty [direct]", "Ada Brun: it will rain in May. [direct]"]),
    ('"The dam was empty," Ada Brun said, citing a report. "It leaked."',
     ["Ada Brun: The dam was empty [direct]",
      "Ada Brun: citing a report [indirect]",
      "Ada Brun: It leaked. [direct]"]),
    ('Ada Brun said: "The dam was empty.\n\n"Nobody in the town was told."',
     ["Ada Brun: The dam was empty. [direct]",
      "Ada Brun: Nobody in the town was told. [direct]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), GOES_ON)
def test_a_quotation_without_a_cue_goes_on_with_what_the_last_speaker_said(
    text: str, claims: list[str]
) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    ("told", "aside"),
    [
        ("said Ada Brun, who had denied the sale.", "Ada Brun: denied the sale [indirect]"),
        ("said Ada Brun, who said that it leaked.", "Ada Brun: it leaked [indirect]"),
        ("Ada Brun said, citing the law.", "Ada Brun: citing the law [indirect]"),
        ("Ada Brun said as Per Dal denied the sale.", "Per Dal: denied the sale [indirect]"),
    ],
)
def test_a_quotation_goes_on_with_the_one_before_it_and_not_with_an_aside(
    told: str, aside: str
) -> None:
    text = f"{SPOKEN} {told} {NEXT}"
    assert claims_of(text) == [FIRST, aside, SECOND]
    first, second, third = (claim.group for claim in split(Article(text=text)))
    assert first == third != second


@pytest.mark.parametrize(
    ("sentence", "claim"),
    [
        ('"They leave it to us to pay for it all" in May.',
         'Ada Brun: "They leave it to us to pay for it all" in May [mixed]'),
        ('"Is it our task to pay for it all?" Lund has other dams.',
         "Ada Brun: Is it our task to pay for it all? [direct]"),
        ('"They leave it to us to pay for it all," which Lund does.',
         "Ada Brun: They leave it to us to pay for it all [direct]"),
    ],
)  # fmt: skip
def test_the_speaker_goes_on_where_a_sentence_starts_with_words_quoted(
    sentence: str, claim: str
) -> None:
    text = f"{SPOKEN} Ada Brun said. {sentence}"
    assert claims_of(text) == [FIRST, claim]
    first, second = (claim.group for claim in split(Article(text=text)))
    assert first == second


@pytest.mark.parametrize(
    "sentence",
    ['"A Year on the Dry Dam" opened on Friday.',
     '"They leave it to us to pay for it all," the clerks.'],
)  # fmt: skip
def test_a_title_or_words_with_a_name_of_their_own_are_not_the_speakers(sentence: str) -> None:
    assert claims_of(f"{SPOKEN} Ada Brun said. {sentence}") == [FIRST]
    assert claims_of(f"It rained in Lund. {sentence}") == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ('"The dam was empty and" Ada Brun said.', []),
        ('"The dam was empty and leaked" Ada Brun said.',
         ["Ada Brun: The dam was empty and leaked [direct]"]),
    ],
)  # fmt: skip
def test_words_in_marks_are_speech_and_no_phrase_from_six_on(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(
    ("between", "speaker"), [(0, "Ada Brun"), (1, "Ada Brun"), (2, "unnamed"), (3, "unnamed")]
)
def test_a_speaker_is_carried_over_one_paragraph_of_the_publishers(
    between: int, speaker: str
) -> None:
    rain = "\n\n".join(["It rained in the hills for two days."] * between)
    text = f"{SPOKEN} Ada Brun said.\n\n{rain}\n\n{NEXT}"
    assert claims_of(text) == [FIRST, SECOND.replace("Ada Brun", speaker)]
