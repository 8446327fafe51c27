"""Errors are data: equal facts on both sides of a process's border, words for whoever reads."""

import pickle
from datetime import UTC, datetime
from pathlib import Path

import pytest

from claims.errors import (
    ArticleError,
    ClaimNotFoundError,
    ClaimsError,
    LedgerError,
    RefusedError,
    StaleError,
    ZoneError,
)
from claims.wording import speaking
from claims.wording.phrases import (
    PLAIN,
    Front,
    Phrase,
    When,
    Where,
    Which,
    Who,
    told,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)

MARKED = Front(
    who=lambda user_id: f"who:{user_id}",
    when=lambda at: f"when:{at:%H}",
    where=lambda where: f"where:{where.name}",
    foreign=lambda text: f"<{text}>",
)

DID = Phrase("rated it")

ERRORS = [
    ArticleError("a {b}.txt", "is empty"),
    ClaimNotFoundError(7),
    ClaimsError("Words without facts, and {braces}"),
    LedgerError("There is no ledger at {path}.", path=Path("desk.db")),
    RefusedError(
        Phrase("{who} did it {when}: {what}.", who=Who(-5), when=When(NOON), what=DID),
        "See {where}, {which} or {links}.",
        where=Where.HISTORY,
        which=Which((3, 4)),
        links=("https://a.example", Phrase("Rated")),
    ),
    StaleError("{name}", name="{name}"),
    ZoneError("Mars/Base"),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_an_error_is_the_same_in_another_process(error: ClaimsError) -> None:
    there = pickle.loads(pickle.dumps(error))
    assert type(there) is type(error)
    assert there.phrases == error.phrases
    assert there.__dict__ == error.__dict__
    assert there.told(MARKED) == error.told(MARKED)


def test_each_fact_is_written_as_the_front_writes_it() -> None:
    assert ERRORS[4].told(MARKED) == (
        "Who:-5 did it when:12: rated it. See where:HISTORY, #3, #4 or <https://a.example>, Rated."
    )
    assert ERRORS[3].told(MARKED) == "There is no ledger at <desk.db>."


def test_foreign_words_are_never_looked_into() -> None:
    assert str(ERRORS[5]) == "{name}"
    assert str(ERRORS[0]) == "a {b}.txt: is empty"
    assert str(ERRORS[2]) == "Words without facts, and {braces}"


def test_without_a_front_a_log_still_says_who_when_and_where() -> None:
    words, noon = "{who} {when} {where}", When(NOON)
    assert told(Phrase(words, who=Who(7), when=noon, where=Where.CLAIMS), PLAIN) == (
        "Member 7 2026-03-02 12:00 UTC The list of claims"
    )
    assert told(Phrase(words, who=Who(0), when=noon, where=Where.TAGS)).startswith("The ledger")
    assert told(Phrase(words, who=Who(-3), when=noon, where=Where.TAGS)).startswith("A former")


def test_an_error_is_said_in_the_language_of_whoever_reads_it() -> None:
    with speaking("de"):
        error = ClaimNotFoundError(7)
        assert str(error) == (
            "Hier gibt es keine Behauptung #7. Die Liste der Behauptungen zeigt, welche es gibt."
        )
    assert str(error) == "There is no claim #7 here. The list of claims shows which there are."


def test_facts_that_are_said_are_said_in_that_language_too() -> None:
    error = LedgerError("{why}", why=Phrase("the folder {folder} is missing.", folder="x"))
    with speaking("de"):
        assert str(error) == "der Ordner x fehlt."
