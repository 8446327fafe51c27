"""What was said by nobody in particular, or by whoever "by" names: passives, hearsay, hedges."""

import pytest

from claims.models import Article, Claim, Kind
from claims.splitting import split

FINDS = [
    # who says so is not told
    ("Ada Brun was accused of hiding the figures.", "unnamed",
     "Ada Brun was accused of hiding the figures"),
    ("Ada Brun was widely criticised for the delay.", "unnamed",
     "Ada Brun was widely criticised for the delay"),
    ("It was reported that the dam was empty.", "unnamed", "the dam was empty"),
    ("The dam is said to be empty.", "unnamed", "The dam is said to be empty"),
    ("Ada Brun was told that the dam was empty.", "unnamed", "the dam was empty"),
    ("The old dam has been described as a ruin.", "unnamed",
     "The old dam has been described as a ruin"),
    ("Critics fell silent amid rumours that the dam was empty.", "unnamed", "the dam was empty"),
    ("For years the town has heard complaints that the dam is leaking.", "unnamed",
     "the dam is leaking"),
    ("Ada Brun was criticised for the delay, leaving her with few friends.", "unnamed",
     "Ada Brun was criticised for the delay"),
    ("The town has reportedly sold the old dam.", "unnamed", "The town has sold the old dam"),
    ("The dam is reportedly for sale.", "unnamed", "The dam is for sale"),
    ("He allegedly hid the figures.", "unnamed", "He hid the figures"),
    # or it is, behind "by"
    ("Ada Brun was accused by the union of hiding the figures.", "union",
     "Ada Brun was accused by the union of hiding the figures"),
    ("The plan for a dam was rejected by Per Dal.", "Per Dal",
     "The plan for a dam was rejected"),
    ("The crack in the dam was first reported by the Lund Courier.", "Lund Courier",
     "The crack in the dam was first reported"),
    ("Ada Brun was told by an engineer that the dam was empty.", "engineer", "the dam was empty"),
]  # fmt: skip

LEAVES_ALONE = [
    "Ada Brun was not accused of hiding the figures.",
    "Ada Brun could be accused of hiding the figures.",
    "Ada Brun was charged with fraud in May.",
    "Ada Brun was named to the board in May.",
    "Ada Brun was asked to speak in Lund.",
    "The letter was read in Lund.",
    "There were no claims that the dam was empty.",
    "It was reported late.",
    "The allegedly empty dam.",
    "The town did not reportedly sell it.",
    "The men were shot by the guards.",
    "The reports that say so were filed in May.",
]


def attributed(text: str) -> list[Claim]:
    return [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION]


@pytest.mark.parametrize(("text", "source", "words"), FINDS)
def test_finds(text: str, source: str, words: str) -> None:
    assert [(claim.source.name, claim.text) for claim in attributed(text)] == [(source, words)]


@pytest.mark.parametrize("text", LEAVES_ALONE)
def test_leaves_alone(text: str) -> None:
    assert attributed(text) == []


def test_nobody_is_made_the_source_of_what_has_none() -> None:
    text = (
        "Mayor Ada Brun came to Lund. Brun swam. Brun laughed.\n\nThe old dam is said to be a ruin."
    )
    assert [claim.source.name for claim in attributed(text)] == ["unnamed"]
