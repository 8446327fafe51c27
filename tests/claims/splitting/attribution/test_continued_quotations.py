"""Quotations that go on with what somebody said before them."""

import pytest

from claims.models import Article, Claim, Kind
from claims.splitting import split

SPOKEN = '"The dam was empty by then,"'
NEXT = '"Nobody in the town was told about any of it."'


def attributed(text: str) -> list[Claim]:
    return [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION]


@pytest.mark.parametrize(
    "told",
    [
        "said Ada Brun, who had denied the sale.",
        "said Ada Brun, who said that it leaked.",
        "Ada Brun said, citing the law.",
        "Ada Brun said as Per Dal denied the sale.",
    ],
)
def test_a_quotation_goes_on_with_the_one_before_it_and_not_with_an_aside(told: str) -> None:
    claims = {claim.text: claim for claim in attributed(f"{SPOKEN} {told} {NEXT}")}
    first, second = claims["The dam was empty by then"], claims[NEXT.strip('"')]
    assert first.group == second.group
    assert second.source.name == "Ada Brun"


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ('"They leave it to us to pay for it all" in May.',
         '"They leave it to us to pay for it all" in May'),
        ('"Is it our task to pay for it all?" Lund has other dams.',
         "Is it our task to pay for it all?"),
        ('"They leave it to us to pay for it all," which Lund does.',
         "They leave it to us to pay for it all"),
    ],
)  # fmt: skip
def test_the_speaker_goes_on_where_a_sentence_starts_with_words_quoted(
    sentence: str, content: str
) -> None:
    first, second = attributed(f"{SPOKEN} Ada Brun said. {sentence}")
    assert (second.text, second.source.name) == (content, "Ada Brun")
    assert first.group == second.group


@pytest.mark.parametrize(
    "sentence",
    ['"A Year on the Dry Dam" opened on Friday.',
     '"They leave it to us to pay for it all," the clerks.'],
)  # fmt: skip
def test_a_title_or_words_with_a_name_of_their_own_are_not_the_speakers(sentence: str) -> None:
    assert len(attributed(f"{SPOKEN} Ada Brun said. {sentence}")) == 1
    assert len(attributed(f"It rained in Lund. {sentence}")) == 0


@pytest.mark.parametrize(("words", "is_speech"), [(5, False), (6, True)])
def test_words_in_marks_are_speech_and_no_phrase_from_six_on(words: int, is_speech: bool) -> None:
    quoted = " ".join(["The", "dam", "was", "empty", "and", "leaked", "all", "year"][:words])
    found = [(claim.text, claim.source.name) for claim in attributed(f'"{quoted}" Ada Brun said.')]
    assert found == ([(quoted, "Ada Brun")] if is_speech else [])


@pytest.mark.parametrize(
    ("between", "speaker"), [(0, "Ada Brun"), (1, "Ada Brun"), (2, "unnamed"), (3, "unnamed")]
)
def test_a_speaker_is_carried_over_one_paragraph_of_the_publishers(
    between: int, speaker: str
) -> None:
    rain = "\n\n".join(["It rained in the hills for two days."] * between)
    text = f"{SPOKEN} Ada Brun said.\n\n{rain}\n\n{NEXT}"
    (said,) = [claim for claim in attributed(text) if claim.text == NEXT.strip('"')]
    assert said.source.name == speaker
