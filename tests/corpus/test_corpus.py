"""Every article of the corpus: each claim once, in the right mouth and voice, and few others."""

import tomllib
from pathlib import Path

import pytest

from claims.models import Article, Claim, Kind
from claims.splitting import split

ARTICLES = tomllib.loads(Path(__file__).with_name("articles.toml").read_text(encoding="utf-8"))
EXPECTED = [
    (name, *(part.strip() for part in claim.split("|")))
    for name, article in ARTICLES.items()
    for claim in article["claims"]
]
# Attributed claims beyond those expected, in the whole corpus. It only falls.
MOST_OTHERS = 0


def found(name: str) -> list[Claim]:
    return split(Article(text=ARTICLES[name]["text"]))


@pytest.mark.parametrize(("name", "source", "kind", "words"), EXPECTED)
def test_finds_each_claim_once_in_the_right_mouth(
    name: str, source: str, kind: str, words: str
) -> None:
    here = [claim for claim in found(name) if words in claim.text and claim.kind != "narration"]
    assert [(claim.source.name, claim.kind.value) for claim in here] == [(source, kind)]


@pytest.mark.parametrize("name", ARTICLES)
def test_tells_the_publishers_voice_and_leaves_out_what_is_no_statement(name: str) -> None:
    claims = found(name)
    narrated = [claim.text for claim in claims if claim.kind is Kind.NARRATION]
    for words in ARTICLES[name]["narrated"]:
        assert any(words in text for text in narrated)
    for words in ARTICLES[name]["never"]:
        assert not any(words in claim.text for claim in claims)


def test_puts_few_other_words_into_anybodys_mouth() -> None:
    others = [
        claim.text
        for name in ARTICLES
        for claim in found(name)
        if claim.kind is not Kind.NARRATION
        and not any(words in claim.text for where, _, _, words in EXPECTED if where == name)
    ]
    assert len(others) <= MOST_OTHERS, others
