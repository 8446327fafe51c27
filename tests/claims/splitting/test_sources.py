"""Whose words they are: surnames, pronouns, titles, roles, and what stays unresolved."""

import pytest

from claims.models import Article, Kind, Source, SourceType
from claims.splitting import split

RESOLVES = [
    ("Ada Brun runs the dam. Brun said it was empty.", "Ada Brun"),
    ("Ada Brun runs the dam. She said it was empty.", "Ada Brun"),
    ("Ada Brun runs the dam. It was empty, she added.", "Ada Brun"),
    ("Ms. Ada Brun met Mr. Per Dal. He said the dam was empty.", "Per Dal"),
    ("Mr. Per Dal met Ms. Ada Brun. She said the dam was empty.", "Ada Brun"),
    ("Mayor Ada Brun came. The mayor said the dam was empty.", "Ada Brun"),
    ("Norland's President Ada Brun came. The president said the dam was empty.", "Ada Brun"),
    ("The Norvik Water Agency runs the dam. The agency said it was empty.", "Norvik Water Agency"),
    ("Ada Brun, who said the dam was empty, left.", "Ada Brun"),
    ("A spokesman for Ada Brun said the dam was empty.", "spokesman for Ada Brun"),
    ("A lawyer for the town, Ada Brun, said the dam was empty.", "Ada Brun"),
    ("Officials said the dam was empty.", "Officials"),
    ("Norway said the dam was empty.", "Norway"),
]
TYPES = [
    ("Ada Brun said the dam was empty.", SourceType.PERSON),
    ("The Norvik Water Agency said the dam was empty.", SourceType.ORGANISATION),
    ("Norway said the dam was empty.", SourceType.ORGANISATION),
    ("A new report said the dam was empty.", SourceType.DOCUMENT),
    ("Two aides said the dam was empty.", SourceType.UNNAMED),
]
ROLES = [
    ("Water board chairman Per Dal said the dam was empty.", "Water board chairman"),
    ("President Per Dal said the dam was empty.", "President"),
    ("Mr. Per Dal said the dam was empty.", ""),
    ("The mayor said the dam was empty. Mayor Per Dal swam in it.", "Mayor"),
]


def source(text: str) -> Source:
    return [claim for claim in split(Article(text=text)) if claim.kind is not Kind.NARRATION][
        -1
    ].source


@pytest.mark.parametrize(("text", "name"), RESOLVES)
def test_resolves(text: str, name: str) -> None:
    assert source(text).name == name


@pytest.mark.parametrize(("text", "kind"), TYPES)
def test_tells_what_sort_of_source_it_is(text: str, kind: SourceType) -> None:
    assert source(text).type is kind


@pytest.mark.parametrize(("text", "role"), ROLES)
def test_keeps_the_role_that_the_text_gives(text: str, role: str) -> None:
    assert source(text).name == "Per Dal"
    assert source(text).role == role


def test_a_pronoun_never_becomes_a_place() -> None:
    text = "Leo Dal lives in Norway. Norway is cold. He said the dam was empty."
    assert source(text).name == "Leo Dal"


def test_the_mention_is_what_stands_in_the_text() -> None:
    text = "Ada Brun runs the dam. Brun said it was empty."
    (span,) = source(text).mention
    assert span.of(text) == "Brun"


def test_a_chain_of_sources_is_kept() -> None:
    text = "The Norvik Post reported that officials believe the dam was empty."
    (claim,) = split(Article(text=text))
    assert claim.source.name == "officials"
    assert [one.name for one in claim.via] == ["Norvik Post"]
    assert claim.text == "the dam was empty"
