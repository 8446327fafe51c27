"""Who says what stands behind "to": `used her speech to say that …`."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    ("Ada Brun used her speech to say that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun took to the radio to say that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("Ada Brun was quick to point out that the dam was empty.",
     ["Ada Brun: the dam was empty [indirect]"]),
    ("The report led Per Dal to admit that the dam was empty.",
     ["Per Dal: the dam was empty [indirect]"]),
    ("The wall broke, leaving some to wonder whether the dam was empty.",
     ["some: whether the dam was empty [indirect]"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
