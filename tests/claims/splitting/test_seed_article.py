"""The article that the project started from: every claim of it, in the right mouth, once."""

from pathlib import Path

import pytest

from claims.models import Article, Claim, Kind
from claims.splitting import split

ARTICLE = Path(__file__).parents[4] / "shared" / "seed-article.txt"

# Source, and words that only this claim has (a word after "-" must be absent).
ATTRIBUTED = [
    ("US government", "Kim expects engage Putin"),
    ("Adrienne Watson", "information leader-level"),
    ("Adrienne Watson", "Shoigu convince ammunition"),
    ("Adrienne Watson", "urge DPRK cease"),
    ("US officials", "actively advancing"),
    ("US officials", "no signs China lethal"),
    ("John Kirby", "another group traveled"),
    ("John Kirby", "letters bilateral"),
    ("John Kirby", "significant ammunition artillery"),
    ("John Kirby", "receive quantities munitions -raw"),
    ("John Kirby", "raw materials -quantities"),
    ("John Kirby", "sanction entities"),
    ("John Kirby", "desperation weakness"),
    ("New York Times", "expected month"),
    ("US", "rockets missiles Wagner"),
]
NARRATED = [
    "support Iran North",
    "Iran drones artillery -infantry",
    "infantry rockets -Wagner -drones",
    "Chinese companies technology -officials",
    "Biden declassified intelligence",
]
ROLES = {
    "Adrienne Watson": "National Security Council spokesperson",
    "John Kirby": "NSC strategic communications coordinator",
}


@pytest.fixture(scope="module")
def text() -> str:
    if not ARTICLE.exists():
        pytest.skip(f"{ARTICLE} is absent: it is copyrighted and not part of this repository")
    return ARTICLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def found(text: str) -> list[Claim]:
    return split(Article(text=text))


def has(claim: Claim, words: str) -> bool:
    return all(
        word[1:] not in claim.text if word[0] == "-" else word in claim.text
        for word in words.split()
    )


@pytest.mark.parametrize(("source", "words"), ATTRIBUTED)
def test_finds_each_attributed_claim_once_with_its_source(
    found: list[Claim], source: str, words: str
) -> None:
    claims = [c for c in found if has(c, words) and c.kind is not Kind.NARRATION]
    assert [claim.source.name for claim in claims if claim.source.name == source] == [source]


@pytest.mark.parametrize("words", NARRATED)
def test_finds_each_claim_in_the_publishers_own_voice_once(found: list[Claim], words: str) -> None:
    assert [claim.kind for claim in found if has(claim, words)] == [Kind.NARRATION]


@pytest.mark.parametrize("words", ["Scroll", "embassy", "comment", "when where", "take Actively"])
def test_makes_no_claim_of_furniture_silence_or_a_request(found: list[Claim], words: str) -> None:
    assert not [claim.text for claim in found if has(claim, words)]


@pytest.mark.parametrize(("name", "role"), ROLES.items())
def test_keeps_roles(found: list[Claim], name: str, role: str) -> None:
    assert {claim.source.role for claim in found if claim.source.name == name} == {role}


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("two countries are", "last week"),
        ("another group", "last week"),
        ("Wagner", "late last year"),
    ],
)
def test_keeps_when_it_was_said(found: list[Claim], words: str, when: str) -> None:
    assert next(claim.stated_on for claim in found if has(claim, words)) == when


def test_an_opinion_is_less_check_worthy_than_any_narrated_fact(found: list[Claim]) -> None:
    opinion = next(claim for claim in found if has(claim, "desperation weakness"))
    facts = [claim for claim in found if claim.kind is Kind.NARRATION]
    assert opinion.check_worthiness < 0.3 < 0.6 < min(fact.check_worthiness for fact in facts)


def test_the_publisher_is_the_source_of_narration(found: list[Claim]) -> None:
    narrated = {claim.source.name for claim in found if claim.kind is Kind.NARRATION}
    assert narrated == {"CNN"}


def test_it_is_explained_by_what_the_sentence_is_about(found: list[Claim]) -> None:
    assert any(claim.text.startswith("it [the potential meeting") for claim in found)


def test_the_headline_and_its_twin_add_nothing(found: list[Claim]) -> None:
    assert len([claim for claim in found if has(claim, "Kim Putin expects")]) == 1
    assert not [claim for claim in found if "Engage" in claim.text]


def test_a_quotation_without_a_cue_goes_on_with_its_group(found: list[Claim]) -> None:
    visit, appeal = (
        next(claim for claim in found if has(claim, words))
        for words in ("Shoigu convince", "urge DPRK")
    )
    assert visit.group == appeal.group
    assert not appeal.cue


def test_two_sentences_of_a_quotation_are_two_claims_of_one_group(found: list[Claim]) -> None:
    first, second = (
        next(claim for claim in found if has(claim, words))
        for words in ("receive quantities", "raw materials")
    )
    assert first.group == second.group
    assert first.kind is second.kind is Kind.DIRECT


def test_an_own_pronoun_is_followed_by_the_source(found: list[Claim]) -> None:
    assert any(claim.text.startswith("they [US officials]") for claim in found)


def test_content_is_exactly_what_stands_in_the_text(text: str, found: list[Claim]) -> None:
    for claim in found:
        for span in claim.content:
            words = " ".join(span.of(text).split())
            assert words
            assert set(words.split()) <= set(claim.text.split())
