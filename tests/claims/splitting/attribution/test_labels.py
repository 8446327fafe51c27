"""Sources set beside spoken words by a mark alone, and printed conversations."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    ('Here is Mayor Ada Brun in May: "The dam was empty and dry."',
     ["Ada Brun: The dam was empty and dry. [direct]"]),
    ('"The dam was empty and dry." — Ada Brun', ["Ada Brun: The dam was empty and dry. [direct]"]),
    ('Ada Brun had a blunt message for Dal: "The dam was empty."',
     ["Ada Brun: The dam was empty. [direct]"]),
    ('When it rained, Ada Brun fired back: "The dam was empty and dry."',
     ["Ada Brun: The dam was empty and dry. [direct]"]),
    ('The report makes it plain: "The dam was empty and dry."',
     ["report: The dam was empty and dry. [direct]"]),
    ("“The dam was empty, and nobody in the town was told.”\n― Ada Lone Brun\nIt rained.",
     ["Ada Lone Brun: The dam was empty, and nobody in the town was told. [direct]"]),
    ("“The dam was empty, and nobody in the town was told.”\n― Brun\nIt rained.",
     ["Brun: The dam was empty, and nobody in the town was told. [direct]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


TALK = """The council met on Monday to speak of the dam.

BRUN: The dam lost a third of its water last year. We will not open it.

DAL: Do you think that the town can pay for it?

BRUN: The town has 4 million crowns in its fund.
"""


def test_a_printed_conversation_is_divided_by_its_speakers_and_questions_are_no_claims() -> None:
    assert claims_of(TALK) == [
        "BRUN: The dam lost a third of its water last year. [direct]",
        "BRUN: We will not open it. [direct]",
        "BRUN: The town has 4 million crowns in its fund. [direct]",
    ]


def test_a_heading_with_a_colon_is_no_conversation() -> None:
    text = "Brun: The dam lost its water.\n\nThe town of Lund has a new dam."
    assert claims_of(text) == [
        "the publisher: Brun: The dam lost its water [narration]",
        "the publisher: The town of Lund has a new dam [narration]",
    ]
