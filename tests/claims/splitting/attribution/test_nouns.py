"""Nouns that hold what somebody said, and whom a noun says it of: `made the case that …`."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    ("Ada Brun made the case that the dam was empty.", ["Ada Brun: the dam was empty [indirect]"]),
    ("The union issued a warning that the dam was empty.", ["union: the dam was empty [indirect]"]),
    ("Ada Brun made the case to the council that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun sent a letter calling for a new dam.",
     ["Ada Brun: calling for a new dam [indirect]"]),
    ("A letter by Dal calling for a new dam was lost.",
     ["letter by Dal: calling for a new dam [indirect]"]),
    ('Ada Brun met divers describing the dam as "a ruin."',
     ['divers: describing the dam as "a ruin." [mixed]']),
    ('Ada Brun met divers who called the dam "a ruin."',
     ['divers: called the dam "a ruin." [mixed]']),
    ("Ada Brun will say that the dam was empty.", ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun, who announced a new dam, left early.",
     ["Ada Brun: announced a new dam [indirect]"]),
    ("Brun spurned claims by the union that the dam was empty.",
     ["union: the dam was empty [indirect]"]),
    ("Ada Brun made equally heated charges that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
