"""The articles that the project ships: readable, in its own words, and split as they should be."""

import re
from pathlib import Path

import pytest

from claims.models import Article, Claim, Kind
from claims.reading import files
from claims.reading.seeds import shipped
from claims.splitting import split

BRIEF = "2023-09-04-north-korea-russia.txt"
ARTICLE = Path(__file__).parents[4] / "shared" / "seed-article.txt"

# Key words, the source's name, and whether the source has a role or a time of the statement.
EXPECTED = [
    ("meet putin", "US government", None),
    ("washington information talks leaders", "Adrienne Watson", None),
    ("actively advancing", "US officials", "last week"),
    ("visit shoigu ammunition", "Adrienne Watson", None),
    ("dprk stop negotiating", "Adrienne Watson", None),
    ("second group pyongyang", "John Kirby", "last week"),
    ("letters cooperation", "John Kirby", None),
    ("expected month", "New York Times", None),
    ("support iran north korea", "CNN", None),
    ("iran drones artillery", "CNN", None),
    ("north korea rockets infantry", "CNN", None),
    ("chinese companies technology", "CNN", None),
    ("no signs china weapons", "US officials", None),
    ("declassified intelligence", "CNN", None),
    ("rockets missiles wagner", "US", "late last year"),
    ("significant ammunition artillery", "John Kirby", None),
    ("munitions types dprk", "John Kirby", None),
    ("raw materials", "John Kirby", None),
    ("us sanction deal", "John Kirby", None),
    ("pyongyang end negotiations", "John Kirby", None),
    ("desperation weakness", "John Kirby", None),
]
ROLES = {
    "Adrienne Watson": "National Security Council spokesperson",
    "John Kirby": "NSC strategic communications coordinator",
}


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+(?:['’][a-z]+)?", text.lower())


@pytest.fixture(scope="module")
def brief() -> list[Claim]:
    [article] = files.read([path for path in shipped() if path.name == BRIEF]).articles
    return split(article)


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.name)
def test_every_seed_is_read_and_has_claims(path):
    [article] = files.stream(path)

    assert isinstance(article, Article)
    assert path.name.startswith(f"{article.published_on}-")
    assert article.title
    assert article.origin
    assert split(article)


@pytest.mark.parametrize("path", shipped(), ids=lambda path: path.name)
def test_every_seed_is_described(path):
    readme = (path.parent / "README.md").read_text(encoding="utf-8")

    assert f"`{path.name}`" in readme


@pytest.mark.parametrize(("key_words", "source", "stated_on"), EXPECTED)
def test_the_brief_has_each_claim_with_its_source(brief, key_words, source, stated_on):
    [found] = [
        claim
        for claim in brief
        if set(key_words.split()) <= set(words(claim.text))
        and claim.source.name.removeprefix("The ") == source
    ]

    assert found.source.role == ROLES.get(source, "")
    if stated_on:
        assert found.stated_on == stated_on


def test_the_brief_has_no_other_claims(brief):
    assert len(brief) == len(EXPECTED)
    assert not [claim.text for claim in brief if claim.kind is Kind.NARRATION]


def test_an_opinion_is_worth_less_than_any_fact_of_the_brief(brief):
    by_worth = sorted(brief, key=lambda claim: claim.check_worthiness)

    assert "desperation" in {word for claim in by_worth[:3] for word in words(claim.text)}


NEEDS_ARTICLE = pytest.mark.skipif(
    not ARTICLE.exists(), reason="needs the article itself, which lies beside the project"
)


@NEEDS_ARTICLE
def test_the_brief_has_the_sources_of_the_article(brief):
    """What CNN states itself there is attributed to CNN here."""
    [original] = files.read([ARTICLE]).articles

    assert {c.source.name for c in brief} == {c.source.name for c in split(original)}


@NEEDS_ARTICLE
def test_no_seed_repeats_the_article():
    """Not eight words in a row, and quoted phrases only as they stand there."""
    original = ARTICLE.read_text(encoding="utf-8")
    known = set(zip(*(words(original)[start:] for start in range(8)), strict=False))
    for path in shipped():
        text = path.read_text(encoding="utf-8")
        repeated = known & set(zip(*(words(text)[start:] for start in range(8)), strict=False))

        assert not repeated, path.name
        for quoted in re.findall(r"“([^”]*)”", text):
            assert quoted in original, quoted
