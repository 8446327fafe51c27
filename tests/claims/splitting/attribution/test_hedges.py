"""`reportedly` and `allegedly`: what a publisher has from others, but not from whom."""

import pytest

from tests.claims.splitting.lines import claims_of

FINDS = [
    ("The town has reportedly sold the old dam.",
     ["unnamed: The town has sold the old dam [indirect]"]),
    ("The dam is reportedly for sale.", ["unnamed: The dam is for sale [indirect]"]),
    ("He allegedly hid the figures.", ["unnamed: He hid the figures [indirect]"]),
]  # fmt: skip
LEAVES_ALONE: list[tuple[str, list[str]]] = [
    ("The allegedly empty dam.", []),
    ("The town did not reportedly sell it.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "claims"), FINDS)
def test_finds(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims


@pytest.mark.parametrize(("text", "claims"), LEAVES_ALONE)
def test_leaves_alone(text: str, claims: list[str]) -> None:
    assert claims_of(text) == claims
