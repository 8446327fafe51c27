"""`according to X` and `as X said`, before, behind or within what they frame."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    ("The dam was empty, according to Ada Brun.", ["Ada Brun: The dam was empty [indirect]"]),
    ("According to Ada Brun, the dam was empty.", ["Ada Brun: the dam was empty [indirect]"]),
    ("According to Ada Brun, a clerk based in Lund, the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("According to notes by Ada Brun, the mayor of Lund, the dam was empty.",
     ["notes by Ada Brun: the dam was empty [indirect]"]),
    ("The dam is empty — at least according to Ada Brun.",
     ["Ada Brun: The dam is empty [indirect]"]),
    ("Ada Brun said the dam was empty, according to a clerk.",
     ["Ada Brun (via clerk): the dam was empty [indirect]"]),
    ("It was late, and as Ada Brun noted, the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("The dam, as Ada Brun put it, was empty.", ["Ada Brun: The dam was empty [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
