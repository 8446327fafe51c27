"""What was said by nobody in particular, or by whoever "by" names: passives, hearsay."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    # who says so is not told
    ("Ada Brun was accused of hiding the figures.",
     ["unnamed: Ada Brun was accused of hiding the figures [indirect]"]),
    ("Ada Brun was widely criticised for the delay.",
     ["unnamed: Ada Brun was widely criticised for the delay [indirect]"]),
    ("It was reported that the dam was empty.", ["unnamed: the dam was empty [indirect]"]),
    ("The dam is said to be empty.", ["unnamed: The dam is said to be empty [indirect]"]),
    ("Ada Brun was told that the dam was empty.", ["unnamed: the dam was empty [indirect]"]),
    ("The old dam has been described as a ruin.",
     ["unnamed: The old dam has been described as a ruin [indirect]"]),
    ("Critics fell silent amid rumours that the dam was empty.",
     ["unnamed: the dam was empty [indirect]"]),
    ("For years the town has heard complaints that the dam is leaking.",
     ["unnamed: the dam is leaking [indirect]"]),
    ("Ada Brun was criticised for the delay, leaving her with few friends.",
     ["unnamed: Ada Brun was criticised for the delay [indirect]"]),
    # or it is, behind "by"
    ("Ada Brun was accused by the union of hiding the figures.",
     ["union: Ada Brun was accused by the union of hiding the figures [indirect]"]),
    ("The plan for a dam was rejected by Per Dal.",
     ["Per Dal: The plan for a dam was rejected [indirect]"]),
    ("The crack in the dam was first reported by the Lund Courier.",
     ["Lund Courier: The crack in the dam was first reported [indirect]"]),
    ("Ada Brun was told by an engineer that the dam was empty.",
     ["engineer: the dam was empty [indirect]"]),
]  # fmt: skip
LEAVES_ALONE = [
    ("Ada Brun was not accused of hiding the figures.", []),
    ("Ada Brun could be accused of hiding the figures.",
     ["the publisher: Ada Brun could be accused of hiding the figures [narration]"]),
    ("Ada Brun was charged with fraud in May.",
     ["the publisher: Ada Brun was charged with fraud in May [narration]"]),
    ("Ada Brun was named to the board in May.",
     ["the publisher: Ada Brun was named to the board in May [narration]"]),
    ("Ada Brun was asked to speak in Lund.",
     ["the publisher: Ada Brun was asked to speak in Lund [narration]"]),
    ("The letter was read in Lund.", ["the publisher: The letter was read in Lund [narration]"]),
    ("There were no claims that the dam was empty.", []),
    ("It was reported late.", []),
    ("The men were shot by the guards.", []),
    ("The reports that say so were filed in May.",
     ["the publisher: The reports that say so were filed in May [narration]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), LEAVES_ALONE)
def test_leaves_alone(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


def test_nobody_is_made_the_source_of_what_has_none() -> None:
    text = (
        "Mayor Ada Brun came to Lund. Brun swam. Brun laughed.\n\nThe old dam is said to be a ruin."
    )
    assert claims_of(text) == [
        "the publisher: Mayor Ada Brun came to Lund [narration]",
        "unnamed: The old dam is said to be a ruin [indirect]",
    ]
